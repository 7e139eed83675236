"""Writes a text as people type it in a hurry: mistakes, no accents, short forms, capitals."""

from __future__ import annotations

import random
import re
import unicodedata
from functools import cache

from training.lexicon import NAMES, Language, settings

ROWS = ("1234567890", "azertyuiop", "qsdfghjklm", "wxcvbn")
QWERTY_ROWS = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
NEGATION = re.compile(r"\b(?:ne |n')(?=\w)(?=.{1,40}\b(?:pas|plus|rien|jamais)\b)", re.IGNORECASE)
SIGNS = re.compile(r"\s*[?!.,;:«»\"()]+\s*")
LETTERS = re.compile(r"[^\W\d_]")


def _neighbours(rows: tuple[str, ...]) -> dict[str, str]:
    near: dict[str, str] = {}
    for line, row in enumerate(rows):
        for place, key in enumerate(row):
            around = [row[place - 1 : place], row[place + 1 : place + 2]]
            around += [other[place : place + 1] for other in rows[max(0, line - 1) : line + 2]]
            near[key] = "".join(around).replace(key, "")
    return near


KEYS = {"fr": _neighbours(ROWS), "en": _neighbours(QWERTY_ROWS)}


def without_accents(text: str) -> str:
    """The text in plain letters."""
    decomposed = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "OE"))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def mistyped(text: str, rng: random.Random, language: Language = "fr") -> str:
    """The text with one to three slips of the fingers in its longer words."""
    spots = [spot.start() for spot in re.finditer(r"(?<=\w)\w(?=\w)", text)]
    if not spots:
        return text
    wanted = min(len(spots), rng.choice((1, 1, 1, 2, 2, 3)))
    for spot in sorted(rng.sample(spots, wanted), reverse=True):
        text = text[:spot] + _slip(text[spot], text[spot + 1], rng, language) + text[spot + 2 :]
    return text


def _slip(letter: str, following: str, rng: random.Random, language: Language) -> str:
    """What is typed for two letters: swapped, dropped, doubled, or the key beside."""
    kind = rng.random()
    if kind < 0.3:
        return following + letter
    if kind < 0.6:
        return following
    if kind < 0.75:
        return letter * 2 + following
    return rng.choice(KEYS[language].get(letter.lower(), letter)) + following


@cache
def _short_forms(language: Language) -> tuple[re.Pattern[str], dict[str, list[str]]]:
    listed = settings(f"{NAMES[language]}_requests")["short"]
    forms = {word.lower(): shorter for word, shorter in listed.items()}
    longest_first = sorted(forms, key=len, reverse=True)
    alternatives = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE), forms


def shortened(text: str, rng: random.Random, language: Language = "fr") -> str:
    """The text in the short forms of phone messages."""
    pattern, forms = _short_forms(language)

    def short(match: re.Match[str]) -> str:
        return rng.choice(forms[match[0].lower()]) if rng.random() < 0.8 else match[0]

    return pattern.sub(short, text)


def noisy(text: str, rng: random.Random, language: Language = "fr") -> str:
    """The text with one or several habits of people who write in a hurry."""
    if language == "fr" and rng.random() < 0.5:
        text = NEGATION.sub("", text)
    if rng.random() < 0.25:
        text = shortened(text, rng, language)
    if language == "fr" and rng.random() < 0.4:
        text = without_accents(text)
    if rng.random() < 0.4:
        text = SIGNS.sub(" ", text).strip()
    if rng.random() < 0.45:
        text = mistyped(text, rng, language)
    if rng.random() < 0.15:
        text = text.replace("'", rng.choice(("", " ")))
    case = rng.random()
    return text.upper() if case < 0.05 else text.lower() if case < 0.6 else text

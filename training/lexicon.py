"""Finds terms of a word list in a text and puts other words for the same thing in their place."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, Literal

Language = Literal["fr", "en"]

FOLDER = Path(__file__).parent / "wording"
NAMES = {"fr": "french", "en": "english"}

TOKENS = {
    "fr": re.compile(
        r"aujourd'hui|quelqu'un|(?:[cdjlmnst]|(?:lors|puis|jus)?qu)'(?=\w)|\w+(?:-\w+)*|\s+|.",
        re.IGNORECASE | re.DOTALL,
    ),
    "en": re.compile(r"\w+(?:['-]\w+)*|\s+|.", re.DOTALL),
}
UNCOUNTED = {"wifi", "wi-fi", "internet", "place", "tout", "trop"}
PLURAL = re.compile(r"(?<=\w{3})[sx]$")

VOWEL = "aeiouéèêëàâîïôöûùœAEIOUÉÈÊÀÂÎÔÛŒ"
ELIDED = {
    "c": "ce",
    "d": "de",
    "j": "je",
    "l": "le",
    "m": "me",
    "n": "ne",
    "s": "se",
    "t": "te",
    "qu": "que",
}
CUT_WRONGLY = re.compile(rf"\b([cdjlmnst]|qu)'(?=[^\W{VOWEL}hHyY\d_])", re.IGNORECASE)
TO_CUT = re.compile(rf"\b([dljmtsn])[ea] (?=[{VOWEL}])|\b(qu)e (?=[{VOWEL}])", re.IGNORECASE)
TWO_ARTICLES = re.compile(
    r"\b(?:(?:le|la|les|un|une|des|du|mon|ma|mes|votre|vos) |l')"
    r"(?=(?:mon|ma|mes|le|la|les|un|une|du) )",
    re.IGNORECASE,
)
CONTRACTED = {"de le": "du", "de les": "des", "à le": "au", "à les": "aux", "de des": "de"}
TO_CONTRACT = re.compile(r"\b(?:de les?|à les?|de des)(?= )", re.IGNORECASE)


def settings(name: str) -> dict[str, dict[str, Any]]:
    """A word list of the wording folder, by table."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def words(text: str, language: Language) -> list[str]:
    """The text cut into words, elided articles, spaces and signs; joined they give it back."""
    return TOKENS[language].findall(text)


def plain(word: str) -> str:
    """A word as it is looked up: small letters, singular."""
    return PLURAL.sub("", word.casefold())


def lookup(text: str, language: Language) -> str:
    """A text as it is looked up: its plain words, one space between."""
    return " ".join(plain(word) for word in words(text, language) if word[0].isalnum())


def joined(text: str) -> str:
    """French text with articles cut or written out as its words ask for: "l'pc" is "le pc"."""
    text = TWO_ARTICLES.sub("", text)
    text = CUT_WRONGLY.sub(lambda match: ELIDED[match[1].lower()] + " ", text)
    text = TO_CUT.sub(lambda match: (match[1] or match[2]) + "'", text)
    return TO_CONTRACT.sub(lambda match: CONTRACTED[match[0].lower()], text)


class Lexicon:
    """Groups of terms with the words people use for them."""

    def __init__(self, language: Language, groups: Iterable[tuple[list[str], list[str]]]) -> None:
        self.language = language
        self.variants: dict[str, tuple[str, ...]] = {}
        self.synonyms: dict[str, set[str]] = {}
        self.singular: set[str] = set()
        self.longest = 1
        for terms, others in groups:
            keys = {lookup(term, language) for term in terms}
            for term in terms:
                key = lookup(term, language)
                known = [*self.variants.get(key, ()), *others, *(t for t in terms if t != term)]
                self.variants[key] = tuple(dict.fromkeys(known))
                self.synonyms.setdefault(key, set()).update(keys)
                self.longest = max(self.longest, len(key.split()))
                if not PLURAL.search(words(term, language)[0]):
                    self.singular.add(key)

    def concepts(self, text: str) -> set[str]:
        """The known terms in the text, the longest where they overlap, with their synonyms."""
        matches = self._matches(words(text, self.language))
        return {synonym for _, _, key in matches for synonym in self.synonyms[key]}

    def replace(self, text: str, rng: random.Random, share: float) -> str:
        """The text with about this share of its known terms said otherwise, at least one."""
        tokens = words(text, self.language)
        matches = self._matches(tokens)
        if not matches:
            return text
        chosen = [match for match in matches if rng.random() < share] or [rng.choice(matches)]
        for start, end, key in reversed(chosen):
            tokens[start:end] = [self._other(tokens[start], key, rng)]
        result = "".join(tokens)
        return joined(result) if self.language == "fr" else result

    def _other(self, first: str, key: str, rng: random.Random) -> str:
        variant = rng.choice(self.variants[key])
        if self.language == "fr" and key in self.singular and PLURAL.search(first):
            head, space, rest = variant.partition(" ")
            if len(head) > 2 and head[-1] not in "sxzré" and head not in UNCOUNTED:
                return f"{head}s{space}{rest}"
        return variant

    def _matches(self, tokens: list[str]) -> list[tuple[int, int, str]]:
        """The longest known terms from left to right, as positions among the tokens."""
        places = [index for index, token in enumerate(tokens) if token[0].isalnum()]
        texts = [plain(tokens[index]) for index in places]
        found, at = [], 0
        while at < len(texts):
            for size in range(min(self.longest, len(texts) - at), 0, -1):
                key = " ".join(texts[at : at + size])
                if key in self.variants:
                    found.append((places[at], places[at + size - 1] + 1, key))
                    at += size - 1
                    break
            at += 1
        return found


def _groups(tables: dict[str, dict[str, Any]]) -> Iterable[tuple[list[str], list[str]]]:
    for table in tables.values():
        for terms, others in table.items():
            yield terms.split(" / "), others


@cache
def lexicon(language: Language) -> Lexicon:
    """Documentation's terms and how people say them."""
    return Lexicon(language, _groups(settings(NAMES[language])))


@cache
def mixture(language: Language) -> Lexicon:
    """Terms of the language with those of the other one that people mix in."""
    groups = list(_groups(settings("mixed")))
    if language == "en":
        groups = [(english, french) for french, english in groups]
    return Lexicon(language, groups)

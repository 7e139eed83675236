"""Makes what people would write to a help desk out of what documentation calls it.

A heading such as "Réinitialiser la synchronisation Exchange ActiveSync" becomes a task ("comment
je fais pour…"), a complaint ("… ne répond plus"), a situation ("mes mails n'arrivent plus sur mon
téléphone"), a handful of words; then its terms are said as people say them and typed as people
type. Everything follows from the generator given, so a run can be repeated.
"""

from __future__ import annotations

import random
import re
from functools import cache

from training.headings import Heading, understand, without_tail
from training.lexicon import NAMES, Language, joined, lexicon, mixture, settings, words
from training.typing_noise import noisy as _noisy

__all__ = ["noisy", "paraphrase", "user_questions"]

ATTEMPTS = 4
OWNED = {
    "fr": re.compile(r"^(?:votre |vos |un |une |le |la |les |l'|des )", re.IGNORECASE),
    "en": re.compile(r"^(?:your |an? |the )", re.IGNORECASE),
}
PLURALS = {"vos ", "les ", "des "}
FEMININE = {"une ", "la "}
YOU_DO = re.compile(r"\bvous (\w{2,})ez\b", re.IGNORECASE)
PRODUCTS = re.compile(
    r"\s*\b(?:(?:dans|pour|avec|sur|de|du|d'|en|in|for|with|on|of)\s*(?:le |la |l'|the )?)?"
    r"\b(?:Microsoft|Office|Exchange|SharePoint|OneDrive|Skype|Teams|Windows|Azure|Outlook|Intune|PowerShell|Word|"
    r"Excel|PowerPoint|Lync|GNOME|Evolution|Orca|gedit|Linux|Active Directory)"
    r"(?: (?:365|Online|Server|Entreprise|Business|Admin|\d{2,4}|[A-Z]\w+))*"
)
ASKED = {
    "fr": re.compile(
        r"\?|^(?:pourquoi|comment|quand|où|que|quels?|quelles?|qui|combien|est-ce)\b", re.IGNORECASE
    ),
    "en": re.compile(
        r"\?|^(?:why|how|when|where|what|which|who|can|do|does|is|are)\b", re.IGNORECASE
    ),
}
LOOSE_END = {
    "fr": re.compile(
        r"(?:[\s,]+(?:le|la|les|un|une|des?|du|à|au|aux|en|et|ou|dans|pour|par|sur|avec|qu[ei]|si|lorsque|quand|votre|vos|mon|mes)"
        r"|\s+[dl]')+$",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:[\s,]+(?:the|an?|of|to|in|on|for|with|by|and|or|at|from|your|my|that|when|if))+$",
        re.IGNORECASE,
    ),
}
NEGATIONS = {"pas", "plus", "rien", "aucun", "aucune", "sans", "not", "no", "cannot", "without"}
SPACES = re.compile(r"\s+")


@cache
def _phrases(language: Language) -> dict[str, list[str]]:
    lists = settings(f"{NAMES[language]}_requests")
    return {**lists["templates"], **lists["noise"]}


@cache
def _stop_words(language: Language) -> frozenset[str]:
    """Words that no one types into a search field."""
    return frozenset(settings(f"{NAMES[language]}_requests")["words"]["empty"])


@cache
def _persons(language: Language) -> tuple[re.Pattern[str], dict[str, str]]:
    """What is said to "you" and how "I" says it."""
    forms: dict[str, str] = settings(f"{NAMES[language]}_requests")["person"]
    longest_first = sorted(forms, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b", re.IGNORECASE), forms


def user_questions(heading: str, language: Language, rng: random.Random, count: int) -> list[str]:
    """Up to `count` different messages that a user might write when this heading answers them."""
    found: dict[str, str] = {}
    for _ in range(count * ATTEMPTS):
        if len(found) == count:
            break
        variant = _variant(understand(_piece(heading, rng), language), language, rng)
        found.setdefault(variant.casefold(), variant)
    return list(found.values())


def paraphrase(text: str, language: Language, rng: random.Random) -> str:
    """The text said otherwise with the word list; unchanged where it knows no word of it."""
    return lexicon(language).replace(text, rng, 0.5)


def noisy(text: str, rng: random.Random, language: Language = "fr") -> str:
    """The text as typed in a hurry: slips, no accents, short forms, capitals."""
    return _noisy(text, rng, language)


def _piece(heading: str, rng: random.Random) -> str:
    """A page's title and a section's heading: mostly the section, sometimes both."""
    first, colon, last = heading.partition(" : ")
    if not colon or len(last) < 4:
        return heading
    return last if rng.random() < 0.6 else f"{last} {first}"


def _variant(heading: Heading, language: Language, rng: random.Random) -> str:
    if heading.situations and rng.random() < 0.12:
        text = rng.choice(heading.situations)
        if rng.random() < 0.4:
            text = f"{text}{rng.choice(('. ', ', ', ' '))}{_said(heading, language, rng)}"
    else:
        text = _said(heading, language, rng)
    if rng.random() < 0.1:
        text = mixture(language).replace(text, rng, 0.4)
    text = _in_context(text, language, rng)
    if rng.random() < 0.5:
        text = noisy(text, rng, language)
    text = SPACES.sub(" ", text).strip(" ,")
    return text or heading.text


def _said(heading: Heading, language: Language, rng: random.Random) -> str:
    """The heading in a form of request, its terms as people say them."""
    phrases = _phrases(language)
    thing = _owned(_reworded(heading.thing, language, rng), language, rng)
    choice = rng.random()
    if choice < 0.14:
        return rng.choice(phrases["keywords"]).format(text=_keywords(heading, language, rng))
    if heading.sentence:
        text = _reworded(_first_person(heading.text, language), language, rng)
        form = "question" if ASKED[language].search(heading.text) else "statement"
        return _fitting(rng.choice(phrases[form]).format(text=text), language)
    if not heading.do:
        return _fitting(rng.choice(phrases["thing"]).format(thing=thing), language)
    if heading.symptoms and choice < 0.4:
        return _fitting(rng.choice(heading.symptoms).format(thing=thing), language)
    if heading.done and choice < 0.48:
        return _fitting(
            rng.choice(phrases["done"]).format(done=heading.done, thing=thing), language
        )
    if choice < 0.56:
        return _fitting(rng.choice(phrases["thing"]).format(thing=thing), language)
    do = _reworded(heading.do, language, rng)
    return _fitting(rng.choice(phrases["task"]).format(do=do), language)


def _fitting(text: str, language: Language) -> str:
    return joined(text) if language == "fr" else text


def _reworded(text: str, language: Language, rng: random.Random) -> str:
    """The text shorter and in other words, each with some chance."""
    if rng.random() < 0.4:
        text = PRODUCTS.sub("", text) if rng.random() < 0.5 else without_tail(text, language)
    if rng.random() < 0.2:
        text = _dropped(text, language, rng)
    text = LOOSE_END[language].sub("", text.strip()) or text
    if rng.random() < 0.75:
        text = lexicon(language).replace(text, rng, 0.6)
    return _first_person(text, language)


def _dropped(text: str, language: Language, rng: random.Random) -> str:
    """The text without some of its words, as people forget the exact term."""
    tokens = words(text, language)
    stop = _stop_words(language)
    content = [
        place
        for place, token in enumerate(tokens)
        if token[0].isalnum() and token.lower() not in stop | NEGATIONS
    ]
    count = round(len(content) * rng.uniform(0.2, 0.4))
    if len(content) - count < 2:
        return text
    gone = set(rng.sample(content[1:], min(count, len(content) - 1)))
    for place in sorted(gone):
        before = place - 1
        while before > 0 and (tokens[before].isspace() or tokens[before].lower() in stop):
            gone.add(before)
            before -= 1
    return "".join(token for place, token in enumerate(tokens) if place not in gone)


def _keywords(heading: Heading, language: Language, rng: random.Random) -> str:
    """The words that matter alone, as typed into a search field."""
    text = _reworded(heading.do or heading.text, language, rng)
    kept = [token for token in words(text, language) if token[0].isalnum()]
    kept = [token for token in kept if token.lower() not in _stop_words(language)] or kept
    if len(kept) > 4:
        kept = [token for token in kept if rng.random() < 0.75] or kept
    if rng.random() < 0.15:
        rng.shuffle(kept)
    return " ".join(kept[:8])


def _owned(thing: str, language: Language, rng: random.Random) -> str:
    """ "une imprimante" is "mon imprimante" to the one who complains."""
    article = OWNED[language].match(thing)
    if article is None or rng.random() < 0.5:
        return thing
    if language == "en":
        return "my " + thing[article.end() :]
    lower = article[0].lower()
    own = "mes " if lower in PLURALS else "ma " if lower in FEMININE else "mon "
    if own == "ma " and thing[article.end() : article.end() + 1].lower() in "aeiouéèêh":
        own = "mon "
    return own + thing[article.end() :]


def _first_person(text: str, language: Language) -> str:
    pattern, forms = _persons(language)
    text = pattern.sub(lambda match: forms[match[0].lower()], text)
    return YOU_DO.sub(r"je \1e", text) if language == "fr" else text


def _in_context(text: str, language: Language, rng: random.Random) -> str:
    phrases = _phrases(language)
    if rng.random() < 0.22:
        text = f"{rng.choice(phrases['openings'])} {text}"
    if rng.random() < 0.2:
        text = f"{text}{rng.choice((' ', ', ', '. ', ' '))}{rng.choice(phrases['closings'])}"
    return text

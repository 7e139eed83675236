"""Tells French from English by the function words of a text."""

import re

from netz.knowledge.extraction.text import word_set
from netz.knowledge.extraction.types import Language

_FRENCH = word_set(
    "le la les un une des du de et est sont dans sur pour par avec vous votre vos nous notre ce "
    "cette ces qui que ne pas plus ou où au aux il elle ils être avoir fait peut cela si "
    "l' d' n' s' qu' j' c' m' se sa son ses leur comme mais "
    "aussi afin lors après avant depuis sans entre"
)
_ENGLISH = word_set(
    "the of and to in is are that for it you your this with be on as by or an if not can from "
    "have has was were will at which when its we they their there been would should may any "
    "these those how what into then than also after before "
    "i my do does did get need want make tell could am who why where so but all no up out about he "
    "she his her him give please let know i' it' what' don' doesn' can' didn' isn' let' "
    "much many more some just now here good day time"
)
_WORD = re.compile(r"[^\W\d_]+'?")
_SAMPLE = 20_000


def detect_language(text: str) -> Language:
    """The language that most of the text is in: "fr", "en", or "" when neither is clear."""
    words = [word.lower() for word in _WORD.findall(_sample(text).replace("’", "'"))]
    french = sum(word in _FRENCH for word in words)
    english = sum(word in _ENGLISH for word in words)
    if max(french, english) < max(1, 0.04 * len(words)) or french == english:
        return _by_accents(text) if french == english else ""
    return "fr" if french > english else "en"


def _sample(text: str) -> str:
    """The head and the middle of a long text, since a head alone may be a licence notice."""
    if len(text) <= _SAMPLE:
        return text
    half = _SAMPLE // 2
    middle = len(text) // 2
    return text[:half] + " " + text[middle : middle + half]


def _by_accents(text: str) -> Language:
    return "fr" if re.search(r"[éèêàùçœ]", text[:_SAMPLE].lower()) else ""

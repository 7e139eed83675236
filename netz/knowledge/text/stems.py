"""Stemming: the index holds one stem a word, in the passage's language; questions try several."""

import threading
from functools import lru_cache

import Stemmer

from netz.knowledge.text.characters import fold, lower

_ALGORITHMS = {"fr": "french", "en": "english"}
_local = threading.local()


def _stemmer(language: str) -> Stemmer.Stemmer:
    """This thread's stemmer: the C object keeps state and is not safe to share."""
    stemmers: dict[str, Stemmer.Stemmer] = _local.__dict__.setdefault("stemmers", {})
    if language not in stemmers:
        stemmers[language] = Stemmer.Stemmer(_ALGORITHMS[language], 0)
    return stemmers[language]


@lru_cache(maxsize=131_072)
def stem(word: str, language: str) -> str:
    """The folded stem of one word ("fr" or "en"; anything else is taken as French)."""
    algorithm = language if language in _ALGORITHMS else "fr"
    return fold(_stemmer(algorithm).stemWord(lower(word))) or fold(word)


@lru_cache(maxsize=16_384)
def stems(word: str, language: str) -> tuple[str, ...]:
    """All stems under which a questioned word may stand in the index, the likeliest first.

    The word as written and without its accents (titles in capitals, hurried typing), in the
    question's language and in the other one (English words inside French text and the reverse);
    then unstemmed, since an accent may have kept the document's word whole (accès, acces).
    """
    other = "en" if language == "fr" else "fr"
    plain = fold(word)
    forms = (
        stem(word, language),
        stem(plain, language),
        stem(word, other),
        stem(plain, other),
        plain,
    )
    return tuple(dict.fromkeys(forms))

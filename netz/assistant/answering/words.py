"""Words of a text as index terms, so that questions and passages are compared like in search."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from netz.assistant.answering.lexicon import ENGLISH_FUNCTION, FRENCH_FUNCTION, LIGHT
from netz.knowledge.text.tokens import analyse


@lru_cache(maxsize=65536)
def terms_of(text: str, language: str = "fr") -> frozenset[str]:
    """Return the set of index terms of `text`, stemmed as `language` ("fr" or "en")."""
    return frozenset(token.term for token in analyse(text, language or "fr"))


def terms_in_order(text: str, language: str = "fr") -> frozenset[str]:
    """Return the index terms of `text`, and each two neighbours as "first second"."""
    tokens = analyse(text, language or "fr")
    words = [token.term for token in tokens if token.whole]
    return frozenset(token.term for token in tokens) | pairs_of(words)


def pairs_of(terms: Sequence[str]) -> frozenset[str]:
    """Return what `terms_in_order` holds where `terms` stand side by side."""
    return frozenset(f"{one} {other}" for one, other in pairwise(terms))


def either_terms(text: str) -> frozenset[str]:
    """Return the index terms under which a word may stand in a document of either language."""
    return terms_of(text, "fr") | terms_of(text, "en")


def content_terms(text: str) -> frozenset[str]:
    """Return `either_terms` without the words that carry no subject."""
    return either_terms(text) - _empty_terms()


@lru_cache(maxsize=1)
def _empty_terms() -> frozenset[str]:
    return either_terms(" ".join(sorted(FRENCH_FUNCTION | ENGLISH_FUNCTION | LIGHT)))

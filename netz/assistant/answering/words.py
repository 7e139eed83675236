"""Words of a text as index terms, so that questions and passages are compared like in search."""

from __future__ import annotations

import re
from functools import lru_cache

from netz.knowledge.text.tokens import analyse

# A word keeps its inner joints: Wi-Fi, smtp.office365.com, /etc/fstab, l'imprimante, 0x80070005.
WORD = re.compile(r"/?[^\W_]+(?:[.@+/'’\-_#:\\][^\W_]+)*[+#%]?|\d+\s?%")
_ELISION = re.compile(r"^(?:l|d|j|m|n|s|t|c|qu|jusqu|lorsqu|puisqu)['’](?=\w)", re.IGNORECASE)


@lru_cache(maxsize=65536)
def terms_of(text: str, language: str = "fr") -> frozenset[str]:
    """Return the set of index terms of `text`, stemmed as `language` ("fr" or "en")."""
    return frozenset(token.term for token in analyse(text, language or "fr"))


def either_terms(text: str) -> frozenset[str]:
    """Return the index terms under which a word may stand in a document of either language."""
    return terms_of(text, "fr") | terms_of(text, "en")


def surface_words(text: str) -> list[str]:
    """Return the words of `text` as written, elided articles removed ("l'imprimante" gives one)."""
    return [_ELISION.sub("", match) for match in WORD.findall(text)]

"""Characters: what counts as part of a word, and the plain form that words are compared in."""

import re
import unicodedata
from functools import lru_cache

# Marks that people or tricksters put inside words and that nobody sees: soft hyphen, zero-width
# space and joiners, direction marks and isolates, word joiner, byte-order mark.
INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_INVISIBLE = re.compile(f"[{INVISIBLE}\u0300-\u036f\ufe00-\ufe0f]")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})


def lower(word: str) -> str:
    """The word in lower case, compatibility forms resolved, invisible characters gone.

    Accents stay: the French stemmer needs them.
    """
    if word.isascii():
        return word.lower()
    composed = unicodedata.normalize("NFKC", word).casefold()
    return _strip_invisible(composed)


def _strip_invisible(word: str) -> str:
    return re.sub(f"[{INVISIBLE}]", "", word)


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """The lower-case word without accents: the form in which terms are compared."""
    if word.isascii():
        return word.lower()
    plain = lower(word).translate(_LIGATURES)
    return _INVISIBLE.sub("", unicodedata.normalize("NFKD", plain))

"""Mends words that a PDF's line ends have divided, with the document's own words as witness."""

import re
from collections import Counter
from collections.abc import Iterable

from netz.knowledge.extraction.formats.pdf_page import HYPHEN
from netz.knowledge.extraction.text import word_set

_WORD = re.compile(r"[\w-]+")
_DIVIDED = re.compile(rf"([\w-]*){HYPHEN}\s?([\w-]*)")
_CUT_ADDRESS = re.compile(r"(?:https?:|\S*(?:://|www\.)\S*[/.?&=_#])$")
_LINE_END = re.compile(r"\w[-‐\u00ad]$")
# Before these a hyphen is grammar, not typesetting: "a-t-il", "celui-ci", "faites-le".
_CLITICS = word_set("il elle on ils elles t ci là le la les moi toi nous vous en y ce")


class WordMender:
    """Knows how the document spells its undivided words."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._known: Counter[str] = Counter()
        for text in texts:
            whole = _DIVIDED.sub(" ", text)
            self._known.update(word.lower().strip("-") for word in _WORD.findall(whole))

    def mend(self, text: str) -> str:
        """The text with each divided word whole again, its real hyphens kept."""
        return _DIVIDED.sub(self._join, text) if HYPHEN in text else text

    def _join(self, found: re.Match[str]) -> str:
        left, right = found.group(1), found.group(2)
        plain, hyphened = left + right, f"{left}-{right}"
        known_plain = self._known[plain.lower()]
        known_hyphened = self._known[hyphened.lower()]
        if known_plain != known_hyphened:
            return plain if known_plain > known_hyphened else hyphened
        return hyphened if self._is_compound(left, right) else plain

    def _is_compound(self, left: str, right: str) -> bool:
        """A hyphen that the author wrote: digits, capitals, clitics, or two known words."""
        if not left or not right or left.startswith("-"):
            return True
        if not right[0].islower() or left[-1].isdigit() or right.lower() in _CLITICS:
            return True
        if "-" in left:
            return True
        last = left.lower()
        return len(last) > 3 and len(right) > 3 and bool(self._known[last] and self._known[right])


def joined(before: str, after: str) -> str:
    """Two lines of one paragraph as one; a divided word is marked for the mender."""
    if before.endswith(HYPHEN):
        return before + after
    if _LINE_END.search(before) and after[:1].isalnum():
        return before[:-1] + HYPHEN + after
    if _CUT_ADDRESS.search(before) and (after[:1].islower() or after[:1] in "/?#&"):
        return before + after
    return f"{before} {after}"

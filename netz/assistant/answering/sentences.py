"""Cuts running text into sentences, each an exact piece of the text."""

from __future__ import annotations

import re

_END = re.compile(r"(?<=[.!?…])(?:\s?»|[\"”’')\]])*\s+(?=[\"«“‘'(\[—–-]?\s?[^\W_a-zà-ÿ])")
_ABBREVIATION = re.compile(
    r"(?:(?i:\b(?:M|MM|Mme|Mlle|Dr|Pr|Me|St|Ste|art|al|cf|ex|env|etc|fig|p|pp|vol|no|tél|max|min|"
    r"av|bd|chap|éd|e\.g|i\.e|vs|inc|ltd|approx|dept|mr|mrs|ms|jr|sr|p\.\s?ex|c\.-à-d))|"
    r"\b[A-ZÀ-Ý]|^\s*\d{1,3}|^\s*[a-z])\.$"
)


def split_sentences(text: str) -> list[str]:
    """Return the sentences of `text` in order; joined by their white space they are the text."""
    sentences: list[str] = []
    for line in text.split("\n"):
        sentences += _split_line(line)
    return sentences


def _split_line(line: str) -> list[str]:
    found: list[str] = []
    start = 0
    for match in _END.finditer(line):
        piece = line[start : match.end()].strip()
        if _ABBREVIATION.search(piece) and not piece.lower().endswith("etc."):
            continue
        if not _balanced(piece):
            continue
        found.append(piece)
        start = match.end()
    rest = line[start:].strip()
    return [*found, rest] if rest else found


def _balanced(piece: str) -> bool:
    """A bracket that opened must close within the same sentence, unless it never does."""
    return piece.count("(") <= piece.count(")") or len(piece) > 400

"""Recognises values that a format gave as plain paragraphs: "Port : 587" lines, text tables."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Kind, text, level and list marker of a block; kinds as extracted, and "pairs" and "grid".
Block = tuple[str, str, int, str]

_PAIR = re.compile(r"^[^.:;!?\n]{2,60}\s?:\s*\S")
_CELL_WORDS = 6


def shaped(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return `blocks` with such paragraphs renamed to "pairs" or "grid"; nothing else changes."""
    named = [(_pairs(block), *block[1:]) for block in blocks]
    cells = [_cells(block) for block in named]
    for number, block in enumerate(named):
        near = {cells[n] for n in (number - 1, number + 1) if 0 <= n < len(cells)}
        if cells[number] > 1 and cells[number] in near:
            named[number] = ("grid", *block[1:])
    return tuple(named)


def _pairs(block: Block) -> str:
    lines = [line for line in block[1].split("\n") if line.strip()]
    pairs = sum(1 for line in lines if _PAIR.match(line))
    several = len(lines) >= 3 and pairs * 3 >= len(lines) * 2
    return "pairs" if block[0] == "paragraph" and several else block[0]


def _cells(block: Block) -> int:
    """The number of lines of a paragraph that looks like a table's row written cell by cell."""
    lines = [line.strip() for line in block[1].split("\n")]
    if block[0] != "paragraph" or len(lines) < 2:
        return 0
    short = all(
        len(line.split()) <= _CELL_WORDS and not line.endswith((".", ";", ":")) for line in lines
    )
    return len(lines) if short else 0

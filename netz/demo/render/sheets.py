"""What the two spreadsheet formats share: a source seen as named sheets of typed cells."""

import re
from dataclasses import dataclass

from netz.demo.source import parse

Cell = str | int | float
_INTEGER = re.compile(r"\d{1,4}")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet; the first of `rows` is the header."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


def sheets(text: str, title: str) -> list[Sheet]:
    """Each table of the source, named after the heading above it (at most 31 characters)."""
    found: list[Sheet] = []
    name = title
    for piece in parse(text):
        if piece.kind == "heading":
            name = piece.text
        elif piece.kind == "table":
            rows = tuple(tuple(_typed(cell) for cell in row) for row in piece.rows)
            found.append(Sheet(name[:31], rows))
    return found


def _typed(cell: str) -> Cell:
    return int(cell) if _INTEGER.fullmatch(cell) else cell

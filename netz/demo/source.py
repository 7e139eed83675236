"""Reads the small markdown dialect in which the demo documents are written."""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["heading", "paragraph", "bullet", "number", "table", "page_break"]
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of a source; `rows` is filled for a table, its first row being the header."""

    kind: Kind
    text: str = ""
    level: int = 0
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Mail:
    """A source that starts with mail headers instead of a title."""

    headers: dict[str, str]
    body: str


_HEADING = re.compile(r"(#{1,3}) (.+)")
_NUMBER = re.compile(r"\d+\. (.+)")


def parse(text: str) -> list[Piece]:
    """The blocks of `text` in order; each line is one block except for the rows of a table."""
    pieces: list[Piece] = []
    rows: list[Row] = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            if not line.startswith("|---"):
                rows.append(tuple(cell.strip() for cell in line.strip("|").split("|")))
            continue
        if rows:
            pieces.append(Piece("table", rows=tuple(rows)))
            rows = []
        if line:
            pieces.append(_line(line))
    return pieces


def _line(line: str) -> Piece:
    if heading := _HEADING.fullmatch(line):
        return Piece("heading", heading[2], level=len(heading[1]))
    if number := _NUMBER.fullmatch(line):
        return Piece("number", number[1])
    if line == "---":
        return Piece("page_break")
    if line.startswith("- "):
        return Piece("bullet", line[2:])
    return Piece("paragraph", line)


def parse_mail(text: str) -> Mail:
    """Splits `text` at its first empty line into headers and body."""
    head, _, body = text.partition("\n\n")
    headers = dict(line.split(": ", 1) for line in head.splitlines())
    return Mail(headers, body)


def runs(pieces: list[Piece]) -> list[list[Piece]]:
    """Groups neighbours that belong together: each list of items is one run, all else alone."""
    grouped: list[list[Piece]] = []
    for piece in pieces:
        together = piece.kind in ("bullet", "number")
        if together and grouped and grouped[-1][0].kind == piece.kind:
            grouped[-1].append(piece)
        else:
            grouped.append([piece])
    return grouped

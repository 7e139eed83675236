"""Table cells to text: header detection, one line a row, long tables in several blocks."""

import re
from collections.abc import Iterator, Sequence

from netz.knowledge.extraction.text import one_line
from netz.knowledge.extraction.types import Rows

ROWS_PER_BLOCK = 30
_VALUE = re.compile(r"[\d\s.,:/%€$£()+\-–—]*\d[\d\s.,:/%€$£()+\-–—hH]*|true|false|vrai|faux|[-–—]")


def tidy(rows: Sequence[Sequence[str]]) -> Rows:
    """Rectangular rows of clean cells, with empty rows and empty columns left out."""
    cells = [[one_line(cell) for cell in row] for row in rows]
    cells = [row for row in cells if any(row)]
    width = max(map(len, cells), default=0)
    square = [row + [""] * (width - len(row)) for row in cells]
    used = [at for at in range(width) if any(row[at] for row in square)]
    return tuple(tuple(row[at] for at in used) for row in square)


def looks_like_header(rows: Rows) -> bool:
    """True when the first row names the columns: filled, distinct labels, unlike the data."""
    if len(rows) < 2 or len(rows[0]) < 2:
        return False
    first = rows[0]
    named = [cell for cell in first if cell]
    if len(named) < max(2, len(first) - 1) or len(set(named)) < len(named):
        return False
    filled = sum(bool(cell) for row in rows[1:] for cell in row)
    if filled < 0.4 * len(first) * (len(rows) - 1):
        return False
    if any(cell.endswith(":") for cell in named) or _is_one_of_the_rows(rows):
        return False
    return not any(_VALUE.fullmatch(cell.lower()) or len(cell) > 80 for cell in named)


def _is_one_of_the_rows(rows: Rows) -> bool:
    """True when some column's cells mostly begin with the word that its first cell begins with."""
    for column, first in enumerate(rows[0]):
        word = first.split(" ", 1)[0]
        alike = sum(row[column].split(" ", 1)[0] == word for row in rows[1:])
        if word and len(rows) > 3 and alike * 2 > len(rows) - 1:
            return True
    return False


def row_text(row: Sequence[str], header: Sequence[str]) -> str:
    """One row as "Header: value; Header: value"; empty cells are left out."""
    if not header:
        # "Name:" and its value in the next cell read as one.
        return "; ".join(cell for cell in row if cell).replace(":; ", ": ")
    pairs = zip(header, row, strict=False)
    return "; ".join(f"{name}: {cell}" if name else cell for name, cell in pairs if cell)


def table_text(rows: Rows, has_header: bool) -> str:
    """A table's text, one line a row; a header standing alone is its own line."""
    header = rows[0] if has_header else ()
    body = rows[1:] if has_header and len(rows) > 1 else rows
    if body is rows:
        header = ()
    return "\n".join(row_text(row, header) for row in body)


def parts(rows: Rows, has_header: bool, size: int = ROWS_PER_BLOCK) -> Iterator[Rows]:
    """The table in pieces of at most `size` body rows, each with the header again."""
    head, body = (rows[:1], rows[1:]) if has_header else ((), rows)
    if not body:
        yield rows
        return
    for at in range(0, len(body), size):
        yield head + body[at : at + size]

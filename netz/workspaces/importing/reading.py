"""From a file's bytes to rows: encoding, separator, and the columns by their names."""

import csv
import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from netz.core.cells import FORMULA_STARTS
from netz.workspaces.importing.errors import ColumnsMissing, TableUnreadable, TooManyRows

MAX_BYTES = 1024 * 1024
MAX_ROWS = 500
MAX_CELL = 1000

_COLUMNS = {
    "email": {"email", "e-mail", "mail", "adresse", "adresse e-mail", "courriel", "address"},
    "role": {"role"},
    "company": {"company", "entreprise", "entreprise cliente", "societe", "client"},
    "language": {"language", "langue"},
    "active": {"active", "actif", "statut", "status"},
}


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table: its line in the file, and what each known column says (or None)."""

    number: int
    email: str
    role: str | None
    company: str | None
    language: str | None
    active: str | None


def read_table(content: bytes) -> list[Line]:
    """The rows; empty ones are left out. Raises `TableUnreadable`, `ColumnsMissing`,
    `TooManyRows`."""
    if len(content) > MAX_BYTES:
        raise TableUnreadable(detail=f"> {MAX_BYTES // 1024} KB")
    text = _decoded(content)
    rows = _rows(text)
    first = next(rows, None)
    if first is None:
        raise TableUnreadable(detail="")
    places = _places(first[1])
    lines = [_line(number, cells, places) for number, cells in rows]
    if len(lines) > MAX_ROWS:
        raise TooManyRows(count=len(lines), limit=MAX_ROWS)
    return lines


def folded(text: str) -> str:
    """Without accents, case and outer spaces: how people's spellings are compared."""
    plain = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


def _decoded(content: bytes) -> str:
    if b"\0" in content:  # also every table in UTF-16
        raise TableUnreadable(detail="")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # A few bytes mean nothing in Windows-1252; what Excel writes holds none of them.
        try:
            return content.decode("cp1252")
        except UnicodeDecodeError as error:
            raise TableUnreadable(detail="") from error


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    head = text.lstrip().partition("\n")[0]
    separator = max(";,\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    start = 1
    try:
        for cells in reader:
            if any(len(cell) > MAX_CELL for cell in cells):
                raise TableUnreadable(detail=f"{start}: > {MAX_CELL}")
            if any(cell.strip() for cell in cells):
                yield start, cells
            start = reader.line_num + 1
    except csv.Error as error:
        raise TableUnreadable(detail=f"{start} : {error}") from error


def _places(head: list[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, title in enumerate(head):
        for column, names in _COLUMNS.items():
            if folded(title) in names:
                if column in places:
                    raise ColumnsMissing
                places[column] = place
    if "email" not in places:
        raise ColumnsMissing
    return places


def _line(number: int, cells: list[str], places: dict[str, int]) -> Line:
    def cell(column: str) -> str | None:
        place = places.get(column)
        if place is None or place >= len(cells):
            return None
        text = cells[place].strip()
        # Our own export puts an apostrophe before what a spreadsheet would run as a formula.
        return text[1:] if text[:2] in _GUARDED else text

    return Line(
        number,
        (cell("email") or "").lower(),
        cell("role"),
        cell("company"),
        cell("language"),
        cell("active"),
    )


_GUARDED = {f"'{sign}" for sign in FORMULA_STARTS}

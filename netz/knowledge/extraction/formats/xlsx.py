"""Excel workbooks to blocks, one sheet after the other, values as a reader sees them."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from netz.knowledge.extraction.builder import BlockBuilder
from netz.knowledge.extraction.formats.ooxml import open_package
from netz.knowledge.extraction.formats.sheets import add_sheet
from netz.knowledge.extraction.source import Source
from netz.knowledge.extraction.types import ExtractionError

_MAX_COLUMNS = 200
# A sheet formatted down to its last row is walked no further than this many empty rows.
_MAX_EMPTY_ROWS = 2_000


def read(path: Path, builder: BlockBuilder, source: Source) -> None:
    """Adds the visible sheets; the page number of a block is its sheet's."""
    from openpyxl import load_workbook

    with open_package(path, source.limits) as package:
        source.title = package.title()
    budget = _Budget(source.limits.max_cells)
    # Given a path, openpyxl judges the file by its ending, which a stored file needn't have.
    with path.open("rb") as file:
        book = load_workbook(file, read_only=True, data_only=True)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        for number, sheet in enumerate(sheets, 1):
            builder.page = number
            sheet.reset_dimensions()
            add_sheet(builder, sheet.title, _rows(sheet, budget))
            source.progress(number / len(sheets))
        source.pages = len(sheets)


class _Budget:
    def __init__(self, cells: int) -> None:
        self.left = cells

    def spend(self, cells: int) -> None:
        self.left -= cells
        if self.left < 0:
            raise ExtractionError("too_large", "too many cells")


def _rows(sheet: Any, budget: _Budget) -> Iterator[list[str]]:
    empty = 0
    for row in sheet.iter_rows(max_col=_MAX_COLUMNS):
        texts = [_shown(cell) for cell in row]
        empty = 0 if any(texts) else empty + 1
        if empty > _MAX_EMPTY_ROWS:
            return
        budget.spend(1 + sum(map(bool, texts)))
        yield texts


def _shown(cell: Any) -> str:
    """The value as text: dates in ISO form, percentages as such, no float noise."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, (date, time, timedelta)):
        return str(value)
    if isinstance(value, (int, float)):
        return _number(float(value), str(cell.number_format or ""))
    return str(value)


def _number(value: float, pattern: str) -> str:
    if "%" in pattern:
        return f"{value * 100:.10g} %"
    return f"{value:.0f}" if value.is_integer() and abs(value) < 1e15 else f"{value:.12g}"

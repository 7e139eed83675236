"""OpenDocument spreadsheets to blocks, sheet by sheet."""

from collections.abc import Iterator
from pathlib import Path

from netz.knowledge.extraction.builder import BlockBuilder
from netz.knowledge.extraction.formats import odf
from netz.knowledge.extraction.formats.ooxml import Element, attribute, child, local, open_package
from netz.knowledge.extraction.formats.sheets import add_sheet
from netz.knowledge.extraction.source import Source
from netz.knowledge.extraction.types import ExtractionError

_FILLER = 1_000


def read(path: Path, builder: BlockBuilder, source: Source) -> None:
    """Adds every sheet; the page number of a block is its sheet's."""
    with open_package(path, source.limits) as package:
        manifest = package.xml("META-INF/manifest.xml")
        if manifest is not None and any(local(e) == "encryption-data" for e in manifest.iter()):
            raise ExtractionError("encrypted", "password-protected OpenDocument file")
        body = child(package.required("content.xml"), "body", "spreadsheet")
        sheets = [table for table in (body if body is not None else ()) if local(table) == "table"]
        for number, sheet in enumerate(sheets, 1):
            builder.page = number
            rows = _rows(sheet, source.limits.max_cells)
            add_sheet(builder, attribute(sheet, "name"), rows)
            source.progress(number / len(sheets))
        source.pages = len(sheets)
        source.title = package.title()


def _rows(sheet: Element, budget: int) -> Iterator[list[str]]:
    for cells, repeat in odf.repeated_rows(sheet):
        filled = any(cells)
        for _ in range(min(repeat, _FILLER) if filled else 1):
            budget -= len(cells) + 1
            if budget < 0:
                raise ExtractionError("too_large", "too many cells")
            yield cells

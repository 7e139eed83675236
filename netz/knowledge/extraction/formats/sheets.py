"""One worksheet's cells to blocks: tables between blank rows, lone cells as paragraphs."""

from collections.abc import Iterable, Iterator

from netz.knowledge.extraction.builder import BlockBuilder

_GENERIC = ("sheet", "feuil", "feuille", "tabelle", "table")


def add_sheet(
    builder: BlockBuilder, name: str, rows: Iterable[list[str]], *, titled: bool = True
) -> None:
    """Adds a sheet under its name, unless `titled` is false or the name says nothing."""
    regions = list(_regions(rows))
    if titled and regions and not _is_generic(name):
        builder.heading(name, 2)
    for region in regions:
        _add_region(builder, region)


def _is_generic(name: str) -> bool:
    return name.lower().rstrip("0123456789 ") in _GENERIC


def _regions(rows: Iterable[list[str]]) -> Iterator[list[list[str]]]:
    region: list[list[str]] = []
    for row in rows:
        if any(cell.strip() for cell in row):
            region.append(row)
        elif region:
            yield region
            region = []
    if region:
        yield region


def _add_region(builder: BlockBuilder, region: list[list[str]]) -> None:
    """Rows of one filled cell above the table are its captions."""
    at = 0
    while at < len(region) and sum(bool(cell.strip()) for cell in region[at]) == 1:
        builder.paragraph("".join(region[at]))
        at += 1
    if at < len(region):
        builder.table(region[at:])

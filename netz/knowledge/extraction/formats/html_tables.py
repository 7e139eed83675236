"""What an HTML table is made of: its own rows, spans, header, and whether it is one at all."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

_RICH = "table, ul, ol, h1, h2, h3, h4, pre"
_MAX_SPAN = 100
Cell = tuple[str, int, int]


def children(node: LexborNode) -> Iterator[LexborNode]:
    """The node's children, text nodes included."""
    child = node.child
    while child is not None:
        yield child
        child = child.next


def own_cells(table: LexborNode) -> list[list[LexborNode]]:
    """The cells of each row, without those of tables inside it."""
    rows = [row for row in table.css("tr") if _owner(row) == table.mem_id]
    return [[cell for cell in children(row) if cell.tag in ("td", "th")] for row in rows]


def is_layout(cells: list[list[LexborNode]]) -> bool:
    """A table that arranges the page: single cells, or cells that hold lists and headings."""
    if max(map(len, cells), default=0) < 2:
        return True
    flat = [cell for row in cells for cell in row]
    if any(cell.tag == "th" for cell in flat):
        return False
    return sum(cell.css_first(_RICH) is not None for cell in flat) * 3 > len(flat)


def has_header_row(cells: list[list[LexborNode]]) -> bool:
    return len(cells) > 1 and len(cells[0]) > 1 and all(cell.tag == "th" for cell in cells[0])


def spans(cell: LexborNode) -> tuple[int, int]:
    """(columns, rows) that the cell covers."""
    attributes = cell.attributes
    return _span(attributes.get("colspan")), _span(attributes.get("rowspan"))


def spread(rows: list[list[Cell]]) -> list[list[str]]:
    """Plain rows: a cell over several rows is repeated in each, one over columns stands once."""
    waiting: dict[int, tuple[str, int]] = {}
    grid: list[list[str]] = []
    for row in rows:
        line: list[str] = []
        _take_waiting(line, waiting)
        for text, columns, height in row:
            for offset in range(columns):
                value = text if offset == 0 else ""
                if height > 1:
                    waiting[len(line)] = (value, height - 1)
                line.append(value)
            _take_waiting(line, waiting)
        grid.append(line)
    return grid


def _take_waiting(line: list[str], waiting: dict[int, tuple[str, int]]) -> None:
    while len(line) in waiting:
        at = len(line)
        text, left = waiting.pop(at)
        if left > 1:
            waiting[at] = (text, left - 1)
        line.append(text)


def _span(raw: str | None) -> int:
    return min(int(raw), _MAX_SPAN) if raw and raw.isdigit() and int(raw) > 0 else 1


def _owner(row: LexborNode) -> int | None:
    parent = row.parent
    while parent is not None and parent.tag != "table":
        parent = parent.parent
    return parent.mem_id if parent is not None else None

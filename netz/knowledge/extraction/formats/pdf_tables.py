"""Finds tables on a PDF page: cells framed by ruling lines, or columns that stand aligned."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from netz.knowledge.extraction.formats.pdf_page import HYPHEN, Edge, Line, Page, Word

_NEAR = 3.0
_MAX_EDGES = 3_000
_MIN_ALIGNED_ROWS = 3
_LONG_CELL = 7


@dataclass(slots=True)
class Table:
    """Cells from top to bottom; `line` is the place in the page's lines where it belongs."""

    rows: list[list[str]]
    line: Line


def take_tables(page: Page) -> list[Table]:
    """The page's tables; their words are removed from the page's lines."""
    found = list(_ruled(page))
    found += _aligned(page)
    return found


def _ruled(page: Page) -> Iterator[Table]:
    if len(page.vertical) + len(page.horizontal) > _MAX_EDGES:
        return
    for vertical, horizontal in _grids(page):
        columns = _cluster([edge[0] for edge in vertical])
        rows = _cluster([edge[0] for edge in horizontal])
        if len(columns) < 3 or len(rows) < 3:
            continue
        table = _fill(page, columns, sorted(rows, reverse=True))
        if table is not None:
            yield table


def _grids(page: Page) -> Iterator[tuple[list[Edge], list[Edge]]]:
    """Groups of upright and level edges that touch one another."""
    verticals, horizontals = list(page.vertical), list(page.horizontal)
    while verticals:
        group_v, group_h = [verticals.pop()], list[Edge]()
        grew = True
        while grew:
            crossing = [h for h in horizontals if any(_touch(v, h) for v in group_v)]
            horizontals = [h for h in horizontals if h not in crossing]
            group_h += crossing
            meeting = [v for v in verticals if any(_touch(v, h) for h in group_h)]
            verticals = [v for v in verticals if v not in meeting]
            group_v += meeting
            grew = bool(crossing or meeting)
        yield group_v, group_h


def _touch(vertical: Edge, horizontal: Edge) -> bool:
    x, bottom, top = vertical
    y, left, right = horizontal
    return left - _NEAR <= x <= right + _NEAR and bottom - _NEAR <= y <= top + _NEAR


def _cluster(values: list[float]) -> list[float]:
    """Distinct positions; edges drawn twice, or as both sides of a thick line, count once."""
    distinct: list[float] = []
    for value in sorted(values):
        if not distinct or value - distinct[-1] > _NEAR * 1.5:
            distinct.append(value)
    return distinct


def _fill(page: Page, columns: list[float], rows: list[float]) -> Table | None:
    cells: dict[tuple[int, int], list[str]] = {}
    anchor: Line | None = None
    kept: list[Line] = []
    for line in page.lines:
        outside: list[Word] = []
        for word in line.words:
            row, column = _place(word, columns, rows, line.size)
            if row < 0 or column < 0:
                outside.append(word)
            else:
                cells.setdefault((row, column), []).append(word.text)
        if len(outside) < len(line.words) and anchor is None:
            anchor = _anchor(line)
            kept.append(anchor)
        if outside:
            kept.append(replace(line, words=outside))
    if anchor is None or len({row for row, _ in cells}) < 2 or len({col for _, col in cells}) < 2:
        return None
    page.lines = kept
    height, width = len(rows) - 1, len(columns) - 1
    grid = [[_joined(cells.get((r, c), [])) for c in range(width)] for r in range(height)]
    return Table(grid, anchor)


def _anchor(line: Line) -> Line:
    """A line without text that keeps the table's place among the others."""
    return replace(line, words=[Word("", line.x0, line.x1, line.y)], links=[])


def _place(word: Word, columns: list[float], rows: list[float], size: float) -> tuple[int, int]:
    """(row, column) of the cell that holds the word's middle, -1 where there is none."""
    x, y = (word.x0 + word.x1) / 2, word.y + size * 0.3
    column = next((at for at in range(len(columns) - 1) if columns[at] <= x < columns[at + 1]), -1)
    row = next((at for at in range(len(rows) - 1) if rows[at] >= y > rows[at + 1]), -1)
    return row, column


def _joined(words: list[str]) -> str:
    return " ".join(words).replace(f"{HYPHEN} ", HYPHEN)


def _aligned(page: Page) -> Iterator[Table]:
    """Rows of short cells whose columns begin or end at the same places."""
    rows = _visual_rows(page)
    run: list[list[Word]] = []
    members: list[list[Line]] = []
    for cells, lines in [*rows, ([], [])]:
        if cells and (not run or _same_columns(run[-1], cells, lines[0].size)):
            run.append(cells)
            members.append(lines)
            continue
        if len(run) >= _MIN_ALIGNED_ROWS:
            yield _take(page, run, members)
        run, members = ([cells], [lines]) if cells else ([], [])


def _take(page: Page, run: list[list[Word]], members: list[list[Line]]) -> Table:
    gone = [line for lines in members for line in lines]
    anchor = _anchor(gone[0])
    kept: list[Line] = []
    for line in page.lines:
        if line is gone[0]:
            kept.append(anchor)
        elif not any(line is other for other in gone):
            kept.append(line)
    page.lines = kept
    return Table([[cell.text for cell in cells] for cells in run], anchor)


def _visual_rows(page: Page) -> list[tuple[list[Word], list[Line]]]:
    """Neighbouring lines on one baseline as (cells, lines); no cells for a line of prose."""
    rows: list[tuple[list[Word], list[Line]]] = []
    group: list[Line] = []
    for line in [*page.lines, None]:
        if line is not None and (not group or abs(line.y - group[-1].y) < line.size * 0.3):
            group.append(line)
            continue
        cells = _cells(group)
        short = len(cells) > 1 and all(len(c.text.split()) < _LONG_CELL for c in cells)
        rows.append((cells if short and all(c.text for c in cells) else [], group))
        group = [line] if line is not None else []
    return rows


def _cells(lines: list[Line]) -> list[Word]:
    """The words of a visual row, joined where no wide gap divides them."""
    words = sorted((word for line in lines for word in line.words), key=lambda word: word.x0)
    cells: list[Word] = []
    for word in words:
        gap = 1.5 * lines[0].size
        if cells and word.x0 - cells[-1].x1 < gap:
            last = cells[-1]
            cells[-1] = Word(f"{last.text} {word.text}", last.x0, word.x1, last.y)
        else:
            cells.append(word)
    return cells


def _same_columns(before: list[Word], cells: list[Word], size: float) -> bool:
    """True when the rows have the same columns and follow closely."""
    if len(before) != len(cells) or not 0 < before[0].y - cells[0].y < 3.5 * size:
        return False
    return all(
        abs(one.x0 - other.x0) < size or abs(one.x1 - other.x1) < size
        for one, other in zip(before, cells, strict=True)
    )

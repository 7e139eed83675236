"""Finds tables on a PDF page: cells framed by ruling lines, or columns that stand aligned."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from netz.knowledge.extraction.formats.pdf_page import HYPHEN, Edge, Line, Page, Word

_NEAR = 3.0
_MAX_EDGES = 600
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
    verticals, horizontals = _merged(page.vertical), _merged(page.horizontal)
    if len(verticals) + len(horizontals) > _MAX_EDGES:
        return
    for vertical, horizontal in _grids(verticals, horizontals):
        columns = _cluster([edge[0] for edge in vertical])
        rows = _cluster([edge[0] for edge in horizontal])
        if len(columns) < 3 or len(rows) < 3:
            continue
        table = _fill(page, _Grid(columns, sorted(rows, reverse=True), vertical, horizontal))
        if table is not None:
            yield table


def _merged(edges: list[Edge]) -> list[Edge]:
    """Edges drawn piece by piece as whole ones."""
    whole: list[Edge] = []
    for at, start, end in sorted((round(edge[0]), edge[1], edge[2]) for edge in edges):
        if whole and whole[-1][0] == at and start <= whole[-1][2] + _NEAR:
            whole[-1] = (at, whole[-1][1], max(end, whole[-1][2]))
        else:
            whole.append((at, start, end))
    return whole


def _grids(
    verticals: list[Edge], horizontals: list[Edge]
) -> Iterator[tuple[list[Edge], list[Edge]]]:
    """Groups of upright and level edges that touch one another."""
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


@dataclass(slots=True)
class _Grid:
    """`columns` grow rightwards, `rows` fall downwards; both hold the cells' borders."""

    columns: list[float]
    rows: list[float]
    vertical: list[Edge]
    horizontal: list[Edge]

    def place(self, word: Word, size: float) -> tuple[int, int]:
        """(row, column) of the cell that holds the word's middle, -1 where there is none."""
        x, y = (word.x0 + word.x1) / 2, word.y + size * 0.3
        row = self._between([-border for border in self.rows], -y)
        column = self._between(self.columns, x)
        while row >= 0 and column > 0 and not self._is_border(column, row):
            column -= 1
        return row, column

    @staticmethod
    def _between(borders: list[float], value: float) -> int:
        places = range(len(borders) - 1)
        return next((at for at in places if borders[at] <= value < borders[at + 1]), -1)

    def _is_border(self, column: int, row: int) -> bool:
        """False where a cell of this row reaches over the border: a merged cell."""
        x, middle = self.columns[column], (self.rows[row] + self.rows[row + 1]) / 2
        return any(
            abs(edge - x) <= _NEAR * 1.5 and bottom <= middle <= top
            for edge, bottom, top in self.vertical
        )

    def goes_on_below(self, row: int, column: int) -> bool:
        """True where no border parts a cell from the one below: merged over several rows."""
        y, middle = self.rows[row + 1], (self.columns[column] + self.columns[column + 1]) / 2
        return not any(
            abs(edge - y) <= _NEAR * 1.5 and left <= middle <= right
            for edge, left, right in self.horizontal
        )


def _fill(page: Page, frame: _Grid) -> Table | None:
    cells: dict[tuple[int, int], list[str]] = {}
    anchor: Line | None = None
    kept: list[Line] = []
    for line in page.lines:
        outside: list[Word] = []
        for word in line.words:
            row, column = frame.place(word, line.size)
            if row < 0 or column < 0:
                outside.append(word)
            else:
                cells.setdefault((row, column), []).append(word.text)
        if len(outside) < len(line.words) and anchor is None:
            anchor = _anchor(line)
            kept.append(anchor)
        if len(outside) == len(line.words):
            # The line itself: it may be the anchor of another table of the page.
            kept.append(line)
        elif outside:
            kept.append(replace(line, words=outside))
    if anchor is None or len({row for row, _ in cells}) < 2 or len({col for _, col in cells}) < 2:
        return None
    page.lines = kept
    return Table(_spread(cells, frame), anchor)


def _spread(cells: dict[tuple[int, int], list[str]], frame: _Grid) -> list[list[str]]:
    """The cells as rows; what stands in a cell merged over rows is said in each of them."""
    height, width = len(frame.rows) - 1, len(frame.columns) - 1
    grid = [[""] * width for _ in range(height)]
    for column in range(width):
        start = 0
        for row in range(height):
            if row + 1 < height and frame.goes_on_below(row, column):
                continue
            group = range(start, row + 1)
            text = _joined([word for at in group for word in cells.get((at, column), [])])
            for at in group:
                grid[at][column] = text
            start = row + 1
    return grid


def _anchor(line: Line) -> Line:
    """A line without text that keeps the table's place among the others."""
    return replace(line, words=[Word("", line.x0, line.x1, line.y)], links=[])


def _joined(words: list[str]) -> str:
    return " ".join(words).replace(f"{HYPHEN} ", HYPHEN)


def _aligned(page: Page) -> Iterator[Table]:
    """Rows of short cells whose columns begin or end at the same places."""
    rows = _visual_rows(page)
    run: list[list[Word]] = []
    members: list[list[Line]] = []
    for cells, lines in [*rows, ([], [])]:
        if cells and run and _same_columns(run[-1], cells, lines[0].size):
            run.append(cells)
            members.append(lines)
            continue
        if len(run) >= _MIN_ALIGNED_ROWS:
            yield _take(page, run, members)
        # Program text is often aligned; it is a table only below a header in other print.
        starts = bool(cells) and not all(line.mono for line in lines)
        run, members = ([cells], [lines]) if starts else ([], [])


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

"""Joins the lines of PDF pages to headings, paragraphs, lists and code."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from netz.knowledge.extraction.builder import BlockBuilder
from netz.knowledge.extraction.formats.pdf_page import HYPHEN, Line, Page
from netz.knowledge.extraction.formats.pdf_tables import Table
from netz.knowledge.extraction.formats.pdf_words import WordMender, joined
from netz.knowledge.extraction.lists import split_marker

_LONGEST_HEADING = 200
_BOLD_HEADING = 100
_SENTENCE_END = (".", "!", "?", ":", ";", "…", "»", ")")
_LONE_MARKER = re.compile(r"[-–—*•‣◦▪●○■□✓➢]|(?:\d{1,2}|[a-z])[.)]")
_LEFT_SPACE = re.compile(r" ([,.](?:\s|$))")
Outline = dict[str, int]


@dataclass(slots=True)
class _Open:
    """The block that is being gathered."""

    kind: str
    lines: list[Line]
    text: str = ""
    marker: str = ""
    level: int = 0
    links: list[tuple[str, str]] = field(default_factory=list)


class Layout:
    """Writes pages to the builder; sizes and words are judged over the whole document."""

    def __init__(self, pages: list[Page], outline: Outline, builder: BlockBuilder) -> None:
        self._builder = builder
        self._outline = outline
        all_lines = [line for page in pages for line in page.lines if line.text]
        self._body = _body_size(all_lines)
        self._mender = WordMender(line.text for line in all_lines)
        bold = sum(len(line.text) for line in all_lines if line.bold)
        mono = sum(len(line.text) for line in all_lines if line.mono)
        self._mono_is_rare = mono < 0.6 * sum(len(line.text) for line in all_lines)
        self._bold_is_rare = bold < 0.3 * sum(len(line.text) for line in all_lines)
        self._levels = self._heading_levels(all_lines)
        self._width = 0.0
        self._open: _Open | None = None
        self._indents: list[float] = []
        self._notes: list[Line] = []

    def add(self, page: Page, tables: list[Table]) -> None:
        """Adds the page's lines and, at their places, its tables."""
        placed = {id(table.line): table for table in tables}
        lines, notes = self._without_notes(page.lines)
        self._width = max((line.x1 for line in lines), default=0.0) - min(
            (line.x0 for line in lines), default=0.0
        )
        for line in _merge_markers(lines):
            table = placed.get(id(line))
            if table is not None:
                self.close()
                self._builder.page = page.number
                mended = [[self._mender.mend(cell) for cell in row] for row in table.rows]
                self._builder.table(mended)
            elif line.text and not self._is_note_mark(line):
                self._line(line)
        self._notes += notes

    def finish(self) -> None:
        """Gives what is left to the builder."""
        self.close()
        self._flush_notes()

    def close(self) -> None:
        """Gives the gathered block to the builder."""
        block, self._open = self._open, None
        if block is None:
            return
        self._builder.page = block.lines[0].page
        # A footnote's mark that was dropped leaves a space before the comma.
        text = _LEFT_SPACE.sub(r"\1", self._mender.mend(block.text))
        if block.kind == "heading":
            self._builder.heading(text, block.level)
        elif block.kind == "code":
            self._builder.code(_indented(block.lines).replace(HYPHEN, "-"))
        elif block.kind == "item":
            links = block.links
            self._builder.item(text, level=block.level, marker=block.marker, links=links)
        else:
            self._builder.paragraph(text, level=block.level, links=block.links)

    def _line(self, line: Line) -> None:
        level = self._heading_level(line)
        marker, rest = split_marker(line.text)
        if self._continues(line, level, marker):
            self._append(line)
            return
        self.close()
        if level:
            self._flush_notes()
            self._indents.clear()
            self._open = _Open("heading", [line], line.text, level=level)
        elif line.mono and self._mono_is_rare and not marker:
            self._open = _Open("code", [line], line.text)
        elif marker:
            depth = self._depth(line.x0)
            self._open = _Open("item", [line], rest, marker, depth, list(line.links))
        else:
            inside = bool(self._indents) and line.x0 > self._indents[0] + 0.8 * line.size
            if not inside:
                self._indents.clear()
            level = len(self._indents) if inside else 0
            self._open = _Open("text", [line], line.text, level=level, links=list(line.links))

    def _flush_notes(self) -> None:
        """Footnotes stand at the end of their section, where they part no sentence."""
        notes, self._notes = self._notes, []
        for line in notes:
            self._line(line)
        self.close()

    def _without_notes(self, lines: list[Line]) -> tuple[list[Line], list[Line]]:
        """(text, footnotes): small print after the last line in full size."""
        at = len(lines)
        while at and lines[at - 1].text and lines[at - 1].size < 0.92 * self._body:
            at -= 1
        return (lines[:at], lines[at:]) if at else (lines, [])

    def _is_note_mark(self, line: Line) -> bool:
        return len(line.text) < 3 and line.text.isdecimal() and line.size < 0.85 * self._body

    def _append(self, line: Line) -> None:
        assert self._open is not None
        self._open.text = joined(self._open.text, line.text)
        self._open.lines.append(line)
        self._open.links += line.links

    def _continues(self, line: Line, level: int, marker: str) -> bool:
        """True when the line belongs to the block that is open."""
        block = self._open
        if block is None:
            return False
        last = block.lines[-1]
        if last.words[-1].text.endswith(HYPHEN):
            return True
        if block.kind == "heading":
            long = len(block.text) + len(line.text) > _LONGEST_HEADING
            same = abs(last.size - line.size) < 0.4 and last.bold == line.bold
            alike = level == block.level and same and not long
            return alike and _is_next(last, line, 1.7) and self._was_full(last, line)
        if level or marker:
            return False
        if block.kind == "code" or (line.mono and not last.mono and line.words[0].x0 > last.x0 + 5):
            return block.kind == "code" and line.mono and _is_next(last, line, 2.6)
        if line.page != last.page or line.y > last.y:
            return self._goes_on_elsewhere(last, line)
        if not _is_next(last, line, 1.75) or abs(last.size - line.size) > 1.6:
            return False
        return self._goes_on_below(block, last, line)

    def _was_full(self, last: Line, line: Line) -> bool:
        """True when the next line's first word would not have fitted: the heading is wrapped."""
        first = line.words[0]
        needed = last.x1 - last.x0 + first.x1 - first.x0
        return line.text[0].islower() or needed > 0.7 * self._width

    def _goes_on_below(self, block: _Open, last: Line, line: Line) -> bool:
        """True when the line below goes on with the paragraph or list item."""
        starts_low = line.text[0].islower() or line.text[0] in "(«\"'"
        finished = last.text.endswith(_SENTENCE_END)
        if finished and self._is_set_apart(block, last, line):
            return False
        if block.kind == "item":
            hang = block.lines[1].x0 if len(block.lines) > 1 else block.lines[0].x0 + 1
            return line.x0 > hang - 0.5 * line.size or (starts_low and not finished)
        short = last.x1 < max(other.x1 for other in [*block.lines, line]) - 8 * last.size
        return not (short and finished and not starts_low)

    @staticmethod
    def _is_set_apart(block: _Open, last: Line, line: Line) -> bool:
        """After a sentence's end: a new indentation, print or a wider gap begins a paragraph."""
        several = len(block.lines) > 1
        usual = block.lines[-2].y - last.y if several else 1.2 * last.size
        wider = last.y - line.y > 1.25 * max(usual, last.size)
        shift = line.x0 - last.x0
        moved = abs(shift) > 0.9 * line.size if several else abs(shift) > 3 * line.size
        return wider or moved or last.bold != line.bold

    def _goes_on_elsewhere(self, last: Line, line: Line) -> bool:
        """A sentence cut by the end of a page or column."""
        finished = last.text.endswith((".", "!", "?", ":", ";", "…"))
        same = abs(last.size - line.size) < 0.6 and last.mono == line.mono
        return same and not finished and line.text[0].islower()

    def _depth(self, x0: float) -> int:
        while self._indents and x0 < self._indents[-1] - 3:
            self._indents.pop()
        if not self._indents or x0 > self._indents[-1] + 3:
            self._indents.append(x0)
        return len(self._indents)

    def _heading_level(self, line: Line) -> int:
        text = line.text
        if len(text) > _LONGEST_HEADING or not any(char.isalpha() for char in text):
            return 0
        known = self._outline.get(heading_key(text))
        if known and (line.bold or line.size > self._body + 0.4):
            return known
        if line.size > self._body * 1.12 and line.size in self._levels:
            return self._levels[line.size]
        full = line.size >= self._body - 0.3
        alone = line.bold and self._bold_is_rare and not line.mono and full
        short = len(text) <= _BOLD_HEADING and not text.endswith((".", ",", ";", ":"))
        if alone and short and (text[0].isupper() or text[0].isdigit()):
            return min(max(self._levels.values(), default=1) + 1, 6)
        return 0

    def _heading_levels(self, lines: list[Line]) -> dict[float, int]:
        """Size -> level: as the outline says where it names lines of that size, else by rank."""
        sizes: Counter[float] = Counter()
        named: dict[float, Counter[int]] = {}
        for line in lines:
            if line.size <= self._body * 1.12:
                continue
            sizes[line.size] += 1
            level = self._outline.get(heading_key(line.text))
            if level:
                named.setdefault(line.size, Counter()).update([level])
        ranked = sorted(sizes, reverse=True)
        by_rank = {size: min(rank, 6) for rank, size in enumerate(_merged(ranked), 1)}
        nearest = {size: by_rank[min(by_rank, key=lambda s: abs(s - size))] for size in ranked}
        told = {size: counts.most_common(1)[0][0] for size, counts in named.items()}
        return nearest | told


def heading_key(text: str) -> str:
    """A heading without its number, spaces and punctuation, to compare with the outline."""
    bare = re.sub(r"^(?:chapitre|chapter|annexe|appendix)\s+\w+\s*", "", text.strip(), flags=re.I)
    bare = re.sub(r"^(?:[A-Z]|\d{1,3})(?:\.\d{1,3})*\.?\s+", "", bare)
    return "".join(char for char in bare.lower() if char.isalnum())


def _merged(sizes: list[float]) -> list[float]:
    """Sizes that differ by rounding are one."""
    kept: list[float] = []
    for size in sizes:
        if not kept or kept[-1] - size > 0.5:
            kept.append(size)
    return kept


def _body_size(lines: list[Line]) -> float:
    counts: Counter[float] = Counter()
    for line in lines:
        counts[line.size] += len(line.text)
    return counts.most_common(1)[0][0] if counts else 10.0


def _is_next(last: Line, line: Line, factor: float) -> bool:
    """True when `line` stands right below `last`, or beside it."""
    drop = last.y - line.y
    return line.page == last.page and -2 <= drop <= factor * max(last.size, line.size, 6)


def _merge_markers(lines: list[Line]) -> Iterator[Line]:
    """A bullet or number drawn apart from its text is put before it."""
    waiting: Line | None = None
    for line in lines:
        if waiting is not None:
            if line.text and abs(line.y - waiting.y) < line.size:
                line.words = [*waiting.words, *line.words]
            else:
                yield waiting
            waiting = None
        if _LONE_MARKER.fullmatch(line.text):
            waiting = line
        else:
            yield line
    if waiting is not None:
        yield waiting


def _indented(lines: list[Line]) -> str:
    """Code with the indentation that its place on the page shows."""
    left = min(line.x0 for line in lines)
    widths = [(line.x1 - line.x0) / len(line.text) for line in lines if line.x1 > line.x0]
    width = sorted(widths)[len(widths) // 2] if widths else 5.0
    return "\n".join(" " * round((line.x0 - left) / width) + line.text for line in lines)

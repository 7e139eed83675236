"""Collects blocks in reading order; every format writes through it, so all text is clean."""

from collections.abc import Sequence
from dataclasses import replace

from netz.knowledge.extraction import tables
from netz.knowledge.extraction.text import clean, code_lines, lines, one_line
from netz.knowledge.extraction.types import Block, ExtractionError, Limits, Rows

# Beyond this a list item's further paragraphs are blocks, which passages can part.
_LONG_ITEM = 600
Links = Sequence[tuple[str, str]]


class BlockBuilder:
    """Blocks of one document.

    `page` is stamped on each block that is added; `heading_offset` lowers headings, for a
    document inside another.
    """

    def __init__(self, limits: Limits) -> None:
        self.blocks: list[Block] = []
        self.page: int | None = None
        self.heading_offset = 0
        self._limits = limits
        self._chars = 0

    def heading(self, text: str, level: int) -> None:
        depth = min(max(level, 1) + self.heading_offset, 6)
        self._add(Block("heading", one_line(text), level=depth))

    def paragraph(self, text: str, *, level: int = 0, links: Links = ()) -> None:
        self._add(Block("paragraph", lines(text), level=level, links=_tidy(links)))

    def item(self, text: str, *, level: int, marker: str = "-", links: Links = ()) -> None:
        self._add(Block("list_item", lines(text), level=level, marker=marker, links=_tidy(links)))

    def more_item(self, text: str, *, level: int, links: Links = ()) -> None:
        """A further paragraph of the list item just added, in its block while that is short."""
        last = self.blocks[-1] if self.blocks else None
        extra = lines(text)
        follows = last is not None and last.kind == "list_item" and last.level == level
        if last is None or not follows or len(last.text) > _LONG_ITEM:
            self.paragraph(text, level=level, links=links)
        elif extra:
            joined = f"{last.text}\n{extra}"
            self.blocks[-1] = replace(last, text=joined, links=(*last.links, *_tidy(links)))

    def code(self, text: str, *, level: int = 0) -> None:
        self._add(Block("code", code_lines(text), level=level))

    def table(
        self, rows: Sequence[Sequence[str]], *, header: bool | None = None, links: Links = ()
    ) -> None:
        """Adds a table; `header` None means: judge by the look of its first row."""
        cells = tables.tidy(rows)
        if not cells:
            return
        if len(cells[0]) == 1 and not header:
            self._column(cells, links)
            return
        has_header = tables.looks_like_header(cells) if header is None else header
        for number, part in enumerate(tables.parts(cells, has_header)):
            text = tables.table_text(part, has_header)
            own = _tidy(links) if number == 0 else ()
            self._add(Block("table", text, rows=part, has_header=has_header, links=own))

    def _column(self, cells: Rows, links: Links) -> None:
        """A table of one column is a frame around text, not a table."""
        for (cell,) in cells:
            self.paragraph(cell, links=[link for link in links if link[0] in cell])

    def _add(self, block: Block) -> None:
        if not block.text:
            return
        self._chars += len(block.text)
        if self._chars > self._limits.max_chars:
            raise ExtractionError("too_large", f"more than {self._limits.max_chars} characters")
        self.blocks.append(replace(block, page=self.page))


def _tidy(links: Links) -> tuple[tuple[str, str], ...]:
    kept = ((one_line(text), clean(url).strip()) for text, url in links)
    return tuple((text or url, url) for text, url in kept if url)

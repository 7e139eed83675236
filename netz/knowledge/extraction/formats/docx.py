"""Word documents to blocks, strict and transitional alike."""

import posixpath
from collections.abc import Iterator
from pathlib import Path

from netz.knowledge.extraction.builder import BlockBuilder
from netz.knowledge.extraction.formats.docx_styles import (
    Style,
    numbering_of,
    read_numbering,
    read_styles,
)
from netz.knowledge.extraction.formats.ooxml import (
    Element,
    Package,
    attribute,
    child,
    integer,
    local,
    open_package,
)
from netz.knowledge.extraction.source import Source
from netz.knowledge.extraction.text import word_set

# Deleted text, older variants of the same drawing, comments and field codes aren't the text.
_SKIPPED = word_set(
    "del moveFrom Fallback instrText delText pPr rPr sectPr commentReference annotationRef "
    "footnoteRef endnoteRef"
)
_MAX_NESTING = 30
Links = list[tuple[str, str]]


def read(path: Path, builder: BlockBuilder, source: Source) -> None:
    """Adds the blocks of the Word file: body first, then foot- and endnotes."""
    with open_package(path, source.limits) as package:
        part = package.main_part("word/document.xml")
        reader = _Reader(package, part, builder)
        body = child(package.required(part), "body")
        if body is not None:
            reader.container(body, 0)
        for notes in ("footnotes.xml", "endnotes.xml"):
            root = package.xml(posixpath.join(posixpath.dirname(part), notes))
            for note in root if root is not None else ():
                if not attribute(note, "type"):
                    reader.container(note, 0)
        reader.end_code()
        source.title = package.title()


class _Reader:
    def __init__(self, package: Package, part: str, builder: BlockBuilder) -> None:
        folder = posixpath.dirname(part)
        self._builder = builder
        self._links = package.relations(part)
        self._styles = read_styles(package, posixpath.join(folder, "styles.xml"))
        self._numbering = read_numbering(package, posixpath.join(folder, "numbering.xml"))
        self._code: list[str] = []

    def container(self, element: Element, depth: int) -> None:
        """A body, cell, content control or text box: paragraphs and tables in order."""
        for found in element:
            name = local(found)
            if name == "p":
                self._paragraph(found, depth)
            elif name == "tbl":
                self._table(found, depth)
            elif name not in _SKIPPED and depth < _MAX_NESTING and len(found):
                self.container(found, depth + 1)

    def end_code(self) -> None:
        if self._code:
            self._builder.code("\n".join(self._code))
            self._code.clear()

    def _paragraph(self, paragraph: Element, depth: int) -> None:
        properties = child(paragraph, "pPr")
        style = self._styles.get(attribute(child(properties, "pStyle"), "val"), Style())
        links: Links = []
        text = "".join(self._runs(paragraph, links))
        if style.is_code:
            self._code.append(text)
            return
        self.end_code()
        outline = attribute(child(properties, "outlineLvl"), "val")
        level = integer(outline) + 1 if outline.isdigit() and int(outline) < 9 else style.level
        number = numbering_of(properties) or style.number
        if not text.strip() or style.is_contents:
            pass
        elif level:
            self._builder.heading(text, level)
        elif number and self._numbering.is_list(number[0]):
            marker = self._numbering.marker(*number)
            self._builder.item(text, level=number[1] + 1, marker=marker, links=links)
        else:
            self._builder.paragraph(text, links=links)
        for box in _text_boxes(paragraph):
            if depth < _MAX_NESTING:
                self.container(box, depth + 1)

    def _runs(self, element: Element, links: Links) -> Iterator[str]:
        """The text of a paragraph's runs; text boxes are read after it."""
        for found in element:
            name = local(found)
            if name == "t":
                yield found.text or ""
            elif name == "tab":
                yield "\t"
            elif name in ("br", "cr"):
                yield "\n"
            elif name == "noBreakHyphen":
                yield "-"
            elif name == "hyperlink":
                label = "".join(self._runs(found, links))
                yield label
                target = self._links.get(attribute(found, "id"), "")
                if target:
                    links.append((label, target))
            elif name not in _SKIPPED and name != "txbxContent":
                yield from self._runs(found, links)

    def _table(self, table: Element, depth: int) -> None:
        self.end_code()
        rows = [row for row in _rows(table) if child(row, "trPr", "del") is None]
        cells = [list(_cells(row)) for row in rows]
        if max(map(len, cells), default=0) < 2:
            for cell in (cell for row in cells for cell in row):
                if depth < _MAX_NESTING:
                    self.container(cell, depth + 1)
            return
        links: Links = []
        grid: list[list[str]] = []
        for row in cells:
            line: list[str] = []
            for cell in row:
                line += self._spread(cell, grid, len(line), links)
            grid.append(line)
        marked = child(rows[0], "trPr", "tblHeader") is not None
        self._builder.table(grid, header=True if marked and len(grid) > 1 else None, links=links)

    def _spread(
        self, cell: Element, above: list[list[str]], column: int, links: Links
    ) -> list[str]:
        """The cell's text over its columns; a cell merged downwards repeats the one above."""
        properties = child(cell, "tcPr")
        width = max(1, min(integer(attribute(child(properties, "gridSpan"), "val"), 1), 100))
        merge = child(properties, "vMerge")
        if merge is not None and attribute(merge, "val") != "restart" and above:
            text = above[-1][column] if column < len(above[-1]) else ""
        else:
            text = self._cell_text(cell, links)
        return [text, *[""] * (width - 1)]

    def _cell_text(self, cell: Element, links: Links) -> str:
        paragraphs = (found for found in cell.iter() if local(found) == "p")
        return " ".join("".join(self._runs(paragraph, links)) for paragraph in paragraphs)


def _rows(element: Element) -> Iterator[Element]:
    for found in element:
        if local(found) == "tr":
            yield found
        elif local(found) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _rows(found)


def _cells(element: Element) -> Iterator[Element]:
    for found in element:
        if local(found) == "tc":
            yield found
        elif local(found) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _cells(found)


def _text_boxes(element: Element) -> Iterator[Element]:
    for found in element:
        if local(found) == "txbxContent":
            yield found
        elif local(found) not in _SKIPPED:
            yield from _text_boxes(found)

"""OpenDocument content to blocks: text with headings and lists, and spreadsheet tables."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from netz.knowledge.extraction.builder import BlockBuilder
from netz.knowledge.extraction.formats.ooxml import Element, Package, attribute, integer, local
from netz.knowledge.extraction.lists import ordered_marker
from netz.knowledge.extraction.text import word_set

_SKIPPED = word_set(
    "tracked-changes table-of-content annotation alphabetical-index user-index sequence-decls "
    "bibliography illustration-index forms"
)
_MAX_NESTING = 60
_MAX_REPEAT = 1_000
Links = list[tuple[str, str]]


def list_styles(roots: list[Element]) -> dict[str, dict[int, str]]:
    """Style name -> depth from 1 -> number format, "" for bullets."""
    found: dict[str, dict[int, str]] = {}
    for style in (style for root in roots for style in root.iter() if local(style) == "list-style"):
        found[attribute(style, "name")] = {
            integer(attribute(level, "level"), 1): (
                attribute(level, "num-format") if local(level).endswith("-number") else ""
            )
            for level in style
        }
    return found


@dataclass(slots=True)
class TextReader:
    """Reads text:* and table:* elements; list numbers are counted as the office shows them."""

    builder: BlockBuilder
    styles: dict[str, dict[int, str]]
    names: dict[str, str]
    _counted: dict[tuple[str, int], int] = field(default_factory=dict)

    def container(self, element: Element, depth: int = 0) -> None:
        for found in element:
            name = local(found)
            if name == "h":
                level = integer(attribute(found, "outline-level"), 1)
                self.builder.heading(text_of(found, []), level)
            elif name == "p":
                self._paragraph(found)
            elif name == "list":
                self._list(found, 1, "", 0)
            elif name == "table":
                self.builder.table(rows_of(found))
            elif name not in _SKIPPED and depth < _MAX_NESTING:
                self.container(found, depth + 1)

    def _paragraph(self, paragraph: Element) -> None:
        links: Links = []
        text = text_of(paragraph, links)
        style = self.names.get(attribute(paragraph, "style-name"), "").lower()
        if style == "title":
            self.builder.heading(text, 1)
        elif "preformatted" in style:
            self.builder.code(text)
        else:
            self.builder.paragraph(text, links=links)
        for box in paragraph.iter():
            if local(box) == "text-box":
                self.container(box)

    def _list(self, element: Element, depth: int, inherited: str, nesting: int) -> None:
        style = attribute(element, "style-name") or inherited
        number_format = self.styles.get(style, {}).get(depth, "")
        going_on = attribute(element, "continue-numbering") == "true"
        going_on = going_on or bool(attribute(element, "continue-list"))
        number = self._counted.get((style, depth), 0) if going_on else 0
        for item in element:
            if local(item) not in ("list-item", "list-header"):
                continue
            number = integer(attribute(item, "start-value"), number + 1)
            self._counted[style, depth] = number
            self._item(item, depth, ordered_marker(number, number_format), style, nesting)

    def _item(self, item: Element, depth: int, marker: str, style: str, nesting: int) -> None:
        fresh = True
        for found in item:
            if local(found) == "list" and nesting < _MAX_NESTING:
                self._list(found, depth + 1, style, nesting + 1)
            elif local(found) in ("p", "h"):
                links: Links = []
                text = text_of(found, links)
                if local(found) == "h":
                    self.builder.heading(text, integer(attribute(found, "outline-level"), 1))
                elif fresh:
                    self.builder.item(text, level=depth, marker=marker, links=links)
                else:
                    self.builder.more_item(text, level=depth, links=links)
                fresh = False


def text_of(element: Element, links: Links) -> str:
    """The text of a paragraph or heading; its links are added to `links`."""
    return (element.text or "") + "".join(_inner(element, links))


def _inner(element: Element, links: Links) -> Iterator[str]:
    for found in element:
        name = local(found)
        if name == "s":
            yield " " * min(integer(attribute(found, "c"), 1), 100)
        elif name == "tab":
            yield "\t"
        elif name == "line-break":
            yield "\n"
        elif name == "a":
            label = text_of(found, links)
            yield label
            if label.strip():
                links.append((label, attribute(found, "href")))
        elif name == "note":
            yield from (f" ({text_of(p, links)})" for p in found.iter() if local(p) == "p")
        elif name and name not in _SKIPPED and name not in ("text-box", "desc", "title"):
            yield text_of(found, links)
        yield found.tail or ""


def rows_of(table: Element) -> list[list[str]]:
    """The cells of a table; a repeat count beyond what people type is filler."""
    return [row for row, _ in repeated_rows(table)]


def repeated_rows(table: Element) -> Iterator[tuple[list[str], int]]:
    """(cells, how many times the row repeats), hidden rows left out."""
    for found in table:
        name = local(found)
        if name == "table-row" and attribute(found, "visibility", "visible") == "visible":
            yield _cells(found), integer(attribute(found, "number-rows-repeated"), 1)
        elif name in ("table-header-rows", "table-rows", "table-row-group"):
            yield from repeated_rows(found)


def _cells(row: Element) -> list[str]:
    cells: list[str] = []
    for cell in row:
        if local(cell) not in ("table-cell", "covered-table-cell"):
            continue
        text = "\n".join(text_of(p, []) for p in cell.iter() if local(p) in ("p", "h"))
        repeat = integer(attribute(cell, "number-columns-repeated"), 1)
        if text:
            cells += [text] * min(repeat, _MAX_REPEAT)
        elif repeat < _MAX_REPEAT and len(cells) < _MAX_REPEAT:
            cells += [""] * repeat
    return cells


def paragraph_names(roots: list[Element]) -> dict[str, str]:
    """Style name -> its own or its parent's readable name, for title and code paragraphs."""
    names: dict[str, str] = {}
    for style in (style for root in roots for style in root.iter() if local(style) == "style"):
        name = attribute(style, "name")
        names[name] = attribute(style, "parent-style-name") or name
    return names


def parts(package: Package) -> list[Element]:
    """The roots that hold styles: content.xml first, then styles.xml where it exists."""
    styles = package.xml("styles.xml")
    return [package.required("content.xml"), *([styles] if styles is not None else [])]

"""Walks an HTML tree once, in reading order, turning elements into blocks."""

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from netz.knowledge.extraction.builder import BlockBuilder
from netz.knowledge.extraction.formats.html_tables import (
    children,
    has_header_row,
    is_layout,
    own_cells,
    spans,
    spread,
)
from netz.knowledge.extraction.lists import ordered_marker
from netz.knowledge.extraction.text import one_line, word_set

_DROPPED = word_set(
    "script style noscript template svg math canvas iframe object embed audio video map nav "
    "menu button select input textarea datalist dialog head title link meta img -comment "
    "_comment"
)
_INLINE = word_set(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp "
    "small span strike strong sub sup time tt u var wbr"
)
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_PAGE_FURNITURE = word_set(
    "navbar nav-bar navigation breadcrumb breadcrumbs sidebar site-header site-footer "
    "page-footer cookie-banner cookie-consent skip-link skiplink toc-nav"
)
_NAVIGATION_ROLES = frozenset({"navigation", "search", "banner", "contentinfo", "menubar", "menu"})
_MAX_DEPTH = 200


@dataclass(slots=True)
class _List:
    style: str
    number: int
    pending: str | None = None


def is_hidden(node: LexborNode) -> bool:
    """True for what the browser doesn't show or a screen reader calls navigation."""
    attributes = node.attributes
    if not attributes:
        return False
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or "display:none" in style
        or "visibility:hidden" in style
        or (attributes.get("role") or "") in _NAVIGATION_ROLES
        or not _PAGE_FURNITURE.isdisjoint((attributes.get("class") or "").lower().split())
    )


class Walker:
    """Gathers inline text until a block element begins or ends, then gives it to the builder."""

    def __init__(self, builder: BlockBuilder) -> None:
        self._builder = builder
        self._text: list[str] = []
        self._links: list[tuple[str, str]] = []
        self._lists: list[_List] = []
        self._depth = 0

    def walk_root(self, root: LexborNode) -> None:
        self._walk(root)
        self._flush()

    def _walk(self, node: LexborNode) -> None:
        if self._depth >= _MAX_DEPTH:
            self._text.append(node.text(separator=" "))
            return
        self._depth += 1
        for child in children(node):
            self._visit(child)
        self._depth -= 1

    def _visit(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag == "-text":
            self._text.append(" ".join(_keep_edges(node.text_content or "")))
        elif tag in _DROPPED or is_hidden(node):
            return
        elif tag == "br":
            self._text.append("\n")
        elif tag == "a":
            self._link(node)
        elif tag in _INLINE:
            self._walk(node)
        else:
            self._block(tag, node)

    def _link(self, node: LexborNode) -> None:
        before = len(self._text)
        self._walk(node)
        label = one_line("".join(self._text[before:]))
        url = node.attributes.get("href") or ""
        if label and url:
            self._links.append((label, url))

    def _block(self, tag: str, node: LexborNode) -> None:
        if tag in ("header", "footer") and _is_of_page(node):
            return
        self._flush()
        if tag in _HEADINGS:
            self._heading(node, _HEADINGS[tag])
        elif tag in ("ul", "ol"):
            self._list(tag, node)
        elif tag == "li":
            self._list_item(node)
        elif tag == "dl":
            self._definitions(node)
        elif tag == "pre":
            self._builder.code(_preformatted(node), level=len(self._lists))
        elif tag == "table":
            self._table(node)
        else:
            self._walk(node)
        self._flush()

    def _heading(self, node: LexborNode, level: int) -> None:
        self._walk(node)
        text = one_line("".join(self._text))
        self._text.clear()
        self._links.clear()
        self._builder.heading(text.rstrip("¶#").rstrip(), level)

    def _list(self, tag: str, node: LexborNode) -> None:
        attributes = node.attributes
        style = (attributes.get("type") or "1") if tag == "ol" else ""
        start = attributes.get("start") or "1"
        self._lists.append(_List(style, int(start) if start.lstrip("-").isdigit() else 1))
        self._walk(node)
        self._flush()
        self._lists.pop()

    def _list_item(self, node: LexborNode) -> None:
        if not self._lists:
            self._lists.append(_List("", 1))
            self._list_item(node)
            self._lists.pop()
            return
        current = self._lists[-1]
        value = node.attributes.get("value") or ""
        if value.isdigit():
            current.number = int(value)
        current.pending = ordered_marker(current.number, current.style)
        current.number += 1
        self._walk(node)
        self._flush()
        current.pending = None

    def _definitions(self, node: LexborNode) -> None:
        """A term and its explanation are one item: the term on its own first line."""
        self._lists.append(_List("", 1))
        for child in _definition_parts(node):
            if child.tag == "dt":
                self._lists[-1].pending = ""
            self._walk(child)
            self._flush()
        self._lists.pop()

    def _table(self, node: LexborNode) -> None:
        cells = own_cells(node)
        caption = node.css_first("caption")
        if caption is not None and not is_hidden(caption):
            self._walk(caption)
            self._flush()
        if is_layout(cells):
            for cell in (cell for row in cells for cell in row):
                self._walk(cell)
                self._flush()
            return
        texts = [[(self._cell(cell), *spans(cell)) for cell in row] for row in cells]
        header = has_header_row(cells)
        self._builder.table(spread(texts), header=header or None, links=self._links)
        self._links.clear()

    def _cell(self, cell: LexborNode) -> str:
        self._cell_text(cell)
        text = one_line("".join(self._text))
        self._text.clear()
        return text

    def _cell_text(self, node: LexborNode) -> None:
        for child in children(node):
            tag = child.tag or ""
            if tag == "-text" or tag == "br" or tag == "a" or tag in _INLINE:
                self._visit(child)
            elif tag not in _DROPPED and not is_hidden(child):
                self._text.append(" ")
                self._cell_text(child)
                self._text.append(" ")

    def _flush(self) -> None:
        text = "".join(self._text)
        links = list(self._links)
        self._text.clear()
        self._links.clear()
        if not text.strip():
            return
        depth = len(self._lists)
        if not depth:
            self._builder.paragraph(text, links=links)
        elif self._lists[-1].pending is not None:
            marker, self._lists[-1].pending = self._lists[-1].pending, None
            self._builder.item(text, level=depth, marker=marker, links=links)
        else:
            self._builder.more_item(text, level=depth, links=links)


def _is_of_page(node: LexborNode) -> bool:
    """A header or footer of the whole page, unless it holds the page's own title."""
    return node.parent is not None and node.parent.tag == "body" and not node.css("h1")


def _keep_edges(raw: str) -> list[str]:
    """The words of a text node, with "" at an edge where there was white space."""
    words = raw.split()
    if not words:
        return ["", ""] if raw else []
    return ([""] if raw[0].isspace() else []) + words + ([""] if raw[-1].isspace() else [])


def _preformatted(node: LexborNode) -> str:
    for line_break in node.css("br"):
        line_break.replace_with("\n")
    return node.text()


def _definition_parts(node: LexborNode) -> Iterator[LexborNode]:
    for child in children(node):
        if child.tag in ("dt", "dd"):
            yield child
        elif child.tag == "div":
            yield from _definition_parts(child)

"""PowerPoint presentations to blocks: each slide's title, points, tables and notes."""

from collections.abc import Iterator
from pathlib import Path

from netz.knowledge.extraction.builder import BlockBuilder
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
from netz.knowledge.extraction.types import ExtractionError

_TITLES = frozenset({"title", "ctrTitle"})
_FURNITURE = frozenset({"sldNum", "dt", "ftr", "hdr", "sldImg"})
_BULLETED = frozenset({"body", "obj", ""})
Links = list[tuple[str, str]]


def read(path: Path, builder: BlockBuilder, source: Source) -> None:
    """Adds the slides in their order of showing; hidden ones are left out."""
    with open_package(path, source.limits) as package:
        part = package.main_part("ppt/presentation.xml")
        targets = package.relations(part)
        listed = child(package.required(part), "sldIdLst")
        ids = [_relation_id(slide) for slide in (listed if listed is not None else ())]
        if len(ids) > source.limits.max_pages:
            raise ExtractionError("too_large", f"more than {source.limits.max_pages} slides")
        for number, slide_id in enumerate(ids, 1):
            builder.page = number
            _slide(package, targets.get(slide_id, ""), builder)
            source.progress(number / len(ids))
        source.pages = len(ids)
        source.title = package.title()


def _relation_id(slide: Element) -> str:
    """The id attribute with a namespace; the plain one is the slide's own number."""
    return next((str(v) for k, v in slide.attrib.items() if str(k).endswith("}id")), "")


def _slide(package: Package, part: str, builder: BlockBuilder) -> None:
    root = package.xml(part) if part else None
    if root is None or root.get("show") == "0":
        return
    links = package.relations(part)
    shapes = list(_shapes(child(root, "cSld", "spTree")))
    for shape in sorted(shapes, key=lambda shape: _placeholder(shape) not in _TITLES):
        _shape(shape, links, builder)
    for target in links.values():
        if "notesslide" in target.lower():
            notes = child(package.xml(target), "cSld", "spTree")
            for shape in _shapes(notes):
                if _placeholder(shape) == "body":
                    for paragraph in _paragraphs(shape):
                        builder.paragraph(_text(paragraph, {}, []))


def _shapes(tree: Element | None) -> Iterator[Element]:
    """Shapes and table frames in drawing order, those in groups included."""
    for found in tree if tree is not None else ():
        name = local(found)
        if name in ("sp", "graphicFrame"):
            yield found
        elif name in ("grpSp", "AlternateContent", "Choice"):
            yield from _shapes(found)


def _placeholder(shape: Element) -> str | None:
    """The kind of placeholder, "" for an untyped one, None for a free shape."""
    mark = child(shape, "nvSpPr", "nvPr", "ph")
    return attribute(mark, "type") if mark is not None else None


def _shape(shape: Element, links: dict[str, str], builder: BlockBuilder) -> None:
    table = child(shape, "graphic", "graphicData", "tbl")
    kind = _placeholder(shape)
    if table is not None:
        _table(table, links, builder)
    elif kind in _TITLES:
        builder.heading(" ".join(_text(p, links, []) for p in _paragraphs(shape)), 2)
    elif kind not in _FURNITURE:
        counters: dict[int, int] = {}
        for paragraph in _paragraphs(shape):
            _point(paragraph, kind, links, counters, builder)


def _paragraphs(shape: Element) -> Iterator[Element]:
    body = child(shape, "txBody")
    return (found for found in (body if body is not None else ()) if local(found) == "p")


def _point(
    paragraph: Element,
    kind: str | None,
    targets: dict[str, str],
    counters: dict[int, int],
    builder: BlockBuilder,
) -> None:
    properties = child(paragraph, "pPr")
    level = integer(attribute(properties, "lvl"))
    links: Links = []
    text = _text(paragraph, targets, links)
    automatic = child(properties, "buAutoNum")
    if automatic is not None:
        counters[level] = counters.get(level, 0) + 1
        marker = f"{counters[level]}."
        builder.item(text, level=level + 1, marker=marker, links=links)
        return
    counters.pop(level, None)
    plain = child(properties, "buNone") is not None
    if child(properties, "buChar") is not None or (kind in _BULLETED and not plain):
        builder.item(text, level=level + 1, links=links)
    else:
        builder.paragraph(text, links=links)


def _text(paragraph: Element, targets: dict[str, str], links: Links) -> str:
    parts: list[str] = []
    for run in paragraph:
        if local(run) in ("br", "tab"):
            parts.append("\n" if local(run) == "br" else "\t")
        elif local(run) in ("r", "fld"):
            written = child(run, "t")
            text = (written.text or "") if written is not None else ""
            target = targets.get(attribute(child(run, "rPr", "hlinkClick"), "id"), "")
            if target and text.strip():
                links.append((text, target))
            parts.append(text)
    return "".join(parts)


def _table(table: Element, targets: dict[str, str], builder: BlockBuilder) -> None:
    links: Links = []
    rows = [
        [
            " ".join(_text(paragraph, targets, links) for paragraph in _paragraphs(cell))
            for cell in row
            if local(cell) == "tc"
        ]
        for row in table
        if local(row) == "tr"
    ]
    marked = attribute(child(table, "tblPr"), "firstRow") == "1" and len(rows) > 1
    builder.table(rows, header=True if marked else None, links=links)

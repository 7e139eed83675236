"""The converted view of a document: HTML made only from escaped text and known elements."""

from collections.abc import Iterator
from html import escape
from itertools import groupby
from urllib.parse import urlsplit

from netz.knowledge.extraction.lists import is_ordered
from netz.knowledge.extraction.types import Block, Extracted

Links = tuple[tuple[str, str], ...]
_SCHEMES = frozenset({"http", "https", "mailto"})


def to_html(extracted: Extracted) -> str:
    """Semantic HTML; block n carries id="bn", pages stand in <section data-page="…">."""
    numbered = enumerate(extracted.blocks)
    parts: list[str] = []
    for page, group in groupby(numbered, key=lambda pair: pair[1].page):
        body = "".join(_flow(list(group)))
        parts.append(f'<section data-page="{page}">{body}</section>' if page else body)
    return "".join(parts)


def _flow(blocks: list[tuple[int, Block]]) -> Iterator[str]:
    """Blocks with their lists opened and closed around them."""
    open_lists: list[str] = []
    for number, block in blocks:
        depth = block.level if block.kind == "list_item" else 0
        if block.kind != "list_item" and block.kind != "heading" and open_lists and block.level:
            yield _element(number, block)
            continue
        while len(open_lists) > depth:
            yield f"</li></{open_lists.pop()}>"
        if block.kind == "list_item":
            yield from _open_item(number, block, open_lists, depth)
        else:
            yield _element(number, block)
    while open_lists:
        yield f"</li></{open_lists.pop()}>"


def _open_item(number: int, block: Block, open_lists: list[str], depth: int) -> Iterator[str]:
    tag = "ol" if is_ordered(block.marker) else "ul"
    if len(open_lists) == depth:
        if open_lists[-1] == tag:
            yield "</li>"
        else:
            yield f"</li></{open_lists.pop()}>"
    while len(open_lists) < depth:
        yield f"<{tag}>" if len(open_lists) == depth - 1 else f"<{tag}><li>"
        open_lists.append(tag)
    value = block.marker.strip("().°")
    attribute = f' value="{value}"' if value.isdecimal() else ""
    yield f'<li id="b{number}"{attribute}>{_inline(block)}'


def _element(number: int, block: Block) -> str:
    anchor = f' id="b{number}"'
    if block.kind == "heading":
        return f"<h{block.level}{anchor}>{_inline(block)}</h{block.level}>"
    if block.kind == "code":
        return f"<pre{anchor}><code>{escape(block.text)}</code></pre>"
    if block.kind == "table" and block.rows:
        return f"<table{anchor}>{_rows(block)}</table>"
    return f"<p{anchor}>{_inline(block)}</p>"


def _rows(block: Block) -> str:
    head, body = (block.rows[:1], block.rows[1:]) if block.has_header else ((), block.rows)
    top = "".join(_row(row, block.links, "th", ' scope="col"') for row in head)
    rest = "".join(_row(row, block.links, "td") for row in body)
    return (f"<thead>{top}</thead>" if top else "") + f"<tbody>{rest}</tbody>"


def _row(row: tuple[str, ...], links: Links, tag: str, attribute: str = "") -> str:
    cells = (f"<{tag}{attribute}>{_linked(cell, links)}</{tag}>" for cell in row)
    return f"<tr>{''.join(cells)}</tr>"


def _inline(block: Block) -> str:
    """The block's text with its links, line breaks kept."""
    return _linked(block.text, block.links).replace("\n", "<br>")


def _linked(text: str, links: Links) -> str:
    """Escaped text with the links set at their words."""
    parts, at = [], 0
    for words, url in links:
        found = text.find(words, at)
        if words and found >= 0 and _is_safe(url):
            parts += [escape(text[at:found]), _anchor(words, url)]
            at = found + len(words)
    return "".join(parts) + escape(text[at:])


def _anchor(text: str, url: str) -> str:
    rel = 'rel="noopener noreferrer nofollow" target="_blank"'
    return f'<a href="{escape(url)}" {rel}>{escape(text)}</a>'


def _is_safe(url: str) -> bool:
    try:
        return urlsplit(url).scheme.lower() in _SCHEMES
    except ValueError:
        return False

"""HTML to blocks: the readable part alone, without navigation, scripts and hidden elements."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from netz.knowledge.extraction.builder import BlockBuilder
from netz.knowledge.extraction.encoding import decode
from netz.knowledge.extraction.formats.html_walk import Walker, is_hidden
from netz.knowledge.extraction.source import Source
from netz.knowledge.extraction.text import one_line, word_count
from netz.knowledge.extraction.types import Block

_RELATED = re.compile(
    r"(?:rubriques?|sujets?|articles?|liens?|pages?) (?:connexes?|associée?s?|liée?s?)|"
    r"related (?:topics?|articles?|links?|pages?)|voir aussi|see also\s*:?",
    re.IGNORECASE,
)
_SUBSTANCE = 20
_DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)


def read(path: Path, builder: BlockBuilder, source: Source) -> None:
    """Adds the blocks of the HTML file; the title is its only h1, or its <title>."""
    data = path.read_bytes()
    declared = _DECLARED.search(data[:4096])
    markup = decode(data, declared.group(1).decode("ascii") if declared else None)
    source.title = read_markup(markup, builder)


def read_markup(markup: str, builder: BlockBuilder, *, related_is_navigation: bool = True) -> str:
    """Adds the blocks of the markup; returns its title, "" when it has none."""
    tree = LexborHTMLParser(markup)
    if tree.body is None:
        return ""
    start = len(builder.blocks)
    for root in _content_roots(tree.body):
        Walker(builder).walk_root(root)
    _drop_leading_links(builder, start)
    if related_is_navigation:
        _drop_related(builder, start)
    return _title(tree)


def _content_roots(body: LexborNode) -> list[LexborNode]:
    """The main part(s) of the page, when they hold its substance; else the whole body."""
    whole = len(body.text())
    for selector in ("main, [role=main]", "article"):
        found = [node for node in body.css(selector) if not is_hidden(node)]
        outer = [node for node in found if not _inside_another(node, found)]
        if outer and sum(len(node.text()) for node in outer) >= whole * 0.1:
            return outer
    return [body]


def _inside_another(node: LexborNode, nodes: list[LexborNode]) -> bool:
    known = {other.mem_id for other in nodes}
    parent = node.parent
    while parent is not None:
        if parent.mem_id in known:
            return True
        parent = parent.parent
    return False


def _drop_leading_links(builder: BlockBuilder, start: int) -> None:
    """Lines before the first heading that are nothing but links are a page's menu."""
    blocks = builder.blocks
    first = next((at for at in range(start, len(blocks)) if blocks[at].kind == "heading"), None)
    if first is not None:
        blocks[start:first] = [block for block in blocks[start:first] if not _is_links(block)]


def _drop_related(builder: BlockBuilder, start: int) -> None:
    """Links at the page's end to other pages of its site lead nowhere once it is uploaded."""
    blocks = builder.blocks
    at = len(blocks)
    while at > start and blocks[at - 1].links and word_count(blocks[at - 1].text) <= _SUBSTANCE:
        at -= 1
    tail = blocks[at:]
    labelled = at > start and _RELATED.fullmatch(blocks[at - 1].text) is not None
    inside = all(_is_links(block) and _stays_inside(block) for block in tail)
    at -= labelled
    if tail and (labelled or inside) and _words(blocks[start:at]) >= _SUBSTANCE:
        del blocks[at:]


def _stays_inside(block: Block) -> bool:
    return not any(urlsplit(url).scheme for _, url in block.links)


def _is_links(block: Block) -> bool:
    return bool(block.links) and len(block.text) <= 2 + sum(len(text) for text, _ in block.links)


def _words(blocks: list[Block]) -> int:
    return sum(word_count(block.text) for block in blocks)


def _title(tree: LexborHTMLParser) -> str:
    headings = [one_line(node.text()) for node in tree.css("h1") if not is_hidden(node)]
    if len(headings) == 1 and headings[0]:
        return headings[0]
    title = tree.css_first("title")
    return one_line(title.text()) if title is not None else ""

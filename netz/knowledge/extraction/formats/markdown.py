"""Markdown to blocks: rendered to HTML first, so that both share one reading."""

import re
from pathlib import Path

from markdown_it import MarkdownIt

from netz.knowledge.extraction.builder import BlockBuilder
from netz.knowledge.extraction.encoding import decode
from netz.knowledge.extraction.formats.html import read_markup
from netz.knowledge.extraction.source import Source
from netz.knowledge.extraction.text import one_line, word_set

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FRONT_TITLE = re.compile(r"^title\s*:\s*(.+)$", re.MULTILINE)
_FENCED = re.compile(r"^([ \t]*)(`{3,}|~{3,}).*?(?:^[ \t]*\2[`~]*[ \t]*$|\Z)", re.DOTALL | re.M)
_TWIG = re.compile(r"\{%-?.*?-?%\}|\{#.*?#\}", re.DOTALL)
_CLOSED_TAG = re.compile(r"\[/([a-z][\w-]*)\]")
_ALERT = re.compile(r"^([ \t]*>[ \t]*)\[!(?:\w+)\][ \t]*|\[!VIDEO [^\]\n]*\]", re.MULTILINE)
_TAB_TITLE = re.compile(r"^\[[\w-]*tab title=\"([^\"\n]+)\"[^\]\n]*\]", re.MULTILINE)
_PLACEHOLDER = re.compile(r"<(/?)([A-Za-zÀ-ÿ][\w .-]*)>")
_KNOWN_TAGS = word_set(
    "a abbr acronym address article aside b bdi bdo big blockquote body br caption center cite "
    "code col colgroup dd del details dfn dir div dl dt em figcaption figure font footer form h1 "
    "h2 h3 h4 h5 h6 head header hr html i img ins kbd li main mark nav ol p picture pre q s samp "
    "script section small source span strike strong style sub summary sup svg table tbody td "
    "tfoot th thead time tr tt u ul var video wbr iframe button input label title meta link "
    "noscript template"
)
_NOTICE = re.compile(r"^!{1,4}[ \t]+", re.MULTILINE)
_CONTAINER = re.compile(r"^[ \t]*:{3,}.*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\{\s?[.#:][^{}\n]*\}")
_TASK = re.compile(r"^([ \t]*(?:[-*+]|\d+[.)])[ \t]+)\[[ xX]\][ \t]+", re.MULTILINE)


def read(path: Path, builder: BlockBuilder, source: Source) -> None:
    """Adds the blocks of the Markdown file; the title is the front matter's or the only h1."""
    source.title = read_text(decode(path.read_bytes()), builder)


def read_text(text: str, builder: BlockBuilder) -> str:
    """Adds the blocks of Markdown text; returns its title, "" when it has none."""
    title = ""
    front = _FRONT_MATTER.match(text)
    if front:
        named = _FRONT_TITLE.search(front.group(1) or "")
        title = one_line(named.group(1)).strip("\"'") if named else ""
        text = text[front.end() :]
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    markup = parser.render(_without_extensions(text))
    heading = read_markup(markup, builder, related_is_navigation=False)
    return title or heading


def _without_extensions(text: str) -> str:
    """Drops what site generators add to Markdown: template tags, shortcodes, containers."""
    shortcodes = set(_CLOSED_TAG.findall(text))
    pieces, at = [], 0
    for fence in _FENCED.finditer(text):
        pieces += [_plain(text[at : fence.start()], shortcodes), fence.group()]
        at = fence.end()
    return "".join([*pieces, _plain(text[at:], shortcodes)])


def _plain(text: str, shortcodes: set[str]) -> str:
    text = _ALERT.sub(lambda found: found.group(1) or "", _TWIG.sub("", text))
    text = _NOTICE.sub("> ", text)
    text = _TAB_TITLE.sub(r"\n**\1**\n", _ATTRIBUTES.sub("", _CONTAINER.sub("", text)))
    text = _TASK.sub(r"\1", _PLACEHOLDER.sub(_keep_placeholder, text))
    for name in shortcodes:
        text = re.sub(rf"\[/?{re.escape(name)}(?:[ =][^\]\n]*)?\](?!\()", "", text)
    return text


def _keep_placeholder(found: re.Match[str]) -> str:
    """Something to fill in, such as "<server name>", is no markup; readers must see it."""
    known = found.group(2).lower().strip() in _KNOWN_TAGS
    return found.group() if known else f"&lt;{found.group(1)}{found.group(2)}&gt;"

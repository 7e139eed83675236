"""Plain text to blocks: paragraphs, headings, lists and commands recognised by their look."""

import re
from pathlib import Path

from netz.knowledge.extraction.builder import BlockBuilder
from netz.knowledge.extraction.encoding import decode
from netz.knowledge.extraction.lists import split_marker
from netz.knowledge.extraction.source import Source
from netz.knowledge.extraction.text import clean

_NUMBERED = re.compile(r"(?:\d{1,2}|[A-Z])((?:\.\d{1,3}){1,4})\.?\s+[«\"(]?\s?[^\W\d_]")
_CHAPTER = re.compile(
    r"(?:chapitre|chapter|annexe|appendix|partie|part)\s+(?:[A-Z]|\d{1,3}|[IVX]+)\b", re.IGNORECASE
)
_RULE = re.compile(r"([=\-~*_#])\1{2,}")
_SENTENCE_END = (".", "!", "?", ":", ";", ",", "…")
_COMMAND = re.compile(r"[#$>%]\s*\S|\s{4,}\S|\t\S|[\w./-]+\s*=\s*\S+$|.*\\$")
_WIDEST_WRAP = 110


def read(path: Path, builder: BlockBuilder, source: Source) -> None:
    """Adds the blocks of the text file; a first heading becomes its title elsewhere."""
    read_text(decode(path.read_bytes()), builder)


def read_text(text: str, builder: BlockBuilder) -> None:
    """Adds the blocks of plain text, wrapped at a width or not."""
    all_lines = clean(text).split("\n")
    reader = _Reader(builder, _wrap_width(all_lines))
    for chunk in _chunks(all_lines):
        reader.chunk(chunk)


def _chunks(all_lines: list[str]) -> list[list[str]]:
    """Runs of lines between blank ones."""
    chunks: list[list[str]] = [[]]
    for line in all_lines:
        if line.strip():
            chunks[-1].append(line.rstrip())
        elif chunks[-1]:
            chunks.append([])
    return [chunk for chunk in chunks if chunk]


def _wrap_width(all_lines: list[str]) -> int:
    """The column at which the text is wrapped; 0 when its paragraphs are single lines."""
    lengths = sorted(len(line) for line in all_lines if len(line) > 20)
    if len(lengths) < 4 or lengths[int(len(lengths) * 0.97)] > _WIDEST_WRAP:
        return 0
    return lengths[int(len(lengths) * 0.9)]


def _is_code(chunk: list[str]) -> bool:
    """Mostly commands, comments and settings, and no list."""
    if split_marker(chunk[0].strip())[0]:
        return False
    return sum(_COMMAND.match(line) is not None for line in chunk) * 2 > len(chunk)


class _Reader:
    def __init__(self, builder: BlockBuilder, width: int) -> None:
        self._builder = builder
        self._width = width

    def chunk(self, chunk: list[str]) -> None:
        if len(chunk) == 2 and _RULE.fullmatch(chunk[1].strip()):
            self._builder.heading(chunk[0], 1 if chunk[1].strip()[0] in "=#" else 2)
            return
        if _is_code(chunk):
            self._builder.code("\n".join(chunk))
            return
        paragraph: list[str] = []
        for line in chunk:
            if _RULE.fullmatch(line.strip()):
                continue
            level = _heading_level(line.strip(), alone=len(chunk) == 1)
            if level:
                self._flush(paragraph)
                self._builder.heading(line, level)
            elif split_marker(line.strip())[0]:
                self._flush(paragraph)
                paragraph.append(line)
            elif paragraph and self._width and self._continues(paragraph[-1], line):
                paragraph[-1] = _join(paragraph[-1], line.strip())
            elif paragraph and self._same_block(paragraph, line):
                paragraph.append(line.strip())
            else:
                self._flush(paragraph)
                paragraph.append(line)
        self._flush(paragraph)

    def _continues(self, before: str, line: str) -> bool:
        """True when `line` goes on with the wrapped sentence of `before`."""
        text = line.strip()
        last = before.rsplit("\n", 1)[-1].rstrip()
        room = self._width * 0.8 - len(text.split(" ", 1)[0])
        return len(last) % max(self._width, 1) > room or not (
            text[0].isupper() and last.endswith(_SENTENCE_END)
        )

    def _same_block(self, paragraph: list[str], line: str) -> bool:
        """Short lines that stand together, such as an address, stay one paragraph."""
        return len(line) < 80 and all(len(other) < 80 for other in paragraph)

    def _flush(self, paragraph: list[str]) -> None:
        if not paragraph:
            return
        first = paragraph[0]
        indent = len(first) - len(first.lstrip())
        marker, rest = split_marker(first.strip())
        text = "\n".join([rest, *paragraph[1:]])
        if marker:
            self._builder.item(text, level=1 + min(indent // 2, 3), marker=marker)
        else:
            self._builder.paragraph(text)
        paragraph.clear()


def _join(before: str, after: str) -> str:
    return f"{before} {after}"


def _heading_level(line: str, *, alone: bool) -> int:
    """1-6 for a line that looks like a heading, else 0."""
    if len(line) > 120:
        return 0
    if _CHAPTER.match(line) and not line.endswith((".", ",", ";")):
        return 1
    numbered = _NUMBERED.match(line)
    if numbered and not line.endswith((".", ",", ";", ":")):
        return min(1 + numbered.group(1).count("."), 6)
    letters = [char for char in line if char.isalpha()]
    if alone and len(letters) > 3 and line.isupper() and len(line) < 80:
        return 2
    return 0

"""Blocks as the splitter handles them: whole, but for those longer than a passage may be."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from netz.knowledge.extraction.tables import parts, table_text
from netz.knowledge.extraction.text import word_count
from netz.knowledge.extraction.types import Block

_SENTENCE = re.compile(r"(?<=[.!?…])(?:\s?[\"»”)])*\s+(?=[\"«“(]?\s*[A-ZÀ-ÖØ-Þ0-9])|\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:M|MM|Mme|Dr|art|cf|ex|etc|env|p|pp|n°|no|vs|Mr|Mrs|St|e\.g|i\.e|fig|tél|\w))\.$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, or a part of it, with the index of the block in its document."""

    index: int
    block: Block
    words: int


def pieces(blocks: Sequence[Block], maximum: int) -> Iterator[Piece]:
    """Every block in order; one longer than `maximum` words comes as several pieces."""
    for index, block in enumerate(blocks):
        words = word_count(block.text)
        divided = [block] if words <= maximum else list(_divide(block, maximum))
        for part in divided:
            yield Piece(index, part, word_count(part.text))


def _divide(block: Block, maximum: int) -> Iterator[Block]:
    if block.kind == "table" and block.rows:
        yield from _divide_table(block, maximum)
    elif block.kind == "paragraph":
        yield from _divide_text(block, sentences(block.text), maximum, " ")
    elif block.kind == "code":
        yield from _divide_text(block, block.text.split("\n"), maximum, "\n")
    else:
        yield block


def _divide_table(block: Block, maximum: int) -> Iterator[Block]:
    """Rows are never cut; each part repeats the header."""
    head = 1 if block.has_header else 0
    rows: list[tuple[str, ...]] = []
    size = 0
    for (row,) in (part[head:] for part in parts(block.rows, block.has_header, 1)):
        words = word_count(table_text((*block.rows[:head], row), block.has_header))
        if rows and size + words > maximum:
            yield _with_rows(block, rows)
            rows, size = [], 0
        rows.append(row)
        size += words
    yield _with_rows(block, rows)


def _with_rows(block: Block, rows: list[tuple[str, ...]]) -> Block:
    head = block.rows[:1] if block.has_header else ()
    whole = (*head, *rows)
    return replace(block, rows=whole, text=table_text(whole, block.has_header))


def _divide_text(
    block: Block, sentence_list: list[str], maximum: int, joint: str
) -> Iterator[Block]:
    part: list[str] = []
    size = 0
    target = maximum // 2
    for sentence in sentence_list:
        words = word_count(sentence)
        if part and size + words > target:
            yield _with_text(block, joint.join(part))
            part, size = [], 0
        part.append(sentence)
        size += words
    yield _with_text(block, joint.join(part))


def _with_text(block: Block, text: str) -> Block:
    return replace(block, text=text, links=tuple(link for link in block.links if link[0] in text))


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; "M. Dupont" and "art. 4" don't end one."""
    found: list[str] = []
    at = 0
    for gap in _SENTENCE.finditer(text):
        if gap.group() != "\n" and _ABBREVIATION.search(text[at : gap.start()]):
            continue
        found.append(text[at : gap.end()].strip())
        at = gap.end()
    found.append(text[at:].strip())
    return [sentence for sentence in found if sentence]

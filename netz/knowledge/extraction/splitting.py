"""Divides a document's blocks into passages: whole blocks under one heading path."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from netz.knowledge.extraction.lists import is_ordered
from netz.knowledge.extraction.pieces import Piece, pieces
from netz.knowledge.extraction.text import word_count
from netz.knowledge.extraction.types import Block, Extracted, PassageDraft

TARGET = 180
MAXIMUM = 350
SHORT = 40
MERGED = 160
LABEL = 10


@dataclass(slots=True)
class _Section:
    """The pieces below one heading; `lead` are the headings that stand directly above them."""

    headings: tuple[str, ...]
    lead: list[Piece]
    body: list[Piece]

    @property
    def words(self) -> int:
        return sum(piece.words for piece in self.body)


def split(extracted: Extracted) -> list[PassageDraft]:
    """Passages in reading order, about 120-220 words each; the same input gives the same."""
    drafts: list[PassageDraft] = []
    for section in _merge(list(_sections(extracted.blocks))):
        lead = section.lead
        for group in _groups(section.body) or [[]]:
            drafts.append(_draft(len(drafts), section.headings, lead, group))
            lead = []
    return drafts


def passage_text(blocks: Sequence[Block]) -> str:
    """The text of blocks as passages keep it: items with their marker, one block a line."""
    return "\n".join(block_text(block) for block in blocks)


def block_text(block: Block) -> str:
    if block.kind == "list_item" and block.marker:
        return f"{block.marker} {block.text}"
    return block.text


def _draft(
    ordinal: int, headings: tuple[str, ...], lead: list[Piece], group: list[Piece]
) -> PassageDraft:
    shown = [piece.block for piece in group] or [lead[-1].block]
    spanned = [*lead, *group]
    return PassageDraft(
        ordinal=ordinal,
        text=passage_text(shown),
        headings=headings,
        page=(group or lead)[0].block.page,
        first_block=spanned[0].index,
        last_block=spanned[-1].index,
        blocks=tuple(shown),
    )


def _sections(blocks: tuple[Block, ...]) -> Iterator[_Section]:
    path: list[tuple[int, str]] = []
    current = _Section((), [], [])
    for piece in pieces(blocks, MAXIMUM):
        block = piece.block
        if block.kind != "heading":
            current.body.append(piece)
            continue
        while path and path[-1][0] >= block.level:
            path.pop()
        deeper = len(path) >= len(current.headings)
        path.append((block.level, block.text))
        lead = [piece]
        if current.body or (current.lead and not deeper):
            yield current
        else:
            lead = [*current.lead, piece]
        current = _Section(tuple(text for _, text in path), lead, [])
    if current.body or current.lead:
        yield current


def _merge(sections: list[_Section]) -> list[_Section]:
    """Joins a very short section with its neighbour under the same parent."""
    merged: list[_Section] = []
    for section in sections:
        before = merged[-1] if merged else None
        if before is not None and _may_join(before, section):
            shared = _common(before, section)
            # A lead is the tail of its path: what the shared path no longer says becomes text.
            kept = max(0, len(before.lead) - (len(before.headings) - len(shared)))
            before.body = [*before.lead[kept:], *before.body, *section.lead, *section.body]
            before.lead, before.headings = before.lead[:kept], shared
        else:
            merged.append(section)
    return merged


def _common(one: _Section, other: _Section) -> tuple[str, ...]:
    if other.headings[: len(one.headings)] == one.headings:
        return one.headings
    return one.headings[:-1]


def _may_join(before: _Section, section: _Section) -> bool:
    """Siblings, or a parent's short introduction and its first child; both must be short."""
    if not before.headings or not before.body or not section.body:
        return False
    child = section.headings[:-1] == before.headings
    sibling = len(before.headings) > 1 and section.headings[:-1] == before.headings[:-1]
    gathered = len(before.headings) > 0 and section.headings[:-1] == before.headings
    if not (child or sibling or gathered):
        return False
    small = before.words < SHORT or section.words < SHORT
    return small and before.words + section.words <= MERGED


def _groups(body: list[Piece]) -> list[list[Piece]]:
    """Runs of pieces of about TARGET words; units are never divided when they fit."""
    groups: list[list[Piece]] = []
    current: list[Piece] = []
    size = 0
    for unit in _units(body):
        words = sum(piece.words for piece in unit)
        if current and size + words > TARGET and (size >= TARGET // 2 or size + words > MAXIMUM):
            groups.append(current)
            current, size = [], 0
        current = [*current, *unit]
        size += words
    if current:
        groups.append(current)
    return _no_crumbs(groups)


def _no_crumbs(groups: list[list[Piece]]) -> list[list[Piece]]:
    """A tiny last group goes back to the one before it, where that fits."""
    if len(groups) > 1:
        last = sum(piece.words for piece in groups[-1])
        before = sum(piece.words for piece in groups[-2])
        if last < SHORT and before + last <= MAXIMUM:
            groups[-2:] = [[*groups[-2], *groups[-1]]]
    return groups


def _units(body: list[Piece]) -> Iterator[list[Piece]]:
    """What should stay together: a list with the line that introduces it, code with its own."""
    unit: list[Piece] = []
    for piece in body:
        if unit and not _belongs(unit[-1].block, piece.block):
            yield from _fitting(unit)
            unit = []
        unit.append(piece)
    yield from _fitting(unit)


def _belongs(before: Block, block: Block) -> bool:
    introduces = before.kind == "paragraph" and _announces(before.text)
    if block.kind == "list_item":
        return before.kind == "list_item" or before.level > 0 or introduces
    if block.level > 0 and block.kind != "heading":
        return before.kind == "list_item" or before.level > 0
    return introduces or before.kind == "heading"


def _announces(text: str) -> bool:
    """A line that leads to what follows: "… :", or a short label without a full stop."""
    if text.endswith(":"):
        return True
    return (
        "\n" not in text
        and not text.endswith((".", "!", "?", ";", ",", "…"))
        and (word_count(text) <= LABEL)
    )


def _fitting(unit: list[Piece]) -> Iterator[list[Piece]]:
    """The unit whole when it fits in a passage; else divided before outermost items."""
    if sum(piece.words for piece in unit) <= MAXIMUM:
        if unit:
            yield unit
        return
    part: list[Piece] = []
    size = 0
    for piece in unit:
        starts = piece.block.level <= 1 or size + piece.words > MAXIMUM
        if part and size + piece.words > TARGET and starts and not _introduces(part):
            yield part
            part, size = [], 0
        part.append(piece)
        size += piece.words
    if part:
        yield part


def _introduces(part: list[Piece]) -> bool:
    return len(part) == 1 and not is_ordered(part[0].block.marker) and part[0].words < SHORT

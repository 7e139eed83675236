"""Puts a passage's blocks together as a reader sees them: a list with its lead, a table, prose."""

from __future__ import annotations

import re
from collections.abc import Iterable

from netz.assistant.answering.shapes import Block
from netz.assistant.answering.types import PieceKind
from netz.assistant.answering.units import Group, GroupKind, Unit, is_crumb, list_units, units_of
from netz.assistant.answering.words import terms_in_order

_NUMBER = re.compile(r"\d+")
_SHORT = 30  # words of a paragraph that may introduce values without a colon


def group_blocks(blocks: tuple[Block, ...], language: str) -> Iterable[Group]:
    """Walk over the blocks once, opening and closing groups."""
    heading = ""
    position = 0
    while position < len(blocks):
        kind = blocks[position][0]
        if kind == "heading":
            heading = blocks[position][1]
            position += 1
            continue
        end = _end_of_group(blocks, position)
        group = _group(blocks, position, end, heading, language)
        if group.units:
            yield group
        position = end


def _end_of_group(blocks: tuple[Block, ...], start: int) -> int:
    """Return the position after the last block of the group that starts at `start`."""
    end = start
    if blocks[start][0] in {"paragraph", "code"}:
        while end < len(blocks) and blocks[end][0] in {"paragraph", "code"}:
            end += 1
        if end < len(blocks) and _introduces(blocks, end - 1):
            return end - 1 if end - 1 > start else _end_of_body(blocks, end)
        return end
    return _end_of_body(blocks, start)


def _end_of_body(blocks: tuple[Block, ...], start: int) -> int:
    if blocks[start][0] in {"table", "pairs"}:
        return start + 1
    end = start
    while end < len(blocks) and _continues(blocks, start, end):
        end += 1
    return max(end, start + 1)


def _continues(blocks: tuple[Block, ...], start: int, end: int) -> bool:
    """Whether the block at `end` belongs to the list or text table that starts at `start`."""
    kind = blocks[end][0]
    if blocks[start][0] == "grid":
        return kind == "grid"
    if kind == "list_item":
        return end == start or not _restarts(blocks, start, end)
    return kind in {"paragraph", "code"} and _resumes(blocks, start, end)


def _introduces(blocks: tuple[Block, ...], number: int) -> bool:
    """A paragraph leads the list or table after it by a colon, or by being short before values."""
    if number + 1 >= len(blocks) or blocks[number][0] != "paragraph":
        return False
    text, body = blocks[number][1].rstrip(), blocks[number + 1][0]
    if body in {"pairs", "grid"}:
        return len(text.split()) <= _SHORT and not is_crumb(text)
    return body in {"list_item", "table"} and text.endswith(":")


def _ordinal(marker: str) -> int | None:
    match = _NUMBER.match(marker)
    return int(match.group()) if match else None


def _restarts(blocks: tuple[Block, ...], start: int, end: int) -> bool:
    """A "1." at the same depth after other numbers opens a new procedure."""
    number, level = _ordinal(blocks[end][3]), blocks[end][2]
    if number != 1:
        return False
    seen = [_ordinal(b[3]) for b in blocks[start:end] if b[0] == "list_item" and b[2] == level]
    previous = [n for n in seen if n is not None]
    # Markdown writers number every step "1.": such a run of ones is one procedure.
    return bool(previous) and previous[-1] != 1


def _resumes(blocks: tuple[Block, ...], start: int, end: int) -> bool:
    """A paragraph or code belongs to the step before it: it stands deeper, or the count goes on."""
    if blocks[end][2] > 0:
        return True
    last = [_ordinal(b[3]) for b in blocks[start:end] if b[0] == "list_item"]
    following = next((b for b in blocks[end:] if b[0] not in {"paragraph", "code"}), None)
    if following is None or following[0] != "list_item" or not last or last[-1] is None:
        return False
    number = _ordinal(following[3])
    return number is not None and number == last[-1] + 1


def _group(blocks: tuple[Block, ...], start: int, end: int, heading: str, language: str) -> Group:
    body = start
    lead: tuple[Unit, ...] = ()
    kinds = {block[0] for block in blocks[start:end]}
    head = terms_in_order(heading, language)
    if _introduces(blocks, start) and end > start + 1:
        lead = tuple(units_of(blocks[start], start, "sentence", language))
        body = start + 1
    members = list(enumerate(blocks))[body:end]
    for shape in ("table", "pairs", "grid"):
        if shape in kinds:
            rows = [u for n, block in members for u in units_of(block, n, "row", language)]
            top = 1 if shape == "grid" else 0  # the column names
            return Group(shape, tuple(rows[top:]), (*lead, *rows[:top]), heading, head)
    if "list_item" in kinds:
        ordered = any(_ordinal(block[3]) is not None for _, block in members)
        item: PieceKind = "step" if ordered else "item"
        units = [u for n, b in members for u in list_units(b, n, item, language, n == body)]
        return Group("list", tuple(units), lead, heading, head, ordered)
    units = [u for n, block in members for u in units_of(block, n, "sentence", language)]
    kind: GroupKind = "chain" if any(unit.code for unit in units) else "prose"
    return Group(kind, tuple(units), lead, heading, head)

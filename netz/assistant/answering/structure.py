"""Reads a found passage into the groups of pieces that an answer can be made of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from netz.assistant.answering.grouping import group_blocks
from netz.assistant.answering.shapes import Block, shaped
from netz.assistant.answering.units import Group
from netz.assistant.answering.words import terms_in_order, terms_of

if TYPE_CHECKING:
    from netz.knowledge.types import Hit

_MARKED = re.compile(r"^\s*(?P<marker>\d{1,3}[.)]|[a-zA-Z][.)]|[-*•–·▪o])\s+(?P<text>\S.*)$")


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage taken apart; `context` holds the terms of title, headings and file path."""

    groups: tuple[Group, ...]
    terms: frozenset[str]
    context: frozenset[str]
    title: frozenset[str]


def read_passage(hit: Hit) -> Passage:
    """Return the structure of `hit`; kept per passage and content, as hits repeat all day."""
    blocks = tuple(_frozen(block) for block in hit.blocks) or _blocks_of_text(hit.text)
    key = (hit.title, tuple(hit.headings), hit.path, hit.language or "fr")
    return _read(str(hit.passage_id), key, blocks)


def _frozen(block: Mapping[str, Any]) -> Block:
    return (
        str(block.get("kind", "paragraph")),
        str(block.get("text", "")),
        int(block.get("level") or 0),
        str(block.get("marker") or ""),
    )


def _blocks_of_text(text: str) -> tuple[Block, ...]:
    found: list[Block] = []
    for line in text.split("\n"):
        if match := _MARKED.match(line):
            found.append(("list_item", match["text"], 0, match["marker"]))
        elif line.strip():
            found.append(("paragraph", line.strip(), 0, ""))
    return tuple(found)


@lru_cache(maxsize=8192)
def _read(
    passage_id: str,
    described: tuple[str, tuple[str, ...], str, str],
    blocks: tuple[Block, ...],
) -> Passage:
    title, headings, path, language = described
    groups = tuple(group_blocks(shaped(blocks), language))
    stem = re.sub(r"\.\w{1,5}$", "", path).replace("/", " ").replace("_", " ").replace("-", " ")
    own = terms_of(title, language)
    context = terms_in_order(title, language).union(
        terms_of(stem, language), *(terms_in_order(heading, language) for heading in headings)
    )
    found = [group.heading_terms for group in groups]
    found += [unit.terms for group in groups for unit in (*group.lead, *group.units)]
    return Passage(groups, frozenset[str]().union(*found), context, own)

"""Finds passages that answer in other words than the question's, piece by piece."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from netz.assistant.answering.structure import Passage, read_passage
from netz.assistant.answering.types import Hits, Meant
from netz.assistant.answering.units import Unit

# How alike each text and the question are, from 0 (as any two texts) to 1 (as its answer).
Alike = Callable[[Sequence[str]], Sequence[float]]

# What passage and best piece must come to together (some MOST for a sure answer); set on the
# development questions, see docs/adr/0008-sentence-model.md.
MEANT = 0.95
MOST = 1.5
_DOCUMENTS = 3
_NEARLY = 0.1  # as sure as the best but for this much: shown beside it
_PIECE = 0.5  # what the likest piece counts beside the search's own score
_PASSAGES = 8  # looked at piece by piece, which costs milliseconds each
_PIECES = 16  # of a passage
_WORDS = 4  # in a piece that says something

Close = tuple[float, Meant]


def closest(hits: Hits, positions: Sequence[int], alike: Alike) -> tuple[float, tuple[Meant, ...]]:
    """The passages at `positions` that mean what is asked, one a document, the surest first.

    With how sure the first one is, from 0 to 1; nothing when none is sure enough.
    """
    looked_at = positions[:_PASSAGES]
    pieces = [_pieces(read_passage(hits[position])) for position in looked_at]
    found = iter(alike([unit.text for some in pieces for _, unit in some]))
    best: dict[object, Close] = {}
    for position, some in zip(looked_at, pieces, strict=True):
        likeness, at = max(((next(found), at) for at, _ in some), default=(0.0, 0))
        close = (hits[position].score + _PIECE * likeness, Meant(position, at))
        document = hits[position].document_id
        best[document] = max(best.get(document, close), close, key=lambda one: one[0])
    ranked = sorted(best.values(), key=lambda one: (-one[0], one[1].position))
    if not ranked or ranked[0][0] < MEANT:
        return 0.0, ()
    sure = [meant for value, meant in ranked if value >= ranked[0][0] - _NEARLY]
    return min(ranked[0][0] / MOST, 1.0), tuple(sure[:_DOCUMENTS])


def units_in(passage: Passage) -> list[Unit]:
    """All pieces of a passage, in order."""
    return [unit for group in passage.groups for unit in (*group.lead, *group.units)]


def _pieces(passage: Passage) -> list[tuple[int, Unit]]:
    said = [
        (at, unit)
        for at, unit in enumerate(units_in(passage))
        if not unit.crumb and len(unit.text.split()) >= _WORDS
    ]
    return said[:_PIECES]

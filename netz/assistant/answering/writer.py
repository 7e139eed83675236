"""Writes the extractive answer: the documents' own words, in order, each with its citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netz.assistant.answering.catalogue import listed, text
from netz.assistant.answering.selection import around, choose, leanest, widened
from netz.assistant.answering.spelling import spelled
from netz.assistant.answering.structure import Passage, read_passage
from netz.assistant.answering.suggestions import suggest
from netz.assistant.answering.types import (
    Citation,
    Draft,
    Grounding,
    Hits,
    Language,
    Length,
    Nearest,
    Piece,
    Question,
)
from netz.assistant.answering.units import Unit

if TYPE_CHECKING:
    from netz.knowledge.types import Hit

_NEAREST = 3
_LOOKED_FOR = 6


def compose(
    question: Question,
    hits: Hits,
    grounding: Grounding,
    language: Language,
    length: Length = "normal",
) -> Draft:
    """Return the answer to `question` in the documents' words, or the refusal.

    Every piece's text occurs word for word in the passage it cites, whatever the `length`, which
    decides neither whether there is an answer nor which passage gives it.
    """
    if not grounding.answerable or grounding.best is None:
        return refuse(question, hits, grounding, language)
    chosen = _chosen(spelled(question, hits), hits, grounding, length)
    if not chosen:
        return refuse(question, hits, grounding, language)
    pieces: list[Piece] = []
    citations: list[Citation] = []
    for hit, units in chosen:
        index = len(citations) + 1
        citations.append(_citation(index, hit, units))
        pieces += _pieces(units, index)
    return Draft(
        status="answered",
        language=language,
        text=render(tuple(pieces)),
        sentences=tuple(pieces),
        citations=tuple(citations),
        nearest=nearest(hits, grounding),
        suggestions=suggest(question.text, hits, language, grounding.best),
        looked_for=grounding.looked_for[:_LOOKED_FOR],
        confidence=grounding.confidence,
    )


def refuse(question: Question, hits: Hits, grounding: Grounding, language: Language) -> Draft:
    """Return the honest "not found": what was looked for, what comes near, and the way on."""
    near = nearest(hits, grounding)
    parts = [text("refused", language)]
    looked_for = grounding.looked_for[:_LOOKED_FOR]
    if looked_for:
        parts.append(text("looked_for", language, terms=listed(looked_for, language)))
    parts.append(text("nearest" if near else "no_documents", language))
    parts.append(text("handover", language))
    return Draft(
        status="refused",
        language=language,
        text=" ".join(parts),
        nearest=near,
        suggestions=suggest(question.text, hits, language, None),
        looked_for=looked_for,
        confidence=grounding.confidence,
    )


def nearest(hits: Hits, grounding: Grounding) -> tuple[Nearest, ...]:
    """Return the nearest documents, best first, each once."""
    found: dict[object, Nearest] = {}
    for position in grounding.order:
        hit = hits[position]
        if hit.document_id not in found:
            found[hit.document_id] = Nearest(
                hit.document_id, hit.path, hit.title, hit.passage_id, hit.page, hit.attached
            )
    return tuple(found.values())[:_NEAREST]


def render(pieces: tuple[Piece, ...]) -> str:
    """Return the answer as plain text: steps, items and rows on lines of their own."""
    lines: list[str] = []
    running = False
    for piece in pieces:
        if piece.kind == "sentence" and not piece.code:
            if running:
                lines[-1] += f" {piece.text}"
            else:
                lines.append(piece.text)
            running = not piece.text.endswith(":")
            continue
        running = False
        marker = f"{piece.marker} " if piece.marker else ("- " if piece.kind == "item" else "")
        lines.append(f"{marker}{piece.text}")
    return "\n".join(lines)


def _chosen(
    question: Question, hits: Hits, grounding: Grounding, length: Length
) -> list[tuple[Hit, list[Unit]]]:
    if grounding.meant:
        found = [(hits[m.position], m.piece) for m in grounding.meant]
        nearest_first = found[:1] if length == "short" else found
        return [
            (hit, _distinct(_meant(read_passage(hit), piece, length)))
            for hit, piece in nearest_first
        ]
    best = hits[grounding.best or 0]
    passage = read_passage(best)
    units = leanest(question, passage) if length == "short" else choose(question, passage)
    if not units:
        return []
    if length == "detailed":
        units = widened(passage, units)
    chosen = [(best, _distinct(units))]
    following = _continuation(best, units, hits)
    if not following and length == "detailed":
        following = _beside(question, best, hits, grounding)
    if following:
        chosen.append(following)
    return chosen


def _meant(passage: Passage, piece: int, length: Length) -> list[Unit]:
    units = around(passage, piece, alone=length == "short")
    return widened(passage, units) if length == "detailed" else units


def _distinct(units: list[Unit]) -> list[Unit]:
    seen: set[str] = set()
    kept: list[Unit] = []
    for unit in units:
        key = " ".join(unit.text.lower().split())
        if key not in seen or unit.kind == "step":
            kept.append(unit)
        seen.add(key)
    return kept


def _continuation(best: Hit, units: list[Unit], hits: Hits) -> tuple[Hit, list[Unit]] | None:
    """The rest of a procedure that was cut between two passages, when the search found it."""
    steps = [unit for unit in units if unit.kind == "step"]
    passage = read_passage(best)
    if not steps or not passage.groups or passage.groups[-1].units[-1] is not steps[-1]:
        return None
    for hit in hits:
        if hit.version_id == best.version_id and hit.ordinal == best.ordinal + 1:
            groups = read_passage(hit).groups
            if groups and groups[0].ordered and not groups[0].lead:
                first = groups[0].units[0].marker.rstrip(".)")
                last = steps[-1].marker.rstrip(".)")
                if first.isdigit() and last.isdigit() and int(first) == int(last) + 1:
                    return hit, list(groups[0].units)
    return None


def _beside(
    question: Question, best: Hit, hits: Hits, grounding: Grounding
) -> tuple[Hit, list[Unit]] | None:
    """What the passage before or after says to the question, when the search found it too."""
    for position in grounding.order:
        hit = hits[position]
        next_to = hit.version_id == best.version_id and abs(hit.ordinal - best.ordinal) == 1
        if next_to and tuple(hit.headings) == tuple(best.headings):
            units = _distinct(choose(question, read_passage(hit)))
            return (hit, units) if units else None
    return None


def _citation(index: int, hit: Hit, units: list[Unit]) -> Citation:
    return Citation(
        index=index,
        document_id=hit.document_id,
        path=hit.path,
        title=hit.title,
        passage_id=hit.passage_id,
        page=hit.page,
        quote=quote(hit.text, units),
        headings=tuple(hit.headings),
        attached=hit.attached,
    )


def quote(passage: str, units: list[Unit]) -> str:
    """Return the exact stretch of `passage` from the first to the last of `units`."""
    start = passage.find(units[0].text)
    end = passage.find(units[-1].text, max(start, 0))
    if start < 0 or end < start:
        return units[0].text
    return passage[start : end + len(units[-1].text)]


def _pieces(units: list[Unit], index: int) -> list[Piece]:
    """Number the steps afresh: many documents mark every step "1."."""
    pieces: list[Piece] = []
    count = depth = 0
    for unit in units:
        marker = unit.marker
        if unit.opens:
            count, depth = 0, unit.level
        if unit.kind == "step" and marker[:1].isdigit() and unit.level == depth:
            count = count + 1 if count else int(marker.rstrip(".)") or 1)
            marker = f"{count}."
        pieces.append(Piece(unit.text, unit.kind, (index,), marker, unit.code))
    return pieces

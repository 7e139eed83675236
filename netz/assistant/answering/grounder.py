"""Decides whether the passages found answer the question, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from netz.assistant.answering.structure import Passage, read_passage
from netz.assistant.answering.types import Grounding, Hits, Question, Term

# Share of the question's weight that one place of one passage must carry. Tuned on the dev
# questions of a public set and checked on others; see docs/adr/0005-extractive-answers.md.
ANSWERABLE = 0.60
# A word that stands only in title, headings or file path still places the passage in its subject.
_IN_CONTEXT = 0.9
# A word elsewhere in the passage, away from the place that answers.
_ELSEWHERE = 0.5
_TITLE_SHARE = 0.15
_RANK_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class _Standing:
    """How one passage stands to the question."""

    position: int
    coverage: float
    relevance: float
    missing: tuple[Term, ...]


def covered(term: Term, words: frozenset[str]) -> bool:
    """True when `words` hold the term, a synonym of it or its correction."""
    return not term.keys.isdisjoint(words)


def decide(question: Question, hits: Hits) -> Grounding:
    """Say whether `hits` answer `question`, how surely, and what was looked for in vain."""
    looked_for = tuple(term.surface for term in _by_weight(question.terms))
    if not hits or not question.terms:
        return Grounding(False, 0.0, looked_for, looked_for)
    standings = sorted(
        (_standing(question, position, hits) for position in range(len(hits))),
        key=lambda s: (-s.relevance, s.position),
    )
    best = standings[0]
    missing = tuple(term.surface for term in _by_weight(best.missing))
    answerable = best.coverage >= ANSWERABLE and not any(_decisive(t) for t in best.missing)
    return Grounding(
        answerable=answerable,
        confidence=round(min(1.0, best.coverage), 3),
        looked_for=looked_for,
        missing=missing,
        best=best.position,
        order=tuple(s.position for s in standings),
    )


def place_coverage(question: Question, passage: Passage) -> float:
    """Return the best share of the question's weight that one place of `passage` carries."""
    places = [group.terms for group in passage.groups] or [frozenset[str]()]
    return max(_share(question, place, passage) for place in places)


def _share(question: Question, place: frozenset[str], passage: Passage) -> float:
    total = 0.0
    for term in question.terms:
        if covered(term, place):
            total += term.weight
        elif covered(term, passage.context):
            total += _IN_CONTEXT * term.weight
        elif covered(term, passage.terms):
            total += _ELSEWHERE * term.weight
    return total / question.weight


def _standing(question: Question, position: int, hits: Hits) -> _Standing:
    passage = read_passage(hits[position])
    everything = passage.terms | passage.context
    coverage = place_coverage(question, passage)
    titled = sum(t.weight for t in question.terms if covered(t, passage.title)) / question.weight
    wanted = frozenset[str]().union(*(term.keys for term in question.terms))
    precise = len(passage.title & wanted) / max(1, len(passage.title))
    relevance = coverage + _TITLE_SHARE * (titled + precise) / 2
    relevance += _RANK_SHARE * hits[position].score / max(hits[0].score, 1e-9)
    missing = tuple(term for term in question.terms if not covered(term, everything))
    return _Standing(position, coverage, relevance, missing)


def _decisive(term: Term) -> bool:
    """A named thing that the knowledge never mentions can't be answered about."""
    return term.entity and not term.known


def _by_weight(terms: Iterable[Term]) -> list[Term]:
    return sorted(terms, key=lambda term: -term.weight)

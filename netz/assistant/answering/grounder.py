"""Decides whether the passages found answer the question, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from netz.assistant.answering.structure import Group, Passage, read_passage
from netz.assistant.answering.types import Grounding, Hits, Question, Term

# Shares of the question's weight that one place of one passage must carry: of all its words, and
# of those that say what is asked about the thing named. Set on the dev questions of a public set
# and checked on others, see docs/adr/0005-extractive-answers.md.
ANSWERABLE = 0.60
ASPECT = 0.35

# A word that stands only in title, headings or file path still places the passage in its subject.
_IN_CONTEXT = 0.9
# A word elsewhere in the passage, away from the place that answers.
_ELSEWHERE = 0.4
_TITLE_SHARE = 0.2
_RANK_SHARE = 0.15
_GLUED = 4  # letters a name needs to be found inside a file name ("calc" in "scalc-guide")


@dataclass(frozen=True, slots=True)
class _Standing:
    """How one passage stands to the question; shares are 0 to 1."""

    position: int
    coverage: float
    aspect: float
    relevance: float
    missing: tuple[Term, ...]


def decide(question: Question, hits: Hits) -> Grounding:
    """Say whether `hits` answer `question`, how surely, and what was looked for in vain."""
    looked_for = tuple(term.surface for term in _by_weight(question.terms))
    if not hits or not question.terms:
        return Grounding(False, 0.0, looked_for, looked_for)
    standings = sorted(
        (_standing(question, position, hits) for position in range(len(hits))),
        key=lambda s: (-s.relevance, s.position),
    )
    best = next((s for s in standings if _answers(s)), standings[0])
    return Grounding(
        answerable=_answers(best),
        confidence=round(min(1.0, best.coverage), 3),
        looked_for=looked_for,
        missing=tuple(term.surface for term in _by_weight(best.missing)),
        best=best.position,
        order=(best.position, *(s.position for s in standings if s is not best)),
    )


def _answers(standing: _Standing) -> bool:
    """Enough of the question stands in one place, and nothing it names is another thing there."""
    return (
        standing.coverage >= ANSWERABLE
        and standing.aspect >= ASPECT
        and not any(term.entity for term in standing.missing)
    )


def _standing(question: Question, position: int, hits: Hits) -> _Standing:
    hit = hits[position]
    passage = read_passage(hit)
    coverage, aspect = place_coverage(question, passage)
    titled = sum(t.weight for t in question.terms if t.within(passage.title)) / question.weight
    wanted = frozenset[str]().union(*(term.keys for term in question.terms))
    precise = len(passage.title & wanted) / max(1, len(passage.title))
    relevance = coverage + _TITLE_SHARE * (titled + precise) / 2
    relevance += _RANK_SHARE * hit.score / max(hits[0].score, 1e-9)
    everything = passage.terms | passage.context
    for other in hits:
        if other.version_id == hit.version_id and other is not hit:
            everything |= read_passage(other).terms
    named = f"{hit.path} {hit.title}".lower()
    missing = tuple(
        term
        for term in question.terms
        if not term.within(everything)
        and not (term.entity and len(term.surface) >= _GLUED and term.surface.lower() in named)
    )
    return _Standing(position, coverage, aspect, relevance, missing)


def place_coverage(question: Question, passage: Passage) -> tuple[float, float]:
    """Return the shares that the best place of `passage` carries: of all words, of the aspect.

    A place is a sentence, item or row with its two neighbours, its lead and its heading.
    """
    floor = [_away(term, passage) for term in question.terms]
    best = (_share(question.terms, floor), 0.0)
    for group in passage.groups:
        for credits in _places(question, group, floor):
            best = max(best, (_share(question.terms, credits), _aspect(question, credits)))
    return best


def _away(term: Term, passage: Passage) -> float:
    if term.within(passage.context):
        return _IN_CONTEXT
    return _ELSEWHERE if term.within(passage.terms) else 0.0


def _places(question: Question, group: Group, floor: list[float]) -> Iterable[list[float]]:
    lead = group.heading_terms.union(*(unit.terms for unit in group.lead))
    found = [
        [1.0 if term.within(unit.terms) else 0.0 for unit in group.units]
        for term in question.terms
    ]
    led = [1.0 if term.within(lead) else away for term, away in zip(question.terms, floor, strict=True)]
    for at in range(len(group.units)):
        near = slice(max(0, at - 1), at + 2)
        yield [max(away, *row[near]) for row, away in zip(found, led, strict=True)]


def _aspect(question: Question, credits: list[float]) -> float:
    """The share of the words that are no names: what is asked about the thing named."""
    asked = [(t, c) for t, c in zip(question.terms, credits, strict=True) if not t.entity]
    return _share([t for t, _ in asked], [c for _, c in asked]) if asked else 1.0


def _share(terms: Iterable[Term], credits: Iterable[float]) -> float:
    pairs = list(zip(terms, credits, strict=True))
    whole = sum(term.weight for term, _ in pairs)
    return sum(term.weight * credit for term, credit in pairs) / max(whole, 1e-9)


def _by_weight(terms: Iterable[Term]) -> list[Term]:
    return sorted(terms, key=lambda term: -term.weight)

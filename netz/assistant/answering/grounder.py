"""Decides whether the passages found answer the question, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from netz.assistant.answering.lexicon import EVERYDAY_NAMES, PRODUCTS
from netz.assistant.answering.meaning import Alike, closest
from netz.assistant.answering.spelling import spelled
from netz.assistant.answering.structure import Passage, read_passage
from netz.assistant.answering.types import Grounding, Hits, Question, Term
from netz.assistant.answering.units import Group
from netz.assistant.answering.words import either_terms

# Shares of the question's weight that one place of one passage must carry: of all its words, and
# of those that say what is asked about the thing named. Set on the dev questions of a public set
# and checked on others, see docs/adr/0005-extractive-answers.md.
ANSWERABLE = 0.65
ASPECT = 0.45

# A passage less alike than this is not looked at piece by piece.
_ALIKE = 0.5
_SURE_AT_MOST = 0.45  # meaning is less sure than words ever are

# A word that stands only in title, headings or file path still places the passage in its subject.
_IN_CONTEXT = 0.9
# A word elsewhere in the passage, away from the place that answers.
_ELSEWHERE = 0.4
# Nearly all of the question must stand in a page that calls itself by another product's name.
_OTHER_PRODUCT = 0.8
_TITLE_SHARE = 0.3
_RANK_SHARE = 0.2
# A synonym or a translation says the same less surely than the word itself.
_SYNONYM = 0.8
_PROCEDURE_BONUS = 0.12
_LANGUAGE_BONUS = 0.2  # the reader's language before the other one
_GLUED = 4  # letters a name needs to be found inside a file name ("calc" in "scalc-guide")


@dataclass(frozen=True, slots=True)
class _Standing:
    """How one passage stands to the question; shares are 0 to 1."""

    position: int
    coverage: float
    aspect: float
    relevance: float
    missing: tuple[Term, ...]
    elsewhere: bool


def decide(question: Question, hits: Hits, alike: Alike | None = None) -> Grounding:
    """Say whether `hits` answer `question`, how surely, and what was looked for in vain.

    With `alike`, passages that say the same in other words may answer where none does in these.
    """
    looked_for = tuple(term.surface for term in _by_weight(question.terms))
    if not hits or not question.terms:
        return Grounding(False, 0.0, looked_for, looked_for)
    question = spelled(question, hits)
    standings = sorted(
        (_standing(question, position, hits) for position in range(len(hits))),
        key=lambda s: (-s.relevance, s.position),
    )
    best = next((s for s in standings if _answers(s)), standings[0])
    if alike is not None and not _answers(best):
        sure, meant = closest(hits, _said_otherwise(standings, hits), alike)
        if meant:
            places = tuple(place.position for place in meant)
            return Grounding(
                answerable=True,
                confidence=round(_SURE_AT_MOST * sure, 3),
                looked_for=looked_for,
                missing=tuple(term.surface for term in _by_weight(best.missing)),
                best=places[0],
                order=(*places, *(s.position for s in standings if s.position not in places)),
                meant=meant,
            )
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
        standing.coverage >= (_OTHER_PRODUCT if standing.elsewhere else ANSWERABLE)
        and standing.aspect >= ASPECT
        and not any(term.entity for term in standing.missing)
    )


def _said_otherwise(standings: Iterable[_Standing], hits: Hits) -> list[int]:
    """Passages that may say the same in other words, by the search's order.

    What the question names must be there all the same: likeness can't tell one product from
    another.
    """
    return sorted(
        standing.position
        for standing in standings
        if (hits[standing.position].likeness or 0.0) >= _ALIKE
        and not standing.elsewhere
        and not any(term.entity for term in standing.missing)
    )


def _standing(question: Question, position: int, hits: Hits) -> _Standing:
    hit = hits[position]
    passage = read_passage(hit)
    named = f"{hit.path} {hit.title}".lower()
    glued = frozenset(term.surface for term in question.terms if _glued(term, named))
    coverage, aspect = place_coverage(question, passage, glued)
    titled = sum(t.weight for t in question.terms if t.within(passage.title)) / question.weight
    wanted = frozenset[str]().union(*(term.keys for term in question.terms))
    precise = len(passage.title & wanted) / max(1, len(passage.title))
    relevance = coverage + _TITLE_SHARE * (titled + precise) / 2
    relevance += _RANK_SHARE * hit.score / max(hits[0].score, 1e-9)
    if hit.language == question.language:
        relevance += _LANGUAGE_BONUS
    if _shows_how(question, passage):
        relevance += _PROCEDURE_BONUS
    everything = passage.terms | passage.context
    for other in hits:
        if other.version_id == hit.version_id and other is not hit:
            everything |= read_passage(other).terms
    missing = tuple(
        t for t in question.terms if not t.within(everything) and t.surface not in glued
    )
    elsewhere = _names_another(question, passage, glued)
    return _Standing(position, coverage, aspect, relevance, missing, elsewhere)


def _names_another(question: Question, passage: Passage, glued: frozenset[str]) -> bool:
    """Title, headings and path name a product, and none of those that the question names."""
    named = [term for term in question.terms if term.surface.lower() in PRODUCTS]
    if not named or any(t.within(passage.context) or t.surface in glued for t in named):
        return False
    return not passage.context.isdisjoint(_product_terms())


@lru_cache(maxsize=1)
def _product_terms() -> frozenset[str]:
    return either_terms(" ".join(sorted(PRODUCTS.keys() - EVERYDAY_NAMES)))


def _glued(term: Term, named: str) -> bool:
    """A name inside a longer word of path or title, as file names have it."""
    return term.entity and len(term.surface) >= _GLUED and term.surface.lower() in named


def _shows_how(question: Question, passage: Passage) -> bool:
    """The question wants steps or a command, and the passage has some."""
    if question.intent == "procedure":
        return any(group.ordered or group.kind == "chain" for group in passage.groups)
    return "code" in question.wants and any(group.kind == "chain" for group in passage.groups)


def place_coverage(
    question: Question, passage: Passage, glued: frozenset[str] = frozenset()
) -> tuple[float, float]:
    """Return the shares that the best place of `passage` carries: of all words, of the aspect.

    A place is a sentence, item or row with its two neighbours, its lead and its heading. `glued`
    are the names that the document's path or title hold inside a longer word.
    """
    floor = [
        _IN_CONTEXT if term.surface in glued else _away(term, passage) for term in question.terms
    ]
    best = (_share(question.terms, floor), 0.0)
    for group in passage.groups:
        for shares in _places(question, group, floor):
            best = max(best, (_share(question.terms, shares), _aspect(question, shares)))
    return best


def _credit(term: Term, words: frozenset[str]) -> float:
    if term.itself(words):
        return 1.0
    return _SYNONYM if term.within(words) else 0.0


def _away(term: Term, passage: Passage) -> float:
    return max(
        _IN_CONTEXT * _credit(term, passage.context), _ELSEWHERE * _credit(term, passage.terms)
    )


def _places(question: Question, group: Group, floor: list[float]) -> Iterable[list[float]]:
    lead = group.heading_terms.union(*(unit.terms for unit in group.lead))
    found = [[_credit(term, unit.terms) for unit in group.units] for term in question.terms]
    led = [max(away, _credit(term, lead)) for term, away in zip(question.terms, floor, strict=True)]
    # Neighbouring sentences and steps belong together; rows and items stand for themselves.
    reach = 1 if group.kind in {"prose", "chain"} or group.ordered else 0
    reach = len(group.units) if group.kind == "pairs" else reach
    for at in range(len(group.units)):
        near = slice(max(0, at - reach), at + reach + 1)
        yield [max(away, *row[near]) for row, away in zip(found, led, strict=True)]


def _aspect(question: Question, shares: list[float]) -> float:
    """The share of the words that are no names: what is asked about the thing named."""
    asked = [(t, c) for t, c in zip(question.terms, shares, strict=True) if not t.entity]
    return _share([t for t, _ in asked], [c for _, c in asked]) if asked else 1.0


def _share(terms: Iterable[Term], shares: Iterable[float]) -> float:
    pairs = list(zip(terms, shares, strict=True))
    whole = sum(term.weight for term, _ in pairs)
    return sum(term.weight * credit for term, credit in pairs) / max(whole, 1e-9)


def _by_weight(terms: Iterable[Term]) -> list[Term]:
    return sorted(terms, key=lambda term: -term.weight)

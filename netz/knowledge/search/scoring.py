"""BM25 over packed postings: fields weighted into one frequency, alternatives of a concept as one.

score = sum over concepts of the best of their alternatives' `weight * idf * saturation`, where
the saturation is BM25's, on the weighted sum of the field frequencies.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from netz.knowledge.search.blocks import Records, term_number
from netz.knowledge.search.visibility import Visibility
from netz.knowledge.text.question import Alternative, Concept, Question

Scores = NDArray[np.float32]
Slots = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Ranking:
    """The constants of the ranking, tuned on the development questions (see the ADR)."""

    k1: float = 1.0
    b: float = 0.5
    headings: float = 1.0
    title: float = 2.0
    path: float = 0.6
    expansion: float = 1.0  # factor on the weight of synonyms
    name: float = 1.25  # factor on the words that name a product, a person, a code
    proximity: float = 2.0  # of a neighbouring pair of words that stands together
    meaning: float = 0.31  # of the likest passage, beside 1 for the best by words
    wordless: float = 0.3  # more of it when words cover little of the question
    enough: float = 0.85  # the coverage from which words need no such help
    following: int = 5  # the place whose score by words the best one is compared with
    crowd: float = 0.15  # how much lower that one stands where nothing stands out
    apart: float = 2.0  # how fast words are trusted beyond that
    surely: float = 0.4  # less of meaning where the best stands out altogether
    pool: int = 60  # passages whose proximity is looked at

    def fields(self) -> tuple[tuple[str, float], ...]:
        """The fields of a posting with what an occurrence there counts for."""
        return (
            ("text", 1.0),
            ("headings", self.headings),
            ("title", self.title),
            ("path", self.path),
        )


@dataclass(frozen=True, slots=True)
class Found:
    """Passage numbers with their BM25 score and coverage, best first."""

    numbers: NDArray[np.int64]
    scores: Scores
    coverage: Scores


@dataclass(slots=True)
class _Term:
    """A term's visible postings: where they add up, and their saturation (0 to k1 + 1)."""

    slots: Slots
    saturation: Scores
    frequency: int


@dataclass(frozen=True, slots=True)
class _Part:
    """What a concept gives each slot: to its score, and how surely it is there (0 to 1)."""

    gain: Scores
    weight: Scores


def rank(
    question: Question,
    kept: Mapping[int, Records],
    visible: Visibility,
    ranking: Ranking,
    limit: int,
    also: Sequence[int] = (),
) -> Found:
    """The best passages for the question, at most `limit`, and the visible ones numbered in `also`.

    `kept` are visible postings by term.
    """
    numbers, slots = _slots(kept, visible)
    terms = {
        number: _Term(slots[number], _saturation(records, visible, ranking), len(records))
        for number, records in kept.items()
    }
    scores = np.zeros(len(numbers), dtype=np.float32)
    covered = np.zeros(len(numbers), dtype=np.float32)
    total = 0.0
    for concept in question.concepts:
        importance = _importance(concept, terms, visible.passages)
        total += importance
        for part in _concept(concept, terms, len(numbers), visible.passages, ranking):
            scores += part.gain * np.float32(ranking.name if concept.name else 1.0)
            covered += importance * concept.certainty * part.weight
    best = np.union1d(_best(scores, limit), np.flatnonzero(np.isin(numbers, also)))
    best = best[np.argsort(-scores[best], kind="stable")]
    found = Found(numbers[best], scores[best], covered[best] / np.float32(max(total, 1e-9)))
    return _with_wordless(found, also)


def _with_wordless(found: Found, also: Sequence[int]) -> Found:
    """What was found, then those of `also` that have no word of the question."""
    rest = np.setdiff1d(np.asarray(also, dtype=np.int64), found.numbers)
    nothing = np.zeros(len(rest), dtype=np.float32)
    return Found(
        np.concatenate([found.numbers, rest]),
        np.concatenate([found.scores, nothing]),
        np.concatenate([found.coverage, nothing]),
    )


def fused(
    scores: Scores, coverage: Scores, alike: Sequence[float | None], floor: float, ranking: Ranking
) -> Scores:
    """Scores by words and likeness brought to 0 to 1 and added.

    A score by words counts as far as its passage covers the question; likeness counts the more,
    the less the best passage covers. Where the best passage stands out by its words they are
    trusted although much of the question is not in it: a long mail around a rare name. `floor` is
    the likeness that gives nothing (None neither).
    """
    most = max((value for value in alike if value is not None), default=floor)
    share = [((floor if one is None else one) - floor) / max(most - floor, 1e-6) for one in alike]
    best = max(float(scores.max(initial=0.0)), 1e-6)
    covered = max(float(coverage.max(initial=0.0)), 1e-6)
    sure = _standing_out(scores, best, ranking)
    lacking = (1 - sure) * max(ranking.enough - covered, 0.0) / ranking.enough
    weight = ranking.meaning * (1 - ranking.surely * sure) + ranking.wordless * lacking
    likeness = np.clip(np.array(share, np.float32), 0.0, 1.0)
    trust = coverage * np.float32(covered**-sure)
    result: Scores = scores / np.float32(best) * trust + np.float32(weight) * likeness
    return result


def _standing_out(scores: Scores, best: float, ranking: Ranking) -> float:
    """How far the best passage is above the following ones, by words: 0 to 1."""
    after = float(np.sort(scores)[::-1][: ranking.following + 1][-1]) if len(scores) else best
    return min(max(ranking.apart * ((best - after) / best - ranking.crowd), 0.0), 1.0)


def _slots(
    kept: Mapping[int, Records], visible: Visibility
) -> tuple[NDArray[np.int64], dict[int, Slots]]:
    """All passages that any term is in, and for each term their places among them."""
    if not kept:
        return np.zeros(0, dtype=np.int64), {}
    numbers = {term: records["number"].astype(np.int64) for term, records in kept.items()}
    if visible.span > 8 * sum(map(len, numbers.values())) + 65_536:
        every = np.unique(np.concatenate(list(numbers.values())))
        return every, {term: np.searchsorted(every, some) for term, some in numbers.items()}
    flags = np.zeros(visible.span, dtype=bool)
    for some in numbers.values():
        flags[some - visible.base] = True
    places = np.cumsum(flags) - 1
    every = np.flatnonzero(flags) + visible.base
    return every, {term: places[some - visible.base] for term, some in numbers.items()}


def _saturation(records: Records, visible: Visibility, ranking: Ranking) -> Scores:
    average = max(visible.length / max(visible.passages, 1), 1.0)
    lengths: Scores = records["length"].astype(np.float32)
    norm: Scores = np.float32(1 - ranking.b) + np.float32(ranking.b / average) * lengths
    frequency = np.zeros(len(records), dtype=np.float32)
    for field, weight in ranking.fields():
        counts: Scores = records[field].astype(np.float32)
        counts *= np.float32(weight)
        frequency += counts
    k1 = np.float32(ranking.k1)
    result: Scores = np.divide(frequency * (k1 + 1), frequency + k1 * norm, dtype=np.float32)
    return result


def _importance(concept: Concept, terms: Mapping[int, _Term], passages: int) -> float:
    """What the concept tells: the idf of the word itself, also when no passage has it."""
    own = terms.get(term_number(concept.alternatives[0].terms[0]))
    return idf(own.frequency if own else 0, passages)


def _concept(
    concept: Concept, terms: Mapping[int, _Term], size: int, passages: int, ranking: Ranking
) -> Iterator[_Part]:
    """The concept's part of each slot's score; nothing when no passage has any alternative."""
    ceiling = _importance(concept, terms, passages)
    gain = np.zeros(size, dtype=np.float32)
    weights = np.zeros(size, dtype=np.float32)
    for place, alternative in enumerate(concept.alternatives):
        found = _alternative(alternative, terms, size)
        if found is None:
            continue
        weight = alternative.weight * (ranking.expansion if place else 1.0)
        value = found.saturation * np.float32(weight * min(idf(found.frequency, passages), ceiling))
        gain[found.slots] = np.maximum(gain[found.slots], value)
        weights[found.slots] = np.maximum(weights[found.slots], alternative.weight)
    if gain.any():
        yield _Part(gain, weights)


def _alternative(alternative: Alternative, terms: Mapping[int, _Term], size: int) -> _Term | None:
    """The alternative as one term; several terms count where all of them stand."""
    parts = [terms.get(term_number(term)) for term in alternative.terms]
    present = [part for part in parts if part is not None]
    if len(present) < len(parts):
        return None
    if len(present) == 1:
        return present[0]
    least = np.full(size, np.inf, dtype=np.float32)
    hits = np.zeros(size, dtype=np.int32)
    for part in present:
        least[part.slots] = np.minimum(least[part.slots], part.saturation)
        hits[part.slots] += 1
    slots = np.flatnonzero(hits == len(present))
    return _Term(slots, least[slots], len(slots)) if len(slots) else None


def idf(frequency: int, passages: int) -> float:
    """What a term tells that stands in `frequency` of `passages`."""
    return log(1 + (passages - frequency + 0.5) / (frequency + 0.5))


def _best(scores: Scores, limit: int) -> Slots:
    """The slots of the highest scores in falling order; equal ones by rising number."""
    if len(scores) > limit:
        threshold = np.partition(scores, len(scores) - limit)[len(scores) - limit]
        candidates = np.flatnonzero(scores >= threshold)
    else:
        candidates = np.flatnonzero(scores > 0)
    order = np.argsort(-scores[candidates], kind="stable")[:limit]
    return candidates[order]

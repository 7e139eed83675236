"""Proximity: words that stand together in the question count more where they do in the passage."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from netz.knowledge.search.blocks import WORD, read, short_number, term_number
from netz.knowledge.text.question import Concept, Question

WIDTH = 8  # words apart, at most
_STRIDE = 1 << 17  # room for a passage's positions in a place that is unique over passages

Places = NDArray[np.int64]


def closeness(question: Question, words: Sequence[bytes]) -> NDArray[np.float32]:
    """For each passage's packed words, the sum over neighbouring concepts of how near they are.

    One pair gives the lesser weight of the two over the root of their distance; the reverse
    order counts as one word further apart.
    """
    result = np.zeros(len(words), dtype=np.float32)
    if len(question.concepts) < 2 or not words:
        return result
    texts = [read(data, WORD) for data in words]
    every = np.concatenate(texts)
    passage = np.repeat(np.arange(len(texts), dtype=np.int64), [len(text) for text in texts])
    places = passage * _STRIDE + every["position"]
    order = np.argsort(every["term"], kind="stable")
    terms = every["term"][order]
    found = [_places(concept, terms, places[order]) for concept in question.concepts]
    for (left, left_weight), (right, right_weight) in pairwise(found):
        if len(left) and len(right):
            gain = _nearest(left, left_weight, right, right_weight)
            best = np.zeros(len(words), dtype=np.float32)
            np.maximum.at(best, left // _STRIDE, gain)
            result += best
    return result


def _places(
    concept: Concept, terms: NDArray[np.uint32], places: Places
) -> tuple[Places, NDArray[np.float32]]:
    """Where the concept's one-word alternatives stand, in order, with their weight there."""
    parts, weights = [], []
    for term, weight in _weights(concept).items():
        low = np.searchsorted(terms, np.uint32(term), side="left")
        high = np.searchsorted(terms, np.uint32(term), side="right")
        if high > low:
            parts.append(places[low:high])
            weights.append(np.full(high - low, weight, dtype=np.float32))
    if not parts:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
    joined = np.concatenate(parts)
    order = np.argsort(joined, kind="stable")
    return joined[order], np.concatenate(weights)[order]


def _weights(concept: Concept) -> Mapping[int, float]:
    weights: dict[int, float] = {}
    for alternative in concept.alternatives:
        if len(alternative.terms) == 1:
            number = short_number(term_number(alternative.terms[0]))
            weights[number] = max(alternative.weight, weights.get(number, 0.0))
    return weights


def _nearest(
    left: Places,
    left_weight: NDArray[np.float32],
    right: Places,
    right_weight: NDArray[np.float32],
) -> NDArray[np.float32]:
    """For each place on the left, the gain from the nearest one on the right, either side."""
    after = np.searchsorted(right, left, side="right")
    gain = np.zeros(len(left), dtype=np.float32)
    for other, extra in ((after, 0), (after - 1, 1)):
        usable = (other >= 0) & (other < len(right))
        chosen = np.where(usable, other, 0)
        apart = np.abs(right[chosen] - left) + extra
        usable &= (apart > extra) & (apart <= WIDTH)
        value = np.minimum(left_weight, right_weight[chosen]) / np.sqrt(np.maximum(apart, 1))
        gain = np.maximum(gain, np.where(usable, value, 0).astype(np.float32))
    return gain

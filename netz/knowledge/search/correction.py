"""Mistyped words: what the vocabulary offers in place of a word that no visible passage holds."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from netz.knowledge.text.characters import fold
from netz.knowledge.text.question import Alternative, Concept
from netz.knowledge.text.spelling import letters, nearest, reach
from netz.knowledge.text.stems import stems

SHORTEST = 5  # letters of a word that is corrected; shorter ones have too many neighbours
MOST = 4  # words of one question that are corrected
KEPT = 3  # corrections of one word that are searched for
CERTAINTY = 0.7  # what a corrected word counts for in coverage
_WEIGHT = {0: 0.9, 1: 0.8, 2: 0.5}


def doubtful(concepts: Sequence[Concept], known: Callable[[str], bool]) -> list[int]:
    """The places of concepts that look mistyped: nothing that may stand for them is known."""
    return [
        place
        for place, concept in enumerate(concepts)
        if concept.plain
        and len(fold(concept.surface)) >= SHORTEST
        and not any(all(map(known, each.terms)) for each in concept.alternatives)
    ][:MOST]


def neighbourhood(workspace_id: UUID, concept: Concept) -> dict[str, Any]:
    """Parameters of `SIMILAR_WORDS` for words that may be within reach of the concept's."""
    word = fold(concept.surface)
    limit = reach(word)
    return {
        "workspace": workspace_id,
        "initials": list({word[0], word[1]}) if len(word) > 6 else [word[0]],
        "shortest": len(word) - limit,
        "longest": len(word) + limit,
        "letters": letters(word),
        "differing": 2 * limit,
    }


def candidates(concept: Concept, words: Sequence[str], language: str) -> list[Alternative]:
    """The words within reach as alternatives, the nearest first, not yet known to be visible."""
    spelled = fold(concept.surface)
    found: dict[str, Alternative] = {}
    for word, steps in nearest(spelled, words):
        if steps > 1 and word[:2] != spelled[:2]:
            continue
        for term in stems(word, language):
            found.setdefault(term, Alternative((term,), _WEIGHT[steps], word))
    return list(found.values())


def corrected(
    concept: Concept, offered: Sequence[Alternative], frequency: Callable[[str], int]
) -> Concept:
    """The concept with the visible alternatives: the nearest, of those the most frequent."""
    visible = [each for each in offered if frequency(each.terms[0])]
    visible.sort(key=lambda each: (-each.weight, -frequency(each.terms[0]), each.terms))
    if not visible:
        return concept
    return replace(concept, alternatives=tuple(visible[:KEPT]), certainty=CERTAINTY)

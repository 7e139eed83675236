"""Reads a mistyped word of the question as the word that the passages found have in its place."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from netz.assistant.answering.lexicon import PRODUCTS
from netz.assistant.answering.structure import read_passage
from netz.assistant.answering.types import Hits, Question, Term
from netz.assistant.answering.words import either_terms
from netz.knowledge.text.characters import fold
from netz.knowledge.text.spelling import nearest, speller_words

_LETTERS = 6  # shorter words have too many neighbours: Slack is not Stack


def spelled(question: Question, hits: Hits) -> Question:
    """Return `question` with near spellings as synonyms of the words that no passage spells so.

    Only words that the best passage lacks are looked at.
    """
    best = [read_passage(hit) for hit in hits[:1]]
    held = frozenset[str]().union(*(passage.terms | passage.context for passage in best))
    lost = [t for t in question.terms if _correctable(t) and not t.within(held)]
    if not lost:
        return question
    texts = [_words("\n".join((hit.title, *hit.headings, hit.text))) for hit in hits]
    vocabulary = frozenset[str]().union(*texts)
    found = {t: _neighbours(t, vocabulary) for t in lost if fold(t.surface) not in vocabulary}
    terms = tuple(replace(t, others=t.others | found.get(t, frozenset())) for t in question.terms)
    return replace(question, terms=terms)


def _correctable(term: Term) -> bool:
    """Longer words; never codes, figures or a product's proper name."""
    if not term.surface.isalpha() or term.surface.lower() in PRODUCTS:
        return False
    return len(term.surface) >= _LETTERS


@lru_cache(maxsize=2048)
def _words(text: str) -> frozenset[str]:
    return frozenset(speller_words(text))


def _neighbours(term: Term, vocabulary: frozenset[str]) -> frozenset[str]:
    """The index terms of the nearest words with the same first letter."""
    typed = fold(term.surface)
    near = nearest(typed, [word for word in vocabulary if word[:1] == typed[:1]])
    best = [word for word, steps in near if steps == near[0][1]]
    return frozenset[str]().union(*(either_terms(word) for word in best))

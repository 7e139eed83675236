"""Reads a mistyped word of the question as the word that the passages found have in its place."""

from __future__ import annotations

from dataclasses import replace

from netz.assistant.answering.lexicon import PRODUCTS
from netz.assistant.answering.structure import read_passage
from netz.assistant.answering.types import Hits, Question, Term
from netz.knowledge.text.spelling import nearest

_LETTERS = 6  # shorter words have too many neighbours: Slack is not Stack


def spelled(question: Question, hits: Hits) -> Question:
    """Return `question` with the near spellings of words that no passage holds as synonyms."""
    passages = [read_passage(hit) for hit in hits]
    held = [passage.terms | passage.context for passage in passages]
    lost = [t for t in question.terms if _correctable(t) and not any(map(t.within, held))]
    if not lost:
        return question
    vocabulary = frozenset[str]().union(*held)
    found = {term: _neighbours(term, vocabulary) for term in lost}
    terms = tuple(replace(t, others=t.others | found.get(t, frozenset())) for t in question.terms)
    return replace(question, terms=terms)


def _correctable(term: Term) -> bool:
    """Longer words; never codes, figures or a product's proper name."""
    if not term.surface.isalpha() or term.surface.lower() in PRODUCTS:
        return False
    return len(term.surface) >= _LETTERS


def _neighbours(term: Term, vocabulary: frozenset[str]) -> frozenset[str]:
    near: set[str] = set()
    for key in term.keys:
        same = [word for word in vocabulary if word[:1] == key[:1] and word.isalpha()]
        near |= {word for word, _ in nearest(key, same)[:1]}
    return frozenset(near)

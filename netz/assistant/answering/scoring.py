"""Scores each piece of a passage by how much of the question it answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from netz.assistant.answering.structure import Passage
from netz.assistant.answering.types import Question
from netz.assistant.answering.units import Group, Unit

# What a word of the question counts in a piece when title or heading say it too, or only they do.
_REPEATED = 0.6
_AROUND = 0.35
_CONDITION = 0.4  # the circumstances of a question don't answer it
_WANTED_BONUS = 0.15

_WANTED: dict[str, re.Pattern[str]] = {
    "number": re.compile(
        r"\d|\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|two|three|four)\b"
    ),
    "duration": re.compile(
        r"\d+\s*(?:secondes?|minutes?|heures?|jours?|semaines?|mois|ans?|années?|seconds?|hours?|"
        r"days?|weeks?|months?|years?)\b",
        re.IGNORECASE,
    ),
    "date": re.compile(r"\b\d{4}\b|\b\d{1,2}(?:er)? [a-zéû]{3,9}\b|\bsiècle\b|\bheures?\b"),
    "place": re.compile(
        r"\b(?:dans|à|au|aux|en|sous|sur|chez|vers|dossier|menu|in|at|under|on|folder)\b", re.I
    ),
    "person": re.compile(r"(?<=[\w,;] )[A-ZÀ-Ý][\w'’-]+"),
    "code": re.compile(r"`|\$ |--?\w|\bsudo\b"),
}


@dataclass(frozen=True, slots=True)
class Scored:
    """A piece with its place in the passage and how much of the question it carries (0..~1.3)."""

    unit: Unit
    group: Group
    score: float
    number: int


def words_in(units: Sequence[Unit]) -> int:
    """Return the number of words in `units`."""
    return sum(len(unit.text.split()) for unit in units)


def score_units(question: Question, passage: Passage) -> list[Scored]:
    """Score every piece of `passage`, in document order."""
    scored: list[Scored] = []
    for group in passage.groups:
        around = passage.context | group.heading_terms
        lead = frozenset[str]().union(*(unit.terms for unit in group.lead))
        for unit, following in pairwise((*group.lead, *group.units, None)):
            if unit is None:
                continue
            words = unit.terms
            if following and following.code and unit.text.rstrip().endswith(":"):
                words |= following.terms
            beside = around if unit in group.lead else around | lead
            scored.append(Scored(unit, group, _score(question, unit, words, beside), len(scored)))
    return scored


def _score(question: Question, unit: Unit, words: frozenset[str], around: frozenset[str]) -> float:
    """How much of the question the piece adds: what its title says already tells pieces less."""
    total = 0.0
    for term in question.terms:
        known = term.within(around)
        weight = term.weight * (_CONDITION if term.condition else 1.0)
        if term.within(words):
            total += weight * (_REPEATED if known else 1.0)
        elif known:
            total += _AROUND * weight
    score = total / max(question.weight, 1e-9)
    for want in question.wants:
        if _WANTED[want].search(unit.text) or (want == "code" and unit.code):
            score += _WANTED_BONUS
    if question.intent == "definition" and _defines(unit.text):
        score += 0.15
    if unit.crumb:
        score -= 0.6
    if unit.text.rstrip().endswith("?"):
        score -= 0.15
    if len(unit.text.split()) < 4 and unit.kind == "sentence":
        score -= 0.1
    return score


_DEFINES = re.compile(
    r"\b(?:est|sont|is|are) (?:un|une|des|le|la|les|l['’]|a|an|the)\b|"
    r"\b(?:désigne|signifie|correspond à|permet|consiste|sert|means|refers to|stands for)\b"
)


def _defines(text: str) -> bool:
    return bool(_DEFINES.search(text[:160]))

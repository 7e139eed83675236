"""Chooses whole lists and procedures, with what introduces them and the warning after them."""

from __future__ import annotations

import re

from netz.assistant.answering.scoring import words_in
from netz.assistant.answering.structure import Passage
from netz.assistant.answering.types import Question
from netz.assistant.answering.units import Group, Unit

PROCEDURE_WORDS = 260
_LEAD_WORDS = 45

_NOTE = re.compile(
    r"^(?:remarques?|note|nb|attention|important|avertissement|astuce|conseil|warning|caution|tip)"
    r"\b",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(r"(?::|suit|suivantes?|ci-dessous|follow(?:s|ing)|below)\W*$", re.IGNORECASE)


def choose_series(question: Question, passage: Passage) -> list[Unit]:
    """Whole procedures or lists; empty when prose answers better."""
    scored = [(_group_score(question, passage, n), n) for n in range(len(passage.groups))]
    lists = [(s, n) for s, n in scored if _is_series(passage.groups[n])]
    if not lists:
        return []
    best = max(lists)[0]
    share = 0.5 if question.intent == "procedure" else 0.75
    if best < share * max(scored)[0]:
        return []
    room = PROCEDURE_WORDS
    numbers: list[int] = []
    for score, n in sorted(lists, key=lambda pair: (-pair[0], pair[1])):
        size = words_in(passage.groups[n].units)
        if score < 0.7 * best or (numbers and size > room):
            continue
        if numbers and passage.groups[n].heading != passage.groups[numbers[0]].heading:
            continue
        numbers.append(n)
        room -= size
    return [unit for n in sorted(numbers) for unit in _series(passage, n, numbers)]


def _is_series(group: Group) -> bool:
    return group.kind == "chain" or (group.kind == "list" and len(group.units) > 1)


def _group_score(question: Question, passage: Passage, number: int) -> float:
    group = passage.groups[number]
    lead = frozenset[str]().union(*(u.terms for u in (*_lead(passage, number), *group.lead)))
    body = frozenset[str]().union(*(unit.terms for unit in group.units if not unit.crumb))
    score = 0.0
    for term in question.terms:
        if term.within(lead):
            score += term.weight
        elif term.within(body):
            score += 0.8 * term.weight
        elif term.within(passage.context):
            score += 0.5 * term.weight
    score /= max(question.weight, 1e-9)
    if group.kind == "list":
        score += 0.15 if group.ordered else 0.05
    return score + (0.1 if group.kind == "chain" else 0.0)


def _lead(passage: Passage, number: int) -> list[Unit]:
    """The short paragraph before a list that introduces it."""
    if number == 0 or passage.groups[number].heading != passage.groups[number - 1].heading:
        return []
    before = passage.groups[number - 1]
    if before.kind != "prose" or not before.units or before.units[-1].crumb:
        return []
    last = before.units[-1].block
    paragraph = [unit for unit in before.units if unit.block == last]
    if _FOLLOWS.search(paragraph[-1].text):
        return paragraph if words_in(paragraph) <= _LEAD_WORDS else paragraph[-1:]
    whole = [*before.units]
    return whole if not passage.groups[number].lead and words_in(whole) <= _LEAD_WORDS else []


def _series(passage: Passage, number: int, numbers: list[int]) -> list[Unit]:
    """A whole list or procedure with what introduces it and the warning that follows it."""
    group = passage.groups[number]
    chosen = [*_lead(passage, number), *group.lead]
    chosen += [unit for unit in group.units if not (unit.crumb and unit.kind == "sentence")]
    after = number + 1
    if after < len(passage.groups) and passage.groups[after].kind == "prose":
        following = passage.groups[after]
        if following.heading == group.heading and _NOTE.match(following.units[0].text):
            block = following.units[0].block
            chosen += [u for u in following.units if u.block == block]
    return chosen

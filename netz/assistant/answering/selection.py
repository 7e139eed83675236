"""Chooses, inside one passage, the pieces that answer the question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from netz.assistant.answering.grounder import covered
from netz.assistant.answering.structure import Group, Passage, Unit
from netz.assistant.answering.types import Question

FACT_WORDS = 120
PROCEDURE_WORDS = 260
_LEAD_WORDS = 45

_PROCEDURAL = frozenset({"procedure", "help", "cause"})
_NOTE = re.compile(
    r"^(?:remarques?|note|nb|attention|important|avertissement|astuce|conseil|warning|caution|tip)"
    r"\b",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(r"(?::|suit|suivantes?|ci-dessous|follow(?:s|ing)|below)\W*$", re.IGNORECASE)
_WANTED: dict[str, re.Pattern[str]] = {
    "number": re.compile(
        r"\d|\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|two|three|four)\b"
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
        around = frozenset[str]().union(*(unit.terms for unit in group.lead))
        around |= passage.context
        for unit in (*group.lead, *group.units):
            score = _score(question, unit, around)
            scored.append(Scored(unit, group, score, len(scored)))
    return scored


def _score(question: Question, unit: Unit, around: frozenset[str]) -> float:
    total = 0.0
    for term in question.terms:
        if covered(term, unit.terms):
            total += term.weight
        elif covered(term, around):
            total += 0.35 * term.weight
    score = total / max(question.weight, 1e-9)
    for want in question.wants:
        if _WANTED[want].search(unit.text) or (want == "code" and unit.code):
            score += 0.12
    if question.intent == "definition" and _defines(unit.text):
        score += 0.15
    if unit.crumb:
        score -= 0.6
    if unit.text.rstrip().endswith(("?", ":")):
        score -= 0.15
    if len(unit.text.split()) < 4 and unit.kind == "sentence":
        score -= 0.1
    return score


def _defines(text: str) -> bool:
    return bool(
        re.search(
            r"\b(?:est|sont|désigne|signifie|correspond à|permet|consiste|is|are|means|refers to)\b"
            r"\s+(?:un|une|des|le|la|l['’]|les|du|de|a|an|the)?",
            text[:160],
        )
    )


def choose(question: Question, passage: Passage) -> list[Unit]:
    """Return the pieces of `passage` that answer `question`, in document order."""
    if question.intent in _PROCEDURAL or question.intent == "listing":
        chosen = _choose_groups(question, passage)
        if chosen:
            return chosen
    return _choose_sentences(question, passage)


def _choose_groups(question: Question, passage: Passage) -> list[Unit]:
    """Whole procedures or lists; empty when prose answers better."""
    scored = [(_group_score(question, passage, n), n) for n in range(len(passage.groups))]
    lists = [(s, n) for s, n in scored if _is_series(passage.groups[n])]
    if not lists:
        return []
    best = max(lists)[0]
    if best < 0.75 * max(scored)[0]:
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
    lead |= frozenset[str]().union(*(u.terms for u in group.lead))
    body = frozenset[str]().union(*(unit.terms for unit in group.units if not unit.crumb))
    score = 0.0
    for term in question.terms:
        if covered(term, lead):
            score += term.weight
        elif covered(term, body):
            score += 0.8 * term.weight
        elif covered(term, passage.context):
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


def _choose_sentences(question: Question, passage: Passage) -> list[Unit]:
    scored = score_units(question, passage)
    if not scored:
        return []
    best = max(scored, key=lambda s: (s.score, -s.number))
    picked = {best.number}
    picked |= _companions(question, scored, best)
    picked |= _antecedents(scored, picked)
    picked |= _completions(scored, picked)
    return [s.unit for s in scored if s.number in picked]


def _companions(question: Question, scored: list[Scored], best: Scored) -> set[int]:
    """Further sentences that carry words of the question which the best one lacks."""
    picked: set[int] = set()
    lacking = [t for t in question.terms if not covered(t, best.unit.terms)]
    room = FACT_WORDS - words_in([best.unit])
    floor = 0.12 * question.weight
    for candidate in sorted(scored, key=lambda s: (abs(s.number - best.number), s.number)):
        if candidate.number == best.number or candidate.unit.crumb or len(picked) == 2:
            continue
        gain = sum(t.weight for t in lacking if covered(t, candidate.unit.terms))
        close = candidate.score >= 0.8 * best.score
        if gain < floor or not close or words_in([candidate.unit]) > room:
            continue
        picked.add(candidate.number)
        room -= words_in([candidate.unit])
        lacking = [t for t in lacking if not covered(t, candidate.unit.terms)]
    return picked


def _antecedents(scored: list[Scored], picked: set[int]) -> set[int]:
    """What a picked piece leans on: the list's lead, or the sentence before a "Pour cela"."""
    needed: set[int] = set()
    for number in picked:
        current = scored[number]
        if current.unit.kind in {"item", "step"}:
            leads = {id(unit) for unit in current.group.lead}
            needed |= {s.number for s in scored if id(s.unit) in leads}
        back = number
        while scored[back].unit.dangling and back and number - back < 2:
            before = scored[back - 1]
            if before.group is not scored[back].group or before.unit.crumb:
                break
            back -= 1
            needed.add(back)
    return needed


def _completions(scored: list[Scored], picked: set[int]) -> set[int]:
    """What a sentence that ends with a colon announces: code, or the list's items if short."""
    needed: set[int] = set()
    for number in picked:
        current = scored[number]
        if not current.unit.text.rstrip().endswith(":"):
            continue
        if current.unit in current.group.lead and not any(
            scored[n].unit in current.group.units for n in picked
        ):
            if words_in(current.group.units) <= PROCEDURE_WORDS:
                needed |= {s.number for s in scored if s.unit in current.group.units}
        elif number + 1 < len(scored) and scored[number + 1].unit.code:
            needed.add(number + 1)
    return needed

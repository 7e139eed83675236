"""Chooses, inside one passage, the pieces that answer the question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from netz.assistant.answering.structure import Group, Passage, Unit
from netz.assistant.answering.types import Question

FACT_WORDS = 120
PROCEDURE_WORDS = 260
_LEAD_WORDS = 45
_VALUES_WORDS = 80  # a block of "name: value" lines is shown whole up to this many words

# What a word of the question counts in a piece when title or heading say it too, or only they do.
_REPEATED = 0.6
_AROUND = 0.35
_WANTED_BONUS = 0.15
_COMPANION = 0.6  # a further sentence must be nearly as good as the best one

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
        if term.within(words):
            total += term.weight * (_REPEATED if known else 1.0)
        elif known:
            total += _AROUND * term.weight
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


def _choose_sentences(question: Question, passage: Passage) -> list[Unit]:
    scored = score_units(question, passage)
    if not scored:
        return []
    best = max(scored, key=lambda s: (s.score, -s.number))
    picked = {best.number}
    picked |= _values(scored, best)
    picked |= _companions(question, scored, best)
    picked |= _onwards(question, passage, scored, best)
    for _ in range(2):
        picked |= _antecedents(scored, picked)
        picked |= _completions(scored, picked)
    return [s.unit for s in scored if s.number in picked]


def _values(scored: list[Scored], best: Scored) -> set[int]:
    """All lines of a short block of values, and the heading row of a text table."""
    if best.group.kind == "grid" and best.unit in best.group.units:
        return {s.number for s in scored if s.unit is best.group.units[0]}
    if best.group.kind != "pairs" or words_in(best.group.units) > _VALUES_WORDS:
        return set()
    return {s.number for s in scored if s.group is best.group}


def _companions(question: Question, scored: list[Scored], best: Scored) -> set[int]:
    """Further sentences that carry words of the question which the best one lacks."""
    picked: set[int] = set()
    lacking = [t for t in question.terms if not t.within(best.unit.terms)]
    room = FACT_WORDS - words_in([best.unit])
    floor = 0.12 * question.weight
    for candidate in sorted(scored, key=lambda s: (abs(s.number - best.number), s.number)):
        if candidate.number == best.number or candidate.unit.crumb or len(picked) == 2:
            continue
        gain = sum(t.weight for t in lacking if t.within(candidate.unit.terms))
        close = candidate.score >= _COMPANION * best.score
        if gain < floor or not close or words_in([candidate.unit]) > room:
            continue
        picked.add(candidate.number)
        room -= words_in([candidate.unit])
        lacking = [t for t in lacking if not t.within(candidate.unit.terms)]
    return picked


def _onwards(
    question: Question, passage: Passage, scored: list[Scored], best: Scored
) -> set[int]:
    """The next sentences too, where the section as a whole answers rather than one sentence."""
    subject = sum(t.weight for t in question.terms if t.within(passage.context))
    if question.intent == "fact" or subject < 0.6 * question.weight or best.unit.kind != "sentence":
        return set()
    picked: set[int] = set()
    room = _VALUES_WORDS - words_in([best.unit])
    for following in scored[best.number + 1 : best.number + 3]:
        room -= words_in([following.unit])
        if following.group is not best.group or following.unit.crumb or room < 0:
            break
        picked.add(following.number)
    return picked


def _antecedents(scored: list[Scored], picked: set[int]) -> set[int]:
    """What a picked piece leans on: its list's lead, or the sentence before a "Pour cela"."""
    needed: set[int] = set()
    for number in picked:
        current = scored[number]
        if current.unit in current.group.units and current.group.lead:
            last = current.group.lead[-1]
            needed |= {s.number for s in scored if s.unit is last and not last.crumb}
        back = number
        while _leans(scored, back) and number - back < 3:
            before = scored[back - 1]
            if before.group is not scored[back].group or before.unit.crumb:
                break
            back -= 1
            needed.add(back)
    return needed


def _leans(scored: list[Scored], number: int) -> bool:
    """A dangling sentence, one that starts in small letters, or code below its sentence."""
    unit = scored[number].unit
    if not number or unit.kind != "sentence":
        return False
    return unit.dangling or unit.code or unit.text[:1].islower()


def _completions(scored: list[Scored], picked: set[int]) -> set[int]:
    """What a sentence that ends with a colon announces: code, or the list's items if short."""
    needed: set[int] = set()
    for number in picked:
        current = scored[number]
        if not current.unit.text.rstrip().endswith(":"):
            continue
        if current.unit in current.group.lead:
            if not any(scored[n].unit in current.group.units for n in picked):
                needed |= _items(scored, current)
        elif number + 1 < len(scored) and scored[number + 1].unit.code:
            needed.add(number + 1)
    return needed


def _items(scored: list[Scored], lead: Scored) -> set[int]:
    """The items below `lead`: all of a short list, the best of a long one."""
    items = [s for s in scored if s.group is lead.group and s.unit in lead.group.units]
    if words_in([s.unit for s in items]) <= FACT_WORDS:
        return {s.number for s in items}
    room = FACT_WORDS
    kept: set[int] = set()
    for item in sorted(items, key=lambda s: (-s.score, s.number)):
        room -= words_in([item.unit])
        if room < 0:
            break
        kept.add(item.number)
    return kept

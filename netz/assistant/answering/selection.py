"""Chooses, inside one passage, the pieces that answer the question."""

from __future__ import annotations

from collections.abc import Sequence

from netz.assistant.answering.scoring import Scored, score_units, words_in
from netz.assistant.answering.series import choose_series
from netz.assistant.answering.structure import Passage
from netz.assistant.answering.types import Question
from netz.assistant.answering.units import Group, Unit

FACT_WORDS = 120
_TABLES = frozenset({"table", "grid"})
_EQUAL_ROWS = 4
_VALUES_WORDS = 80  # a block of "name: value" lines is shown whole up to this many words
_AROUND_WORDS = 60
_WIDENED_WORDS = 160  # what a detailed answer may add from the same passage
_COMPANION = 0.6  # a further sentence must be nearly as good as the best one
_PROCEDURAL = frozenset({"procedure", "help", "cause"})


def choose(question: Question, passage: Passage) -> list[Unit]:
    """Return the pieces of `passage` that answer `question`, in document order."""
    if question.intent in _PROCEDURAL or question.intent == "listing":
        chosen = choose_series(question, passage)
        if chosen:
            return chosen
    return _choose_sentences(question, passage)


def leanest(question: Question, passage: Passage) -> list[Unit]:
    """The fewest pieces that answer and can be understood by themselves, in document order.

    A procedure or list stays whole: without a step it would be another one.
    """
    if question.intent in _PROCEDURAL or question.intent == "listing":
        chosen = choose_series(question, passage)
        if chosen:
            return chosen
    scored = score_units(question, passage)
    return _with_support(scored, {_best(scored).number}) if scored else []


def widened(passage: Passage, units: Sequence[Unit]) -> list[Unit]:
    """`units` with what stands beside them under the same headings, in document order."""
    held = {id(unit) for unit in units}
    chunks = [chunk for group in passage.groups for chunk in _chunks(group)]
    own = [n for n, (_, chunk) in enumerate(chunks) if any(id(unit) in held for unit in chunk)]
    headings = {chunks[n][0] for n in own}
    after, before = range(own[0], len(chunks)), reversed(range(own[0]))
    room = _WIDENED_WORDS
    for n in (*own, *after, *before):
        heading, chunk = chunks[n]
        more = [unit for unit in chunk if id(unit) not in held and not unit.crumb]
        if heading not in headings or words_in(more) > room:
            continue
        room -= words_in(more)
        held |= {id(unit) for unit in more}
    return [unit for _, chunk in chunks for unit in chunk if id(unit) in held]


def _chunks(group: Group) -> list[tuple[str, list[Unit]]]:
    """What is shown whole or not at all: a sentence, but a list, procedure or table at once."""
    units = [*group.lead, *group.units]
    if group.kind == "prose":
        return [(group.heading, [unit]) for unit in units]
    return [(group.heading, units)]


def around(passage: Passage, piece: int, *, alone: bool = False) -> list[Unit]:
    """The piece at that place with what belongs to it: its list, or the sentences after it.

    A sentence that shall stand `alone` comes without those.
    """
    count = 0
    for group in passage.groups:
        units = [*group.lead, *group.units]
        if piece < count + len(units):
            whole = group.kind != "prose" and words_in(units) <= FACT_WORDS
            if whole:
                return units
            at = piece - count
            return [units[at]] if alone else _onwards_from(units, at)
        count += len(units)
    return []


def _onwards_from(units: Sequence[Unit], at: int) -> list[Unit]:
    chosen = [units[at]]
    for unit in units[at + 1 :]:
        if unit.crumb or words_in([*chosen, unit]) > _AROUND_WORDS:
            break
        chosen.append(unit)
    return chosen


def _choose_sentences(question: Question, passage: Passage) -> list[Unit]:
    scored = score_units(question, passage)
    if not scored:
        return []
    best = _best(scored)
    picked = {best.number}
    picked |= _values(scored, best)
    picked |= _companions(question, scored, best)
    picked |= _onwards(question, passage, scored, best)
    return _with_support(scored, picked)


def _best(scored: list[Scored]) -> Scored:
    # The line above values is no answer without them.
    bodies = [s for s in scored if s.unit in s.group.units or s.group.kind in {"list", "prose"}]
    return max(bodies or scored, key=lambda s: (s.score, -s.number))


def _with_support(scored: list[Scored], picked: set[int]) -> list[Unit]:
    """The picked pieces and those without which they can't be understood, in document order."""
    for _ in range(2):
        picked |= _antecedents(scored, picked)
        picked |= _completions(scored, picked)
    return [s.unit for s in scored if s.number in picked]


def _values(scored: list[Scored], best: Scored) -> set[int]:
    """All lines of a short block of values; of a table, the rows that match equally well."""
    if best.group.kind in _TABLES:
        equal = [s.number for s in scored if s.group is best.group and s.score == best.score]
        return set(equal[:_EQUAL_ROWS])
    if best.group.kind != "pairs" or words_in(best.group.units) > _VALUES_WORDS:
        return set()
    return {s.number for s in scored if s.group is best.group}


def _companions(question: Question, scored: list[Scored], best: Scored) -> set[int]:
    """Further sentences that carry words of the question which the best one lacks."""
    picked: set[int] = set()
    lacking = [t for t in question.terms if not t.within(best.unit.terms) and not t.condition]
    room = FACT_WORDS - words_in([best.unit])
    floor = 0.12 * question.weight
    for candidate in sorted(scored, key=lambda s: (abs(s.number - best.number), s.number)):
        if candidate.number == best.number or candidate.unit.crumb or len(picked) == 2:
            continue
        if candidate.group is best.group and best.group.kind in _TABLES:
            continue
        gain = sum(t.weight for t in lacking if t.itself(candidate.unit.terms))
        close = candidate.score >= _COMPANION * best.score
        if gain < floor or not close or words_in([candidate.unit]) > room:
            continue
        picked.add(candidate.number)
        room -= words_in([candidate.unit])
        lacking = [t for t in lacking if not t.within(candidate.unit.terms)]
    return picked


def _onwards(question: Question, passage: Passage, scored: list[Scored], best: Scored) -> set[int]:
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

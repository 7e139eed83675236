"""Reads of what was learned: always the actor's own, and only what they may still see."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from netz.core.actor import Actor
from netz.habits.errors import HabitNotFound
from netz.habits.fading import faded
from netz.habits.models import Habit, HabitChoice
from netz.knowledge import queries as knowledge
from netz.workspaces import queries as workspaces

Kind = Literal["topic", "document", "colleague"]
KINDS: tuple[Kind, ...] = ("topic", "document", "colleague")
# More of a kind would be a log to read; what is used least comes last and fades away.
SHOWN = 30


@dataclass(frozen=True, slots=True)
class Learned:
    """A habit with the name that it is shown under; `target` is the document or member."""

    id: UUID
    kind: Kind
    name: str
    given: bool
    count: int
    used_at: datetime
    on: bool
    target: UUID | None


def learned(actor: Actor) -> list[Learned]:
    """What was learned of the actor, kind by kind, the most used first.

    Who looks through another's eyes sees none of it: it is nobody else's.
    """
    if actor.previewed_by is not None:
        return []
    now = timezone.now()
    rows = sorted(_own(actor), key=lambda row: faded(row.weight, row.used_at, now), reverse=True)
    found: list[Learned] = []
    for kind in KINDS:
        of_kind = [row for row in rows if row.kind == kind]
        names = _names(actor, kind, [row.subject for row in of_kind])
        shown = [row for row in of_kind if row.subject in names][:SHOWN]
        found += [_learned(row, kind, names[row.subject]) for row in shown]
    return found


def shown(actor: Actor, row: Habit) -> Learned:
    """One of the actor's habits. Raises `HabitNotFound` for what they may not see any more."""
    kind = next(one for one in KINDS if one == row.kind)
    name = _names(actor, kind, [row.subject]).get(row.subject)
    if name is None:
        raise HabitNotFound
    return _learned(row, kind, name)


def habit(actor: Actor, habit_id: UUID) -> Habit:
    """One of the actor's own. Raises `HabitNotFound`."""
    found = _own(actor).filter(pk=habit_id).first()
    if found is None:
        raise HabitNotFound
    return found


def choice(actor: Actor) -> HabitChoice:
    """Whether the actor lets us learn; not stored while they have not chosen."""
    own = {"workspace_id": actor.workspace_id, "member_id": actor.member_id}
    return HabitChoice.objects.filter(**own).first() or HabitChoice(**own)


def _own(actor: Actor) -> QuerySet[Habit]:
    return Habit.objects.filter(workspace_id=actor.workspace_id, member_id=actor.member_id)


def _names(actor: Actor, kind: Kind, subjects: Iterable[str]) -> dict[str, str]:
    """What each subject is called, of those that the actor may see now."""
    wanted = list(subjects)
    if not wanted:
        return {}
    if kind == "topic":
        readable = {folder.path for folder in knowledge.folders(actor)}
        return {one: one.rpartition("/")[2] for one in wanted if one in readable}
    ids = [UUID(one) for one in wanted]
    if kind == "document":
        rows = knowledge.visible_documents(actor).filter(pk__in=ids)
        return {str(row.pk): row.title for row in rows}
    people = workspaces.members_by_id(actor, ids)
    return {str(one.pk): one.user.name or one.user.email for one in people}


def _learned(row: Habit, kind: Kind, name: str) -> Learned:
    return Learned(
        id=row.pk,
        kind=kind,
        name=row.given or name,
        given=bool(row.given),
        count=row.count,
        used_at=row.used_at,
        on=row.on,
        target=None if kind == "topic" else UUID(row.subject),
    )

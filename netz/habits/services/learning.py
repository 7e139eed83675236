"""Learning from acts: each event once, in the order in which they happened."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from netz.assistant.queries.cited import cited_documents
from netz.core.models import Event
from netz.habits.fading import FORGOTTEN_AFTER, used_again
from netz.habits.models import Habit, HabitChoice, HabitMark
from netz.habits.queries import Kind
from netz.knowledge import queries as knowledge
from netz.workspaces import queries as workspaces

ACTS = ("answer.given", "conversation.assigned", "note.written")
AT_ONCE = 500
# Clocks of machines that write events differ by less.
_DRIFT = timedelta(minutes=5)

Lesson = tuple[Kind, str]


def learn(workspace_id: UUID, *, before: datetime) -> int:
    """Learns from the next acts of before then; returns how many acts were looked at.

    The mark moves in the same transaction, so an act that was learned from is not learned from
    again, however often this runs.
    """
    HabitMark.objects.get_or_create(workspace_id=workspace_id)
    mark = HabitMark.objects.select_for_update().get(workspace_id=workspace_id)
    # When a workspace begins, what is too old to be worth anything is not looked at. Later the
    # moment is for the index alone: the id says what is new.
    oldest = mark.event_at - _DRIFT if mark.event_at else before - FORGOTTEN_AFTER
    rows = Event.objects.filter(
        workspace_id=workspace_id,
        kind__in=ACTS,
        created_at__gt=oldest,
        created_at__lt=before,
    ).order_by("pk")
    if mark.event_id is not None:
        rows = rows.filter(pk__gt=mark.event_id)
    events = list(rows[:AT_ONCE])
    if events:
        _learn_from(workspace_id, events)
        mark.event_id, mark.event_at = events[-1].pk, events[-1].created_at
        mark.save(update_fields=["event_id", "event_at"])
    return len(events)


def forget(workspace_id: UUID, *, now: datetime) -> None:
    """Removes what was not used for so long that it is worth nothing; a member's own word stays."""
    Habit.objects.filter(
        workspace_id=workspace_id, used_at__lt=now - FORGOTTEN_AFTER, given="", on=True
    ).delete()


def _learn_from(workspace_id: UUID, events: list[Event]) -> None:
    members = {one.member_id for one in events if one.member_id is not None}
    choices = {
        row.member_id: row
        for row in HabitChoice.objects.filter(workspace_id=workspace_id, member_id__in=members)
    }
    answers = {UUID(one.payload["answer_id"]) for one in events if one.kind == "answer.given"}
    cited = cited_documents(workspace_id, answers)
    for event in events:
        if event.member_id is None:  # nobody's act
            continue
        choice = choices.get(event.member_id)
        if choice and (not choice.learning or (choice.since and event.created_at <= choice.since)):
            continue
        for lesson in dict.fromkeys(_lessons(event, event.member_id, cited)):
            _keep(event, *lesson)


def _lessons(event: Event, member_id: UUID, cited: dict[UUID, list[UUID]]) -> Iterator[Lesson]:
    """What an act tells of whoever did it."""
    if event.kind == "answer.given":
        found = cited.get(UUID(event.payload["answer_id"]), [])
        member = workspaces.reachable(event.workspace_id, member_id) if found else None
        if member is None:
            return
        reader = workspaces.actor_of(member)
        for row in knowledge.visible_documents(reader).filter(pk__in=found):
            yield "document", str(row.pk)
            folder = row.path.rpartition("/")[0]
            if folder:
                yield "topic", folder
        return
    payload = event.payload
    others = payload["mentions"] if event.kind == "note.written" else [payload["assignee_id"]]
    for one in others:
        if UUID(one) != member_id:
            yield "colleague", one


def _keep(event: Event, kind: Kind, subject: str) -> None:
    own = {"workspace_id": event.workspace_id, "member_id": event.member_id}
    row = Habit.objects.select_for_update().filter(**own, kind=kind, subject=subject).first()
    row = row or Habit(**own, kind=kind, subject=subject, used_at=event.created_at)
    if not row.on:
        return
    row.count += 1
    row.weight, row.used_at = used_again(row.weight, row.used_at, event.created_at)
    row.save()

"""Reads of the trail; every one takes the actor, but for those of jobs and the command line."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.db import connection, models
from django.db.models import Q, QuerySet
from django.db.models.functions import Cast, TruncDate

from netz.audit.models import Entry, TrailSettings
from netz.audit.retention import LEGAL_MINIMUM_DAYS
from netz.core.actor import Actor
from netz.core.api.schema import read_cursor, write_cursor
from netz.core.db import tenant

BATCH = 500


@dataclass(frozen=True, slots=True)
class Filters:
    """Which rows are wanted. `action` may be a whole one or its noun ("member")."""

    member_id: UUID | None = None
    action: str = ""
    kind: str = ""
    outcome: str = ""
    ip: str = ""
    since: datetime | None = None
    until: datetime | None = None
    text: str = ""


def entries(
    actor: Actor, filters: Filters, *, cursor: str | None, limit: int
) -> tuple[list[Entry], str | None]:
    """One page of the trail, the newest first, and the next one's cursor."""
    rows = _wanted(actor.workspace_id, filters)
    if cursor:
        rows = _after(rows, *read_cursor(cursor, datetime, UUID))
    found = list(rows[: limit + 1])
    more = len(found) > limit
    last = found[limit - 1] if more else None
    return found[:limit], write_cursor(last.created_at.isoformat(), last.id) if last else None


def every_entry(workspace_id: UUID, filters: Filters) -> Iterator[list[Entry]]:
    """All wanted rows in batches, the newest first, each read in a transaction of its own.

    What is written meanwhile is newer than the first batch, and left out.
    """
    last: Entry | None = None
    while True:
        with tenant(workspace_id):
            rows = _wanted(workspace_id, filters)
            found = list((_after(rows, last.created_at, last.id) if last else rows)[:BATCH])
        if not found:
            return
        yield found
        last = found[-1]


def settings_of(workspace_id: UUID) -> TrailSettings:
    """The workspace's settings; unsaved ones with the defaults where it has chosen nothing."""
    known = TrailSettings.objects.filter(workspace_id=workspace_id).first()
    return known or TrailSettings(workspace_id=workspace_id, retention_days=LEGAL_MINIMUM_DAYS)


def recent(actor: Actor, limit: int) -> list[Entry]:
    """The newest rows, for a glance."""
    rows = Entry.objects.filter(workspace_id=actor.workspace_id)
    return list(rows.order_by("-created_at", "-id")[:limit])


def rows_by_day(actor: Actor, since: datetime) -> dict[date, tuple[int, int]]:
    """How many rows, and how many refusals among them, each day (UTC) since then."""
    rows = (
        Entry.objects.filter(workspace_id=actor.workspace_id, created_at__gte=since)
        .annotate(day=TruncDate("created_at", tzinfo=UTC))
        .order_by()
        .values_list("day")
        .annotate(
            number=models.Count("id"), refused=models.Count("id", filter=Q(outcome="refused"))
        )
    )
    return {day: (number, refused) for day, number, refused in rows}


def last_changes(actor: Actor, actions: Collection[str]) -> dict[str, Entry]:
    """The newest row of each of these actions."""
    rows = Entry.objects.filter(workspace_id=actor.workspace_id, action__in=actions)
    newest = rows.order_by("action", "-created_at", "-id").distinct("action")
    return {row.action: row for row in newest}


@dataclass(frozen=True, slots=True)
class Change:
    """Who gave a field its value, and when; `actor` is empty for the program itself."""

    actor: str
    at: datetime


def last_field_changes(actor: Actor, actions: Collection[str]) -> dict[tuple[str, str], Change]:
    """The newest change of each field that these actions told of, by (action, field)."""
    with connection.cursor() as cursor:
        cursor.execute(_FIELD_CHANGES, [actor.workspace_id, list(actions)])
        rows = cursor.fetchall()
    return {(action, field): Change(name, at) for action, field, name, at in rows}


# A field that an older row did not tell of had no value then: it is compared with null.
_FIELD_CHANGES = """
    SELECT DISTINCT ON (entry.action, field.name)
           entry.action, field.name, entry.actor_name, entry.created_at
      FROM audit_entry entry
     CROSS JOIN LATERAL jsonb_object_keys(
               coalesce(entry.before, '{}') || coalesce(entry.after, '{}')) AS field(name)
     WHERE entry.workspace_id = %s AND entry.action = ANY(%s) AND entry.outcome = 'done'
       AND coalesce(entry.before -> field.name, 'null')
           <> coalesce(entry.after -> field.name, 'null')
     ORDER BY entry.action, field.name, entry.created_at DESC, entry.id DESC
"""


def every_workspace() -> list[UUID]:
    """All workspaces' ids, for jobs and the command line."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT netz_workspace_ids()")
        return [row[0] for row in cursor.fetchall()]


def slug_of(workspace_id: UUID) -> str:
    """The workspace's short name, for the command line; its id where there is none any more."""
    with tenant(workspace_id), connection.cursor() as cursor:
        cursor.execute("SELECT slug FROM workspaces_workspace WHERE id = %s", [workspace_id])
        row = cursor.fetchone()
    return str(row[0]) if row else str(workspace_id)


def _wanted(workspace_id: UUID, filters: Filters) -> QuerySet[Entry]:
    rows = Entry.objects.filter(workspace_id=workspace_id).order_by("-created_at", "-id")
    exact: dict[str, Any] = {
        "member_id": filters.member_id,
        "target_kind": filters.kind,
        "outcome": filters.outcome,
        "created_at__gte": filters.since,
        "created_at__lt": filters.until,
        "ip": filters.ip,
    }
    rows = rows.filter(**{name: value for name, value in exact.items() if value})
    if filters.action:
        noun = filters.action.removesuffix(".") + "."
        rows = rows.filter(Q(action=filters.action) | Q(action__startswith=noun))
    for word in filters.text.split():
        rows = rows.annotate(
            said=Cast("before", models.TextField()), told=Cast("after", models.TextField())
        ).filter(_holds(word))
    return rows


def _holds(word: str) -> Q:
    fields = ("actor_name", "action", "request_id", "ip", "agent", "said", "told")
    found = Q()
    for name in fields:
        found |= Q(**{f"{name}__icontains": word})
    return found


def _after(rows: QuerySet[Entry], created_at: datetime, entry_id: UUID) -> QuerySet[Entry]:
    return rows.filter(Q(created_at__lt=created_at) | Q(created_at=created_at, id__lt=entry_id))

"""Writing the trail."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Literal
from uuid import UUID

from django.db import connection, models

from netz.audit.models import Entry
from netz.core import where as places
from netz.core.actor import Actor
from netz.core.where import Where

Outcome = Literal["done", "refused"]

_SECRET_WORDS = ("password", "secret", "token", "key_hash", "api_key", "key")


def record(
    actor: Actor,
    action: str,
    target: models.Model | None = None,
    *,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    outcome: Outcome = "done",
) -> None:
    """Adds one row to the trail, inside the caller's transaction.

    `action` is `noun.verb` ("document.delete"); `before`/`after` hold the changed fields. Values
    under names that hold secrets are left out. From where is known from the request.
    """
    _entry(actor, action, target, before, after, outcome).save(force_insert=True)


def record_each(
    actor: Actor,
    action: str,
    changes: Iterable[tuple[models.Model, Mapping[str, Any], Mapping[str, Any]]],
) -> None:
    """Adds a row for each `(target, before, after)`, as `record` does, in few statements."""
    Entry.objects.bulk_create(
        [_entry(actor, action, target, before, after) for target, before, after in changes],
        batch_size=1000,
    )


def _entry(
    actor: Actor,
    action: str,
    target: models.Model | None,
    before: Mapping[str, Any] | None,
    after: Mapping[str, Any] | None,
    outcome: Outcome = "done",
) -> Entry:
    where = places.current()
    return Entry(
        workspace_id=actor.workspace_id,
        member_id=actor.member_id,
        credential=actor.credential,
        credential_id=actor.credential_id,
        request_id=actor.request_id or where.request_id,
        action=action,
        target_kind=target._meta.label_lower if target is not None else "",
        target_id=target.pk if target is not None else None,
        before=_clean(before),
        after=_clean(after),
        actor_name=actor.name[:200],
        ip=where.ip,
        agent=where.agent,
        outcome=outcome,
    )


def record_of_system(
    workspace_id: UUID,
    action: str,
    *,
    after: Mapping[str, Any] | None = None,
    outcome: Outcome = "done",
) -> None:
    """Adds a row about what nobody in particular did, in the workspace's transaction."""
    where = places.current()
    Entry.objects.create(
        workspace_id=workspace_id,
        credential="system",
        request_id=where.request_id,
        action=action,
        after=_clean(after),
        ip=where.ip,
        agent=where.agent,
        outcome=outcome,
    )


def record_of_user(
    user_id: UUID,
    action: str,
    *,
    outcome: Outcome = "done",
    where: Where,
    details: Mapping[str, Any] | None = None,
) -> int:
    """Adds a row to each workspace where the person is an active member; returns how many.

    For what happens to a person before a workspace is entered: sign-ins, refusals, changes of the
    means to sign in.
    """
    cleaned = _clean(details)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT netz_record_of_user(%s, %s, %s, %s, %s, %s, %s)",
            [
                user_id,
                action,
                outcome,
                where.ip,
                where.agent,
                where.request_id,
                None if cleaned is None else json.dumps(cleaned),
            ],
        )
        row = cursor.fetchone()
    return int(row[0])


def _clean(values: Mapping[str, Any] | None) -> dict[str, Any] | None:
    if values is None:
        return None
    return {
        name: "•••" if name in _SECRET_WORDS else _plain(value) for name, value in values.items()
    }


def _plain(value: Any) -> Any:
    if isinstance(value, str | int | float | bool | type(None)):
        return value
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return _clean({str(name): item for name, item in value.items()})
    return str(value)

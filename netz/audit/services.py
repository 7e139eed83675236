"""Writing the trail."""

from collections.abc import Mapping
from typing import Any

from django.db import models

from netz.audit.models import Entry
from netz.core.actor import Actor

_SECRET_WORDS = ("password", "secret", "token", "key_hash", "api_key", "key")


def record(
    actor: Actor,
    action: str,
    target: models.Model | None = None,
    *,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> None:
    """Adds one row to the trail, inside the caller's transaction.

    `action` is `noun.verb` ("document.delete"); `before`/`after` hold the changed fields. Values
    under names that hold secrets are left out.
    """
    Entry.objects.create(
        workspace_id=actor.workspace_id,
        member_id=actor.member_id,
        credential=actor.credential,
        credential_id=actor.credential_id,
        request_id=actor.request_id,
        action=action,
        target_kind=target._meta.label_lower if target is not None else "",
        target_id=target.pk if target is not None else None,
        before=_clean(before),
        after=_clean(after),
    )


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
    return str(value)

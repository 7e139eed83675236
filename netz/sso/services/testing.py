"""Test sign-ins: an admin sees what a sign-in would do, and nothing of it is done."""

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.db import tenant
from netz.sso.claims import Claims
from netz.sso.models import Connection, TestSignIn
from netz.sso.refusals import Refused
from netz.sso.services.admitting import Admission, admit
from netz.workspaces.credentials import system_actor

LIFE = timedelta(minutes=15)
_LARGEST_SHOWN = 20_000


class _UndoError(Exception):
    """Takes back what the trial made."""


def begin_test(sso: Connection, *, actor: Actor) -> TestSignIn:
    """A test that the actor's browser may now go through."""
    TestSignIn.objects.filter(
        workspace_id=actor.workspace_id, created_at__lt=timezone.now() - timedelta(days=30)
    ).delete()
    return TestSignIn.objects.create(
        workspace_id=actor.workspace_id, connection=sso, member_id=actor.member_id
    )


def running_test(sso: Connection, test_id: UUID) -> TestSignIn | None:
    """The test if it waits for its end, inside a transaction in the workspace."""
    return TestSignIn.objects.filter(
        workspace_id=sso.workspace_id,
        connection=sso,
        pk=test_id,
        finished_at=None,
        created_at__gt=timezone.now() - LIFE,
    ).first()


def try_out(sso: Connection, claims: Claims, told: Mapping[str, Any]) -> dict[str, Any]:
    """What a sign-in with these claims would do: done as in earnest, then taken back."""
    result: dict[str, Any] = {"ok": True, "claims": claims.shown(), "told": _shown(told)}
    with tenant(sso.workspace_id):
        try:
            with transaction.atomic():
                result["outcome"] = _outcome(admit(sso, claims))
                raise _UndoError
        except _UndoError:
            pass
        except Refused as refused:
            result |= {"ok": False, "code": refused.code, "detail": refused.detail}
    return result


def finish_test(sso: Connection, test_id: UUID, result: dict[str, Any]) -> None:
    """Keeps the result; a success lets the connection be switched on."""
    with tenant(sso.workspace_id):
        row = running_test(sso, test_id)
        if row is None:
            return
        row.finished_at, row.result = timezone.now(), result
        row.save(update_fields=["finished_at", "result"])
        if result["ok"]:
            Connection.objects.filter(pk=sso.pk).update(tested_at=row.finished_at)
        actor = system_actor(sso.workspace_id, row.member_id, row.member_id)
        after = {"ok": result["ok"], "code": result.get("code", "")}
        record(actor, "sso.test", sso, after=after)


def _outcome(admission: Admission) -> dict[str, Any]:
    return {
        "email": admission.user.email,
        "name": admission.user.name,
        "role": admission.role,
        "new_user": admission.new_user,
        "new_member": admission.new_member,
        "new_link": admission.new_link,
        "role_followed": admission.role_followed,
    }


def _shown(told: Mapping[str, Any]) -> dict[str, Any]:
    """What the provider told, as far as it fits on a page."""
    text = json.dumps(dict(told), default=str)
    shown: dict[str, Any] = json.loads(text) if len(text) <= _LARGEST_SHOWN else {}
    return shown

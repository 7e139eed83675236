"""Choosing preferences: one's own, and a workspace's for each role."""

from collections.abc import Mapping
from typing import Any

from netz.accounts.models import User
from netz.accounts.preferences import changed, known
from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.live import publish
from netz.core.permissions import Permission, Role
from netz.workspaces.models import Workspace

# Open screens read who they belong to again.
ME_CHANGED = "me.changed"


def change_preferences(changes: Mapping[str, Any], *, actor: Actor) -> None:
    """Changes those of the actor's own preferences that are named; None takes a choice back.

    The row is locked, so that of two devices that change different things neither loses its own.
    Other devices of the person are told.
    """
    user = User.objects.select_for_update().get(pk=actor.user_id)
    before = _asked(user.preferences, changes)
    user.preferences = changed(user.preferences, changes)
    after = _asked(user.preferences, changes)
    if before == after:
        return
    # Mails and messages follow a language that is chosen; the browser's is known to nobody else.
    if after.get("language") in ("fr", "en"):
        user.language = after["language"]
    user.save(update_fields=["preferences", "language"])
    record(actor, "profile.change", user, before=before, after=after)
    publish(actor.workspace_id, ME_CHANGED, {}, members=[actor.member_id])


def change_default_preferences(role: Role, changes: Mapping[str, Any], *, actor: Actor) -> None:
    """Changes what holds for a role's members who have chosen nothing else themselves."""
    workspace = Workspace.objects.select_for_update().get(pk=actor.workspace_id)
    stored = workspace.preference_defaults.get(role.value, {})
    kept = changed(stored, changes)
    before, after = _asked(stored, changes), _asked(kept, changes)
    if before == after:
        return
    workspace.preference_defaults = {**workspace.preference_defaults, role.value: kept}
    workspace.save(update_fields=["preference_defaults"])
    record(
        actor,
        "preferences.defaults",
        workspace,
        before={role.value: before},
        after={role.value: after},
    )
    publish(actor.workspace_id, ME_CHANGED, {}, permission=Permission.STREAM)


def _asked(stored: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """The stored values of what is to change; None where there is none."""
    held = known(stored)
    return {name: held.get(name) for name in changes}

"""Reads of preferences: the person's own over the workspace's for the role."""

from collections.abc import Mapping
from typing import Any

from netz.accounts.preferences import Preferences, known, preferred
from netz.core.actor import Actor
from netz.core.permissions import Role
from netz.workspaces.models import Member, Workspace


def preferences_of(member: Member) -> Preferences:
    """What holds for the member; `user` and `workspace` are best joined already.

    Everybody has a language from the invitation or registration on.
    """
    language = {"language": member.user.language}
    return preferred(role_layer(member), language, member.user.preferences)


def chosen_by(member: Member) -> list[str]:
    """The names of what the person chose, whatever the workspace's defaults are."""
    return sorted(known(member.user.preferences))


def role_layer(member: Member) -> Mapping[str, Any]:
    """The workspace's defaults for the member's role."""
    layer: Mapping[str, Any] = member.workspace.preference_defaults.get(member.role, {})
    return layer


def at_the_screen(actor: Actor, member: Member) -> Member:
    """Whose preferences the screen follows: in a preview the viewer's, not the guest's."""
    if actor.previewed_by is None:
        return member
    return Member.objects.select_related("user", "workspace").get(pk=actor.previewed_by)


def preferences_in(actor: Actor) -> Preferences:
    """What the actor's credential brought along, without a further query."""
    return preferred(actor.preferences)


def default_preferences(actor: Actor) -> dict[Role, dict[str, Any]]:
    """What the workspace chose for each role; a role or name that is not there follows the
    product's."""
    stored = Workspace.objects.get(pk=actor.workspace_id).preference_defaults
    return {role: known(stored.get(role.value, {})) for role in Role}

"""What a person changes of the own profile."""

from collections.abc import Mapping
from typing import Any

from netz.accounts.models import User
from netz.audit.services import record
from netz.core.actor import Actor
from netz.workspaces.services.preferences import change_preferences


def change_profile(*, name: str | None, preferences: Mapping[str, Any], actor: Actor) -> User:
    """Changes the actor's own name, and those preferences that are named."""
    if preferences:
        change_preferences(preferences, actor=actor)
    user = User.objects.get(pk=actor.user_id)
    if name is not None:
        before = {"name": user.name}
        user.name = name
        user.save(update_fields=["name"])
        record(actor, "profile.change", user, before=before, after={"name": name})
    return user

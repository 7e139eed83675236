"""What the trail says, read as the database's owner does."""

from typing import Any

from netz.audit.models import Entry
from netz.core.db import tenant
from tests.factories import World


def entries(world: World, action: str) -> list[dict[str, Any]]:
    """What was kept of an action, oldest first."""
    with tenant(world.id):
        rows = Entry.objects.filter(action=action).order_by("created_at", "id")
        return [row.after or {} for row in rows]


def refusals(world: World) -> list[tuple[str, str]]:
    """Code and detail of each refused sign-in."""
    return [(row["code"], row["detail"]) for row in entries(world, "sso.refused")]

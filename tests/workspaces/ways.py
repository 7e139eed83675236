"""What tests of joining and administration share."""

from netz.core.db import tenant
from netz.workspaces.models import Workspace
from tests.factories import World


def slug_of(world: World) -> str:
    """The workspace's slug."""
    with tenant(world.id):
        return Workspace.objects.get(pk=world.id).slug

"""What tests of exports and deletions share."""

import io
import json
import zipfile
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from netz.administration.export.running import run_export
from netz.administration.export.services import make_link
from netz.administration.models import ACTIVE, WorkspaceExport
from netz.core.db import tenant
from netz.workspaces.models import Workspace
from netz.workspaces.services.closing import keep_workspace
from tests.factories import Person, World, actor_of
from tests.security.scene import Scene, start_workspace_export


def cancel_exports(scene: Scene) -> None:
    """Calls off whatever waits or runs in the workspace."""
    with tenant(scene.world.id):
        WorkspaceExport.objects.filter(state__in=ACTIVE).update(state="cancelled", run="")


def cancel_all_exports() -> None:
    """Calls off whatever waits or runs anywhere, as the owner of the tables."""
    rows = WorkspaceExport.objects.using("owner").filter(state__in=ACTIVE)
    rows.update(state="cancelled", run="")


def ready_export(scene: Scene) -> str:
    """An export whose file is there; one a workspace is enough."""
    with tenant(scene.world.id):
        known = WorkspaceExport.objects.filter(state="ready").first()
    if known is not None:
        return str(known.id)
    cancel_exports(scene)
    export_id = start_workspace_export(scene)
    run_export(scene.world.id, UUID(export_id))
    return export_id


def link_token(scene: Scene, export_id: str, person: Person) -> str:
    """The token of a link that the person may have; of the admin's for whoever may not."""
    with tenant(scene.world.id):
        export = WorkspaceExport.objects.get(pk=export_id)
        actor = actor_of(scene.world, person.member)
        if not actor.sees_all_companies:
            actor = actor_of(scene.world, scene.admin.member)
        url = make_link(export, actor=actor).url
    return url.partition("token=")[2]


def state_of(world: World, export_id: str) -> WorkspaceExport:
    """The export as it is now."""
    with tenant(world.id):
        return WorkspaceExport.objects.get(pk=export_id)


def name_of(world: World) -> str:
    """The workspace's name."""
    with tenant(world.id):
        return Workspace.objects.get(pk=world.id).name


def keep(scene: Scene) -> None:
    """Takes a deletion back, if one waits."""
    with tenant(scene.world.id):
        keep_workspace(actor=scene.world.actor)


def let_the_day_come(world: World) -> None:
    """The workspace's deletion is due since a minute ago."""
    with tenant(world.id):
        Workspace.objects.filter(pk=world.id).update(
            closes_at=timezone.now() - timedelta(minutes=1)
        )


class Archive:
    """An export as its reader sees it."""

    def __init__(self, content: bytes) -> None:
        self.zip = zipfile.ZipFile(io.BytesIO(content))
        self.manifest: dict[str, Any] = json.loads(self.zip.read("manifest.json"))

    def rows(self, name: str) -> list[dict[str, Any]]:
        """The objects of a kind."""
        return [json.loads(line) for line in self.zip.read(f"{name}.jsonl").splitlines()]

    def everything(self) -> str:
        """All of it, as text."""
        return "\n".join(
            self.zip.read(name).decode("utf-8", "replace") for name in self.zip.namelist()
        )

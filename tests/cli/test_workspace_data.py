"""`netz workspace export`, `delete`, `keep` and `deletions`."""

import hashlib
import json
from pathlib import Path

from netz.core.db import tenant
from netz.workspaces.models import Workspace
from tests.administration.exporting import Archive, name_of
from tests.cli.test_commands import netz, slug_of
from tests.factories import make_world


def test_an_export_is_one_file_that_is_never_overwritten(tmp_path: Path) -> None:
    world, target = make_world(), tmp_path / "all.zip"
    done = netz("workspace", "export", slug_of(world), "--to", str(target), "--json")
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    content = target.read_bytes()
    assert told["sha256"] == hashlib.sha256(content).hexdigest()
    archive = Archive(content)
    assert len(archive.rows("members")) == 5
    assert archive.manifest["workspace"]["id"] == str(world.id)
    again = netz("workspace", "export", slug_of(world), "--to", str(target))
    assert again.exit_code == 1
    assert target.read_bytes() == content
    assert list(tmp_path.iterdir()) == [target]


def test_a_deletion_is_planned_with_the_name_and_taken_back() -> None:
    world = make_world()
    slug, name = slug_of(world), name_of(world)
    assert netz("workspace", "delete", slug, "--name", "autre").exit_code == 1
    planned = netz("workspace", "delete", slug, "--name", name, "--days", "3", "--json")
    assert json.loads(planned.stdout)["closes_at"]
    kept = netz("workspace", "keep", slug)
    assert kept.stdout.strip() == "The workspace is kept."
    with tenant(world.id):
        assert Workspace.objects.get(pk=world.id).closes_at is None
    assert netz("workspace", "keep", slug).stdout.strip() == "No deletion was planned."


def test_a_workspace_is_deleted_at_once_and_listed_with_its_signature() -> None:
    world = make_world()
    slug, name = slug_of(world), name_of(world)
    assert netz("workspace", "delete", slug, "--name", name).exit_code == 0
    done = netz("workspace", "delete", slug, "--name", name, "--now", "--json")
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["signature_holds"] is True
    with tenant(world.id):
        assert not Workspace.objects.filter(pk=world.id).exists()
    listed = json.loads(netz("workspace", "deletions", "--json").stdout)
    assert slug in [one["slug"] for one in listed]
    shown = netz("workspace", "deletions").stdout
    assert f"{slug} ({name}): deleted on" in shown
    assert "signature holds" in shown

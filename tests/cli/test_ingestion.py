"""`netz ingest` tells what became of each file; one bad file stops no other."""

from pathlib import Path

from starlette.testclient import TestClient

from netz.cli.ingestion import Report, ingest_files
from netz.core.db import tenant
from netz.workspaces import queries
from tests.factories import World, make_world


def ingest(world: World, *files: Path, wait: bool = True) -> Report:
    """Ingests the files under their own names, as the workspace's admin."""
    return ingest_files(
        [(file, file.name) for file in files],
        audience="public",
        wait=wait,
        workspace=slug_of(world),
        quiet=True,
    )


def slug_of(world: World) -> str:
    """The name that `--workspace` takes."""
    with tenant(world.id):
        return queries.current_workspace(world.actor).slug


def test_each_file_is_read_known_queued_or_failed(client: TestClient, tmp_path: Path) -> None:
    world = make_world()
    good, late, broken, strange = (
        tmp_path / name for name in ("bon.md", "tard.md", "vide.md", "a.exe")
    )
    good.write_text("# Bon\n\nUn texte lisible.")
    late.write_text("# Tard\n\nUn autre texte.")
    broken.write_bytes(b"")
    strange.write_bytes(b"MZ" + b"\0" * 200)
    report = ingest(world, strange, broken, good)
    assert report.ready == ["bon.md"]
    assert {one["path"] for one in report.failed} == {"a.exe", "vide.md"}
    assert all(one["message"] and one["hint"] for one in report.failed)
    assert ingest(world, good).as_json() == Report(unchanged=["bon.md"]).as_json()
    assert ingest(world, late, wait=False).queued == ["tard.md"]
    listed = client.get("/api/v2/documents?status=ready", headers=world.guest.headers).json()
    assert [item["path"] for item in listed["items"]] == ["bon.md"]

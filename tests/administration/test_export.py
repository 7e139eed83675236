"""An export of a workspace: everything of it, nothing of another, whole or not at all."""

import hashlib
import re
import shutil
from collections import namedtuple
from pathlib import Path
from uuid import UUID

import pytest
from django.core import signing
from starlette.testclient import TestClient

from netz.administration.export.contents import TABLES, Kept, LeftOut
from netz.administration.export.places import SHELF
from netz.administration.export.reading import wanted_tables
from netz.administration.export.running import run_export, tidy_exports
from netz.administration.models import WorkspaceExport
from netz.administration.tasks import MAX_ATTEMPTS, write_workspace_export
from netz.audit.models import Entry
from netz.core.db import tenant
from netz.core.permissions import Permission, Role
from netz.core.schema import tenant_tables
from netz.workspaces.models import CompanyGrant, Member
from tests.administration.exporting import (
    Archive,
    cancel_exports,
    link_token,
    ready_export,
    state_of,
)
from tests.factories import Person, add_person, sign_in
from tests.jobs import run_jobs
from tests.security.scene import Scene, fill, make_scene, start_workspace_export

SECRET = re.compile(r"secret|sealed|hash|token|key|password")
# Columns whose names sound like secrets and which hold none.
NO_SECRETS = {
    ("workspaces_securitypolicy", "key_max_days"),
    ("workspaces_securitypolicy", "keys_by_admins_only"),
    ("workspaces_branding", "logo_hash"),
    ("audit_chain", "hash"),
    ("audit_chain", "pruned_hash"),
}


@pytest.fixture(scope="module")
def scenes(client: TestClient) -> tuple[Scene, Scene]:
    """Two workspaces in which everything has happened."""
    mine, other = make_scene(client), make_scene(client)
    fill(mine)
    fill(other)
    return mine, other


@pytest.fixture
def scene(client: TestClient) -> Scene:
    """A workspace of its own."""
    return make_scene(client)


def download(scene: Scene, export_id: str, person: Person | None = None) -> bytes:
    """The file, as the person fetches it by a link."""
    person = person or scene.admin
    made = scene.client.post(f"/api/v2/workspace/exports/{export_id}/link", headers=person.headers)
    assert made.status_code == 201, made.text
    response = scene.client.get(made.json()["url"], headers=person.headers)
    assert response.status_code == 200, response.text
    assert response.headers["content-disposition"].startswith("attachment")
    return bytes(response.content)


def files(scene: Scene) -> list[Path]:
    """What lies in the workspace's folder of exports."""
    return sorted(SHELF.folder_of(scene.world.id).glob("*"))


def test_every_table_of_a_tenant_is_exported_or_left_out_with_a_reason() -> None:
    tables = {table.name for table in tenant_tables()}
    assert set(TABLES) == tables
    assert all(kept.why for kept in TABLES.values() if isinstance(kept, LeftOut))


def test_no_column_that_holds_a_secret_is_exported(scenes: tuple[Scene, Scene]) -> None:
    archive = Archive(download(scenes[0], ready_export(scenes[0])))
    seen = 0
    for name, kept in TABLES.items():
        if not isinstance(kept, Kept) or kept.only_if_asked:
            continue
        for row in archive.rows(kept.name):
            seen += 1
            named = {column for column in row if SECRET.search(column)}
            assert (
                not named - {column for table, column in NO_SECRETS if table == name} - {"hash"}
            ), (name, named)
    assert seen > 60
    everything = archive.everything()
    assert "sk-test-very-secret" not in everything
    assert scenes[0].admin.key not in everything


def test_an_export_holds_all_of_the_workspace_and_nothing_of_another(
    scenes: tuple[Scene, Scene],
) -> None:
    mine, other = scenes
    cancel_exports(mine)
    response = mine.client.post(
        "/api/v2/workspace/exports", json={"passages": True}, headers=mine.admin.headers
    )
    run_jobs()
    export_id = response.json()["id"]
    export = state_of(mine.world, export_id)
    assert (export.state, export.error_code) == ("ready", "")
    content = download(mine, export_id)
    assert hashlib.sha256(content).hexdigest() == export.sha256
    assert len(content) == export.size
    archive = Archive(content)
    for _, kept in wanted_tables(passages=True):
        assert archive.rows(kept.name), f"{kept.name} is empty, which proves nothing"
    everything = archive.everything()
    foreign = [str(other.world.id), other.document["id"], other.passage_id]
    foreign += [person.user.email for person in other.world.people.values()]
    foreign += [str(person.member.id) for person in other.world.people.values()]
    assert [one for one in foreign if one in everything] == []
    for person in mine.world.people.values():
        assert person.user.email in everything
    assert export.done == export.total == archive.manifest["rows"] + archive.manifest["files"]


def test_the_manifest_counts_and_hashes_every_file_and_names_what_is_left_out(
    scenes: tuple[Scene, Scene],
) -> None:
    archive = Archive(download(scenes[0], ready_export(scenes[0])))
    told = {one["path"]: one for one in archive.manifest["contents"]}
    assert set(archive.zip.namelist()) == {*told, "manifest.json"}
    for path, one in told.items():
        content = archive.zip.read(path)
        assert (one["size"], one["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
        if path.endswith(".jsonl"):
            assert one["lines"] == content.count(b"\n")
    assert archive.manifest["schema"] == "netz-workspace-export/1"
    assert archive.manifest["missing_files"] == []
    assert archive.manifest["left_out"]["core_idempotencykey"]
    assert "Export de l’espace" in archive.zip.read("README.txt").decode()
    originals = [path for path in told if path.startswith(("files/", "attachments/"))]
    assert len(originals) == archive.manifest["files"] == 3
    assert any("FortiClient" in archive.zip.read(path).decode() for path in originals)


def test_the_exported_trail_can_be_verified_by_its_chain(scenes: tuple[Scene, Scene]) -> None:
    archive = Archive(download(scenes[0], ready_export(scenes[0])))
    rows = sorted(archive.rows("trail"), key=lambda row: int(row["seq"]))
    assert [row["seq"] for row in rows] == list(range(1, len(rows) + 1))
    assert all(len(row["hash"]) == 64 for row in rows)
    assert b"signature" in archive.zip.read("trail_head.json")


def test_the_reader_s_language_is_that_of_the_readme(scene: Scene) -> None:
    scene.client.patch("/api/v2/me", json={"language": "en"}, headers=scene.admin.headers)
    archive = Archive(download(scene, ready_export(scene)))
    assert archive.zip.read("README.txt").decode().startswith("Export of the workspace")


def test_only_one_runs_at_a_time_and_a_cancelled_one_leaves_nothing(scene: Scene) -> None:
    export_id = start_workspace_export(scene)
    second = scene.client.post("/api/v2/workspace/exports", json={}, headers=scene.admin.headers)
    assert (second.status_code, second.json()["code"]) == (409, "export.running")
    path = f"/api/v2/workspace/exports/{export_id}/cancellation"
    assert scene.client.post(path, headers=scene.admin.headers).json()["state"] == "cancelled"
    again = scene.client.post(path, headers=scene.admin.headers)
    assert (again.status_code, again.json()["code"]) == (409, "export.over")
    run_jobs()
    assert state_of(scene.world, export_id).state == "cancelled"
    assert files(scene) == []
    third = start_workspace_export(scene)
    run_jobs()
    assert state_of(scene.world, third).state == "ready"


class KilledError(Exception):
    """The worker dies here."""


def stopping(monkeypatch: pytest.MonkeyPatch, at: str, act: object) -> None:
    """Does something when the writer opens this file of the archive, as another process might."""
    import zipfile

    true = zipfile.ZipFile.open

    def opened(self: zipfile.ZipFile, name: str, *args: object, **kw: object) -> object:
        if name == at:
            act()  # type: ignore[operator]  # a function
        return true(self, name, *args, **kw)  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(zipfile.ZipFile, "open", opened)


def test_cancelling_stops_an_attempt_that_writes_and_throws_its_file_away(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    export_id = start_workspace_export(scene)
    monkeypatch.setattr("netz.administration.export.running._REPORT_SECONDS", 0)
    stopping(monkeypatch, "answers.jsonl", lambda: cancel_exports(scene))
    run_export(scene.world.id, UUID(export_id))
    assert state_of(scene.world, export_id).state == "cancelled"
    assert files(scene) == []


@pytest.mark.parametrize("at", ["README.txt", "documents.jsonl", "trail_head.json"])
def test_a_killed_attempt_offers_nothing_and_the_next_one_begins_again(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    export_id = start_workspace_export(scene)

    def die() -> None:
        raise KilledError

    with monkeypatch.context() as patch:
        # A process that is killed cleans nothing up.
        patch.setattr(Path, "unlink", lambda *_, **__: None)
        stopping(patch, at, die)
        with pytest.raises(KilledError):
            run_export(scene.world.id, UUID(export_id))
    assert state_of(scene.world, export_id).state == "running"
    assert [path.suffix for path in files(scene)] == [".part"]
    refused = scene.client.post(
        f"/api/v2/workspace/exports/{export_id}/link", headers=scene.admin.headers
    )
    assert (refused.status_code, refused.json()["code"]) == (409, "export.not_ready")
    run_export(scene.world.id, UUID(export_id))
    assert state_of(scene.world, export_id).state == "ready"
    assert [path.suffix for path in files(scene)] == [".zip"]
    assert Archive(download(scene, export_id)).manifest["rows"] > 10


def test_an_export_that_kills_its_worker_each_time_ends_as_failed(scene: Scene) -> None:
    export_id = start_workspace_export(scene)
    context = namedtuple("Context", "job")(namedtuple("Job", "attempts")(MAX_ATTEMPTS))
    write_workspace_export.func(context, str(scene.world.id), export_id)
    export = state_of(scene.world, export_id)
    assert (export.state, export.error_code) == ("failed", "interrupted")
    assert start_workspace_export(scene) != export_id


def test_an_attempt_that_was_overtaken_gives_up_and_spoils_nothing(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    export_id = start_workspace_export(scene)

    def overtake() -> None:
        monkeypatch.undo()
        run_export(scene.world.id, UUID(export_id))

    stopping(monkeypatch, "branding.jsonl", overtake)
    run_export(scene.world.id, UUID(export_id))
    export = state_of(scene.world, export_id)
    assert export.state == "ready"
    assert hashlib.sha256(download(scene, export_id)).hexdigest() == export.sha256
    assert [path.suffix for path in files(scene)] == [".zip"]


def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk on which next to nothing is free."""
    usage = shutil.disk_usage("/")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=5 * 1024 * 1024))


def test_a_disk_without_room_is_said_before_and_during(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        full_disk(patch)
        refused = scene.client.post(
            "/api/v2/workspace/exports", json={}, headers=scene.admin.headers
        )
    assert (refused.status_code, refused.json()["code"]) == (507, "export.no_room")
    assert "il y en a 5." in refused.text
    export_id = start_workspace_export(scene)
    with monkeypatch.context() as patch:
        full_disk(patch)
        run_export(scene.world.id, UUID(export_id))
    export = state_of(scene.world, export_id)
    assert (export.state, export.error_code) == ("failed", "no_room")
    assert files(scene) == []


def test_a_link_opens_for_its_person_alone_in_its_workspace_for_a_day(
    scene: Scene, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    export_id = ready_export(scene)
    second = add_person(scene.world, "second", Role.ADMIN)
    token = link_token(scene, export_id, scene.admin)
    path = f"/api/v2/workspace/exports/{export_id}/file"

    def fetched(person: Person, with_token: str) -> int:
        response = client.get(path, params={"token": with_token}, headers=person.headers)
        return response.status_code

    assert fetched(scene.admin, token) == 200
    assert fetched(second, token) == 410
    assert fetched(second, link_token(scene, export_id, second)) == 200
    assert fetched(scene.world.agent, token) == 403
    assert fetched(scene.admin, token[:-1] + ("A" if token[-1] != "A" else "B")) == 410
    assert fetched(scene.admin, "") == 410
    assert client.get(path, params={"token": token}).status_code == 401
    stranger = make_scene(client).admin
    assert fetched(stranger, token) == 404
    now = signing.time.time()
    monkeypatch.setattr(signing.time, "time", lambda: now + 24 * 3600 + 1)
    assert fetched(scene.admin, token) == 410


def test_a_person_confirms_first_and_a_machine_need_not(scene: Scene, client: TestClient) -> None:
    from django.utils import timezone

    from netz.core.api import context

    headers = sign_in(client, scene.admin)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(context, "STEP_UP", timezone.timedelta(seconds=-1))
        refused = client.post("/api/v2/workspace/exports", json={}, headers=headers)
    assert (refused.status_code, refused.json()["code"]) == (403, "access.step_up_needed")
    assert client.post("/api/v2/workspace/exports", json={}, headers=headers).status_code == 202


def test_who_acts_for_some_companies_alone_takes_nothing(scene: Scene, client: TestClient) -> None:
    held = [Permission.WORKSPACE_EXPORT, Permission.DOCUMENTS_READ]
    person = add_person(scene.world, "limited", Role.AGENT, permissions=held)
    headers = person.headers
    with tenant(scene.world.id):
        Member.objects.filter(pk=person.member.pk).update(limited_to_companies=True)
        CompanyGrant.objects.create(
            workspace_id=scene.world.id, member=person.member, company=scene.world.company
        )
    refused = client.post("/api/v2/workspace/exports", json={}, headers=headers)
    assert (refused.status_code, refused.json()["code"]) == (403, "export.limited")


def test_the_same_key_starts_one_export(scene: Scene, client: TestClient) -> None:
    headers = scene.admin.headers | {"Idempotency-Key": "once"}
    first = client.post("/api/v2/workspace/exports", json={}, headers=headers)
    again = client.post("/api/v2/workspace/exports", json={}, headers=headers)
    assert first.json() == again.json()
    assert again.headers["idempotency-replayed"] == "true"


def test_old_files_go_and_the_trail_keeps_who_took_what(scene: Scene) -> None:
    export_id = ready_export(scene)
    download(scene, export_id)
    tidy_exports(scene.world.id)
    assert [path.suffix for path in files(scene)] == [".zip"], "its days are not over"
    stray = SHELF.folder_of(scene.world.id) / f"{export_id}.dead.part"
    stray.touch()
    with tenant(scene.world.id):
        row = WorkspaceExport.objects.get(pk=export_id)
        WorkspaceExport.objects.filter(pk=export_id).update(expires_at=row.created_at)
    tidy_exports(scene.world.id)
    assert state_of(scene.world, export_id).state == "expired"
    assert files(scene) == []
    with tenant(scene.world.id):
        actions = set(Entry.objects.filter(action__startswith="workspace.").values_list("action"))
    assert {("workspace.export",), ("workspace.export_ready",), ("workspace.export_link",)} <= (
        actions
    )
    assert ("workspace.download",) in actions

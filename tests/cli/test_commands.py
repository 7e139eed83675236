"""The command line, as a person types it."""

import json
import secrets
from pathlib import Path

import pytest
from click.testing import Result
from starlette.testclient import TestClient
from typer.testing import CliRunner

from netz.cli.failures import CommandError, sentence
from netz.cli.main import app
from netz.core.errors import NotFound
from tests.factories import World, make_world
from tests.knowledge.test_documents_api import VPN


def netz(*arguments: str, world: World | None = None) -> Result:
    """Runs a command; with a world, in its workspace."""
    where = ["--workspace", slug_of(world)] if world else []
    return CliRunner().invoke(app, [*arguments, *where])


def slug_of(world: World) -> str:
    """The workspace's short name."""
    from netz.core.db import tenant
    from netz.workspaces.queries import current_workspace

    with tenant(world.id):
        return current_workspace(world.actor).slug


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two files, one of them bad."""
    root = tmp_path / "docs"
    root.mkdir()
    (root / "vpn.md").write_text(VPN, encoding="utf-8")
    (root / "vide.txt").touch()
    (root / ".hidden").write_text("secret", encoding="utf-8")
    return root


def test_a_folder_is_ingested_and_its_bad_file_named(folder: Path) -> None:
    world = make_world()
    done = netz("ingest", str(folder), "--json", "--audience", "public", world=world)
    assert done.exit_code == 1, "one file failed"
    report = json.loads(done.stdout)
    assert report["ready"] == ["docs/vpn.md"]
    assert [failure["path"] for failure in report["failed"]] == ["docs/vide.txt"]
    again = netz("ingest", str(folder / "vpn.md"), "--json", world=world)
    assert again.exit_code == 0
    same = netz("ingest", str(folder), "--json", world=world)
    assert "docs/vpn.md" in json.loads(same.stdout)["unchanged"]
    shown = netz("ingest", str(folder), world=world)
    assert "1 failed" in shown.stdout


def test_files_can_be_left_to_a_worker(folder: Path) -> None:
    world = make_world()
    done = netz("ingest", str(folder / "vpn.md"), "--no-wait", "--json", world=world)
    assert json.loads(done.stdout)["queued"] == ["vpn.md"]


def test_searching_and_asking_print_what_the_api_says(folder: Path) -> None:
    world = make_world()
    netz("ingest", str(folder), world=world)
    found = json.loads(netz("search", "installer vpn", "--json", world=world).stdout)
    assert found["results"][0]["path"] == "docs/vpn.md"
    assert "vpn.md" in netz("search", "installer vpn", world=world).stdout
    assert "Nothing found" in netz("search", "zorglub", world=world).stdout
    answer = json.loads(netz("ask", "Comment installer le VPN ?", "--json", world=world).stdout)
    assert answer["status"] == "answered"
    assert answer["citations"][0]["path"] == "docs/vpn.md"
    assert "[1]" in netz("ask", "Comment installer le VPN ?", world=world).stdout


def test_a_key_from_the_command_line_opens_the_api(client: TestClient) -> None:
    world = make_world()
    made = json.loads(netz("apikey", "create", "--json", "--days", "2", world=world).stdout)
    bearer = {"Authorization": f"Bearer {made['key']}"}
    assert client.get("/api/v2/me", headers=bearer).json()["credential"] == "api_key"
    narrow = netz("apikey", "create", "--scope", "search.use", world=world).stdout.strip()
    refused = client.get("/api/v2/me", headers={"Authorization": f"Bearer {narrow}"})
    assert refused.status_code == 403
    assert netz("apikey", "create", "--scope", "everything", world=world).exit_code == 2


def test_a_workspace_is_made_with_its_first_admin(client: TestClient) -> None:
    email = f"{secrets.token_hex(4)}@example.com"
    made = netz(
        "workspace",
        "create",
        *("--name", f"Infogérance {email}", "--email", email, "--admin-name", "Zoé"),
        *("--password", "une phrase bien longue 7", "--json"),
    )
    assert made.exit_code == 0, made.output
    slug = json.loads(made.stdout)["slug"]
    key = CliRunner().invoke(app, ["apikey", "create", "-w", slug]).stdout.strip()
    me = client.get("/api/v2/me", headers={"Authorization": f"Bearer {key}"}).json()
    assert me["user"]["email"] == email
    assert me["member"]["role"] == "admin"


def founding(email: str, password: str) -> list[str]:
    """The arguments that make a workspace."""
    who = ["--name", "X", "--email", email, "--admin-name", "Y", "--password", password]
    return ["workspace", "create", *who]


@pytest.mark.parametrize(
    "arguments",
    [
        ["ingest", "/no/such/place"],
        ["search", "x", "--workspace", "no-such-workspace"],
        founding("not-an-address", "une phrase bien longue 7"),
        founding("a@b.fr", "x"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(arguments: list[str]) -> None:
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 1
    assert isinstance(done.exception, CommandError)
    assert sentence(done.exception)


def test_business_errors_and_a_full_disk_are_sentences_too() -> None:
    assert "Not found" in sentence(NotFound())
    assert "disk is full" in sentence(OSError(28, "No space left on device"))


def test_doctor_says_that_all_is_well_to_people_and_machines() -> None:
    found = json.loads(netz("doctor", "--json").stdout)
    by_name = {check["name"]: check for check in found["checks"]}
    assert by_name["isolation"]["ok"]
    assert by_name["schema"]["found"] == "up to date"
    assert "isolation" in netz("doctor").stdout


def test_migrating_twice_changes_nothing() -> None:
    done = netz("migrate")
    assert done.exit_code == 0
    assert "up to date" in done.stdout

"""`netz serve` and its failures, as the person at the keyboard meets them."""

import json
import os
import shutil
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import psycopg
import pytest

from netz.core.embedded import EmbeddedPostgres
from tests.config.installation import Installation, found

pytestmark = pytest.mark.slow
FILES = 30


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Installation, str]]:
    """A running installation with a workspace and its admin's key."""
    installation = Installation(tmp_path_factory.mktemp("i") / "d")
    try:
        installation.start()
        yield installation, found(installation)
    finally:
        installation.close()


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Installation]:
    """An installation that was never started."""
    installation = Installation(tmp_path / "d")
    yield installation
    installation.close()


def one_sentence(done: object) -> str:
    """What the command said when it could not go on."""
    assert done.returncode == 1, done  # type: ignore[attr-defined]  # a finished process
    lines = done.stderr.strip().splitlines()  # type: ignore[attr-defined]  # a finished process
    assert len(lines) == 1, lines
    assert lines[0].startswith("netz: ")
    assert "Traceback" not in lines[0]
    return str(lines[0])


def wait_until_read(installation: Installation, key: str, count: int, seconds: float = 90) -> list:
    """The documents, once none is on its way any more."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        response = installation.call("GET", "/documents?limit=200", key)
        if response.status_code == 200:
            items = response.json()["items"]
            assert len(items) == count
            if all(item["status"] in ("ready", "failed") for item in items):
                return list(items)
        time.sleep(0.5)
    raise TimeoutError(str([item["status"] for item in items]))


def test_postgresql_killed_in_mid_ingest_loses_and_doubles_nothing(
    served: tuple[Installation, str],
) -> None:
    installation, key = served
    assert installation.status("/healthz") == installation.status("/readyz") == 200
    acknowledged: dict[str, str] = {}
    for number in range(FILES):
        if number == FILES // 2:
            os.kill(installation.postmaster, signal.SIGKILL)
        text = f"# Fiche {number}\n\nLa fiche {number} parle du rouage{number} et de la consigne."
        name = f"fiche{number}.md"
        for _ in range(40):
            try:
                response = installation.call(
                    "POST", "/documents", key, files={"file": (name, text.encode())}
                )
            except httpx.HTTPError:
                response = None
            if response is not None and response.status_code == 202:
                acknowledged[name] = response.json()["id"]
                break
            assert response is None or response.status_code == 503, response.text
            time.sleep(0.5)
    assert len(acknowledged) == FILES
    items = wait_until_read(installation, key, FILES)
    assert {item["path"]: item["id"] for item in items} == acknowledged
    assert {item["status"] for item in items} == {"ready"}
    assert {item["passages"] for item in items} == {1}
    for number in (0, FILES // 2 - 1, FILES // 2, FILES - 1):
        hits = installation.call("POST", "/search", key, json={"query": f"rouage{number}"})
        paths = [hit["path"] for hit in hits.json()["results"]]
        assert paths[0] == f"fiche{number}.md"
        assert len(set(paths)) == len(paths), "a document is found twice"
    with psycopg.connect(installation.owner_dsn()) as connection:
        for table in ("knowledge_passage", "search_passage", "knowledge_version"):
            rows = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
            assert rows == (FILES,), table


def test_the_doctor_finds_nothing_wrong(served: tuple[Installation, str]) -> None:
    installation, _ = served
    report = json.loads(installation.run("doctor", "--json").stdout)
    wrong = {check["name"] for check in report["checks"] if not check["ok"]}
    assert wrong <= {"web client"}
    names = {check["name"] for check in report["checks"]}
    assert {"python", "disk", "database", "schema", "isolation", "jobs"} <= names


def test_a_busy_port_is_one_sentence(served: tuple[Installation, str], tmp_path: Path) -> None:
    installation, _ = served
    other = Installation(tmp_path / "d")
    other.port = installation.port
    assert f"Port {installation.port}" in one_sentence(other.run("serve"))
    assert not other.data_dir.exists(), "nothing was begun"


def test_ctrl_c_stops_everything_and_the_next_start_finds_the_data(
    served: tuple[Installation, str],
) -> None:
    installation, key = served
    before = installation.call("GET", "/documents?limit=200", key).json()["items"]
    assert len(installation.processes()) > 3
    assert installation.interrupt() == 0
    assert installation.processes() == []
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", installation.port))
    assert installation.start() < 30
    after = installation.call("GET", "/documents?limit=200", key).json()["items"]
    assert after == before


def test_data_of_a_newer_version_is_left_alone(served: tuple[Installation, str]) -> None:
    installation, key = served
    with psycopg.connect(installation.owner_dsn(), autocommit=True) as connection:
        connection.execute(
            "INSERT INTO django_migrations (app, name, applied)"
            " VALUES ('knowledge', '9999_later', now())"
        )
    try:
        assert installation.interrupt() == 0
        said = one_sentence(installation.run("serve"))
        assert "newer version" in said
        assert "9999_later" in said
        assert installation.processes() == []
        assert "newer version" in one_sentence(installation.run("migrate"))
    finally:
        # The embedded PostgreSQL alone, for the statement that makes the data ours again.
        embedded = EmbeddedPostgres(installation.data_dir)
        with psycopg.connect(embedded.start().owner, autocommit=True) as connection:
            connection.execute("DELETE FROM django_migrations WHERE name = '9999_later'")
        embedded.stop()
    installation.start()
    assert len(installation.call("GET", "/documents?limit=200", key).json()["items"]) == FILES


def test_a_directory_that_cannot_be_written_is_one_sentence(fresh: Installation) -> None:
    # A file where a directory is to be: root may write anywhere else.
    fresh.data_dir.write_text("taken")
    assert str(fresh.data_dir) in one_sentence(fresh.run("serve"))
    assert fresh.data_dir.read_text() == "taken"
    assert fresh.processes() == []


def test_a_full_disk_is_one_sentence_and_nothing_is_begun(
    fresh: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    from netz.config import supervisor
    from netz.config.bootstrap import BootstrapError

    usage = type("usage", (), {"free": 10 * 2**20})
    monkeypatch.setattr(supervisor.shutil, "disk_usage", lambda _: usage)
    with pytest.raises(BootstrapError, match="10 MB are free"):
        supervisor._require_space(fresh.data_dir)
    assert not fresh.data_dir.exists()
    assert shutil.disk_usage is supervisor.shutil.disk_usage


@pytest.mark.parametrize(
    ("variables", "named"),
    [
        ({"PORT": "99999"}, "port"),
        ({"PORT": "abc"}, "port"),
        ({"DATABASE_URL": "postgresql://nobody@127.0.0.1:9/x"}, "DATABASE_URL"),
        ({"DATABASE_URL": "nonsense"}, "DATABASE_URL"),
    ],
)
def test_a_wrong_setting_is_one_sentence(
    fresh: Installation, variables: dict[str, str], named: str
) -> None:
    assert named.lower() in one_sentence(fresh.run("serve", **variables)).lower()
    assert fresh.processes() == []


def test_a_superuser_s_database_url_migrates_and_the_program_runs_as_its_own_role(
    tmp_path: Path,
) -> None:
    server = EmbeddedPostgres(tmp_path / "server")
    owner = psycopg.conninfo.conninfo_to_dict(server.start().owner)
    superuser = psycopg.conninfo.make_conninfo(**owner | {"user": "postgres", "dbname": "postgres"})
    external = Installation(
        tmp_path / "d", DATABASE_URL=psycopg.conninfo.make_conninfo(superuser, dbname="elsewhere")
    )
    try:
        with psycopg.connect(superuser, autocommit=True) as connection:
            connection.execute("CREATE DATABASE elsewhere")
        external.start()
        key = found(external)
        assert external.call("GET", "/me", key).status_code == 200
        report = json.loads(external.run("doctor", "--json").stdout)
        isolation = next(check for check in report["checks"] if check["name"] == "isolation")
        assert isolation["ok"] is True
        with psycopg.connect(superuser) as connection:
            users = connection.execute(
                "SELECT DISTINCT usename FROM pg_stat_activity"
                " WHERE datname = 'elsewhere' AND application_name = 'netz-live'"
            ).fetchall()
        assert users == [("netz_app",)]
        assert not (external.data_dir / "postgres").exists()
        assert external.interrupt() == 0
    finally:
        external.close()
        server.stop()

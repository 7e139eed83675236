"""A whole installation in a directory of its own, run as its users run it."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx
import psutil
import psycopg

# What pytest's own installation set for itself must not reach this one.
_OURS = ("NETZ_", "DATABASE_URL", "DATA_DIR", "XDG_RUNTIME_DIR", "PORT", "DJANGO_")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Installation:
    """One data directory, one port, and `netz serve` on them."""

    def __init__(self, data_dir: Path, **variables: str) -> None:
        self.data_dir = data_dir
        self.port = free_port()
        self.variables = variables
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        """The environment of its commands."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(_OURS)}
        own = {"DATA_DIR": str(self.data_dir), "PORT": str(self.port), "NETZ_DEMO": "false"}
        return kept | own | {"NETZ_LOG_LEVEL": "WARNING"} | self.variables

    def run(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """One command, to its end."""
        return subprocess.run(
            [sys.executable, "-m", "netz.cli", *arguments],
            env=self.environment | variables,
            capture_output=True,
            text=True,
            timeout=90,
        )

    def start(self) -> float:
        """`netz serve`, until it answers; returns the seconds that took."""
        started = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "netz.cli", "serve"],
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=(self.data_dir.parent / "serve.log").open("ab"),
        )
        while time.monotonic() < started + 60:
            assert self.process.poll() is None, (self.data_dir.parent / "serve.log").read_text()
            if self.status("/readyz") == 200:
                return time.monotonic() - started
            time.sleep(0.1)
        raise TimeoutError("not ready within a minute")

    def status(self, path: str) -> int:
        """The status of an address; 0 when nobody answers."""
        try:
            return httpx.get(f"http://127.0.0.1:{self.port}{path}", timeout=5).status_code
        except httpx.HTTPError:
            return 0

    def call(self, method: str, path: str, key: str, **options: Any) -> httpx.Response:
        """A request to the API with a key."""
        return httpx.request(
            method,
            f"http://127.0.0.1:{self.port}/api/v2{path}",
            headers={"Authorization": f"Bearer {key}"},
            timeout=10,
            **options,
        )

    def interrupt(self) -> int:
        """Ctrl-C; the exit code."""
        assert self.process is not None
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=30)

    def processes(self) -> list[psutil.Process]:
        """Every process of this data directory: ours by environment, PostgreSQL's by directory."""
        found = []
        for process in psutil.process_iter():
            with contextlib.suppress(psutil.Error):
                mine = process.environ().get("DATA_DIR") == str(self.data_dir)
                if mine or str(self.data_dir) in " ".join(process.cmdline()):
                    found.append(process)
        return [one for one in found if one.pid != os.getpid()]

    @property
    def postmaster(self) -> int:
        """PostgreSQL's first process."""
        return int((self.data_dir / "postgres/postmaster.pid").read_text().splitlines()[0])

    def owner_dsn(self) -> str:
        """The owner's connection, while the installation runs."""
        lines = (self.data_dir / "postgres/postmaster.pid").read_text().splitlines()
        secrets = json.loads((self.data_dir / "secrets.json").read_text())
        return psycopg.conninfo.make_conninfo(
            host=lines[4],
            port=lines[3],
            dbname="netz",
            user="netz_owner",
            password=secrets["owner_password"],
        )

    def close(self) -> None:
        """Ends whatever a failed test left running."""
        if self.process is not None and self.process.poll() is None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.interrupt()
        for process in self.processes():
            with contextlib.suppress(psutil.Error):
                process.kill()


# Makes a workspace with an admin's key; run by the installation's own Python.
FOUND = """
from netz.config.bootstrap import bootstrap
postgres = bootstrap()
from django.db import transaction
from netz.accounts.models import User
from netz.core.db import tenant
from netz.workspaces.services import create_api_key, found_workspace
with transaction.atomic():
    user = User.objects.create_user("admin@example.com", "correct-horse-7-battery", name="A")
    workspace, actor = found_workspace(name="Essai", slug="essai", admin=user)
with tenant(workspace.id):
    print(create_api_key("k", scopes=None, expires_at=None, actor=actor)[1])
if postgres is not None:
    postgres.stop()
"""


def found(installation: Installation) -> str:
    """A workspace in the installation; returns an admin's key."""
    done = subprocess.run(
        [sys.executable, "-c", FOUND],
        env=installation.environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()

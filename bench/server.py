"""The real product, and the bare reference, as processes of their own on free ports."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil  # type: ignore[import-untyped]  # brings no types

from bench.client import Client
from bench.machine import family

_START_SECONDS = 120.0
_STOP_SECONDS = 30.0


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Program:
    """One program that serves HTTP on 127.0.0.1 until it is told to stop."""

    def __init__(self, command: list[str], port: int, environment: dict[str, str]) -> None:
        self.command = command
        self.port = port
        self.own = environment
        self.process: subprocess.Popen[bytes] | None = None
        self.log = tempfile.TemporaryFile()  # noqa: SIM115  # lives as long as the program

    def environment(self) -> dict[str, str]:
        """The caller's environment without its installation, and the program's own settings."""
        foreign = ("NETZ_", "DATABASE_URL", "DATA_DIR", "PORT", "HOST", "BENCH_")
        kept = {k: v for k, v in os.environ.items() if not k.startswith(foreign)}
        return kept | self.own

    def start(self, path: str, key: str = "") -> float:
        """Seconds from the start to the first 200 from `path`. Raises `RuntimeError`."""
        started = time.perf_counter()
        self.process = subprocess.Popen(
            self.command,
            env=self.environment(),
            stdout=self.log,
            stderr=self.log,
            start_new_session=True,
        )
        while time.perf_counter() - started < _START_SECONDS:
            if self.process.poll() is not None:
                break
            with suppress(OSError, ValueError), Client(self.port, key, timeout=5) as client:
                if client.get(path).status == 200:
                    return time.perf_counter() - started
            time.sleep(0.01)
        raise RuntimeError(f"{self.command[-1]} did not start:\n{self.output()}")

    def output(self) -> str:
        """The last lines that the program printed."""
        self.log.seek(0)
        return "\n".join(self.log.read().decode(errors="replace").splitlines()[-30:])

    def stop(self) -> float:
        """Ends it; returns how many seconds that took."""
        if self.process is None:
            return 0.0
        started = time.perf_counter()
        tree = family(self.process.pid)
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            for each in tree:
                with suppress(psutil.NoSuchProcess):
                    each.kill()
            self.process.wait()
        self.process = None
        return time.perf_counter() - started

    @property
    def pid(self) -> int:
        """Its process id."""
        assert self.process is not None, "started"
        return self.process.pid


class Product(Program):
    """`netz serve` in a data directory of its own, with the demo workspace.

    `embeddings` names a model as an installation's setting does; empty for the product's own.
    """

    def __init__(self, data_dir: Path, embeddings: str = "") -> None:
        port = free_port()
        self.data_dir = data_dir
        own = {
            "DATA_DIR": str(data_dir),
            "PORT": str(port),
            "HOST": "127.0.0.1",
            "XDG_RUNTIME_DIR": str(data_dir / "run"),
            "NETZ_DEMO": "true",
            "NETZ_EMBEDDINGS": embeddings,
        }
        super().__init__([sys.executable, "-m", "netz.cli", "serve"], port, own)

    def stop(self) -> float:
        """Ends it; a cluster that outlived its supervisor is ended too."""
        postmaster = None
        with suppress(OSError):
            postmaster = self.postmaster()
        spent = super().stop()
        if postmaster is not None:
            with suppress(psutil.NoSuchProcess):
                # SIGINT is PostgreSQL's quick and clean way down.
                psutil.Process(postmaster).send_signal(signal.SIGINT)
        return spent

    def make_key(self) -> str:
        """An API key of the demo workspace's admin, by the command line."""
        command = [sys.executable, "-m", "netz.cli", "apikey", "create", "--json"]
        done = subprocess.run(command, env=self.environment(), capture_output=True, check=True)
        return str(json.loads(done.stdout)["key"])

    def processes(self) -> list[psutil.Process]:
        """Supervisor, web, worker, extractors and the whole PostgreSQL cluster."""
        return family(self.pid, self.postmaster())

    def postmaster(self) -> int:
        """PostgreSQL's main process, which is nobody's child."""
        lines = (self.data_dir / "postgres" / "postmaster.pid").read_text().splitlines()
        return int(lines[0])

    def role(self, name: str) -> psutil.Process:
        """The process of a role, "web" or "worker": the one of the two that listens is the web."""
        for process in psutil.Process(self.pid).children():
            listens = any(one.status == psutil.CONN_LISTEN for one in process.net_connections())
            if listens is (name == "web"):
                return process
        raise RuntimeError(f"no {name} process runs")


def reference(port: int, *, dsn: str = "", data_dir: Path | None = None) -> Program:
    """The bare endpoint on the product's running database, or on a cluster that it starts."""
    own = {"BENCH_DSN": dsn}
    if data_dir is not None:
        own |= {"DATA_DIR": str(data_dir), "XDG_RUNTIME_DIR": str(data_dir / "run")}
    return Program([sys.executable, "-m", "bench.reference", str(port)], port, own)


@contextmanager
def fresh_dir() -> Iterator[Path]:
    """A data directory that goes with the block."""
    folder = Path(tempfile.mkdtemp(prefix="netz-bench-"))
    folder.chmod(0o755)  # PostgreSQL runs as another user when the bench runs as root
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)

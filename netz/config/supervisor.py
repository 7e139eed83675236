"""`netz serve`: one command that runs the database, the web process and the worker."""

import gc
import multiprocessing
import os
import shutil
import signal
import socket
import sys
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection
from importlib import import_module
from multiprocessing.context import ForkProcess
from pathlib import Path

from netz.config.bootstrap import BootstrapError, bootstrap
from netz.config.env import Environment, environment
from netz.core.embedded import EmbeddedPostgres
from netz.core.failures import ExpectedFailure

MIN_FREE_MB = 200
_STOP_SECONDS = 12.0


# A fork has all modules loaded already and shares their memory: a start costs milliseconds, where
# an interpreter of its own would import everything again.
_fork = multiprocessing.get_context("fork")


@dataclass(slots=True)
class Child:
    """A child process that is started again when it dies, ever more slowly."""

    role: str
    process: ForkProcess | None = None
    deaths: int = 0
    due: float = field(default_factory=time.monotonic)

    def start(self) -> None:
        """Starts the role as a fork of this process, which has no thread and no open connection."""
        from django.db import connections

        connections.close_all()
        self.process = _fork.Process(target=_run, args=(self.role,), name=f"netz-{self.role}")
        self.process.start()

    def look_after(self) -> None:
        """Starts it again after a death, when its pause is over."""
        if self.process is not None and not self.process.is_alive():
            self.deaths += 1
            self.due = time.monotonic() + min(0.5 * 2**self.deaths, 30)
            self.process = None
        if self.process is None and time.monotonic() >= self.due:
            self.start()


def _run(role: str) -> None:
    """The child's life: a process group of its own, so that Ctrl-C reaches the supervisor alone."""
    os.setpgid(0, 0)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    from netz.config import processes

    try:
        {"web": processes.run_web, "worker": processes.run_worker}[role]()
    except ExpectedFailure as error:
        sys.stderr.write(f"netz: {error}\n")
        sys.exit(1)


def serve() -> int:
    """Runs everything until SIGINT or SIGTERM; returns the exit code.

    Raises the expected failures (port taken, disk full, newer data …) before anything is started.
    """
    env = environment()
    _require_free_port(env)
    _require_space(env.data_dir)
    # Before the database starts: a signal during set-up must end it cleanly too.
    stopping = _StopFlag()
    postgres = bootstrap()
    children: list[Child] = []
    try:
        _prepare(env)
        children = [Child("web"), Child("worker")]
        for child in children:
            child.start()
        if not _wait_until_ready(env, children[0], stopping):
            return 0 if stopping.set else 1
        _announce(env)
        while not stopping.set:
            _keep_alive(postgres)
            for child in children:
                child.look_after()
            stopping.wait(0.5)
    finally:
        _stop(children)
        if postgres is not None:
            postgres.stop()
    return 0


class _StopFlag:
    """Turns SIGINT and SIGTERM into a flag."""

    def __init__(self) -> None:
        self.set = False
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._ring)

    def _ring(self, *_: object) -> None:
        self.set = True

    def wait(self, seconds: float) -> None:
        """Sleeps that long or until a signal; a signal interrupts the sleep's slices."""
        until = time.monotonic() + seconds
        while not self.set and time.monotonic() < until:
            time.sleep(0.05)


def _prepare(env: Environment) -> None:
    from netz.config.migrate import migrate

    migrate()
    from netz.demo.loader import close_demo, load_demo

    if env.shows_demo:
        load_demo(_say)
    else:
        close_demo(_say)
    # For both children, once; and out of the collector's way, so that its marks unshare no page.
    import_module("netz.config.asgi")
    gc.collect()
    gc.freeze()


def _keep_alive(postgres: EmbeddedPostgres | None) -> None:
    if postgres is not None:
        postgres.ensure_running()


def _require_free_port(env: Environment) -> None:
    with socket.socket(socket.AF_INET6 if ":" in env.host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((env.host, env.port))
        except OSError as error:
            raise BootstrapError(
                f"Port {env.port} on {env.host} cannot be used ({error.strerror}):"
                " stop what uses it, or choose another one with PORT=8001."
            ) from error


def _require_space(data_dir: Path) -> None:
    place = data_dir.resolve()
    while not place.exists():
        place = place.parent
    free = shutil.disk_usage(place).free // 2**20
    if free < MIN_FREE_MB:
        raise BootstrapError(
            f"Only {free} MB are free where DATA_DIR lies ({place}): at least {MIN_FREE_MB} MB"
            " are needed; nothing was changed."
        )


def _wait_until_ready(env: Environment, web: Child, stopping: _StopFlag) -> bool:
    host = "127.0.0.1" if env.host in ("0.0.0.0", "::") else env.host  # noqa: S104  # compared, not bound
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not stopping.set:
        if web.process is None or not web.process.is_alive():
            _say("The web process ended at once; its message stands above.")
            return False
        try:
            connection = HTTPConnection(host, env.port, timeout=2)
            connection.request("GET", "/readyz")
            if connection.getresponse().status == 200:
                return True
        except OSError:
            time.sleep(0.05)
    if not stopping.set:
        _say("The web process did not answer within 60 seconds.")
    return False


def _announce(env: Environment) -> None:
    _say(f"\nNETZ AI  →  {env.address}\n")
    if env.shows_demo:
        from netz.demo.loader import demo_accounts

        for account in demo_accounts():
            _say(f"  {account.role:<6} {account.email:<42} {account.password}")
    _say("\nCtrl-C stops everything; your data stays in " + str(env.data_dir.resolve()))


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _stop(children: list[Child]) -> None:
    alive = [c.process for c in children if c.process is not None and c.process.is_alive()]
    for process in alive:
        process.terminate()
    deadline = time.monotonic() + _STOP_SECONDS
    for process in alive:
        process.join(max(0.1, deadline - time.monotonic()))
        if process.is_alive() and process.pid is not None:
            os.killpg(process.pid, signal.SIGKILL)

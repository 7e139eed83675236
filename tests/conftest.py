"""One real PostgreSQL a test process, migrated as the owner, used as the application's role.

Tests commit like the product does. Each makes a workspace of its own, and row-level security keeps
them apart, so nothing has to be cleaned up between them.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

_data_dir: Path | None = None


def pytest_configure(config: pytest.Config) -> None:
    """Starts the database before any test module imports a model."""
    global _data_dir
    is_controller = not hasattr(config, "workerinput") and config.getoption("numprocesses", None)
    if is_controller or config.option.collectonly:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "netz.config.settings")
        os.environ.setdefault("NETZ_APP_DSN", "dbname=none")
    else:
        _data_dir = Path(tempfile.mkdtemp(prefix="netz-test-"))
        _data_dir.chmod(0o755)
        os.environ.update(DATA_DIR=str(_data_dir), NETZ_DEMO="false", NETZ_LOG_LEVEL="WARNING")
        os.environ["NETZ_ESPEAK"] = "off"  # whatever the machine has installed
        # A worker process inherits what the controller has set, which has no database.
        for name in ("DATABASE_URL", "NETZ_APP_DSN", "NETZ_OWNER_DSN"):
            os.environ.pop(name, None)
        os.environ["XDG_RUNTIME_DIR"] = str(_data_dir / "run")
    from netz.config.bootstrap import bootstrap

    bootstrap()
    if _data_dir is not None:
        from netz.config.migrate import migrate

        migrate()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stops the database and removes its directory."""
    from netz.config import bootstrap

    if _data_dir is not None:
        if bootstrap._embedded is not None:
            bootstrap._embedded.stop()
        shutil.rmtree(_data_dir, ignore_errors=True)


@pytest.fixture(scope="session")
def data_dir() -> Path:
    """The test installation's data directory."""
    assert _data_dir is not None
    return _data_dir


@pytest.fixture(scope="session")
def client() -> Iterator["object"]:
    """The whole application behind an HTTP client, started once."""
    from tests.app import running_app

    with running_app() as running:
        yield running


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says what tests counted."""
    for report in terminalreporter.stats.get("passed", []):
        for name, value in report.user_properties:
            terminalreporter.write_line(f"{name}: {value} ({report.nodeid})")

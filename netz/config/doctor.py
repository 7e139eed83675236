"""`netz doctor`: every dependency and setting, with what to do about each that is not right."""

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass

from pydantic import ValidationError

from netz.config.bootstrap import BootstrapError, bootstrap
from netz.config.env import Environment, environment
from netz.core.embedded import EmbeddedError


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: `advice` is empty when it is as it should be."""

    name: str
    ok: bool
    found: str
    advice: str = ""


def examine() -> list[Check]:
    """All checks, in an order in which the first failure explains the later ones."""
    try:
        env = environment()
    except ValidationError as error:
        wrong = "; ".join(f"{item['loc'][0]}: {item['msg']}" for item in error.errors())
        return [Check("settings", False, wrong, "Correct the environment variable.")]
    checks = [_python(), _disk(env), _client()]
    try:
        bootstrap()
    except (BootstrapError, EmbeddedError, OSError) as error:
        return [*checks, Check("database", False, str(error), "See DATABASE_URL and DATA_DIR.")]
    for look in (_database, _schema, _isolation, _meaning, _worker, _models, _speech):
        checks.append(_guarded(look))
    return checks


def _guarded(look: Callable[[], Check]) -> Check:
    try:
        return look()
    except Exception as error:  # a check must report what it meets, whatever it is
        return Check(look.__name__.strip("_"), False, str(error).strip(), "See the log.")


def _python() -> Check:
    version = ".".join(str(part) for part in sys.version_info[:3])
    return Check(
        "python",
        sys.version_info >= (3, 11),
        version,
        "" if sys.version_info >= (3, 11) else "Use Python 3.11 or newer.",
    )


def _disk(env: Environment) -> Check:
    place = env.data_dir.resolve()
    while not place.exists():
        place = place.parent
    free = shutil.disk_usage(place).free / 2**30
    return Check(
        "disk", free > 1, f"{free:.1f} GB free for DATA_DIR", "" if free > 1 else "Free some space."
    )


def _client() -> Check:
    from netz.config.client import DIST

    built = (DIST / "index.html").exists()
    return Check(
        "web client", built, "built" if built else "not built", "" if built else "Run make build."
    )


def _database() -> Check:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        version = str(cursor.fetchone()[0])
    new_enough = int(version.split(".")[0]) >= 16
    return Check(
        "database",
        new_enough,
        f"PostgreSQL {version}",
        "" if new_enough else "Use PostgreSQL 16 or newer.",
    )


def _schema() -> Check:
    from django.db import connections
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connections["owner"])
    pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    found = f"{len(pending)} migrations missing" if pending else "up to date"
    return Check("schema", not pending, found, "Run netz migrate." if pending else "")


def _isolation() -> Check:
    from django.db import connection

    from netz.core.schema import weaknesses

    found = weaknesses(connection)
    advice = (
        "Run netz migrate as the owner, and the program as a role that owns nothing and has"
        " neither SUPERUSER nor BYPASSRLS."
    )
    return Check(
        "isolation",
        not found,
        "; ".join(found) or "row-level security is forced",
        advice if found else "",
    )


def _meaning() -> Check:
    from netz.ai.sources import embedder_of, installation_source
    from netz.knowledge.queries import vector_counts

    source = installation_source()
    embedder = embedder_of(source)
    if embedder is None and source.kind in ("endpoint", "onnx"):
        return Check("vectors", False, "NETZ_EMBEDDINGS names no usable model", "Correct it.")
    found = embedder.name if embedder else "no model: search by words only"
    counts = vector_counts()
    states = ", ".join(f"{count} {state}" for state, count in sorted(counts.items()))
    return Check(
        "vectors",
        not counts.get("failed"),
        f"{found}; {states or 'none made yet'}",
        "See Settings, Models, in the workspace." if counts.get("failed") else "",
    )


def _worker() -> Check:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FILTER (WHERE status = 'todo'),"
            " count(*) FILTER (WHERE status = 'failed')"
            " FROM procrastinate_jobs"
        )
        waiting, failed = cursor.fetchone()
    return Check("jobs", True, f"{waiting} waiting, {failed} failed")


def _models() -> Check:
    from netz.ai.queries import environment_problems, environment_specs

    problems = environment_problems()
    if problems:
        return Check("models", False, "; ".join(problems), "Correct the NETZ_MODEL_… variables.")
    names = [spec.name for spec in environment_specs()]
    return Check("models", True, ", ".join(names) or "none in the environment: extractive answers")


def _speech() -> Check:
    from netz.ai.voices import voices

    here = voices()
    if here.problems:
        advice = "Correct the NETZ_TRANSCRIPTION_… and NETZ_SPEECH_… variables."
        return Check("speech", False, "; ".join(here.problems), advice)
    listens = here.transcription.host if here.transcription else "browsers alone"
    speaks = here.speech.host if here.speech else ("espeak-ng" if here.espeak else "devices alone")
    return Check("speech", True, f"dictation: {listens}; reading aloud: {speaks}")


def show(checks: list[Check], *, as_json: bool) -> None:
    """Prints the checks for a person or a machine."""
    if as_json:
        sys.stdout.write(
            json.dumps({"ok": all(c.ok for c in checks), "checks": [asdict(c) for c in checks]})
            + "\n"
        )
        return
    from rich.console import Console
    from rich.table import Table

    table = Table("", "check", "found", "what to do")
    for check in checks:
        table.add_row("[green]✓" if check.ok else "[red]✗", check.name, check.found, check.advice)
    Console().print(table)

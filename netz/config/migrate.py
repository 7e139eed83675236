"""Brings the database to this program's schema, then applies isolation; safe to run again."""

from collections.abc import Callable
from pathlib import Path

from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from netz.core.failures import ExpectedFailure
from netz.core.schema import protect

_PACKAGE = Path(__file__).resolve().parents[1]
FUNCTIONS = [
    _PACKAGE / domain / "functions.sql"
    for domain in ("accounts", "workspaces", "audit", "sso", "administration")
]


class NewerSchema(ExpectedFailure):
    """The data was written by a newer version of the program."""


def migrate(report: Callable[[str], None] = lambda _: None) -> None:
    """Migrates as the owner's role. Raises `NewerSchema` and leaves everything as it was."""
    connection = connections["owner"]
    executor = MigrationExecutor(connection)
    known = set(executor.loader.disk_migrations)
    foreign = sorted(set(executor.loader.applied_migrations) - known)
    if foreign:
        raise NewerSchema(
            "The data directory was written by a newer version of NETZ AI"
            f" ({foreign[0][0]}.{foreign[0][1]}): update the program; nothing was changed."
        )
    pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if pending:
        report(f"{len(pending)} migrations")
    # One migrating process at a time, also when several start together.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(7308)")
    try:
        call_command("migrate", database="owner", verbosity=0, interactive=False)
        call_command("createcachetable", database="owner", verbosity=0)
        with connection.cursor() as cursor:
            for path in FUNCTIONS:
                cursor.execute(path.read_text())
        protect(connection)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(7308)")
        connection.close()

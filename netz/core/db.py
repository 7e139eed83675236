"""The tenant of a transaction: set once, locally, and gone with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from psycopg import Cursor

_SET = "SELECT set_config('netz.workspace', %s, true)"


def enter_workspace(workspace_id: UUID) -> None:
    """Scopes the current transaction to the workspace.

    Raises `RuntimeError` outside a transaction: a session-level setting would leak to the next
    user of a pooled connection.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a workspace is entered inside a transaction only")
    with connection.cursor() as cursor:
        cursor.execute(_SET, [str(workspace_id)])


@contextmanager
def tenant(workspace_id: UUID) -> Iterator[None]:
    """A transaction in which row-level security shows this workspace and nothing else."""
    with transaction.atomic():
        enter_workspace(workspace_id)
        yield
        # An outer transaction (a loader, say) goes on: it must not keep the scope. After a failure
        # the rollback takes the setting with it.
        with connection.cursor() as cursor:
            cursor.execute(_SET, [""])


def rows_of(sql: str, params: Any) -> list[tuple[Any, ...]]:
    """Runs one statement in the current transaction and returns its rows.

    For the few statements that every request or answer needs: PostgreSQL keeps their plans for
    the life of the connection, where Django's cursors have each one parsed and planned again.
    """
    connection.ensure_connection()
    with connection.wrap_database_errors, Cursor(connection.connection) as cursor:
        cursor.execute(sql.encode(), params, prepare=True)
        return cursor.fetchall()

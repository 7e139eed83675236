"""Reads the rows of an export, a batch at a time, each in a transaction of the workspace."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.db import connection

from netz.administration.export.contents import TABLES, Kept
from netz.core.db import tenant
from netz.core.schema import TenantTable, tenant_tables

BATCH = 500
_FIRST = UUID(int=0)


class ForgottenTable(RuntimeError):  # noqa: N818  # a mistake of ours, not a state
    """A table of a tenant that `contents` does not name."""


def wanted_tables(*, passages: bool) -> list[tuple[TenantTable, Kept]]:
    """The tables to export, in the order of `contents`. Raises `ForgottenTable`."""
    known = {table.name: table for table in tenant_tables()}
    if forgotten := known.keys() - TABLES.keys():
        raise ForgottenTable(", ".join(sorted(forgotten)))
    return [
        (known[name], kept)
        for name, kept in TABLES.items()
        if isinstance(kept, Kept) and (passages or not kept.only_if_asked)
    ]


def count(workspace_id: UUID, table: TenantTable, until: datetime) -> int:
    """How many rows there are of those written until then."""
    with tenant(workspace_id), connection.cursor() as cursor:
        cursor.execute(
            f'SELECT count(*) FROM "{table.name}" t WHERE {_MINE.format(t=table)}',  # noqa: S608  # names of our own
            [workspace_id, until],
        )
        return int(cursor.fetchone()[0])


_MINE = "t.{t.column} = %s AND t.created_at <= %s"


def lines(
    workspace_id: UUID, table: TenantTable, kept: Kept, until: datetime
) -> Iterator[list[str]]:
    """Batches of JSON lines of the rows written until then.

    What row-level security does for every reader, the statement asks for as well.
    """
    more = f" || jsonb_build_object({kept.more})" if kept.more else ""
    sql = (
        f"SELECT t.id, ((to_jsonb(t) - %s::text[]){more})::text"  # noqa: S608  # names of our own
        f' FROM "{table.name}" t {kept.joins}'
        f" WHERE {_MINE.format(t=table)} AND t.id > %s ORDER BY t.id LIMIT {BATCH}"
    )
    last = _FIRST
    while True:
        with tenant(workspace_id), connection.cursor() as cursor:
            without = [*kept.without, "workspace_id"]
            cursor.execute(sql, [without, workspace_id, until, last])
            rows = cursor.fetchall()
        if not rows:
            return
        yield [row[1] for row in rows]
        last = rows[-1][0]

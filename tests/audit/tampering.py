"""What somebody with the owner's rights in the database could do to a trail."""

from collections.abc import Callable
from typing import Any

from django.db import connections, transaction

from netz.audit.models import Entry
from netz.audit.services import record
from netz.core.db import tenant
from netz.core.ids import new_id
from tests.factories import World, make_world

ROWS = 6


def make_trail() -> tuple[World, list[Entry]]:
    """A workspace, and the rows that its test adds to the trail, the oldest first."""
    world = make_world()
    for number in range(ROWS):
        with tenant(world.id):
            record(world.actor, "test.step", after={"number": number, "name": "Zoé"})
    with tenant(world.id):
        rows = list(Entry.objects.filter(action="test.step").order_by("created_at"))
    return world, rows


def as_owner(sql: str, *params: Any) -> None:
    """One statement with the owner's rights, the chain's trigger switched off."""
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute("ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_chain")
        cursor.execute(sql, params)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_chain")


def place_of(entry: Entry) -> int:
    """The entry's number in its chain."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT seq FROM audit_link WHERE id = %s", [entry.id])
        return int(cursor.fetchone()[0])


def _set(column: str, value: Any) -> Callable[[list[Entry]], None]:
    return lambda rows: as_owner(
        f"UPDATE audit_entry SET {column} = %s WHERE id = %s", value, rows[2].id
    )


def _swap(rows: list[Entry]) -> None:
    """Two rows trade places, links and all."""
    first, second = place_of(rows[2]), place_of(rows[3])
    for entry, seq in ((rows[2], -1), (rows[3], first), (rows[2], second)):
        as_owner("UPDATE audit_link SET seq = %s WHERE id = %s", seq, entry.id)


def _insert(rows: list[Entry]) -> None:
    as_owner(
        "INSERT INTO audit_entry (id, created_at, workspace_id, credential, credential_id,"
        " request_id, action, target_kind) SELECT %s, created_at, workspace_id, 'session', '', '',"
        " 'test.forged', '' FROM audit_entry WHERE id = %s",
        new_id(),
        rows[2].id,
    )


def _remove_with_link(rows: list[Entry]) -> None:
    as_owner("DELETE FROM audit_entry WHERE id = %s", rows[2].id)
    as_owner("DELETE FROM audit_link WHERE id = %s", rows[2].id)


def _close_gap(rows: list[Entry]) -> None:
    """The row goes, and those after it move up."""
    seq = place_of(rows[2])
    _remove_with_link(rows)
    as_owner(
        "UPDATE audit_link SET seq = -seq WHERE workspace_id = %s AND seq > %s",
        rows[2].workspace_id,
        seq,
    )
    as_owner("UPDATE audit_link SET seq = -seq - 1 WHERE seq < 0")
    as_owner("UPDATE audit_chain SET seq = seq - 1 WHERE workspace_id = %s", rows[2].workspace_id)


def _cut_tail(rows: list[Entry]) -> None:
    for entry in rows[2:]:
        as_owner("DELETE FROM audit_entry WHERE id = %s", entry.id)
        as_owner("DELETE FROM audit_link WHERE id = %s", entry.id)


def _cut_beginning(rows: list[Entry]) -> None:
    """As a pruning would, without one that the trail tells of."""
    workspace, seq = rows[0].workspace_id, place_of(rows[2])
    as_owner(
        "UPDATE audit_chain c SET pruned_seq = l.seq - 1, pruned_hash = (SELECT hash FROM"
        " audit_link p WHERE p.workspace_id = l.workspace_id AND p.seq = l.seq - 1)"
        " FROM audit_link l WHERE l.id = %s AND c.workspace_id = l.workspace_id",
        rows[2].id,
    )
    as_owner(
        "DELETE FROM audit_entry e USING audit_link l WHERE l.id = e.id"
        " AND l.workspace_id = %s AND l.seq < %s",
        workspace,
        seq,
    )
    as_owner("DELETE FROM audit_link WHERE workspace_id = %s AND seq < %s", workspace, seq)


# What is done, which fault it shows as, and how far from the third row's place it is found.
WAYS: dict[str, tuple[Callable[[list[Entry]], None], str, int | None]] = {
    "another action": (_set("action", "test.other"), "changed", 0),
    "another person": (_set("member_id", new_id()), "changed", 0),
    "another name": (_set("actor_name", "X"), "changed", 0),
    "another time": (_set("created_at", "2020-01-01T00:00:00Z"), "changed", 0),
    "another address": (_set("ip", "198.51.100.1"), "changed", 0),
    "another browser": (_set("agent", "X"), "changed", 0),
    "another outcome": (_set("outcome", "refused"), "changed", 0),
    "another content": (_set("after", '{"number": 9}'), "changed", 0),
    "another request": (_set("request_id", "X"), "changed", 0),
    "two rows swapped": (_swap, "changed", 0),
    "a row put in": (_insert, "unchained", None),
    "a row taken out": (
        lambda rows: as_owner("DELETE FROM audit_entry WHERE id = %s", rows[2].id),
        "removed",
        0,
    ),
    "a row taken out with its link": (_remove_with_link, "gap", 0),
    "a row taken out and the gap closed": (_close_gap, "changed", 0),
    "the last rows taken out": (_cut_tail, "tail", 0),
    "the first rows taken out": (_cut_beginning, "pruned", -1),
}

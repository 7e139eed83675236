"""Verifying a workspace's chain: recomputes every hash and names the first row that doesn't fit."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.db import connection

BATCH = 2000
Fault = Literal["changed", "removed", "gap", "unchained", "tail", "pruned"]

# The same text as in migrations/chain_v1.sql, on purpose not read from a function of the database:
# whoever could change rows could have replaced that too.
_TEXT = """jsonb_build_array(
    1, l.seq, e.id, e.workspace_id,
    to_char(e.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    e.member_id, e.actor_name, e.credential, e.credential_id, e.request_id,
    e.ip, e.agent, e.action, e.outcome, e.target_kind, e.target_id,
    e.before, e.after)::text"""
_LINKS = f"""
SELECT l.seq, l.id, l.hash, e.id IS NOT NULL, {_TEXT}, e.created_at, e.action
  FROM audit_link l
  LEFT JOIN audit_entry e ON e.id = l.id AND e.workspace_id = l.workspace_id
 WHERE l.workspace_id = %s AND l.seq > %s AND l.seq <= %s ORDER BY l.seq LIMIT %s
"""  # noqa: S608  # constant text
_UNCHAINED = """
SELECT e.id, e.created_at, e.action FROM audit_entry e
 WHERE e.workspace_id = %s AND NOT EXISTS (
   SELECT FROM audit_link l WHERE l.workspace_id = e.workspace_id AND l.id = e.id)
 ORDER BY e.created_at, e.id LIMIT 1
"""
_BEYOND = "SELECT seq, id FROM audit_link WHERE workspace_id = %s AND seq > %s ORDER BY seq LIMIT 1"
_PRUNING = """
SELECT after->>'seq', after->>'hash' FROM audit_entry
 WHERE workspace_id = %s AND action = 'trail.prune' AND credential = 'system'
"""


@dataclass(frozen=True, slots=True)
class Bad:
    """The first place where the trail is not what was written.

    `changed` the row (or its place) is another; `removed` the row is gone; `gap` its link too;
    `unchained` a row that the chain knows nothing of; `tail` the last rows are gone, or differ
    from the head; `pruned` the beginning is gone without a pruning that says so.
    """

    fault: Fault
    seq: int | None
    entry_id: UUID | None = None
    created_at: datetime | None = None
    action: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What a verification found."""

    checked: int
    seq: int
    hash: str
    pruned_seq: int
    bad: Bad | None = None

    @property
    def ok(self) -> bool:
        """Whether the trail is what was written."""
        return self.bad is None


def verify(workspace_id: UUID) -> Report:
    """Checks the whole chain, inside the workspace's transaction."""
    with connection.cursor() as cursor:
        # No pruning meanwhile; writing goes on, and what comes after the head is left for later.
        cursor.execute(
            "SELECT pg_advisory_xact_lock_shared(hashtextextended('netz.trail:' || %s, 0))",
            [str(workspace_id)],
        )
    head = _row(
        "SELECT seq, hash, pruned_seq, pruned_hash FROM audit_chain WHERE workspace_id = %s",
        [workspace_id],
    )
    seq, found, pruned_seq, pruned_hash = head or (0, b"", 0, b"")
    checked, bad = _walk(workspace_id, pruned_seq, bytes(pruned_hash), seq, bytes(found))
    bad = bad or _around(workspace_id, seq, pruned_seq, bytes(pruned_hash).hex())
    return Report(checked, seq, bytes(found).hex(), pruned_seq, bad)


def hash_at(workspace_id: UUID, seq: int) -> str | None:
    """The chain's hash after the given number of entries; None where none is kept."""
    row = _row(
        "SELECT hash FROM audit_link WHERE workspace_id = %s AND seq = %s"
        " UNION ALL SELECT pruned_hash FROM audit_chain"
        " WHERE workspace_id = %s AND pruned_seq = %s",
        [workspace_id, seq, workspace_id, seq],
    )
    return bytes(row[0]).hex() if row else None


def _walk(
    workspace_id: UUID, start: int, before: bytes, head_seq: int, head_hash: bytes
) -> tuple[int, Bad | None]:
    expected, previous = start + 1, before
    while expected <= head_seq:
        rows = _rows(_LINKS, [workspace_id, expected - 1, head_seq, BATCH])
        for seq, entry_id, kept, exists, text, created_at, action in rows:
            if seq != expected:
                return expected - start - 1, Bad("gap", expected)
            if not exists:
                return expected - start - 1, Bad("removed", seq, entry_id)
            if hashlib.sha256(previous + text.encode()).digest() != bytes(kept):
                return expected - start - 1, Bad("changed", seq, entry_id, created_at, action)
            expected, previous = seq + 1, bytes(kept)
        if not rows:
            break
    if expected <= head_seq:
        return expected - start - 1, Bad("tail", expected)
    if previous != head_hash:
        return expected - start - 1, Bad("tail", head_seq)
    return expected - start - 1, None


def _around(workspace_id: UUID, head: int, pruned_seq: int, pruned_hash: str) -> Bad | None:
    """What the chain itself can't show: rows beside it, and a beginning taken off by hand."""
    if row := _row(_UNCHAINED, [workspace_id]):
        return Bad("unchained", None, *row)
    if pruned_seq and (str(pruned_seq), pruned_hash) not in _rows(_PRUNING, [workspace_id]):
        return Bad("pruned", pruned_seq)
    # The head goes on while we look; behind the newest one there can be nothing.
    newest = _row("SELECT seq FROM audit_chain WHERE workspace_id = %s", [workspace_id])
    if row := _row(_BEYOND, [workspace_id, max(head, newest[0] if newest else 0)]):
        return Bad("tail", *row)
    return None


def _rows(sql: str, params: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def _row(sql: str, params: list[Any]) -> tuple[Any, ...] | None:
    return next(iter(_rows(sql, params)), None)

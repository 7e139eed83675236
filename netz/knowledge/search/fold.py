"""Folding: many small segments become a larger one, and what was removed leaves the index.

Search is right without it and fast with it. Segments are immutable, so that searching, ingesting
and removing go on meanwhile; the work runs in the caller's transaction and may be repeated.
"""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

import numpy as np
from psycopg import Cursor
from psycopg.pq import Format

from netz.knowledge.search import sql
from netz.knowledge.search.blocks import DEAD, POSTING, RUN, Records, read
from netz.knowledge.search.visibility import changed

SEGMENTS = 12  # as many as this are left alone: reading them costs little
FULL = 60_000  # passages of a segment that is not folded again for its size
_TERMS = 5_000  # terms rewritten by one statement


def fold(cursor: Any, workspace_id: UUID) -> int:
    """Folds what is worth it; returns how many segments went into the new one (0: nothing to do).

    Meant for a background job after ingestion. Two at once don't wait: one of them does nothing.
    """
    with Cursor(cursor.connection) as inner:
        inner.format = Format.BINARY
        inner.execute(sql.FOLD_LOCK, [str(workspace_id)])
        if not (inner.fetchone() or (False,))[0]:
            return 0
        inner.execute(sql.FOLD_SEGMENTS, [workspace_id])
        segments = choose(inner.fetchall())
        if segments:
            _rewrite(inner, workspace_id, segments)
        return len(segments)


def choose(sizes: Sequence[Sequence[int]]) -> list[int]:
    """Which segments to fold, given `(segment, passages)` by rising size.

    The small ones, and each larger one that is not much larger than what is folded already: so a
    passage is rewritten a logarithmic number of times.
    """
    open_ones = [(segment, passages) for segment, passages in sizes if passages < FULL]
    if len(open_ones) <= SEGMENTS:
        return []
    chosen: list[int] = []
    total = 0
    for place, (segment, passages) in enumerate(open_ones):
        if place > SEGMENTS // 2 and passages > 2 * total:
            break
        if total + passages > 2 * FULL:
            break
        chosen.append(segment)
        total += passages
    return chosen if len(chosen) > 1 else []


def _rewrite(cursor: Any, workspace_id: UUID, segments: list[int]) -> None:
    cursor.execute(sql.FOLD_STATE, {"workspace": workspace_id, "segments": segments})
    state = cursor.fetchall()
    runs = read(b"".join(data for kind, _, data in state if kind == "s"), RUN)
    changes = [(key, read(data, RUN)) for kind, key, data in state if kind == "c"]
    kept, applied = _settle(runs, changes)
    target = None
    if len(kept):
        cursor.execute(sql.ADD_SEGMENT, [workspace_id, int(kept["count"].sum()), kept.tobytes()])
        (target,) = cursor.fetchone()
    lost = len(kept) < len(runs)
    for terms, data in _postings(cursor, workspace_id, segments, kept if lost else None):
        if target is not None:
            cursor.execute(sql.ADD_POSTINGS, [workspace_id, target, terms, data])
    cursor.execute(sql.REMOVE_POSTINGS, [workspace_id, segments])
    cursor.execute(sql.REMOVE_SEGMENTS, [workspace_id, segments])
    cursor.execute(sql.REMOVE_CHANGES, [workspace_id, applied])


def _settle(runs: Records, changes: Sequence[tuple[int, Records]]) -> tuple[Records, list[int]]:
    """The live runs with the changes in them, and the changes that are thereby done with.

    A change is done with when all the passages it names are in these runs: a version may have
    been indexed in several segments.
    """
    ordered = runs[np.argsort(runs["first"], kind="stable")].copy()
    first = ordered["first"].astype(np.int64)
    parts = [change for _, change in changes]
    every = np.concatenate(parts) if parts else ordered[:0]
    ordered["audience"] = changed(first, ordered["audience"], every)
    done = [key for key, change in changes if all(_held(first, ordered, one) for one in change)]
    live: Records = ordered[ordered["audience"] != DEAD]
    return live, done


def _held(first: Any, ordered: Records, change: Any) -> bool:
    start, count = int(change["first"]), int(change["count"])
    low, high = np.searchsorted(first, (start, start + count))
    return int(ordered["count"][low:high].sum()) == count


def _postings(
    cursor: Any, workspace_id: UUID, segments: list[int], live: Records | None
) -> Iterator[tuple[list[int], list[bytes]]]:
    """The segments' postings together, in batches of terms; only those of `live` runs if given."""
    cursor.execute(sql.FOLD_TERMS, [workspace_id, segments])
    terms = [term for (term,) in cursor.fetchall()]
    for start in range(0, len(terms), _TERMS):
        batch = terms[start : start + _TERMS]
        cursor.execute(sql.FOLD_POSTINGS, [workspace_id, batch, segments])
        rows = [(term, _living(data, live)) for term, data in cursor.fetchall()]
        rows = [(term, data) for term, data in rows if data]
        yield [term for term, _ in rows], [data for _, data in rows]


def _living(data: bytes, live: Records | None) -> bytes:
    if live is None:
        return data
    if not len(live):
        return b""
    records = read(data, POSTING)
    numbers = records["number"].astype(np.int64)
    first = live["first"].astype(np.int64)
    place = np.searchsorted(first, numbers, side="right") - 1
    inside = (place >= 0) & (numbers < first[place] + live["count"][place])
    return bytes(records[inside].tobytes())

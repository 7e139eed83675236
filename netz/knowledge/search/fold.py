"""Folding: many small segments become a larger one, and what was removed leaves the index.

Search is right without it and fast with it. Segments are immutable, so that searching, ingesting
and removing go on meanwhile; the work runs in the caller's transaction and may be repeated.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import numpy as np
from numpy.typing import NDArray
from psycopg import Cursor
from psycopg.pq import Format

from netz.knowledge.search import sql
from netz.knowledge.search.blocks import DEAD, POSTING, RUN, Records, read
from netz.knowledge.search.visibility import changed, reach

SEGMENTS = 12  # as many as this are left alone: reading them costs little
CHANGES = 100  # as many removals and moves are left to be looked up at each search
FULL = 60_000  # passages of a segment that is not folded again for its size
_TERMS = 5_000  # terms rewritten by one statement


@dataclass(frozen=True, slots=True)
class _State:
    """The workspace's segments and changes, by their numbers in rising order."""

    segments: dict[int, Records]
    changes: dict[int, Records]

    def passages(self, segment: int) -> int:
        return int(self.segments[segment]["count"].sum())

    def touched(self) -> list[int]:
        """The segments that a change speaks of."""
        every = _joined(self.changes.values())
        return [segment for segment, runs in self.segments.items() if _spoken_of(runs, every).any()]


def fold(
    cursor: Any, workspace_id: UUID, *, leave: int = SEGMENTS, leave_changes: int = CHANGES
) -> int:
    """Folds what is worth it; returns how many segments were rewritten (0: nothing to do).

    Up to `leave` segments and `leave_changes` changes stay as they are. Meant for a background
    job after ingestion. Two at once don't wait: one of them does nothing.
    """
    with Cursor(cursor.connection) as inner:
        inner.format = Format.BINARY
        inner.execute(sql.FOLD_LOCK, [str(workspace_id)])
        if not (inner.fetchone() or (False,))[0]:
            return 0
        inner.execute(sql.FOLD_STATE, {"workspace": workspace_id})
        rows = inner.fetchall()
        state = _State(
            *(
                {key: read(data, RUN) for sort, key, data in rows if sort == kind}
                for kind in ("s", "c")
            )
        )
        small = _small(state, leave)
        large = state.touched() if len(state.changes) > leave_changes else []
        groups = [small, *([segment] for segment in large if segment not in small)]
        rewritten = [segment for group in groups for segment in group]
        for group in filter(None, groups):
            _rewrite(inner, workspace_id, group, state)
        if rewritten:
            done = _done(state, rewritten)
            inner.execute(sql.REMOVE_CHANGES, [workspace_id, done])
        return len(rewritten)


def _small(state: _State, leave: int) -> list[int]:
    """The segments to make one of: the small ones, and each larger one that is not much larger
    than what is folded already, so that a passage is rewritten a logarithmic number of times."""
    sizes = sorted((state.passages(segment), segment) for segment in state.segments)
    sizes = [(passages, segment) for passages, segment in sizes if passages < FULL]
    if len(sizes) <= leave:
        return []
    chosen: list[int] = []
    total = 0
    for passages, segment in sizes:
        if (len(chosen) > leave // 2 and passages > 2 * total) or total + passages > 2 * FULL:
            break
        chosen.append(segment)
        total += passages
    return chosen if len(chosen) > 1 else []


def _rewrite(cursor: Any, workspace_id: UUID, segments: list[int], state: _State) -> None:
    runs = np.concatenate([state.segments[segment] for segment in segments])
    kept = _settled(runs, list(state.changes.values()))
    target = None
    if len(kept):
        cursor.execute(sql.ADD_SEGMENT, [workspace_id, kept.tobytes()])
        (target,) = cursor.fetchone()
    live = kept if len(kept) < len(runs) else None
    for terms, data in _postings(cursor, workspace_id, segments, live):
        if target is not None:
            cursor.execute(sql.ADD_POSTINGS, [workspace_id, target, terms, data])
    cursor.execute(sql.REMOVE_POSTINGS, [workspace_id, segments])
    cursor.execute(sql.REMOVE_SEGMENTS, [workspace_id, segments])


def _settled(runs: Records, changes: Sequence[Records]) -> Records:
    """The live runs, sorted, with the changes applied."""
    ordered = runs[np.argsort(runs["first"], kind="stable")].copy()
    every = _joined(changes)
    first = ordered["first"].astype(np.int64)
    ordered["audience"] = changed(first, ordered["audience"], every)
    live: Records = ordered[ordered["audience"] != DEAD]
    return live


def _done(state: _State, rewritten: Sequence[int]) -> list[int]:
    """The changes that speak of nothing outside the rewritten segments."""
    others = _joined(runs for segment, runs in state.segments.items() if segment not in rewritten)
    return [key for key, change in state.changes.items() if not _spoken_of(others, change).any()]


def _joined(parts: Iterable[Records]) -> Records:
    return np.concatenate([np.zeros(0, dtype=RUN), *parts])


def _spoken_of(runs: Records, changes: Records) -> NDArray[np.bool_]:
    """For each change, whether any of the runs lies in it."""
    low, high = reach(np.sort(runs["first"].astype(np.int64)), changes)
    found: NDArray[np.bool_] = high > low
    return found


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

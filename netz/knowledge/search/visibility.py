"""Which passages a reader may see, and the statistics of those alone.

Nothing of a passage outside the reader's audiences enters a count, a length or a frequency, so
that a score tells nothing about it.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from netz.knowledge.search.blocks import DEAD, Records

# Above this span of numbers a table by number costs more than looking runs up.
_TABLE_SPAN = 1 << 23


class Visibility:
    """The runs of a workspace, sorted, with what has changed since they were written."""

    def __init__(self, runs: Records, changes: Records, audiences: Sequence[int] | None) -> None:
        order = np.argsort(runs["first"], kind="stable")
        self._first = runs["first"][order].astype(np.int64)
        count = runs["count"][order].astype(np.int64)
        audience = changed(self._first, runs["audience"][order], changes)
        live = audience != DEAD
        seen = live if audiences is None else live & np.isin(audience, np.asarray(audiences, int))
        self._seen = seen
        self._end = self._first + count
        self.everything = bool(seen.all())
        self.passages = int(count[seen].sum())
        self.length = int(runs["length"][order].astype(np.int64)[seen].sum())
        self.base = int(self._first[0]) if len(order) else 0
        self.span = int(self._first[-1] + count[-1]) - self.base if len(order) else 0
        few = self.span <= _TABLE_SPAN
        self._table = self._by_number() if few and not self.everything else None
        self._padded: NDArray[np.bool_] | None = None

    def keep(self, postings: Records) -> Records:
        """The postings of visible passages."""
        if self.everything:
            return postings
        numbers = postings["number"].astype(np.int64)
        if self._table is not None:
            found: Records = postings[self._table[numbers - self.base]]
            return found
        run = np.searchsorted(self._first, numbers, side="right") - 1
        kept: Records = postings[self._seen[run]]
        return kept

    def shows(self, numbers: NDArray[np.uint32]) -> NDArray[np.bool_]:
        """For each number, whether it is a visible passage's; any numbers may be asked for."""
        wanted = numbers.astype(np.int64)
        if not len(self._first):
            return np.zeros(len(wanted), dtype=bool)
        if self.span <= _TABLE_SPAN:
            if self._padded is None:
                table = self._by_number() if self._table is None else self._table
                self._padded = np.pad(table, 1)
            # What lies outside falls on the padding.
            return self._padded.take(wanted - (self.base - 1), mode="clip")
        run = np.searchsorted(self._first, wanted, side="right") - 1
        found: NDArray[np.bool_] = (run >= 0) & self._seen[run] & (wanted < self._end[run])
        return found

    def _by_number(self) -> NDArray[np.bool_]:
        edges = np.zeros(self.span + 1, dtype=np.int8)
        np.add.at(edges, self._first[self._seen] - self.base, 1)
        np.add.at(edges, self._end[self._seen] - self.base, -1)
        return np.cumsum(edges[:-1], dtype=np.int8).astype(bool)


def changed(
    first: NDArray[np.int64], audience: NDArray[np.int32], changes: Records
) -> NDArray[np.int32]:
    """Audiences after the changes, in their order; what is dead stays dead."""
    result = audience.copy()
    low, high = reach(first, changes)
    size = high - low
    # The places low, low + 1, … high - 1 of each change, one change after the other; where one
    # place comes twice, the later assignment stays.
    places = np.repeat(low - np.cumsum(size) + size, size) + np.arange(size.sum())
    new = np.repeat(changes["audience"], size)
    result[places] = new
    result[places[new == DEAD]] = DEAD
    return result


def reach(
    first: NDArray[np.int64], changes: Records
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each change, the places [low, high) of the sorted runs that it speaks of."""
    start = changes["first"].astype(np.int64)
    low = np.searchsorted(first, start).astype(np.int64)
    high = np.searchsorted(first, start + changes["count"]).astype(np.int64)
    return low, high

"""Packed records of the index: postings of a term, runs of passages; and term numbers."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

# A term in a passage: how often it stands in each field, and the length of the passage's text.
POSTING = np.dtype(
    [
        ("number", "<u4"),
        ("length", "<u2"),
        ("text", "u1"),
        ("headings", "u1"),
        ("title", "u1"),
        ("path", "u1"),
    ]
)

# Passages numbered [first, first + count) that share an audience; `length` sums their lengths.
RUN = np.dtype([("first", "<u4"), ("count", "<u4"), ("length", "<u4"), ("audience", "<i4")])

# A word of a passage: its place, and as much of its term's number as tells terms apart there.
WORD = np.dtype([("position", "<u2"), ("term", "<u4")])

DEAD = -1  # the audience of passages that are gone

Records = NDArray[np.void]


@lru_cache(maxsize=131_072)
def term_number(term: str) -> int:
    """A term's key in the index: 64 bits of a hash, so that no dictionary is shared or locked."""
    digest = blake2b(term.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


def short_number(number: int) -> int:
    """The part of a term's number that `WORD` keeps."""
    return number & 0xFFFF_FFFF


def read(data: bytes | memoryview | None, kind: np.dtype[np.void]) -> Records:
    """The records in a packed value; none for NULL."""
    return np.frombuffer(data or b"", dtype=kind)


def pack_runs(passages: Sequence[tuple[int, int]], audience: int) -> bytes:
    """Runs of consecutive numbers out of `(number, length)` of passages of one audience."""
    runs: list[list[int]] = []
    for number, length in sorted(passages):
        if runs and runs[-1][0] + runs[-1][1] == number:
            runs[-1][1] += 1
            runs[-1][2] += length
        else:
            runs.append([number, 1, length])
    records = np.array([(*run, audience) for run in runs], dtype=RUN)
    return records.tobytes()


def pack_postings(records: Iterable[tuple[int, int, int, int, int, int]]) -> bytes:
    """Postings of one term, in the order of `POSTING`'s fields."""
    return np.array(list(records), dtype=POSTING).tobytes()


def pack_words(words: Iterable[tuple[int, int]]) -> bytes:
    """The words of a passage as `(position, term number)`, in order."""
    short = [(min(place, 65_535), short_number(number)) for place, number in words]
    return np.array(short, dtype=WORD).tobytes()

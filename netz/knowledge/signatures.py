"""Vectors in few bytes: eight-bit values for exact comparison, and signs for finding candidates.

A vector is kept as a 32-bit scale and one signed byte a dimension. Its signature is one bit a
dimension, padded to whole words of 64; a long vector is first projected to 512 directions. How
many bits differ tells how near two vectors are, roughly: enough to choose whom to compare exactly.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import shake_256
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

MOST_BITS = 512
_SCALE_BYTES = 4


@dataclass(frozen=True, slots=True)
class Signatures:
    """A block of passage numbers with their signatures: word `i` of each stands in `words[i]`."""

    numbers: NDArray[np.uint32]
    words: NDArray[np.uint64]

    @property
    def size(self) -> int:
        """How many bytes it takes in memory."""
        return self.numbers.nbytes + self.words.nbytes


def word_count(dimensions: int) -> int:
    """How many words of 64 bits a signature has."""
    return -(-min(dimensions, MOST_BITS) // 64)


def record_type(words: int) -> np.dtype[np.void]:
    """A passage's number and signature, as they are packed in a block."""
    return np.dtype([("number", "<u4"), ("bits", "<u8", (words,))])


def pack_vectors(vectors: Floats) -> list[bytes]:
    """Each row as its scale and signed bytes."""
    most = np.abs(vectors).max(axis=1)
    scales: Floats = (np.where(most > 0, most, 1.0) / 127).astype("<f4")
    values = np.rint(vectors / scales[:, None]).astype(np.int8)
    return [scale.tobytes() + row.tobytes() for scale, row in zip(scales, values, strict=True)]


def cosines(packed: Sequence[bytes], vector: Floats) -> Floats:
    """How alike each packed vector and the given one are; all have its dimensions."""
    rows = np.frombuffer(b"".join(packed), dtype=np.int8).reshape(len(packed), -1)
    # The scale is left out: it changes a vector's length, not its direction.
    values = rows[:, _SCALE_BYTES:].astype(np.float32)
    lengths = np.linalg.norm(values, axis=1) * max(float(np.linalg.norm(vector)), 1e-12)
    found: Floats = values @ vector / np.maximum(lengths, np.float32(1e-12))
    return found


def packed_size(dimensions: int) -> int:
    """The bytes of a packed vector."""
    return _SCALE_BYTES + dimensions


def signs(vectors: Floats) -> NDArray[np.uint64]:
    """The signatures of the rows: `(rows, words)`."""
    dimensions = vectors.shape[1]
    if dimensions > MOST_BITS:
        vectors = vectors @ _directions(dimensions)
    bits = np.zeros((len(vectors), 64 * word_count(dimensions)), dtype=bool)
    bits[:, : vectors.shape[1]] = vectors > 0
    found: NDArray[np.uint64] = np.packbits(bits, axis=1, bitorder="little").view("<u8")
    return found


def pack_signatures(numbers: Sequence[int], vectors: Floats) -> bytes:
    """A block of the passages' signatures."""
    found = signs(vectors)
    records = np.zeros(len(numbers), dtype=record_type(found.shape[1]))
    records["number"], records["bits"] = numbers, found
    return records.tobytes()


def read_signatures(data: bytes | memoryview, words: int) -> Signatures:
    """The block, laid out for comparison."""
    records = np.frombuffer(data, dtype=record_type(words))
    return Signatures(
        np.ascontiguousarray(records["number"]), np.ascontiguousarray(records["bits"].T)
    )


def differing(block: Signatures, signature: NDArray[np.uint64]) -> NDArray[np.uint16]:
    """In how many bits each of the block differs from the signature."""
    total = np.zeros(len(block.numbers), dtype=np.uint16)
    for column, word in zip(block.words, signature, strict=True):
        total += np.bitwise_count(column ^ word)
    return total


@lru_cache(maxsize=4)
def _directions(dimensions: int) -> Floats:
    """512 directions out of a hash: signatures in the database must mean the same for ever."""
    data: Any = shake_256(b"netz.signature").digest(dimensions * MOST_BITS // 8)
    bits = np.unpackbits(np.frombuffer(data, dtype=np.uint8)).reshape(dimensions, MOST_BITS)
    found: Floats = bits.astype(np.float32) * 2 - 1
    return found

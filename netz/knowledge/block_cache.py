"""Blocks of signatures that a process has read already: a block never changes, so it stays true.

Only what the reader's own statement has listed is looked up, by workspace, model and block.
"""

from collections import OrderedDict
from collections.abc import Mapping
from threading import Lock
from uuid import UUID

from netz.knowledge.signatures import Signatures

Key = tuple[UUID, str]
Blocks = dict[int, Signatures]

MOST_BYTES = 64 * 2**20


class BlockCache:
    """At most `most` bytes of blocks; those of the index used longest ago go first."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most = most
        self._size = 0
        self._indexes: OrderedDict[Key, Blocks] = OrderedDict()
        self._lock = Lock()

    @property
    def size(self) -> int:
        """How many bytes are held."""
        return self._size

    def held(self, key: Key) -> Mapping[int, Signatures]:
        """The index's blocks that need not be fetched."""
        with self._lock:
            return dict(self._indexes.get(key, {}))

    def keep(self, key: Key, blocks: Mapping[int, Signatures]) -> None:
        """Holds the index's blocks as a reader has just listed them, and no others of it."""
        with self._lock:
            old = self._indexes.pop(key, {})
            self._indexes[key] = dict(blocks)
            self._size += _size(blocks) - _size(old)
            while self._size > self._most:
                self._drop_one()

    def _drop_one(self) -> None:
        key, blocks = next(iter(self._indexes.items()))
        if blocks:
            self._size -= blocks.popitem()[1].size
        if not blocks:
            del self._indexes[key]


def _size(blocks: Mapping[int, Signatures]) -> int:
    return sum(block.size for block in blocks.values())


CACHE = BlockCache()

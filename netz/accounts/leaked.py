"""A compact filter of passwords that everybody tries first, asked without a network.

It is a Bloom filter, built by `scripts/build_leaked_passwords.py`: it knows every password of its
list, and takes about one other in 100,000 for one of them, who is asked for another password.
"""

import hashlib
import math
import struct
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path

FILTER = Path(__file__).parent / "leaked_passwords.bin"
FALSE_POSITIVES = 1e-5
SHORTEST = 6  # shorter words are part of too many good passwords

_HEADER = struct.Struct(">4sQB")  # what it is, bits, hashes
_MAGIC = b"NZL1"
_LEET = str.maketrans("@4301!5$7", "aaeoiisst")


class Leaked:
    """The filter as a container: `word in leaked`."""

    def __init__(self, bits: bytes, size: int, hashes: int) -> None:
        self._bits, self._size, self._hashes = bits, size, hashes

    @classmethod
    def of(cls, words: Iterable[str]) -> "Leaked":
        """A filter that holds these words."""
        known = set(words)
        size = math.ceil(-len(known) * math.log(FALSE_POSITIVES) / math.log(2) ** 2)
        hashes = max(1, round(size / max(len(known), 1) * math.log(2)))
        bits = bytearray((size + 7) // 8)
        for word in known:
            for place in islice(_places(word, size), hashes):
                bits[place >> 3] |= 1 << (place & 7)
        return cls(bytes(bits), size, hashes)

    @classmethod
    def read(cls, path: Path) -> "Leaked":
        """The filter of a file. Raises `ValueError` for a file of another kind."""
        raw = path.read_bytes()
        magic, size, hashes = _HEADER.unpack_from(raw)
        bits = raw[_HEADER.size :]
        if magic != _MAGIC or len(bits) != (size + 7) // 8:
            raise ValueError(f"{path} is no filter of leaked passwords")
        return cls(bits, size, hashes)

    def write(self, path: Path) -> None:
        """Keeps the filter in a file."""
        path.write_bytes(_HEADER.pack(_MAGIC, self._size, self._hashes) + self._bits)

    def __contains__(self, word: str) -> bool:
        places = islice(_places(word, self._size), self._hashes)
        return all(self._bits[place >> 3] & 1 << (place & 7) for place in places)


@lru_cache(maxsize=1)
def leaked() -> Leaked:
    """The filter that ships with the program."""
    return Leaked.read(FILTER)


def is_leaked(password: str) -> bool:
    """Whether the password, or the word that it dresses up (`P@ssword2024!`), is widely known."""
    known = leaked()
    return any(word in known for word in _undressed(password))


def _undressed(password: str) -> set[str]:
    lower = password.lower()
    plain = lower.translate(_LEET)
    words = {lower, plain}
    for word in (lower, lower.strip("0123456789!?.,;:*#$%&+-_=@/ "), plain):
        words.add(word.strip("0123456789!?.,;:*#$%&+-_=@/ "))
        words.add(word.strip("0123456789!?.,;:*#$%&+-_=@/ ").translate(_LEET))
    return {word for word in words if len(word) >= SHORTEST}


def _places(word: str, size: int) -> Iterator[int]:
    digest = hashlib.blake2b(word.encode(), digest_size=16).digest()
    first, step = int.from_bytes(digest[:8]), int.from_bytes(digest[8:]) | 1
    while True:
        yield first % size
        first += step

"""What the index of messages is made of: packed records, and the keys of terms and of scopes."""

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import blake2b
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

# A message that a term stands in, and the second when it was said.
RECORD = np.dtype([("number", "<u4"), ("second", "<u4")])

Records = NDArray[np.void]

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


@lru_cache(maxsize=131_072)
def term_key(term: str) -> int:
    """A term's key: 64 bits of a hash, so that there is no dictionary to keep."""
    digest = blake2b(term.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


def of_member(member_id: UUID) -> int:
    """The key under which all messages of a member's conversations stand."""
    return term_key(f"\0member {member_id}")


def of_company(company_id: UUID | None) -> int:
    """The key under which all messages held for a company, or for none, stand."""
    return term_key(f"\0company {company_id}")


def of_source(document_id: UUID) -> int:
    """The key of the answers that rest on a document."""
    return term_key(f"\0source {document_id}")


def second(moment: datetime) -> int:
    """Seconds since the year 2000; what is older counts as that."""
    return max(int((moment - _EPOCH).total_seconds()), 0)


def pack(records: Iterable[tuple[int, int]]) -> bytes:
    """Records of `(number, second)`."""
    return np.array(list(records), dtype=RECORD).tobytes()


def unpack(data: bytes | memoryview | None) -> Records:
    """The records in a packed value; none for NULL."""
    return np.frombuffer(data or b"", dtype=RECORD)

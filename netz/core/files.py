"""Where uploaded files lie: random names below the data directory, one folder a workspace."""

import hashlib
import os
import secrets
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from django.conf import settings

from netz.core.errors import TooLarge

_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that was written: its key, size in bytes and SHA-256 in hex."""

    key: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class OriginalFile:
    """A file as somebody gave it, by the id of its row and its own name."""

    id: UUID
    filename: str
    path: Path


def _root() -> Path:
    return Path(settings.DATA_DIR) / "files"


def store(
    workspace_id: UUID, source: BinaryIO, *, limit: int, shelf: str | None = None
) -> StoredFile:
    """Copies the stream to disk, durable before it returns. Raises `TooLarge`.

    Files of one `shelf` lie together in a folder of its name, so that they can be gone through.
    """
    key = f"{workspace_id}/{shelf or secrets.token_hex(2)}/{secrets.token_hex(16)}"
    path = _root() / key
    path.parent.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    try:
        with path.open("xb") as target:
            while chunk := source.read(_CHUNK):
                size += len(chunk)
                if size > limit:
                    raise TooLarge(limit=f"{limit // 2**20} MB")
                digest.update(chunk)
                target.write(chunk)
            target.flush()
            os.fsync(target.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return StoredFile(key, size, digest.hexdigest())


def folder_of(workspace_id: UUID) -> Path:
    """Where all files of a workspace lie."""
    return _root() / str(workspace_id)


def path_of(key: str) -> Path:
    """The file's place on disk."""
    return _root() / key


def keys_on(workspace_id: UUID, shelf: str, *, older_than: float) -> list[str]:
    """The keys of the files on a shelf that were written more than so many seconds ago."""
    over, folder = time.time() - older_than, folder_of(workspace_id) / shelf
    found = []
    for path in folder.glob("*"):
        with suppress(OSError):
            if path.stat().st_mtime < over:
                found.append(f"{workspace_id}/{shelf}/{path.name}")
    return found


def remove(key: str) -> None:
    """Deletes the file; a missing one is no error."""
    with suppress(OSError):
        path_of(key).unlink()


def remove_all(keys: Iterable[str]) -> None:
    """Deletes files."""
    for key in keys:
        remove(key)


@contextmanager
def removed_on_failure(stored: StoredFile) -> Iterator[None]:
    """Deletes the file again when the block fails, so that nothing half-made stays."""
    try:
        yield
    except BaseException:
        remove(stored.key)
        raise

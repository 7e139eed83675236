"""Where uploaded files lie: random names below the data directory, one folder a workspace."""

import hashlib
import os
import secrets
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


def _root() -> Path:
    return Path(settings.DATA_DIR) / "files"


def store(workspace_id: UUID, source: BinaryIO, *, limit: int) -> StoredFile:
    """Copies the stream to disk, durable before it returns. Raises `TooLarge`."""
    key = f"{workspace_id}/{secrets.token_hex(2)}/{secrets.token_hex(16)}"
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

"""Unpacks zip files without trusting them: names, links, sizes and nesting are all checked."""

import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from netz.knowledge.extraction.text import clean
from netz.knowledge.extraction.types import DEFAULT_LIMITS, ErrorCode, ExtractionError, Limits

_CHUNK = 1024 * 1024
_HARMLESS = 16 * 1024 * 1024
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)


@dataclass(frozen=True, slots=True)
class ZipMember:
    """A file of an archive. `path` is readable until the next member is asked for.

    `name` is relative with "/" and safe to keep; a file in an archive within the archive is
    called "inner.zip/file". `error` says why a member couldn't be unpacked.
    """

    name: str
    path: Path
    error: ErrorCode | None = None


@dataclass(slots=True)
class _Budget:
    limits: Limits
    unpacked: int = 0
    members: int = 0

    def spend(self, size: int) -> None:
        self.unpacked += size
        if self.unpacked > self.limits.max_unpacked:
            raise ExtractionError("too_large", "unpacks to too much")

    def count(self) -> None:
        self.members += 1
        if self.members > self.limits.max_members:
            raise ExtractionError("too_large", f"more than {self.limits.max_members} members")


def expand_zip(path: Path, *, limits: Limits = DEFAULT_LIMITS) -> Iterator[ZipMember]:
    """The files of a zip, those of zips inside it too, one at a time in temporary files.

    Raises "encrypted", "corrupt" (also for names that leave the folder) and "too_large" (bombs,
    too many members, nested too deep); a single unreadable member has its own `error`.
    """
    with tempfile.TemporaryDirectory(prefix="netz-zip-") as folder:
        yield from _members(path, "", 1, Path(folder), _Budget(limits))


def _members(
    path: Path, prefix: str, depth: int, folder: Path, budget: _Budget
) -> Iterator[ZipMember]:
    try:
        archive = zipfile.ZipFile(path)
    except _BROKEN as error:
        raise ExtractionError("corrupt", str(error)) from error
    with archive:
        check_sizes(archive, budget.limits)
        wanted = [(member, _safe_name(member)) for member in archive.infolist()]
        for member, name in wanted:
            if name is None:
                continue
            budget.count()
            target = folder / f"{depth}-{budget.members}"
            failure = _unpack(archive, member, target, budget)
            if name.lower().endswith(".zip") and failure is None:
                if depth >= budget.limits.max_depth:
                    raise ExtractionError("too_large", "archives are nested too deep")
                yield from _members(target, f"{prefix}{name}/", depth + 1, folder, budget)
            else:
                yield ZipMember(prefix + name, target, failure)
            target.unlink(missing_ok=True)


def _unpack(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path, budget: _Budget
) -> ErrorCode | None:
    if member.file_size > budget.limits.max_bytes:
        return "too_large"
    try:
        with archive.open(member) as packed, target.open("wb") as file:
            while chunk := packed.read(_CHUNK):
                budget.spend(len(chunk))
                file.write(chunk)
    except _BROKEN:
        return "corrupt"
    return None


def _safe_name(member: zipfile.ZipInfo) -> str | None:
    """The member's relative path; None for what is no document (folders, links, debris)."""
    if member.is_dir() or stat.S_ISLNK(member.external_attr >> 16):
        return None
    name = clean(_decoded(member)).replace("\\", "/")
    pure = PurePosixPath(name)
    if pure.is_absolute() or ".." in pure.parts or ":" in pure.parts[0]:
        raise ExtractionError("corrupt", "a member's path leaves the archive")
    hidden = any(part.startswith(".") or part == "__MACOSX" for part in pure.parts)
    return None if hidden or pure.name.lower() in ("thumbs.db", "desktop.ini") else str(pure)


def _decoded(member: zipfile.ZipInfo) -> str:
    """Zips that don't say UTF-8 mostly are UTF-8 all the same, or a Western DOS code page."""
    if member.flag_bits & 0x800:
        return member.filename
    raw = member.filename.encode("cp437", errors="replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp850")


def check_sizes(archive: zipfile.ZipFile, limits: Limits) -> None:
    """Refuses an archive whose members would unpack to far more than it holds."""
    members = archive.infolist()
    if len(members) > limits.max_members:
        raise ExtractionError("too_large", f"more than {limits.max_members} members")
    if any(member.flag_bits & 1 for member in members):
        raise ExtractionError("encrypted", "members are password-protected")
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if unpacked > limits.max_unpacked:
        raise ExtractionError("too_large", f"unpacks to {unpacked} bytes")
    # Small files compress well without being bombs.
    ratio = unpacked // max(packed, 1)
    if unpacked > _HARMLESS and ratio > limits.max_ratio:
        raise ExtractionError("too_large", f"unpacks to {ratio} times its size")

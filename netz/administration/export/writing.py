"""Writes all data of a workspace into one ZIP, a batch and a block at a time."""

import hashlib
import json
import os
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from netz.administration.export.contents import TABLES, LeftOut
from netz.administration.export.reading import count, lines, wanted_tables
from netz.administration.export.words import SCHEMA, readme
from netz.assistant.attached_files import attached_files
from netz.audit.heads import signed_head
from netz.core.db import tenant
from netz.core.files import OriginalFile
from netz.core.making import require_room
from netz.knowledge.originals import original_files

_BLOCK = 1024 * 1024
# How many files or bytes pass before the disk is looked at again.
_LOOK_EVERY = 64 * 1024 * 1024

Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be written, for whom."""

    workspace_id: UUID
    name: str
    slug: str
    asked_by: str
    language: str
    passages: bool
    until: datetime


@dataclass(frozen=True, slots=True)
class Written:
    """The finished file."""

    size: int
    sha256: str
    rows: int
    files: int


def write_export(asked: Asked, target: Path, report: Report) -> Written:
    """Writes the file, durable before it returns. `report` is told how much of how much is done,
    and may raise to stop it. Raises `NoRoomForExport`."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with target.open("wb") as raw:
            with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archive:
                writer = _Writer(asked, archive, target, report)
                writer.write_all()
            raw.flush()
            os.fsync(raw.fileno())
        with target.open("rb") as finished:
            digest = hashlib.file_digest(finished, "sha256").hexdigest()
        return Written(target.stat().st_size, digest, writer.rows, writer.files)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


class _Writer:
    """One archive while it is written."""

    def __init__(
        self, asked: Asked, archive: zipfile.ZipFile, target: Path, report: Report
    ) -> None:
        self.asked, self.archive, self.target, self.report = asked, archive, target, report
        self.contents: list[dict[str, Any]] = []
        self.missing: list[str] = []
        self.rows = self.files = self.done = self.total = 0
        self.unseen = _LOOK_EVERY

    def write_all(self) -> None:
        asked = self.asked
        tables = wanted_tables(passages=asked.passages)
        originals = self._count_files()
        self.total = originals + sum(
            count(asked.workspace_id, table, asked.until) for table, _ in tables
        )
        self.report(0, self.total)
        self._text("README.txt", [self._readme()])
        for table, kept in tables:
            batches = lines(asked.workspace_id, table, kept, asked.until)
            self.rows += self._text(f"{kept.name}.jsonl", self._counted(batches))
        with tenant(asked.workspace_id):
            head = signed_head(asked.workspace_id)
        self._text("trail_head.json", [json.dumps(head, indent=1) + "\n"])
        for batch in self._originals():
            for folder, original in batch:
                self._original(folder, original)
        self._manifest()
        self.report(self.total, self.total)

    def _count_files(self) -> int:
        return sum(len(batch) for batch in self._originals())

    def _originals(self) -> Iterator[list[tuple[str, OriginalFile]]]:
        """Batches of files, each with the folder it goes to."""
        workspace_id, until = self.asked.workspace_id, self.asked.until
        for batch in original_files(workspace_id, until):
            yield [("files", one) for one in batch]
        for batch in attached_files(workspace_id, until):
            yield [("attachments", one) for one in batch]

    def _readme(self) -> str:
        asked = self.asked
        return readme(
            asked.language,
            name=asked.name,
            slug=asked.slug,
            asked_by=asked.asked_by,
            at=asked.until,
            passages=asked.passages,
        )

    def _counted(self, batches: Iterable[list[str]]) -> Iterable[str]:
        for batch in batches:
            yield "".join(line + "\n" for line in batch)
            self.done += len(batch)
            self.report(self.done, self.total)

    def _text(self, name: str, texts: Iterable[str]) -> int:
        return self._entry(name, (text.encode() for text in texts))

    def _original(self, folder: str, original: OriginalFile) -> None:
        name = f"{folder}/{original.id}/{original.filename}"
        try:
            source = original.path.open("rb")
        except FileNotFoundError:
            self.missing.append(name)
        else:
            with source:
                self._entry(name, iter(lambda: source.read(_BLOCK), b""), of_lines=False)
            self.files += 1
        self.done += 1
        self.report(self.done, self.total)

    def _entry(self, name: str, blocks: Iterable[bytes], *, of_lines: bool = True) -> int:
        digest, size, rows = hashlib.sha256(), 0, 0
        with self.archive.open(name, "w", force_zip64=True) as entry:
            for block in blocks:
                self._look(len(block))
                entry.write(block)
                digest.update(block)
                size += len(block)
                rows += block.count(b"\n") if of_lines else 0
        told = {"path": name, "size": size, "sha256": digest.hexdigest()}
        self.contents.append(told | ({"lines": rows} if of_lines else {}))
        return rows

    def _look(self, size: int) -> None:
        self.unseen += size
        if self.unseen >= _LOOK_EVERY:
            require_room(self.target, 0)
            self.unseen = 0

    def _manifest(self) -> None:
        asked = self.asked
        manifest = {
            "schema": SCHEMA,
            "workspace": {"id": str(asked.workspace_id), "name": asked.name, "slug": asked.slug},
            "at": asked.until.isoformat(),
            "asked_by": asked.asked_by,
            "passages": asked.passages,
            "rows": self.rows,
            "files": self.files,
            "missing_files": self.missing,
            "contents": self.contents,
            "left_out": {
                name: kept.why for name, kept in TABLES.items() if isinstance(kept, LeftOut)
            },
        }
        self.archive.writestr("manifest.json", json.dumps(manifest, ensure_ascii=False, indent=1))

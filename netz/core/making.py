"""Files that jobs make: where they lie, whether there is room, and attempts that can't spoil them.

A row asks for the file. Each attempt takes the row over by a name of its own and writes a part file
of that name; the file that is handed out gets its name in the transaction that makes the row ready.
An attempt that was killed, cancelled or overtaken leaves nothing that is offered.
"""

import secrets
import shutil
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import structlog
from django.conf import settings
from django.db.models import Model, QuerySet

from netz.core.db import tenant
from netz.core.errors import Problem, Words

log = structlog.get_logger(__name__)

# What stays free for everything else that the machine does.
RESERVE = 256 * 1024 * 1024
_MB = 1024 * 1024


class NoRoomForExport(Problem):
    """The disk would be too full."""

    status = 507
    code = "export.no_room"
    fr = Words(
        "Pas assez de place sur le disque",
        "L’export demande {needed} Mo, dont {reserve} Mo qui restent libres ; il y en a {free}. "
        "Faites de la place, puis recommencez. Rien n’a été commencé.",
    )
    en = Words(
        "Not enough room on the disk",
        "The export asks for {needed} MB, {reserve} MB of which stay free; there are {free}. "
        "Make room, then start again. Nothing was begun.",
    )


def require_room(target: Path, needed: int) -> None:
    """Raises `NoRoomForExport` when the file would leave too little for everything else."""
    free = shutil.disk_usage(next(one for one in target.parents if one.exists())).free
    if free < needed + RESERVE:
        raise NoRoomForExport(
            needed=(needed + RESERVE) // _MB + 1, free=free // _MB, reserve=RESERVE // _MB
        )


class Shelf:
    """A folder of the data directory in which the files of a kind lie, by workspace."""

    def __init__(self, name: str, ending: str) -> None:
        self.name, self.ending = name, ending

    def folder_of(self, workspace_id: UUID) -> Path:
        """The workspace's own folder."""
        return Path(settings.DATA_DIR) / self.name / str(workspace_id)

    def file_of(self, workspace_id: UUID, row_id: UUID) -> Path:
        """A finished file."""
        return self.folder_of(workspace_id) / f"{row_id}.{self.ending}"

    def part_of(self, workspace_id: UUID, row_id: UUID, run: str) -> Path:
        """What one attempt writes; nobody is ever given it."""
        return self.folder_of(workspace_id) / f"{row_id}.{run}.part"

    def require_room(self, workspace_id: UUID, needed: int = 0) -> None:
        """Raises `NoRoomForExport`."""
        require_room(self.folder_of(workspace_id) / "any", needed)

    def sweep(self, workspace_id: UUID, kept: Callable[[], Collection[Path]]) -> None:
        """Removes every file that is not kept: neither handed out nor being written."""
        # Files before rows: an attempt has its row before it has a file.
        files = sorted(self.folder_of(workspace_id).glob("*"))
        keep = kept() if files else ()
        for path in files:
            if path not in keep:
                path.unlink(missing_ok=True)
                log.info("left-over export removed", file=path.name)

    def kept_of(self, workspace_id: UUID, rows: QuerySet[Any]) -> set[Path]:
        """The files that rows with a `state` and a `run` hand out or write."""
        return set(self._kept(workspace_id, rows.filter(state__in=("running", "ready"))))

    def _kept(self, workspace_id: UUID, rows: QuerySet[Any]) -> Iterator[Path]:
        for row_id, state, run in rows.values_list("pk", "state", "run"):
            # Also that of a running one: it may be about to become ready.
            yield self.file_of(workspace_id, row_id)
            if state == "running":
                yield self.part_of(workspace_id, row_id, run)


class Overtaken(Exception):  # noqa: N818  # not an error: somebody called it off
    """The file was called off, or another attempt writes it."""


class Attempt:
    """One attempt at the file of a row with `state`, `run`, `done` and `total`."""

    def __init__(self, table: type[Model], shelf: Shelf, workspace_id: UUID, row_id: UUID) -> None:
        self.table, self.shelf = table, shelf
        self.workspace_id, self.row_id = workspace_id, row_id
        self.run = secrets.token_hex(8)

    @property
    def part(self) -> Path:
        """What this attempt writes."""
        return self.shelf.part_of(self.workspace_id, self.row_id, self.run)

    def take(self, states: Collection[str]) -> bool:
        """Takes the row over, in its workspace's transaction; false when it is in none of these
        states."""
        rows = self._rows().filter(state__in=states)
        return bool(rows.update(state="running", run=self.run, done=0, total=0))

    def require_mine(self, **progress: int) -> None:
        """Writes progress down. Raises `Overtaken` unless the row is still this attempt's."""
        with tenant(self.workspace_id):
            self.update(**progress)

    def update(self, **values: Any) -> None:
        """Writes values into the row, in its workspace's transaction. Raises `Overtaken`."""
        mine = self._rows().filter(run=self.run, state="running")
        if not mine.update(run=self.run, **values):
            raise Overtaken

    def finish(self, **values: Any) -> None:
        """Makes the row ready and gives the file its name, in the workspace's transaction.

        Raises `Overtaken`.
        """
        self.update(state="ready", **values)
        # While the row is held: nobody else can give the file its name.
        self.part.rename(self.shelf.file_of(self.workspace_id, self.row_id))

    def _rows(self) -> QuerySet[Any]:
        return self.table._default_manager.filter(workspace_id=self.workspace_id, pk=self.row_id)

"""Where exports lie on disk, and whether there is room for another one."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from django.conf import settings

from netz.administration.export.errors import NoRoomForExport

# What stays free for everything else that the machine does.
RESERVE = 256 * 1024 * 1024
_MB = 1024 * 1024


def folder_of(workspace_id: UUID) -> Path:
    """The workspace's own folder."""
    return Path(settings.DATA_DIR) / "exports" / str(workspace_id)


def file_of(workspace_id: UUID, export_id: UUID) -> Path:
    """A finished export."""
    return folder_of(workspace_id) / f"{export_id}.zip"


def part_of(workspace_id: UUID, export_id: UUID, run: str) -> Path:
    """What one attempt writes; nobody is ever given it."""
    return folder_of(workspace_id) / f"{export_id}.{run}.part"


def files_of(workspace_id: UUID) -> Iterator[tuple[Path, str, str]]:
    """Every file in the folder: its place, the export's id, and the attempt's name if it is one."""
    for path in sorted(folder_of(workspace_id).glob("*")):
        export_id, _, rest = path.name.partition(".")
        yield path, export_id, rest.removesuffix("part").removesuffix(".")


def require_room(target: Path, needed: int) -> None:
    """Raises `NoRoomForExport` when the file would leave too little for everything else."""
    free = shutil.disk_usage(next(one for one in target.parents if one.exists())).free
    if free < needed + RESERVE:
        raise NoRoomForExport(
            needed=(needed + RESERVE) // _MB + 1, free=free // _MB, reserve=RESERVE // _MB
        )

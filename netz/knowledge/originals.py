"""The files of a workspace as they were uploaded, for whoever takes all of them along or away."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.db.models import Sum

from netz.core import files as storage
from netz.core.db import tenant
from netz.knowledge.models import Version

BATCH = 500


def original_files(workspace_id: UUID, until: datetime) -> Iterator[list[storage.OriginalFile]]:
    """Batches of the files that were uploaded until then, each read in its own transaction."""
    last: UUID | None = None
    while True:
        with tenant(workspace_id):
            rows = Version.objects.filter(workspace_id=workspace_id, created_at__lte=until)
            rows = rows.filter(id__gt=last) if last else rows
            found = list(rows.order_by("id").only("id", "filename", "storage_key")[:BATCH])
        if not found:
            return
        yield [
            storage.OriginalFile(row.id, row.filename, storage.path_of(row.storage_key))
            for row in found
        ]
        last = found[-1].id


def original_bytes(workspace_id: UUID) -> int:
    """What all of them take, in the workspace's transaction."""
    rows = Version.objects.filter(workspace_id=workspace_id)
    return int(rows.aggregate(size=Sum("size"))["size"] or 0)


def remove_originals(workspace_id: UUID) -> int:
    """Deletes the workspace's whole folder; returns how many files it held."""
    folder = storage.folder_of(workspace_id)
    held = sum(path.is_file() for path in folder.rglob("*"))
    shutil.rmtree(folder, ignore_errors=True)
    return held

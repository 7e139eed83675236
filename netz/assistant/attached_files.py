"""The files that were given to conversations, for whoever takes all of a workspace along."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.db.models import Sum

from netz.assistant.models import Attachment
from netz.core.db import tenant
from netz.core.files import OriginalFile, path_of

BATCH = 500


def attached_files(workspace_id: UUID, until: datetime) -> Iterator[list[OriginalFile]]:
    """Batches of what was attached until then and is still there, each in its own transaction."""
    last: UUID | None = None
    while True:
        with tenant(workspace_id):
            rows = Attachment.objects.filter(workspace_id=workspace_id, created_at__lte=until)
            rows = rows.filter(id__gt=last) if last else rows
            kept = rows.exclude(state="removed").order_by("id")
            found = list(kept.only("id", "name", "storage_key")[:BATCH])
        if not found:
            return
        yield [OriginalFile(row.id, row.name, path_of(row.storage_key)) for row in found]
        last = found[-1].id


def attached_bytes(workspace_id: UUID) -> int:
    """What all of them take, in the workspace's transaction."""
    rows = Attachment.objects.filter(workspace_id=workspace_id).exclude(state="removed")
    return int(rows.aggregate(size=Sum("size"))["size"] or 0)

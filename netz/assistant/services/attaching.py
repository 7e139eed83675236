"""Files given to a conversation: taken in, read, sent, removed.

A file is durable before it is acknowledged, and read by a job, in a child process that it can't
harm. What is never sent is removed after a day.
"""

import mimetypes
from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from pathlib import PurePath, PurePosixPath
from typing import BinaryIO
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app as jobs

from netz.assistant.attachment_errors import (
    AttachmentNotFound,
    AttachmentNotTaken,
    AttachmentNotYours,
    TooManyUnsent,
)
from netz.assistant.models import Attachment
from netz.assistant.queries import together
from netz.assistant.queries.attachments import PICTURES, AttachedPassage
from netz.audit.services import record
from netz.core import files
from netz.core.actor import Actor
from netz.core.db import tenant
from netz.core.ids import new_id
from netz.core.live import publish
from netz.knowledge.services import SUPPORTED, UnreadableFileError, read_file

READ_TASK = "netz.assistant.tasks.read_attachment"
SHELF = "attachments"
LIMIT = 20 * 1024 * 1024
MOST_CHARACTERS = 2_000_000
MOST_UNSENT = 20
KEPT_UNSENT = timedelta(days=1)

_STARTS = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
}
# An archive is no attachment: what is in it would be several.
_DOCUMENTS = {".text", ".log", ".conf", ".ini", ".tsv"} | (SUPPORTED.keys() - {".zip"})
_NAME = 200


def attach(source: BinaryIO, filename: str, *, actor: Actor) -> Attachment:
    """Takes a file in, which is the actor's alone until it is sent.

    Raises `AttachmentNotTaken`, `TooLarge`, `TooManyUnsent`.
    """
    name = _name(filename)
    media_type = _media_type(source, name)
    unsent = Attachment.objects.filter(
        workspace_id=actor.workspace_id, member_id=actor.member_id, message=None
    )
    if unsent.count() >= MOST_UNSENT:
        raise TooManyUnsent
    stored = files.store(actor.workspace_id, source, limit=LIMIT, shelf=SHELF)
    with files.removed_on_failure(stored):
        if not stored.size:
            raise AttachmentNotTaken(limit=f"{LIMIT // 2**20} MB")
        row = Attachment.objects.create(
            workspace_id=actor.workspace_id,
            member_id=actor.member_id,
            name=name,
            media_type=media_type,
            size=stored.size,
            storage_key=stored.key,
            state="ready" if media_type in PICTURES else "reading",
        )
        record(actor, "attachment.add", row, after={"name": name, "size": stored.size})
        if row.state == "reading":
            jobs.configure_task(READ_TASK, queue="ingest", priority=10).defer(
                workspace_id=str(actor.workspace_id), attachment_id=str(row.id)
            )
    return row


def read_attachment(workspace_id: UUID, attachment_id: UUID) -> None:
    """Reads one; it ends as ready, or as failed with a code. Safe to run twice."""
    with tenant(workspace_id):
        row = Attachment.objects.filter(pk=attachment_id, state="reading").first()
    if row is None:
        return
    try:
        read = read_file(
            files.path_of(row.storage_key), filename=row.name, max_chars=MOST_CHARACTERS
        )
    except UnreadableFileError as error:
        _end(row, state="failed", error_code=error.code)
        return
    passages = [
        AttachedPassage(
            new_id(), one.ordinal, one.text, one.headings, one.page, tuple(one.blocks)
        ).stored()
        for one in read.passages
    ]
    _end(row, state="ready", passages=passages, language=read.language, pages=read.pages)


def fail_attachment(workspace_id: UUID, attachment_id: UUID) -> None:
    """Ends one as failed for a reason of ours, after the last try."""
    with tenant(workspace_id):
        row = Attachment.objects.filter(pk=attachment_id, state="reading").first()
    if row is not None:
        _end(row, state="failed", error_code="internal")


def send(
    rows: Sequence[Attachment], *, conversation_id: UUID, message_id: UUID, actor: Actor
) -> None:
    """Lets them belong to a message, in the caller's transaction.

    Raises `AttachmentNotFound` where one was sent or removed meanwhile.
    """
    if not rows:
        return
    unsent = Attachment.objects.filter(
        workspace_id=actor.workspace_id, pk__in=[row.pk for row in rows], message=None
    )
    if unsent.update(conversation_id=conversation_id, message_id=message_id) != len(rows):
        raise AttachmentNotFound


def remove(row: Attachment, *, actor: Actor) -> None:
    """Removes what one attached: one that was not sent leaves no trace, of another its name stays.

    What was quoted from it in an answer stays with the answer. Raises `AttachmentNotYours`.
    """
    if row.member_id != actor.member_id:
        raise AttachmentNotYours
    record(actor, "attachment.remove", row, before={"name": row.name})
    transaction.on_commit(partial(files.remove, row.storage_key))
    if row.message_id is None:
        row.delete()
        return
    row.state, row.passages, row.storage_key = "removed", [], ""
    row.save(update_fields=["state", "passages", "storage_key"])
    _tell(row)


def tidy(workspace_id: UUID) -> int:
    """Removes what was never sent, and files that belong to nothing (any more)."""
    with tenant(workspace_id):
        over = timezone.now() - KEPT_UNSENT
        Attachment.objects.filter(message=None, created_at__lt=over).delete()
        held = set(Attachment.objects.values_list("storage_key", flat=True))
    written = files.keys_on(workspace_id, SHELF, older_than=KEPT_UNSENT.total_seconds())
    orphans = [key for key in written if key not in held]
    files.remove_all(orphans)
    return len(orphans)


def _end(row: Attachment, **fields: object) -> None:
    with tenant(row.workspace_id):
        reading = Attachment.objects.filter(pk=row.pk, state="reading")
        if reading.update(**fields):
            row.refresh_from_db()
            _tell(row)


def _tell(row: Attachment) -> None:
    """Has the screens that show it look again."""
    members = together.audience(row.conversation) if row.conversation else [row.member_id]
    publish(
        row.workspace_id,
        "attachment.changed",
        {"attachment_id": row.id, "conversation_id": row.conversation_id},
        members=members,
    )


def _name(filename: str) -> str:
    """The file's own name, without folders and control characters, at most 200 characters."""
    last = PurePosixPath(filename.replace("\\", "/")).name
    name = "".join(one for one in last if one.isprintable()).strip() or "file"
    return name if len(name) <= _NAME else name[: _NAME - 20] + name[-20:]


def _media_type(source: BinaryIO, name: str) -> str:
    """What it is, a picture by its first bytes. Raises `AttachmentNotTaken`."""
    head = source.read(16)
    source.seek(0)
    picture = next((kind for start, kind in _STARTS.items() if head.startswith(start)), None)
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        picture = "image/webp"
    if picture:
        return picture
    ending = PurePath(name).suffix.lower()
    if ending not in _DOCUMENTS:
        raise AttachmentNotTaken(limit=f"{LIMIT // 2**20} MB")
    return mimetypes.guess_type(f"file{ending}")[0] or "application/octet-stream"

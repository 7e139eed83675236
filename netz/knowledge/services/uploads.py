"""Taking a file in: stored durably, recognised when it is known, queued for reading."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO
from uuid import UUID

from django.conf import settings
from django.db import connection
from procrastinate.contrib.django import app as jobs

from netz.audit.services import record
from netz.core import files as storage
from netz.core.actor import Actor
from netz.core.errors import Conflict
from netz.core.ids import new_id
from netz.knowledge.audiences import (
    AudienceSpec,
    check_changeable,
    ensure_set,
    inherited_set,
    visible_numbers,
)
from netz.knowledge.extraction import SUPPORTED
from netz.knowledge.locking import locked_document
from netz.knowledge.models import Document, Version
from netz.knowledge.paths import clean_path
from netz.knowledge.services.audience import set_document_audience
from netz.knowledge.services.state import announce

INGEST_TASK = "netz.knowledge.tasks.ingest"


@dataclass(frozen=True, slots=True)
class Upload:
    """What an upload led to. `unchanged`: the path holds this very content already, nothing was
    queued. `same_as`: another document that has the same content."""

    document: Document
    unchanged: bool = False
    same_as: Document | None = None


def upload_document(
    source: BinaryIO,
    *,
    filename: str,
    path: str | None,
    audience: AudienceSpec | None,
    actor: Actor,
    parent: Document | None = None,
) -> Upload:
    """Stores the file as a new version of the document at `path` and queues its reading.

    The old version goes on answering until the new one is ready. Runs in the caller's
    transaction; two uploads of one path take turns. Raises `BadPath`, `BadAudience`, `TooLarge`,
    `CompanyLimits`.
    """
    place = clean_path(path or filename)
    stored = storage.store(actor.workspace_id, source, limit=settings.UPLOAD_LIMIT)
    with storage.removed_on_failure(stored):
        document = _document_at(place, audience, parent, actor=actor)
        known = document.latest
        if known is not None and known.sha256 == stored.sha256 and document.status != "failed":
            storage.remove(stored.key)
            return Upload(document, unchanged=True)
        same_as = _same_content(document, stored.sha256, actor=actor)
        version = Version.objects.create(
            workspace_id=actor.workspace_id,
            document=document,
            number=(known.number if known else 0) + 1,
            filename=PurePosixPath(clean_path(filename)).name,
            media_type=media_type_of(filename),
            size=stored.size,
            sha256=stored.sha256,
            storage_key=stored.key,
        )
        document.latest = version
        document.status, document.progress, document.error_code = "queued", 0, ""
        document.save(update_fields=["latest", "status", "progress", "error_code", "updated_at"])
        record(actor, "document.upload", document, after={"path": place, "version": version.number})
        enqueue(actor.workspace_id, version.id)
        announce(document)
    return Upload(document, same_as=same_as)


def enqueue(workspace_id: UUID, version_id: UUID) -> None:
    """Queues the reading of a version, in the caller's transaction."""
    jobs.configure_task(INGEST_TASK, queue="ingest").defer(
        workspace_id=str(workspace_id), version_id=str(version_id)
    )


def media_type_of(filename: str) -> str:
    """The media type that a file name promises."""
    return SUPPORTED.get(PurePosixPath(filename).suffix.lower(), "application/octet-stream")


def _document_at(
    path: str, audience: AudienceSpec | None, parent: Document | None, *, actor: Actor
) -> Document:
    """The document at the path, made if need be, locked until the transaction ends."""
    own = ensure_set(audience, actor=actor) if audience else None
    follows = parent is not None and parent.audience_given
    effective = own or (parent.audience if parent and follows else inherited_set(path, actor=actor))
    check_changeable([effective], actor=actor)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO knowledge_document (id, created_at, updated_at, workspace_id, path, title,"
            " title_given, status, progress, error_code, audience_id, audience_given, parent_id,"
            " uploaded_by_id) VALUES (%s, now(), now(), %s, %s, %s, false, 'queued', 0, '', %s, %s,"
            " %s, %s) ON CONFLICT (workspace_id, path) WHERE deleted_at IS NULL DO NOTHING",
            [
                new_id(),
                actor.workspace_id,
                path,
                PurePosixPath(path).stem[:500],
                effective.id,
                own is not None or follows,
                parent.id if parent else None,
                actor.member_id,
            ],
        )
    rows = Document.objects.filter(workspace_id=actor.workspace_id, path=path, deleted_at=None)
    document = locked_document(rows)
    if document is None:  # deleted between the two statements
        raise Conflict
    check_changeable([document.audience], actor=actor)
    if own is not None and (document.audience_id != own.id or not document.audience_given):
        # Not only stored: what rests on the old audience (children, cached answers) goes with it.
        set_document_audience(document, audience, actor=actor)
    return document


def _same_content(document: Document, sha256: str, *, actor: Actor) -> Document | None:
    rows = Version.objects.filter(
        workspace_id=document.workspace_id, sha256=sha256, document__deleted_at=None
    ).exclude(document=document)
    numbers = visible_numbers(actor)
    if numbers is not None:
        rows = rows.filter(document__audience__number__in=numbers)
    twin = rows.select_related("document").first()
    return twin.document if twin else None

"""Reading a version: extract, split, index, and only then let it answer.

Safe to run twice and to be killed at any point: passages and index change in one transaction that
also makes the version current, and a version that was overtaken by a newer upload is left alone.
"""

import time
from pathlib import PurePosixPath
from typing import cast
from uuid import UUID

import structlog
from django.db import connection

from netz.audit.services import record
from netz.core import files as storage
from netz.core.actor import Actor
from netz.core.db import tenant
from netz.core.events import emit
from netz.core.html import sanitise
from netz.core.permissions import ROLE_PERMISSIONS, Role
from netz.knowledge.audiences import AudienceSpec, Kind
from netz.knowledge.extraction import (
    Block,
    Extracted,
    ExtractionError,
    ExtractorPool,
    expand_zip,
    split,
    to_html,
)
from netz.knowledge.locking import locked_document
from netz.knowledge.models import Document, Passage, Version
from netz.knowledge.paths import folder_of
from netz.knowledge.search.index import unindex_version
from netz.knowledge.services.indexing import index_current
from netz.knowledge.services.state import announce, bump
from netz.workspaces.access_errors import CompanyLimits
from netz.workspaces.queries import limits_of

log = structlog.get_logger(__name__)

_REPORT_SECONDS = 0.5
_pool: ExtractorPool | None = None


def extractor_pool() -> ExtractorPool:
    """The process's warm extractor children."""
    global _pool
    if _pool is None:
        _pool = ExtractorPool(size=2)
    return _pool


def close_pool() -> None:
    """Ends the extractor children."""
    global _pool
    if _pool is not None:
        _pool.close()
        _pool = None


def ingest_version(workspace_id: UUID, version_id: UUID) -> None:
    """Reads one version; the document ends as ready, or failed with a code a person can act on."""
    version = _begin(workspace_id, version_id)
    if version is None:
        return
    try:
        if PurePosixPath(version.filename).suffix.lower() == ".zip":
            _unpack(workspace_id, version)
            return
        extracted = extractor_pool().extract(
            storage.path_of(version.storage_key),
            filename=version.filename,
            on_progress=_Reporter(workspace_id, version.document_id).report,
        )
    except ExtractionError as error:
        log.info("extraction failed", code=error.code, detail=error.detail)
        _fail(workspace_id, version, error.code)
        return
    _finish(workspace_id, version, extracted)


def _current_job(workspace_id: UUID, version_id: UUID) -> tuple[Document, Version] | None:
    """The document, locked, if this version is still the one to read."""
    version = Version.objects.filter(workspace_id=workspace_id, pk=version_id).first()
    if version is None:
        return None
    document = locked_document(
        Document.objects.filter(workspace_id=workspace_id, pk=version.document_id)
    )
    if document is None:
        return None
    version.document = document  # loaded here: outside the transaction nothing more can be read
    stale = document.latest_id != version.id or document.deleted_at is not None
    return None if stale or document.status == "ready" else (document, version)


def _begin(workspace_id: UUID, version_id: UUID) -> Version | None:
    with tenant(workspace_id):
        job = _current_job(workspace_id, version_id)
        if job is None:
            return None
        document, version = job
        _set(document, "extracting", 0.02)
        return version


class _Reporter:
    """Writes extraction progress at most twice a second."""

    def __init__(self, workspace_id: UUID, document_id: UUID) -> None:
        self.workspace_id = workspace_id
        self.document_id = document_id
        self.last = time.monotonic()

    def report(self, share: float) -> None:
        """Takes a share from 0 to 1 of the extraction."""
        if time.monotonic() - self.last < _REPORT_SECONDS:
            return
        self.last = time.monotonic()
        with tenant(self.workspace_id):
            document = Document.objects.filter(pk=self.document_id, deleted_at=None).first()
            if document is not None and document.status == "extracting":
                _set(document, "extracting", 0.02 + 0.68 * share)


def _finish(workspace_id: UUID, version: Version, extracted: Extracted) -> None:
    drafts = split(extracted)
    if not drafts:
        _fail(workspace_id, version, "no_text")
        return
    with tenant(workspace_id):
        job = _current_job(workspace_id, version.id)
        if job is None:
            return
        _set(job[0], "indexing", 0.75)
    with tenant(workspace_id):
        job = _current_job(workspace_id, version.id)
        if job is None:
            return
        document, version = job
        version.passages.all().delete()
        Passage.objects.bulk_create(
            Passage(
                workspace_id=workspace_id,
                version=version,
                document=document,
                ordinal=draft.ordinal,
                text=draft.text,
                headings=list(draft.headings),
                page=draft.page,
                first_block=draft.first_block,
                last_block=draft.last_block,
                blocks=[
                    stored_block(block)
                    for block in draft.blocks
                    or extracted.blocks[draft.first_block : draft.last_block + 1]
                ],
            )
            for draft in drafts
        )
        version.language = extracted.language
        version.pages = extracted.pages
        version.passage_count = len(drafts)
        version.media_type = extracted.media_type or version.media_type
        version.view_html = sanitise(to_html(extracted))
        version.save(
            update_fields=["language", "pages", "passage_count", "media_type", "view_html"]
        )
        if not document.title_given:
            document.title = extracted.title[:500] or document.title
        _swap(document, version)
        emit(workspace_id, "document.ready", {"document_id": str(document.id)})


def _swap(document: Document, version: Version) -> None:
    """Lets the new version answer in place of the old one."""
    if document.current_id:
        with connection.cursor() as cursor:
            unindex_version(cursor, document.workspace_id, document.current_id)
    document.current = version
    document.status, document.progress, document.error_code = "ready", 1, ""
    document.save(
        update_fields=["current", "status", "progress", "error_code", "title", "updated_at"]
    )
    index_current(document)
    bump(document.workspace_id)
    announce(document)


def _unpack(workspace_id: UUID, version: Version) -> None:
    """Makes a document of each file of an archive, beside it in a folder of its name."""
    from netz.knowledge.services.uploads import upload_document

    folder = folder_of(version.document.path)
    stem = PurePosixPath(version.document.path).stem
    base = f"{folder}/{stem}" if folder else stem
    kept: set[str] = set()
    for member in expand_zip(storage.path_of(version.storage_key)):
        path = f"{base}/{member.name}"
        kept.add(path)
        with tenant(workspace_id):
            job = _current_job(workspace_id, version.id)
            if job is None:
                return
            try:
                with member.path.open("rb") as file:
                    upload_document(
                        file,
                        filename=PurePosixPath(member.name).name,
                        path=path,
                        audience=_spec(job[0]) if job[0].audience_given else None,
                        actor=_uploader(job[0]),
                        parent=job[0],
                    )
            except CompanyLimits as error:
                raise ExtractionError("beyond_companies") from error
    if not kept:
        _fail(workspace_id, version, "empty")
        return
    with tenant(workspace_id):
        job = _current_job(workspace_id, version.id)
        if job is not None:
            from netz.knowledge.services.changes import delete_document

            document, version = job
            for child in document.children.filter(deleted_at=None).exclude(path__in=kept):
                delete_document(child, actor=_uploader(document))
            _swap(document, version)


def _spec(document: Document) -> AudienceSpec:
    audience = document.audience
    return AudienceSpec(
        cast("Kind", audience.kind), tuple(UUID(company) for company in audience.company_ids)
    )


def _uploader(document: Document) -> Actor:
    """Whoever uploaded the archive, for what comes out of it; a member's limits hold here too."""
    return Actor(
        workspace_id=document.workspace_id,
        member_id=document.uploaded_by_id or document.id,
        user_id=document.id,
        role=Role.AGENT,
        permissions=ROLE_PERMISSIONS[Role.AGENT],
        credential="system",
        grants=limits_of(document.workspace_id, document.uploaded_by_id),
    )


def _fail(workspace_id: UUID, version: Version, code: str) -> None:
    with tenant(workspace_id):
        job = _current_job(workspace_id, version.id)
        if job is None:
            return
        document, _ = job
        document.error_code = code
        _set(document, "failed", 1)
        record(_uploader(document), "document.failed", document, after={"code": code})
        emit(workspace_id, "document.failed", {"document_id": str(document.id), "code": code})


def fail_version(workspace_id: UUID, version_id: UUID) -> None:
    """Marks a version as failed for a reason of ours, after the last try."""
    with tenant(workspace_id):
        version = Version.objects.filter(workspace_id=workspace_id, pk=version_id).first()
    if version is not None:
        _fail(workspace_id, version, "internal")


def _set(document: Document, status: str, progress: float) -> None:
    document.status, document.progress = status, progress
    document.save(update_fields=["status", "progress", "error_code", "updated_at"])
    announce(document)


def stored_block(block: Block) -> dict[str, object]:
    """A block as passages keep it."""
    stored: dict[str, object] = {"kind": block.kind, "text": block.text, "level": block.level}
    if block.marker:
        stored["marker"] = block.marker
    if block.rows:
        stored |= {"rows": block.rows, "has_header": block.has_header}
    return stored

"""Endpoints of documents, folders, search and synonyms."""

import time
from pathlib import PurePosixPath
from typing import Annotated, Literal
from uuid import UUID

from fastapi import File, Form, Query, Response, UploadFile
from fastapi.responses import FileResponse

from netz.core import files as storage
from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.api.schema import Cursor, Limit, Page
from netz.core.html import sanitise
from netz.core.permissions import Permission
from netz.knowledge import queries, services
from netz.knowledge.audiences import parse_audience
from netz.knowledge.errors import FileMissing, NoEmptyFile
from netz.knowledge.models import Document
from netz.knowledge.schemas import (
    ContentOut,
    DocumentChange,
    DocumentOut,
    FolderAudienceIn,
    FolderOut,
    PassageOut,
    SearchIn,
    SearchOut,
    SearchResult,
    Status,
    SynonymsBody,
    UploadOut,
    ViewOut,
    audience_out,
)
from netz.workspaces import queries as workspaces

router = Router()


def _shown(actor: Actor, rows: list[Document]) -> list[DocumentOut]:
    companies = queries.company_names(actor, rows)
    uploaders = {row.uploaded_by_id for row in rows if row.uploaded_by_id}
    people = workspaces.member_names(actor, uploaders) if actor.is_staff else {}
    return [DocumentOut.of(row, actor=actor, companies=companies, people=people) for row in rows]


@router.get("/documents", permission=Permission.DOCUMENTS_READ, tags=["documents"])
def list_documents(
    actor: Actor,
    query: Annotated[str | None, Query(max_length=200)] = None,
    status: Status | None = None,
    folder: Annotated[str | None, Query(max_length=1000)] = None,
    audience: Literal["public", "workspace", "companies"] | None = None,
    sort: queries.Sort = "path",
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Page[DocumentOut]:
    """Documents that the member may see."""
    rows, following = queries.documents(
        actor,
        query=query,
        status=status,
        folder=folder,
        audience=audience,
        sort=sort,
        cursor=cursor,
        limit=limit,
    )
    return Page(items=_shown(actor, rows), next_cursor=following)


@router.post(
    "/documents", permission=Permission.DOCUMENTS_MANAGE, status_code=202, tags=["documents"]
)
def upload(
    actor: Actor,
    file: Annotated[UploadFile, File(description="the file")],
    path: Annotated[str | None, Form(max_length=1000)] = None,
    audience: Annotated[str | None, Form(max_length=20000)] = None,
) -> UploadOut:
    """Takes a file in; a known path gets new content. `audience`: public, workspace or
    companies:<id>,<id>; without it the folder's rule holds."""
    if not file.filename:
        raise NoEmptyFile
    taken = services.upload_document(
        file.file,
        filename=PurePosixPath(file.filename.replace("\\", "/")).name,
        path=path or file.filename,
        audience=parse_audience(audience) if audience else None,
        actor=actor,
    )
    return UploadOut(
        id=taken.document.id,
        status=taken.document.status,
        path=taken.document.path,
        unchanged=taken.unchanged,
        same_as=taken.same_as.id if taken.same_as else None,
    )


@router.get("/documents/{document_id}", permission=Permission.DOCUMENTS_READ, tags=["documents"])
def read_document(actor: Actor, document_id: UUID) -> DocumentOut:
    """One document with its state."""
    return _shown(actor, [queries.document(actor, document_id)])[0]


@router.patch(
    "/documents/{document_id}", permission=Permission.DOCUMENTS_MANAGE, tags=["documents"]
)
def change_document(actor: Actor, document_id: UUID, body: DocumentChange) -> DocumentOut:
    """Changes title or audience; works at once."""
    document = queries.document_to_change(actor, document_id)
    if body.title is not None:
        services.rename_document(document, body.title, actor=actor)
    if "audience" in body.model_fields_set:
        spec = body.audience.spec() if body.audience else None
        services.set_document_audience(document, spec, actor=actor)
    return _shown(actor, [document])[0]


@router.delete(
    "/documents/{document_id}",
    permission=Permission.DOCUMENTS_MANAGE,
    status_code=204,
    tags=["documents"],
)
def delete_document(actor: Actor, document_id: UUID) -> Response:
    """Takes the document out of answers at once. POST …/restoration undoes it for 30 days."""
    services.delete_document(queries.document_to_change(actor, document_id), actor=actor)
    return Response(status_code=204)


@router.post(
    "/documents/{document_id}/restoration",
    permission=Permission.DOCUMENTS_MANAGE,
    tags=["documents"],
)
def restore_document(actor: Actor, document_id: UUID) -> DocumentOut:
    """Undoes a deletion."""
    found = services.restore_document(queries.deleted_document(actor, document_id), actor=actor)
    return _shown(actor, [found])[0]


@router.post(
    "/documents/{document_id}/retry",
    permission=Permission.DOCUMENTS_MANAGE,
    status_code=202,
    tags=["documents"],
)
def retry_document(actor: Actor, document_id: UUID) -> DocumentOut:
    """Reads a failed document again."""
    document = queries.document_to_change(actor, document_id)
    services.retry_document(document, actor=actor)
    return _shown(actor, [document])[0]


@router.get(
    "/documents/{document_id}/content", permission=Permission.DOCUMENTS_READ, tags=["documents"]
)
def read_content(actor: Actor, document_id: UUID) -> ContentOut:
    """The document's passages in order."""
    document = queries.document(actor, document_id)
    found = queries.passages(actor, document)
    return ContentOut(document_id=document.id, passages=[PassageOut.of(row) for row in found])


@router.get(
    "/documents/{document_id}/passages/{passage_id}",
    permission=Permission.DOCUMENTS_READ,
    tags=["documents"],
)
def read_passage(actor: Actor, document_id: UUID, passage_id: UUID) -> PassageOut:
    """One passage."""
    document = queries.document(actor, document_id)
    return PassageOut.of(queries.passage(actor, document, passage_id))


@router.get(
    "/documents/{document_id}/view", permission=Permission.DOCUMENTS_READ, tags=["documents"]
)
def read_view(actor: Actor, document_id: UUID) -> ViewOut:
    """The document to look at; blocks carry id="b{n}"."""
    document = queries.document(actor, document_id)
    version = queries.readable_version(actor, document)
    return ViewOut(
        document_id=document.id,
        title=document.title,
        media_type=version.media_type,
        kind="pdf" if version.media_type == "application/pdf" else "html",
        html=sanitise(version.view_html),
        pages=version.pages,
    )


@router.get(
    "/documents/{document_id}/original",
    permission=Permission.DOCUMENTS_READ,
    tags=["documents"],
    response_class=FileResponse,
)
def read_original(actor: Actor, document_id: UUID) -> FileResponse:
    """The file as it was uploaded, to download."""
    version = queries.readable_version(actor, queries.document(actor, document_id))
    place = storage.path_of(version.storage_key)
    if not place.exists():
        raise FileMissing
    return FileResponse(
        place,
        media_type="application/octet-stream",
        filename=version.filename,
        headers={"Content-Security-Policy": "sandbox; default-src 'none'"},
    )


@router.get("/folders", permission=Permission.DOCUMENTS_READ, tags=["documents"])
def list_folders(actor: Actor) -> Page[FolderOut]:
    """Folders with how many documents lie below each."""
    names = {str(row.id): row.name for row in workspaces.companies(actor)} if actor.is_staff else {}
    items = [
        FolderOut(
            path=folder.path,
            documents=folder.documents,
            audience=audience_out(folder.audience, names, inherited=False)
            if folder.audience
            else None,
        )
        for folder in queries.folders(actor)
    ]
    return Page(items=items)


@router.put(
    "/folders/audience", permission=Permission.DOCUMENTS_MANAGE, status_code=204, tags=["documents"]
)
def set_folder_audience(actor: Actor, body: FolderAudienceIn) -> Response:
    """Sets the audience that documents below the folder inherit."""
    spec = body.audience.spec() if body.audience else None
    services.set_folder_audience(body.path, spec, actor=actor)
    return Response(status_code=204)


@router.post("/search", permission=Permission.SEARCH, reads=True, tags=["search"])
def search(actor: Actor, body: SearchIn) -> SearchOut:
    """Passages that fit a query, best first, from what the member may see."""
    started = time.perf_counter()
    hits = queries.search(actor, body.query, limit=body.limit)
    took = (time.perf_counter() - started) * 1000
    return SearchOut(results=[SearchResult.of(hit) for hit in hits], took_ms=round(took, 2))


@router.get("/search/synonyms", permission=Permission.SETTINGS_MANAGE, tags=["search"])
def read_synonyms(actor: Actor) -> SynonymsBody:
    """The workspace's own synonyms; a built-in list of the trade's words works beside them."""
    return SynonymsBody(groups=queries.synonym_groups(actor))


@router.put("/search/synonyms", permission=Permission.SETTINGS_MANAGE, tags=["search"])
def change_synonyms(actor: Actor, body: SynonymsBody) -> SynonymsBody:
    """Replaces the workspace's own synonyms; works at once."""
    services.set_synonyms(body.groups, actor=actor)
    return SynonymsBody(groups=queries.synonym_groups(actor))

"""Endpoints of files that are given to a conversation."""

from typing import Annotated
from uuid import UUID

from fastapi import File, Response, UploadFile
from fastapi.responses import FileResponse

from netz.assistant.attachment_errors import AttachmentFileMissing
from netz.assistant.attachment_schemas import AttachmentOut, AttachmentText
from netz.assistant.queries import attachments as queries
from netz.assistant.services import attaching as services
from netz.core import files
from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.permissions import Permission

router = Router(tags=["assistant"])


@router.post("/attachments", permission=Permission.ANSWERS_ASK, status_code=201)
def attach(
    actor: Actor, file: Annotated[UploadFile, File(description="a picture or a document")]
) -> AttachmentOut:
    """Takes a file of 20 MB at most, to be sent with a question or a message by its id. What it
    says counts in that conversation alone. Until then it is one's own, for a day."""
    return queries.attachment_out(
        actor, services.attach(file.file, file.filename or "", actor=actor)
    )


@router.get("/attachments/{attachment_id}", permission=Permission.ANSWERS_ASK)
def read_attachment(actor: Actor, attachment_id: UUID) -> AttachmentText:
    """An attachment with what was read from it, for whoever reads its conversation."""
    row = queries.attachment(actor, attachment_id)
    return AttachmentText(
        attachment=queries.attachment_out(actor, row), passages=queries.passages_out(row)
    )


@router.get(
    "/attachments/{attachment_id}/file",
    permission=Permission.ANSWERS_ASK,
    response_class=FileResponse,
)
def read_attached_file(actor: Actor, attachment_id: UUID) -> FileResponse:
    """The file as it was attached, to download."""
    row = queries.attachment(actor, attachment_id)
    place = files.path_of(row.storage_key)
    if not place.exists():
        raise AttachmentFileMissing
    picture = row.media_type in queries.PICTURES
    return FileResponse(
        place,
        # A page may show a picture; nothing else is more than bytes to a browser.
        media_type=row.media_type if picture else "application/octet-stream",
        filename=row.name,
        headers={"Content-Security-Policy": "sandbox; default-src 'none'"},
    )


@router.delete("/attachments/{attachment_id}", permission=Permission.ANSWERS_ASK, status_code=204)
def remove_attachment(actor: Actor, attachment_id: UUID) -> Response:
    """Removes what one attached, also after it was sent: its name stays, and what was quoted."""
    services.remove(queries.attachment(actor, attachment_id), actor=actor)
    return Response(status_code=204)

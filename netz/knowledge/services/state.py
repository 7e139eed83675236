"""What changes with every change of the knowledge: its number, and open screens."""

from uuid import UUID

from django.db import connection

from netz.core.ids import new_id
from netz.core.live import publish
from netz.core.permissions import Permission
from netz.knowledge.models import Document


def bump(workspace_id: UUID) -> None:
    """Makes every cached answer of the workspace stale, from this transaction's commit on."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO knowledge_knowledgestate (id, created_at, workspace_id, number)"
            " VALUES (%s, now(), %s, 2) ON CONFLICT (workspace_id)"
            " DO UPDATE SET number = knowledge_knowledgestate.number + 1",
            [new_id(), workspace_id],
        )


def concerned(document: Document) -> list[str] | None:
    """The companies that a notice about the document concerns; None for none in particular."""
    audience = document.audience
    return list(audience.company_ids) if audience.kind == "companies" else None


def announce(document: Document) -> None:
    """Shows the document's state on the screens of those who look after documents."""
    publish(
        document.workspace_id,
        "document.updated",
        {"id": document.id, "status": document.status, "progress": round(document.progress, 2)},
        permission=Permission.DOCUMENTS_MANAGE,
        companies=concerned(document),
    )

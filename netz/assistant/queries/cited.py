"""Which documents answers rest on; for what is learned of their readers."""

from collections.abc import Collection
from uuid import UUID

from netz.assistant.models import Answer


def cited_documents(workspace_id: UUID, answer_ids: Collection[UUID]) -> dict[UUID, list[UUID]]:
    """The documents that each of the answers cites, each once; refusals cite none. A file that was
    attached is no document."""
    rows = Answer.objects.filter(workspace_id=workspace_id, pk__in=answer_ids, status="answered")
    return {
        pk: list(
            dict.fromkeys(
                UUID(one["document_id"])
                for one in body.get("citations", [])
                if not one.get("attached")
            )
        )
        for pk, body in rows.values_list("pk", "body")
    }

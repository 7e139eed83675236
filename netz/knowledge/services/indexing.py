"""From stored passages to the search index."""

from django.db import connection

from netz.knowledge.models import Document, Passage
from netz.knowledge.search.index import index_passages
from netz.knowledge.types import IndexRow


def index_current(document: Document) -> None:
    """Adds the passages of the document's current version to the index."""
    version = document.current
    if version is None:
        return
    rows = [
        IndexRow(
            passage_id=passage.id,
            version_id=version.id,
            document_id=document.id,
            audience_id=document.audience.number,
            text=passage.text,
            title=document.title,
            path=document.path,
            headings=tuple(passage.headings),
            language=version.language,
            ordinal=passage.ordinal,
        )
        for passage in Passage.objects.filter(
            workspace_id=document.workspace_id, version=version
        ).order_by("ordinal")
    ]
    with connection.cursor() as cursor:
        index_passages(cursor, document.workspace_id, rows)

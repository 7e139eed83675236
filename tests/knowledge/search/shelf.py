"""A workspace with documents to search, written and read as the application's role."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from netz.core.db import tenant
from netz.core.ids import new_id
from netz.knowledge.models import AudienceSet, Document, Passage, Version
from netz.knowledge.search import index_passages, search, set_audience, unindex_version
from netz.knowledge.search.fold import fold
from netz.knowledge.types import Hit, IndexRow
from netz.workspaces.models import Workspace


class Shelf:
    """One workspace of its own; each method is one transaction."""

    def __init__(self) -> None:
        self.id: UUID = new_id()
        with tenant(self.id):
            Workspace(id=self.id, name="Rayon", slug=f"s-{self.id.hex}").save(force_insert=True)

    def put(self, path: str, *texts: str, audience: int = 0, **fields: Any) -> Document:
        """Adds a document with a passage for each text."""
        with tenant(self.id):
            audience_set, _ = AudienceSet.objects.get_or_create(
                workspace_id=self.id,
                number=audience,
                kind="companies",
                company_ids=[str(audience)],
            )
            document = Document.objects.create(
                workspace_id=self.id,
                path=path,
                title=fields.pop("title", ""),
                audience=audience_set,
            )
            self._fill(document, texts, audience, **fields)
        return document

    def replace(self, document: Document, *texts: str, audience: int = 0, **fields: Any) -> None:
        """Puts new content in the place of the old, in one transaction."""
        with tenant(self.id):
            old = document.current_id
            self._fill(document, texts, audience, **fields)
            self._unindex(old)

    def remove(self, document: Document) -> None:
        """Takes the document's content out of the index."""
        with tenant(self.id):
            self._unindex(document.current_id)

    def move(self, document: Document, audience: int) -> None:
        """Gives the document another audience."""
        with tenant(self.id), connection.cursor() as cursor:
            set_audience(cursor, self.id, document.id, audience)

    def fold(self, leave: int = 3, leave_changes: int = 5) -> int:
        """Folds the index as the background job does, for a shelf's few segments."""
        with tenant(self.id), connection.cursor() as cursor:
            return fold(cursor, self.id, leave=leave, leave_changes=leave_changes)

    def find(self, query: str, *, limit: int = 100, **options: Any) -> list[Hit]:
        """Searches the workspace."""
        with tenant(self.id), connection.cursor() as cursor:
            return search(cursor, self.id, query, limit=limit, **options).hits

    def paths(self, query: str, **options: Any) -> list[str]:
        """The paths found, best first."""
        return [hit.path for hit in self.find(query, **options)]

    def _unindex(self, version_id: UUID | None) -> None:
        assert version_id is not None
        with connection.cursor() as cursor:
            unindex_version(cursor, self.id, version_id)

    def _fill(
        self,
        document: Document,
        texts: Sequence[str],
        audience: int,
        *,
        language: str = "fr",
        headings: tuple[str, ...] = (),
    ) -> None:
        version = Version.objects.create(
            workspace_id=self.id,
            document=document,
            number=Version.objects.filter(document=document).count() + 1,
            filename=document.path,
            media_type="text/plain",
            size=1,
            sha256="0" * 64,
            storage_key="none",
            language=language,
        )
        rows = []
        for ordinal, text in enumerate(texts):
            passage = Passage.objects.create(
                workspace_id=self.id,
                version=version,
                document=document,
                ordinal=ordinal,
                text=text,
                headings=list(headings),
                first_block=0,
                last_block=0,
            )
            rows.append(
                IndexRow(
                    passage_id=passage.id,
                    version_id=version.id,
                    document_id=document.id,
                    audience_id=audience,
                    text=text,
                    title=document.title,
                    path=document.path,
                    headings=headings,
                    language=language,
                    ordinal=ordinal,
                )
            )
        with connection.cursor() as cursor:
            index_passages(cursor, self.id, rows)
        document.current = version
        document.save(update_fields=["current"])

"""Bodies of the knowledge endpoints."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from netz.core.actor import Actor
from netz.core.api.schema import Input, Output
from netz.knowledge.audiences import AudienceSpec, Kind
from netz.knowledge.errors import extraction_words
from netz.knowledge.models import AudienceSet, Document, Passage
from netz.knowledge.types import Hit

Status = Literal["queued", "extracting", "indexing", "ready", "failed"]


class CompanyRef(Output):
    """A client company."""

    id: UUID
    name: str


class AudienceOut(Output):
    """Who may be answered from a document; `inherited` from its folder."""

    kind: Kind
    companies: list[CompanyRef]
    inherited: bool = False


class AudienceIn(Input):
    """An audience to set."""

    kind: Kind
    company_ids: list[UUID] = Field(default_factory=list, max_length=500)

    def spec(self) -> AudienceSpec:
        """As the domain's value."""
        return AudienceSpec(self.kind, tuple(self.company_ids))


class FailureOut(Output):
    """Why a document could not be read, and what to do."""

    code: str
    message: str
    hint: str


class PersonRef(Output):
    """Who uploaded it."""

    id: UUID
    name: str


class DocumentOut(Output):
    """A document as a list shows it. `replacing`: an older content answers until this is ready."""

    id: UUID
    title: str
    path: str
    filename: str
    media_type: str
    size: int
    status: Status
    progress: float
    error: FailureOut | None
    language: str
    passages: int
    pages: int | None
    audience: AudienceOut
    created_at: datetime
    updated_at: datetime
    uploaded_by: PersonRef | None
    version: int
    replacing: bool

    @classmethod
    def of(
        cls,
        document: Document,
        *,
        actor: Actor,
        companies: dict[str, str],
        people: dict[UUID, str],
    ) -> "DocumentOut":
        """From the row with audience, current and latest joined."""
        shown = document.latest if actor.is_staff else document.current
        assert shown is not None
        words = extraction_words(document.error_code, actor.language)
        uploader = document.uploaded_by_id
        return cls(
            id=document.id,
            title=document.title,
            path=document.path,
            filename=shown.filename,
            media_type=shown.media_type,
            size=shown.size,
            status=document.status if actor.is_staff else "ready",
            progress=document.progress if actor.is_staff else 1,
            error=FailureOut(code=document.error_code, message=words.title, hint=words.hint)
            if document.error_code and actor.is_staff
            else None,
            language=shown.language,
            passages=shown.passage_count,
            pages=shown.pages,
            audience=audience_out(
                document.audience, companies, inherited=not document.audience_given
            ),
            created_at=document.created_at,
            updated_at=document.updated_at,
            uploaded_by=PersonRef(id=uploader, name=people[uploader])
            if uploader in people
            else None,
            version=shown.number,
            replacing=document.current_id is not None and document.current_id != document.latest_id,
        )


def audience_out(
    audience: AudienceSet, companies: dict[str, str], *, inherited: bool
) -> AudienceOut:
    """The audience with the names that the reader may know."""
    refs = [
        CompanyRef(id=UUID(company), name=companies[company])
        for company in audience.company_ids
        if company in companies
    ]
    return AudienceOut(kind=audience.kind, companies=refs, inherited=inherited)


class UploadOut(Output):
    """A taken file. `unchanged`: this content was there already. `same_as`: another document has
    the same content."""

    id: UUID
    status: Status
    path: str
    unchanged: bool
    same_as: UUID | None


class DocumentChange(Input):
    """Changes of a document; a field left out stays, `audience: null` inherits the folder's."""

    title: Annotated[
        str | None,
        StringConstraints(min_length=1, max_length=500, pattern=r"^[^\x00-\x1f\x7f]*$"),
    ] = None
    audience: AudienceIn | None = None


class PassageOut(Output):
    """A passage of a document, with the blocks of the converted view that it covers."""

    id: UUID
    ordinal: int
    text: str
    headings: list[str]
    page: int | None
    first_block: int
    last_block: int

    @classmethod
    def of(cls, passage: Passage) -> "PassageOut":
        """From the row."""
        return cls.model_validate(passage)


class ContentOut(Output):
    """A document's passages in order."""

    document_id: UUID
    passages: list[PassageOut]


class ViewOut(Output):
    """A document to look at: a PDF is fetched as its original, the rest comes as safe HTML."""

    document_id: UUID
    title: str
    media_type: str
    kind: Literal["pdf", "html"]
    html: str
    pages: int | None


class FolderOut(Output):
    """A folder."""

    path: str
    documents: int
    audience: AudienceOut | None


class FolderAudienceIn(Input):
    """A folder's rule; null removes it."""

    path: str = Field(min_length=1, max_length=1000)
    audience: AudienceIn | None


class SearchIn(Input):
    """What to look for."""

    query: str = Field(max_length=4000)
    limit: int = Field(10, ge=1, le=50)


class SearchResult(Output):
    """A passage that fits."""

    document_id: UUID
    path: str
    title: str
    passage_id: UUID
    page: int | None
    score: float
    text: str
    headings: list[str]

    @classmethod
    def of(cls, hit: Hit) -> "SearchResult":
        """From a hit."""
        return cls(
            document_id=hit.document_id,
            path=hit.path,
            title=hit.title,
            passage_id=hit.passage_id,
            page=hit.page,
            score=round(hit.score, 4),
            text=hit.text,
            headings=list(hit.headings),
        )


class SearchOut(Output):
    """Passages, best first."""

    results: list[SearchResult]
    took_ms: float


Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]


class SynonymsBody(Input):
    """The workspace's own groups of words that search treats alike."""

    groups: list[Annotated[list[Word], Field(min_length=2, max_length=30)]] = Field(max_length=1000)

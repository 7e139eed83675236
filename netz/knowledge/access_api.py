"""Endpoints of effective access: what somebody can see and why, and who can see a document."""

from typing import Literal
from uuid import UUID

from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.api.schema import Cursor, Limit, Output, Page
from netz.core.permissions import Permission, Role
from netz.knowledge.access import Check, Reader, Step, access_of, readers
from netz.knowledge.access_words import reason_words

router = Router(tags=["roles"])


class StepOut(Output):
    """A reason by its code, in words, with what to change to have it otherwise."""

    code: str
    outcome: Literal["allows", "denies", "tells"]
    reason: str
    change: str

    @classmethod
    def of(cls, step: Step, language: str) -> "StepOut":
        """In the reader's language."""
        reason, change = reason_words(step.code, step.values, language)
        return cls(code=step.code, outcome=step.outcome, reason=reason, change=change)


class CheckOut(Output):
    """Whether the member may open the document (`reads`), be `answered` from it, and why."""

    document_id: UUID
    title: str
    reads: bool
    answered: bool
    steps: list[StepOut]

    @classmethod
    def of(cls, check: Check, language: str) -> "CheckOut":
        """In the reader's language."""
        return cls(
            document_id=check.document.id,
            title=check.document.title,
            reads=check.reads,
            answered=check.answered,
            steps=[StepOut.of(step, language) for step in check.steps],
        )


class AccessOut(Output):
    """What a member may do and see: `companies` null means all."""

    permissions: list[Permission]
    companies: list[str] | None
    documents: int
    check: CheckOut | None


class ReaderOut(Output):
    """Somebody who can read or be answered from the document, and why."""

    id: UUID
    name: str
    email: str
    role: Role
    custom_role: str
    company: str
    reads: bool
    answered: bool
    because: StepOut

    @classmethod
    def of(cls, reader: Reader, language: str) -> "ReaderOut":
        """In the reader's language."""
        member = reader.member
        return cls(
            id=member.id,
            name=member.user.name,
            email=member.user.email,
            role=Role(member.role),
            custom_role=member.custom_role.name if member.custom_role else "",
            company=member.company.name if member.company else "",
            reads=reader.reads,
            answered=reader.answered,
            because=StepOut.of(reader.reason, language),
        )


@router.get("/members/{member_id}/access", permission=Permission.MEMBERS_MANAGE)
def read_access(actor: Actor, member_id: UUID, document: UUID | None = None) -> AccessOut:
    """What a member may do and see; with `document`, why they can see that one or not."""
    found = access_of(actor, member_id, document)
    return AccessOut(
        permissions=sorted(found.actor.permissions),
        companies=found.companies,
        documents=found.documents,
        check=CheckOut.of(found.check, actor.language) if found.check else None,
    )


@router.get("/documents/{document_id}/readers", permission=Permission.DOCUMENTS_MANAGE)
def list_readers(
    actor: Actor, document_id: UUID, cursor: Cursor = None, limit: Limit = 50
) -> Page[ReaderOut]:
    """Who can be answered from the document, each with the reason. A page may be short: go on
    while there is a `next_cursor`."""
    found, following = readers(actor, document_id, cursor=cursor, limit=limit)
    return Page(items=[ReaderOut.of(row, actor.language) for row in found], next_cursor=following)

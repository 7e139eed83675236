"""Why somebody can see a document, or not: the same rules as the queries', told step by step."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from netz.core.actor import Actor
from netz.core.api.schema import read_cursor, write_cursor
from netz.core.errors import Forbidden
from netz.core.permissions import Permission, Role
from netz.knowledge import queries
from netz.knowledge.models import Document, FolderRule
from netz.knowledge.paths import folders_above
from netz.workspaces import queries as workspaces

Outcome = Literal["allows", "denies", "tells"]


@dataclass(frozen=True, slots=True)
class Step:
    """One reason; `values` fill its words."""

    code: str
    outcome: Outcome
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Check:
    """Whether a member may open the document, may be answered from it, and why."""

    document: Document
    reads: bool
    answered: bool
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Access:
    """What a member can see: which companies (None: all), how many documents, and one of them."""

    actor: Actor
    companies: list[str] | None
    documents: int
    check: Check | None


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who can read or be answered from a document, with the deciding reason."""

    member: workspaces.MemberRow
    reads: bool
    answered: bool
    reason: Step


def access_of(actor: Actor, member_id: UUID, document_id: UUID | None) -> Access:
    """What the member can see. Raises `MemberNotFound`, `DocumentNotFound`."""
    member = workspaces.member(actor, member_id)
    subject = workspaces.actor_of(member)
    names = _names(actor)
    known = subject.known_companies
    check = None
    if document_id is not None:
        check = _check(member, subject, queries.document(actor, document_id), names)
    sees = member.active and subject.may(Permission.DOCUMENTS_READ)
    return Access(
        actor=subject,
        companies=None if known is None else sorted(names[one] for one in known if one in names),
        documents=queries.visible_documents(subject).count() if sees else 0,
        check=check,
    )


def readers(
    actor: Actor, document_id: UUID, *, cursor: str | None, limit: int
) -> tuple[list[Reader], str | None]:
    """One page of those who can be answered from the document, among whom the actor may know.

    A page can be shorter than `limit`: it ends where a cursor says so. Raises `DocumentNotFound`,
    and `Forbidden` for who may not know the members.
    """
    if not actor.may(Permission.MEMBERS_READ):
        raise Forbidden
    document = queries.document(actor, document_id)
    names = _names(actor)
    rows = _candidates(actor, document).order_by("id")
    if cursor:
        rows = rows.filter(id__gt=read_cursor(cursor, UUID)[0])
    found = list(rows.select_related("user", "company", "custom_role")[: limit + 1])
    following = write_cursor(found[limit - 1].id) if len(found) > limit else None
    shown = []
    for member in found[:limit]:
        check = _check(member, workspaces.actor_of(member), document, names)
        if check.reads or check.answered:
            reason = next(s for s in reversed(check.steps) if s.outcome == "allows")
            shown.append(Reader(member, check.reads, check.answered, reason))
    return shown, following


def _candidates(actor: Actor, document: Document) -> QuerySet[workspaces.MemberRow]:
    """Active members whom the document's audience may mean."""
    rows = workspaces.known_members(actor).filter(active=True, user__is_active=True)
    staff = Q(role__in=[role for role in Role if role.is_staff])
    kind = document.audience.kind
    if kind == "public":
        return rows
    if kind == "workspace":
        return rows.filter(staff)
    ids = document.audience.company_ids
    granted = workspaces.grant_rows(actor).filter(member=OuterRef("pk"), company_id__in=ids)
    limited = Q(limited_to_companies=True)
    return rows.filter(Q(company_id__in=ids) | (staff & (~limited | Exists(granted))))


def _check(
    member: workspaces.MemberRow, subject: Actor, document: Document, names: Mapping[UUID, str]
) -> Check:
    steps = tuple(_steps(member, subject, document, names, Permission.DOCUMENTS_READ))
    answers = _steps(member, subject, document, names, Permission.ANSWERS_ASK)
    return Check(
        document=document,
        reads=all(step.outcome != "denies" for step in steps),
        answered=document.current_id is not None
        and all(step.outcome != "denies" for step in answers),
        steps=steps,
    )


def _steps(
    member: workspaces.MemberRow,
    subject: Actor,
    document: Document,
    names: Mapping[UUID, str],
    permission: Permission,
) -> Iterator[Step]:
    if not (member.active and member.user.is_active):
        yield Step("member.inactive", "denies")
    role = {"role": member.custom_role.name if member.custom_role else member.role}
    held = subject.may(permission)
    yield Step(f"role.{'holds' if held else 'lacks'}", "allows" if held else "denies", role)
    if not subject.is_staff and not _answers(document):
        yield Step("document.not_ready", "denies")
    yield _source(document)
    yield _audience(member, subject, document, names, permission)


def _answers(document: Document) -> bool:
    return document.current is not None and document.current.passage_count > 0


def _source(document: Document) -> Step:
    if document.audience_given:
        return Step("audience.own", "tells")
    folders = folders_above(document.path)
    rules = FolderRule.objects.filter(workspace_id=document.workspace_id, path__in=folders)
    paths = set(rules.values_list("path", flat=True))
    nearest = next((folder for folder in folders if folder in paths), None)
    if nearest is None:
        return Step("audience.default", "tells")
    return Step("audience.folder", "tells", {"folder": nearest})


def _audience(
    member: workspaces.MemberRow,
    subject: Actor,
    document: Document,
    names: Mapping[UUID, str],
    permission: Permission,
) -> Step:
    kind = document.audience.kind
    if kind == "public":
        return Step("audience.public", "allows")
    own = {"company": member.company.name if member.company else ""}
    if kind == "workspace":
        if subject.is_staff:
            return Step("audience.workspace", "allows")
        return Step("audience.staff_only", "denies", own)
    meant = {UUID(one) for one in document.audience.company_ids}
    listed = {"companies": ", ".join(sorted(names[one] for one in meant if one in names))}
    if subject.grants is not None:
        return _granted(subject, meant, names, listed, permission)
    if subject.is_staff:
        return Step("staff.all_companies", "allows", listed)
    if subject.company_id in meant:
        return Step("company.own", "allows", own)
    return Step("company.other", "denies", own | listed)


def _granted(
    subject: Actor,
    meant: set[UUID],
    names: Mapping[UUID, str],
    listed: dict[str, str],
    permission: Permission,
) -> Step:
    open_to = subject.companies(permission) or frozenset()
    if meant & open_to:
        shared = ", ".join(sorted(names.get(one, "") for one in meant & open_to))
        return Step("grant.company", "allows", {"company": shared})
    code = "grant.narrow" if subject.grants and meant & set(subject.grants) else "grant.missing"
    return Step(code, "denies", listed)


def _names(actor: Actor) -> dict[UUID, str]:
    return {row.id: row.name for row in workspaces.companies(actor)}

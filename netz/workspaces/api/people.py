"""Endpoints of members and client companies."""

from typing import Annotated
from uuid import UUID

from fastapi import Query

from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.api.schema import Page
from netz.core.permissions import Permission
from netz.workspaces import queries, services
from netz.workspaces.queries.members import counts as member_counts
from netz.workspaces.schemas.people import (
    CompanyIn,
    CompanyOut,
    MemberChange,
    MemberCountsOut,
    MemberOut,
    MemberQuery,
    MemberWhere,
)

router = Router(tags=["workspace"])


@router.get("/members", permission=Permission.MEMBERS_READ)
def list_members(actor: Actor, where: Annotated[MemberQuery, Query()]) -> Page[MemberOut]:
    """The workspace's members. Whoever reads many of them in a short time leaves a row of that."""
    rows, following = queries.members(
        actor, cursor=where.cursor, limit=where.limit, only=where.filter(), sort=where.sort
    )
    services.note_read(len(rows), actor=actor)
    grants = queries.grants(actor, rows)
    items = [MemberOut.of(row, grants.get(row.id, ())) for row in rows]
    return Page(items=items, next_cursor=following)


@router.get("/members/counts", permission=Permission.MEMBERS_READ)
def count_members(actor: Actor, where: Annotated[MemberWhere, Query()]) -> MemberCountsOut:
    """How many members the filter leaves, and how many there are of each kind."""
    return MemberCountsOut.model_validate(member_counts(actor, where.filter()))


@router.patch("/members/{member_id}", permission=Permission.MEMBERS_MANAGE)
def change_member(actor: Actor, member_id: UUID, body: MemberChange) -> MemberOut:
    """Changes a member's role, company, limits or activity; works at once, for open streams too."""
    given = body.model_fields_set
    edit = services.MemberEdit(
        role=body.role,
        custom_role_id=body.custom_role_id,
        custom_role_given="custom_role_id" in given,
        company_id=body.company_id,
        company_given="company_id" in given,
        active=body.active,
        limited=body.limited_to_companies,
        grants=None if body.grants is None else [grant.spec() for grant in body.grants],
    )
    member = services.edit_member(queries.member(actor, member_id), edit, actor=actor)
    return MemberOut.of(member, queries.grants(actor, [member]).get(member.id, ()))


@router.get("/companies", permission=Permission.COMPANIES_READ)
def list_companies(actor: Actor) -> Page[CompanyOut]:
    """All client companies."""
    return Page(items=[CompanyOut.model_validate(row) for row in queries.companies(actor)])


@router.post("/companies", permission=Permission.COMPANIES_MANAGE, status_code=201)
def add_company(actor: Actor, body: CompanyIn) -> CompanyOut:
    """Adds a client company."""
    return CompanyOut.model_validate(services.add_company(body.name, actor=actor))

"""Endpoints that change client companies and show what hangs on them."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response
from pydantic import Field

from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.api.schema import Input, Output, Page
from netz.core.permissions import Permission
from netz.knowledge.queries import count_for_company
from netz.sso.queries import connections
from netz.workspaces import queries
from netz.workspaces.queries.lists import CompanySort, companies_with_people
from netz.workspaces.queries.policy import people_by_company
from netz.workspaces.schemas.people import Name
from netz.workspaces.services.companies import change_company, delete_company

router = Router(tags=["companies"])


class CompanyDetail(Output):
    """A client company with its e-mail domains and how many active people it has."""

    id: UUID
    name: str
    domains: list[str]
    members: int


class CompanyChange(Input):
    """Changes of a company; a field left out stays."""

    name: Name | None = None
    domains: list[Annotated[str, Field(max_length=260)]] | None = Field(None, max_length=50)


class CompanyQuery(Input):
    """A page of the list of companies; `-` before a sort turns it round."""

    search: str = Field("", max_length=200, description="words of name or domain")
    sort: CompanySort = "name"
    cursor: str | None = Field(None, max_length=500)
    limit: int = Field(50, ge=1, le=200)


@router.get("/companies/details", permission=Permission.COMPANIES_MANAGE)
def list_company_details(
    actor: Actor, where: Annotated[CompanyQuery, Query()]
) -> Page[CompanyDetail]:
    """Client companies with domains and how many active people each has."""
    rows, following = companies_with_people(
        actor, search=where.search, sort=where.sort, cursor=where.cursor, limit=where.limit
    )
    items = [
        CompanyDetail(id=row.id, name=row.name, domains=row.domains, members=row.people)
        for row in rows
    ]
    return Page(items=items, next_cursor=following)


@router.patch("/companies/{company_id}", permission=Permission.COMPANIES_MANAGE)
def edit_company(actor: Actor, company_id: UUID, body: CompanyChange) -> CompanyDetail:
    """Renames a company or sets its e-mail domains, each of one company alone."""
    company = change_company(
        queries.company(actor, company_id), name=body.name, domains=body.domains, actor=actor
    )
    return CompanyDetail(
        id=company.id,
        name=company.name,
        domains=company.domains,
        members=people_by_company(actor).get(company.id, 0),
    )


@router.delete("/companies/{company_id}", permission=Permission.COMPANIES_MANAGE, status_code=204)
def remove_company(actor: Actor, company_id: UUID, move_to: UUID | None = None) -> Response:
    """Removes a company and moves its people to another one; 409 says what still hangs on it."""
    delete_company(
        queries.company(actor, company_id),
        move_to=move_to,
        documents=count_for_company(actor, company_id),
        connections=sum(
            company_id == one.default_company_id or str(company_id) in str(one.mapping)
            for one in connections(actor)
        ),
        actor=actor,
    )
    return Response(status_code=204)

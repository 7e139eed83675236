"""Endpoints by which a signed-in person joins a workspace that lets them."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Request
from pydantic import Field

from netz.core.api.router import Router
from netz.core.api.schema import Input, Output, Page
from netz.core.permissions import Role
from netz.workspaces.joining import join, offers_to

router = Router(tags=["joining"])

Slug = Annotated[str, Query(max_length=80, description="a workspace's slug")]


class OfferOut(Output):
    """A workspace that the person may join, and the domain that opens it."""

    workspace: str
    name: str
    domain: str


class JoiningIn(Input):
    """Which workspace to join."""

    workspace: str = Field(min_length=1, max_length=80)


class MembershipOut(Output):
    """One's membership."""

    id: UUID
    workspace: str
    role: Role
    company: str


@router.get("/memberships/offers", signed_in=True)
def list_offers(request: Request, workspace: Slug = "") -> Page[OfferOut]:
    """The workspaces that one's verified addresses open; an open one when it is named."""
    return Page(items=[OfferOut.model_validate(one) for one in offers_to(request, workspace)])


@router.post("/memberships", signed_in=True, status_code=201)
def join_workspace(request: Request, body: JoiningIn) -> MembershipOut:
    """Joins the workspace as a guest, and opens it with this sign-in. Joining twice changes
    nothing."""
    member, workspace = join(request, body.workspace)
    return MembershipOut(
        id=member.id,
        workspace=workspace,
        role=Role(member.role),
        company=member.company.name if member.company else "",
    )

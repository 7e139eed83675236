"""Endpoints of a workspace's looks."""

from typing import Annotated

from fastapi import File, Response, UploadFile
from pydantic import Field, StringConstraints

from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.api.schema import Input, Output
from netz.core.permissions import Permission
from netz.workspaces import queries
from netz.workspaces.queries.branding import branding_of, logo_of, logo_url
from netz.workspaces.schemas.people import Name
from netz.workspaces.services.branding import (
    MAX_LOGO_BYTES,
    BrandingSpec,
    remove_logo,
    set_branding,
    set_logo,
)

router = Router(tags=["branding"])

Color = Annotated[
    str, StringConstraints(pattern=r"^(#[0-9a-fA-F]{6})?$", to_lower=True, max_length=7)
]


Line = Annotated[str, StringConstraints(max_length=500, pattern=r"^[^\x00-\x1f\x7f]*$")]


class WorkspaceBranding(Output):
    """The workspace's name, colours (`#rrggbb` or empty), words and logo.

    `domain` is where the workspace would like to be; it is kept, and not yet served.
    """

    name: str
    slug: str
    title: str
    text: str
    primary: str
    accent: str
    sender: str
    domain: str
    logo_url: str | None


class BrandingIn(Input):
    """The whole of it but the logo."""

    name: Name
    title: Annotated[Line, Field(max_length=120)] = ""
    text: Line = ""
    primary: Color = ""
    accent: Color = ""
    sender: Annotated[Line, Field(max_length=100)] = ""
    domain: Annotated[str, Field(max_length=260)] = ""


@router.get("/branding", permission=Permission.PROFILE_READ)
def read_branding(actor: Actor) -> WorkspaceBranding:
    """How the workspace looks; every member's screens do."""
    return _shown(actor)


@router.put("/branding", permission=Permission.SETTINGS_MANAGE)
def change_branding(actor: Actor, body: BrandingIn) -> WorkspaceBranding:
    """Sets name, colours and words. A colour on which text can't be read is refused."""
    values = body.model_dump()
    name = values.pop("name")
    set_branding(BrandingSpec(**values), name=name, actor=actor)
    return _shown(actor)


@router.put("/branding/logo", permission=Permission.SETTINGS_MANAGE)
def change_logo(
    actor: Actor, file: Annotated[UploadFile, File(description="PNG, JPEG or WebP")]
) -> WorkspaceBranding:
    """Sets the logo: at most 256 KB and 2000 pixels a side."""
    set_logo(file.file.read(MAX_LOGO_BYTES + 1), actor=actor)
    return _shown(actor)


@router.delete("/branding/logo", permission=Permission.SETTINGS_MANAGE, status_code=204)
def delete_logo(actor: Actor) -> Response:
    """Goes back to the product's logo."""
    remove_logo(actor=actor)
    return Response(status_code=204)


@router.get("/branding/{slug}/logo", public=True)
def read_logo(slug: str) -> Response:
    """A workspace's logo, for its sign-in page. 404 without one."""
    content, kind = logo_of(slug)
    return Response(
        content,
        media_type=kind,
        headers={
            "Cache-Control": "public, max-age=86400",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "X-Content-Type-Options": "nosniff",
        },
    )


def _shown(actor: Actor) -> WorkspaceBranding:
    workspace = queries.current_workspace(actor)
    found = branding_of(actor.workspace_id)
    return WorkspaceBranding(
        name=workspace.name,
        slug=workspace.slug,
        title=found.title,
        text=found.text,
        primary=found.primary,
        accent=found.accent,
        sender=found.sender,
        domain=found.domain,
        logo_url=logo_url(workspace.slug, found.logo_hash),
    )

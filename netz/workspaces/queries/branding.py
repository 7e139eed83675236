"""Reads of a workspace's looks."""

from uuid import UUID

from django.conf import settings
from django.db import connection, transaction

from netz.accounts.mail import Sender
from netz.workspaces.branding_errors import NoLogo
from netz.workspaces.colors import tones
from netz.workspaces.models import Branding, Workspace


def branding_of(workspace_id: UUID) -> Branding:
    """The workspace's looks, or the product's own, which are not stored."""
    rows = Branding.objects.filter(workspace_id=workspace_id).defer("logo")
    return rows.first() or Branding(workspace_id=workspace_id)


def sender_of(workspace_id: UUID) -> Sender:
    """As whom the workspace's mails are sent: its sender's name, colour and logo."""
    found = branding_of(workspace_id)
    workspace = Workspace.objects.get(pk=workspace_id)
    path = logo_url(workspace.slug, found.logo_hash)
    return Sender(
        name=found.sender,
        title=workspace.name,
        color=tones(found.primary, found.accent).ink_light or Sender().color,
        logo=f"{settings.PUBLIC_URL}{path}" if path else "",
    )


def logo_url(slug: str, logo_hash: str) -> str | None:
    """Where a logo is served; a new one has a new address, since browsers keep the old."""
    return f"/api/v2/branding/{slug}/logo?v={logo_hash[:12]}" if logo_hash else None


def logo_of(slug: str) -> tuple[bytes, str]:
    """A workspace's logo and its type, for anybody. Raises `NoLogo`."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT content, kind FROM netz_logo(%s)", [slug.replace("\0", "")])
        row = cursor.fetchone()
    if row is None:
        raise NoLogo
    return bytes(row[0]), str(row[1])

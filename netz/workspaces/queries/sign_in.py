"""What a workspace's sign-in page says before anybody has signed in."""

from typing import Any
from uuid import UUID

from netz.workspaces.models import SecurityPolicy, Workspace
from netz.workspaces.queries.branding import branding_of, logo_url

METHODS = ("password", "code", "passkey")


def sign_in_page(workspace_id: UUID) -> dict[str, Any]:
    """Ways to sign in, how people register, and the page's look; in the workspace's transaction."""
    policy = SecurityPolicy.objects.filter(workspace_id=workspace_id).first()
    accepted = [method for method in METHODS if policy is None or method in policy.methods]
    return {
        "methods": accepted or list(METHODS),
        "registration": policy.registration if policy else "invitation",
        "branding": _looks(workspace_id),
    }


def _looks(workspace_id: UUID) -> dict[str, Any]:
    workspace = Workspace.objects.get(pk=workspace_id)
    found = branding_of(workspace_id)
    return {
        "name": workspace.name,
        "logo_url": logo_url(workspace.slug, found.logo_hash),
        "primary": found.primary or None,
        "title": found.title or None,
    }

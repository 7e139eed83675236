"""What a workspace's sign-in page says before anybody has signed in."""

from typing import Any
from uuid import UUID

from netz.workspaces.models import SecurityPolicy

METHODS = ("password", "code", "passkey")


def sign_in_page(workspace_id: UUID) -> dict[str, Any]:
    """Ways to sign in, how people register, and the page's look; in the workspace's transaction."""
    policy = SecurityPolicy.objects.filter(workspace_id=workspace_id).first()
    accepted = [method for method in METHODS if policy is None or method in policy.methods]
    return {
        "methods": accepted or list(METHODS),
        "registration": policy.registration if policy else "invitation",
        "branding": None,
    }

"""What a workspace's sign-in page says before anybody has signed in."""

from typing import Any
from uuid import UUID

from netz.workspaces.models import Workspace
from netz.workspaces.queries.policy import policy_of
from netz.workspaces.schemas.looks import LooksOut

METHODS = ("password", "code", "passkey")
PROVIDERS = ("google", "microsoft")
WAYS = (*METHODS, *PROVIDERS)


def sign_in_page(workspace_id: UUID) -> dict[str, Any]:
    """Ways to sign in, how people register, and the page's look; in the workspace's transaction."""
    policy = policy_of(workspace_id)
    workspace = Workspace.objects.get(pk=workspace_id)
    accepted = policy.methods or WAYS
    return {
        "methods": [method for method in METHODS if method in accepted],
        "providers": [provider for provider in PROVIDERS if provider in accepted],
        "registration": policy.registration,
        "branding": LooksOut.of(workspace),
    }

"""Rows of applications, for the matrix of roles and the tests of isolation."""

import secrets
from typing import Any
from urllib.parse import urlencode

from netz.core.db import tenant
from netz.workspaces.models import Member, OAuthClient, OAuthGrant, OAuthSpent
from netz.workspaces.oauth.clients import ClientSpec, register
from tests.factories import World

REDIRECT = "https://app.example/callback"


def application_body() -> dict[str, Any]:
    """A valid application."""
    return {
        "name": f"App {secrets.token_hex(3)}",
        "redirect_uris": [REDIRECT],
        "scopes": ["openid", "profile.read"],
    }


def make_application(world: World) -> OAuthClient:
    """An application of the workspace."""
    with tenant(world.id):
        spec = ClientSpec("App", [REDIRECT], ["openid", "profile.read"])
        return register(spec, confidential=True, actor=world.actor)[0]


def make_grant(world: World, member: Member) -> OAuthGrant:
    """What the member allowed an application."""
    application = make_application(world)
    with tenant(world.id):
        return OAuthGrant.objects.create(
            workspace_id=world.id, oauth_client=application, member=member, scopes=["openid"]
        )


def request_of(application: OAuthClient) -> str:
    """The request with which the application sends the browser."""
    return urlencode(
        {
            "response_type": "code",
            "client_id": application.client_id,
            "redirect_uri": REDIRECT,
            "scope": "openid profile.read",
            "state": "s",
            "code_challenge": "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
            "code_challenge_method": "S256",
        }
    )


def fill_applications(world: World) -> None:
    """A row in each table."""
    grant = make_grant(world, world.agent.member)
    with tenant(world.id):
        OAuthSpent.objects.create(
            workspace_id=world.id, grant=grant, token_hash=secrets.token_hex(32)
        )

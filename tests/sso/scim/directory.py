"""A directory that provisions a workspace, as tests speak for it."""

import secrets
from dataclasses import dataclass
from typing import Any

from starlette.testclient import TestClient

from netz.core.db import tenant
from netz.core.permissions import Permission
from netz.workspaces.models import Member
from netz.workspaces.services import create_api_key
from tests.factories import World, actor_of, make_world
from tests.sso.material import make_domain

USER = "urn:ietf:params:scim:schemas:core:2.0:User"
GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group"
SEARCH = "urn:ietf:params:scim:api:messages:2.0:SearchRequest"
PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp"


@dataclass
class Directory:
    """Speaks SCIM to one workspace, whose domain is proved."""

    client: TestClient
    world: World
    domain: str
    key: str

    @property
    def headers(self) -> dict[str, str]:
        """The key that was made for the directory."""
        return {"Authorization": f"Bearer {self.key}"}

    def call(self, method: str, path: str, body: Any = None, **more: Any) -> Any:
        """One request."""
        headers = self.headers | more.pop("headers", {})
        if body is not None:
            more["json"] = body
        return self.client.request(method, f"/scim/v2{path}", headers=headers, **more)

    def address(self) -> str:
        """A fresh address in the domain."""
        return f"u.{secrets.token_hex(6)}@{self.domain}"

    def user(self, **fields: Any) -> dict[str, Any]:
        """A user that was made."""
        body = {"schemas": [USER], "userName": self.address()} | fields
        made = self.call("POST", "/Users", body)
        assert made.status_code == 201, made.text
        return dict(made.json())

    def group(self, *members: str, **fields: Any) -> dict[str, Any]:
        """A group that was made."""
        listed = [{"value": one} for one in members]
        body = {"schemas": [GROUP], "displayName": f"G {secrets.token_hex(3)}", "members": listed}
        made = self.call("POST", "/Groups", body | fields)
        assert made.status_code == 201, made.text
        return dict(made.json())

    def patch(self, path: str, *operations: dict[str, Any], **more: Any) -> Any:
        """A change in part."""
        return self.call("PATCH", path, {"schemas": [PATCH], "Operations": [*operations]}, **more)

    def map(self, group_id: str, **role: Any) -> Any:
        """An admin says what role the group gives."""
        return self.client.put(
            f"/api/v2/sso/directory/groups/{group_id}/role",
            json=role,
            headers=self.world.admin.headers,
        )

    def member(self, user_id: str) -> Member:
        """The member behind a user."""
        with tenant(self.world.id):
            return Member.objects.select_related("user", "company").get(pk=user_id)


def make_directory(client: TestClient, world: World | None = None) -> Directory:
    """A directory for a workspace, with a key of the one scope."""
    world = world or make_world()
    domain = make_domain(world).name
    with tenant(world.id):
        _, key = create_api_key(
            "directory",
            scopes=[Permission.DIRECTORY_PROVISION],
            expires_at=None,
            actor=actor_of(world, world.admin.member),
        )
    return Directory(client, world, domain, key)

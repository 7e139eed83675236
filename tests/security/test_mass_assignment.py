"""Whatever is slipped into a request beside what it offers changes nothing, at any endpoint."""

import json
from functools import lru_cache
from typing import Any
from uuid import UUID

import pytest
from starlette.testclient import TestClient

from netz.accounts.models import User
from netz.audit.models import Entry
from netz.core.db import tenant
from netz.core.permissions import Role
from netz.workspaces.models import Member
from tests.accounts.people import NEW_PASSWORD, Browser, address, open_to
from tests.factories import World, make_world, sign_in
from tests.security.examples import EXAMPLES
from tests.security.scene import Scene, make_scene
from tests.sso.scim.directory import make_directory

MADE_UP = "01900000-0000-7000-8000-000000000000"
SLIPPED_IN: dict[str, Any] = {
    "id": MADE_UP,
    "role": "admin",
    "workspace_id": MADE_UP,
    "member_id": MADE_UP,
    "is_superuser": True,
    "is_staff": True,
    "permissions": ["workspace.delete"],
    "created_at": "2001-01-01T00:00:00Z",
}


@lru_cache
def document() -> dict[str, Any]:
    from netz.config.asgi import build_api

    found: dict[str, Any] = build_api().openapi()
    return found


def offered(endpoint: str, kind: str) -> set[str] | None:
    """The fields of the endpoint's body of this kind; None without one."""
    method, path = endpoint.split(" ")
    operation = document()["paths"][path][method.lower()]
    body = operation.get("requestBody", {}).get("content", {}).get(kind)
    if body is None:
        return None
    parts = body["schema"].get("anyOf", [body["schema"]])
    names = [part["$ref"].rpartition("/")[2] for part in parts if "$ref" in part]
    schemas = document()["components"]["schemas"]
    return {field for name in names for field in schemas[name]["properties"]}


@pytest.fixture(scope="module")
def scene(client: TestClient) -> Scene:
    return make_scene(client)


def rows(world: World) -> tuple[int, dict[UUID, tuple[str, bool]]]:
    """How long the trail is, which each write makes longer, and who is what."""
    with tenant(world.id):
        people = {row.pk: (row.role, row.active) for row in Member.objects.all()}
        return Entry.objects.count(), people


@pytest.mark.parametrize("endpoint", EXAMPLES)
def test_mass_assignment_is_refused_at_every_endpoint_that_writes(
    client: TestClient, scene: Scene, endpoint: str
) -> None:
    fields = offered(endpoint, "application/json")
    if fields is None:
        assert endpoint.startswith(("GET", "DELETE")) or not offered_anything(endpoint)
        return
    method, path = endpoint.split(" ")
    call = EXAMPLES[endpoint][1](scene, scene.admin)
    extra = {name: value for name, value in SLIPPED_IN.items() if name not in fields}
    headers = sign_in(client, scene.admin)
    before = rows(scene.world)
    refused = client.request(
        method,
        path.format(**call.ids),
        json={**(call.body or {}), **extra},
        params=call.query,
        headers=headers,
    )
    assert refused.status_code == 422, f"{endpoint}: {refused.text}"
    named = {str(error["field"]).rpartition(".")[2] for error in refused.json()["errors"]}
    assert set(extra) <= named, f"{endpoint}: {refused.text}"
    assert rows(scene.world) == before


def offered_anything(endpoint: str) -> bool:
    """Whether the endpoint takes a body of JSON."""
    return offered(endpoint, "application/json") is not None


@pytest.mark.parametrize("endpoint", [one for one in EXAMPLES if one.startswith(("POST", "PUT"))])
def test_mass_assignment_beside_a_file_changes_nothing(
    client: TestClient, scene: Scene, endpoint: str
) -> None:
    fields = offered(endpoint, "multipart/form-data")
    if fields is None:
        assert EXAMPLES[endpoint][1](scene, scene.admin).file is None
        return
    method, path = endpoint.split(" ")
    call = EXAMPLES[endpoint][1](scene, scene.admin)
    other = make_world()
    extra = {name: json.dumps(value) for name, value in SLIPPED_IN.items() if name not in fields}
    extra["workspace_id"] = str(other.id)
    before = rows(other), rows(scene.world)[1]
    answer = client.request(
        method,
        path.format(**call.ids),
        files={"file": ("note.md", call.file)},
        data={**(call.body or {}), **extra},
        headers=sign_in(client, scene.admin),
    )
    assert answer.status_code < 500
    assert MADE_UP not in answer.text
    assert (rows(other), rows(scene.world)[1]) == before, "nobody became anything"


def test_mass_assignment_at_the_registration_makes_an_ordinary_guest(client: TestClient) -> None:
    world, email = make_world(), address("new")
    slug = open_to(world, "open")
    body = {"email": email, "password": NEW_PASSWORD, "name": "Noa", "workspace": slug}
    Browser(client).call("POST", "auth/signup", {**body, **SLIPPED_IN, "is_active": False})
    user = User.objects.get(email=email)
    assert user.is_active
    assert str(user.pk) != MADE_UP
    assert not getattr(user, "is_superuser", False)
    with tenant(world.id):
        assert not Member.objects.filter(user=user).exclude(role=Role.GUEST).exists()


def test_mass_assignment_by_a_directory_makes_what_the_directory_may_make(
    client: TestClient,
) -> None:
    directory = make_directory(client)
    usual = directory.member(directory.user()["id"])
    made = directory.user(**SLIPPED_IN, roles=[{"value": "admin"}])
    member = directory.member(made["id"])
    assert made["id"] != MADE_UP
    assert (member.role, member.workspace_id) == (usual.role, usual.workspace_id)
    assert member.role != Role.ADMIN
    slipped = {"op": "add", "path": "role", "value": "admin"}
    directory.patch(f"/Users/{made['id']}", slipped)
    assert directory.member(made["id"]).role == usual.role

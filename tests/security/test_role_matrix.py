"""Every endpoint, for every kind of caller, with every kind of credential.

The list of endpoints is the application's own: one without an example in `examples.py` fails.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import pytest
from starlette.testclient import TestClient

from netz.core.actor import Actor
from netz.core.api.router import MissingPermissionError, Router
from netz.core.permissions import ROLE_PERMISSIONS, Permission, Role, permissions_of
from tests.core.streams import live_stream
from tests.factories import Person, add_person, get_tokens, sign_in
from tests.security.examples import EXAMPLES, FOREIGN_BODIES, FOREIGN_STATUS, SESSION_ONLY, Call
from tests.security.scene import Scene, make_scene

# What the member with a custom role holds: less than an agent, and one thing more.
READING = (Permission.DOCUMENTS_READ, Permission.MEMBERS_READ, Permission.TRAIL_READ)
STREAM = "GET /api/v2/events"
PREVIEW = "PUT /api/v2/me/preview"
KINDS = ("session", "jwt", "api_key")
SIGNED_IN = "signed in"


# Whoever calls it is gone: tests/accounts/test_own_account.py holds who may.
ENDS_ITS_CALLER = {"DELETE /api/v2/account"}


@dataclass(frozen=True)
class Caller:
    """Somebody with a credential, as headers; without a person: a forged one, or none."""

    name: str
    headers: dict[str, str]
    person: Person | None = None

    def may(self, permission: str) -> bool:
        """Whether the built-in or custom role holds the permission."""
        assert self.person is not None
        member = self.person.member
        custom = member.custom_role
        held = permissions_of(Role(member.role), custom.permissions if custom else None)
        return permission == SIGNED_IN or Permission(permission) in held

    def expected(self, endpoint: str, success: int) -> int:
        """The status that the endpoint gives this member."""
        permission = endpoints()[endpoint]
        if permission is not None and not self.may(permission):
            return 403
        by_key = self.name.endswith("by api_key")
        return 403 if by_key and endpoint in SESSION_ONLY else success


@dataclass(frozen=True)
class Cast:
    """Two workspaces and everybody who tries."""

    scene: Scene
    members: tuple[Caller, ...]
    strangers: tuple[Caller, ...]
    neighbours: tuple[Caller, ...]


@lru_cache
def endpoints() -> dict[str, str | None]:
    """Every endpoint of the application with its permission; None where anyone may come, and
    `SIGNED_IN` where whoever has a session may."""
    from netz.config.asgi import build_api

    found: dict[str, str | None] = {}
    for path, methods in build_api().openapi()["paths"].items():
        for method, operation in methods.items():
            needed = SIGNED_IN if operation.get("x-signed-in") else operation.get("x-permission")
            found[f"{method.upper()} {path}"] = needed
    return found


def credentials(client: TestClient, person: Person, name: str) -> Iterator[Caller]:
    yield Caller(f"{name} by session", sign_in(client, person), person)
    token = get_tokens(client, person)["access"]
    yield Caller(f"{name} by jwt", {"Authorization": f"Bearer {token}"}, person)
    yield Caller(f"{name} by api_key", person.headers, person)


@pytest.fixture(scope="module")
def cast(client: TestClient) -> Cast:
    scene, other = make_scene(client), make_scene(client)
    add_person(scene.world, "reader", permissions=READING)
    forged = {
        "session": {"Cookie": f"netz={'a' * 32}", "Origin": "http://testserver"},
        "jwt": {"Authorization": "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0."},
        "api_key": {"Authorization": f"Bearer netz_00000000_{'a' * 43}"},
    }
    return Cast(
        scene,
        tuple(
            caller
            for role in ("guest", "manager", "reader", "agent", "admin")
            for caller in credentials(client, scene.world.people[role], role)
        ),
        (Caller("nobody", {}), *(Caller(f"forged {k}", forged[k]) for k in KINDS)),
        tuple(credentials(client, other.admin, "neighbour")),
    )


def status_of(cast: Cast, endpoint: str, call: Call, caller: Caller) -> tuple[int, str]:
    method, path = endpoint.split(" ")
    if endpoint == STREAM:
        with live_stream(cast.scene.client, caller.headers) as stream:
            return stream.status, ""
    response = call.send(cast.scene, method, path, caller.headers)
    if endpoint == PREVIEW and response.status_code == 200:
        # The same sign-in goes on to other endpoints.
        cast.scene.client.delete("/api/v2/me/preview", headers=caller.headers)
    return response.status_code, response.text


def test_every_endpoint_has_an_example_and_no_example_is_stale() -> None:
    assert set(EXAMPLES) == set(endpoints()) - ENDS_ITS_CALLER
    assert set(FOREIGN_BODIES) <= set(endpoints())


@pytest.mark.parametrize("endpoint", EXAMPLES)
def test_members_get_what_their_role_allows_and_nothing_else(cast: Cast, endpoint: str) -> None:
    success, make = EXAMPLES[endpoint]
    for caller in cast.members:
        assert caller.person is not None
        status, text = status_of(cast, endpoint, make(cast.scene, caller.person), caller)
        expected = caller.expected(endpoint, success)
        assert status == expected, f"{caller.name}: {endpoint}: {text}"


@pytest.mark.parametrize("endpoint", EXAMPLES)
def test_without_a_valid_credential_nothing_but_the_public_opens(cast: Cast, endpoint: str) -> None:
    success, make = EXAMPLES[endpoint]
    for caller in cast.strangers:
        status, text = status_of(cast, endpoint, make(cast.scene, cast.scene.admin), caller)
        expected = success if endpoints()[endpoint] is None else 401
        assert status == expected, f"{caller.name}: {endpoint}: {text}"


@pytest.mark.parametrize("endpoint", EXAMPLES)
def test_another_workspace_s_admin_finds_nothing_of_this_one(cast: Cast, endpoint: str) -> None:
    success, make = EXAMPLES[endpoint]
    if endpoints()[endpoint] is None and "{" not in endpoint:
        make = EXAMPLES["GET /healthz"][1]  # nothing of a workspace is asked for
    for caller in cast.neighbours:
        call = make(cast.scene, cast.scene.admin)
        if endpoint in FOREIGN_BODIES:
            call = Call(body=FOREIGN_BODIES[endpoint](cast.scene))
        if endpoints()[endpoint] is None and endpoint.startswith("POST"):
            continue
        status, text = status_of(cast, endpoint, call, caller)
        if call.ids or endpoint in FOREIGN_BODIES:
            expected = caller.expected(endpoint, FOREIGN_STATUS.get(endpoint, 404))
            assert status == expected, f"{caller.name}: {endpoint}: {text}"
            continue  # the answer names the address that was asked for, and nothing else
        if endpoints()[endpoint] is not None:
            assert status == caller.expected(endpoint, success), (
                f"{caller.name}: {endpoint}: {text}"
            )
        for known in (cast.scene.world.id, cast.scene.document["id"], cast.scene.admin.user.email):
            assert str(known) not in text, f"{caller.name}: {endpoint} tells {known}"


def test_an_endpoint_without_a_permission_stops_the_program() -> None:
    router = Router()

    def endpoint(actor: Actor) -> dict[str, str]:
        return {}

    for declare in (router.get, router.post, router.put, router.patch, router.delete):
        with pytest.raises(MissingPermissionError):
            declare("/forgotten")(endpoint)
        with pytest.raises(MissingPermissionError):
            declare("/both", permission=Permission.SEARCH, public=True)(endpoint)


def test_no_route_of_the_api_comes_from_elsewhere_than_our_router() -> None:
    from fastapi.routing import APIRoute

    from netz.config.asgi import build_api

    pages = {"/api/v2/docs", "/{path:path}"}
    for route in build_api().routes:
        if isinstance(route, APIRoute) and route.path not in pages:
            assert "x-permission" in (route.openapi_extra or {}), route.path


def test_a_guest_s_rights_are_part_of_an_agent_s_and_those_of_an_admin_s() -> None:
    guest, agent = ROLE_PERMISSIONS[Role.GUEST], ROLE_PERMISSIONS[Role.AGENT]
    assert guest < agent < ROLE_PERMISSIONS[Role.ADMIN]
    assert guest < ROLE_PERMISSIONS[Role.MANAGER]
    for role in (Role.GUEST, Role.MANAGER):
        assert not {p for p in ROLE_PERMISSIONS[role] if p.value.endswith(".manage")}

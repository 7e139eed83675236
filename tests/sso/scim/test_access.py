"""Who may speak SCIM: one key with the one scope, of an admin; and what it can't be made to do."""

import secrets
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from netz.core.db import tenant
from netz.core.permissions import Permission, Role
from netz.sso.scim.api import router
from netz.workspaces.models import ApiKey
from netz.workspaces.services import create_api_key, revoke_api_key
from tests.core.streams import live_stream
from tests.factories import World, actor_of, add_person, get_tokens, sign_in
from tests.sso.scim.directory import PATCH, SEARCH, Directory, make_directory
from tests.sso.trail import entries
from tests.workspaces.oauth.peer import Peer, register

Make = Callable[[Directory], tuple[str, Any]]
NOTHING = {"schemas": [PATCH], "Operations": [{"op": "replace", "value": {"displayName": "N"}}]}


def _user(body: Any = None) -> Make:
    return lambda directory: (directory.user()["id"], body)


def _group(body: Any = None) -> Make:
    return lambda directory: (directory.group()["id"], body)


def _put_user(directory: Directory) -> tuple[str, Any]:
    made = directory.user()
    return made["id"], {"userName": made["userName"]}


# Each endpoint: what it answers to the directory's own key, an id for its path, and its body.
ENDPOINTS: dict[str, tuple[int, Make]] = {
    "GET /ServiceProviderConfig": (200, lambda _: ("", None)),
    "GET /ResourceTypes": (200, lambda _: ("", None)),
    "GET /ResourceTypes/{name}": (200, lambda _: ("User", None)),
    "GET /Schemas": (200, lambda _: ("", None)),
    "GET /Schemas/{name}": (200, lambda _: ("urn:ietf:params:scim:schemas:core:2.0:User", None)),
    "GET /Users": (200, lambda _: ("", None)),
    "POST /Users/.search": (200, lambda _: ("", {"schemas": [SEARCH]})),
    "POST /Users": (201, lambda directory: ("", {"userName": directory.address()})),
    "GET /Users/{user_id}": (200, _user()),
    "PUT /Users/{user_id}": (200, _put_user),
    "PATCH /Users/{user_id}": (200, _user(NOTHING)),
    "DELETE /Users/{user_id}": (204, _user()),
    "GET /Groups": (200, lambda _: ("", None)),
    "POST /Groups/.search": (200, lambda _: ("", {"schemas": [SEARCH]})),
    "POST /Groups": (201, lambda _: ("", {"displayName": secrets.token_hex(4)})),
    "GET /Groups/{group_id}": (200, _group()),
    "PUT /Groups/{group_id}": (200, _group({"displayName": "G"})),
    "PATCH /Groups/{group_id}": (200, _group(NOTHING)),
    "DELETE /Groups/{group_id}": (204, _group()),
    "POST /.search": (200, lambda _: ("", {"schemas": [SEARCH]})),
    "GET /{rest:path}": (404, lambda _: ("Bulk", None)),
}


@pytest.fixture(scope="module")
def directory(client: TestClient) -> Directory:
    return make_directory(client)


def send(directory: Directory, endpoint: str, make: Make, headers: dict[str, str]) -> Any:
    known, body = make(directory)
    method, path = endpoint.split(" ")
    path = path.partition("{")[0] + known if "{" in path else path
    more = {} if body is None else {"json": body}
    return directory.client.request(method, f"/scim/v2{path}", headers=headers, **more)


def narrow(world: World, *scopes: Permission) -> dict[str, str]:
    """A key of the admin's that may do these things alone."""
    with tenant(world.id):
        actor = actor_of(world, world.admin.member)
        _, key = create_api_key("narrow", scopes=scopes, expires_at=None, actor=actor)
    return {"Authorization": f"Bearer {key}"}


@pytest.fixture(scope="module")
def refused(client: TestClient, directory: Directory) -> dict[str, tuple[int, dict[str, str]]]:
    """Everybody who is not the directory, with the status that they get everywhere."""
    world = directory.world
    add_person(world, "second", permissions=(Permission.MEMBERS_MANAGE, Permission.MEMBERS_READ))
    others = set(Permission) - {Permission.DIRECTORY_PROVISION}
    found: dict[str, tuple[int, dict[str, str]]] = {
        "nobody": (401, {}),
        "a forged key": (401, {"Authorization": f"Bearer netz_00000000_{'a' * 43}"}),
        "a forged token": (401, {"Authorization": f"Bearer {'a' * 40}"}),
        "an admin's key for all but this": (403, narrow(world, *others)),
    }
    app = Peer(client, register(client, world)).tokens(world.admin)["access_token"]
    found["admin by an application"] = (403, {"Authorization": f"Bearer {app}"})
    for role in ("guest", "manager", "agent", "second", "admin"):
        person = world.people[role]
        bearer = {"Authorization": f"Bearer {get_tokens(client, person)['access']}"}
        found[f"{role} by session"] = (403, sign_in(client, person))
        found[f"{role} by app token"] = (403, bearer)
        if role != "admin":
            found[f"{role} by key"] = (403, person.headers)
    return found


def test_every_endpoint_is_in_the_matrix() -> None:
    declared = {f"{next(iter(options['methods']))} {path}" for path, _, options in router._declared}
    assert declared == set(ENDPOINTS)


@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_an_endpoint_opens_to_the_directory_and_to_nobody_else(
    directory: Directory, refused: dict[str, tuple[int, dict[str, str]]], endpoint: str
) -> None:
    success, make = ENDPOINTS[endpoint]
    answer = send(directory, endpoint, make, directory.headers)
    assert answer.status_code == success, answer.text
    for who, (status, headers) in refused.items():
        answer = send(directory, endpoint, make, headers)
        assert answer.status_code == status, (who, answer.text)
        assert answer.json()["status"] == str(status)
        assert directory.domain not in answer.text


@pytest.mark.parametrize("endpoint", [one for one in ENDPOINTS if "_id}" in one])
def test_another_workspace_s_directory_finds_nobody_here(
    client: TestClient, directory: Directory, endpoint: str
) -> None:
    success, make = ENDPOINTS[endpoint]
    other = make_directory(client)
    assert send(directory, endpoint, make, other.headers).status_code == 404
    assert send(directory, endpoint, make, directory.headers).status_code == success


def test_a_withdrawn_key_is_nobody_at_once(client: TestClient) -> None:
    directory = make_directory(client)
    assert directory.call("GET", "/Users").status_code == 200
    with tenant(directory.world.id):
        key = ApiKey.objects.get(name="directory")
        revoke_api_key(key, actor=directory.world.actor)
    assert directory.call("GET", "/Users").status_code == 401


def ways_in(client: TestClient, world: World) -> Iterator[dict[str, str]]:
    yield sign_in(client, world.agent)
    yield {"Authorization": f"Bearer {get_tokens(client, world.agent)['access']}"}
    yield world.agent.headers


@pytest.mark.parametrize("by", ["PATCH", "PUT", "DELETE"])
def test_a_deactivated_member_s_sessions_tokens_keys_and_streams_end_at_once(
    client: TestClient, by: str
) -> None:
    directory = make_directory(client)
    agent = directory.world.agent
    path = f"/Users/{agent.member.id}"
    off: Any = {"userName": agent.user.email, "active": False}
    if by == "PATCH":
        off = {"schemas": [PATCH], "Operations": [{"op": "replace", "value": {"active": False}}]}
    ways = list(ways_in(client, directory.world))
    with live_stream(client, ways[0]) as first, live_stream(client, ways[1]) as second:
        assert [first.status, second.status] == [200, 200]
        done = directory.call(by, path, None if by == "DELETE" else off)
        assert done.status_code in (200, 204), done.text
        for stream in (first, second):
            stream.wait_for_end()
            assert stream.ended
    assert [client.get("/api/v2/me", headers=way).status_code for way in ways] == [401] * 3
    member = directory.member(str(agent.member.id))
    assert (member.active, member.role) == (False, Role.AGENT)
    assert any(one.get("active") is False for one in entries(directory.world, "member.change"))


@pytest.mark.parametrize(
    ("what", "status"),
    [
        ('{"userName": "' + "a" * (1024 * 1024) + '"}', 413),
        ('{"userName": "a@b.example", "emails": ' + "[" * 30 + "]" * 30 + "}", 400),
        ('{"userName": "a@b.example", "name": ' + '{"a":' * 5000 + "1" + "}" * 5000 + "}", 400),
        ('{"userName": "a\\u0000b@b.example"}', 400),
        ('{"userName": ["a@b.example"]}', 400),
        ('{"active": "peut-être", "userName": "a@b.example"}', 400),
    ],
    ids=["huge", "deep lists", "deep objects", "null character", "a list", "no boolean"],
)
def test_a_body_beyond_the_limits_makes_nothing(
    directory: Directory, what: str, status: int
) -> None:
    before = directory.call("GET", "/Users").json()["totalResults"]
    answer = directory.call("POST", "/Users", content=what.encode())
    assert answer.status_code == status, answer.text[:500]
    assert answer.headers["content-type"] == "application/scim+json"
    assert directory.call("GET", "/Users").json()["totalResults"] == before


def test_a_change_in_several_parts_is_made_whole_or_not_at_all(directory: Directory) -> None:
    group = directory.group(displayName="Avant")
    changed = directory.patch(
        f"/Groups/{group['id']}",
        {"op": "replace", "path": "displayName", "value": "Après"},
        {"op": "add", "path": "members", "value": [{"value": str(directory.world.id)}]},
    )
    assert (changed.status_code, changed.json()["scimType"]) == (400, "invalidValue")
    assert directory.call("GET", f"/Groups/{group['id']}").json()["displayName"] == "Avant"

"""What a directory may do to a workspace, and what it may not."""

import pytest
from starlette.testclient import TestClient

from netz.core.permissions import Role
from tests.factories import make_world, sign_in
from tests.sso.scim.directory import PATCH, Directory, make_directory


@pytest.fixture
def directory(client: TestClient) -> Directory:
    return make_directory(client)


def test_a_user_becomes_a_member_without_a_password(directory: Directory) -> None:
    made = directory.user(externalId="e-1", name={"givenName": "Noa", "familyName": "Roux"})
    member = directory.member(made["id"])
    assert (member.source, member.external_id, member.role) == ("scim", "e-1", Role.AGENT)
    assert member.user.name == "Noa Roux"
    assert not member.user.has_usable_password()
    again = directory.call(
        "POST", "/Users", {"schemas": made["schemas"]} | {"userName": made["userName"]}
    )
    assert (again.status_code, again.json()["scimType"]) == (409, "uniqueness")
    assert again.headers["content-type"] == "application/scim+json"


def test_somebody_of_another_workspace_is_not_taken_by_their_address(
    client: TestClient, directory: Directory
) -> None:
    victim = make_world().agent.user
    answer = directory.call("POST", "/Users", {"userName": victim.email})
    assert (answer.status_code, answer.json()["scimType"]) == (409, "uniqueness")


def test_another_workspace_s_directory_finds_nothing(
    client: TestClient, directory: Directory
) -> None:
    user, group = directory.user(), directory.group()
    other = make_directory(client)
    for path in (f"/Users/{user['id']}", f"/Groups/{group['id']}"):
        for method in ("GET", "DELETE"):
            assert other.call(method, path).status_code == 404
            assert directory.call("GET", path).status_code == 200
    listed = other.call("GET", "/Users", params={"filter": f'userName eq "{user["userName"]}"'})
    assert listed.json()["totalResults"] == 0
    taken = other.call("POST", "/Groups", {"displayName": "x", "members": [{"value": user["id"]}]})
    assert (taken.status_code, taken.json()["scimType"]) == (400, "invalidValue")


def test_only_a_key_of_the_scope_is_let_in(client: TestClient, directory: Directory) -> None:
    agent, admin = directory.world.agent, directory.world.admin
    for headers, status in (({}, 401), (agent.headers, 403), (sign_in(client, admin), 403)):
        answer = client.get("/scim/v2/Users", headers=headers)
        assert answer.status_code == status
        assert answer.json()["status"] == str(status)
        assert answer.headers["content-type"] == "application/scim+json"


def test_a_deactivated_member_s_key_and_session_end_at_once(
    client: TestClient, directory: Directory
) -> None:
    agent = directory.world.agent
    ways = [agent.headers, sign_in(client, agent)]
    assert [client.get("/api/v2/me", headers=way).status_code for way in ways] == [200, 200]
    # Entra ID says so: capitals, and the boolean as text.
    change = {"op": "Replace", "path": "active", "value": "False"}
    assert directory.patch(f"/Users/{agent.member.id}", change).json()["active"] is False
    assert [client.get("/api/v2/me", headers=way).status_code for way in ways] == [401, 401]


def test_the_last_admin_stays(directory: Directory) -> None:
    admin = f"/Users/{directory.world.admin.member.id}"
    assert directory.call("DELETE", admin).status_code == 409
    assert directory.patch(admin, {"op": "replace", "value": {"active": False}}).status_code == 409
    assert directory.call("GET", admin).json()["active"] is True


def test_a_mapped_group_gives_and_takes_the_role(directory: Directory) -> None:
    user = directory.user()
    group = directory.group()
    company = str(directory.world.company.id)
    assert directory.map(group["id"], role="guest", company_id=company).status_code == 200
    add = {"op": "Add", "path": "members", "value": [{"value": user["id"]}]}
    assert directory.patch(f"/Groups/{group['id']}", add).status_code == 200
    assert directory.member(user["id"]).role == Role.GUEST
    drop = {"op": "Remove", "path": "members", "value": [{"value": user["id"]}]}
    assert directory.patch(f"/Groups/{group['id']}", drop).status_code == 200
    assert directory.member(user["id"]).role == Role.AGENT


@pytest.mark.parametrize(
    "wanted", ["nothing eq 1", "userName zz 1", "(" * 60, "userName eq", 'userName eq "\0"']
)
def test_a_bad_filter_is_refused(directory: Directory, wanted: str) -> None:
    answer = directory.call("GET", "/Users", params={"filter": wanted})
    assert answer.status_code == 400


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"[" * 5000, b'{"userName": "\\ud800"}'])
def test_a_bad_body_is_refused(directory: Directory, body: bytes) -> None:
    answer = directory.call("POST", "/Users", content=body)
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/scim+json"


def test_a_stale_version_changes_nothing(directory: Directory) -> None:
    user = directory.user()
    path, old = f"/Users/{user['id']}", user["meta"]["version"]
    change = {"op": "replace", "path": "displayName", "value": "Un"}
    assert directory.patch(path, change, headers={"If-Match": old}).status_code == 200
    stale = directory.call(
        "PATCH",
        path,
        {"schemas": [PATCH], "Operations": [change | {"value": "Deux"}]},
        headers={"If-Match": old},
    )
    assert stale.status_code == 412
    assert directory.call("GET", path).json()["displayName"] == "Un"

"""Requests as RFC 7644, Okta and Entra ID send them, word for word but for ids and addresses."""

import secrets
from typing import Any

import pytest
from starlette.testclient import TestClient

from netz.core.permissions import Role
from tests.sso.scim.directory import GROUP, PATCH, USER, Directory, make_directory
from tests.sso.trail import entries

ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"


@pytest.fixture
def directory(client: TestClient) -> Directory:
    return make_directory(client)


def test_the_rfc_s_creation_and_replacement(directory: Directory) -> None:
    address = directory.address()
    body = {
        "schemas": [USER],
        "userName": address,
        "externalId": "bjensen",
        "name": {
            "formatted": "Ms. Barbara J Jensen III",
            "familyName": "Jensen",
            "givenName": "Barbara",
        },
    }
    made = directory.call("POST", "/Users", body)
    assert made.status_code == 201
    user = made.json()
    assert made.headers["location"] == user["meta"]["location"]
    assert (user["meta"]["resourceType"], made.headers["etag"]) == (
        "User",
        user["meta"]["version"],
    )
    more = body | {
        "id": user["id"],
        "roles": [],
        "emails": [{"value": "bjensen@contoso.com"}, {"value": "babs@jensen.org"}],
    }
    replaced = directory.call("PUT", f"/Users/{user['id']}", more)
    assert replaced.status_code == 200, replaced.text
    assert [one["value"] for one in replaced.json()["emails"]] == [
        "bjensen@contoso.com",
        "babs@jensen.org",
    ]


RFC_FILTERS = {
    'userName Eq "{name}"': 1,
    'name.familyName co "O\'Malley"': 1,
    'userName sw "{start}"': 1,
    'urn:ietf:params:scim:schemas:core:2.0:User:userName sw "{start}"': 1,
    'meta.lastModified gt "2011-05-13T04:42:34Z"': None,
    'meta.lastModified ge "2011-05-13T04:42:34Z"': None,
    'meta.lastModified lt "2011-05-13T04:42:34Z"': 0,
    'schemas eq "urn:ietf:params:scim:schemas:core:2.0:User"': None,
    'active eq true and (emails co "example.com" or emails.value co "contoso.com")': 1,
    'active eq true and not (emails co "example.com" or emails.value co "contoso.com")': None,
    'active eq true and (emails.type eq "work")': 1,
    'emails[type eq "work" and value co "@contoso.com"]': 1,
    'emails[type eq "home" and value co "@contoso.com"]': 0,
}


@pytest.mark.parametrize("text", RFC_FILTERS)
def test_the_rfc_s_filters(directory: Directory, text: str) -> None:
    user = directory.user(
        name={"familyName": "O'Malley"}, emails=[{"value": "om@contoso.com", "type": "work"}]
    )
    name = user["userName"]
    wanted = text.format(name=name.upper(), start=name[:8].upper())
    found = directory.call("GET", "/Users", params={"filter": wanted})
    assert found.status_code == 200, found.text
    expected = RFC_FILTERS[text]
    assert expected is None or found.json()["totalResults"] == expected, found.json()


@pytest.mark.parametrize(
    "text", ["title pr", 'userType eq "Employee"', 'emails[type eq "work"] or ims[type eq "xmpp"]']
)
def test_the_rfc_s_filters_on_what_is_not_kept_are_refused(directory: Directory, text: str) -> None:
    found = directory.call("GET", "/Users", params={"filter": text})
    assert (found.status_code, found.json()["scimType"]) == (400, "invalidFilter")


def test_okta_s_life_of_a_user(directory: Directory) -> None:
    address = directory.address()
    known = directory.call(
        "GET",
        "/Users",
        params={"filter": f'userName eq "{address}"', "startIndex": "1", "count": "100"},
    )
    assert (known.status_code, known.json()["totalResults"]) == (200, 0)
    made = directory.call(
        "POST",
        "/Users",
        {
            "schemas": [USER],
            "userName": address,
            "name": {"givenName": "Test", "familyName": "User"},
            "emails": [{"primary": True, "value": address, "type": "work"}],
            "displayName": "Test User",
            "locale": "en-US",
            "externalId": "00ujl29u0le5T6Aj10h7",
            "groups": [],
            "password": "1mz050nq",
            "active": True,
        },
    )
    assert made.status_code == 201, made.text
    path = f"/Users/{made.json()['id']}"
    assert not directory.member(made.json()["id"]).user.has_usable_password()
    assert "password" not in made.text
    switched = {"schemas": [PATCH], "Operations": [{"op": "replace", "value": {"active": False}}]}
    assert directory.call("PATCH", path, switched).json()["active"] is False
    switched["Operations"][0]["value"]["active"] = True  # type: ignore[index]  # a literal above
    assert directory.call("PATCH", path, switched).json()["active"] is True
    whole = directory.call("GET", path).json() | {"active": False}
    assert directory.call("PUT", path, whole).json()["active"] is False


def test_okta_s_groups(directory: Directory) -> None:
    user = directory.user()
    made = directory.call(
        "POST", "/Groups", {"schemas": [GROUP], "displayName": "Test SCIMv2", "members": []}
    )
    assert made.status_code == 201, made.text
    group = made.json()
    path = f"/Groups/{group['id']}"
    renamed = {"op": "replace", "value": {"id": group["id"], "displayName": "Test SCIMv2 bis"}}
    assert directory.patch(path, renamed).status_code in (200, 204)
    added = {
        "op": "add",
        "path": "members",
        "value": [{"value": user["id"], "display": user["userName"]}],
    }
    assert directory.patch(path, added).status_code in (200, 204)
    assert [one["value"] for one in directory.call("GET", path).json()["members"]] == [user["id"]]
    removed = {"op": "remove", "path": f'members[value eq "{user["id"]}"]'}
    assert directory.patch(path, removed).status_code in (200, 204)
    assert not directory.call("GET", path).json().get("members")
    put = group | {"displayName": "Test SCIMv2 ter", "members": [{"value": user["id"]}]}
    assert directory.call("PUT", path, put).json()["displayName"] == "Test SCIMv2 ter"


def test_entra_s_connection_test(directory: Directory) -> None:
    wanted = {"filter": f'userName eq "{secrets.token_hex(16)}"'}
    found = directory.call("GET", "/Users", params=wanted)
    assert found.status_code == 200
    assert found.json()["totalResults"] == 0
    assert not found.json().get("Resources")


def test_entra_s_life_of_a_user(directory: Directory) -> None:
    address = directory.address()
    made = directory.call(
        "POST",
        "/Users",
        {
            "schemas": [USER, ENTERPRISE],
            "externalId": "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef",
            "userName": address,
            "active": True,
            "emails": [{"primary": True, "type": "work", "value": address}],
            "meta": {"resourceType": "User"},
            "name": {"formatted": "givenName familyName", "familyName": "f", "givenName": "g"},
            "roles": [],
            ENTERPRISE: {"department": "bob"},
        },
    )
    assert made.status_code == 201, made.text
    path = f"/Users/{made.json()['id']}"
    changed = directory.patch(
        path,
        {"op": "Replace", "path": 'emails[type eq "work"].value', "value": "new@contoso.com"},
        {"op": "Replace", "path": "name.familyName", "value": "updated"},
        {"op": "Add", "path": f"{ENTERPRISE}:department", "value": "alice"},
    )
    assert changed.status_code == 200, changed.text
    assert changed.json()["name"]["familyName"] == "updated"
    assert [one["value"] for one in changed.json()["emails"]] == ["new@contoso.com"]
    dotted = directory.patch(
        path, {"op": "replace", "value": {"displayName": "Bjfe", "name.givenName": "Kim"}}
    )
    assert (dotted.status_code, dotted.json()["displayName"]) == (200, "Bjfe")
    assert dotted.json()["name"]["givenName"] == "Kim"
    off = directory.patch(path, {"op": "Replace", "path": "active", "value": "False"})
    assert off.json()["active"] is False
    on = directory.patch(path, {"op": "Add", "path": "active", "value": "True"})
    assert on.json()["active"] is True
    match = {"filter": f'emails[type eq "work"].value eq "{"new@contoso.com"}"'}
    assert directory.call("GET", "/Users", params=match).json()["totalResults"] == 1
    assert directory.call("DELETE", path).status_code == 204
    assert directory.call("GET", path).status_code == 404


def test_entra_s_groups(directory: Directory) -> None:
    first, second = directory.user()["id"], directory.user()["id"]
    made = directory.call(
        "POST",
        "/Groups",
        {
            "schemas": [GROUP, "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM"],
            "externalId": "8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159",
            "displayName": "displayName",
            "meta": {"resourceType": "Group"},
        },
    )
    assert made.status_code == 201, made.text
    path = f"/Groups/{made.json()['id']}"
    wanted = {"excludedAttributes": "members", "filter": 'displayName eq "displayName"'}
    found = directory.call("GET", "/Groups", params=wanted).json()
    assert (found["totalResults"], "members" in found["Resources"][0]) == (1, False)
    for one in (first, second):
        add = {"op": "Add", "path": "members", "value": [{"$ref": None, "value": one}]}
        assert directory.patch(path, add).status_code in (200, 204), one
    drop = {"op": "Remove", "path": "members", "value": [{"$ref": None, "value": first}]}
    assert directory.patch(path, drop).status_code in (200, 204)
    assert [one["value"] for one in directory.call("GET", path).json()["members"]] == [second]
    assert directory.call("DELETE", path).status_code == 204


def test_a_changed_user_name_moves_the_sign_in(directory: Directory) -> None:
    user, address = directory.user(), directory.address()
    change = {"op": "Replace", "path": "userName", "value": address.upper()}
    changed = directory.patch(f"/Users/{user['id']}", change)
    assert (changed.status_code, changed.json()["userName"]) == (200, address)
    assert directory.member(user["id"]).user.email == address
    again = directory.user(userName=user["userName"])
    assert again["id"] != user["id"]
    assert {"user_name": address} in entries(directory.world, "directory.user_change")


def test_a_user_name_is_not_moved_where_that_would_take_an_account_over(
    client: TestClient, directory: Directory
) -> None:
    taken, other = directory.user(), make_directory(client)
    shared = directory.user()
    put_in(other, directory.member(shared["id"]).user)
    outside = directory.world.agent.member  # in a domain that the workspace has not proved
    cases: list[tuple[Any, str, int]] = [
        (directory.user()["id"], taken["userName"], 409),
        (directory.user()["id"], "someone@elsewhere.example", 409),
        (directory.user()["id"], "no address", 400),
        (shared["id"], directory.address(), 409),
        (outside.id, directory.address(), 409),
    ]
    for user_id, address, status in cases:
        before = directory.call("GET", f"/Users/{user_id}").json()
        refused = directory.call("PUT", f"/Users/{user_id}", before | {"userName": address})
        assert refused.status_code == status, (address, refused.text)
        assert refused.json()["detail"]
        assert directory.call("GET", f"/Users/{user_id}").json() == before


def put_in(other: Directory, account: Any) -> None:
    from netz.core.db import tenant
    from netz.workspaces.services import add_member

    with tenant(other.world.id):
        add_member(account, role=Role.AGENT, company=None, actor=other.world.actor)

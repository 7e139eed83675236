"""Custom roles: what they hold holds at once, and nobody gives what they don't hold."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from netz.core.permissions import ESSENTIAL, MOST_PERMISSIONS, ROLE_PERMISSIONS, Permission, Role
from tests.core.streams import live_stream
from tests.factories import World, add_person, make_world, sign_in
from tests.security.ways_in import bearer, ways_in
from tests.workspaces.roles.calls import call, change, changed, get, trail


@pytest.fixture
def world() -> World:
    return make_world()


def make_role(client: TestClient, world: World, *permissions: str, base: str = "agent") -> Any:
    body = {"name": f"Rôle {permissions[:1]} {base}", "base": base, "permissions": permissions}
    response = call(client, world.admin, "POST", "roles", json=body)
    assert response.status_code == 201, response.text
    return response.json()


def test_a_custom_role_narrows_and_widens_its_built_in_one_for_every_credential(
    client: TestClient, world: World
) -> None:
    role = make_role(client, world, "documents.read", "members.read", "models.manage")
    ways = ways_in(client, world.agent)
    changed(client, world, world.agent, custom_role_id=role["id"])
    # The key was made with an agent's scopes: it stays within them.
    for headers, widened in zip(ways, (200, 200, 403), strict=True):
        assert call(client, headers, "GET", "documents").status_code == 200
        assert call(client, headers, "POST", "search", json={"query": "x"}).status_code == 403
        assert call(client, headers, "GET", "ai/models").status_code == widened
        me = get(client, headers, "me")
        assert me["member"]["custom_role"]["id"] == role["id"]
        assert "search.use" not in me["permissions"]
        assert {p.value for p in ESSENTIAL} <= set(me["permissions"])


def test_a_change_of_the_role_holds_from_the_next_request_on(
    client: TestClient, world: World
) -> None:
    role = make_role(client, world, "documents.read")
    changed(client, world, world.agent, custom_role_id=role["id"])
    ways = ways_in(client, world.agent)
    body = {"permissions": ["search.use"]}
    response = call(client, world.admin, "PATCH", f"roles/{role['id']}", json=body)
    assert response.json()["permissions"] == sorted({"search.use", *ESSENTIAL})
    for headers in ways:
        assert call(client, headers, "GET", "documents").status_code == 403
        assert call(client, headers, "POST", "search", json={"query": "x"}).status_code == 200
    row = trail(client, world, "role.change")[-1]
    assert row.before["permissions"] == ["documents.read"]
    assert row.after["permissions"] == ["search.use"]


def test_a_changed_role_reaches_open_streams(client: TestClient, world: World) -> None:
    role = make_role(client, world, "documents.manage", "documents.read")
    changed(client, world, world.agent, custom_role_id=role["id"])
    with live_stream(client, world.agent.headers) as stream:
        body = {"permissions": ["documents.read"]}
        call(client, world.admin, "PATCH", f"roles/{role['id']}", json=body)
        stream.wait_for("event: resync")
        made = call(
            client,
            world.admin,
            "POST",
            "documents",
            files={"file": ("a.md", b"# A")},
            data={"path": "a.md", "audience": "public"},
        )
        assert made.status_code == 202
        # Something that reaches the agent in any case comes after, and nothing before it.
        changed(client, world, world.agent, custom_role_id=None)
        text = stream.wait_for("event: resync\ndata: {}\n\nevent: resync")
    assert "document.updated" not in text


def test_a_role_in_use_cannot_be_deleted_and_says_who_holds_it(
    client: TestClient, world: World
) -> None:
    role = make_role(client, world, "documents.read")
    address = f"roles/{role['id']}"
    changed(client, world, world.agent, custom_role_id=role["id"])
    refused = call(client, world.admin, "DELETE", address)
    assert refused.status_code == 409
    assert refused.json()["code"] == "role.in_use"
    assert "Agent" in refused.json()["hint"]
    changed(client, world, world.agent, role="agent", custom_role_id=None)
    invited = {"email": "x@example.com", "role": "agent", "custom_role_id": role["id"]}
    made = call(client, world.admin, "POST", "invitations", json=invited).json()
    assert made["custom_role"]["id"] == role["id"]
    assert "x@example.com" in call(client, world.admin, "DELETE", address).json()["hint"]
    call(client, world.admin, "DELETE", f"invitations/{made['id']}")
    assert call(client, world.admin, "DELETE", address).status_code == 204
    assert trail(client, world, "role.delete")


def test_an_invited_person_comes_with_the_custom_role(client: TestClient, world: World) -> None:
    role = make_role(client, world, "documents.read", base="guest")
    body = {
        "email": world.agent.user.email.replace("agent", "autre"),
        "role": "agent",
        "custom_role_id": role["id"],
        "company_id": str(world.company.id),
    }
    link = call(client, world.admin, "POST", "invitations", json=body).json()["link"]
    taken = {"token": link.rsplit("/", 1)[1], "name": "Noa", "password": "plein-de-mots-7-longs"}
    response = client.post("/api/v2/invitations/acceptance", json=taken)
    assert response.status_code == 201, response.text
    found = [m for m in get(client, world.admin, "members")["items"] if m["user"]["name"] == "Noa"]
    assert found[0]["role"] == "guest", "the role below the custom one, whatever was asked"
    assert found[0]["custom_role"]["id"] == role["id"]


@pytest.mark.parametrize("base", [Role.GUEST, Role.MANAGER, Role.AGENT])
def test_a_role_holds_no_more_than_its_base_allows(
    client: TestClient, world: World, base: Role
) -> None:
    most = MOST_PERMISSIONS[base]
    beyond = sorted(set(Permission) - most)
    assert beyond
    for permission in beyond:
        body = {"name": "Trop", "base": base.value, "permissions": [permission.value]}
        refused = call(client, world.admin, "POST", "roles", json=body)
        assert refused.status_code == 422, permission
        assert refused.json()["code"] == "role.too_wide"
    role = make_role(client, world, *sorted(most), base=base.value)
    assert set(role["permissions"]) == {p.value for p in most}
    body = {"permissions": [beyond[0].value]}
    refused = call(client, world.admin, "PATCH", f"roles/{role['id']}", json=body)
    assert refused.json()["code"] == "role.too_wide"


def test_what_a_client_s_person_may_hold_at_most_is_nothing_of_staff() -> None:
    assert MOST_PERMISSIONS[Role.GUEST] == ROLE_PERMISSIONS[Role.GUEST]
    assert MOST_PERMISSIONS[Role.MANAGER] == MOST_PERMISSIONS[Role.GUEST] | {
        Permission.COMPANY_OVERSEE,
        Permission.MEMBERS_READ,
    }
    assert set(Permission) - MOST_PERMISSIONS[Role.AGENT] == {
        Permission.SECURITY_MANAGE,
        Permission.DIRECTORY_PROVISION,
        Permission.WORKSPACE_DELETE,
    }
    assert Role.ADMIN not in MOST_PERMISSIONS


def test_a_stored_permission_beyond_the_base_counts_for_nothing(
    client: TestClient, world: World
) -> None:
    from netz.core.db import tenant
    from netz.workspaces.models import CustomRole

    role = make_role(client, world, "documents.read", base="guest")
    changed(client, world, world.guest, custom_role_id=role["id"])
    with tenant(world.id):
        names = ["documents.read", "members.manage", "no.such"]
        CustomRole.objects.filter(pk=role["id"]).update(permissions=names)
    for headers in ways_in(client, world.guest):
        assert call(client, headers, "GET", "documents").status_code == 200
        assert call(client, headers, "GET", "invitations").status_code == 403


def test_nobody_gives_a_permission_that_they_do_not_hold(client: TestClient, world: World) -> None:
    clerk = add_person(
        world,
        "clerk",
        permissions=[
            Permission.ROLES_MANAGE,
            Permission.MEMBERS_MANAGE,
            Permission.MEMBERS_READ,
            Permission.COMPANIES_READ,
            *ROLE_PERMISSIONS[Role.GUEST],
        ],
    )
    wider = make_role(client, world, "models.manage")
    attempts: list[tuple[str, str, dict[str, Any]]] = [
        ("POST", "roles", {"name": "A", "base": "agent", "permissions": ["models.manage"]}),
        ("PATCH", f"roles/{wider['id']}", {"permissions": ["models.manage", "settings.manage"]}),
        ("PATCH", f"members/{world.guest.member.id}", {"role": "admin"}),
        ("PATCH", f"members/{world.guest.member.id}", {"role": "agent"}),
        ("PATCH", f"members/{world.guest.member.id}", {"custom_role_id": wider["id"]}),
        ("PATCH", f"members/{clerk.member.id}", {"role": "admin", "custom_role_id": None}),
        ("POST", "invitations", {"email": "a@example.com", "role": "admin"}),
        (
            "POST",
            "invitations",
            {"email": "a@example.com", "role": "agent", "custom_role_id": wider["id"]},
        ),
    ]
    for method, path, body in attempts:
        refused = call(client, clerk, method, path, json=body)
        assert refused.status_code == 403, (path, body, refused.text)
        assert refused.json()["code"] == "access.grant_too_wide", (path, body)
    for body in ({"active": False}, {"role": "guest", "company_id": str(world.company.id)}):
        above = call(client, clerk, "PATCH", f"members/{world.admin.member.id}", json=body)
        assert above.json()["code"] == "member.above"
    fine = {"email": "b@example.com", "role": "guest", "company_id": str(world.company.id)}
    assert call(client, clerk, "POST", "invitations", json=fine).status_code == 201
    narrow = {"name": "B", "base": "guest", "permissions": ["search.use"]}
    assert call(client, clerk, "POST", "roles", json=narrow).status_code == 201
    stop = {"active": False}
    assert call(client, clerk, "PATCH", f"members/{world.guest.member.id}", json=stop).is_success


def test_a_narrow_key_gives_no_more_than_its_scopes(client: TestClient, world: World) -> None:
    body = {"name": "rh", "scopes": ["members.manage"]}
    key = bearer(call(client, world.admin, "POST", "api-keys", json=body).json()["key"])
    for role in ("admin", "agent", "guest"):
        invited = {"email": "c@example.com", "role": role, "company_id": str(world.company.id)}
        refused = call(client, key, "POST", "invitations", json=invited)
        assert refused.json()["code"] == "access.grant_too_wide"
    stop = {"active": False}
    assert call(client, key, "PATCH", f"members/{world.guest.member.id}", json=stop).is_success
    again = call(client, key, "PATCH", f"members/{world.guest.member.id}", json={"active": True})
    assert again.json()["code"] == "access.grant_too_wide", "letting somebody in is giving too"


@pytest.mark.parametrize(
    ("path", "method", "body"),
    [
        ("me", "PATCH", {"role": "admin"}),
        ("me", "PATCH", {"custom_role_id": None}),
        ("me", "PATCH", {"permissions": ["members.manage"]}),
        ("me", "PATCH", {"limited_to_companies": False}),
        ("me", "PATCH", {"member": {"role": "admin"}}),
        ("me", "PATCH", {"workspace_id": "x"}),
        ("invitations/acceptance", "POST", {"role": "admin"}),
        ("invitations/acceptance", "POST", {"custom_role_id": "x"}),
        ("invitations/acceptance", "POST", {"permissions": ["members.manage"]}),
        ("invitations", "POST", {"permissions": ["members.manage"]}),
        ("members/{guest}", "PATCH", {"permissions": ["members.manage"]}),
        ("members/{guest}", "PATCH", {"workspace_id": "x"}),
        ("members/{guest}", "PATCH", {"break_glass": True}),
        ("roles", "POST", {"workspace_id": "x"}),
        ("api-keys", "POST", {"role": "admin"}),
    ],
)
def test_mass_assignment_is_an_error_everywhere(
    client: TestClient, world: World, path: str, method: str, body: dict[str, Any]
) -> None:
    token = "x" * 40
    plain: dict[str, dict[str, Any]] = {
        "me": {"name": "Moi"},
        "invitations/acceptance": {"token": token, "name": "N", "password": "plein-de-mots-7"},
        "invitations": {"email": "d@example.com", "role": "agent"},
        "members/{guest}": {"active": True},
        "roles": {"name": "R", "base": "agent", "permissions": []},
        "api-keys": {"name": "k"},
    }
    address = path.format(guest=world.guest.member.id)
    refused = call(client, world.admin, method, address, json=plain[path] | body)
    assert refused.status_code == 422
    assert any(next(iter(body)) in e["field"] for e in refused.json()["errors"])
    assert get(client, world.guest, "me")["member"]["role"] == "guest"


def test_roles_are_one_workspace_s_own(client: TestClient, world: World) -> None:
    other = make_world()
    foreign = make_role(client, other, "documents.read")
    assert change(client, world, world.agent, custom_role_id=foreign["id"]).status_code == 404
    invited = {"email": "e@example.com", "role": "agent", "custom_role_id": foreign["id"]}
    assert call(client, world.admin, "POST", "invitations", json=invited).status_code == 404
    assert foreign["id"] not in call(client, world.admin, "GET", "roles").text
    assert call(client, world.admin, "DELETE", f"roles/{foreign['id']}").status_code == 404


def test_a_name_is_taken_once(client: TestClient, world: World) -> None:
    make_role(client, world, "documents.read")
    body = {"name": "RÔLE ('documents.read',) agent", "base": "guest", "permissions": []}
    again = call(client, world.admin, "POST", "roles", json=body)
    assert again.status_code == 409
    assert again.json()["code"] == "role.exists"


def test_another_built_in_role_takes_the_custom_one_away(client: TestClient, world: World) -> None:
    role = make_role(client, world, "documents.read")
    assert changed(client, world, world.agent, custom_role_id=role["id"])["role"] == "agent"
    moved = changed(client, world, world.agent, role="guest", company_id=str(world.company.id))
    assert moved["custom_role"] is None
    placed = changed(client, world, world.guest, custom_role_id=role["id"])
    assert (placed["role"], placed["company"]) == ("agent", None)


def test_roles_are_changed_after_a_step_up_alone(client: TestClient, world: World) -> None:
    from datetime import timedelta

    from netz.core.api import context

    headers = sign_in(client, world.admin)
    body = {"name": "Pas", "base": "agent", "permissions": []}
    assert call(client, headers, "POST", "roles", json=body).status_code == 201
    monkey = pytest.MonkeyPatch()
    with monkey.context() as patch:
        patch.setattr(context, "STEP_UP", timedelta(seconds=-1))
        for method, path in (("POST", "roles"), ("PATCH", f"roles/{world.id}")):
            refused = call(client, headers, method, path, json=body)
            assert refused.status_code in (403, 422)
        refused = call(client, headers, "POST", "roles", json=body | {"name": "Encore"})
        assert refused.json()["code"] == "access.step_up_needed"


def test_the_list_says_who_holds_what(client: TestClient, world: World) -> None:
    role = make_role(client, world, "documents.read")
    changed(client, world, world.agent, custom_role_id=role["id"])
    items = {one["name"]: one for one in get(client, world.admin, "roles")["items"]}
    assert items["admin"]["holders"] == ["Admin"]
    assert items["agent"]["holders"] == []
    assert items[role["name"]]["holders"] == ["Agent"]
    assert items["guest"]["most"] == sorted(MOST_PERMISSIONS[Role.GUEST])
    managers = get(client, world.manager, "roles")["items"]
    assert {one["base"] for one in managers} == {"manager", "guest"}
    assert [one["holders"] for one in managers if one["name"] == "guest"] == [["Guest"]]

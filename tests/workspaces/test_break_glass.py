"""Where single sign-on is enforced, somebody must always get in when its provider fails."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from netz.core.db import tenant
from netz.core.permissions import Role
from netz.workspaces.models import Member, SecurityPolicy
from tests.accounts.people import Browser
from tests.factories import Person, World, add_person, make_world
from tests.workspaces.test_member_changes import DEACTIVATE, PATH, send


@pytest.fixture
def world() -> World:
    made = make_world()
    made.people["keeper"] = add_person(made, "keeper", Role.ADMIN)
    with tenant(made.id):
        Member.objects.filter(pk=made.keeper.member.pk).update(break_glass=True)
    return made


def enforce(world: World, enforced: bool = True) -> None:
    with tenant(world.id):
        SecurityPolicy.objects.update(sso_enforced=enforced)


def change(client: TestClient, world: World, person: Person, **fields: Any) -> Any:
    address = f"/api/v2/members/{person.member.id}"
    return client.patch(address, json=fields, headers=world.admin.headers)


@pytest.mark.parametrize("fields", [{"active": False}, {"role": "agent"}])
def test_the_last_one_who_gets_in_without_the_provider_stays(
    client: TestClient, world: World, fields: dict[str, Any]
) -> None:
    enforce(world)
    refused = change(client, world, world.keeper, **fields)
    assert (refused.status_code, refused.json()["code"]) == (409, "member.last_break_glass")
    with tenant(world.id):
        second = add_person(world, "second", Role.ADMIN)
    with tenant(world.id):
        Member.objects.filter(pk=second.member.pk).update(break_glass=True)
    assert change(client, world, world.keeper, **fields).status_code == 200


def test_nobody_is_held_back_where_passwords_open_the_workspace(
    client: TestClient, world: World
) -> None:
    assert change(client, world, world.keeper, active=False).status_code == 200


def test_an_admin_who_was_no_way_in_may_go(client: TestClient, world: World) -> None:
    enforce(world)
    other = add_person(world, "other", Role.ADMIN)
    assert change(client, world, other, active=False).status_code == 200


def test_a_change_of_many_leaves_one_in(client: TestClient, world: World) -> None:
    enforce(world)
    selection = {"member_ids": [str(world.keeper.member.id), str(world.agent.member.id)]}
    body = {"selection": selection, "change": DEACTIVATE}
    rows = send(client, world.admin, f"{PATH}/preview", body).json()["rows"]
    problems = {row["member_id"]: row["code"] for row in rows}
    assert problems == {
        str(world.keeper.member.id): "member.last_break_glass",
        str(world.agent.member.id): None,
    }


def test_the_last_one_keeps_the_account_too(world: World, client: TestClient) -> None:
    browser = Browser(client)
    browser.sign_in(world.keeper.user.email)
    enforce(world)
    refused = browser.call("DELETE", "/api/v2/account")
    assert (refused.status_code, refused.json()["code"]) == (409, "account.last_admin")
    enforce(world, False)
    assert browser.call("DELETE", "/api/v2/account").status_code == 204

"""The list of members, many at once, and invitations that are sent again."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from starlette.testclient import TestClient

from netz.accounts.models import User
from netz.core.db import tenant
from netz.workspaces.models import Invitation, Member
from tests.factories import World, make_world

PATH = "/api/v2/members"


@pytest.fixture(scope="module")
def world() -> World:
    made = make_world()
    for name, shown in (("agent", "Zoé Agent"), ("guest", ""), ("manager", "bruno Chef")):
        User.objects.filter(pk=made.people[name].user.pk).update(name=shown)
    with tenant(made.id):
        Member.objects.filter(pk=made.manager.member.pk).update(last_seen_at=timezone.now())
    return made


def listed(client: TestClient, world: World, **query: Any) -> list[str]:
    """Ids of all pages."""
    found: list[str] = []
    cursor = None
    while True:
        params = {**query, **({"cursor": cursor} if cursor else {})}
        page = client.get(PATH, params=params, headers=world.admin.headers)
        assert page.status_code == 200, page.text
        found += [row["id"] for row in page.json()["items"]]
        cursor = page.json()["next_cursor"]
        if cursor is None:
            return found


def ids(world: World, *names: str) -> list[str]:
    return [str(world.people[name].member.id) for name in names]


@pytest.mark.parametrize("limit", [1, 2, 50])
def test_every_order_lists_everybody_once_in_pages_of_any_size(
    client: TestClient, world: World, limit: int
) -> None:
    by_name = ids(world, "admin", "manager", "guest", "other_guest", "agent")
    assert listed(client, world, sort="name", limit=limit) == by_name
    assert listed(client, world, sort="seen", limit=limit)[0] == ids(world, "manager")[0]
    assert sorted(listed(client, world, sort="seen", limit=limit)) == sorted(by_name)
    created = ids(world, "admin", "agent", "guest", "other_guest", "manager")
    assert listed(client, world, limit=limit) == created


def test_words_roles_companies_and_activity_narrow_the_list(
    client: TestClient, world: World
) -> None:
    assert listed(client, world, search="agent zoé") == ids(world, "agent")
    assert listed(client, world, search="ZOÉ") == ids(world, "agent")
    assert listed(client, world, search="%") == []
    assert listed(client, world, role="guest") == ids(world, "guest", "other_guest")
    company = str(world.company.id)
    assert listed(client, world, company_id=company) == ids(world, "guest", "manager")
    assert listed(client, world, active="false") == []
    assert listed(client, world, company_id=str(make_world().company.id)) == []


def test_many_are_deactivated_and_the_answer_is_what_undoes_it(client: TestClient) -> None:
    world = make_world()
    chosen = ids(world, "agent", "guest", "manager")
    with tenant(world.id):
        Member.objects.filter(pk=world.manager.member.pk).update(active=False)
    path = f"{PATH}/activity"
    done = client.post(
        path, json={"member_ids": chosen, "active": False}, headers=world.admin.headers
    )
    changed = done.json()["changed"]
    assert sorted(changed) == sorted(chosen[:2])
    assert client.get("/api/v2/me", headers=world.agent.headers).status_code == 401
    client.post(path, json={"member_ids": changed, "active": True}, headers=world.admin.headers)
    assert client.get("/api/v2/me", headers=world.agent.headers).status_code == 200
    assert listed(client, world, active="false") == ids(world, "manager")


def test_nobody_is_deactivated_when_one_of_the_chosen_cannot_be(client: TestClient) -> None:
    world = make_world()
    stranger = str(make_world().agent.member.id)
    for extra, status in ((stranger, 404), (ids(world, "admin")[0], 409)):
        body = {"member_ids": [*ids(world, "agent"), extra], "active": False}
        refused = client.post(f"{PATH}/activity", json=body, headers=world.admin.headers)
        assert refused.status_code == status
    assert listed(client, world, active="false") == []


def invited(client: TestClient, world: World) -> dict[str, Any]:
    body = {"email": "Neuf@example.com", "role": "agent"}
    made = client.post("/api/v2/invitations", json=body, headers=world.admin.headers)
    return dict(made.json())


def token_of(invitation: dict[str, Any]) -> str:
    return str(invitation["link"]).rpartition("/")[2]


def look_up(client: TestClient, token: str) -> int:
    return client.get("/api/v2/invitations/lookup", params={"token": token}).status_code


def test_an_expired_invitation_opens_nothing_though_nobody_cleans_up(client: TestClient) -> None:
    world = make_world()
    invitation = invited(client, world)
    assert look_up(client, token_of(invitation)) == 200
    with tenant(world.id):
        Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert look_up(client, token_of(invitation)) == 404
    body = {"token": token_of(invitation), "name": "Neuf", "password": "plein-de-mots-7-longs"}
    assert client.post("/api/v2/invitations/acceptance", json=body).status_code == 404


def test_an_invitation_sent_again_has_a_new_link_and_the_old_one_ends(client: TestClient) -> None:
    world = make_world()
    invitation = invited(client, world)
    with tenant(world.id):
        Invitation.objects.update(expires_at=timezone.now() - timedelta(days=30))
    path = f"/api/v2/invitations/{invitation['id']}/resend"
    again = client.post(path, headers=world.admin.headers)
    assert (again.status_code, again.json()["status"]) == (200, "open")
    assert look_up(client, token_of(invitation)) == 404
    assert look_up(client, token_of(again.json())) == 200

"""The list of members, and invitations that are sent again."""

from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.utils import timezone
from starlette.testclient import TestClient

from netz.accounts.models import User
from netz.audit.models import Entry
from netz.core.db import tenant
from netz.workspaces.models import Invitation, Member
from netz.workspaces.services import reading
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
    assert listed(client, world, sort="-seen", limit=limit)[0] == ids(world, "manager")[0]
    assert sorted(listed(client, world, sort="-seen", limit=limit)) == sorted(by_name)
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


def test_a_word_is_found_without_its_accents_and_an_order_can_be_turned_round(
    client: TestClient, world: World
) -> None:
    assert listed(client, world, search="zoe") == ids(world, "agent")
    assert listed(client, world, search="CHÉF bruno") == ids(world, "manager")
    for sort in ("created", "name", "email", "role", "company", "seen"):
        for limit in (2, 50):
            there = listed(client, world, sort=sort, limit=limit)
            back = listed(client, world, sort=f"-{sort}", limit=limit)
            assert sorted(there) == sorted(back) == sorted(ids(world, *world.people))
        if sort in ("created", "name", "email"):  # the others hold the same for several
            assert back == there[::-1]


def test_the_list_narrows_by_where_people_come_from_and_when_they_were_here(
    client: TestClient, world: World
) -> None:
    with tenant(world.id):
        Member.objects.filter(pk=world.agent.member.pk).update(source="scim")
    assert listed(client, world, source="scim") == ids(world, "agent")
    assert listed(client, world, source="sso") == []
    assert listed(client, world, seen="week", search="bruno") == ids(world, "manager")
    assert listed(client, world, seen="long_ago") == []
    assert ids(world, "guest")[0] in listed(client, world, seen="never")


def test_only_who_looks_after_security_learns_who_has_a_second_factor(client: TestClient) -> None:
    world = make_world()
    with tenant(world.id):
        Authenticator.objects.create(user=world.guest.user, type="totp", data={})
    assert listed(client, world, second_factor="true") == ids(world, "guest")
    page = client.get(PATH, headers=world.admin.headers).json()["items"]
    shown = {row["id"]: row["second_factor"] for row in page}
    assert shown[ids(world, "guest")[0]] is True
    assert shown[ids(world, "agent")[0]] is False
    hidden = client.get(PATH, headers=world.agent.headers).json()["items"]
    assert {row["second_factor"] for row in hidden} == {None}
    asked = client.get(PATH, params={"second_factor": True}, headers=world.agent.headers)
    assert asked.status_code == 403
    counted = client.get(f"{PATH}/counts", headers=world.agent.headers).json()
    assert counted["without_factor"] is None
    counted = client.get(f"{PATH}/counts", headers=world.admin.headers).json()
    assert counted["without_factor"] == 4


def test_counts_tell_what_the_filter_leaves_and_a_manager_their_company_alone(
    client: TestClient,
) -> None:
    world = make_world()
    counted = client.get(
        f"{PATH}/counts", params={"role": "guest"}, headers=world.admin.headers
    ).json()
    assert (counted["matching"], counted["all"], counted["active"]) == (2, 5, 5)
    assert counted["by_role"] == {"admin": 1, "agent": 1, "guest": 2, "manager": 1}
    assert counted["by_source"] == {"invited": 5}
    own = client.get(f"{PATH}/counts", headers=world.manager.headers).json()
    assert own["by_company"] == {str(world.company.id): 2}
    assert (own["all"], own["by_role"]) == (2, {"guest": 1, "manager": 1})


def test_a_filter_that_does_not_exist_is_refused_and_not_left_out(
    client: TestClient, world: World
) -> None:
    answer = client.get(PATH, params={"rolle": "guest"}, headers=world.admin.headers)
    assert answer.status_code == 422


def test_whoever_reads_many_members_in_a_short_time_leaves_a_row(
    client: TestClient, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = make_world()
    monkeypatch.setattr(reading, "MANY", 8)

    def told() -> list[Any]:
        with tenant(world.id):
            rows = Entry.objects.filter(action="members.read").order_by("created_at")
            return [(row.member_id, row.after) for row in rows]

    listed(client, world)
    assert told() == []
    listed(client, world, limit=2)
    after = {"members": 9, "minutes": 10}
    assert told() == [(world.admin.member.id, after)]
    assert client.get(PATH, headers=world.agent.headers).status_code == 200
    assert len(told()) == 1


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

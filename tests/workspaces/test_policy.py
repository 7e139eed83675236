"""The security policy: what it takes, what it refuses, and that it holds at each use."""

from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.utils import timezone
from starlette.testclient import TestClient

from netz.audit.models import Entry
from netz.core.db import tenant
from netz.workspaces.models import Company, Member, SecurityPolicy
from tests.factories import World, make_world, sign_in
from tests.workspaces.ways import slug_of

PATH = "/api/v2/security-policy"


@pytest.fixture
def world() -> World:
    made = make_world()
    with tenant(made.id):
        Company.objects.filter(pk=made.company.pk).update(domains=["brun.example"])
    return made


def change(client: TestClient, world: World, **fields: Any) -> Any:
    body = {"registration": "invitation", **fields}
    return client.put(PATH, json=body, headers=world.admin.headers)


def later(world: World, days: int) -> None:
    """The workspace and its policy, as if they were made so many days ago."""
    with tenant(world.id):
        then = timezone.now() - timedelta(days=days)
        policy = SecurityPolicy.objects.get()
        policy.mfa_starts = dict.fromkeys(policy.mfa_starts, then.isoformat())
        policy.save()
        Member.objects.update(created_at=then)


def test_a_workspace_without_a_policy_shows_the_defaults(client: TestClient, world: World) -> None:
    with tenant(world.id):
        SecurityPolicy.objects.all().delete()
    shown = client.get(PATH, headers=world.admin.headers).json()
    assert shown["registration"] == "invitation"
    assert (shown["methods"], shown["mfa_roles"]) == ([], [])
    assert shown["known_domains"] == ["brun.example"]


def test_who_has_no_second_factor_is_named_before_the_policy_asks_for_one(
    client: TestClient, world: World
) -> None:
    change(client, world)
    Authenticator.objects.create(user=world.agent.user, type="totp", data={})
    shown = client.get(PATH, headers=world.admin.headers).json()
    named = {one["email"]: one["due_at"] for one in shown["unready"]}
    assert world.agent.user.email not in named
    assert named[world.admin.user.email] is None
    assert shown["unready_count"] == {"admin": 1, "agent": 0, "guest": 2, "manager": 1}
    shown = change(client, world, mfa_roles=["admin"], mfa_grace_days=3).json()
    named = {one["email"]: one["due_at"] for one in shown["unready"]}
    assert named[world.admin.user.email] is not None
    assert named[world.guest.user.email] is None


def test_the_grace_begins_when_a_role_is_first_asked_and_not_again_when_it_is_saved(
    client: TestClient, world: World
) -> None:
    change(client, world, mfa_roles=[])
    first = change(client, world, mfa_roles=["admin"]).json()["mfa_starts"]
    again = change(client, world, mfa_roles=["admin"], mfa_grace_days=1).json()["mfa_starts"]
    assert again == first
    more = change(client, world, mfa_roles=["admin", "agent"]).json()["mfa_starts"]
    assert more["admin"] == first["admin"] < more["agent"]
    assert change(client, world).json()["mfa_starts"] == {}


def test_a_new_workspace_asks_its_staff_for_a_second_factor_from_the_beginning(
    client: TestClient, world: World
) -> None:
    shown = client.get(PATH, headers=world.admin.headers).json()
    assert (shown["mfa_roles"], shown["mfa_grace_days"]) == (["admin", "agent"], 14)
    cookies = {name: sign_in(client, world.people[name]) for name in ("admin", "agent", "guest")}
    assert [client.get("/api/v2/me", headers=one).status_code for one in cookies.values()] == [
        200,
        200,
        200,
    ]
    later(world, days=15)
    assert [client.get("/api/v2/me", headers=one).status_code for one in cookies.values()] == [
        403,
        403,
        200,
    ]


def test_whom_the_policy_keeps_out_is_told_to_the_trail_once(
    client: TestClient, world: World
) -> None:
    cookie = sign_in(client, world.agent)
    change(client, world, mfa_roles=["agent"], mfa_grace_days=0)
    with tenant(world.id):
        Member.objects.update(created_at=timezone.now() - timedelta(seconds=1))
    for _ in range(15):
        assert client.get("/api/v2/me", headers=cookie).status_code == 403
    with tenant(world.id):
        rows = Entry.objects.filter(action="access.refuse", outcome="refused")
        told = [(row.member_id, row.after["code"]) for row in rows]
    assert set(told) == {(world.agent.member.id, "access.mfa_needed")}
    assert len(told) == 10, "somebody who goes on trying does not fill the trail"


def test_a_second_factor_is_asked_once_the_grace_is_over(client: TestClient, world: World) -> None:
    cookie = sign_in(client, world.agent)
    change(client, world, mfa_roles=["agent"], mfa_grace_days=2)
    assert client.get("/api/v2/me", headers=cookie).status_code == 200
    later(world, days=3)
    refused = client.get("/api/v2/me", headers=cookie)
    assert (refused.status_code, refused.json()["code"]) == (403, "access.mfa_needed")
    Authenticator.objects.create(user=world.agent.user, type="webauthn", data={})
    assert client.get("/api/v2/me", headers=cookie).status_code == 200


def test_a_session_signed_in_by_a_method_that_is_refused_from_now_on_is_refused_at_once(
    client: TestClient, world: World
) -> None:
    cookie = sign_in(client, world.agent)
    assert change(client, world, methods=["password", "code"]).status_code == 200
    assert client.get("/api/v2/me", headers=cookie).status_code == 200
    assert change(client, world, methods=["passkey"]).status_code == 200
    refused = client.get("/api/v2/me", headers=cookie)
    assert (refused.status_code, refused.json()["code"]) == (401, "access.method_refused")
    # What machines hold is no way to sign in.
    assert client.get("/api/v2/me", headers=world.agent.headers).status_code == 200


def test_an_emergency_admin_comes_in_by_password_whatever_is_accepted(
    client: TestClient, world: World
) -> None:
    with tenant(world.id):
        type(world.admin.member).objects.filter(pk=world.admin.member.pk).update(break_glass=True)
    change(client, world, methods=["passkey"])
    assert client.get("/api/v2/me", headers=sign_in(client, world.admin)).status_code == 200


def test_nobody_saves_a_policy_that_locks_them_out(client: TestClient, world: World) -> None:
    cookie = sign_in(client, world.admin)
    body = {"registration": "invitation", "methods": ["passkey"]}
    refused = client.put(PATH, json=body, headers=cookie)
    assert (refused.status_code, refused.json()["code"]) == (422, "policy.locks_you_out")
    body["methods"] = ["passkey", "password"]
    assert client.put(PATH, json=body, headers=cookie).status_code == 200
    assert client.get(PATH, headers=cookie).json()["own_methods"] == ["password"]


def test_a_session_ends_when_it_is_older_than_the_policy_says(
    client: TestClient, world: World
) -> None:
    cookie = sign_in(client, world.agent)
    change(client, world, session_hours=1)
    assert client.get("/api/v2/me", headers=cookie).status_code == 200
    assert change(client, world, session_hours=0).status_code == 422


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"registration": "domain"}, "policy.domain_needed"),
        ({"registration_domains": ["gmail.com"]}, "domain.public"),
        ({"registration_domains": ["Orange.FR"]}, "domain.public"),
        ({"registration_domains": ["pas un domaine"]}, "domain.malformed"),
        ({"registration_domains": ["ailleurs.example"]}, "policy.domain_unknown"),
        ({"registration": "open"}, "policy.company_needed"),
    ],
)
def test_what_would_let_strangers_in_is_refused_and_changes_nothing(
    client: TestClient, world: World, fields: dict[str, Any], code: str
) -> None:
    refused = change(client, world, **fields)
    assert (refused.status_code, refused.json()["code"]) == (422, code)
    assert client.get(PATH, headers=world.admin.headers).json()["registration_domains"] == []
    good = {"registration": "domain", "registration_domains": ["@Brun.example"]}
    assert change(client, world, **good).json()["registration_domains"] == ["brun.example"]


def test_the_company_of_another_workspace_is_not_found(client: TestClient, world: World) -> None:
    foreign = {"registration": "open", "registration_company_id": str(make_world().company.id)}
    assert change(client, world, **foreign).status_code == 404
    own = foreign | {"registration_company_id": str(world.company.id)}
    assert change(client, world, **own).status_code == 200


def test_the_trail_tells_what_the_policy_was_and_is(client: TestClient, world: World) -> None:
    change(client, world, session_hours=8, methods=["password"])
    with tenant(world.id):
        row = Entry.objects.get(action="policy.change")
    assert (row.before["session_hours"], row.after["session_hours"]) == (None, 8)
    assert row.after["methods"] == ["password"]


def test_the_sign_in_page_offers_the_accepted_ways_alone(client: TestClient, world: World) -> None:
    change(client, world, methods=["code", "google"])
    query = {"workspace": slug_of(world)}
    shown = client.get("/api/v2/sign-in/options", params=query).json()
    assert shown["methods"] == ["code"]

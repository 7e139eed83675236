"""Joining a workspace by oneself: only with a proved address that the policy lets in."""

import secrets
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings
from django.core import mail
from starlette.testclient import TestClient

from netz.accounts.models import User
from netz.audit.models import Entry
from netz.core.db import tenant
from netz.core.models import Event
from netz.workspaces.models import Company, Member, SecurityPolicy
from tests.factories import PASSWORD, Person, World, make_world, sign_in
from tests.jobs import run_jobs
from tests.workspaces.ways import slug_of


@pytest.fixture
def domain() -> str:
    """A domain of its own: offers of other tests' workspaces must not be among these."""
    return f"d-{secrets.token_hex(6)}.example"


@pytest.fixture
def world(domain: str) -> World:
    made = make_world()
    with tenant(made.id):
        Company.objects.filter(pk=made.company.pk).update(domains=[domain])
        SecurityPolicy.objects.update(registration="domain", registration_domains=[domain])
    return made


def newcomer(domain: str) -> Person:
    """A person with a proved address, who is member of nothing."""
    user = User.objects.create_user(f"n.{secrets.token_hex(4)}@{domain}", PASSWORD, name="Noé")
    return Person(user, Member(), "")


def joined(client: TestClient, headers: dict[str, str], world: World) -> Any:
    body = {"workspace": slug_of(world)}
    return client.post("/api/v2/memberships", json=body, headers=headers)


def offers(client: TestClient, headers: dict[str, str], **query: str) -> list[str]:
    response = client.get("/api/v2/memberships/offers", params=query, headers=headers)
    return [one["workspace"] for one in response.json()["items"]]


def test_a_person_of_a_company_s_domain_joins_as_its_guest(
    client: TestClient, world: World, domain: str
) -> None:
    headers = sign_in(client, newcomer(domain))
    assert client.get("/api/v2/me", headers=headers).status_code == 401
    assert offers(client, headers) == [slug_of(world)]
    response = joined(client, headers, world)
    assert response.status_code == 201, response.text
    assert (response.json()["role"], response.json()["company"]) == ("guest", "Atelier Brun")
    me = client.get("/api/v2/me", headers=headers).json()
    assert (me["workspace"]["id"], me["member"]["role"]) == (str(world.id), "guest")
    with tenant(world.id):
        assert Event.objects.filter(kind="member.joined").count() == 1
        assert Entry.objects.filter(action="member.create").count() == 5


def test_the_admins_are_told_by_mail(
    client: TestClient, world: World, domain: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "EMAIL_BACKEND", "django.core.mail.backends.locmem.EmailBackend")
    monkeypatch.setattr(mail, "outbox", [], raising=False)
    run_jobs()
    mail.outbox.clear()
    person = newcomer(domain)
    joined(client, sign_in(client, person), world)
    run_jobs()
    told = [m for m in mail.outbox if m.to == [world.admin.user.email]]
    assert len(told) == 1
    assert person.user.email in told[0].body
    assert "Atelier Brun" in told[0].body


def test_an_unverified_address_joins_nothing(client: TestClient, world: World, domain: str) -> None:
    person = newcomer(domain)
    headers = sign_in(client, person)
    EmailAddress.objects.filter(user=person.user).update(verified=False)
    assert offers(client, headers) == []
    refused = joined(client, headers, world)
    assert (refused.status_code, refused.json()["code"]) == (403, "membership.unverified")
    EmailAddress.objects.filter(user=person.user).update(verified=True)
    assert joined(client, headers, world).status_code == 201


def test_an_address_of_another_domain_joins_nothing_and_learns_nothing(
    client: TestClient, world: World, domain: str
) -> None:
    headers = sign_in(client, newcomer(f"sub.{domain}"))
    assert offers(client, headers, workspace=slug_of(world)) == []
    refused = joined(client, headers, world)
    body = {"workspace": "nowhere"}
    unknown = client.post("/api/v2/memberships", json=body, headers=headers)
    assert refused.status_code == unknown.status_code == 404
    assert refused.json()["code"] == unknown.json()["code"] == "membership.not_offered"


def test_an_offer_that_was_seen_is_worth_nothing_once_the_policy_has_lapsed(
    client: TestClient, world: World, domain: str
) -> None:
    headers = sign_in(client, newcomer(domain))
    assert offers(client, headers) == [slug_of(world)]
    body = {"registration": "invitation"}
    client.put("/api/v2/security-policy", json=body, headers=world.admin.headers)
    assert joined(client, headers, world).status_code == 404


def test_without_a_company_to_belong_to_nobody_comes_in(
    client: TestClient, world: World, domain: str
) -> None:
    headers = sign_in(client, newcomer(domain))
    with tenant(world.id):
        Company.objects.update(domains=[])
    assert joined(client, headers, world).status_code == 404
    with tenant(world.id):
        SecurityPolicy.objects.update(registration_company=world.other_company)
    assert joined(client, headers, world).json()["company"] == "Cabinet Noir"


def test_an_open_workspace_is_offered_to_whoever_names_it(
    client: TestClient, world: World, domain: str
) -> None:
    with tenant(world.id):
        SecurityPolicy.objects.update(registration="open", registration_company=world.company)
    headers = sign_in(client, newcomer(f"x.{domain}"))
    assert slug_of(world) not in offers(client, headers)
    assert slug_of(world) in offers(client, headers, workspace=slug_of(world))
    assert joined(client, headers, world).status_code == 201


def test_two_clicks_at_once_make_one_member(client: TestClient, world: World, domain: str) -> None:
    person = newcomer(domain)
    headers = sign_in(client, person)
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: joined(client, headers, world), range(4)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["id"] for answer in answers}) == 1
    with tenant(world.id):
        assert Member.objects.filter(user=person.user).count() == 1


def test_who_was_deactivated_does_not_come_back_by_joining(
    client: TestClient, world: World, domain: str
) -> None:
    person = newcomer(domain)
    headers = sign_in(client, person)
    member_id = joined(client, headers, world).json()["id"]
    with tenant(world.id):
        Member.objects.filter(pk=member_id).update(active=False)
    refused = joined(client, headers, world)
    assert (refused.status_code, refused.json()["code"]) == (403, "membership.ended")


def test_a_member_who_joins_again_keeps_the_role(client: TestClient, world: World) -> None:
    again = joined(client, sign_in(client, world.agent), world)
    assert (again.status_code, again.json()["role"]) == (201, "agent")


def test_an_api_key_joins_nothing(client: TestClient, world: World) -> None:
    assert joined(client, world.agent.headers, world).status_code == 403
    assert joined(client, {}, world).status_code == 401

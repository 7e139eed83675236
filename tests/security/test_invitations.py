"""Invitations and roles: who gets in, once, and who stays in charge."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from starlette.testclient import TestClient

from netz.accounts.models import User
from netz.core.db import tenant
from netz.workspaces.models import Invitation, Member
from tests.factories import PASSWORD, World, make_world, sign_in
from tests.security.ways_in import ME, NEW_PASSWORD, bearer, in_parallel, status


def invited(client: TestClient, world: World, email: str = "") -> tuple[str, str]:
    """An open invitation's id and token."""
    body = {"email": email or f"{id(object())}-{timezone.now():%f}@example.com", "role": "agent"}
    made = client.post("/api/v2/invitations", json=body, headers=world.admin.headers)
    assert made.status_code == 201, made.text
    return made.json()["id"], made.json()["link"].rsplit("/", 1)[1]


def accept(client: TestClient, token: str, password: str = NEW_PASSWORD) -> Any:
    body = {"token": token, "name": "Noa", "password": password}
    return client.post("/api/v2/invitations/acceptance", json=body)


def look_up(client: TestClient, token: str) -> int:
    return client.get("/api/v2/invitations/lookup", params={"token": token}).status_code


def test_an_invitation_works_once(client: TestClient) -> None:
    world = make_world()
    _, token = invited(client, world)
    assert look_up(client, token) == 200
    accepted = accept(client, token)
    assert accepted.status_code == 201
    signed_in = client.post(
        "/_allauth/app/v1/auth/login",
        json={"email": accepted.json()["email"], "password": NEW_PASSWORD},
    )
    token_in = signed_in.json()["meta"]["access_token"]
    assert client.get(ME, headers=bearer(token_in)).json()["member"]["role"] == "agent"
    assert accept(client, token).status_code == 404
    assert look_up(client, token) == 404


def expire(client: TestClient, world: World, invitation: str) -> None:
    with tenant(world.id):
        rows = Invitation.objects.filter(pk=invitation)
        rows.update(expires_at=timezone.now() - timedelta(seconds=1))


def withdraw(client: TestClient, world: World, invitation: str) -> None:
    address = f"/api/v2/invitations/{invitation}"
    assert client.delete(address, headers=world.admin.headers).status_code == 204


@pytest.mark.parametrize("end", [expire, withdraw])
def test_an_ended_invitation_opens_nothing(client: TestClient, end: Any) -> None:
    world = make_world()
    invitation, token = invited(client, world)
    end(client, world, invitation)
    assert look_up(client, token) == 404
    assert accept(client, token).status_code == 404


def test_a_weak_password_is_refused_with_the_reason_and_the_invitation_stays(
    client: TestClient,
) -> None:
    _, token = invited(client, make_world())
    for password in ("court", "1234567890", "password123"):
        refused = accept(client, token, password)
        assert refused.status_code == 422
        assert refused.json()["hint"]
    assert accept(client, token).status_code == 201


def test_a_known_person_accepts_with_the_own_password_alone(client: TestClient) -> None:
    known, world = make_world(), make_world()
    _, token = invited(client, world, known.agent.user.email)
    assert accept(client, token).status_code in (401, 403, 422)
    assert accept(client, token, PASSWORD).status_code == 201
    signed_in = sign_in(client, known.agent)
    listed = client.get(ME, headers=signed_in).json()["workspaces"]
    assert len(listed) == 2
    by_key = client.get(ME, headers=known.agent.headers).json()["workspaces"]
    assert [one["id"] for one in by_key] == [str(known.id)], "a key opens its own alone"


def test_two_acceptances_of_one_invitation_at_once_make_one_member(client: TestClient) -> None:
    world = make_world()
    _, token = invited(client, world)
    statuses = sorted(r.status_code for r in in_parallel(*[lambda: accept(client, token)] * 4))
    assert statuses == [201, 404, 404, 404]


def test_two_invitations_of_one_new_address_at_once_make_one_user(client: TestClient) -> None:
    address = f"double-{timezone.now():%H%M%S%f}@example.com"
    tokens = [invited(client, make_world(), address)[1] for _ in range(2)]
    results = in_parallel(*[lambda token=token: accept(client, token) for token in tokens])
    assert [r.status_code for r in results] == [201, 201]
    assert User.objects.filter(email=address).count() == 1


def test_nobody_signs_up_without_an_invitation(client: TestClient) -> None:
    for kind in ("browser", "app"):
        response = client.post(
            f"/_allauth/{kind}/v1/auth/signup",
            json={
                "email": f"{kind}-intrus@example.com",
                "password": NEW_PASSWORD,
                "name": "Intrus",
            },
            headers={"Origin": "http://testserver"},
        )
        assert response.status_code == 403
    assert not User.objects.filter(email__endswith="-intrus@example.com").exists()


def test_the_last_admin_stays(client: TestClient) -> None:
    world = make_world()
    address = f"/api/v2/members/{world.admin.member.id}"
    for body in (
        {"active": False},
        {"role": "agent"},
        {"role": "guest", "company_id": str(world.company.id)},
    ):
        response = client.patch(address, json=body, headers=world.admin.headers)
        assert response.status_code == 409, response.text
    assert status(client, world.admin.headers) == 200


def test_two_admins_who_demote_each_other_at_once_leave_one(client: TestClient) -> None:
    world = make_world()
    second = f"/api/v2/members/{world.agent.member.id}"
    assert (
        client.patch(second, json={"role": "admin"}, headers=world.admin.headers).status_code == 200
    )
    # The key's scopes are an agent's; a session has all that the role allows now.
    signed_in = sign_in(client, world.agent)
    first = f"/api/v2/members/{world.admin.member.id}"
    results = in_parallel(
        lambda: client.patch(second, json={"role": "agent"}, headers=world.admin.headers),
        lambda: client.patch(first, json={"role": "agent"}, headers=signed_in),
    )
    with tenant(world.id):
        assert Member.objects.filter(role="admin", active=True).count() == 1
    assert sorted(r.status_code for r in results) in ([200, 403], [200, 409])

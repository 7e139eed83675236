"""Lists of invitations and client companies: found, sorted, in pages, many at once."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from starlette.testclient import TestClient

from netz.core.db import tenant
from netz.workspaces.models import Invitation
from netz.workspaces.services import add_company
from netz.workspaces.services.companies import change_company
from tests.factories import World, make_world
from tests.workspaces.test_members import look_up, token_of


def listed(client: TestClient, world: World, path: str, name: str, **query: Any) -> list[str]:
    """One field of all rows of all pages."""
    found: list[str] = []
    cursor = None
    while True:
        params = {**query, **({"cursor": cursor} if cursor else {})}
        page = client.get(f"/api/v2{path}", params=params, headers=world.admin.headers)
        assert page.status_code == 200, page.text
        found += [row[name] for row in page.json()["items"]]
        cursor = page.json()["next_cursor"]
        if cursor is None:
            return found


@pytest.fixture
def invited(client: TestClient) -> tuple[World, list[dict[str, Any]]]:
    """A workspace with three invitations, of which the first has expired."""
    world = make_world()
    made = []
    for address, role in (("b@x.fr", "agent"), ("c@x.fr", "guest"), ("a@x.fr", "agent")):
        body = {"email": address, "role": role}
        if role == "guest":
            body["company_id"] = str(world.company.id)
        answer = client.post("/api/v2/invitations", json=body, headers=world.admin.headers)
        made.append(answer.json())
    with tenant(world.id):
        past = timezone.now() - timedelta(days=1)
        Invitation.objects.filter(email="b@x.fr").update(expires_at=past)
    return world, made


@pytest.mark.parametrize("limit", [1, 50])
def test_invitations_are_found_sorted_and_paged(
    client: TestClient, invited: tuple[World, list[dict[str, Any]]], limit: int
) -> None:
    world, _ = invited

    def addresses(**query: Any) -> list[str]:
        return listed(client, world, "/invitations", "email", limit=limit, **query)

    assert addresses() == ["a@x.fr", "c@x.fr", "b@x.fr"]
    assert addresses(sort="email") == ["a@x.fr", "b@x.fr", "c@x.fr"]
    assert addresses(sort="expires")[0] == "b@x.fr"
    assert addresses(status="expired") == ["b@x.fr"]
    assert addresses(status="open", role="agent") == ["a@x.fr"]
    assert addresses(search="C@X") == ["c@x.fr"]
    assert addresses(company_id=str(world.company.id)) == ["c@x.fr"]


def test_many_invitations_are_sent_again_or_withdrawn(
    client: TestClient, invited: tuple[World, list[dict[str, Any]]]
) -> None:
    world, made = invited
    path, ids = "/api/v2/invitations/changes", [row["id"] for row in made]
    body = {"invitation_ids": ids[:2], "action": "resend"}
    assert client.post(path, json=body, headers=world.admin.headers).json() == {"done": 2}
    assert listed(client, world, "/invitations", "email", status="expired") == []
    assert look_up(client, token_of(made[0])) == 404
    body = {"invitation_ids": [*ids[:2], str(world.id)], "action": "withdraw"}
    assert client.post(path, json=body, headers=world.admin.headers).status_code == 404
    assert len(listed(client, world, "/invitations", "email")) == 3
    body = {"invitation_ids": ids[:2], "action": "withdraw"}
    assert client.post(path, json=body, headers=world.admin.headers).json() == {"done": 2}
    assert listed(client, world, "/invitations", "email") == ["a@x.fr"]


@pytest.mark.parametrize("limit", [1, 2, 50])
def test_companies_are_found_by_name_or_domain_and_sorted_by_their_people(
    client: TestClient, limit: int
) -> None:
    world = make_world()
    with tenant(world.id):
        new = add_company("Éditions Vertes", actor=world.actor)
        change_company(new, name=None, domains=["vertes.example"], actor=world.actor)

    def names(**query: Any) -> list[str]:
        return listed(client, world, "/companies/details", "name", limit=limit, **query)

    assert names() == ["Atelier Brun", "Cabinet Noir", "Éditions Vertes"]
    assert names(sort="-name") == ["Éditions Vertes", "Cabinet Noir", "Atelier Brun"]
    assert names(sort="-members") == ["Atelier Brun", "Cabinet Noir", "Éditions Vertes"]
    assert names(search="editions") == ["Éditions Vertes"]
    assert names(search="VERTES.example") == ["Éditions Vertes"]
    counts = listed(client, world, "/companies/details", "members", sort="-members")
    assert counts == [2, 1, 0]

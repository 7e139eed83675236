"""A request body changes what its endpoint offers, and nothing beside it."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.factories import make_world
from tests.security.ways_in import ME, ways_in


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("PATCH", "me", {"name": "x", "email": "admin@example.com"}),
        ("PATCH", "me", {"is_active": True}),
        ("PATCH", "members/{agent}", {"role": "admin", "workspace_id": "x"}),
        ("PATCH", "members/{agent}", {"user": {"email": "x@example.com"}}),
        ("POST", "companies", {"name": "x", "workspace": "y"}),
        ("POST", "companies", {"name": "x", "id": "01900000-0000-7000-8000-000000000000"}),
        ("POST", "api-keys", {"name": "x", "member_id": "{admin}"}),
        ("POST", "invitations", {"email": "a@example.com", "role": "agent", "accepted_at": None}),
        ("POST", "answers", {"question": "x", "member_id": "{admin}"}),
        ("POST", "search", {"query": "x", "audiences": [1]}),
        ("PUT", "search/synonyms", {"groups": [], "workspace_id": "x"}),
        ("PUT", "folders/audience", {"path": "x", "audience": {"kind": "public", "number": 1}}),
    ],
)
def test_a_field_that_is_not_offered_is_an_error(
    client: TestClient, method: str, path: str, body: dict[str, Any]
) -> None:
    world = make_world()
    place = path.format(agent=world.agent.member.id)
    response = client.request(method, f"/api/v2/{place}", json=body, headers=world.admin.headers)
    assert response.status_code == 422, response.text
    assert response.json()["errors"]


def test_a_guest_cannot_promote_oneself(client: TestClient) -> None:
    world = make_world()
    address = f"/api/v2/members/{world.guest.member.id}"
    for headers in ways_in(client, world.guest):
        assert client.patch(address, json={"role": "admin"}, headers=headers).status_code == 403
        assert client.patch(ME, json={"role": "admin"}, headers=headers).status_code == 422

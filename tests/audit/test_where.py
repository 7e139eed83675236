"""From where: the address, browser and request that each row of the trail names."""

import pytest
from django.test import override_settings
from starlette.testclient import TestClient

from netz.audit.models import Entry
from netz.audit.services import record_of_user
from netz.core.db import tenant
from netz.core.permissions import Role
from netz.core.where import Where, where_of
from netz.workspaces.services import add_member
from tests.factories import World, make_world


def asked_from(client: TestClient, world: World, **headers: str) -> Entry:
    """A write's row."""
    response = client.patch(
        f"/api/v2/members/{world.agent.member.id}",
        json={"active": False},
        headers=world.admin.headers | headers,
    )
    assert response.status_code == 200, response.text
    with tenant(world.id):
        return Entry.objects.get(request_id=response.headers["x-request-id"])


def test_a_row_says_who_from_where_and_with_what(client: TestClient) -> None:
    world = make_world()
    row = asked_from(client, world, **{"User-Agent": "Essai/1.0"})
    assert (row.actor_name, row.agent, row.outcome) == (world.admin.user.name, "Essai/1.0", "done")
    assert row.credential == "api_key"


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "203.0.113.9", "192.0.2.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.7, 203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.7, 203.0.113.9, 10.0.0.1", "203.0.113.9"),
        (2, "203.0.113.9", "192.0.2.1"),
        (1, "<script>", "192.0.2.1"),
    ],
)
def test_a_forwarded_address_counts_as_far_as_proxies_are_named(
    proxies: int, forwarded: str, expected: str
) -> None:
    scope = {
        "type": "http",
        "client": ("192.0.2.1", 5),
        "headers": [(b"x-forwarded-for", forwarded.encode()), (b"user-agent", b"a\x07b" * 200)],
    }
    with override_settings(TRUSTED_PROXIES=proxies):
        where = where_of(scope, "r")
    assert where == Where(expected, ("ab" * 200)[:300], "r")


def test_what_happens_to_a_person_is_told_in_each_of_their_workspaces() -> None:
    world, other, stranger = make_world(), make_world(), make_world()
    user = world.agent.user
    with tenant(other.id):
        add_member(user, role=Role.AGENT, company=None, actor=other.actor)
    where = Where("203.0.113.9", "Essai", "req-1")
    written = record_of_user(
        user.pk, "session.start", outcome="refused", where=where, details={"password": "x", "n": 1}
    )
    assert written == 2
    for one in (world, other):
        with tenant(one.id):
            row = Entry.objects.get(action="session.start")
        assert (row.outcome, row.ip, row.request_id) == ("refused", "203.0.113.9", "req-1")
        assert row.after == {"password": "•••", "n": 1}
        assert row.actor_name == user.name
    with tenant(stranger.id):
        assert not Entry.objects.filter(action="session.start").exists()

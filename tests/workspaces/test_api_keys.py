"""API keys: where they were used, a new secret with an overlap, and what the workspace allows."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone
from starlette.testclient import TestClient

from netz.audit.models import Entry
from netz.core.db import tenant
from netz.workspaces.models import ApiKey
from tests.accounts.people import peer
from tests.factories import Person, World, make_world, sign_in

KEYS = "/api/v2/api-keys"
POLICY = "/api/v2/api-key-policy"


@pytest.fixture
def world() -> World:
    return make_world()


def in_days(days: float) -> str:
    return (timezone.now() + timedelta(days=days)).isoformat()


def make(client: TestClient, person: Person, name: str = "k", **body: Any) -> Any:
    return client.post(KEYS, json={"name": name, **body}, headers=person.headers)


def status(client: TestClient, key: str, **headers: str) -> int:
    sent = {"Authorization": f"Bearer {key}", **headers}
    return client.get("/api/v2/me", headers=sent).status_code


def rows(client: TestClient, person: Person, **params: str) -> list[dict[str, Any]]:
    return list(client.get(KEYS, params=params, headers=person.headers).json()["items"])


def row_of(client: TestClient, world: World, made: dict[str, Any]) -> dict[str, Any]:
    return next(row for row in rows(client, world.agent) if row["id"] == made["id"])


def test_a_key_tells_when_and_from_where_it_was_used_last(client: TestClient, world: World) -> None:
    made = make(client, world.agent).json()
    unused = row_of(client, world, made)
    assert (unused["last_used_at"], unused["last_used_from"]) == (None, "")
    first, second = peer(), peer()
    assert status(client, made["key"], **{"X-Test-Peer": first}) == 200
    used = row_of(client, world, made)
    assert used["last_used_from"] == first
    assert status(client, made["key"], **{"X-Test-Peer": second}) == 200
    assert row_of(client, world, made) == used, "not written at each request"
    with tenant(world.id):
        earlier = datetime.fromisoformat(used["last_used_at"]) - timedelta(minutes=2)
        ApiKey.objects.filter(pk=made["id"]).update(last_used_at=earlier)
    assert status(client, made["key"], **{"X-Test-Peer": second}) == 200
    assert row_of(client, world, made)["last_used_from"] == second


def test_keys_are_found_by_name_prefix_and_owner(client: TestClient, world: World) -> None:
    made = make(client, world.agent, "Script de nuit").json()

    def found(q: str) -> list[str]:
        return [row["id"] for row in rows(client, world.admin, q=q)]

    assert found("NUIT script") == [made["id"]]
    assert found(made["prefix"]) == [made["id"]]
    assert made["id"] in found(world.agent.user.email)
    assert found("nuit guest") == []


def test_keys_that_end_soon_or_lie_about_are_shown_apart(client: TestClient, world: World) -> None:
    soon = make(client, world.agent, "bientôt", expires_at=in_days(3)).json()
    late = make(client, world.agent, "plus tard", expires_at=in_days(60)).json()
    expiring = [row["id"] for row in rows(client, world.admin, state="expiring")]
    assert (soon["id"] in expiring, late["id"] in expiring) == (True, False)
    assert status(client, late["key"]) == 200
    unused = [row["id"] for row in rows(client, world.admin, state="unused")]
    assert (soon["id"] in unused, late["id"] in unused) == (True, False)
    assert client.get(KEYS, params={"state": "x"}, headers=world.admin.headers).status_code == 422
    overview = client.get("/api/v2/overview", headers=world.admin.headers).json()
    assert {"kind": "keys_expiring", "severity": "medium", "count": 1} in overview["concerns"]


def rotate(client: TestClient, person: Person, key_id: str, **body: Any) -> Any:
    answer = client.post(f"{KEYS}/{key_id}/rotation", json=body, headers=sign_in(client, person))
    client.cookies.clear()
    return answer


def test_a_new_secret_ends_the_old_one_at_once(client: TestClient, world: World) -> None:
    made = make(client, world.agent, scopes=["profile.read"]).json()
    renewed = rotate(client, world.agent, made["id"]).json()
    assert renewed["id"] == made["id"]
    assert renewed["scopes"] == ["profile.read"]
    assert renewed["key"] != made["key"]
    assert renewed["prefix"] != made["prefix"]
    assert renewed["key"].startswith(renewed["prefix"])
    assert (status(client, made["key"]), status(client, renewed["key"])) == (401, 200)
    with tenant(world.id):
        row = Entry.objects.get(action="apikey.rotate")
    assert (row.before["prefix"], row.after["prefix"]) == (made["prefix"], renewed["prefix"])
    assert renewed["key"] not in str(row.after)


def test_the_old_secret_works_for_the_chosen_hours(client: TestClient, world: World) -> None:
    made = make(client, world.agent).json()
    renewed = rotate(client, world.agent, made["id"], overlap_hours=24).json()
    left = datetime.fromisoformat(renewed["old_until"]) - timezone.now()
    assert timedelta(hours=23) < left <= timedelta(hours=24)
    assert (status(client, made["key"]), status(client, renewed["key"])) == (200, 200)
    with tenant(world.id):
        ApiKey.objects.filter(pk=made["id"]).update(old_until=timezone.now())
    assert (status(client, made["key"]), status(client, renewed["key"])) == (401, 200)


def test_a_second_rotation_ends_the_first_secret(client: TestClient, world: World) -> None:
    made = make(client, world.agent).json()
    second = rotate(client, world.agent, made["id"], overlap_hours=5).json()
    third = rotate(client, world.agent, made["id"], overlap_hours=5).json()
    answers = [status(client, one["key"]) for one in (made, second, third)]
    assert answers == [401, 200, 200]


def test_the_old_secret_never_outlives_its_own_end(client: TestClient, world: World) -> None:
    made = make(client, world.agent, expires_at=in_days(1 / 24)).json()
    renewed = rotate(
        client, world.agent, made["id"], overlap_hours=24, expires_at=in_days(30)
    ).json()
    assert renewed["old_until"] == made["expires_at"]
    assert renewed["expires_at"] > made["expires_at"]


def test_a_revoked_key_is_gone_with_both_secrets(client: TestClient, world: World) -> None:
    made = make(client, world.agent).json()
    renewed = rotate(client, world.agent, made["id"], overlap_hours=5).json()
    assert client.delete(f"{KEYS}/{made['id']}", headers=world.admin.headers).status_code == 204
    assert (status(client, made["key"]), status(client, renewed["key"])) == (401, 401)
    assert rotate(client, world.agent, made["id"]).status_code == 404


def test_nobody_gets_a_secret_that_acts_as_somebody_else(client: TestClient, world: World) -> None:
    made = make(client, world.agent).json()
    assert rotate(client, world.admin, made["id"]).status_code == 404
    assert rotate(client, make_world().admin, made["id"]).status_code == 404
    assert status(client, made["key"]) == 200
    own = {row["id"]: row["own"] for row in rows(client, world.admin)}
    assert own[made["id"]] is False
    assert row_of(client, world, made)["own"] is True


@pytest.mark.parametrize("hours", [-1, 25, 1.5])
def test_an_overlap_is_a_day_at_most(client: TestClient, world: World, hours: float) -> None:
    made = make(client, world.agent).json()
    assert rotate(client, world.agent, made["id"], overlap_hours=hours).status_code == 422
    assert status(client, made["key"]) == 200


def decide(client: TestClient, world: World, **policy: Any) -> Any:
    answer = client.put(POLICY, json=policy, headers=sign_in(client, world.admin))
    client.cookies.clear()
    return answer


def test_the_workspace_bounds_how_long_keys_live(client: TestClient, world: World) -> None:
    before = make(client, world.agent).json()
    shown = decide(client, world, max_days=30).json()
    assert shown["max_days"] == 30
    assert shown["outlasting"] == len(rows(client, world.admin))
    assert make(client, world.agent, expires_at=in_days(30)).status_code == 201
    for expires_at in (None, in_days(31)):
        refused = make(client, world.agent, expires_at=expires_at)
        assert (refused.status_code, refused.json()["code"]) == (422, "apikey.lives_too_long")
        assert "30" in refused.json()["hint"]
        refused = rotate(client, world.agent, before["id"], expires_at=expires_at)
        assert refused.json()["code"] == "apikey.lives_too_long"
    assert status(client, before["key"]) == 200
    assert rotate(client, world.agent, before["id"], expires_at=in_days(20)).status_code == 200
    with tenant(world.id):
        row = Entry.objects.get(action="policy.change")
    assert row.after == {"key_max_days": 30, "keys_by_admins_only": False}


def test_the_workspace_leaves_keys_to_its_admins(client: TestClient, world: World) -> None:
    before = make(client, world.agent).json()
    assert decide(client, world, by_admins_only=True).status_code == 200
    refused = make(client, world.agent)
    assert (refused.status_code, refused.json()["code"]) == (403, "apikey.admins_only")
    assert rotate(client, world.agent, before["id"]).status_code == 403
    assert make(client, world.admin).status_code == 201
    said = client.get(POLICY, headers=world.agent.headers).json()
    assert (said["allowed"], said["by_admins_only"]) == (False, True)
    # What is there goes on, and its owner can end it.
    assert status(client, before["key"]) == 200
    assert client.delete(f"{KEYS}/{before['id']}", headers=world.agent.headers).status_code == 204


def test_a_change_of_the_sign_in_policy_leaves_that_of_keys(
    client: TestClient, world: World
) -> None:
    decide(client, world, max_days=30, by_admins_only=True)
    body = {"registration": "invitation"}
    answer = client.put("/api/v2/security-policy", json=body, headers=sign_in(client, world.admin))
    client.cookies.clear()
    assert answer.status_code == 200
    said = client.get(POLICY, headers=world.admin.headers).json()
    assert (said["max_days"], said["by_admins_only"]) == (30, True)

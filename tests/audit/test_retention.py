"""Retention: what is too old goes, the chain stays verifiable, and nothing younger can go."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection, connections
from django.utils import timezone
from starlette.testclient import TestClient

from netz.audit.chain import verify
from netz.audit.models import Chain, Entry, Link
from netz.audit.retention import LEGAL_MINIMUM_DAYS, prune
from netz.audit.services import record
from netz.audit.tasks import prune_trails
from netz.core.db import tenant
from tests.audit.tampering import as_owner
from tests.factories import World, make_world


def old_trail(days: int, count: int = 3) -> World:
    """A workspace whose oldest rows were written so many days ago, as the chain knows too."""
    world = make_world()
    for number in range(count):
        at = timezone.now() - timedelta(days=days, minutes=count - number)
        _write_at(world, at)
    return world


def _write_at(world: World, at: datetime) -> None:
    """The chain covers the time: it is rebuilt, as if it had begun with these rows."""
    with tenant(world.id):
        record(world.actor, "test.old")
        newest = Entry.objects.latest("created_at")
    as_owner("UPDATE audit_entry SET created_at = %s WHERE id = %s", at, newest.id)
    as_owner("DELETE FROM audit_link WHERE workspace_id = %s", world.id)
    as_owner("DELETE FROM audit_chain WHERE workspace_id = %s", world.id)
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT netz_chain_history(%s)", [world.id])


def keep(client: TestClient, world: World, days: int) -> Any:
    """The admin chooses how long the trail is kept."""
    return client.put(
        "/api/v2/trail/settings", json={"retention_days": days}, headers=world.admin.headers
    )


def left(world: World) -> int:
    """How many of the old rows are there."""
    with tenant(world.id):
        assert verify(world.id).ok
        return Entry.objects.filter(action="test.old").count()


def test_what_is_older_than_kept_goes_and_the_rest_stays_verifiable(client: TestClient) -> None:
    world = old_trail(days=500)
    assert keep(client, world, 400).status_code == 200
    assert prune(world.id) == 3
    assert left(world) == 0
    with tenant(world.id):
        row = Entry.objects.get(action="trail.prune")
        chain = Chain.objects.get()
        assert Link.objects.order_by("seq").first().seq == chain.pruned_seq + 1 == 4
    assert (row.after["entries"], row.after["seq"], row.credential) == (3, 3, "system")
    assert row.after["hash"] == bytes(chain.pruned_hash).hex()
    assert prune(world.id) == 0
    with tenant(world.id):
        record(world.actor, "test.later")
    assert left(world) == 0


def test_what_is_kept_longer_stays(client: TestClient) -> None:
    world = old_trail(days=500)
    assert keep(client, world, 600).status_code == 200
    assert prune(world.id) == 0
    assert left(world) == 3


def test_a_second_pruning_goes_on_from_the_first(client: TestClient) -> None:
    world = old_trail(days=500)
    keep(client, world, 400)
    assert prune(world.id) == 3
    as_owner(
        "UPDATE audit_trailsettings SET retention_days = 365 WHERE workspace_id = %s", world.id
    )
    assert prune(world.id) == 0
    assert left(world) == 0


@pytest.mark.parametrize("days", [364, 0, -1, 3651])
def test_less_than_the_law_asks_for_cannot_be_chosen(client: TestClient, days: int) -> None:
    world = make_world()
    response = keep(client, world, days)
    assert response.status_code == 422
    assert response.json()["errors"][0]["field"] == "retention_days"


def test_the_database_holds_the_floor_whatever_the_program_says() -> None:
    world = old_trail(days=LEGAL_MINIMUM_DAYS - 5)
    with tenant(world.id), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO audit_trailsettings (id, created_at, workspace_id, retention_days,"
            " mail_to, webhook_url, webhook_secret, failure)"
            " VALUES (gen_random_uuid(), now(), %s, 1, '[]', '', '', '')",
            [world.id],
        )
        cursor.execute("SELECT netz_prune_trail(%s)", [world.id])
        assert cursor.fetchone() == (0,)
    assert left(world) == 3


def test_a_broken_trail_is_not_pruned() -> None:
    world = old_trail(days=500)
    as_owner(
        "UPDATE audit_entry SET action = 'test.x' WHERE id ="
        " (SELECT id FROM audit_link WHERE workspace_id = %s AND seq = 2)",
        world.id,
    )
    assert prune(world.id) == 0
    with tenant(world.id):
        bad = verify(world.id).bad
    assert bad is not None
    assert (bad.fault, bad.seq) == ("changed", 2)


def test_the_daily_job_prunes_every_workspace() -> None:
    worlds = [old_trail(days=500, count=1) for _ in range(2)]
    prune_trails(0)
    assert [left(world) for world in worlds] == [0, 0]

"""The chain: whatever is done to the trail behind the program's back is found and named."""

import threading

import pytest
from django.db import DatabaseError, connection, connections, transaction
from psycopg import errors

from netz.audit.chain import Report, verify
from netz.audit.models import Chain, Entry, Link
from netz.audit.services import record
from netz.core.db import enter_workspace, tenant
from tests.audit.tampering import WAYS, make_trail, place_of
from tests.factories import World, make_world


def check(world: World) -> Report:
    """A verification, in a transaction of its own."""
    with tenant(world.id):
        return verify(world.id)


@pytest.mark.parametrize("way", WAYS)
def test_what_is_done_to_the_trail_is_found_at_its_first_row(way: str) -> None:
    world, rows = make_trail()
    clean = check(world)
    assert clean.ok
    assert clean.checked == clean.seq >= len(rows)
    tamper, fault, distance = WAYS[way]
    expected = None if distance is None else place_of(rows[2]) + distance
    tamper(rows)
    bad = check(world).bad
    assert bad is not None
    assert (bad.fault, bad.seq) == (fault, expected)


def test_a_changed_row_is_named_with_what_it_says() -> None:
    world, rows = make_trail()
    WAYS["another name"][0](rows)
    bad = check(world).bad
    assert bad is not None
    assert (bad.entry_id, bad.action, bad.created_at) == (
        rows[2].id,
        "test.step",
        rows[2].created_at,
    )


def test_other_workspaces_are_not_concerned() -> None:
    world, rows = make_trail()
    neighbour = make_world()
    WAYS["another name"][0](rows)
    assert not check(world).ok
    assert check(neighbour).ok


def test_a_transaction_that_fails_leaves_no_gap() -> None:
    world = make_world()
    with transaction.atomic():
        enter_workspace(world.id)
        record(world.actor, "test.lost")
        transaction.set_rollback(True)
    with tenant(world.id):
        record(world.actor, "test.kept")
    assert check(world).ok
    with tenant(world.id):
        assert Link.objects.count() == Entry.objects.count() == Chain.objects.get().seq


def test_what_is_written_at_the_same_moment_is_chained_without_gap() -> None:
    world = make_world()

    def write() -> None:
        for _ in range(10):
            with tenant(world.id):
                record(world.actor, "test.race")
                record(world.actor, "test.race")
        connection.close()

    threads = [threading.Thread(target=write) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with tenant(world.id):
        assert Entry.objects.filter(action="test.race").count() == 120
    assert check(world).ok


def test_what_was_written_before_there_was_a_chain_is_chained_by_the_migration() -> None:
    world, rows = make_trail()
    with connections["owner"].cursor() as cursor:
        cursor.execute("DELETE FROM audit_link WHERE workspace_id = %s", [world.id])
        cursor.execute("DELETE FROM audit_chain WHERE workspace_id = %s", [world.id])
        cursor.execute("SELECT netz_chain_history(%s)", [world.id])
    report = check(world)
    assert report.ok
    assert report.checked >= len(rows)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE audit_link SET hash = ''",
        "DELETE FROM audit_link",
        "INSERT INTO audit_link SELECT * FROM audit_link LIMIT 1",
        "UPDATE audit_chain SET seq = 0",
        "DELETE FROM audit_chain",
        "INSERT INTO audit_chain SELECT * FROM audit_chain LIMIT 1",
        "TRUNCATE audit_chain",
        "SELECT netz_chain_add(e) FROM audit_entry e LIMIT 1",
        "SELECT netz_chain_history(workspace_id) FROM audit_entry LIMIT 1",
    ],
)
def test_the_application_cannot_write_the_chain(sql: str) -> None:
    world = make_world()
    with pytest.raises(DatabaseError) as caught, tenant(world.id), connection.cursor() as cursor:
        cursor.execute(sql)
    assert isinstance(caught.value.__cause__, errors.InsufficientPrivilege)
    assert check(world).ok

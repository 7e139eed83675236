"""Attempts at an export of conversations: called off, killed, overtaken, without room."""

import shutil
from collections import namedtuple
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from starlette.testclient import TestClient

from netz.assistant.exports import running
from netz.assistant.exports.running import run_export
from netz.assistant.models import ConversationExport
from netz.assistant.tasks import MAX_ATTEMPTS, write_conversation_export
from netz.core.db import tenant
from netz.workspaces.models import Member
from tests.assistant.exports import ALL, PATH, fetch, files, held, refusal, row_of, start
from tests.assistant.test_filing import converse
from tests.factories import World, make_world
from tests.workspaces.roles.calls import QUESTION


@pytest.fixture
def world() -> World:
    return make_world()


def between_batches(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> None:
    """Batches of one; does something once the first was written, as another process might."""
    monkeypatch.setattr(running, "BATCH", 1)
    seen: list[object] = []

    def look(*args: object) -> None:
        seen.append(args)
        if len(seen) == 2:
            act()

    monkeypatch.setattr(running.SHELF, "require_room", look)


def test_cancelling_in_the_middle_stops_the_attempt(
    client: TestClient, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    converse(client, world.guest, "Un", "Deux", "Trois")
    export_id = start(client, world.guest)

    def cancel() -> None:
        with tenant(world.id):
            assert ConversationExport.objects.get(pk=export_id).done == 1
            ConversationExport.objects.filter(pk=export_id).update(state="cancelled", run="")

    between_batches(monkeypatch, cancel)
    run_export(world.id, UUID(export_id))
    assert row_of(world, export_id).state == "cancelled"
    assert files(world) == []


class KilledError(Exception):
    """The worker dies here."""


def test_a_killed_attempt_offers_nothing_and_the_next_begins_again(
    client: TestClient, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = converse(client, world.guest, "Un", "Deux", "Trois")
    export_id = start(client, world.guest, {"ids": ids})

    def die() -> None:
        raise KilledError

    with monkeypatch.context() as patch:
        # A process that is killed cleans nothing up.
        patch.setattr(Path, "unlink", lambda *_, **__: None)
        between_batches(patch, die)
        with pytest.raises(KilledError):
            run_export(world.id, UUID(export_id))
    assert row_of(world, export_id).state == "running"
    assert files(world) == [".part"]
    assert fetch(client, world.guest, export_id).status_code == 409
    run_export(world.id, UUID(export_id))
    assert held(fetch(client, world.guest, export_id)) == ids
    assert files(world) == [".file"]
    run_export(world.id, UUID(export_id))
    assert held(fetch(client, world.guest, export_id)) == ids, "a second run changes nothing"


def test_an_overtaken_attempt_gives_up_and_spoils_nothing(
    client: TestClient, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = converse(client, world.guest, "Un", "Deux", "Trois")
    export_id = start(client, world.guest, {"ids": ids})
    true = running.those_readable
    seen: list[object] = []

    def read(*args: Any) -> Any:
        found = true(*args)
        seen.append(args)
        return found

    def overtake(self: Any, **progress: int) -> None:
        monkeypatch.setattr(running._Writer, "_report", true_report)
        run_export(world.id, UUID(export_id))
        true_report(self, **progress)

    true_report = running._Writer._report
    monkeypatch.setattr(running, "those_readable", read)
    monkeypatch.setattr(running._Writer, "_report", overtake)
    run_export(world.id, UUID(export_id))
    assert len(seen) == 1, "the overtaken one stopped before it read anything"
    assert held(fetch(client, world.guest, export_id)) == ids
    assert files(world) == [".file"]


def test_who_is_deactivated_while_it_runs_gets_no_file(
    client: TestClient, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    converse(client, world.guest, "Un", "Deux", "Trois")
    export_id = start(client, world.guest)

    def leave() -> None:
        with tenant(world.id):
            Member.objects.filter(pk=world.guest.member.pk).update(active=False)

    between_batches(monkeypatch, leave)
    run_export(world.id, UUID(export_id))
    row = row_of(world, export_id)
    assert (row.state, row.error_code) == ("failed", "access_lost")
    assert files(world) == []


def test_an_export_that_kills_its_worker_each_time_ends_as_failed(
    client: TestClient, world: World
) -> None:
    converse(client, world.guest, QUESTION)
    export_id = start(client, world.guest)
    context = namedtuple("Context", "job")(namedtuple("Job", "attempts")(MAX_ATTEMPTS))
    write_conversation_export.func(context, str(world.id), export_id)
    row = row_of(world, export_id)
    assert (row.state, row.error_code) == ("failed", "interrupted")
    assert start(client, world.guest) != export_id


def test_a_full_disk_is_said_before_and_during(
    client: TestClient, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    converse(client, world.guest, QUESTION)
    export_id = start(client, world.guest)
    usage = shutil.disk_usage("/")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=5 * 1024 * 1024))
    run_export(world.id, UUID(export_id))
    row = row_of(world, export_id)
    assert (row.state, row.error_code) == ("failed", "no_room")
    refused = client.post(PATH, json={"wanted": ALL}, headers=world.guest.headers)
    assert refusal(refused) == (507, "export.no_room")

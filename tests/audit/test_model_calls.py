"""Model calls in the trail: who asked which model, how long and how much; never what was said."""

import asyncio
from typing import Any

from starlette.testclient import TestClient

from netz.assistant.services import begin
from netz.assistant.services.writing import write
from netz.audit.models import Entry
from netz.core.db import tenant
from tests.ai.test_in_answers import SENTENCE, ask, servers, world
from tests.factories import World, actor_of
from tests.fakes.openai_server import FakeModelServer

__all__ = ["servers", "world"]  # fixtures

QUESTION = "Quels sont les horaires du support ?"
Servers = tuple[FakeModelServer, FakeModelServer]


def calls(world: World) -> list[Entry]:
    """The rows about model calls."""
    with tenant(world.id):
        return list(Entry.objects.filter(action="model.call").order_by("created_at"))


def without_time(row: Entry) -> dict[str, Any]:
    """What it says, but for how long the call took."""
    told = dict(row.after)
    assert told.pop("ms") >= 0
    return told


def test_a_call_says_who_asked_which_model_and_how_much(client: TestClient, world: World) -> None:
    ask(client, world, QUESTION)
    (row,) = calls(world)
    assert row.member_id == world.guest.member.id
    assert row.actor_name == world.guest.user.name
    assert without_time(row) == {
        "provider": "openai",
        "model": "modele-a",
        "end": "finished",
        "input_tokens": 12,
        "output_tokens": 4,
    }
    assert SENTENCE not in str(row.after)
    assert QUESTION not in str(row.after)


def test_a_failed_call_is_kept_beside_the_one_that_stood_in(
    client: TestClient, world: World, servers: Servers
) -> None:
    servers[0].mode = "cut"
    ask(client, world, QUESTION)
    assert [(row.after["model"], row.after["end"]) for row in calls(world)] == [
        ("modele-a", "failed"),
        ("modele-b", "finished"),
    ]
    assert calls(world)[0].after["failure"]


def test_a_cached_answer_calls_no_model(client: TestClient, world: World) -> None:
    ask(client, world, QUESTION)
    ask(client, world, QUESTION)
    assert len(calls(world)) == 1
    with tenant(world.id):
        given = Entry.objects.filter(action="answer.give")
        assert {row.actor_name for row in given} == {world.guest.user.name}
        assert {row.ip for row in given} == {"127.0.0.1"}


def test_a_reader_who_leaves_has_called_a_model_all_the_same(world: World) -> None:
    async def leave() -> None:
        answer = write(pending)
        await anext(answer)
        await answer.aclose()

    with tenant(world.id):
        actor = actor_of(world, world.guest.member)
        pending = begin(QUESTION, conversation_id=None, actor=actor)
    asyncio.run(leave())
    (row,) = calls(world)
    assert (row.member_id, row.after["end"]) == (world.guest.member.id, "left")

"""Answers follow the asker's preferences, and nobody else's."""

import re
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.ai.test_in_answers import MODELS
from tests.factories import Person, World, make_world, sign_in
from tests.fakes.openai_server import FakeModelServer
from tests.jobs import run_jobs
from tests.knowledge.test_documents_api import upload
from tests.workspaces.test_preferences import default, prefer

SENTENCE = "Le support répond du lundi au vendredi de 8 h à 18 h."
GUIDE = (
    f"# Horaires du support\n\nLe service existe depuis 2010. {SENTENCE}"
    " Les techniciens sont à Lyon.\n"
)
QUESTION = "Quand le support répond-il ?"


@pytest.fixture
def world(client: TestClient) -> World:
    made = make_world()
    upload(client, made, GUIDE, "horaires.md")
    run_jobs()
    return made


def ask(client: TestClient, person: Person, *, machine: bool = False) -> dict[str, Any]:
    headers = person.headers if machine else sign_in(client, person)
    client.cookies.clear()
    answer = client.post("/api/v2/answers", json={"question": QUESTION}, headers=headers)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_a_length_has_answers_of_its_own_in_the_cache(client: TestClient, world: World) -> None:
    usual = ask(client, world.agent)
    assert usual["text"] == SENTENCE
    prefer(client, world.agent, answer_length="detailed")
    detailed = ask(client, world.agent)
    assert not detailed["cached"]
    assert len(detailed["sentences"]) == 3
    assert all(sentence["citations"] for sentence in detailed["sentences"])
    assert ask(client, world.agent)["cached"]
    prefer(client, world.agent, answer_length=None)
    again = ask(client, world.agent)
    assert (again["cached"], again["text"]) == (True, SENTENCE)


def test_it_is_the_askers_length_alone_that_counts(client: TestClient, world: World) -> None:
    prefer(client, world.agent, answer_length="detailed")
    assert ask(client, world.admin)["text"] == SENTENCE
    # A key is a machine's: it gets the same answer whoever made it.
    assert ask(client, world.agent, machine=True)["text"] == SENTENCE


def test_a_roles_default_length_holds_for_its_members(client: TestClient, world: World) -> None:
    default(client, world, "guest", answer_length="detailed")
    assert len(ask(client, world.guest)["sentences"]) == 3
    assert ask(client, world.agent)["text"] == SENTENCE


def test_without_a_model_tone_and_expertise_share_the_answers_of_all(
    client: TestClient, world: World
) -> None:
    ask(client, world.agent)
    prefer(client, world.agent, tone="formal", expertise="expert")
    assert ask(client, world.agent)["cached"]


def test_a_model_is_told_and_still_held_to_the_passages(client: TestClient, world: World) -> None:
    reply = f"Bonjour et bienvenue à Marseille. {SENTENCE[:-1]} [1]."
    with FakeModelServer(reply=reply) as server:
        body = {"name": "a", "provider": "openai", "model": "m", "base_url": f"{server.url}/v1"}
        added = client.post(
            MODELS, json=body | {"api_key": server.key}, headers=world.admin.headers
        )
        assert added.status_code == 201, added.text
        usual = ask(client, world.agent)
        prefer(client, world.agent, tone="friendly", expertise="beginner")
        friendly = ask(client, world.agent)
        bodies = [request.body["messages"] for request in server.requests]
    fence = re.compile(r"passage-\w+")
    systems = [fence.sub("", messages[0]["content"]) for messages in bodies]
    assert systems[1].startswith(systems[0])
    assert "chaleureusement" in systems[1]
    assert "débute" in systems[1]
    assert not friendly["cached"]
    assert friendly["text"] == usual["text"] == SENTENCE

"""The chain inside the product: a question is answered whatever the models do."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.factories import World, make_world
from tests.fakes.openai_server import FakeModelServer
from tests.jobs import run_jobs
from tests.knowledge.test_documents_api import upload

SENTENCE = "Le support répond du lundi au vendredi de 8 h à 18 h."
GUIDE = f"# Horaires du support\n\n{SENTENCE} Écrivez à aide@exemple.fr en dehors de ces heures.\n"
MODELS = "/api/v2/ai/models"


@pytest.fixture
def servers() -> Iterator[tuple[FakeModelServer, FakeModelServer]]:
    reply = f"{SENTENCE[:-1]} [1]."
    with FakeModelServer(reply=reply) as first, FakeModelServer(reply=reply, key="k2") as second:
        yield first, second


@pytest.fixture
def world(client: TestClient, servers: tuple[FakeModelServer, FakeModelServer]) -> World:
    """A workspace with one document and both models, in their order."""
    made = make_world()
    upload(client, made, GUIDE, "horaires.md")
    run_jobs()
    for name, server in zip("ab", servers, strict=True):
        body = {
            "name": name,
            "provider": "openai",
            "model": f"modele-{name}",
            "base_url": f"{server.url}/v1",
            "api_key": server.key,
            "redact": True,
        }
        added = client.post(MODELS, json=body, headers=made.admin.headers)
        assert added.status_code == 201, added.text
    return made


def ask(client: TestClient, world: World, question: str) -> list[tuple[str, dict[str, Any]]]:
    """The events of one streamed answer."""
    headers = world.guest.headers | {"Accept": "text/event-stream"}
    response = client.post("/api/v2/answers", json={"question": question}, headers=headers)
    parts = [block.split("\n") for block in response.text.split("\n\n") if "event: " in block]
    return [(lines[0][7:], json.loads(lines[1][6:])) for lines in parts]


def test_the_first_model_writes_the_answer_and_sees_no_identifier(
    client: TestClient, world: World, servers: tuple[FakeModelServer, FakeModelServer]
) -> None:
    events = ask(client, world, "Quels sont les horaires du support ?")
    done = events[-1][1]
    assert (done["generator"], done["model"], done["fallback"]) == (
        "model",
        "openai/modele-a",
        False,
    )
    assert done["text"] == SENTENCE
    assert "aide@exemple.fr" not in str(servers[0].requests[0].body)
    assert "⟦EMAIL_1⟧" in str(servers[0].requests[0].body)
    assert servers[1].requests == []


def test_a_model_cut_in_mid_stream_is_dropped_and_the_next_one_writes(
    client: TestClient, world: World, servers: tuple[FakeModelServer, FakeModelServer]
) -> None:
    servers[0].mode = "cut"
    events = ask(client, world, "Quand répond le support ?")
    kinds = [kind for kind, _ in events]
    assert kinds[0] == "token"
    again = kinds.index("restart")
    assert "".join(data["text"] for kind, data in events[again:] if kind == "token").startswith(
        "Le"
    )
    assert events[-1][1]["model"] == "openai/modele-b"
    assert events[-1][1]["text"] == SENTENCE


def test_when_all_fail_the_documents_own_words_stand_in_and_the_admin_sees_why(
    client: TestClient, world: World, servers: tuple[FakeModelServer, FakeModelServer]
) -> None:
    servers[0].mode, servers[1].mode = "quota", "error_500"
    done = ask(client, world, "Quand le support répond-il ?")[-1][1]
    assert (done["generator"], done["model"], done["fallback"]) == ("extractive", None, True)
    assert SENTENCE in done["text"]
    items = client.get(MODELS, headers=world.admin.headers).json()["items"]
    assert [item["state"] for item in items] == ["open", "closed"]

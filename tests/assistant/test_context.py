"""A question asked from a document: the document is asked first, and the answer says so."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from netz.assistant.models import CachedAnswer
from netz.core.db import tenant
from tests.factories import Person, World, make_world
from tests.jobs import run_jobs
from tests.security.scene import upload

API = "/api/v2"
QUESTION = "Quel est le délai de prise en charge ?"


@pytest.fixture
def world() -> World:
    """A workspace without documents yet."""
    return make_world()


@pytest.fixture
def contracts(client: TestClient, world: World) -> tuple[str, str]:
    """Two documents that say different things of the same."""
    found = [
        upload(
            client,
            world,
            f"# Contrat {name}\n\n## Délais\n\nLe délai de prise en charge est de {hours} heures.",
            f"{name}.md",
        )["id"]
        for name, hours in (("Altura", 4), ("Borée", 8))
    ]
    run_jobs()
    return found[0], found[1]


def ask_about(client: TestClient, person: Person, question: str, **more: Any) -> Any:
    body = {"question": question, **more}
    return client.post(f"{API}/answers", json=body, headers=person.headers)


def test_the_document_it_was_asked_from_answers(
    client: TestClient, world: World, contracts: tuple[str, str]
) -> None:
    for one, hours in zip(contracts, ("4 heures", "8 heures"), strict=True):
        answer = ask_about(client, world.guest, QUESTION, about=one).json()
        assert hours in answer["text"]
        assert {source["document_id"] for source in answer["citations"]} == {one}
        assert answer["context"]["document_id"] == one
        conversation = answer["conversation_id"]
        shown = client.get(
            f"{API}/conversations/{conversation}", headers=world.guest.headers
        ).json()
        assert shown["messages"][1]["answer"]["context"] == answer["context"]
    # Nobody is given such an answer from memory who asked from elsewhere.
    with tenant(world.id):
        assert not CachedAnswer.objects.exists()
    assert ask_about(client, world.guest, QUESTION).json()["context"] is None


def test_what_it_does_not_say_is_looked_for_in_all_documents(
    client: TestClient, world: World, contracts: tuple[str, str]
) -> None:
    other = upload(client, world, "# VPN\n\nLe VPN se lance depuis le menu Korvex.", "vpn.md")
    run_jobs()
    answer = ask_about(client, world.guest, "D'où se lance le VPN ?", about=contracts[0]).json()
    assert "menu Korvex" in answer["text"]
    assert [source["document_id"] for source in answer["citations"]] == [other["id"]]
    assert answer["context"]["title"] == "Contrat Altura"


def test_it_says_what_the_document_is_about(
    client: TestClient, world: World, contracts: tuple[str, str]
) -> None:
    answer = ask_about(client, world.guest, "Résume ce document", about=contracts[1]).json()
    assert "8 heures" in answer["text"]


def test_a_document_that_is_not_open_to_the_asker_is_no_context(
    client: TestClient, world: World, contracts: tuple[str, str]
) -> None:
    hidden = upload(client, world, "# Interne\n\nLe code est 4711.", "interne.md", "workspace")
    run_jobs()
    for one in (hidden["id"], "0" * 32, make_world().id):
        response = ask_about(client, world.guest, QUESTION, about=str(one))
        assert (response.status_code, response.json()["code"]) == (404, "document.not_found")


def test_a_context_that_is_withdrawn_is_told_no_more(
    client: TestClient, world: World, contracts: tuple[str, str]
) -> None:
    question = "Combien de licornes ?"
    answer = ask_about(client, world.guest, question, about=contracts[0]).json()
    assert answer["context"]["title"] == "Contrat Altura"
    client.patch(
        f"{API}/documents/{contracts[0]}",
        json={"audience": {"kind": "workspace"}},
        headers=world.admin.headers,
    )
    shown = client.get(
        f"{API}/conversations/{answer['conversation_id']}", headers=world.guest.headers
    ).json()
    assert shown["messages"][1]["answer"]["context"] is None
    assert "Altura" not in str(shown["messages"][1]["answer"]["nearest"])

"""Questions and answers through the API."""

from starlette.testclient import TestClient

from tests.factories import Person, World, make_world
from tests.jobs import run_jobs
from tests.knowledge.test_documents_api import upload

GUIDE = """# Installer le VPN

Pour installer le VPN sur votre ordinateur :

1. Ouvrez le portail https://portail.example et connectez-vous.
2. Téléchargez FortiClient et lancez l'installation.
3. Saisissez l'adresse vpn.armor.example et votre identifiant.

# Horaires du support

Le support répond du lundi au vendredi de 8 h à 18 h.
"""


def ask(client: TestClient, person: Person, question: str, **body: object) -> dict[str, object]:
    """The answer to a question."""
    response = client.post(
        "/api/v2/answers", json={"question": question, **body}, headers=person.headers
    )
    assert response.status_code == 200, response.text
    return dict(response.json())


def ready_world(client: TestClient) -> World:
    """A workspace with one public guide."""
    world = make_world()
    upload(client, world, GUIDE, "guide.md")
    run_jobs()
    return world


def test_a_procedure_is_answered_whole_with_its_source(client: TestClient) -> None:
    world = ready_world(client)
    answer = ask(client, world.guest, "Comment installer le VPN ?")
    assert answer["status"] == "answered"
    assert answer["generator"] == "extractive"
    steps = [s for s in answer["sentences"] if s["kind"] == "step"]
    assert len(steps) == 3
    assert answer["citations"][0]["path"] == "guide.md"
    assert answer["ai_notice"]


def test_what_no_document_says_is_refused(client: TestClient) -> None:
    world = ready_world(client)
    answer = ask(client, world.guest, "Quelle est la capitale de l'Australie ?")
    assert answer["status"] == "refused"
    assert answer["citations"] == []


def test_a_repeated_question_comes_from_the_cache_until_the_knowledge_changes(
    client: TestClient,
) -> None:
    world = ready_world(client)
    first = ask(client, world.guest, "Comment installer le VPN ?")
    again = ask(client, world.other_guest, "comment installer le vpn")
    assert (first["cached"], again["cached"]) == (False, True)
    assert again["text"] == first["text"]
    upload(client, world, GUIDE.replace("FortiClient", "WireGuard"), "guide.md")
    run_jobs()
    fresh = ask(client, world.guest, "Comment installer le VPN ?")
    assert fresh["cached"] is False
    assert "WireGuard" in str(fresh["text"])


def test_the_answer_streams_as_events(client: TestClient) -> None:
    world = ready_world(client)
    headers = world.guest.headers | {"Accept": "text/event-stream"}
    response = client.post(
        "/api/v2/answers", json={"question": "Comment installer le VPN ?"}, headers=headers
    )
    kinds = [line[7:] for line in response.text.splitlines() if line.startswith("event: ")]
    assert kinds[0] == "token"
    assert "citation" in kinds
    assert kinds[-1] == "done"


def test_a_conversation_keeps_its_turns_rating_and_hand_over(client: TestClient) -> None:
    world = ready_world(client)
    first = ask(client, world.guest, "Comment installer le VPN ?")
    second = ask(
        client,
        world.guest,
        "Quels sont les horaires du support ?",
        conversation_id=first["conversation_id"],
    )
    assert second["conversation_id"] == first["conversation_id"]
    rating = client.post(
        f"/api/v2/answers/{first['id']}/rating",
        json={"value": "down", "comment": "trop long"},
        headers=world.guest.headers,
    )
    assert rating.status_code == 200, rating.text
    handover = client.post(
        f"/api/v2/answers/{first['id']}/handover", json={}, headers=world.guest.headers
    )
    assert handover.status_code == 201, handover.text
    address = f"/api/v2/conversations/{first['conversation_id']}"
    detail = client.get(address, headers=world.guest.headers).json()
    assert [message["role"] for message in detail["messages"]] == ["user", "assistant"] * 2
    assert detail["messages"][1]["answer"]["rating"] == {"value": "down", "comment": "trop long"}
    assert detail["messages"][1]["answer"]["handover"] is True
    assert client.get(address, headers=world.other_guest.headers).status_code == 404


def test_an_idempotency_key_asks_once(client: TestClient) -> None:
    world = ready_world(client)
    headers = world.guest.headers | {"Idempotency-Key": "k-1"}
    body = {"question": "Comment installer le VPN ?"}
    first = client.post("/api/v2/answers", json=body, headers=headers)
    again = client.post("/api/v2/answers", json=body, headers=headers)
    assert again.json()["id"] == first.json()["id"]
    assert again.headers["idempotency-replayed"] == "true"
    other = client.post("/api/v2/answers", json={"question": "Autre chose ?"}, headers=headers)
    assert other.status_code == 409

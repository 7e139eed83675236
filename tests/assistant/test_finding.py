"""Finding conversations by what was said: words, beginnings, meaning, and who may find what."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connections
from starlette.testclient import TestClient

from netz.assistant.finding.excerpts import LENGTH, excerpt
from netz.assistant.finding.index import FOLDED, catch_up, start_again_if_stale
from netz.assistant.finding.records import term_key
from netz.assistant.models import Conversation, Message, MessagePosting, MessageSegment
from netz.assistant.services.indexing import index_all
from netz.assistant.services.organising import KEPT_DAYS, purge_deleted
from netz.assistant.tasks import index_messages, renew_message_index
from netz.core.db import tenant
from tests.assistant.test_answers_api import ask, ready_world
from tests.assistant.test_filing import change, converse
from tests.factories import Person, World, make_world
from tests.jobs import run_jobs
from tests.security.scene import upload


def find(client: TestClient, reader: Person, q: str, **only: object) -> dict[str, Any]:
    """What a search shows."""
    response = client.get(
        "/api/v2/conversations/search", params={"q": q, **only}, headers=reader.headers
    )
    assert response.status_code == 200, response.text
    return dict(response.json())


def found(client: TestClient, reader: Person, q: str, **only: object) -> list[str]:
    """The ids of the conversations found, in order."""
    return [one["conversation"]["id"] for one in find(client, reader, q, **only)["items"]]


def shown(one: dict[str, Any]) -> list[str]:
    """The words that a found conversation's hits are marked at."""
    return [part["text"] for hit in one["hits"] for part in hit["parts"] if part["hit"]]


def indexed(world: World) -> int:
    with tenant(world.id):
        return Message.objects.filter(workspace_id=world.id, number__isnull=False).count()


def test_words_are_found_in_any_form_with_their_places(client: TestClient) -> None:
    guest = make_world().guest
    one, two = converse(
        client, guest, "Mes imprimantes réseau sont bloquées", "Le clavier ne répond plus"
    )
    change(client, guest, one, title="Étage 2")
    (item,) = find(client, guest, "IMPRIMANTE bloquee")["items"]
    assert (item["conversation"]["id"], item["match"]) == (one, "words")
    assert shown(item) == ["imprimantes", "bloquées"]
    assert item["hits"][0]["role"] == "user"
    assert found(client, guest, "clavier") == [two]
    assert found(client, guest, "étage") == [one]
    assert find(client, guest, "étage")["items"][0]["match"] == "title"
    assert found(client, guest, "sauvegarde") == []


def test_a_word_is_found_from_its_beginning_on(client: TestClient) -> None:
    guest = make_world().guest
    (one,) = converse(client, guest, "Le connecteur Kerberos refuse mon ticket")
    change(client, guest, one, title="Refus")
    assert found(client, guest, "kerb") == [one]
    assert found(client, guest, "connecteur ker") == [one]
    # What is typed to its end, with a space after it, is no beginning any more.
    assert found(client, guest, "kerb connecteur ") == []
    # Of three words, two are enough where nothing has all of them.
    (item,) = find(client, guest, "kerb connecteur ticket")["items"]
    assert (item["conversation"]["id"], item["match"]) == (one, "some")


def test_an_english_word_finds_french_words_that_say_it(client: TestClient) -> None:
    guest = make_world().guest
    (one,) = converse(client, guest, "Mon mot de passe est refusé")
    change(client, guest, one, title="Refus")
    assert found(client, guest, "password") == [one]


def test_a_question_in_other_words_is_found_by_its_meaning(client: TestClient) -> None:
    guest = make_world().guest
    one, _ = converse(
        client, guest, "Comment récupérer un fichier supprimé ?", "Quel est le code du portail ?"
    )
    (item,) = find(client, guest, "restaurer des données effacées par erreur")["items"]
    assert (item["conversation"]["id"], item["match"]) == (one, "meaning")


def test_the_answer_s_words_find_its_conversation(client: TestClient) -> None:
    world = ready_world(client)
    given = ask(client, world.guest, "Comment installer le VPN ?")
    assert given["status"] == "answered"
    word = max(str(given["text"]).split(), key=len).strip(".,:;*")
    roles = {hit["role"] for hit in find(client, world.guest, word)["items"][0]["hits"]}
    assert "assistant" in roles


def test_others_conversations_are_found_by_who_may_read_them(client: TestClient) -> None:
    world = make_world()
    (mine,) = converse(client, world.guest, "Badge perdu au parking")
    (theirs,) = converse(client, world.other_guest, "Badge perdu à la cantine")
    everyone = {
        "guest": [mine],
        "other_guest": [theirs],
        "manager": [mine],
        "agent": [],  # technicians oversee nobody's conversations
        "admin": [theirs, mine],
    }
    for name, expected in everyone.items():
        assert found(client, getattr(world, name), "badge") == expected, name
    assert found(client, world.admin, "badge", of="own") == []
    assert found(client, world.manager, "badge", of="company") == [mine]
    assert found(client, world.admin, "badge", company=world.company.id) == [mine]
    assert found(client, world.manager, "badge", company=world.other_company.id) == []
    assert found(client, world.guest, "badge", person=world.other_guest.member.id) == []
    assert found(client, world.admin, "badge", person=world.other_guest.member.id) == [theirs]
    refused = client.get(
        "/api/v2/conversations/search",
        params={"q": "badge", "of": "company"},
        headers=world.guest.headers,
    )
    assert refused.status_code == 403


def test_another_workspace_finds_nothing(client: TestClient) -> None:
    world, foreign = make_world(), make_world()
    converse(client, world.guest, "Badge perdu")
    index_all(world.id)
    assert found(client, foreign.admin, "badge") == []
    assert find(client, foreign.admin, "bad")["items"] == []


def test_a_withheld_answer_finds_nothing(client: TestClient) -> None:
    world = make_world()
    text = "# Coffre\n\nPour ouvrir le coffre numérique, composez la séquence Ganymède."
    document = upload(client, world, text, "Guides/coffre.md", "public")
    run_jobs()
    given = ask(client, world.guest, "Comment ouvrir le coffre numérique ?")
    assert "Ganymède" in str(given["text"])
    assert found(client, world.guest, "ganymède") == [given["conversation_id"]]
    source = {"source": document["id"]}
    assert found(client, world.guest, "coffre", **source) == [given["conversation_id"]]
    narrowed = client.patch(
        f"/api/v2/documents/{document['id']}",
        json={"audience": {"kind": "workspace"}},
        headers=world.admin.headers,
    )
    assert narrowed.status_code < 300, narrowed.text
    assert found(client, world.guest, "ganymède") == []
    assert found(client, world.guest, "ganym") == []
    assert found(client, world.guest, "coffre", **source) == []
    # Their own question stays theirs, and staff still see what was said.
    hits = find(client, world.guest, "coffre")["items"][0]["hits"]
    assert {hit["role"] for hit in hits} == {"user"}
    assert found(client, world.admin, "ganymède") == [given["conversation_id"]]


def test_filters_narrow_what_is_found(client: TestClient) -> None:
    guest = make_world().guest
    one, two, three = converse(
        client, guest, "Panne du serveur Alpha", "Panne du serveur Bêta", "Panne du serveur Gamma"
    )
    change(client, guest, one, tags=["urgent"], pinned=True)
    change(client, guest, two, archived=True)
    client.delete(f"/api/v2/conversations/{three}", headers=guest.headers)
    assert sorted(found(client, guest, "serveur")) == sorted([one, two])
    assert found(client, guest, "serveur", state="archived") == [two]
    assert found(client, guest, "serveur", state="active") == [one]
    assert found(client, guest, "serveur", tag="urgent") == [one]
    assert found(client, guest, "serveur", pinned=True) == [one]
    assert found(client, guest, "serveur", outcome="answered") == []
    assert found(client, guest, "serveur", until="2020-01-01") == []
    assert len(found(client, guest, "serveur", limit=1)) == 1
    client.post(f"/api/v2/conversations/{three}/restoration", headers=guest.headers)
    assert three in found(client, guest, "serveur")


@pytest.mark.parametrize(
    "only",
    [
        {"q": "a"},
        {"q": "x" * 301},
        {"q": "ab", "of": "all"},
        {"q": "ab", "source": "1"},
        {"q": "ab", "limit": 51},
        {"q": "ab", "state": "deleted"},
        {"q": "ab", "sort": "title"},
        {},
    ],
)
def test_a_search_that_makes_no_sense_is_refused(client: TestClient, only: dict[str, Any]) -> None:
    guest = make_world().guest
    response = client.get("/api/v2/conversations/search", params=only, headers=guest.headers)
    assert response.status_code == 422


@pytest.mark.parametrize("q", ["??", "le la les", "\u0000ab", "💥💥", "'; --", "%%__", "a\\b(c["])
def test_whatever_is_typed_is_only_looked_for(client: TestClient, q: str) -> None:
    guest = make_world().guest
    converse(client, guest, "Bonjour")
    response = client.get("/api/v2/conversations/search", params={"q": q}, headers=guest.headers)
    assert response.status_code in (200, 400)  # 400: what no text may hold


def test_messages_are_numbered_once_and_folded(client: TestClient) -> None:
    world = make_world()
    for number in range(FOLDED + 3):
        ask(client, world.guest, f"Question numéro {number} sur le réseau")
        with tenant(world.id):
            assert catch_up(world.id) == 2
    with tenant(world.id):
        assert catch_up(world.id) == 0
        assert MessageSegment.objects.filter(workspace_id=world.id).count() <= FOLDED
        sizes = MessageSegment.objects.filter(workspace_id=world.id).values_list(
            "messages", flat=True
        )
        numbers = Message.objects.filter(workspace_id=world.id).values_list("number", flat=True)
        assert sum(sizes) == len(numbers) == len(set(numbers)) == 2 * (FOLDED + 3)
    assert len(found(client, world.guest, "réseau question")) == FOLDED + 3


def test_the_jobs_take_up_what_was_said_and_leave_nothing_of_what_was_purged(
    client: TestClient,
) -> None:
    world = make_world()
    kept, gone = converse(client, world.guest, "Sauvegarde du NAS", "Secret Zanzibar")
    index_messages(0)
    assert indexed(world) == 4
    key = term_key("zanzibar")
    with tenant(world.id):
        assert MessagePosting.objects.filter(workspace_id=world.id, term=key).exists()
        assert not start_again_if_stale(world.id)
    client.delete(f"/api/v2/conversations/{gone}", headers=world.guest.headers)
    with tenant(world.id):
        row = Conversation.objects.get(workspace_id=world.id, pk=gone)
        row.deleted_at = row.deleted_at.replace(year=row.deleted_at.year - 1)  # type: ignore[union-attr]  # deleted
        row.save(update_fields=["deleted_at"])
        assert purge_deleted(world.id) == 1
    assert KEPT_DAYS < 365
    renew_message_index(0)
    assert indexed(world) == 2
    with tenant(world.id):
        assert not MessagePosting.objects.filter(workspace_id=world.id, term=key).exists()
    assert found(client, world.guest, "sauvegarde") == [kept]


def test_who_comes_second_to_the_index_does_nothing(client: TestClient) -> None:
    world = make_world()
    converse(client, world.guest, "Réseau")
    other = connections.create_connection("default")
    try:
        with other.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute(
                "SELECT pg_advisory_xact_lock(hashtextextended('netz.messages ' || %s, 0))",
                [str(world.id)],
            )
            with tenant(world.id):
                assert catch_up(world.id) == 0
                assert not start_again_if_stale(world.id)
            cursor.execute("ROLLBACK")
    finally:
        other.close()
    with tenant(world.id):
        assert catch_up(world.id) == 2


def test_a_search_that_gives_up_says_so(client: TestClient) -> None:
    """More hidden messages with the word than are asked about."""
    world = make_world()
    (mine,) = converse(client, world.admin, "Onduleur du local")
    change(client, world.admin, mine, title="Local")
    with tenant(world.id):
        gone, staff = (
            Conversation.objects.create(
                workspace_id=world.id, member=person.member, title="", deleted_at=at
            )
            for person, at in ((world.admin, datetime.now(UTC)), (world.agent, None))
        )
        for conversation in (staff, gone):
            Message.objects.bulk_create(
                Message(
                    workspace_id=world.id, conversation=conversation, role="user", text="Onduleur"
                )
                for _ in range(1_000)
            )
        later = datetime.now(UTC) + timedelta(hours=1)
        Message.objects.filter(workspace_id=world.id, text="Onduleur").update(created_at=later)
    index_all(world.id)
    answer = find(client, world.admin, "onduleur")
    assert (answer["items"], answer["complete"]) == ([], False)
    with tenant(world.id):
        gone.delete()
    renew_message_index(0)
    # Staff's own conversations are nobody else's: they are not even proposed.
    assert found(client, world.admin, "onduleur") == [mine]


def test_excerpts_show_where_most_words_stand() -> None:
    keys = {term_key("vpn"), term_key("certificat")}
    text = "Le VPN. " + "Rien à voir ici. " * 60 + "Le certificat du VPN a expiré. " + "Fin. " * 80
    parts = excerpt(text, keys.__contains__)
    assert [part for part, hit in parts if hit] == ["certificat", "VPN"]
    assert parts[0] == ("… ", False)
    assert parts[-1] == (" …", False)
    assert len("".join(part for part, _ in parts)) <= LENGTH + 4
    assert excerpt("court", keys.__contains__) == [("court", False)]
    assert excerpt("", keys.__contains__) == []

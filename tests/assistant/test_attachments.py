"""Files given to a conversation: read, asked, shown to whoever reads it, and used nowhere else."""

import io
import os
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from docx import Document
from pypdf import PdfReader
from starlette.testclient import TestClient

from netz.assistant.models import Attachment, CachedAnswer
from netz.assistant.services import attaching
from netz.core import files
from netz.core.db import tenant
from netz.core.permissions import Role
from tests.assistant.test_answers_api import ask
from tests.factories import Person, World, add_person, make_world
from tests.jobs import run_jobs
from tests.security.scene import upload

API = "/api/v2"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360"
    "606060000000050001a5f645400000000049454e44ae426082"
)
CONTRACT = """# Contrat de maintenance

## Garantie

La garantie du serveur Altura court jusqu'au 14 mars 2029.

## Astreinte

L'astreinte se joint au 04 78 00 11 22, de 19 h à 7 h.
"""
WARRANTY = "Jusqu'à quand court la garantie du serveur Altura ?"


@pytest.fixture
def world() -> World:
    """A workspace with a second guest of the first one's company."""
    found = make_world()
    add_person(found, "colleague", Role.GUEST, company=found.company)
    return found


def attach(client: TestClient, person: Person, name: str, content: bytes | str) -> Any:
    data = content if isinstance(content, bytes) else content.encode()
    return client.post(f"{API}/attachments", files={"file": (name, data)}, headers=person.headers)


def attached(client: TestClient, person: Person, content: str = CONTRACT) -> str:
    """The id of a text that was attached and read."""
    response = attach(client, person, "contrat.md", content)
    assert response.status_code == 201, response.text
    assert response.json()["state"] == "reading"
    run_jobs()
    return str(response.json()["id"])


def asked(client: TestClient, person: Person, question: str, **more: Any) -> dict[str, Any]:
    response = client.post(
        f"{API}/answers", json={"question": question, **more}, headers=person.headers
    )
    assert response.status_code == 200, response.text
    return dict(response.json())


def read(client: TestClient, person: Person, one: str, what: str = "") -> Any:
    return client.get(f"{API}/attachments/{one}{what}", headers=person.headers)


def test_an_attached_file_answers_with_its_own_passage(client: TestClient, world: World) -> None:
    one = attached(client, world.guest)
    answer = asked(client, world.guest, WARRANTY, attachments=[one])
    assert answer["status"] == "answered"
    assert "14 mars 2029" in answer["text"]
    assert "fichiers joints" in answer["ai_notice"]
    [source] = answer["citations"]
    assert (source["attached"], source["document_id"], source["title"]) == (True, one, "contrat.md")
    found = read(client, world.guest, one).json()
    passage = next(p for p in found["passages"] if p["id"] == source["passage_id"])
    assert source["quote"] in passage["text"]
    shown = client.get(
        f"{API}/conversations/{answer['conversation_id']}", headers=world.guest.headers
    ).json()
    [file] = shown["messages"][0]["attachments"]
    assert (file["name"], file["state"], file["yours"]) == ("contrat.md", "ready", True)


@pytest.mark.parametrize("kind", ["markdown", "pdf", "docx", "json"])
def test_an_export_names_what_was_attached(client: TestClient, world: World, kind: str) -> None:
    one = attached(client, world.guest)
    answer = asked(client, world.guest, WARRANTY, attachments=[one])
    response = client.post(
        f"{API}/conversations/exports",
        json={"ids": [answer["conversation_id"]], "format": kind},
        headers=world.guest.headers,
    )
    assert response.status_code == 200, response.text
    if kind == "pdf":
        pages = PdfReader(io.BytesIO(response.content)).pages
        text = "".join(page.extract_text() for page in pages)
    elif kind == "docx":
        document = Document(io.BytesIO(response.content))
        text = "\n".join(line.text for line in document.paragraphs)
    else:
        text = response.text
    assert text.count("contrat.md") >= 2  # beside the question, and as the answer's source
    if kind != "json":
        assert "Pièces jointes : contrat.md" in text


def test_it_goes_on_answering_in_its_conversation_and_nowhere_else(
    client: TestClient, world: World
) -> None:
    one = attached(client, world.guest)
    first = asked(client, world.guest, WARRANTY, attachments=[one])
    later = asked(
        client,
        world.guest,
        "Comment se joint l'astreinte ?",
        conversation_id=first["conversation_id"],
    )
    assert "04 78 00 11 22" in later["text"]
    # Neither in another conversation of the same person, nor from what was remembered.
    assert asked(client, world.guest, WARRANTY)["status"] == "refused"
    assert asked(client, world.admin, WARRANTY)["status"] == "refused"
    with tenant(world.id):
        assert not CachedAnswer.objects.filter(body__status="answered").exists()


def test_the_documents_answer_what_the_file_does_not(client: TestClient, world: World) -> None:
    upload(client, world, "# VPN\n\nLe VPN se lance depuis le menu Korvex.", "vpn.md")
    run_jobs()
    one = attached(client, world.guest)
    answer = asked(client, world.guest, "D'où se lance le VPN ?", attachments=[one])
    assert "menu Korvex" in answer["text"]
    assert [source["attached"] for source in answer["citations"]] == [False]


@pytest.mark.parametrize(
    "question",
    [
        "Résume ce document",
        "Que dit ce fichier ?",
        "De quoi parle la pièce jointe ?",
        "Can you summarise this file?",
        "What does the attached document say?",
    ],
)
def test_it_says_what_a_file_is_about(client: TestClient, world: World, question: str) -> None:
    one = attached(client, world.guest)
    answer = asked(client, world.guest, question, attachments=[one])
    assert answer["status"] == "answered"
    assert "14 mars 2029" in answer["text"]
    assert "04 78 00 11 22" in answer["text"]
    assert all(sentence["citations"] for sentence in answer["sentences"])


def test_words_for_the_file_need_not_stand_in_it(client: TestClient, world: World) -> None:
    one = attached(client, world.guest)
    question = "D'après le document ci-joint, jusqu'à quand court la garantie ?"
    assert "14 mars 2029" in asked(client, world.guest, question, attachments=[one])["text"]


def test_whoever_reads_the_conversation_reads_the_file_and_nobody_else(
    client: TestClient, world: World
) -> None:
    one = attached(client, world.guest)
    colleague = world.people["colleague"]
    assert read(client, colleague, one).status_code == 404
    assert read(client, world.admin, one).status_code == 404  # not sent yet: the guest's alone
    answer = asked(client, world.guest, WARRANTY, attachments=[one])
    assert read(client, colleague, one).status_code == 404
    path = f"{API}/conversations/{answer['conversation_id']}/sharing"
    client.put(path, json={"shared": True}, headers=world.guest.headers)
    assert read(client, colleague, one).status_code == 200
    assert read(client, colleague, one, "/file").content == CONTRACT.encode()
    seen = client.get(
        f"{API}/conversations/{answer['conversation_id']}", headers=colleague.headers
    ).json()
    # A source that is a file of the conversation is not withheld as a foreign document.
    assert "14 mars 2029" in seen["messages"][1]["text"]
    assert seen["messages"][0]["attachments"][0]["yours"] is False
    assert client.delete(f"{API}/attachments/{one}", headers=colleague.headers).status_code == 409


def test_a_picture_is_for_people_and_served_as_one(client: TestClient, world: World) -> None:
    sent = attach(client, world.guest, "écran.PNG", PIXEL).json()
    assert (sent["kind"], sent["state"]) == ("picture", "ready")
    first = asked(client, world.guest, "Mon écran affiche ceci", attachments=[sent["id"]])
    response = read(client, world.guest, sent["id"], "/file")
    assert response.content == PIXEL
    assert response.headers["content-type"] == "image/png"
    assert response.headers["content-disposition"].startswith("attachment")
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in response.headers["content-security-policy"]
    # It says nothing to the assistant, also later.
    later = asked(
        client, world.guest, "Que dit ce fichier ?", conversation_id=first["conversation_id"]
    )
    assert later["status"] == "refused"


def test_a_message_to_people_carries_files(client: TestClient, world: World) -> None:
    answer = ask(client, world.guest, WARRANTY)
    one = attach(client, world.guest, "écran.png", PIXEL).json()["id"]
    response = client.post(
        f"{API}/conversations/{answer['conversation_id']}/messages",
        json={"text": "Voici l'écran.", "attachments": [one]},
        headers=world.guest.headers,
    )
    assert response.status_code == 201, response.text
    assert [file["id"] for file in response.json()["attachments"]] == [one]
    again = client.post(
        f"{API}/conversations/{answer['conversation_id']}/messages",
        json={"text": "Encore.", "attachments": [one]},
        headers=world.guest.headers,
    )
    assert again.json()["code"] == "attachment.not_found"  # it is in a message already


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("vide.txt", b"", "attachment.not_taken"),
        ("outil.exe", b"MZ\x90\x00", "attachment.not_taken"),
        ("dessin.svg", b"<svg onload='alert(1)'/>", "attachment.not_taken"),
        ("archive.zip", b"PK\x03\x04", "attachment.not_taken"),
        ("sans-nom", b"abc", "attachment.not_taken"),
        ("gros.txt", b"a" * (attaching.LIMIT + 1), "too_large"),
    ],
)
def test_what_can_not_be_attached_is_refused_and_not_kept(
    client: TestClient, world: World, name: str, content: bytes, code: str
) -> None:
    response = attach(client, world.guest, name, content)
    assert response.status_code in (413, 422)
    assert response.json()["code"] == code
    assert not files.keys_on(world.id, attaching.SHELF, older_than=-60)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("faux.pdf", b"%PDF-1.7 broken", "corrupt"),
        ("page.html", PIXEL[8:], "mistyped"),
        ("blanc.txt", b"   \n ", "empty"),
    ],
)
def test_a_file_that_can_not_be_read_says_so_and_can_be_sent(
    client: TestClient, world: World, name: str, content: bytes, code: str
) -> None:
    one = attach(client, world.guest, name, content).json()["id"]
    run_jobs()
    state = read(client, world.guest, one).json()["attachment"]
    assert state["state"] == "failed"
    assert state["problem"]
    assert state["hint"]
    with tenant(world.id):
        assert Attachment.objects.get(pk=one).error_code == code
    answer = asked(client, world.guest, WARRANTY, attachments=[one])
    assert answer["status"] == "refused"
    assert read(client, world.guest, one, "/file").content == content


def test_a_file_named_by_a_path_keeps_its_own_name(client: TestClient, world: World) -> None:
    name = "..\\..\\etc/" + "n" * 300 + ".txt"
    kept = attach(client, world.guest, name, "abc").json()["name"]
    assert kept.startswith("nnn")
    assert kept.endswith(".txt")
    assert len(kept) == 200


def test_one_that_is_being_read_waits(client: TestClient, world: World) -> None:
    one = attach(client, world.guest, "contrat.md", CONTRACT).json()["id"]
    body = {"question": WARRANTY, "attachments": [one]}
    response = client.post(f"{API}/answers", json=body, headers=world.guest.headers)
    assert (response.status_code, response.json()["code"]) == (409, "attachment.not_ready")
    run_jobs()
    assert "14 mars 2029" in asked(client, world.guest, **body)["text"]


def test_only_ones_own_unsent_files_can_be_sent(client: TestClient, world: World) -> None:
    foreign = attached(client, world.people["colleague"])
    own = attached(client, world.guest)
    for ids in ([foreign], [own, foreign], ["0" * 32]):
        body = {"question": WARRANTY, "attachments": ids}
        response = client.post(f"{API}/answers", json=body, headers=world.guest.headers)
        assert (response.status_code, response.json()["code"]) == (404, "attachment.not_found")
    many = {"question": WARRANTY, "attachments": [own] * 6}
    assert client.post(f"{API}/answers", json=many, headers=world.guest.headers).status_code == 422
    # Named twice it is one, and nothing was lost by what was refused.
    assert asked(client, world.guest, WARRANTY, attachments=[own, own])["status"] == "answered"


def test_unsent_files_are_bounded(client: TestClient, world: World) -> None:
    for _ in range(attaching.MOST_UNSENT):
        assert attach(client, world.guest, "écran.png", PIXEL).status_code == 201
    refused = attach(client, world.guest, "écran.png", PIXEL)
    assert (refused.status_code, refused.json()["code"]) == (409, "attachment.too_many_unsent")
    assert len(files.keys_on(world.id, attaching.SHELF, older_than=-60)) == attaching.MOST_UNSENT


def test_what_was_removed_answers_no_more_and_its_name_stays(
    client: TestClient, world: World
) -> None:
    one = attached(client, world.guest)
    answer = asked(client, world.guest, WARRANTY, attachments=[one])
    removed = client.delete(f"{API}/attachments/{one}", headers=world.guest.headers)
    assert removed.status_code == 204
    assert read(client, world.guest, one).status_code == 404
    assert read(client, world.guest, one, "/file").status_code == 404
    assert not files.keys_on(world.id, attaching.SHELF, older_than=-60)
    conversation = answer["conversation_id"]
    shown = client.get(f"{API}/conversations/{conversation}", headers=world.guest.headers).json()
    [file] = shown["messages"][0]["attachments"]
    assert (file["name"], file["state"]) == ("contrat.md", "removed")
    later = asked(client, world.guest, WARRANTY, conversation_id=conversation)
    assert later["status"] == "refused"


def test_an_unsent_one_that_is_removed_leaves_no_trace(client: TestClient, world: World) -> None:
    one = attached(client, world.guest)
    assert client.delete(f"{API}/attachments/{one}", headers=world.guest.headers).status_code == 204
    with tenant(world.id):
        assert not Attachment.objects.exists()
    assert not files.keys_on(world.id, attaching.SHELF, older_than=-60)


def test_what_is_never_sent_and_what_belongs_to_nothing_goes_after_a_day(
    client: TestClient, world: World
) -> None:
    old, new, sent = (attached(client, world.guest) for _ in range(3))
    asked(client, world.guest, WARRANTY, attachments=[sent])
    orphan = files.store(world.id, io.BytesIO(b"rest"), limit=10, shelf=attaching.SHELF)
    past = time.time() - 2 * 86400
    with tenant(world.id):
        for row in Attachment.objects.exclude(pk=new):
            os.utime(files.path_of(row.storage_key), (past, past))
        yesterday = timezone.now() - timedelta(days=2)
        Attachment.objects.exclude(pk=new).update(created_at=yesterday)
    os.utime(files.path_of(orphan.key), (past, past))
    assert attaching.tidy(world.id) == 2
    with tenant(world.id):
        kept = {str(row.id): Path(files.path_of(row.storage_key)) for row in _rows()}
    assert kept.keys() == {new, sent}
    assert old not in kept
    assert all(path.exists() for path in kept.values())


def _rows() -> list[Attachment]:
    return list(Attachment.objects.all())


def test_reading_twice_and_reading_what_is_gone_change_nothing(
    client: TestClient, world: World
) -> None:
    one = attached(client, world.guest)
    with tenant(world.id):
        before = Attachment.objects.get(pk=one).passages
    attaching.read_attachment(world.id, before_id := Attachment(pk=one).pk)
    attaching.fail_attachment(world.id, before_id)
    with tenant(world.id):
        assert Attachment.objects.get(pk=one).passages == before
        Attachment.objects.all().delete()
    attaching.read_attachment(world.id, before_id)


def test_a_second_try_to_ask_with_the_same_file_keeps_one_answer(
    client: TestClient, world: World
) -> None:
    one = attached(client, world.guest)
    headers = world.guest.headers | {"Idempotency-Key": "once"}
    body = {"question": WARRANTY, "attachments": [one]}
    first = client.post(f"{API}/answers", json=body, headers=headers).json()
    again = client.post(f"{API}/answers", json=body, headers=headers).json()
    assert again["id"] == first["id"]

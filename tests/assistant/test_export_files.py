"""Conversations as PDF and Word: whole, readable by machines, and proper whatever was typed."""

import io
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import docx
import pypdf
import pytest
from starlette.testclient import TestClient

from netz.assistant.models import Answer, Conversation, Message
from netz.core.db import tenant
from tests.assistant.test_exporting import PATH, export
from tests.assistant.test_filing import converse
from tests.factories import World, make_world
from tests.workspaces.roles.calls import QUESTION, documents

KINDS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@pytest.fixture
def world() -> World:
    return make_world()


def pdf_text(content: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    return squeezed("\n".join(page.extract_text() for page in pages))


def docx_text(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return squeezed("\n".join([*(line.text for line in document.paragraphs), *cells]))


TEXT_OF = {"pdf": pdf_text, "docx": docx_text}


def squeezed(text: str) -> str:
    return " ".join(text.split())


def typed(world: World, conversation: str, text: str, title: str = "") -> None:
    with tenant(world.id):
        Message.objects.filter(conversation_id=conversation, role="user").update(text=text)
        if title:
            Conversation.objects.filter(pk=conversation).update(title=title)


def said(world: World, conversation: str, sentences: list[dict[str, Any]]) -> None:
    """Gives the conversation's answer another structure."""
    with tenant(world.id):
        answer = Answer.objects.get(message__conversation_id=conversation)
        told = [{"citations": [], "marker": "", "supported": True} | one for one in sentences]
        answer.body = answer.body | {"sentences": told}
        answer.save(update_fields=["body"])


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_holds_questions_answers_and_what_they_rest_on(
    client: TestClient, world: World, kind: str
) -> None:
    documents(client, world)
    (one,) = converse(client, world.guest, QUESTION)
    detail = client.get(f"/api/v2/conversations/{one}", headers=world.guest.headers).json()
    answer = detail["messages"][1]["answer"]
    assert answer["citations"], "the question is answered"
    made = export(client, world.guest, one, format=kind)
    assert made.status_code == 200, made.text
    assert made.headers["content-type"] == KINDS[kind]
    assert made.headers["content-disposition"].endswith(f'.{kind}"')
    text = TEXT_OF[kind](made.content)
    for expected in (
        detail["title"],
        QUESTION,
        answer["ai_notice"],
        *(sentence["text"] for sentence in answer["sentences"]),
        *(cited["title"] for cited in answer["citations"]),
        *(cited["path"] for cited in answer["citations"]),
        *(cited["quote"] for cited in answer["citations"]),
    ):
        assert squeezed(expected) in text
    assert all(f"[{cited['index']}]" in text for cited in answer["citations"])
    assert "[?]" not in text


def test_a_quote_of_several_lines_is_set_as_one(client: TestClient, world: World) -> None:
    documents(client, world)
    (one,) = converse(client, world.guest, QUESTION)
    with tenant(world.id):
        answer = Answer.objects.get(message__conversation_id=one)
        first, *others = answer.body["citations"]
        quoted = first | {"quote": "Une ligne.\nUne autre.\u2028La\tdernière."}
        answer.body = answer.body | {"citations": [quoted, *others]}
        answer.save(update_fields=["body"])
    for kind, text_of in TEXT_OF.items():
        text = text_of(export(client, world.guest, one, format=kind).content)
        assert "« Une ligne. Une autre. La dernière. »" in text
        assert "[?]" not in text


def test_a_pdf_tells_its_title_and_language_and_has_contents_when_many(
    client: TestClient, world: World
) -> None:
    ids = converse(client, world.guest, "Le VPN échoue à Noël", "Où est mon badge ?")
    content = export(client, world.guest, *ids, format="pdf").content
    reader = pypdf.PdfReader(io.BytesIO(content))
    assert reader.metadata is not None
    assert reader.metadata.title == "Conversations"
    assert reader.trailer["/Root"]["/Lang"] == "fr-FR"
    titles = ["Le VPN échoue à Noël", "Où est mon badge ?"]
    assert [squeezed(one.title) for one in reader.outline] == titles  # type: ignore[union-attr]
    contents = squeezed(reader.pages[0].extract_text())
    assert "Sommaire" in contents
    assert all(title in contents for title in titles)
    assert reader.pages[0]["/Annots"], "each title of the contents is a link"
    assert "Page 2" in reader.pages[1].extract_text()


def test_word_has_headings_lists_and_tables_of_its_own(client: TestClient, world: World) -> None:
    documents(client, world)
    (one,) = converse(client, world.guest, QUESTION)
    said(
        world,
        one,
        [
            {"kind": "sentence", "text": "Voici :"},
            {"kind": "step", "text": "Ouvrez.", "marker": "1."},
            {"kind": "step", "text": "Fermez.", "marker": "2."},
            {"kind": "item", "text": "- Un point"},
            {"kind": "row", "text": "Nom : Ana; Poste : 12"},
            {"kind": "row", "text": "Nom : Léo; Poste : 34"},
        ],
    )
    content = export(client, world.guest, one, format="docx").content
    document = docx.Document(io.BytesIO(content))
    styles = {line.text: line.style.name for line in document.paragraphs if line.style}
    assert styles["Ouvrez."] == styles["Fermez."] == "List Number"
    assert styles["Un point"] == "List Bullet"
    assert styles["Sources"] == "Heading 3"
    assert "Heading 1" in [line.style.name for line in document.paragraphs if line.style]
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Nom", "Poste"],
        ["Ana", "12"],
        ["Léo", "34"],
    ]
    text = pdf_text(export(client, world.guest, one, format="pdf").content)
    for line in ("Ouvrez.", "Fermez.", "Un point", "Nom Poste Ana 12 Léo 34"):
        assert line in text


HOSTILE = {
    "markup": "<b>gras</b> & <font size=900> <para> ]]> <!-- {{x}}",
    "control characters": "a\x01b\x0b\x1b[31mc\ufffe\uffff",
    "a very long word": "x" * 20_000,
    "right to left": "שלום עולם مرحبا \u202eabc",
    "many scripts": "日本語 ✓ 😀 e\u0301 Ω Ж \u202f!",
    "only spaces": " \n\t\u2003\n ",
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_whatever_was_typed_the_file_is_proper(
    client: TestClient, world: World, kind: str, text: str
) -> None:
    (one,) = converse(client, world.guest, "Où est mon badge ?")
    typed(world, one, text, title=text[:200])
    made = export(client, world.guest, one, format=kind)
    assert made.status_code == 200, made.text
    assert "Réponse" in TEXT_OF[kind](made.content)


@pytest.mark.parametrize("kind", KINDS)
def test_a_megabyte_is_set_in_whole(client: TestClient, world: World, kind: str) -> None:
    (one,) = converse(client, world.guest, "Où est mon badge ?")
    typed(world, one, "mot " * 250_000 + "dernier-mot")
    made = export(client, world.guest, one, format=kind)
    assert made.status_code == 200, made.text
    assert "dernier-mot" in TEXT_OF[kind](made.content)


def test_markup_stays_text(client: TestClient, world: World) -> None:
    (one,) = converse(client, world.guest, "Où est mon badge ?")
    typed(world, one, HOSTILE["markup"])
    for kind, text_of in TEXT_OF.items():
        text = text_of(export(client, world.guest, one, format=kind).content)
        assert "<b>gras</b> & <font size=900> <para> ]]> <!-- {{x}}" in text


def test_what_the_font_of_a_pdf_lacks_is_marked_and_told(client: TestClient, world: World) -> None:
    (one,) = converse(client, world.guest, "Où est mon badge ?")
    typed(world, one, "Avant 日本 après. Œuvre, Ωμέγα, Жук.")
    text = pdf_text(export(client, world.guest, one, format="pdf").content)
    assert "Avant [?] après. Œuvre, Ωμέγα, Жук." in text
    assert "2 caractères n’existent pas dans la police" in text
    assert "Avant 日本 après." in docx_text(export(client, world.guest, one, format="docx").content)


@pytest.mark.parametrize("kind", KINDS)
def test_a_guest_takes_only_their_own(client: TestClient, world: World, kind: str) -> None:
    (own,) = converse(client, world.guest, "Où est mon badge ?")
    (other,) = converse(client, world.admin, "Le VPN ne marche pas")
    assert export(client, world.guest, own, format=kind).status_code == 200
    refused = export(client, world.guest, own, other, format=kind)
    assert refused.status_code == 404
    assert refused.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("kind", KINDS)
def test_a_repeat_gets_the_same_bytes(client: TestClient, world: World, kind: str) -> None:
    (one,) = converse(client, world.guest, "Où est mon badge ?")
    headers = world.guest.headers | {"Idempotency-Key": f"twice-{kind}"}
    body = {"ids": [one], "format": kind}
    first = client.post(PATH, json=body, headers=headers)
    again = client.post(PATH, json=body, headers=headers)
    assert (first.status_code, again.status_code) == (200, 200)
    assert again.headers["Idempotency-Replayed"] == "true"
    assert again.content == first.content
    for name in ("content-type", "content-disposition"):
        assert again.headers[name] == first.headers[name]
    assert "(bytes)" not in again.headers


def test_files_written_at_the_same_time_do_not_mix(client: TestClient, world: World) -> None:
    ids = converse(client, world.guest, *(f"Où est le badge {name} ?" for name in "ŒÀÉÇÙÎÔÜ"))
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda one: export(client, world.guest, one, format="pdf"), ids))
    for response, name in zip(made, "ŒÀÉÇÙÎÔÜ", strict=True):
        assert f"Où est le badge {name} ?" in pdf_text(response.content)

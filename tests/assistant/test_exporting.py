"""Conversations as files: whole, with their sources, and nothing that the reader may not see."""

import csv
import io
import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from netz.assistant.models import Conversation, Message
from netz.audit.models import Entry
from netz.core.db import tenant
from netz.workspaces.models import Member
from tests.assistant.test_filing import change, converse
from tests.factories import Person, World, make_world
from tests.workspaces.roles.calls import QUESTION, documents

PATH = "/api/v2/conversations/exports"


@pytest.fixture
def world() -> World:
    return make_world()


def export(client: TestClient, person: Person, *ids: str, format: str = "markdown") -> Any:  # noqa: A002  # the field's name
    return client.post(PATH, json={"ids": ids, "format": format}, headers=person.headers)


def rows_of(response: Any) -> list[dict[str, str]]:
    text = response.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_markdown_holds_questions_answers_and_what_they_rest_on(
    client: TestClient, world: World
) -> None:
    documents(client, world)
    (one,) = converse(client, world.guest, QUESTION)
    detail = client.get(f"/api/v2/conversations/{one}", headers=world.guest.headers).json()
    answer = detail["messages"][1]["answer"]
    assert answer["citations"], "the question is answered"
    made = export(client, world.guest, one)
    assert made.status_code == 200, made.text
    assert made.headers["content-type"] == "text/markdown; charset=utf-8"
    assert made.headers["content-disposition"].endswith('.md"')
    text = made.text.replace("\\", "")
    assert text.startswith(f"# {detail['title']}\n")
    assert f"> {QUESTION}" in text
    assert answer["ai_notice"] in text
    for sentence in answer["sentences"]:
        numbers = "".join(f" [{number}]" for number in sentence["citations"])
        assert " ".join(sentence["text"].split()) + numbers in text
    for cited in answer["citations"]:
        assert f"- [{cited['index']}] **{cited['title']}** ({cited['path']}" in text
        assert " ".join(cited["quote"].split()) in text


def test_what_was_typed_stays_text_in_markdown(client: TestClient, world: World) -> None:
    typed = "<script>alert(1)</script> [lien](javascript:x) # titre\n## autre"
    (one,) = converse(client, world.guest, typed)
    with tenant(world.id):
        Message.objects.filter(conversation_id=one, role="user").update(text=typed)
    text = export(client, world.guest, one).text
    assert "<script" not in text.replace("\\<script", "")
    assert "[lien]" not in text
    assert "> \\#\\# autre" in text
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        line for line in text.splitlines() if line.startswith(("## Question,", "## Réponse,"))
    ]


def test_json_is_what_the_screen_shows(client: TestClient, world: World) -> None:
    ids = converse(client, world.guest, "Le VPN ne marche pas", "Où est mon badge ?")
    told = json.loads(export(client, world.guest, *ids, format="json").content)
    assert (told["format"], told["version"]) == ("netz.conversations", 1)
    shown = [
        client.get(f"/api/v2/conversations/{one}", headers=world.guest.headers).json()
        for one in ids
    ]
    # Who else is in it, and what staff note beside it, is not the conversation.
    around = {"shared", "circle", "people", "assignment", "notes", "can"}
    assert told["conversations"] == [
        {name: value for name, value in one.items() if name not in around} for one in shown
    ]


def test_a_table_has_a_row_for_each_conversation_and_runs_nothing(
    client: TestClient, world: World
) -> None:
    ids = converse(client, world.guest, "=cmd|'/c calc'!A0", "Où est mon badge ?")
    change(client, world.guest, ids[1], tags=["urgent", "badge"])
    answered = client.get(f"/api/v2/conversations/{ids[0]}", headers=world.guest.headers).json()
    answer_id = answered["messages"][1]["answer"]["id"]
    rated = client.post(
        f"/api/v2/answers/{answer_id}/rating", json={"value": "down"}, headers=world.guest.headers
    )
    assert rated.status_code == 200, rated.text
    rows = rows_of(export(client, world.guest, *ids, format="csv"))
    assert [row["identifiant"] for row in rows] == ids
    assert rows[0]["première question"] == "'=cmd|'/c calc'!A0"
    assert (rows[0]["questions"], rows[0]["refus"], rows[0]["avis défavorables"]) == ("1", "1", "1")
    assert rows[1]["étiquettes"] == "urgent, badge"
    assert rows[1]["personne"] == world.guest.user.name


def test_an_english_reader_gets_english_heads(client: TestClient, world: World) -> None:
    (one,) = converse(client, world.guest, "Où est mon badge ?")
    world.guest.user.language = "en"
    world.guest.user.save()
    assert "Exported from the workspace" in export(client, world.guest, one).text
    head = export(client, world.guest, one, format="csv").content.decode("utf-8-sig")
    assert head.startswith("id,title,person,")


def test_one_that_may_not_be_read_keeps_all_back(client: TestClient, world: World) -> None:
    (own,) = converse(client, world.guest, "Où est mon badge ?")
    (theirs,) = converse(client, world.other_guest, "Et le mien ?")
    for person in (world.guest, world.manager):
        refused = export(client, person, own, theirs)
        assert (refused.status_code, refused.json()["code"]) == (404, "conversation.not_found")
    client.delete(f"/api/v2/conversations/{own}", headers=world.guest.headers)
    assert export(client, world.guest, own).status_code == 404, "what is deleted is out of sight"


def test_a_manager_takes_the_company_s_and_sees_whose_they_are(
    client: TestClient, world: World
) -> None:
    (one,) = converse(client, world.guest, "Où est mon badge ?")
    (row,) = rows_of(export(client, world.manager, one, format="csv"))
    assert (row["personne"], row["entreprise"]) == (world.guest.user.name, world.company.name)
    assert "Question posée par Guest" in export(client, world.manager, one).text


def test_what_is_withheld_on_the_screen_is_in_no_file(client: TestClient, world: World) -> None:
    made = documents(client, world)
    (one,) = converse(client, world.guest, "Pour brun ?")
    before = export(client, world.guest, one, format="json").text
    assert made["brun"] in before
    with tenant(world.id):
        Member.objects.filter(pk=world.guest.member.pk).update(company=world.other_company)
    for form in ("markdown", "json", "csv"):
        text = export(client, world.guest, one, format=form).text
        assert made["brun"] not in text
        assert "Pour brun" not in text.replace("Pour brun ?", "")


def test_the_trail_tells_what_was_taken(client: TestClient, world: World) -> None:
    ids = converse(client, world.guest, "Où est mon badge ?", "Et la clé ?")
    export(client, world.guest, *ids, ids[0], format="csv")
    with tenant(world.id):
        (row,) = Entry.objects.filter(action="conversation.export")
    assert (row.member_id, row.after) == (world.guest.member.id, {"format": "csv", "count": 2})


def test_an_empty_conversation_and_one_without_a_title_are_files_too(
    client: TestClient, world: World
) -> None:
    (one,) = converse(client, world.guest, "Où est mon badge ?")
    with tenant(world.id):
        Conversation.objects.filter(pk=one).update(title="")
        Message.objects.filter(conversation_id=one).delete()
    made = export(client, world.guest, one)
    assert made.text.startswith("# Sans titre")
    assert 'filename="conversations-' in made.headers["content-disposition"]
    assert len(rows_of(export(client, world.guest, one, format="csv"))) == 1


@pytest.mark.parametrize("body", [{"ids": []}, {"ids": ["x"]}, {"format": "exe"}, {}])
def test_a_wish_that_makes_no_sense_is_refused(
    client: TestClient, world: World, body: dict[str, Any]
) -> None:
    (one,) = converse(client, world.guest, "Où est mon badge ?")
    sent = {"ids": [one], **body} if body.get("format") else body
    assert client.post(PATH, json=sent, headers=world.guest.headers).status_code == 422


def test_a_repeated_export_is_the_same_file(client: TestClient, world: World) -> None:
    (one,) = converse(client, world.guest, QUESTION)
    headers = world.guest.headers | {"Idempotency-Key": "export"}
    body = {"ids": [one], "format": "csv"}
    first, again = (client.post(PATH, json=body, headers=headers) for _ in range(2))
    assert again.headers["idempotency-replayed"] == "true"
    assert again.content == first.content
    for name in ("content-type", "content-disposition"):
        assert again.headers[name] == first.headers[name]

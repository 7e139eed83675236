"""Importing conversations: whole, once, one's own, and never taken for answers of ours."""

import csv
import io
import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connections
from starlette.testclient import TestClient

from netz.assistant.importing import reading
from netz.assistant.models import Answer, Message
from netz.assistant.queries import past
from netz.audit.models import Entry
from netz.core.db import tenant
from netz.core.permissions import Permission, Role
from netz.workspaces.services import create_role
from tests.assistant.importing.material import (
    STARTED,
    as_json,
    as_zip,
    chatgpt,
    openwebui,
    zipped,
)
from tests.assistant.test_answers_api import ask
from tests.assistant.test_filing import ids, listed
from tests.factories import Person, World, actor_of, make_world, sign_in

PATH = "/api/v2/conversations/imports"
ASKED, SAID = ("user", "Quel RAID choisir pour le NAS ?"), ("assistant", "Le RAID 6.")


@pytest.fixture
def world() -> World:
    return make_world()


def send(client: TestClient, person: Person, content: bytes, **headers: str) -> Any:
    return client.post(PATH, files={"file": ("export", content)}, headers=person.headers | headers)


def imported(client: TestClient, person: Person, content: bytes) -> dict[str, Any]:
    response = send(client, person, content)
    assert response.status_code == 200, response.text
    return dict(response.json())


def counts(report: dict[str, Any]) -> tuple[int, int, int]:
    return report["created"], report["already"], report["skipped"]


def detail(client: TestClient, person: Person, one: str) -> dict[str, Any]:
    response = client.get(f"/api/v2/conversations/{one}", headers=person.headers)
    assert response.status_code == 200, response.text
    return dict(response.json())


def test_an_export_becomes_the_members_own_conversations(client: TestClient, world: World) -> None:
    report = imported(client, world.agent, as_json(chatgpt(ASKED, SAID)))
    assert report == {"created": 1, "already": 0, "skipped": 0, "shortened": 0, "reasons": []}
    (row,) = listed(client, world.agent)
    start = datetime.fromtimestamp(STARTED, UTC)
    assert (row["title"], row["origin"], row["messages"]) == ("Sauvegarde du NAS", "chatgpt", 2)
    assert datetime.fromisoformat(row["updated_at"]) == start + timedelta(minutes=1)
    shown = detail(client, world.agent, row["id"])
    asked, said = shown["messages"]
    assert (asked["role"], asked["text"], asked["answer"]) == (*ASKED, None)
    assert (said["role"], said["text"]) == SAID
    assert [datetime.fromisoformat(one["created_at"]) for one in (asked, said)] == [
        start,
        start + timedelta(minutes=1),
    ]


def test_what_another_assistant_said_rests_on_nothing_and_says_so(
    client: TestClient, world: World
) -> None:
    tree = chatgpt(ASKED, SAID)
    tree["mapping"]["n1"]["message"]["metadata"] = {"model_slug": "gpt-4o"}
    imported(client, world.agent, as_json(tree))
    (row,) = listed(client, world.agent)
    answer = detail(client, world.agent, row["id"])["messages"][1]["answer"]
    assert (answer["status"], answer["generator"]) == ("imported", "imported")
    assert (answer["model"], answer["language"], answer["confidence"]) == ("gpt-4o", "fr", 0)
    assert answer["ai_notice"] == "Importé de ChatGPT : non vérifié dans vos documents."
    assert not any(answer[name] for name in ("sentences", "citations", "nearest", "suggestions"))
    for what, body in (("rating", {"value": "up"}), ("handover", {})):
        refused = client.post(
            f"/api/v2/answers/{answer['id']}/{what}", json=body, headers=world.agent.headers
        )
        assert (refused.status_code, refused.json()["code"]) == (409, "answer.imported")
    assert listed(client, world.agent, outcome="answered") == []
    assert listed(client, world.agent, outcome="refused") == []
    assert ids(listed(client, world.agent, outcome="imported")) == [row["id"]]


def test_the_same_file_twice_makes_nothing_twice(client: TestClient, world: World) -> None:
    first = as_json(chatgpt(ASKED, id="a"), openwebui(ASKED, SAID, id="a"))
    assert counts(imported(client, world.agent, first)) == (2, 0, 0)
    again = as_zip(conversations=as_json(chatgpt(ASKED, id="a"), chatgpt(ASKED, id="b")))
    assert counts(imported(client, world.agent, again)) == (1, 1, 0)
    assert len(listed(client, world.agent)) == 3
    with tenant(world.id):
        assert Message.objects.filter(workspace_id=world.id).count() == 4
    # Also one that was deleted, as long as it can be brought back.
    one = listed(client, world.agent)[0]["id"]
    client.delete(f"/api/v2/conversations/{one}", headers=world.agent.headers)
    assert counts(imported(client, world.agent, first))[0] == 0


def test_one_file_that_names_a_conversation_twice_makes_it_once(
    client: TestClient, world: World
) -> None:
    twice = as_json(chatgpt(ASKED, title="Une"), chatgpt(ASKED, SAID, title="Deux"))
    assert counts(imported(client, world.agent, twice)) == (1, 1, 0)
    (row,) = listed(client, world.agent)
    assert row["messages"] in (1, 2)


def test_another_member_gets_their_own(client: TestClient, world: World) -> None:
    content = as_json(chatgpt(ASKED, SAID))
    assert counts(imported(client, world.agent, content)) == (1, 0, 0)
    assert counts(imported(client, world.admin, content)) == (1, 0, 0)
    mine, theirs = (ids(listed(client, one)) for one in (world.agent, world.admin))
    assert mine != theirs
    response = client.get(f"/api/v2/conversations/{mine[0]}", headers=world.admin.headers)
    assert response.status_code == 404


def test_a_forged_id_reaches_nobody_elses_conversation(client: TestClient, world: World) -> None:
    kept = ask(client, world.guest, "Où est mon badge ?")["conversation_id"]
    before = detail(client, world.guest, kept)
    forged = chatgpt(ASKED, SAID, id=kept, user_id=str(world.guest.member.id))
    chat = openwebui(ASKED, SAID, id=kept, user_id=str(world.guest.member.id))
    assert counts(imported(client, world.agent, as_json(forged, chat))) == (2, 0, 0)
    assert detail(client, world.guest, kept) == before
    assert ids(listed(client, world.guest)) == [kept]
    assert kept not in ids(listed(client, world.agent))


def test_what_a_clients_people_import_stays_theirs_alone(client: TestClient, world: World) -> None:
    imported(client, world.guest, as_json(chatgpt(ASKED, SAID)))
    (row,) = listed(client, world.guest)
    for reader in (world.manager, world.agent, world.admin):
        response = client.get(f"/api/v2/conversations/{row['id']}", headers=reader.headers)
        assert response.status_code == 404
    assert listed(client, world.manager, of="company") == []
    assert detail(client, world.guest, row["id"])["closed"] is True
    refused = client.post(
        "/api/v2/answers",
        json={"question": "Et le RAID 5 ?", "conversation_id": row["id"]},
        headers=world.guest.headers,
    )
    assert (refused.status_code, refused.json()["code"]) == (409, "conversation.imported")


def test_who_looks_through_somebodys_eyes_does_not_see_their_imports(
    client: TestClient, world: World
) -> None:
    kept = ask(client, world.guest, "Où est mon badge ?")["conversation_id"]
    imported(client, world.guest, as_json(chatgpt(ASKED, SAID)))
    assert len(listed(client, world.guest)) == 2
    (hidden,) = set(ids(listed(client, world.guest))) - {kept}
    viewer = sign_in(client, world.admin)
    body = {"member_id": str(world.guest.member.id)}
    assert client.put("/api/v2/me/preview", json=body, headers=viewer).status_code == 200
    seen = client.get("/api/v2/conversations", headers=viewer).json()["items"]
    assert ids(seen) == [kept]
    statuses = [
        client.get(f"/api/v2/conversations/{one}", headers=viewer).status_code
        for one in (kept, hidden)
    ]
    assert statuses == [200, 404]


def test_staff_go_on_with_theirs_without_trusting_what_was_said(
    client: TestClient, world: World
) -> None:
    imported(client, world.agent, as_json(chatgpt(ASKED, SAID)))
    (row,) = listed(client, world.agent)
    assert detail(client, world.agent, row["id"])["closed"] is False
    answer = ask(client, world.agent, "Et pour deux disques ?", conversation_id=row["id"])
    assert answer["status"] in ("answered", "refused")
    with tenant(world.id):
        known = past(actor_of(world, world.agent.member), UUID(row["id"]), None, None).turns
        turns = [(turn.role, turn.text) for turn in known]
    assert ASKED in turns
    assert SAID not in turns
    roles = [one["role"] for one in detail(client, world.agent, row["id"])["messages"]]
    assert roles == ["user", "assistant", "user", "assistant"]


def test_two_imports_at_once_make_each_conversation_once(client: TestClient, world: World) -> None:
    many = [chatgpt(ASKED, SAID, id=f"c-{number}") for number in range(30)]
    files = [as_json(*many), as_json(*reversed(many))] * 2

    def run(content: bytes) -> Any:
        try:
            return send(client, world.agent, content)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        responses = list(pool.map(run, files))
    assert [response.status_code for response in responses] == [200] * 4
    assert sum(response.json()["created"] for response in responses) == 30
    with tenant(world.id):
        assert Message.objects.filter(workspace_id=world.id).count() == 60
        assert Answer.objects.filter(workspace_id=world.id).count() == 30


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "conversations.import.unreadable"),
        (b"\x89PNG\r\n", "conversations.import.unreadable"),
        (b'[{"title": "coup', "conversations.import.unreadable"),
        (b"PK\x03\x04", "conversations.import.unreadable"),
        (b"[]", "conversations.import.unknown"),
        (b"[1, 2]", "conversations.import.unknown"),
        (b'[{"uuid": "x", "chat_messages": []}]', "conversations.import.unknown"),
        (zipped({"notes.json": b"[]"}), "conversations.import.unknown"),
    ],
    ids=["empty", "picture", "cut", "no-zip", "none", "numbers", "other-form", "other-zip"],
)
def test_a_file_that_is_none_is_refused_in_words(
    client: TestClient, world: World, content: bytes, code: str
) -> None:
    response = send(client, world.agent, content)
    assert (response.status_code, response.json()["code"]) == (422, code)
    assert listed(client, world.agent) == []


def test_a_form_without_a_file_is_refused(client: TestClient, world: World) -> None:
    for options in ({"json": {}}, {"data": {"file": "texte"}}, {"files": {"other": b"[]"}}):
        response = client.post(PATH, headers=world.agent.headers, **options)
        assert response.status_code == 422, options


def test_a_limit_leaves_nothing_behind(
    client: TestClient, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netz.assistant.importing.writing.MAX_CONVERSATIONS", 150)
    many = [chatgpt(ASKED, id=f"c-{number}") for number in range(151)]
    for content in (as_json(*many), as_json(*many)[:-1]):
        response = send(client, world.agent, content)
        assert response.status_code in (413, 422)
        assert listed(client, world.agent) == [], "what was written before is taken back"
    assert counts(imported(client, world.agent, as_json(*many[:150]))) == (150, 0, 0)


def test_a_bomb_is_refused(
    client: TestClient, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 2**20)
    bomb = as_zip(conversations=b"[" + b" " * (20 * 2**20) + b"]")
    assert len(bomb) < 2**20
    response = send(client, world.agent, bomb)
    assert (response.status_code, response.json()["code"]) == (
        413,
        "conversations.import.too_large",
    )


def test_what_is_left_out_is_named_with_its_reason(client: TestClient, world: World) -> None:
    broken = json.dumps([chatgpt(ASKED), chatgpt(("system", "x"), id="s", title="Silence")])
    report = imported(client, world.agent, broken.replace("[{", '[{"a": tru}, {', 1).encode())
    assert counts(report) == (1, 0, 2)
    assert report["reasons"] == [
        {"title": "", "reason": "unreadable"},
        {"title": "Silence", "reason": "empty"},
    ]


def test_turns_keep_their_order_whatever_their_times(client: TestClient, world: World) -> None:
    tree = chatgpt(*[ASKED, SAID] * 4, create_time=None)
    times = [None, STARTED + 50, STARTED, None, STARTED, 1e30, "x", STARTED + 90]
    for number, at in enumerate(times):
        tree["mapping"][f"n{number}"]["message"]["create_time"] = at
        tree["mapping"][f"n{number}"]["message"]["content"]["parts"] = [str(number)]
    imported(client, world.agent, as_json(tree))
    (row,) = listed(client, world.agent)
    turns = detail(client, world.agent, row["id"])["messages"]
    assert [turn["text"] for turn in turns] == list("01234567")
    moments = [datetime.fromisoformat(turn["created_at"]) for turn in turns]
    assert moments == sorted(set(moments))


def test_archived_untitled_and_long_ones(client: TestClient, world: World) -> None:
    untitled = chatgpt(("user", "Bonjour, comment partager un agenda ? Merci"), title=None)
    content = as_json(
        untitled,
        openwebui(ASKED, SAID, archived=True),
        chatgpt(("user", "z" * 100_001), id="long", title="Longue"),
    )
    report = imported(client, world.agent, content)
    assert (report["created"], report["shortened"]) == (3, 1)
    titles = {row["title"] for row in listed(client, world.agent)}
    assert titles == {"Comment partager un agenda ?", "Longue"}
    (row,) = listed(client, world.agent, state="archived")
    assert (row["title"], row["origin"]) == ("Imprimante", "openwebui")


def test_what_was_said_stays_text_on_its_way_out(client: TestClient, world: World) -> None:
    wild = "<script>alert(1)</script> [ici](javascript:x)\n# Titre\n=1+1"
    imported(client, world.agent, as_json(chatgpt(("user", "=1+1"), ("assistant", wild))))
    (row,) = listed(client, world.agent)
    answer = detail(client, world.agent, row["id"])["messages"][1]["answer"]
    assert answer["text"] == wild
    made = {
        kind: client.post(
            "/api/v2/conversations/exports",
            json={"ids": [row["id"]], "format": kind},
            headers=world.agent.headers,
        )
        for kind in ("markdown", "csv", "json")
    }
    text = made["markdown"].text
    assert "Importé de ChatGPT" in text
    assert "<script" not in text.replace("\\<script", "")
    assert "\n# Titre" not in text
    table = csv.DictReader(io.StringIO(made["csv"].content.decode("utf-8-sig")), delimiter=";")
    (line,) = table
    assert (line["importée de"], line["réponses"], line["refus"]) == ("ChatGPT", "0", "0")
    assert line["première question"] == "'=1+1"
    (told,) = made["json"].json()["conversations"]
    assert told["origin"] == "chatgpt"


def test_the_trail_tells_how_many_and_nothing_of_what(client: TestClient, world: World) -> None:
    imported(client, world.agent, as_json(chatgpt(ASKED, SAID)))
    with tenant(world.id):
        entry = Entry.objects.get(workspace_id=world.id, action="conversation.import")
    assert entry.after == {"created": 1, "already": 0, "skipped": 0}
    assert entry.member_id == world.agent.member.id


def test_who_may_not_ask_may_not_import(client: TestClient, world: World) -> None:
    content = as_json(chatgpt(ASKED))
    with tenant(world.id):
        role = create_role(
            "Lecture",
            base=Role.AGENT,
            permissions=[Permission.CONVERSATIONS_READ],
            description="",
            actor=world.actor,
        )
        type(world.agent.member).objects.filter(pk=world.agent.member.pk).update(custom_role=role)
    assert send(client, world.agent, content).status_code == 403
    assert send(client, world.admin, content).status_code == 200


def test_a_repeated_request_gets_the_same_report(client: TestClient, world: World) -> None:
    content = as_json(chatgpt(ASKED))
    first, second = (
        send(client, world.agent, content, **{"Idempotency-Key": "once"}) for _ in range(2)
    )
    assert first.json() == second.json()
    assert second.headers["Idempotency-Replayed"] == "true"

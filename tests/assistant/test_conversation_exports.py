"""Many conversations as one file that a job writes: followed, called off, taken, forgotten."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone
from starlette.testclient import TestClient

from netz.assistant.exports import queries, writing
from netz.assistant.exports.errors import ExportNotFound
from netz.assistant.exports.running import tidy_exports
from netz.assistant.models import Conversation, ConversationExport
from netz.audit.models import Entry
from netz.core.db import tenant
from netz.core.permissions import Permission
from netz.workspaces.models import Member
from netz.workspaces.services import create_api_key
from tests.assistant.exports import ALL, PATH, fetch, files, held, refusal, row_of, start
from tests.assistant.test_filing import change, converse
from tests.factories import Person, World, actor_of, make_world
from tests.jobs import run_jobs
from tests.workspaces.roles.calls import QUESTION, documents


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.mark.parametrize("kind", ["markdown", "json", "csv", "pdf", "docx"])
def test_a_list_becomes_a_file_of_each_kind_in_its_order(
    client: TestClient, world: World, kind: str
) -> None:
    converse(client, world.guest, "Où est mon badge ?", "Le VPN ne marche pas")
    export_id = start(client, world.guest, {"filter": {"sort": "title"}}, kind)
    run_jobs()
    shown = client.get(f"{PATH}/{export_id}", headers=world.guest.headers).json()
    assert (shown["state"], shown["done"], shown["total"]) == ("ready", 2, 2)
    made = fetch(client, world.guest, export_id)
    assert made.status_code == 200, made.text
    assert made.headers["content-disposition"].startswith("attachment")
    assert made.headers["x-content-type-options"] == "nosniff"
    assert len(made.content) == shown["size"]
    if kind in ("markdown", "json", "csv"):
        text = made.content.decode()
        assert text.index("Le VPN") < text.index("Où est mon badge")
    if kind == "json":
        told = json.loads(made.content)
        assert (told["format"], told["version"]) == ("netz.conversations", 1)


def test_the_list_s_own_filters_say_what_is_exported(client: TestClient, world: World) -> None:
    first, second, gone = converse(client, world.guest, "Où est le VPN ?", "Le badge", "Parti")
    change(client, world.guest, first, tags=["réseau"])
    client.delete(f"/api/v2/conversations/{gone}", headers=world.guest.headers)
    for narrowing, wanted in (
        ({"tag": "réseau"}, [first]),
        ({"search": "badge"}, [second]),
        ({}, [second, first]),
    ):
        export_id = start(client, world.guest, {"filter": narrowing})
        run_jobs()
        assert held(fetch(client, world.guest, export_id)) == wanted
    refused = client.post(
        PATH, json={"wanted": {"filter": {"state": "deleted"}}}, headers=world.guest.headers
    )
    assert refusal(refused) == (409, "conversation_export.empty")


def test_more_than_a_paper_holds_becomes_numbered_files(
    client: TestClient, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    converse(client, world.guest, "Un", "Deux", "Trois")
    monkeypatch.setattr(writing, "A_PAPER", 2)
    export_id = start(client, world.guest, ALL, "pdf")
    run_jobs()
    made = fetch(client, world.guest, export_id)
    assert made.headers["content-type"] == "application/zip"
    archive = zipfile.ZipFile(io.BytesIO(made.content))
    assert archive.namelist() == ["conversations-001.pdf", "conversations-002.pdf"]
    assert all(archive.read(name).startswith(b"%PDF") for name in archive.namelist())


def test_other_people_find_nothing_of_it(client: TestClient, world: World) -> None:
    converse(client, world.guest, QUESTION)
    export_id = start(client, world.guest)
    run_jobs()
    for other in (world.admin, world.manager, world.other_guest, make_world().guest):
        path = f"{PATH}/{export_id}"
        assert client.get(PATH, headers=other.headers).json()["items"] == []
        for method, way in (("GET", ""), ("GET", "/file"), ("POST", "/cancel"), ("DELETE", "")):
            refused = client.request(method, path + way, headers=other.headers)
            assert refusal(refused) == (404, "conversation_export.not_found")
    assert fetch(client, world.guest, export_id).status_code == 200


def test_a_guest_exports_what_a_guest_may_read(client: TestClient, world: World) -> None:
    (own,) = converse(client, world.guest, QUESTION)
    (foreign,) = converse(client, world.other_guest, QUESTION)
    body = {"wanted": {"ids": [own, foreign]}}
    refused = client.post(PATH, json=body, headers=world.guest.headers)
    assert refusal(refused) == (404, "conversation.not_found")
    body = {"wanted": {"filter": {"of": "company"}}}
    assert client.post(PATH, json=body, headers=world.guest.headers).status_code == 403
    export_id = start(client, world.manager, {"filter": {"of": "company"}})
    run_jobs()
    assert held(fetch(client, world.manager, export_id)) == [own]


def test_what_can_t_be_read_any_more_when_the_job_runs_is_left_out(
    client: TestClient, world: World
) -> None:
    kept, gone = converse(client, world.guest, "Un", "Deux")
    export_id = start(client, world.guest, {"ids": [kept, gone]})
    client.delete(f"/api/v2/conversations/{gone}", headers=world.guest.headers)
    run_jobs()
    assert held(fetch(client, world.guest, export_id)) == [kept]
    row = row_of(world, export_id)
    assert (row.done, row.total, row.left_out) == (1, 2, 1)


def test_who_was_moved_to_another_company_gets_nothing(client: TestClient, world: World) -> None:
    converse(client, world.guest, QUESTION)
    export_id = start(client, world.guest)
    run_jobs()
    with tenant(world.id):
        rows = Member.objects.filter(pk=world.guest.member.pk)
        rows.update(company=world.other_company)
    refused = fetch(client, world.guest, export_id)
    assert refusal(refused) == (410, "conversation_export.outdated")
    with tenant(world.id):
        rows.update(company=world.company)
    assert fetch(client, world.guest, export_id).status_code == 200
    with tenant(world.id):
        rows.update(active=False)
    assert fetch(client, world.guest, export_id).status_code == 401


def test_a_document_that_was_closed_to_its_reader_closes_the_file(
    client: TestClient, world: World
) -> None:
    made = documents(client, world)
    converse(client, world.guest, QUESTION)
    export_id = start(client, world.guest)
    run_jobs()
    row = row_of(world, export_id)
    assert row.documents, "the answer rests on documents"
    assert fetch(client, world.guest, export_id).status_code == 200
    for document in made.values():
        audience = {"audience": {"kind": "workspace"}}
        path = f"/api/v2/documents/{document}"
        closed = client.patch(path, json=audience, headers=world.admin.headers)
        assert closed.status_code == 200, closed.text
    refused = fetch(client, world.guest, export_id)
    assert refusal(refused) == (410, "conversation_export.outdated")


def test_a_narrow_key_gets_no_file_that_a_wider_one_asked_for(
    client: TestClient, world: World
) -> None:
    (theirs,) = converse(client, world.guest, QUESTION)
    with tenant(world.id):
        _, secret = create_api_key(
            "étroite",
            scopes=[Permission.CONVERSATIONS_READ],
            expires_at=None,
            actor=actor_of(world, world.admin.member),
        )
    narrow = Person(world.admin.user, world.admin.member, secret)
    export_id = start(client, world.admin, {"filter": {"of": "company"}})
    run_jobs()
    assert theirs in held(fetch(client, world.admin, export_id))
    assert refusal(fetch(client, narrow, export_id)) == (410, "conversation_export.outdated")
    converse(client, world.admin, "À moi")
    export_id = start(client, narrow)
    with tenant(world.id):
        ConversationExport.objects.filter(pk=export_id).update(wanted={"ids": [theirs]})
    run_jobs()
    assert held(fetch(client, world.admin, export_id)) == [], "the job holds what the key held"


def test_one_at_a_time_and_what_is_called_off_is_thrown_away(
    client: TestClient, world: World
) -> None:
    converse(client, world.guest, QUESTION)
    export_id = start(client, world.guest)
    again = client.post(PATH, json={"wanted": ALL}, headers=world.guest.headers)
    assert refusal(again) == (409, "conversation_export.running")
    path = f"{PATH}/{export_id}/cancel"
    assert client.post(path, headers=world.guest.headers).json()["state"] == "cancelled"
    over = client.post(path, headers=world.guest.headers)
    assert refusal(over) == (409, "conversation_export.over")
    run_jobs()
    assert files(world) == []
    missing = fetch(client, world.guest, export_id)
    assert refusal(missing) == (409, "conversation_export.not_ready")


def test_a_file_is_kept_for_seven_days_and_then_goes_with_its_row(
    client: TestClient, world: World
) -> None:
    converse(client, world.guest, QUESTION)
    export_id = start(client, world.guest)
    run_jobs()
    row = row_of(world, export_id)
    assert row.ended_at
    assert row.expires_at == row.ended_at + timedelta(days=7)
    assert fetch(client, world.guest, export_id).status_code == 200
    tidy_exports(world.id)
    assert files(world) == [".file"], "its days are not over"
    with tenant(world.id):
        now = timezone.now()
        ConversationExport.objects.filter(pk=export_id).update(expires_at=now)
    refused = fetch(client, world.guest, export_id)
    assert refusal(refused) == (410, "conversation_export.expired")
    assert client.get(PATH, headers=world.guest.headers).json()["items"] == []
    tidy_exports(world.id)
    assert files(world) == []
    with tenant(world.id):
        assert not ConversationExport.objects.filter(pk=export_id).exists()
        told = {action for (action,) in Entry.objects.values_list("action")}
    kinds = ("start", "ready", "download", "expire")
    assert {f"conversation.export_{kind}" for kind in kinds} <= told


def test_deleting_an_export_takes_its_file_away(client: TestClient, world: World) -> None:
    converse(client, world.guest, QUESTION)
    export_id = start(client, world.guest)
    run_jobs()
    path = f"{PATH}/{export_id}"
    assert client.delete(path, headers=world.guest.headers).status_code == 204
    assert files(world) == []
    assert client.get(path, headers=world.guest.headers).status_code == 404


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"wanted": {}},
        {"wanted": {"ids": []}},
        {"wanted": {"ids": ["x"]}},
        {"wanted": {"ids": [], "filter": {}}},
        {"wanted": {"filter": {"cursor": "x"}}},
        {"wanted": {"filter": {"of": "all"}}},
        {"wanted": {"filter": {"tag": "a\0b"}}},
        {"wanted": {"filter": {}}, "format": "exe"},
        {"wanted": {"filter": {}}, "state": "ready"},
    ],
    ids=lambda body: json.dumps(body).replace("\\u0000", "null"),
)
def test_what_makes_no_sense_is_refused(
    client: TestClient, world: World, body: dict[str, Any]
) -> None:
    converse(client, world.guest, QUESTION)
    assert client.post(PATH, json=body, headers=world.guest.headers).status_code == 422
    with tenant(world.id):
        assert Conversation.objects.exists()
        assert not ConversationExport.objects.exists()


def test_an_export_is_made_again_by_its_own_member_alone(client: TestClient, world: World) -> None:
    (own,) = converse(client, world.guest, QUESTION)
    first = start(client, world.guest)
    run_jobs()
    again = start(client, world.guest, {"again": first})
    run_jobs()
    assert held(fetch(client, world.guest, again)) == [own]
    body = {"wanted": {"again": first}}
    refused = client.post(PATH, json=body, headers=world.manager.headers)
    assert refusal(refused) == (404, "conversation_export.not_found")


def test_who_looks_through_a_guest_s_eyes_finds_no_export(client: TestClient, world: World) -> None:
    converse(client, world.guest, QUESTION)
    export_id = UUID(start(client, world.guest))
    with tenant(world.id):
        actor = actor_of(world, world.guest.member)
        assert queries.export(actor, export_id).id == export_id
        looking = replace(actor, previewed_by=world.admin.member.pk)
        assert queries.exports(looking, cursor=None, limit=10) == ([], None)
        with pytest.raises(ExportNotFound):
            queries.export(looking, export_id)

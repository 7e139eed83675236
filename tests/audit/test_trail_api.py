"""The trail over the API: who reads, filters, exports and verifies it, and what refusals leave."""

import csv
import io
import json
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from starlette.testclient import TestClient

from netz.audit.models import Entry
from netz.audit.services import record
from netz.core.api import context
from netz.core.db import tenant
from tests.audit.tampering import WAYS, make_trail, place_of
from tests.factories import Person, World, make_world, sign_in


def listed(client: TestClient, world: World, **wanted: Any) -> list[dict[str, Any]]:
    """The rows of one page."""
    response = client.get("/api/v2/trail/entries", params=wanted, headers=world.admin.headers)
    assert response.status_code == 200, response.text
    return list(response.json()["items"])


def refused(client: TestClient, person: Person) -> str:
    """Somebody tries what they may not; returns the request's id."""
    response = client.get("/api/v2/trail/entries", headers=person.headers)
    assert response.status_code == 403
    return response.headers["x-request-id"]


def test_the_newest_rows_come_first_page_by_page(client: TestClient) -> None:
    world, rows = make_trail()
    found: list[str] = []
    cursor = None
    for _ in range(10):
        query = {"action": "test.step", "limit": 4} | ({"cursor": cursor} if cursor else {})
        page = client.get("/api/v2/trail/entries", params=query, headers=world.admin.headers).json()
        found += [item["id"] for item in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert found == [str(row.id) for row in reversed(rows)]


def test_each_filter_keeps_what_fits(client: TestClient) -> None:
    world, rows = make_trail()
    me = client.patch(
        "/api/v2/me",
        json={"theme": "dark"},
        headers=world.agent.headers | {"User-Agent": "Zebre/1"},
    )
    assert me.status_code == 200
    request_id = refused(client, world.agent)
    agent = str(world.agent.member.id)
    changed = listed(client, world, member_id=agent, action="profile.change")
    assert [item["actor_name"] for item in changed] == [world.agent.user.name]
    assert {item["action"] for item in listed(client, world, action="profile")} == {
        "profile.change"
    }
    assert [i["request_id"] for i in listed(client, world, outcome="refused")] == [request_id]
    assert listed(client, world, kind="accounts.user") == changed
    assert listed(client, world, ip="127.0.0.1", action="profile") == changed
    assert listed(client, world, ip="192.0.2.1") == []
    assert listed(client, world, text="zebre") == changed
    assert len(listed(client, world, text="zoé step")) == len(rows)
    first, last = rows[1].created_at, rows[3].created_at
    between = listed(client, world, since=first.isoformat(), until=last.isoformat())
    assert [item["id"] for item in between] == [str(rows[2].id), str(rows[1].id)]


@pytest.mark.parametrize(
    "query",
    [
        {"since": "hier"},
        {"since": "2026-01-01T00:00:00"},
        {"outcome": "maybe"},
        {"limit": "0"},
        {"cursor": "x"},
        {"unknown": "1"},
        {"member_id": "moi"},
    ],
)
def test_a_filter_that_cannot_be_read_is_named(client: TestClient, query: dict[str, str]) -> None:
    world = make_world()
    response = client.get("/api/v2/trail/entries", params=query, headers=world.admin.headers)
    assert response.status_code == 422
    assert response.json()["errors"]


def test_a_refusal_is_kept_with_what_was_tried(client: TestClient) -> None:
    world = make_world()
    request_id = refused(client, world.guest)
    with tenant(world.id):
        row = Entry.objects.get(request_id=request_id)
    assert (row.outcome, row.action, row.member_id) == (
        "refused",
        "access.refuse",
        world.guest.member.id,
    )
    assert row.after == {"code": "forbidden", "method": "GET", "address": "/api/v2/trail/entries"}


def test_what_is_refused_again_and_again_does_not_fill_the_trail(client: TestClient) -> None:
    world = make_world()
    for _ in range(25):
        refused(client, world.guest)
    with tenant(world.id):
        assert Entry.objects.filter(action="access.refuse").count() == 10
    assert client.get("/api/v2/members", headers=world.guest.headers).status_code == 403
    with tenant(world.id):
        assert Entry.objects.filter(action="access.refuse").count() == 11


def exported(client: TestClient, headers: dict[str, str], **body: Any) -> Any:
    """The response to an export."""
    return client.post("/api/v2/trail/exports", json=body, headers=headers)


def test_an_export_as_csv_holds_no_formula_and_is_itself_kept(client: TestClient) -> None:
    world, rows = make_trail()
    with tenant(world.id):
        record(world.actor, "test.step", after={"name": "x"})
        Entry.objects.create(
            workspace_id=world.id, credential="user", action="=HYPERLINK(1)", actor_name="+33 @Zoé"
        )
    response = exported(client, world.admin.headers, format="csv")
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert "attachment" in response.headers["content-disposition"]
    found = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    forged = next(row for row in found if "HYPERLINK" in row["action"])
    assert (forged["action"], forged["actor_name"]) == ("'=HYPERLINK(1)", "'+33 @Zoé")
    assert sum(row["action"] == "test.step" for row in found) == len(rows) + 1
    for row in found:
        assert not any(value.startswith(("=", "+", "-", "@")) for value in row.values())
    with tenant(world.id):
        kept = Entry.objects.get(action="trail.export")
    assert (kept.member_id, kept.after) == (world.admin.member.id, {"format": "csv"})


def test_an_export_as_json_lines_keeps_the_filters(client: TestClient) -> None:
    world, rows = make_trail()
    body = {"format": "jsonl", "filters": {"action": "test.step"}}
    response = exported(client, world.admin.headers, **body)
    lines = [json.loads(line) for line in response.text.splitlines()]
    assert [line["id"] for line in lines] == [str(row.id) for row in reversed(rows)]
    assert lines[-1]["after"] == {"number": 0, "name": "Zoé"}


def test_a_long_export_comes_whole(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    world, rows = make_trail()
    monkeypatch.setattr("netz.audit.queries.BATCH", 2)
    body = {"format": "jsonl", "filters": {"action": "test.step"}}
    assert len(exported(client, world.admin.headers, **body).text.splitlines()) == len(rows)


def test_an_export_wants_a_recent_proof_and_its_refusal_is_kept(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    world, _ = make_trail()
    headers = sign_in(client, world.admin)
    assert exported(client, headers, format="jsonl").status_code == 200
    monkeypatch.setattr(context, "STEP_UP", timedelta(seconds=-1))
    response = exported(client, headers, format="jsonl")
    assert response.json()["code"] == "access.step_up_needed"
    with tenant(world.id):
        row = Entry.objects.get(request_id=response.headers["x-request-id"])
    assert (row.outcome, row.after["code"]) == ("refused", "access.step_up_needed")


def test_a_verification_names_the_first_bad_row_and_is_itself_kept(client: TestClient) -> None:
    world, rows = make_trail()

    def verified() -> dict[str, Any]:
        response = client.post("/api/v2/trail/verification", headers=world.admin.headers)
        assert response.status_code == 200, response.text
        return dict(response.json())

    clean = verified()
    assert (clean["ok"], clean["bad"]) == (True, None)
    assert verified()["checked"] == clean["checked"] + 1
    place = place_of(rows[2])
    WAYS["another content"][0](rows)
    bad = verified()["bad"]
    assert (bad["fault"], bad["seq"], bad["entry_id"]) == ("changed", place, str(rows[2].id))
    with tenant(world.id):
        last = Entry.objects.filter(action="trail.verify").latest("created_at")
    assert last.after["fault"] == "changed"


def test_a_neighbours_trail_is_out_of_sight(client: TestClient) -> None:
    world, rows = make_trail()
    neighbour = make_world()
    ids = {str(row.id) for row in rows}
    assert not ids & {item["id"] for item in listed(client, neighbour, limit=200)}
    assert listed(client, neighbour, member_id=str(world.admin.member.id)) == []
    text = exported(client, neighbour.admin.headers, format="jsonl").text
    assert not any(one in text for one in ids)


def test_rows_from_before_a_moment_are_left_out(client: TestClient) -> None:
    world = make_world()
    later = timezone.now() + timedelta(days=1)
    assert listed(client, world, since=later.isoformat()) == []

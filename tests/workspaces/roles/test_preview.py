"""Seeing the workspace as a guest does: exactly, for half an hour, and reading alone."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from starlette.testclient import TestClient

from netz.core.db import tenant
from netz.core.permissions import ROLE_PERMISSIONS, Permission, Role
from netz.workspaces.models import Preview
from netz.workspaces.tasks import close_preview
from tests.core.streams import live_stream
from tests.factories import Person, World, add_person, get_tokens, make_world, sign_in
from tests.security.examples import EXAMPLES
from tests.security.scene import Scene, make_scene
from tests.security.ways_in import bearer
from tests.workspaces.roles.calls import QUESTION, ask, call, changed, documents, get, paths, trail


@pytest.fixture
def world(client: TestClient) -> World:
    made = make_world()
    documents(client, made)
    return made


def look(client: TestClient, headers: dict[str, str], person: Person) -> Any:
    body = {"member_id": str(person.member.id)}
    return call(client, headers, "PUT", "me/preview", json=body)


@pytest.mark.parametrize("kind", ["session", "jwt"])
def test_a_preview_shows_exactly_what_the_guest_sees(
    client: TestClient, world: World, kind: str
) -> None:
    headers = (
        sign_in(client, world.admin)
        if kind == "session"
        else bearer(get_tokens(client, world.admin)["access"])
    )
    started = look(client, headers, world.guest)
    assert started.status_code == 200, started.text
    assert started.json()["name"] == world.guest.user.name
    assert paths(client, headers) == paths(client, world.guest) == {"public", "brun"}

    def seen(who: Any) -> list[Any]:
        found = call(client, who, "POST", "search", json={"query": QUESTION}).json()["results"]
        said = ask(client, who)
        return [
            [(hit["path"], hit["score"]) for hit in found],
            said["text"],
            said["citations"],
            get(client, who, "folders"),
            get(client, who, "suggestions"),
            call(client, who, "GET", "companies").status_code,
        ]

    assert seen(headers) == seen(world.guest)
    call(client, world.admin, "PATCH", "me", json={"theme": "dark", "language": "en"})
    me = get(client, headers, "me")
    assert (me["theme"], me["language"]) == ("dark", "en"), "the screen stays the viewer's"
    assert me["preview"]["company"] == world.company.name
    assert me["member"]["id"] == str(world.guest.member.id)
    assert call(client, headers, "DELETE", "me/preview").status_code == 204
    assert get(client, headers, "me")["preview"] is None
    assert paths(client, headers) == {"public", "staff", "brun", "noir"}


def test_a_preview_leaves_no_trace_with_the_guest(client: TestClient, world: World) -> None:
    from netz.assistant.models import Answer, CachedAnswer, Conversation
    from netz.core.models import Event

    def kept() -> list[int]:
        with tenant(world.id):
            return [rows.objects.count() for rows in (Conversation, Answer, CachedAnswer, Event)]

    headers = sign_in(client, world.admin)
    look(client, headers, world.guest)
    before = kept()
    again = headers | {"Idempotency-Key": "une-fois"}
    first = ask(client, headers)
    body = {"question": QUESTION}
    assert call(client, again, "POST", "answers", json=body).status_code == 200
    streamed = call(client, headers | {"Accept": "text/event-stream"}, "POST", "answers", json=body)
    assert "event: done" in streamed.text
    assert kept() == before
    path = f"conversations/{first['conversation_id']}"
    assert call(client, headers, "GET", path).status_code == 404
    assert get(client, world.guest, "conversations")["items"] == []


@pytest.fixture(scope="module")
def scene(client: TestClient) -> Scene:
    return make_scene(client)


@pytest.mark.parametrize(
    "endpoint", [one for one in EXAMPLES if not one.startswith("GET") and "/api/v2/" in one]
)
def test_whatever_writes_is_refused_in_a_preview(
    client: TestClient, scene: Scene, endpoint: str
) -> None:
    from tests.security.test_role_matrix import endpoints

    reading = {
        "POST /api/v2/search",
        "POST /api/v2/answers",
        "POST /api/v2/members/import/preview",
        "POST /api/v2/members/changes/preview",
        "DELETE /api/v2/me/preview",
    }
    if endpoint in reading or endpoints().get(endpoint) in (None, "signed in"):
        pytest.skip("reads, or is nobody's in particular")
    headers = sign_in(client, scene.admin)
    method, path = endpoint.split(" ")
    example = EXAMPLES[endpoint][1](scene, scene.admin)
    look(client, headers, scene.world.manager)
    refused = example.send(scene, method, path, headers)
    assert refused.status_code == 403, refused.text
    assert refused.json()["code"] == "preview.read_only"


def test_a_preview_ends_by_itself_after_half_an_hour(client: TestClient, world: World) -> None:
    headers = sign_in(client, world.admin)
    ends = look(client, headers, world.guest).json()["ends_at"]
    with tenant(world.id):
        row = Preview.objects.get()
        assert row.ends_at - row.created_at > timedelta(minutes=29, seconds=59)
        assert row.ends_at - row.created_at <= timedelta(minutes=30)
        assert row.ends_at.isoformat()[:19] == ends[:19]
        Preview.objects.update(ends_at=timezone.now())
    assert get(client, headers, "me")["preview"] is None
    assert paths(client, headers) == {"public", "staff", "brun", "noir"}
    close_preview(str(world.id), str(row.id))
    close_preview(str(world.id), str(row.id))
    (start,), (end,) = trail(client, world, "preview.start"), trail(client, world, "preview.end")
    for entry in (start, end):
        assert entry.member_id == world.admin.member.id
        assert entry.target_id == world.guest.member.id
    assert end.after == {"reason": "time"}


def test_the_end_is_queued_with_the_start(client: TestClient, world: World) -> None:
    from django.db import connection

    headers = sign_in(client, world.admin)
    look(client, headers, world.guest)
    with tenant(world.id):
        row = Preview.objects.get()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT scheduled_at FROM procrastinate_jobs WHERE args->>'preview_id' = %s",
            [str(row.id)],
        )
        assert cursor.fetchall() == [(row.ends_at,)]


def test_leaving_is_in_the_trail_too(client: TestClient, world: World) -> None:
    headers = sign_in(client, world.admin)
    look(client, headers, world.guest)
    for _ in range(2):
        assert call(client, headers, "DELETE", "me/preview").status_code == 204
    (end,) = trail(client, world, "preview.end")
    assert end.after == {"reason": "left"}
    assert (end.member_id, end.credential) == (world.admin.member.id, "session")
    assert end.request_id
    look(client, headers, world.guest)
    body = {"workspace_id": str(world.id)}
    assert call(client, headers, "PUT", "me/workspace", json=body).status_code == 204
    assert len(trail(client, world, "preview.end")) == 2, "another choice of workspace ends it"
    assert get(client, headers, "me")["preview"] is None


def test_only_a_client_s_active_person_is_looked_through(client: TestClient, world: World) -> None:
    headers = sign_in(client, world.admin)
    for person in (world.agent, world.admin):
        refused = look(client, headers, person)
        assert refused.json()["code"] == "preview.guests_only"
    changed(client, world, world.other_guest, active=False)
    assert look(client, headers, world.other_guest).status_code == 422
    assert look(client, headers, make_world().guest).status_code == 404
    assert look(client, world.admin.headers, world.guest).status_code == 403, "a key has no screen"
    for person in (world.agent, world.manager, world.guest):
        assert look(client, sign_in(client, person), world.guest).status_code == 403
    assert look(client, headers, world.manager).status_code == 200
    nested = look(client, headers, world.guest)
    assert nested.json()["code"] == "preview.read_only"


def test_a_preview_ends_with_the_right_to_it_or_with_the_guest(
    client: TestClient, world: World
) -> None:
    held = ROLE_PERMISSIONS[Role.AGENT] | {Permission.MEMBERS_MANAGE}
    clerk = add_person(world, "clerk", permissions=held)
    headers = sign_in(client, clerk)
    assert look(client, headers, world.guest).status_code == 200
    changed(client, world, world.guest, active=False)
    assert get(client, headers, "me")["preview"] is None
    changed(client, world, world.guest, active=True)
    assert get(client, headers, "me")["preview"] is not None
    changed(client, world, clerk, role="agent", custom_role_id=None)
    assert get(client, headers, "me")["preview"] is None
    changed(client, world, clerk, active=False)
    assert call(client, headers, "GET", "me").status_code == 401


def test_the_guest_s_own_words_stay_with_who_may_read_them(
    client: TestClient, world: World
) -> None:
    theirs = ask(client, world.guest)["conversation_id"]
    held = ROLE_PERMISSIONS[Role.AGENT] | {Permission.MEMBERS_MANAGE}
    clerk = add_person(world, "clerk", permissions=held)
    for person, shown in ((world.admin, 200), (clerk, 403)):
        headers = sign_in(client, person)
        assert look(client, headers, world.guest).status_code == 200
        assert call(client, headers, "GET", "conversations").status_code == shown
        path = f"conversations/{theirs}"
        assert call(client, headers, "GET", path).status_code == shown
        body = {"question": "Et après ?", "conversation_id": theirs}
        said = call(client, headers, "POST", "answers", json=body)
        assert said.status_code == 200
        assert said.json()["conversation_id"] != theirs


def test_a_limited_viewer_sees_through_the_granted_companies_people_alone(
    client: TestClient, world: World
) -> None:
    held = ROLE_PERMISSIONS[Role.AGENT] | {Permission.MEMBERS_MANAGE}
    clerk = add_person(world, "clerk", permissions=held)
    grants = [{"company_id": str(world.company.id)}]
    changed(client, world, clerk, limited_to_companies=True, grants=grants)
    headers = sign_in(client, clerk)
    assert look(client, headers, world.other_guest).status_code == 404
    assert look(client, headers, world.guest).status_code == 200
    grants = [{"company_id": str(world.company.id), "permissions": ["documents.read"]}]
    changed(client, world, clerk, grants=grants)
    assert get(client, headers, "me")["preview"] is None


def test_the_guest_s_notices_do_not_come_to_the_viewer(client: TestClient, world: World) -> None:
    headers = sign_in(client, world.admin)
    look(client, headers, world.guest)
    with live_stream(client, headers) as stream:
        assert stream.status == 200
        ask(client, world.guest)
        # The end of the preview reaches the stream, which then is the admin's again.
        assert call(client, headers, "DELETE", "me/preview").status_code == 204
        text = stream.wait_for("event: resync")
        ask(client, headers)
        later = stream.wait_for("event: message.created")
    assert "message.created" not in text
    assert "message.created" in later

"""The trail: a row for every write, in its transaction, without secrets, never rewritten."""

from typing import Any

import pytest
from django.db import DatabaseError, connection
from psycopg import errors
from starlette.testclient import TestClient

from netz.audit.models import Entry
from netz.audit.services import record
from netz.core.db import tenant
from netz.core.schema import tenant_tables
from netz.workspaces.models import Member
from tests.factories import PASSWORD, make_world, sign_in
from tests.security.examples import EXAMPLES, SESSION_ONLY
from tests.security.scene import Scene, fill, make_scene

# These take a POST because of what they are given; they change nothing.
READS = {
    "POST /api/v2/members/changes/preview",
    "POST /api/v2/members/import/preview",
    "POST /api/v2/search",
    "POST /api/v2/speech/transcriptions",
    "POST /api/v2/ai/embeddings/test",
    # The scene has no build under way; the row of a real stop is in test_embeddings_api.
    "POST /api/v2/ai/embeddings/cancel",
}
# Their rows come with what follows: the test's end; a first proof, where this one repeats it. The
# scene's discovery finds nobody.
TOLD_LATER = {
    "POST /api/v2/sso/connections/{connection_id}/tests",
    "POST /api/v2/sso/domains/{domain_id}/check",
    "POST /api/v2/sso/discovery",
}
# That a screen shows something, or a notice was read, is no act: the trail would be full of it.
PASSING = {
    "POST /api/v2/conversations/{conversation_id}/presence",
    "POST /api/v2/notices/read",
}
# Written before there is a member who acts.
ANONYMOUS = {"POST /api/v2/invitations/acceptance"}
WRITES = [
    name
    for name in EXAMPLES
    # What is kept with a sign-in has its rows tested where it is tested.
    if not name.startswith("GET ") and name not in READS | SESSION_ONLY | TOLD_LATER | PASSING
]
# Their trail is part of the one SQL statement that writes everything.
ONE_STATEMENT = {"POST /api/v2/answers"}


@pytest.fixture(scope="module")
def scene(client: TestClient) -> Scene:
    """A workspace with one public guide."""
    return make_scene(client)


def call(scene: Scene, endpoint: str, headers: dict[str, str]) -> Any:
    _, make = EXAMPLES[endpoint]
    method, path = endpoint.split(" ")
    prepared = make(scene, scene.admin)
    return lambda: prepared.send(scene, method, path, headers)


@pytest.mark.parametrize("endpoint", WRITES)
def test_every_write_leaves_a_row_that_says_who_and_by_which_request(
    scene: Scene, endpoint: str
) -> None:
    send = call(scene, endpoint, scene.admin.headers)
    with tenant(scene.world.id):
        before = Entry.objects.count()
    response = send()
    assert response.status_code == EXAMPLES[endpoint][0], response.text
    with tenant(scene.world.id):
        assert Entry.objects.count() > before
        rows = list(Entry.objects.filter(request_id=response.headers["x-request-id"]))
        if endpoint in ANONYMOUS:
            return
        assert rows
        for row in rows:
            assert row.member_id == scene.admin.member.id
            assert row.credential == "api_key"
            assert row.credential_id
            assert row.action.count(".") == 1


@pytest.mark.parametrize("endpoint", sorted(READS))
def test_what_changes_nothing_leaves_no_row(scene: Scene, endpoint: str) -> None:
    response = call(scene, endpoint, scene.admin.headers)()
    assert response.status_code == EXAMPLES[endpoint][0]
    with tenant(scene.world.id):
        assert not Entry.objects.filter(request_id=response.headers["x-request-id"]).exists()


def state_of(scene: Scene) -> dict[str, Any]:
    """A digest of every table, as the workspace's own role sees it."""
    found = {}
    with tenant(scene.world.id), connection.cursor() as cursor:
        for table in tenant_tables():
            cursor.execute(
                "SELECT md5(coalesce(string_agg(t::text, ',' ORDER BY t::text), ''))"
                f' FROM "{table.name}" t'
            )
            found[table.name] = cursor.fetchone()[0]
    return found


@pytest.mark.parametrize("endpoint", [name for name in WRITES if name not in ONE_STATEMENT])
def test_a_write_whose_row_cannot_be_kept_does_not_happen(
    scene: Scene, endpoint: str, monkeypatch: pytest.MonkeyPatch, signed_in: dict[str, str]
) -> None:
    send = call(scene, endpoint, signed_in)
    before = state_of(scene)

    def refuse(*_: object, **__: object) -> None:
        raise RuntimeError("no room for the trail")

    monkeypatch.setattr(Entry, "save", refuse)
    assert send().status_code == 500
    assert state_of(scene) == before


@pytest.fixture(scope="module")
def signed_in(client: TestClient, scene: Scene) -> dict[str, str]:
    """The admin's session: unlike a key, its use is noted nowhere in the workspace."""
    return sign_in(client, scene.admin)


def test_no_secret_comes_into_the_trail(client: TestClient) -> None:
    scene = make_scene(client)
    fill(scene)
    key = client.post("/api/v2/api-keys", json={"name": "k"}, headers=scene.admin.headers).json()
    invitation = client.post(
        "/api/v2/invitations",
        json={"email": "y@example.com", "role": "agent"},
        headers=scene.admin.headers,
    ).json()
    token = invitation["link"].rsplit("/", 1)[1]
    body = {"token": token, "name": "Noa", "password": "plein-de-mots-7-longs"}
    assert client.post("/api/v2/invitations/acceptance", json=body).status_code == 201
    with tenant(scene.world.id):
        trail = " ".join(str(row) for row in Entry.objects.values_list("action", "before", "after"))
        assert "apikey.create" in trail
    for secret in (key["key"], token, body["password"], PASSWORD, "sk-test-very-secret"):
        assert secret not in trail


def test_fields_that_are_named_like_secrets_are_left_out() -> None:
    world = make_world()
    with tenant(world.id):
        record(world.actor, "test.secret", after={"api_key": "sk-1", "password": "p", "name": "n"})
        row = Entry.objects.get(action="test.secret")
    assert row.after == {"api_key": "•••", "password": "•••", "name": "n"}


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE audit_entry SET action = 'x.y'",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry",
        "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
    ],
)
def test_the_application_cannot_rewrite_the_trail(sql: str) -> None:
    world = make_world()
    with pytest.raises(DatabaseError) as caught, tenant(world.id), connection.cursor() as cursor:
        cursor.execute(sql)
    assert isinstance(caught.value.__cause__, errors.InsufficientPrivilege)
    with tenant(world.id):
        assert Entry.objects.exists()


def test_a_row_keeps_what_was_before_and_after(client: TestClient) -> None:
    world = make_world()
    member = world.agent.member.id
    client.patch(f"/api/v2/members/{member}", json={"active": False}, headers=world.admin.headers)
    with tenant(world.id):
        row = Entry.objects.get(action="member.change", target_id=member)
        assert row.target_kind == Member._meta.label_lower
    assert (row.before["active"], row.after["active"]) == (True, False)

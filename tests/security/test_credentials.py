"""Sessions, tokens and API keys: what they open, and that they stop at once."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from starlette.testclient import TestClient

from netz.accounts.models import User
from netz.core.api import stream as stream_module
from netz.core.db import tenant
from netz.workspaces.models import ApiKey, Member
from tests.core.streams import live_stream
from tests.factories import World, get_tokens, make_key, make_world, sign_in
from tests.security.ways_in import ME, bearer, status, ways_in


@pytest.mark.parametrize(
    "header",
    [
        "Bearer",
        "Bearer ",
        "Basic YTpi",
        "Bearer netz_",
        "Bearer netz_12345678_" + "x" * 5000,
        "Bearer eyJhbGciOiJIUzI1NiJ9.e30.AAAA",
        "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.",
        "Bearer ...",
        "Bearer é",
        "Token abc",
        "Bearer a b c",
    ],
)
def test_a_malformed_credential_is_refused_even_beside_a_good_cookie(
    client: TestClient, header: str
) -> None:
    world = make_world()
    raw = {"Authorization": header.encode("latin-1")}
    response = client.get(ME, headers=raw)
    assert response.status_code == 401
    assert response.headers["www-authenticate"] == "Bearer"
    assert response.json()["code"] == "unauthenticated"
    beside = {**sign_in(client, world.guest), **raw}
    assert client.get(ME, headers=beside).status_code == 401


@pytest.mark.parametrize("cookie", ["", "x", "é", "../../etc/passwd", "a" * 5000, "' OR 1=1 --"])
def test_a_malformed_session_is_nobody(client: TestClient, cookie: str) -> None:
    assert client.get(ME, headers={"Cookie": f"netz={cookie}".encode()}).status_code == 401


def test_an_expired_and_a_revoked_key_stop_at_once(client: TestClient) -> None:
    world = make_world()
    key = make_key(world, world.agent.member)
    assert status(client, bearer(key)) == 200
    with tenant(world.id):
        rows = ApiKey.objects.filter(prefix=key[:13])
        assert rows.update(expires_at=timezone.now() - timedelta(seconds=1)) == 1
    assert status(client, bearer(key)) == 401
    with tenant(world.id):
        ApiKey.objects.filter(prefix=key[:13]).update(expires_at=None)
        row = ApiKey.objects.get(prefix=key[:13])
    assert status(client, bearer(key)) == 200
    address = f"/api/v2/api-keys/{row.id}"
    assert client.delete(address, headers=world.agent.headers).status_code == 204
    assert status(client, bearer(key)) == 401
    assert client.delete(address, headers=world.agent.headers).status_code == 404


def test_an_expired_session_is_nobody(client: TestClient) -> None:
    from django.contrib.sessions.models import Session

    world = make_world()
    headers = sign_in(client, world.agent)
    key = headers["Cookie"].removeprefix("netz=")
    rows = Session.objects.filter(session_key=key)
    assert rows.update(expire_date=timezone.now() - timedelta(seconds=1)) == 1
    assert status(client, headers) == 401


def test_an_expired_token_is_refused(client: TestClient) -> None:
    import jwt
    from django.conf import settings

    world = make_world()
    token = get_tokens(client, world.agent)["access"]
    claims = jwt.decode(token, options={"verify_signature": False})
    assert claims["exp"] - claims["iat"] == 15 * 60
    late = claims | {"exp": claims["iat"] - 1}
    forged = jwt.encode(late, settings.SECRET_KEY, algorithm="HS256")
    assert status(client, bearer(forged)) == 401
    other_key = jwt.encode(claims, "x" * 48, algorithm="HS256")
    assert status(client, bearer(other_key)) == 401
    unsigned = jwt.encode(claims, None, algorithm="none")
    assert status(client, bearer(unsigned)) == 401
    assert status(client, bearer(token)) == 200


def deactivate_member(client: TestClient, world: World) -> None:
    response = client.patch(
        f"/api/v2/members/{world.agent.member.id}",
        json={"active": False},
        headers=world.admin.headers,
    )
    assert response.status_code == 200, response.text


def deactivate_user(client: TestClient, world: World) -> None:
    User.objects.filter(pk=world.agent.user.pk).update(is_active=False)


@pytest.mark.parametrize("deactivate", [deactivate_member, deactivate_user])
def test_a_deactivated_person_has_no_way_in_left(
    client: TestClient, deactivate: Callable[[TestClient, World], None]
) -> None:
    world = make_world()
    ways = ways_in(client, world.agent)
    deactivate(client, world)
    assert [status(client, headers) for headers in ways] == [401] * 3


def test_a_deactivated_member_s_open_stream_ends_at_once(client: TestClient) -> None:
    world = make_world()
    for headers in ways_in(client, world.agent):
        with live_stream(client, headers) as stream:
            assert stream.status == 200
            deactivate_member(client, world)
            stream.wait_for_end()
            assert stream.ended
        with tenant(world.id):
            Member.objects.filter(pk=world.agent.member.pk).update(active=True)


def test_a_revoked_key_s_open_stream_ends_and_its_member_s_others_stay(client: TestClient) -> None:
    world = make_world()
    key = make_key(world, world.agent.member)
    with (
        live_stream(client, bearer(key)) as ended,
        live_stream(client, world.agent.headers) as open_,
    ):
        with tenant(world.id):
            row = ApiKey.objects.get(prefix=key[:13])
        client.delete(f"/api/v2/api-keys/{row.id}", headers=world.agent.headers)
        ended.wait_for_end()
        assert not open_.ended


def test_a_busy_stream_looks_at_its_credential_too(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    from netz.core.live import publish

    monkeypatch.setattr(stream_module, "PING_SECONDS", 0.5)
    world = make_world()
    stop = threading.Event()

    def chatter() -> None:
        while not stop.wait(0.05):
            with tenant(world.id):
                publish(world.id, "noise", {}, members=[world.agent.member.id])

    with live_stream(client, world.agent.headers) as stream:
        talker = threading.Thread(target=chatter)
        talker.start()
        try:
            stream.wait_for("event: noise")
            # Not through the API: nothing tells the stream.
            deactivate_user(client, world)
            stream.wait_for_end(10)
        finally:
            stop.set()
            talker.join()


def test_a_changed_role_holds_from_the_next_request_on(client: TestClient) -> None:
    world = make_world()
    ways = ways_in(client, world.agent)
    body = {"role": "guest", "company_id": str(world.company.id)}
    address = f"/api/v2/members/{world.agent.member.id}"
    assert client.patch(address, json=body, headers=world.admin.headers).status_code == 200
    for headers in ways:
        assert client.get("/api/v2/members", headers=headers).status_code == 403
        assert client.get(ME, headers=headers).json()["member"]["role"] == "guest"


def test_a_key_does_what_its_scopes_say_and_no_more(client: TestClient) -> None:
    world = make_world()
    made = client.post(
        "/api/v2/api-keys",
        json={"name": "lecture", "scopes": ["search.use"]},
        headers=world.agent.headers,
    ).json()
    headers = bearer(made["key"])
    assert client.post("/api/v2/search", json={"query": "vpn"}, headers=headers).status_code == 200
    for path in ("me", "documents", "members", "conversations", "events"):
        assert client.get(f"/api/v2/{path}", headers=headers).status_code == 403
    wider = {"name": "x", "scopes": ["profile.read"]}
    assert client.post("/api/v2/api-keys", json=wider, headers=headers).status_code == 403
    beyond = {"name": "x", "scopes": ["models.manage"]}
    response = client.post("/api/v2/api-keys", json=beyond, headers=world.agent.headers)
    assert response.status_code in (403, 422)
    unknown = {"name": "x", "scopes": ["everything"]}
    response = client.post("/api/v2/api-keys", json=unknown, headers=world.agent.headers)
    assert response.status_code == 422


def test_a_narrow_key_cannot_make_a_wider_one(client: TestClient) -> None:
    world = make_world()
    body = {"name": "clés", "scopes": ["apikeys.manage"]}
    made = client.post("/api/v2/api-keys", json=body, headers=world.agent.headers).json()
    child = client.post("/api/v2/api-keys", json={"name": "enfant"}, headers=bearer(made["key"]))
    assert child.json()["scopes"] == ["apikeys.manage"]
    wider = {"name": "x", "scopes": ["documents.manage"]}
    response = client.post("/api/v2/api-keys", json=wider, headers=bearer(made["key"]))
    assert response.status_code in (403, 422)


def test_a_key_is_shown_once_and_kept_as_a_hash(client: TestClient) -> None:
    world = make_world()
    made = client.post("/api/v2/api-keys", json={"name": "k"}, headers=world.agent.headers).json()
    assert made["key"].startswith(made["prefix"])
    for person in (world.agent, world.admin):
        listed = client.get("/api/v2/api-keys", headers=person.headers)
        assert made["id"] in listed.text
        assert made["key"] not in listed.text
    with tenant(world.id):
        row = ApiKey.objects.get(pk=made["id"])
    assert made["key"] not in str(row.__dict__)
    assert len(row.key_hash) == 64


def test_an_agent_sees_and_revokes_the_own_keys_alone(client: TestClient) -> None:
    world = make_world()
    theirs = client.get("/api/v2/api-keys", headers=world.admin.headers).json()["items"]
    foreign = [row["id"] for row in theirs if row["owner"] == world.admin.user.name]
    own = client.get("/api/v2/api-keys", headers=world.agent.headers).json()["items"]
    assert foreign
    assert not {row["id"] for row in own} & set(foreign)
    response = client.delete(f"/api/v2/api-keys/{foreign[0]}", headers=world.agent.headers)
    assert response.status_code == 404

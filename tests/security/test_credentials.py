"""Credentials, invitations and everything else that lets somebody in."""

import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from starlette.testclient import TestClient

from netz.accounts.models import User
from netz.core.api import stream as stream_module
from netz.core.db import tenant
from netz.core.models import IdempotencyKey
from netz.workspaces.models import ApiKey, Company, Invitation, Member
from tests.core.streams import live_stream
from tests.factories import Person, World, get_tokens, make_key, make_world, sign_in
from tests.security.scene import make_scene

ME = "/api/v2/me"
PASSWORD = "plein-de-mots-7-longs"


def status(client: TestClient, headers: dict[str, str]) -> int:
    return client.get(ME, headers=headers).status_code


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def ways_in(client: TestClient, person: Person) -> list[dict[str, str]]:
    """Session, JWT and API key, all of which work."""
    token = get_tokens(client, person)["access"]
    found = [sign_in(client, person), bearer(token), person.headers]
    assert [status(client, headers) for headers in found] == [200] * 3
    return found


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


# Invitations


def invited(client: TestClient, world: World, email: str = "") -> tuple[str, str]:
    """An open invitation's id and token."""
    body = {"email": email or f"{id(object())}-{timezone.now():%f}@example.com", "role": "agent"}
    made = client.post("/api/v2/invitations", json=body, headers=world.admin.headers)
    assert made.status_code == 201, made.text
    return made.json()["id"], made.json()["link"].rsplit("/", 1)[1]


def accept(client: TestClient, token: str, password: str = PASSWORD) -> Any:
    body = {"token": token, "name": "Noa", "password": password}
    return client.post("/api/v2/invitations/acceptance", json=body)


def look_up(client: TestClient, token: str) -> int:
    return client.get("/api/v2/invitations/lookup", params={"token": token}).status_code


def test_an_invitation_works_once(client: TestClient) -> None:
    world = make_world()
    _, token = invited(client, world)
    assert look_up(client, token) == 200
    accepted = accept(client, token)
    assert accepted.status_code == 201
    signed_in = client.post(
        "/_allauth/app/v1/auth/login",
        json={"email": accepted.json()["email"], "password": PASSWORD},
    )
    token_in = signed_in.json()["meta"]["access_token"]
    assert client.get(ME, headers=bearer(token_in)).json()["member"]["role"] == "agent"
    assert accept(client, token).status_code == 404
    assert look_up(client, token) == 404


def expire(client: TestClient, world: World, invitation: str) -> None:
    with tenant(world.id):
        rows = Invitation.objects.filter(pk=invitation)
        rows.update(expires_at=timezone.now() - timedelta(seconds=1))


def withdraw(client: TestClient, world: World, invitation: str) -> None:
    address = f"/api/v2/invitations/{invitation}"
    assert client.delete(address, headers=world.admin.headers).status_code == 204


@pytest.mark.parametrize("end", [expire, withdraw])
def test_an_ended_invitation_opens_nothing(client: TestClient, end: Any) -> None:
    world = make_world()
    invitation, token = invited(client, world)
    end(client, world, invitation)
    assert look_up(client, token) == 404
    assert accept(client, token).status_code == 404


def test_a_weak_password_is_refused_with_the_reason_and_the_invitation_stays(
    client: TestClient,
) -> None:
    _, token = invited(client, make_world())
    for password in ("court", "1234567890", "password123"):
        refused = accept(client, token, password)
        assert refused.status_code == 422
        assert refused.json()["hint"]
    assert accept(client, token).status_code == 201


def test_a_known_person_accepts_with_the_own_password_alone(client: TestClient) -> None:
    known, world = make_world(), make_world()
    _, token = invited(client, world, known.agent.user.email)
    assert accept(client, token).status_code in (401, 403, 422)
    from tests.factories import PASSWORD as OWN

    assert accept(client, token, OWN).status_code == 201
    listed = client.get(ME, headers=known.agent.headers).json()["workspaces"]
    assert len(listed) == 2


def in_parallel(*calls: Callable[[], Any]) -> list[Any]:
    """Runs the calls at the same moment; their results in order."""
    results: list[Any] = [None] * len(calls)
    barrier = threading.Barrier(len(calls))

    def run(place: int, call: Callable[[], Any]) -> None:
        barrier.wait()
        results[place] = call()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_two_acceptances_of_one_invitation_at_once_make_one_member(client: TestClient) -> None:
    world = make_world()
    _, token = invited(client, world)
    statuses = sorted(r.status_code for r in in_parallel(*[lambda: accept(client, token)] * 4))
    assert statuses == [201, 404, 404, 404]


def test_two_invitations_of_one_new_address_at_once_make_one_user(client: TestClient) -> None:
    address = f"double-{timezone.now():%H%M%S%f}@example.com"
    tokens = [invited(client, make_world(), address)[1] for _ in range(2)]
    results = in_parallel(*[lambda token=token: accept(client, token) for token in tokens])
    assert [r.status_code for r in results] == [201, 201]
    assert User.objects.filter(email=address).count() == 1


def test_nobody_signs_up_without_an_invitation(client: TestClient) -> None:
    for kind in ("browser", "app"):
        response = client.post(
            f"/_allauth/{kind}/v1/auth/signup",
            json={"email": f"{kind}-intrus@example.com", "password": PASSWORD},
            headers={"Origin": "http://testserver"},
        )
        assert response.status_code == 403
    assert not User.objects.filter(email__endswith="-intrus@example.com").exists()


def test_the_last_admin_stays(client: TestClient) -> None:
    world = make_world()
    address = f"/api/v2/members/{world.admin.member.id}"
    for body in (
        {"active": False},
        {"role": "agent"},
        {"role": "guest", "company_id": str(world.company.id)},
    ):
        response = client.patch(address, json=body, headers=world.admin.headers)
        assert response.status_code == 409, response.text
    assert status(client, world.admin.headers) == 200


def test_two_admins_who_demote_each_other_at_once_leave_one(client: TestClient) -> None:
    world = make_world()
    second = f"/api/v2/members/{world.agent.member.id}"
    assert (
        client.patch(second, json={"role": "admin"}, headers=world.admin.headers).status_code == 200
    )
    # The key's scopes are an agent's; a session has all that the role allows now.
    signed_in = sign_in(client, world.agent)
    first = f"/api/v2/members/{world.admin.member.id}"
    results = in_parallel(
        lambda: client.patch(second, json={"role": "agent"}, headers=world.admin.headers),
        lambda: client.patch(first, json={"role": "agent"}, headers=signed_in),
    )
    with tenant(world.id):
        assert Member.objects.filter(role="admin", active=True).count() == 1
    assert sorted(r.status_code for r in results) in ([200, 403], [200, 409])


# Input


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("PATCH", "me", {"name": "x", "email": "admin@example.com"}),
        ("PATCH", "me", {"is_active": True}),
        ("PATCH", "members/{agent}", {"role": "admin", "workspace_id": "x"}),
        ("PATCH", "members/{agent}", {"user": {"email": "x@example.com"}}),
        ("POST", "companies", {"name": "x", "workspace": "y"}),
        ("POST", "companies", {"name": "x", "id": "01900000-0000-7000-8000-000000000000"}),
        ("POST", "api-keys", {"name": "x", "member_id": "{admin}"}),
        ("POST", "invitations", {"email": "a@example.com", "role": "agent", "accepted_at": None}),
        ("POST", "answers", {"question": "x", "member_id": "{admin}"}),
        ("POST", "search", {"query": "x", "audiences": [1]}),
        ("PUT", "search/synonyms", {"groups": [], "workspace_id": "x"}),
        ("PUT", "folders/audience", {"path": "x", "audience": {"kind": "public", "number": 1}}),
    ],
)
def test_a_field_that_is_not_offered_is_an_error(
    client: TestClient, method: str, path: str, body: dict[str, Any]
) -> None:
    world = make_world()
    place = path.format(agent=world.agent.member.id)
    response = client.request(method, f"/api/v2/{place}", json=body, headers=world.admin.headers)
    assert response.status_code == 422, response.text
    assert response.json()["errors"]


def test_a_guest_cannot_promote_oneself(client: TestClient) -> None:
    world = make_world()
    address = f"/api/v2/members/{world.guest.member.id}"
    for headers in ways_in(client, world.guest):
        assert client.patch(address, json={"role": "admin"}, headers=headers).status_code == 403
        assert client.patch(ME, json={"role": "admin"}, headers=headers).status_code == 422


# Other sites

FOREIGN = [
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://testserver.evil.example"},
    {"Origin": "http://["},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
    {},
]


@pytest.mark.parametrize("origin", FOREIGN)
def test_another_site_s_writes_are_refused_by_the_api_and_by_sign_in(
    client: TestClient, origin: dict[str, str]
) -> None:
    world = make_world()
    cookie = {"Cookie": sign_in(client, world.admin)["Cookie"]}
    company = client.post("/api/v2/companies", json={"name": "Intrus"}, headers=cookie | origin)
    assert company.status_code == 403
    assert company.json()["code"] == "cross_site"
    signed_out = client.delete("/_allauth/browser/v1/auth/session", headers=cookie | origin)
    assert signed_out.status_code == 403
    assert status(client, cookie) == 200, "still signed in"
    with tenant(world.id):
        assert not Company.objects.filter(name="Intrus").exists()


@pytest.mark.parametrize("origin", FOREIGN[:-1])
def test_another_site_cannot_sign_its_visitor_in_as_somebody_else(
    client: TestClient, origin: dict[str, str]
) -> None:
    world = make_world()
    from tests.factories import PASSWORD as OWN

    body = {"email": world.agent.user.email, "password": OWN}
    response = client.post("/_allauth/browser/v1/auth/login", json=body, headers=origin)
    assert response.status_code == 403
    assert "set-cookie" not in response.headers


@pytest.mark.parametrize(
    "origin", [{"Origin": "http://testserver"}, {"Sec-Fetch-Site": "same-origin"}]
)
def test_our_own_pages_writes_are_taken(client: TestClient, origin: dict[str, str]) -> None:
    world = make_world()
    cookie = {"Cookie": sign_in(client, world.admin)["Cookie"]}
    body = {"name": f"Client {timezone.now():%f}"}
    made = client.post("/api/v2/companies", json=body, headers=cookie | origin)
    assert made.status_code == 201


def test_no_other_origin_may_read_what_we_answer(client: TestClient) -> None:
    world = make_world()
    headers = world.agent.headers | {"Origin": "https://evil.example"}
    response = client.get(ME, headers=headers)
    assert not [name for name in response.headers if name.startswith("access-control-")]
    preflight = client.options(
        ME, headers={"Origin": "https://evil.example", "Access-Control-Request-Method": "PATCH"}
    )
    assert not [name for name in preflight.headers if name.startswith("access-control-")]


def test_the_session_cookie_is_out_of_scripts_reach_and_stays_on_our_site(
    client: TestClient,
) -> None:
    from tests.factories import PASSWORD as OWN

    body = {"email": make_world().agent.user.email, "password": OWN}
    response = client.post(
        "/_allauth/browser/v1/auth/login", json=body, headers={"Origin": "http://testserver"}
    )
    cookie = next(c for c in response.headers.get_list("set-cookie") if c.startswith("netz="))
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Path=/" in cookie
    assert "Domain" not in cookie


@pytest.mark.parametrize(
    "path",
    ["/", "/documents/x", "/api/v2/me", "/api/v2/docs", "/_allauth/browser/v1/config", "/nix"],
)
def test_every_answer_carries_the_security_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    policy = headers["content-security-policy"]
    for part in (
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ):
        assert part in policy
    assert "unsafe-inline" not in policy
    assert "unsafe-eval" not in policy
    assert "'strict-dynamic'" in policy


def test_a_download_is_an_attachment_in_a_sandbox(client: TestClient) -> None:
    scene = make_scene(client)
    address = f"/api/v2/documents/{scene.document['id']}/original"
    headers = client.get(address, headers=scene.world.guest.headers).headers
    assert headers["content-disposition"].startswith("attachment")
    assert headers["content-type"] == "application/octet-stream"
    assert headers["content-security-policy"].startswith("sandbox")
    assert headers["x-content-type-options"] == "nosniff"


# Idempotency


def company_body() -> dict[str, str]:
    return {"name": f"Client {timezone.now():%H%M%S%f}"}


def test_a_repeated_request_gets_the_first_answer(client: TestClient) -> None:
    world = make_world()
    headers = world.admin.headers | {"Idempotency-Key": "a"}
    body = company_body()
    first = client.post("/api/v2/companies", json=body, headers=headers)
    again = client.post("/api/v2/companies", json=body, headers=headers)
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.json() == first.json()
    assert again.headers["idempotency-replayed"] == "true"
    assert "idempotency-replayed" not in first.headers


def test_a_key_used_for_another_request_is_a_conflict(client: TestClient) -> None:
    world = make_world()
    headers = world.admin.headers | {"Idempotency-Key": "a"}
    assert client.post("/api/v2/companies", json=company_body(), headers=headers).status_code == 201
    for path, body in (("companies", company_body()), ("search", {"query": "x"})):
        response = client.post(f"/api/v2/{path}", json=body, headers=headers)
        assert response.status_code == 409
        assert response.json()["code"] == "idempotency.mismatch"


def test_a_key_belongs_to_its_member(client: TestClient) -> None:
    world, other = make_world(), make_world()
    body = company_body()
    keyed = {"Idempotency-Key": "a"}
    first = client.post("/api/v2/companies", json=body, headers=world.admin.headers | keyed)
    theirs = client.post("/api/v2/companies", json=body, headers=other.admin.headers | keyed)
    assert theirs.status_code == 201
    assert theirs.json()["id"] != first.json()["id"]


def test_a_failed_request_keeps_no_key(client: TestClient) -> None:
    world = make_world()
    headers = world.admin.headers | {"Idempotency-Key": "a"}
    taken = {"name": "Atelier Brun"}
    assert client.post("/api/v2/companies", json=taken, headers=headers).status_code == 409
    assert client.post("/api/v2/companies", json=company_body(), headers=headers).status_code == 201


@pytest.mark.parametrize("key", ["x" * 201, "a\tb", "é" * 10 + "\x01"])
def test_a_key_that_cannot_be_kept_is_an_error(client: TestClient, key: str) -> None:
    headers = {**make_world().admin.headers, "Idempotency-Key": key.encode("latin-1")}
    response = client.post("/api/v2/companies", json=company_body(), headers=headers)
    assert response.status_code == 422


def test_two_requests_with_one_key_at_once_do_the_work_once(client: TestClient) -> None:
    scene = make_scene(client)
    admin = scene.admin.headers | {"Idempotency-Key": "at-once"}
    body = company_body()
    results = in_parallel(*[lambda: client.post("/api/v2/companies", json=body, headers=admin)] * 4)
    assert [r.status_code for r in results] == [201] * 4
    assert len({r.json()["id"] for r in results}) == 1
    guest = scene.world.guest.headers | {"Idempotency-Key": "at-once"}
    question = {"question": "Comment installer le VPN ?"}
    results = in_parallel(
        *[lambda: client.post("/api/v2/answers", json=question, headers=guest)] * 4
    )
    assert len({r.json()["id"] for r in results}) == 1
    headers = scene.world.guest.headers
    assert len(client.get("/api/v2/conversations", headers=headers).json()["items"]) == 1
    with tenant(scene.world.id):
        assert IdempotencyKey.objects.filter(key="at-once").count() == 2

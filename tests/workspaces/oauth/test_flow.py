"""Applications by OAuth 2.1 and OpenID: what they get, what they are refused, and what ends it."""

from typing import Any

import jwt
import pytest
from starlette.testclient import TestClient

from netz.audit.models import Entry
from netz.core.db import tenant
from netz.core.permissions import Role
from netz.workspaces.models import Member, OAuthClient, SecurityPolicy
from tests.factories import World, make_world, sign_in
from tests.workspaces.oauth.peer import REDIRECT, SCOPES, Peer, bearer, error_of, register

DOCUMENTS = "/api/v2/documents"


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def peer(client: TestClient, world: World) -> Peer:
    """A confidential application of the workspace."""
    return Peer(client, register(client, world))


def status(client: TestClient, token: str, path: str = DOCUMENTS) -> int:
    return client.get(path, headers=bearer(token)).status_code


def actions(world: World) -> list[str]:
    with tenant(world.id):
        return list(Entry.objects.values_list("action", flat=True))


@pytest.mark.parametrize("confidential", [True, False])
def test_an_application_gets_tokens_for_what_a_person_allowed(
    client: TestClient, world: World, confidential: bool
) -> None:
    peer = Peer(client, register(client, world, confidential=confidential))
    tokens = peer.tokens(world.agent)
    assert tokens["token_type"] == "Bearer"
    assert set(tokens["scope"].split()) == set(SCOPES)
    assert status(client, tokens["access_token"]) == 200
    me = client.get("/api/v2/me", headers=bearer(tokens["access_token"])).json()
    assert me["credential"] == "oauth"
    assert sorted(me["permissions"]) == ["documents.read", "profile.read"]
    facts = peer.userinfo(tokens["access_token"]).json()
    assert facts["sub"] == str(world.agent.user.id)
    assert facts["email"] == world.agent.user.email
    assert "application.allow" in actions(world)


def test_the_id_token_verifies_by_what_is_discovered(
    client: TestClient, peer: Peer, world: World
) -> None:
    discovered = client.get("/.well-known/openid-configuration").json()
    assert discovered["code_challenge_methods_supported"] == ["S256"]
    assert discovered["grant_types_supported"] == [
        "authorization_code",
        "client_credentials",
        "refresh_token",
    ]
    assert discovered["response_types_supported"] == ["code"]
    tokens = peer.tokens(world.agent)
    keys = jwt.PyJWKSet.from_dict(client.get("/.well-known/jwks.json").json())
    claims = jwt.decode(
        tokens["id_token"],
        keys.keys[0],
        algorithms=discovered["id_token_signing_alg_values_supported"],
        audience=peer.application["client_id"],
        issuer=discovered["issuer"],
    )
    assert claims["sub"] == str(world.agent.user.id)
    assert claims["nonce"] == "nonce-of-the-app"


def test_only_the_addresses_that_are_served_are_reached(client: TestClient) -> None:
    for path in ("api/device/code", "api/clients", "device", "logout"):
        posted = client.post(f"/identity/o/{path}", data={"client_id": "x"})
        assert posted.status_code in (404, 405), path


def test_an_application_that_is_denied_gets_nothing(
    client: TestClient, peer: Peer, world: World
) -> None:
    response = peer.consent(sign_in(client, world.agent), peer.query(), allow=False)
    location = response.json()["location"]
    assert error_of(location) == "access_denied"
    assert "state=state-of-the-app" in location
    assert "code=" not in location
    assert "application.deny" in actions(world)


@pytest.mark.parametrize(
    "changed",
    [
        {"code_challenge": "", "code_challenge_method": ""},
        {"code_challenge_method": "plain"},
        {"code_challenge_method": ""},
    ],
)
@pytest.mark.parametrize("confidential", [True, False])
def test_without_pkce_by_s256_there_is_no_code(
    client: TestClient, world: World, changed: dict[str, str], confidential: bool
) -> None:
    peer = Peer(client, register(client, world, confidential=confidential))
    response = peer.consent(sign_in(client, world.agent), peer.query(**changed))
    assert error_of(response.json()["location"]) == "invalid_request"


def test_a_code_needs_its_own_verifier(peer: Peer, world: World) -> None:
    code = peer.code(world.agent)
    refused = peer.exchange(code, code_verifier="w" * 64)
    assert (refused.status_code, refused.json()["error"]) == (400, "invalid_grant")


@pytest.mark.parametrize(
    "uri",
    [
        "https://app.example/callback/",
        "https://app.example/callback?x=1",
        "https://app.example.evil.example/callback",
        "http://app.example/callback",
        "javascript:alert(1)",
        "",
    ],
)
def test_nobody_is_sent_to_another_address(
    client: TestClient, peer: Peer, world: World, uri: str
) -> None:
    response = peer.consent(sign_in(client, world.agent), peer.query(redirect_uri=uri))
    assert response.status_code == 400
    assert response.json()["code"] == "oauth.request_refused"


@pytest.mark.parametrize("kind", ["token", "id_token", "code token", "none"])
def test_there_is_no_implicit_flow(client: TestClient, peer: Peer, world: World, kind: str) -> None:
    query = peer.query().replace("response_type=code", f"response_type={kind.replace(' ', '+')}")
    location = peer.consent(sign_in(client, world.agent), query).json()["location"]
    assert "access_token" not in location
    assert "error=" in location


def test_no_other_grant_is_served(client: TestClient, peer: Peer, world: World) -> None:
    for grant in ("password", "client_credentials", "urn:ietf:params:oauth:grant-type:device_code"):
        body = {
            "grant_type": grant,
            "username": world.agent.user.email,
            "password": "correct-horse-7-battery",
            "client_id": peer.application["client_id"],
            "client_secret": peer.application["client_secret"],
        }
        response = client.post("/identity/o/api/token", data=body)
        assert response.status_code in (400, 401)
        assert "access_token" not in response.json()


def test_a_code_that_comes_twice_ends_its_tokens(
    client: TestClient, peer: Peer, world: World
) -> None:
    code = peer.code(world.agent)
    tokens = peer.exchange(code).json()
    assert status(client, tokens["access_token"]) == 200
    assert peer.exchange(code).json()["error"] == "invalid_grant"
    assert status(client, tokens["access_token"]) == 401
    assert peer.refresh(tokens["refresh_token"]).status_code == 400
    assert "application.reused" in actions(world)


def test_a_refresh_token_works_once_and_its_second_use_ends_the_family(
    client: TestClient, peer: Peer, world: World
) -> None:
    first = peer.tokens(world.agent)
    second = peer.refresh(first["refresh_token"]).json()
    assert second["refresh_token"] != first["refresh_token"]
    assert status(client, second["access_token"]) == 200
    assert peer.refresh(first["refresh_token"]).json()["error"] == "invalid_grant"
    for token in (first["access_token"], second["access_token"]):
        assert status(client, token) == 401
    assert peer.refresh(second["refresh_token"]).status_code == 400
    assert "application.reused" in actions(world)


def test_another_application_can_use_neither_code_nor_refresh_token(
    client: TestClient, peer: Peer, world: World
) -> None:
    other = Peer(client, register(client, world))
    other.verifier = peer.verifier
    assert other.exchange(peer.code(world.agent)).json()["error"] == "invalid_grant"
    tokens = peer.tokens(world.agent)
    assert other.refresh(tokens["refresh_token"]).json()["error"] == "invalid_grant"
    other.revoke(tokens["refresh_token"])
    assert status(client, tokens["access_token"]) == 200
    assert peer.refresh(tokens["refresh_token"]).status_code == 200


def test_a_wrong_secret_gets_nothing(client: TestClient, peer: Peer, world: World) -> None:
    code = peer.code(world.agent)
    thief = Peer(client, {**peer.application, "client_secret": "wrong"})
    thief.verifier = peer.verifier
    assert thief.exchange(code).status_code == 401
    assert peer.exchange(code).status_code == 200


def test_a_revoked_refresh_token_takes_the_access_token_with_it(
    client: TestClient, peer: Peer, world: World
) -> None:
    tokens = peer.tokens(world.agent)
    assert peer.revoke(tokens["refresh_token"]).status_code == 200
    assert status(client, tokens["access_token"]) == 401
    assert peer.userinfo(tokens["access_token"]).status_code == 401


def test_an_application_never_gets_more_than_it_may_ask_for(
    client: TestClient, world: World
) -> None:
    peer = Peer(client, register(client, world, scopes=["openid", "documents.read"]))
    wider = peer.query(["openid", "documents.read", "documents.manage"])
    response = peer.consent(sign_in(client, world.agent), wider)
    assert error_of(response.json()["location"]) == "invalid_scope"
    tokens = peer.tokens(world.agent, ["openid"])
    assert status(client, tokens["access_token"]) == 403
    body = {
        "grant_type": "refresh_token",
        "refresh_token": tokens["refresh_token"],
        "scope": "openid documents.read",
        "client_id": peer.application["client_id"],
        "client_secret": peer.application["client_secret"],
    }
    response = client.post("/identity/o/api/token", data=body)
    assert response.json()["error"] == "invalid_scope"


def test_nobody_lends_what_they_do_not_hold(client: TestClient, world: World) -> None:
    scopes = ["openid", "documents.read", "documents.manage", "members.read"]
    peer = Peer(client, register(client, world, scopes=scopes))
    shown = client.get(
        "/api/v2/oauth/authorization",
        params={"query": peer.query(scopes)},
        headers=sign_in(client, world.guest),
    ).json()
    client.cookies.clear()
    assert sorted(shown["scopes"]) == ["documents.read", "openid"]
    tokens = peer.tokens(world.guest, scopes)
    assert status(client, tokens["access_token"]) == 200
    assert status(client, tokens["access_token"], "/api/v2/members") == 403


def test_a_permission_that_the_member_loses_is_lost_to_the_application(
    client: TestClient, world: World
) -> None:
    scopes = ["documents.read", "members.read"]
    peer = Peer(client, register(client, world, scopes=scopes))
    token = peer.tokens(world.agent, scopes)["access_token"]
    assert status(client, token, "/api/v2/members") == 200
    with tenant(world.id):
        Member.objects.filter(pk=world.agent.member.pk).update(
            role=Role.GUEST, company=world.company
        )
    assert status(client, token, "/api/v2/members") == 403


def end_by_deactivation(client: TestClient, world: World, _: Peer) -> None:
    with tenant(world.id):
        Member.objects.filter(pk=world.agent.member.pk).update(active=False)


def end_by_withdrawal(client: TestClient, world: World, _: Peer) -> None:
    headers = sign_in(client, world.agent)
    (row,) = client.get("/api/v2/oauth/connections", headers=headers).json()["items"]
    assert row["last_used_at"] is not None
    gone = client.delete(f"/api/v2/oauth/connections/{row['id']}", headers=headers)
    client.cookies.clear()
    assert gone.status_code == 204


def end_by_switching_off(client: TestClient, world: World, peer: Peer) -> None:
    with tenant(world.id):
        OAuthClient.objects.update(enabled=False)


def end_by_removal(client: TestClient, world: World, peer: Peer) -> None:
    headers = sign_in(client, world.admin)
    address = f"/api/v2/oauth/applications/{peer.application['id']}"
    assert client.delete(address, headers=headers).status_code == 204
    client.cookies.clear()


def end_by_policy(client: TestClient, world: World, _: Peer) -> None:
    with tenant(world.id):
        SecurityPolicy.objects.update(sso_enforced=True)


ENDS = {
    "deactivation": (end_by_deactivation, 401),
    "withdrawal": (end_by_withdrawal, 401),
    "switching off": (end_by_switching_off, 401),
    "removal": (end_by_removal, 401),
    "policy": (end_by_policy, 403),
}


@pytest.mark.parametrize("how", sorted(ENDS))
def test_what_a_token_rests_on_is_looked_at_at_each_use(
    client: TestClient, world: World, peer: Peer, how: str
) -> None:
    tokens = peer.tokens(world.agent)
    assert status(client, tokens["access_token"]) == 200
    end, refused = ENDS[how]
    end(client, world, peer)
    assert status(client, tokens["access_token"]) == refused
    assert peer.userinfo(tokens["access_token"]).status_code == 401
    assert peer.refresh(tokens["refresh_token"]).status_code in (400, 401)


def test_another_workspaces_application_is_not_known_here(
    client: TestClient, world: World, peer: Peer
) -> None:
    neighbour = make_world()
    response = peer.consent(sign_in(client, neighbour.agent), peer.query())
    assert response.status_code == 400
    unknown = Peer(client, {**peer.application, "client_id": "nobody"})
    same = peer.consent(sign_in(client, neighbour.agent), unknown.query())
    assert same.json()["title"] == response.json()["title"]
    assert same.json()["code"] == response.json()["code"]


def test_a_token_opens_the_applications_workspace_alone(
    client: TestClient, world: World, peer: Peer
) -> None:
    neighbour = make_world()
    with tenant(neighbour.id):
        Member.objects.create(workspace_id=neighbour.id, user=world.agent.user, role=Role.ADMIN)
    token = peer.tokens(world.agent)["access_token"]
    me = client.get("/api/v2/me", headers=bearer(token)).json()
    assert me["workspace"]["id"] == str(world.id)
    assert [one["id"] for one in me["workspaces"]] == [str(world.id)]


def test_a_token_confirms_nothing_and_allows_nothing(
    client: TestClient, world: World, peer: Peer
) -> None:
    token = peer.tokens(world.admin)["access_token"]
    calls: list[tuple[str, str, dict[str, Any]]] = [
        ("POST", "oauth/authorization", {"query": peer.query(), "allow": True}),
        (
            "POST",
            "oauth/applications",
            {"name": "x", "redirect_uris": [REDIRECT], "scopes": SCOPES},
        ),
        ("POST", "api-keys", {"name": "x"}),
    ]
    for method, path, body in calls:
        response = client.request(method, f"/api/v2/{path}", json=body, headers=bearer(token))
        assert response.status_code == 403, path


def test_an_api_key_cannot_speak_for_the_person(
    client: TestClient, world: World, peer: Peer
) -> None:
    response = peer.consent(world.agent.headers, peer.query())
    assert response.status_code == 403
    assert response.json()["code"] == "access.session_needed"


def test_what_is_asked_without_a_question_is_refused(
    client: TestClient, world: World, peer: Peer
) -> None:
    peer.tokens(world.agent)
    response = peer.consent(sign_in(client, world.agent), peer.query(prompt="none"))
    assert error_of(response.json()["location"]) == "login_required"

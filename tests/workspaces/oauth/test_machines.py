"""Applications that act for themselves, and asking whether a token works."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from netz.audit.models import Entry
from netz.core.db import tenant
from netz.core.permissions import Permission, Role
from netz.workspaces.models import Member, OAuthClient
from tests.factories import World, add_person, make_world, sign_in
from tests.workspaces.oauth.peer import REDIRECT, SCOPES, Peer, bearer, register

APPLICATIONS = "/api/v2/oauth/applications"
BODY = {"name": "Sauvegarde", "scopes": ["documents.read", "profile.read"], "machine": True}


@pytest.fixture
def world() -> World:
    return make_world()


def make(client: TestClient, world: World, **changed: Any) -> Any:
    answer = client.post(
        APPLICATIONS, json=BODY | changed, headers=sign_in(client, world.people["admin"])
    )
    client.cookies.clear()
    return answer


@pytest.fixture
def machine(client: TestClient, world: World) -> dict[str, Any]:
    answer = make(client, world)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def ask(client: TestClient, machine: dict[str, Any], **changed: str) -> Any:
    form = {
        "grant_type": "client_credentials",
        "client_id": machine["client_id"],
        "client_secret": machine["client_secret"],
    }
    return client.post("/identity/o/api/token", data=form | changed)


def token_of(client: TestClient, machine: dict[str, Any]) -> str:
    answer = ask(client, machine)
    assert answer.status_code == 200, answer.text
    return str(answer.json()["access_token"])


def status(client: TestClient, token: str, path: str = "documents") -> int:
    return client.get(f"/api/v2/{path}", headers=bearer(token)).status_code


def test_a_machine_acts_for_itself_within_its_scopes(
    client: TestClient, world: World, machine: dict[str, Any]
) -> None:
    answer = ask(client, machine).json()
    assert sorted(answer["scope"].split()) == sorted(BODY["scopes"])  # type: ignore[call-overload]  # a list
    assert answer["expires_in"] == 15 * 60
    assert "refresh_token" not in answer
    assert "id_token" not in answer
    token = answer["access_token"]
    assert status(client, token) == 200
    assert status(client, token, "members") == 403
    me = client.get("/api/v2/me", headers=bearer(token)).json()
    assert (me["credential"], me["workspace"]["id"]) == ("oauth", str(world.id))
    (row,) = client.get(APPLICATIONS, headers=sign_in(client, world.admin)).json()["items"]
    client.cookies.clear()
    assert row["machine"] is True
    assert row["last_used_at"] is not None
    assert row["answered_for_by"] == world.admin.user.name


def test_the_trail_tells_of_the_machine_itself(
    client: TestClient, world: World, machine: dict[str, Any]
) -> None:
    token = token_of(client, machine)
    assert status(client, token, "members") == 403
    with tenant(world.id):
        rows = Entry.objects.filter(action__in=["application.sign_in", "access.refuse"])
        told = list(rows.values_list("actor_name", "credential", "credential_id"))
    assert told == [(machine["name"], "oauth", machine["id"])] * 2


def test_a_machine_may_ask_for_less_and_never_for_more(
    client: TestClient, machine: dict[str, Any]
) -> None:
    less = ask(client, machine, scope="profile.read").json()
    assert less["scope"] == "profile.read"
    assert status(client, less["access_token"]) == 403
    assert ask(client, machine, scope="members.read").json()["error"] == "invalid_scope"


def test_facts_about_a_person_are_not_a_machine_s(
    client: TestClient, machine: dict[str, Any]
) -> None:
    token = token_of(client, machine)
    refused = client.get("/identity/o/api/userinfo", headers=bearer(token))
    assert refused.status_code == 401
    assert "sub" not in refused.text


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"confidential": False}, "oauth.not_for_machines"),
        ({"redirect_uris": [REDIRECT]}, "oauth.not_for_machines"),
        ({"scopes": ["openid"]}, "oauth.not_for_machines"),
        ({"machine": False}, "oauth.redirect_missing"),
    ],
)
def test_what_does_not_fit_a_machine_is_refused(
    client: TestClient, world: World, changed: dict[str, Any], code: str
) -> None:
    refused = make(client, world, **changed)
    assert (refused.status_code, refused.json()["code"]) == (422, code)
    with tenant(world.id):
        assert not OAuthClient.objects.exists()


@pytest.mark.parametrize("confidential", [True, False])
def test_an_application_for_people_gets_nothing_for_itself(
    client: TestClient, world: World, confidential: bool
) -> None:
    application = register(client, world, confidential=confidential)
    refused = ask(client, {**application, "client_secret": application["client_secret"] or "x"})
    assert refused.status_code in (400, 401)
    assert "access_token" not in refused.json()


def test_a_machine_cannot_ask_people(
    client: TestClient, world: World, machine: dict[str, Any]
) -> None:
    peer = Peer(client, machine)
    answer = peer.consent(sign_in(client, world.agent), peer.query(["documents.read"]))
    assert answer.status_code == 400


def test_a_wrong_secret_or_none_gets_nothing_and_is_told(
    client: TestClient, world: World, machine: dict[str, Any]
) -> None:
    for secret in ("wrong", ""):
        assert ask(client, machine, client_secret=secret).status_code == 401
    with tenant(world.id):
        told = Entry.objects.filter(action="application.refuse", outcome="refused")
        assert [row.after for row in told] == [{"application": machine["name"]}] * 2
        assert all(row.ip and row.request_id for row in told)
    assert ask(client, machine).status_code == 200


def end_by_leaving(client: TestClient, world: World, _: dict[str, Any]) -> None:
    with tenant(world.id):
        Member.objects.filter(pk=world.admin.member.pk).update(active=False)


def end_by_switching_off(client: TestClient, world: World, _: dict[str, Any]) -> None:
    with tenant(world.id):
        OAuthClient.objects.update(enabled=False)


def end_by_removal(client: TestClient, world: World, machine: dict[str, Any]) -> None:
    headers = sign_in(client, world.admin)
    assert client.delete(f"{APPLICATIONS}/{machine['id']}", headers=headers).status_code == 204
    client.cookies.clear()


ENDS = {"leaving": end_by_leaving, "off": end_by_switching_off, "removal": end_by_removal}


@pytest.mark.parametrize("how", sorted(ENDS))
def test_what_a_machine_rests_on_is_looked_at_at_each_use(
    client: TestClient, world: World, machine: dict[str, Any], how: str
) -> None:
    token = token_of(client, machine)
    assert status(client, token) == 200
    ENDS[how](client, world, machine)
    assert status(client, token) == 401
    refused = ask(client, machine)
    assert refused.status_code in (400, 401)
    assert "access_token" not in refused.json()


def test_a_machine_never_does_more_than_who_answers_for_it(
    client: TestClient, world: World, machine: dict[str, Any]
) -> None:
    widened = client.put(
        f"{APPLICATIONS}/{machine['id']}",
        json={"name": "S", "scopes": ["documents.manage", "members.read"]},
        headers=sign_in(client, world.admin),
    )
    client.cookies.clear()
    assert widened.status_code == 200
    token = token_of(client, machine)
    assert status(client, token, "members") == 200
    with tenant(world.id):
        Member.objects.filter(pk=world.admin.member.pk).update(
            role=Role.GUEST, company=world.company
        )
    assert status(client, token, "members") == 403


def test_who_gives_a_new_secret_answers_for_the_machine(
    client: TestClient, world: World, machine: dict[str, Any]
) -> None:
    add_person(world, "second", Role.ADMIN)
    place = f"{APPLICATIONS}/{machine['id']}/secret"
    made = client.post(place, headers=sign_in(client, world.second)).json()
    client.cookies.clear()
    assert ask(client, machine).status_code == 401
    end_by_leaving(client, world, machine)
    assert status(client, token_of(client, machine | made)) == 200


def test_a_machine_that_is_narrowed_loses_its_tokens(
    client: TestClient, world: World, machine: dict[str, Any]
) -> None:
    token = token_of(client, machine)
    body = {"name": "S", "scopes": ["profile.read"]}
    headers = sign_in(client, world.admin)
    client.put(f"{APPLICATIONS}/{machine['id']}", json=body, headers=headers)
    client.cookies.clear()
    assert status(client, token) == 401
    assert status(client, token_of(client, machine)) == 403


def introspect(client: TestClient, application: dict[str, Any], token: str) -> Any:
    form = {
        "token": token,
        "client_id": application["client_id"],
        "client_secret": application["client_secret"],
    }
    return client.post("/identity/o/api/introspect", data=form)


def test_an_application_asks_whether_its_own_token_works(client: TestClient, world: World) -> None:
    peer = Peer(client, register(client, world))
    tokens = peer.tokens(world.agent)
    told = introspect(client, peer.application, tokens["access_token"]).json()
    assert told["active"] is True
    assert told["sub"] == str(world.agent.user.id)
    assert set(told["scope"].split()) == set(SCOPES)
    other = register(client, world)
    for application, token in (
        (other, tokens["access_token"]),
        (peer.application, tokens["refresh_token"]),
        (peer.application, "nothing"),
    ):
        assert introspect(client, application, token).json() == {"active": False}
    wrong = {**peer.application, "client_secret": "wrong"}
    assert introspect(client, wrong, tokens["access_token"]).status_code == 401
    with tenant(world.id):
        Member.objects.filter(pk=world.agent.member.pk).update(active=False)
    assert introspect(client, peer.application, tokens["access_token"]).json() == {"active": False}


def test_scopes_of_machines_are_those_that_can_be_lent(client: TestClient, world: World) -> None:
    refused = make(client, world, scopes=[Permission.ROLES_MANAGE.value])
    assert refused.status_code == 422

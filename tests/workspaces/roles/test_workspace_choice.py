"""Which workspace a credential opens: its own, and for a sign-in the one that was chosen."""

import pytest
from starlette.testclient import TestClient

from netz.core.db import tenant
from netz.core.permissions import Role
from netz.workspaces.credentials import SSO_SESSION_KEY
from netz.workspaces.models import Member, SecurityPolicy
from netz.workspaces.services import add_member
from tests.factories import World, get_tokens, make_world, sign_in
from tests.security.scene import make_scene
from tests.security.ways_in import bearer, status
from tests.workspaces.roles.calls import call, get, trail


def join(person_of: World, other: World) -> Member:
    """The agent of one workspace becomes a guest of the other."""
    with tenant(other.id):
        return add_member(
            person_of.agent.user, role=Role.GUEST, company=other.company, actor=other.actor
        )


@pytest.fixture
def worlds() -> tuple[World, World]:
    first, second = make_world(), make_world()
    join(first, second)
    return first, second


def choose(client: TestClient, headers: dict[str, str], world: World) -> tuple[int, str]:
    response = call(client, headers, "PUT", "me/workspace", json={"workspace_id": str(world.id)})
    return response.status_code, response.json()["code"] if response.content else ""


def opened(client: TestClient, headers: dict[str, str]) -> tuple[str, str]:
    me = get(client, headers, "me")
    return me["workspace"]["id"], me["member"]["role"]


@pytest.mark.parametrize("kind", ["session", "jwt"])
def test_a_sign_in_switches_and_stays_there(
    client: TestClient, worlds: tuple[World, World], kind: str
) -> None:
    first, second = worlds
    headers = (
        sign_in(client, first.agent)
        if kind == "session"
        else bearer(get_tokens(client, first.agent)["access"])
    )
    assert opened(client, headers) == (str(first.id), "agent")
    listed = get(client, headers, "me")["workspaces"]
    assert {(one["id"], one["role"], one["needs"]) for one in listed} == {
        (str(first.id), "agent", ""),
        (str(second.id), "guest", ""),
    }
    assert choose(client, headers, second) == (204, "")
    assert opened(client, headers) == (str(second.id), "guest")
    assert call(client, headers, "GET", "members").status_code == 403
    assert opened(client, sign_in(client, first.agent))[0] == str(first.id), "this sign-in alone"
    assert choose(client, headers, first) == (204, "")
    assert opened(client, headers) == (str(first.id), "agent")
    rows = trail(client, second, "workspace.open")
    assert [row.member_id for row in rows] == [member_of(second, first).id]


def member_of(world: World, other: World) -> Member:
    with tenant(world.id):
        return Member.objects.get(user=other.agent.user)


def test_only_one_s_own_workspaces_are_opened(
    client: TestClient, worlds: tuple[World, World]
) -> None:
    first, second = worlds
    stranger = make_world()
    headers = sign_in(client, first.agent)
    assert choose(client, headers, stranger) == (404, "workspace.not_found")
    with tenant(second.id):
        Member.objects.filter(user=first.agent.user).update(active=False)
    assert choose(client, headers, second) == (404, "workspace.not_found")
    assert opened(client, headers) == (str(first.id), "agent")


def test_a_key_opens_its_own_workspace_for_good(
    client: TestClient, worlds: tuple[World, World]
) -> None:
    first, second = worlds
    assert choose(client, first.agent.headers, second) == (403, "access.session_needed")
    assert opened(client, first.agent.headers) == (str(first.id), "agent")
    assert [one["id"] for one in get(client, first.agent.headers, "me")["workspaces"]] == [
        str(first.id)
    ]


def pin(headers: dict[str, str], world: World) -> None:
    from django.contrib.sessions.backends.db import SessionStore

    session = SessionStore(session_key=headers["Cookie"].removeprefix("netz="))
    session[SSO_SESSION_KEY] = str(world.id)
    session.save()


def test_a_sign_in_by_an_identity_provider_opens_that_workspace_alone(
    client: TestClient, worlds: tuple[World, World]
) -> None:
    first, second = worlds
    headers = sign_in(client, first.agent)
    pin(headers, second)
    assert opened(client, headers) == (str(second.id), "guest")
    needs = {one["id"]: one["needs"] for one in get(client, headers, "me")["workspaces"]}
    assert needs == {str(second.id): ""}
    assert choose(client, headers, first)[0] == 404
    assert opened(client, headers) == (str(second.id), "guest")


def test_a_workspace_says_what_it_still_asks_for(
    client: TestClient, worlds: tuple[World, World]
) -> None:
    first, second = worlds
    headers = sign_in(client, first.agent)
    with tenant(second.id):
        SecurityPolicy.objects.update(sso_enforced=True)
    assert choose(client, headers, second) == (403, "access.sso_needed")
    assert opened(client, headers) == (str(first.id), "agent"), "nothing changed"
    with tenant(second.id):
        SecurityPolicy.objects.update(sso_enforced=False)
    assert choose(client, headers, second) == (204, "")
    with tenant(second.id):
        SecurityPolicy.objects.update(sso_enforced=True)
    # Even while the chosen one is shut, the others can be seen and opened.
    assert status(client, headers) == 403
    listed = get(client, headers, "me/workspaces")["items"]
    assert {one["id"]: one["needs"] for one in listed} == {
        str(first.id): "",
        str(second.id): "sso",
    }
    assert choose(client, headers, first) == (204, "")
    assert status(client, headers) == 200


def test_a_credential_of_one_workspace_finds_nothing_of_another_by_id(
    client: TestClient,
) -> None:
    scene, other = make_scene(client), make_scene(client)
    join(scene.world, other.world)
    answer = other.answer(other.world.guest)
    foreign = [
        f"documents/{other.document['id']}",
        f"documents/{other.document['id']}/content",
        f"documents/{other.document['id']}/passages/{other.passage_id}",
        f"conversations/{answer.conversation_id}",
    ]
    session = sign_in(client, scene.world.agent)
    token = bearer(get_tokens(client, scene.world.agent)["access"])
    for headers in (session, token, scene.world.agent.headers):
        for path in foreign:
            # The person is a member there too: the credential decides, not the membership.
            assert call(client, headers, "GET", path).status_code == 404, path
            for extra in ("workspace", "workspace_id"):
                query = {extra: str(other.world.id)}
                assert call(client, headers, "GET", path, params=query).status_code == 404
            named = headers | {"X-Workspace": str(other.world.id)}
            assert call(client, named, "GET", path).status_code == 404
        own = call(client, headers, "GET", f"documents/{scene.document['id']}")
        assert own.status_code == 200
    assert choose(client, session, other.world) == (204, "")
    assert call(client, session, "GET", foreign[0]).status_code == 200
    assert call(client, session, "GET", f"documents/{scene.document['id']}").status_code == 404

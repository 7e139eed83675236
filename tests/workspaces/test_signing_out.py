"""Admins end a member's sessions, and take second factors away that a person lost."""

from collections.abc import Iterator

import pytest
from allauth.mfa.models import Authenticator
from starlette.testclient import TestClient
from typer.testing import CliRunner

from netz.accounts.models import User
from netz.audit.models import Entry
from netz.cli.main import app
from netz.core.db import tenant
from netz.core.permissions import Role
from netz.workspaces.access_errors import AccountUnknown
from netz.workspaces.services import add_member
from tests.accounts.people import Mailbox, mail_server
from tests.factories import Person, World, get_tokens, make_world, sign_in
from tests.security.ways_in import bearer
from tests.workspaces.roles.calls import call


@pytest.fixture
def worlds() -> tuple[World, World]:
    """Two workspaces; the agent of the first is a guest of the second."""
    first, second = make_world(), make_world()
    with tenant(second.id):
        add_member(first.agent.user, role=Role.GUEST, company=second.company, actor=second.actor)
    return first, second


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with mail_server() as box:
        yield box


def asked(client: TestClient, by: Person, what: str, member: Person) -> tuple[int, str]:
    """What an admin's freshly proved session gets when it asks this for a member."""
    answer = call(client, sign_in(client, by), "POST", f"members/{member.member.id}/{what}")
    return answer.status_code, answer.json()["code"] if answer.content else ""


def trail(world: World, action: str) -> list[Entry]:
    with tenant(world.id):
        return list(Entry.objects.filter(action=action))


def factors(user: User) -> int:
    return Authenticator.objects.filter(user=user).count()


def test_ended_sessions_open_this_workspace_no_more_and_the_others_still(
    client: TestClient, worlds: tuple[World, World]
) -> None:
    first, second = worlds
    session = sign_in(client, first.agent)
    tokens = bearer(get_tokens(client, first.agent)["access"])
    elsewhere = sign_in(client, first.agent)
    chosen = {"workspace_id": str(second.id)}
    assert call(client, elsewhere, "PUT", "me/workspace", json=chosen).status_code == 204
    for headers in (session, tokens):
        at_home = {"workspace_id": str(first.id)}
        assert call(client, headers, "PUT", "me/workspace", json=at_home).status_code == 204
    other = sign_in(client, first.guest)
    assert asked(client, first.admin, "sessions/end", first.agent) == (204, "")
    for headers in (session, tokens):
        refused = call(client, headers, "GET", "me")
        assert (refused.status_code, refused.json()["code"]) == (401, "access.sign_in_again")
    assert call(client, elsewhere, "GET", "me").status_code == 200
    assert call(client, other, "GET", "me").status_code == 200
    again = sign_in(client, first.agent)
    assert call(client, again, "GET", "me").json()["workspace"]["id"] == str(first.id)
    assert [row.target_id for row in trail(first, "member.sign_out")] == [first.agent.member.id]
    assert trail(second, "member.sign_out") == []


def test_lost_factors_are_reset_and_told(client: TestClient, mailbox: Mailbox) -> None:
    world = make_world()
    session = sign_in(client, world.agent)
    Authenticator.objects.create(user=world.agent.user, type="totp", data={})
    assert asked(client, world.admin, "second-factors/reset", world.agent) == (204, "")
    assert factors(world.agent.user) == 0
    assert call(client, session, "GET", "me").status_code == 401
    assert world.agent.user.email in str(mailbox.last(world.agent.user.email)["Subject"])
    assert [row.before for row in trail(world, "factor.reset")] == [{"kinds": ["totp"]}]


def test_nobody_resets_their_own_factors(client: TestClient) -> None:
    world = make_world()
    assert asked(client, world.admin, "second-factors/reset", world.admin) == (409, "factors.own")


def test_factors_that_guard_another_workspace_are_the_operator_s_to_reset(
    client: TestClient, worlds: tuple[World, World], mailbox: Mailbox
) -> None:
    first = worlds[0]
    Authenticator.objects.create(user=first.agent.user, type="totp", data={})
    refused = asked(client, first.admin, "second-factors/reset", first.agent)
    assert refused == (409, "factors.elsewhere")
    assert factors(first.agent.user) == 1
    ran = CliRunner().invoke(app, ["account", "reset-factors", first.agent.user.email])
    assert ran.exit_code == 0, ran.output
    assert factors(first.agent.user) == 0
    for world in worlds:
        assert [row.after for row in trail(world, "factor.reset")] == [
            {"kinds": ["totp"], "by": "operator"}
        ]
    assert mailbox.of(first.agent.user.email)


def test_an_unknown_address_has_nothing_to_reset() -> None:
    ran = CliRunner().invoke(app, ["account", "reset-factors", "nobody@nowhere.invalid"])
    assert isinstance(ran.exception, AccountUnknown)

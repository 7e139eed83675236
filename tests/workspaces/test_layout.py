"""The layout: the home page's widgets, the sidebar and the columns, kept like other preferences."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from netz.accounts.layout import ARRANGED
from netz.accounts.models import User
from tests.audit.test_trail_api import listed
from tests.factories import World, make_world, sign_in
from tests.workspaces.test_preferences import default, held, prefer


@pytest.fixture
def world() -> World:
    return make_world()


def test_what_is_arranged_follows_the_person_in_the_order_chosen(
    client: TestClient, world: World
) -> None:
    changes = {"widgets": ["pinned", "ask"], "wide_widgets": ["pinned"], "sidebar": ["inbox"]}
    changes |= {"columns_members": ["seen", "role"]}
    answer = prefer(client, world.agent, **changes)
    assert answer.status_code == 200, answer.text
    found = held(client, sign_in(client, world.agent))
    assert {name: found[name] for name in changes} == changes
    assert found["chosen"] == sorted(changes)
    assert held(client, world.guest.headers)["widgets"] is None


def test_nothing_shown_is_a_choice_and_null_goes_back_to_the_roles(
    client: TestClient, world: World
) -> None:
    default(client, world, "agent", widgets=["requests", "ask"], sidebar=["requests"])
    assert held(client, world.agent.headers)["widgets"] == ["requests", "ask"]
    assert prefer(client, world.agent, widgets=[]).json()["widgets"] == []
    after = prefer(client, world.agent, widgets=None).json()
    assert (after["widgets"], after["sidebar"], after["chosen"]) == (
        ["requests", "ask"],
        ["requests"],
        [],
    )


def test_one_list_is_arranged_without_touching_the_others(client: TestClient, world: World) -> None:
    prefer(client, world.admin, columns_members=["role"])
    after = prefer(client, world.admin, columns_requests=["since", "asker"]).json()
    assert (after["columns_members"], after["columns_requests"]) == (["role"], ["since", "asker"])


@pytest.mark.parametrize("preference", sorted(ARRANGED))
@pytest.mark.parametrize(
    "wanted",
    [["ask", "nowhere"], "ask", {"ask": True}, [1], [None], [["ask"]], ["ask\0"], 3],
    ids=str,
)
def test_what_is_no_arrangement_is_refused_and_nothing_changes(
    client: TestClient, world: World, preference: str, wanted: Any
) -> None:
    assert prefer(client, world.agent, **{preference: wanted}).status_code == 422
    assert default(client, world, "guest", **{preference: wanted}).status_code == 422
    assert held(client, world.agent.headers)["chosen"] == []


@pytest.mark.parametrize("preference", sorted(ARRANGED))
def test_a_name_twice_is_refused_and_all_of_them_are_taken(
    client: TestClient, world: World, preference: str
) -> None:
    names = list(ARRANGED[preference])
    refused = prefer(client, world.agent, **{preference: [names[0], names[0]]})
    assert refused.status_code == 422
    assert prefer(client, world.agent, **{preference: names * 500}).status_code == 422
    assert (
        prefer(client, world.agent, **{preference: names[::-1]}).json()[preference] == (names[::-1])
    )


def test_the_settings_cannot_be_hidden_since_no_layout_names_them(
    client: TestClient, world: World
) -> None:
    assert prefer(client, world.agent, sidebar=["settings"]).status_code == 422
    assert prefer(client, world.agent, columns_members=["person"]).status_code == 422


def test_names_that_are_no_longer_known_do_not_count(client: TestClient, world: World) -> None:
    stored = {"widgets": ["weather", "ask", 7, ["x"], "ask"], "sidebar": "inbox"}
    User.objects.filter(pk=world.agent.user.pk).update(preferences=stored)
    found = held(client, world.agent.headers)
    assert (found["widgets"], found["sidebar"], found["chosen"]) == (["ask"], None, ["widgets"])


def test_a_change_of_the_layout_is_in_the_trail(client: TestClient, world: World) -> None:
    prefer(client, world.agent, widgets=["ask"])
    default(client, world, "guest", sidebar=["inbox"])
    own = listed(client, world, action="profile.change")
    assert [(row["before"], row["after"]) for row in own] == [
        ({"widgets": None}, {"widgets": ["ask"]})
    ]
    of_role = listed(client, world, action="preferences.defaults")
    assert [row["after"] for row in of_role] == [{"guest": {"sidebar": ["inbox"]}}]


def test_the_configuration_says_that_a_role_has_a_layout_and_takes_it_back(
    client: TestClient, world: World
) -> None:
    default(client, world, "guest", widgets=["ask"], sidebar_state="folded", start_page="home")
    address, headers = "/api/v2/configuration", world.admin.headers
    shown = {one["key"]: one for one in client.get(address, headers=headers).json()["items"]}
    assert shown["preferences.guest"]["said"] == {
        "fr": "ouverture sur l’accueil, barre latérale repliée, widgets choisis",
        "en": "opens at home, sidebar folded, chosen widgets",
    }
    assert client.delete(f"{address}/preferences.guest", headers=headers).status_code == 200
    assert held(client, world.guest.headers)["widgets"] is None

"""Preferences: one's own over the workspace's for the role, on every device, field by field."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.testclient import TestClient

from netz.accounts.layout import ARRANGED
from netz.accounts.models import User
from netz.accounts.preferences import CHOICES, FIELDS, preferred
from netz.core.db import tenant
from netz.workspaces.models import Workspace
from tests.audit.test_trail_api import listed
from tests.factories import Person, World, make_world, sign_in

USUAL = {
    "language": "fr",
    "theme": "auto",
    "density": "comfortable",
    "text_size": 100,
    "start_page": "assistant",
    "sidebar_state": "open",
    "answer_length": "normal",
    "tone": "neutral",
    "expertise": "intermediate",
    **dict.fromkeys(ARRANGED),
    "chosen": [],
}


@pytest.fixture
def world() -> World:
    return make_world()


def held(client: TestClient, headers: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/v2/me", headers=headers).json()["preferences"]
    return found


def prefer(client: TestClient, person: Person, **changes: Any) -> Any:
    return client.patch("/api/v2/me/preferences", json=changes, headers=person.headers)


def default(client: TestClient, world: World, role: str, **changes: Any) -> Any:
    address = f"/api/v2/preference-defaults/{role}"
    return client.patch(address, json=changes, headers=world.admin.headers)


def test_who_has_chosen_nothing_gets_the_products_own(client: TestClient, world: World) -> None:
    assert held(client, world.guest.headers) == USUAL


def test_a_choice_follows_the_person_to_every_sign_in(client: TestClient, world: World) -> None:
    changes = {"theme": "dark", "density": "compact", "text_size": 200, "start_page": "documents"}
    changes |= {"answer_length": "short", "tone": "formal", "expertise": "expert"}
    answer = prefer(client, world.agent, **changes)
    assert answer.status_code == 200, answer.text
    assert answer.json() == {**USUAL, **changes, "chosen": sorted(changes)}
    assert held(client, sign_in(client, world.agent)) == answer.json()


def test_a_change_touches_what_it_names_alone_and_null_takes_it_back(
    client: TestClient, world: World
) -> None:
    prefer(client, world.agent, theme="dark", text_size=150)
    assert prefer(client, world.agent, density="compact").json()["text_size"] == 150
    after = prefer(client, world.agent, theme=None).json()
    assert (after["theme"], after["chosen"]) == ("auto", ["density", "text_size"])


def test_nobody_elses_are_changed(client: TestClient, world: World) -> None:
    prefer(client, world.agent, theme="dark")
    for person in (world.admin, world.guest, world.manager):
        assert held(client, person.headers) == USUAL


@pytest.mark.parametrize(
    "changes",
    [
        {"theme": "pink"},
        {"text_size": 110},
        {"text_size": "150"},
        {"answer_length": ""},
        {"language": "de"},
        {"tone": ["formal"]},
        {"font": "serif"},
        {"user_id": "0"},
        {"member_id": "0", "theme": "dark"},
    ],
    ids=lambda changes: "-".join(changes) + "-" + str(len(str(changes))),
)
def test_what_is_no_preference_is_refused_and_nothing_changes(
    client: TestClient, world: World, changes: dict[str, Any]
) -> None:
    assert prefer(client, world.agent, **changes).status_code == 422
    assert held(client, world.agent.headers) == USUAL


def test_two_devices_that_change_different_things_both_keep_theirs(
    client: TestClient, world: World
) -> None:
    last = {name: CHOICES[name][-1] for name in CHOICES}
    last |= {name: [names[-1]] for name, names in ARRANGED.items()}
    changes = [{name: last[name]} for name in FIELDS]
    with ThreadPoolExecutor(len(changes)) as pool:
        answers = list(pool.map(lambda one: prefer(client, world.agent, **one), changes))
    assert {answer.status_code for answer in answers} == {200}
    assert held(client, world.agent.headers) == last | {"chosen": sorted(FIELDS)}


def test_the_browsers_language_leaves_that_of_mails_as_it_was(
    client: TestClient, world: World
) -> None:
    prefer(client, world.agent, language="en")
    assert User.objects.get(pk=world.agent.user.pk).language == "en"
    assert prefer(client, world.agent, language="auto").json()["language"] == "auto"
    assert User.objects.get(pk=world.agent.user.pk).language == "en"


def test_the_profile_changes_the_same_values(client: TestClient, world: World) -> None:
    body = {"theme": "light", "language": "en", "name": "Zoé"}
    client.patch("/api/v2/me", json=body, headers=world.agent.headers)
    me = client.get("/api/v2/me", headers=world.agent.headers).json()
    assert (me["theme"], me["preferences"]["theme"]) == ("light", "light")
    assert (me["language"], me["preferences"]["language"]) == ("en", "en")
    assert me["user"]["name"] == "Zoé"


def test_a_roles_default_holds_for_its_members_until_they_choose(
    client: TestClient, world: World
) -> None:
    prefer(client, world.guest, text_size=100)
    answer = default(client, world, "guest", text_size=150, answer_length="detailed")
    assert (answer.status_code, answer.json()["text_size"]) == (200, 150)
    chosen, other = held(client, world.guest.headers), held(client, world.other_guest.headers)
    assert (chosen["text_size"], chosen["answer_length"]) == (100, "detailed")
    assert (other["text_size"], other["chosen"]) == (150, [])
    assert held(client, world.agent.headers) == USUAL
    assert prefer(client, world.guest, text_size=None).json()["text_size"] == 150


def test_defaults_are_changed_field_by_field_and_read_by_role(
    client: TestClient, world: World
) -> None:
    default(client, world, "agent", theme="dark", tone="formal")
    default(client, world, "agent", theme=None)
    address = "/api/v2/preference-defaults"
    items = client.get(address, headers=world.admin.headers).json()["items"]
    roles = {item["role"]: item for item in items}
    assert set(roles) == {"admin", "agent", "manager", "guest"}
    assert (roles["agent"]["theme"], roles["agent"]["tone"]) == (None, "formal")
    assert roles["guest"]["tone"] is None


def test_another_workspaces_defaults_are_its_own(client: TestClient, world: World) -> None:
    default(client, world, "guest", theme="dark")
    assert held(client, make_world().guest.headers) == USUAL


@pytest.mark.parametrize("changes", [{"language": "en"}, {"theme": 1}, {"font": "serif"}])
def test_what_is_no_default_is_refused(
    client: TestClient, world: World, changes: dict[str, Any]
) -> None:
    assert default(client, world, "guest", **changes).status_code == 422
    assert default(client, world, "pilot", theme="dark").status_code == 422


@pytest.mark.parametrize("name", ["agent", "manager", "guest"])
def test_only_who_manages_settings_decides_for_others(
    client: TestClient, world: World, name: str
) -> None:
    headers = world.people[name].headers
    address = "/api/v2/preference-defaults/guest"
    assert client.patch(address, json={"theme": "dark"}, headers=headers).status_code == 403
    assert held(client, world.guest.headers) == USUAL


def test_each_change_is_in_the_trail_with_what_it_changed(client: TestClient, world: World) -> None:
    default(client, world, "guest", theme="dark")
    default(client, world, "guest", theme="dark")
    rows = listed(client, world, action="preferences.defaults")
    assert [(row["before"], row["after"]) for row in rows] == [
        ({"guest": {"theme": None}}, {"guest": {"theme": "dark"}})
    ]
    prefer(client, world.agent, tone="formal")
    prefer(client, world.agent, tone="formal")
    rows = listed(client, world, action="profile.change")
    assert [(row["before"], row["after"]) for row in rows] == [({"tone": None}, {"tone": "formal"})]


def test_the_configuration_tells_each_roles_and_takes_them_back(
    client: TestClient, world: World
) -> None:
    default(client, world, "guest", theme="dark", text_size=125)
    address, headers = "/api/v2/configuration", world.admin.headers
    shown = {one["key"]: one for one in client.get(address, headers=headers).json()["items"]}
    guests = shown["preferences.guest"]
    assert guests["said"] == {
        "fr": "thème sombre, texte à 125 %",
        "en": "dark theme, text at 125%",
    }
    assert guests["changed"]["actor"] == world.admin.user.name
    assert not shown["preferences.agent"]["differs"]
    assert client.delete(f"{address}/preferences.guest", headers=headers).status_code == 200
    assert held(client, world.guest.headers) == USUAL


def test_a_value_that_is_no_longer_known_does_not_count(client: TestClient, world: World) -> None:
    User.objects.filter(pk=world.agent.user.pk).update(
        preferences={"theme": "sepia", "font": "serif", "density": "compact"}
    )
    with tenant(world.id):
        Workspace.objects.filter(pk=world.id).update(preference_defaults={"agent": {"tone": "x"}})
    assert held(client, world.agent.headers) == {
        **USUAL,
        "density": "compact",
        "chosen": ["density"],
    }
    assert preferred({"text_size": "200"}).text_size == 100

"""Filters that a member keeps: their own, and never lost by mistake."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from netz.workspaces.services.filters import MOST_FILTERS
from tests.factories import Person, World, make_world
from tests.security.scene import saved_filter

URL = "/api/v2/saved-filters"


def save(client: TestClient, person: Person, name: str, **changes: Any) -> Any:
    return client.post(URL, json=saved_filter(name) | changes, headers=person.headers)


def names(client: TestClient, person: Person) -> list[str]:
    response = client.get(URL, headers=person.headers)
    assert response.status_code == 200, response.text
    return [row["name"] for row in response.json()["items"]]


@pytest.fixture
def world() -> World:
    return make_world()


def test_a_filter_is_kept_replaced_and_removed(client: TestClient, world: World) -> None:
    made = save(client, world.agent, " À revoir ")
    assert made.status_code == 201, made.text
    assert made.json()["name"] == "À revoir"
    settings = {"search": "", "sort": "title", "filters": {"outcome": "refused"}}
    again = save(client, world.agent, "À revoir", settings=settings)
    assert again.json()["id"] == made.json()["id"]
    [kept] = client.get(URL, headers=world.agent.headers).json()["items"]
    assert kept["settings"] == settings
    removed = client.delete(f"{URL}/{kept['id']}", headers=world.agent.headers)
    assert removed.status_code == 204
    assert names(client, world.agent) == []


def test_the_same_name_may_stand_in_two_lists(client: TestClient, world: World) -> None:
    save(client, world.admin, "Récents")
    save(client, world.admin, "Récents", list="members")
    assert names(client, world.admin) == ["Récents", "Récents"]


def test_nobody_else_sees_or_removes_it(client: TestClient, world: World) -> None:
    made = save(client, world.agent, "Le mien").json()
    for other in (world.admin, world.guest, make_world().admin):
        assert names(client, other) == []
        gone = client.delete(f"{URL}/{made['id']}", headers=other.headers)
        assert (gone.status_code, gone.json()["code"]) == (404, "saved_filter.not_found")
    assert names(client, world.agent) == ["Le mien"]


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "   "},
        {"name": "n" * 61},
        {"list": "secrets"},
        {"settings": {"sort": "title; DROP TABLE"}},
        {"settings": {"filters": {"a b": "x"}}},
        {"settings": {"filters": {"rated": "x" * 201}}},
        {"settings": {"filters": {f"f_{chr(97 + n)}": "" for n in range(21)}}},
        {"settings": {"columns": []}},
    ],
)
def test_what_no_list_could_use_is_refused(
    client: TestClient, world: World, changes: dict[str, Any]
) -> None:
    body = saved_filter("Mauvais") | changes
    assert client.post(URL, json=body, headers=world.agent.headers).status_code == 422
    assert names(client, world.agent) == []


def test_there_is_an_end_to_them(client: TestClient, world: World) -> None:
    for number in range(MOST_FILTERS):
        assert save(client, world.agent, f"Filtre {number}").status_code == 201
    more = save(client, world.agent, "Un de trop")
    assert (more.status_code, more.json()["code"]) == (409, "saved_filter.too_many")
    assert save(client, world.agent, "Filtre 7").status_code == 201, "one that is there is replaced"

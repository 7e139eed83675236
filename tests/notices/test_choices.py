"""How a member wants to be told, and on which devices."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from netz.audit.models import Entry
from netz.core.db import tenant
from netz.notices.kinds import KINDS, STAFF_ONLY
from netz.notices.services.devices import MOST_DEVICES
from tests.factories import Person, World, make_world
from tests.fakes.push_service import FakeBrowser
from tests.notices.material import API, choose, device_body, devices


@pytest.fixture
def world() -> World:
    return make_world()


def chosen(client: TestClient, person: Person) -> dict[str, Any]:
    response = client.get(f"{API}/notice-choices", headers=person.headers)
    assert response.status_code == 200, response.text
    return dict(response.json())


def test_everybody_chooses_among_what_concerns_them(client: TestClient, world: World) -> None:
    assert {one["kind"] for one in chosen(client, world.agent)["kinds"]} == set(KINDS)
    of_guest = {one["kind"] for one in chosen(client, world.guest)["kinds"]}
    assert of_guest == set(KINDS) - STAFF_ONLY
    assert chosen(client, world.guest)["chosen"] is False


def test_choices_are_kept_and_what_is_left_out_stays(client: TestClient, world: World) -> None:
    one = {"kind": "mention", "push": False, "mail": "daily"}
    two = {"kind": "message", "push": True, "mail": "never"}
    quiet = {"start": "21:30", "end": "06:45"}
    choose(client, world.agent, kinds=[one])
    made = choose(client, world.agent, kinds=[two], quiet=quiet, zone="America/Montreal")
    assert made.status_code == 200, made.text
    found = chosen(client, world.agent)
    assert [kind for kind in found["kinds"] if kind in (one, two)] == [two, one]
    assert (found["quiet"], found["zone"], found["chosen"]) == (quiet, "America/Montreal", True)
    assert chosen(client, world.admin)["chosen"] is False
    with tenant(world.id):
        entry = Entry.objects.filter(action="notices.choose").latest("id")
    assert entry.after["zone"] == "America/Montreal"


@pytest.mark.parametrize(
    "bad",
    [
        {"zone": "Europe/Nowhere"},
        {"zone": "../../etc/passwd"},
        {"digest_at": "24:00"},
        {"digest_at": "8h"},
        {"quiet": {"start": "22:00", "end": "22:00"}},
        {"quiet": {"start": "22:00"}},
        {"kinds": [{"kind": "gossip", "push": True, "mail": "now"}]},
        {"kinds": [{"kind": "message", "push": True, "mail": "hourly"}]},
    ],
)
def test_bad_choices_change_nothing(client: TestClient, world: World, bad: dict[str, Any]) -> None:
    response = choose(client, world.agent, **bad)
    assert response.status_code == 422, response.text
    assert chosen(client, world.agent)["chosen"] is False


def add(client: TestClient, person: Person, **changes: Any) -> Any:
    body = device_body(FakeBrowser()) | changes
    return client.post(f"{API}/push/devices", json=body, headers=person.headers)


def test_a_browser_is_kept_once_and_taken_over_by_who_signs_in_there(
    client: TestClient, world: World
) -> None:
    body = device_body(FakeBrowser())
    for person in (world.agent, world.agent, world.admin):
        made = client.post(f"{API}/push/devices", json=body, headers=person.headers)
        assert made.status_code == 201, made.text
    assert devices(world, world.agent) == []
    [row] = devices(world, world.admin)
    gone = client.delete(f"{API}/push/devices/{row.pk}", headers=world.agent.headers)
    assert (gone.status_code, gone.json()["code"]) == (404, "push_device.not_found")
    assert (
        client.delete(f"{API}/push/devices/{row.pk}", headers=world.admin.headers).status_code
        == 204
    )
    assert devices(world, world.admin) == []


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://push.example.net/abc",
        "https://127.0.0.1/abc",
        "https://[::1]/abc",
        "https://[::ffff:10.0.0.1]/abc",
        "https://10.1.2.3/abc",
        "https://169.254.169.254/latest/meta-data",
        "https://localhost/abc",
        "https://LOCALHOST./abc",
        "https://router.local/abc",
        "https://metadata.google.internal/abc",
        "https://push.example.net:8443/abc",
        "https://push.example.net:99999/abc",
        "https://user:word@push.example.net/abc",
        "ftp://push.example.net/abc",
        "file:///etc/passwd",
        "https://[oops/abc",
        "https:///abcdefgh",
    ],
)
def test_an_endpoint_that_points_inwards_is_refused(
    client: TestClient, world: World, endpoint: str
) -> None:
    response = add(client, world.agent, endpoint=endpoint)
    assert (response.status_code, response.json()["code"]) == (422, "push_device.bad_endpoint")
    assert devices(world, world.agent) == []


def test_keys_that_are_none_are_refused(client: TestClient, world: World) -> None:
    response = add(client, world.agent, p256dh="A" * 87)
    assert (response.status_code, response.json()["code"]) == (422, "push_device.bad_endpoint")


def test_the_oldest_makes_room(client: TestClient, world: World) -> None:
    for number in range(MOST_DEVICES + 2):
        assert add(client, world.agent, name=f"Appareil {number}").status_code == 201
    names = [row.name for row in devices(world, world.agent)]
    assert len(names) == MOST_DEVICES
    assert "Appareil 1" not in names
    assert f"Appareil {MOST_DEVICES + 1}" in names


def test_everybody_gets_the_same_key(client: TestClient, world: World) -> None:
    keys = {
        client.get(f"{API}/push/key", headers=one.headers).json()["key"]
        for one in (world.admin, world.guest, make_world().admin)
    }
    assert len(keys) == 1

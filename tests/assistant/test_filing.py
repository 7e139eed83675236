"""Keeping conversations in order: titles, pins, folders, tags, archive, deletion and its undo."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from starlette.testclient import TestClient

from netz.assistant.models import Conversation, Message
from netz.assistant.services.organising import purge_deleted
from netz.audit.models import Entry
from netz.core.db import tenant
from tests.assistant.test_answers_api import ask, ready_world
from tests.factories import Person, World, make_world


def converse(client: TestClient, person: Person, *questions: str) -> list[str]:
    """The ids of new conversations of the person's, one a question, the first asked first."""
    return [str(ask(client, person, question)["conversation_id"]) for question in questions]


def listed(client: TestClient, reader: Person, **only: object) -> list[dict[str, Any]]:
    """What the list shows with these filters."""
    response = client.get("/api/v2/conversations", params=only, headers=reader.headers)
    assert response.status_code == 200, response.text
    return list(response.json()["items"])


def ids(rows: list[dict[str, Any]]) -> list[str]:
    return [row["id"] for row in rows]


def change(client: TestClient, person: Person, one: str, **body: object) -> Any:
    return client.patch(f"/api/v2/conversations/{one}", json=body, headers=person.headers)


def change_many(client: TestClient, person: Person, **body: object) -> Any:
    return client.post("/api/v2/conversations/changes", json=body, headers=person.headers)


def make_folder(client: TestClient, person: Person, name: str) -> str:
    response = client.post(
        "/api/v2/conversation-folders", json={"name": name}, headers=person.headers
    )
    assert response.status_code == 201, response.text
    return str(response.json()["id"])


def test_a_title_leaves_out_the_courtesies_and_can_be_changed(client: TestClient) -> None:
    guest = make_world().guest
    (one,) = converse(client, guest, "Bonjour, comment installer le VPN ? Merci d'avance")
    before = listed(client, guest)[0]
    assert before["title"] == "Comment installer le VPN ?"
    assert change(client, guest, one, title="  VPN du bureau ").status_code == 200
    after = listed(client, guest)[0]
    assert (after["title"], after["updated_at"]) == ("VPN du bureau", before["updated_at"])
    ask(client, guest, "Et sur un téléphone ?", conversation_id=one)
    assert listed(client, guest)[0]["title"] == "VPN du bureau"


@pytest.mark.parametrize(
    "body",
    [
        {"title": ""},
        {"title": "x" * 201},
        {"title": None},
        {"tags": ["a,b"]},
        {"tags": [""]},
        {"tags": ["x" * 41]},
        {"tags": [f"t{number}" for number in range(21)]},
        {"pinned": None},
        {"member_id": "00000000-0000-7000-8000-000000000000"},
        {"folder_id": "ailleurs"},
    ],
)
def test_bad_filing_is_refused_and_changes_nothing(
    client: TestClient, body: dict[str, object]
) -> None:
    guest = make_world().guest
    (one,) = converse(client, guest, "VPN")
    before = listed(client, guest)
    assert change(client, guest, one, **body).status_code == 422
    assert listed(client, guest) == before


def test_what_is_pinned_archived_and_tagged_is_found_by_it(client: TestClient) -> None:
    guest = make_world().guest
    one, two, three = converse(client, guest, "VPN", "Imprimante", "Wifi")
    change(client, guest, one, pinned=True, tags=["réseau", "urgent", "réseau"])
    change(client, guest, two, archived=True)
    assert ids(listed(client, guest)) == [three, one]
    assert ids(listed(client, guest, pinned=True)) == [one]
    assert ids(listed(client, guest, pinned=False)) == [three]
    assert ids(listed(client, guest, state="archived")) == [two]
    assert ids(listed(client, guest, tag="urgent")) == [one]
    assert ids(listed(client, guest, tag="urg")) == []
    assert listed(client, guest, tag="réseau")[0]["filing"]["tags"] == ["réseau", "urgent"]


def test_what_is_asked_in_an_archived_conversation_brings_it_back(client: TestClient) -> None:
    guest = make_world().guest
    (one,) = converse(client, guest, "VPN")
    change(client, guest, one, archived=True)
    ask(client, guest, "Et après ?", conversation_id=one)
    assert ids(listed(client, guest)) == [one]


def test_archiving_takes_the_pin_off(client: TestClient) -> None:
    guest = make_world().guest
    (one,) = converse(client, guest, "VPN")
    change(client, guest, one, pinned=True)
    filing = change(client, guest, one, archived=True).json()
    assert (filing["archived"], filing["pinned"]) == (True, False)


def test_titles_are_found_by_words_in_any_writing_and_sorted_in_pages(client: TestClient) -> None:
    guest = make_world().guest
    one, two, three = converse(client, guest, "Réseau du siège", "écran noir", "Accès réseau")
    assert ids(listed(client, guest, search="RESEAU")) == [three, one]
    assert ids(listed(client, guest, search="siege réseau")) == [one]
    assert ids(listed(client, guest, search="réseau écran")) == []
    assert ids(listed(client, guest, search="100%_")) == []
    assert ids(listed(client, guest, sort="title")) == [three, one, two]
    first = client.get(
        "/api/v2/conversations", params={"sort": "-title", "limit": 2}, headers=guest.headers
    ).json()
    rest = listed(client, guest, sort="-title", limit=2, cursor=first["next_cursor"])
    assert ids(first["items"]) + ids(rest) == [two, one, three]


def test_folders_hold_conversations_and_let_go_of_them(client: TestClient) -> None:
    guest = make_world().guest
    one, two = converse(client, guest, "VPN", "Wifi")
    folder = make_folder(client, guest, "Réseau")
    change(client, guest, one, folder_id=folder)
    assert ids(listed(client, guest, folder=folder)) == [one]
    address = f"/api/v2/conversation-folders/{folder}"
    renamed = client.put(address, json={"name": "Réseaux"}, headers=guest.headers).json()
    assert renamed == {"id": folder, "name": "Réseaux", "conversations": 1}
    change(client, guest, one, folder_id=None)
    assert listed(client, guest, folder=folder) == []
    change(client, guest, two, folder_id=folder)
    assert client.delete(address, headers=guest.headers).status_code == 204
    assert {row["id"]: row["filing"]["folder_id"] for row in listed(client, guest)} == {
        one: None,
        two: None,
    }


def test_a_folder_s_name_is_there_once_a_member(client: TestClient) -> None:
    world = make_world()
    folder = make_folder(client, world.guest, "Réseau")
    make_folder(client, world.guest, "Postes")
    make_folder(client, world.agent, "Réseau")
    again = client.post(
        "/api/v2/conversation-folders", json={"name": "Réseau"}, headers=world.guest.headers
    )
    taken = client.put(
        f"/api/v2/conversation-folders/{folder}",
        json={"name": "Postes"},
        headers=world.guest.headers,
    )
    assert [one.json()["code"] for one in (again, taken)] == ["folder.exists"] * 2
    shown = client.get("/api/v2/conversation-folders", headers=world.guest.headers).json()
    assert [one["name"] for one in shown["folders"]] == ["Postes", "Réseau"]


def test_what_was_said_narrows_the_list(client: TestClient) -> None:
    world = ready_world(client)
    guest = world.guest
    good, bad = converse(client, guest, "Comment installer le VPN ?", "Où est mon badge ?")
    detail = client.get(f"/api/v2/conversations/{bad}", headers=guest.headers).json()
    rating = f"/api/v2/answers/{detail['messages'][1]['answer']['id']}/rating"
    assert client.post(rating, json={"value": "down"}, headers=guest.headers).status_code == 200
    for only, found in [
        ({"outcome": "answered"}, [good]),
        ({"outcome": "refused"}, [bad]),
        ({"rated": "down"}, [bad]),
        ({"rated": "up"}, []),
        ({"outcome": "answered", "rated": "down"}, []),
        ({"outcome": "refused", "rated": "down", "language": "fr"}, [bad]),
        ({"language": "en"}, []),
        ({"search": "badge", "outcome": "refused"}, [bad]),
    ]:
        assert ids(listed(client, guest, **only)) == found, only
        overseen = ids(listed(client, world.manager, of="company", **only))
        assert overseen == found, only


def test_days_narrow_the_list_both_included(client: TestClient) -> None:
    world = make_world()
    old, new = converse(client, world.guest, "VPN", "Wifi")
    with tenant(world.id):
        Conversation.objects.filter(pk=old).update(
            updated_at=datetime(2026, 3, 1, 23, 59, tzinfo=UTC)
        )
        Conversation.objects.filter(pk=new).update(
            updated_at=datetime(2026, 3, 2, 0, 0, tzinfo=UTC)
        )
    for only, found in [
        ({"since": "2026-03-02"}, [new]),
        ({"until": "2026-03-01"}, [old]),
        ({"since": "2026-03-01", "until": "2026-03-02"}, [new, old]),
        ({"since": "0001-01-01", "until": "9999-12-31"}, [new, old]),
        ({"since": "2026-03-03"}, []),
    ]:
        assert ids(listed(client, world.guest, **only)) == found, only


def test_an_overseer_finds_a_person_s_and_a_company_s(client: TestClient) -> None:
    world = make_world()
    (brun,) = converse(client, world.guest, "VPN")
    (noir,) = converse(client, world.other_guest, "VPN")
    person, company = str(world.other_guest.member.id), str(world.company.id)
    assert ids(listed(client, world.admin, of="company", person=person)) == [noir]
    assert ids(listed(client, world.admin, of="company", company=company)) == [brun]
    # Naming somebody opens nothing.
    assert listed(client, world.manager, of="company", person=person) == []
    assert listed(client, world.guest, person=person) == []


@pytest.mark.parametrize(
    "only",
    [{"since": "hier"}, {"outcome": "maybe"}, {"rated": "5"}, {"person": "x"}, {"unheard": "1"}],
)
def test_a_filter_that_makes_no_sense_is_refused(client: TestClient, only: dict[str, str]) -> None:
    guest = make_world().guest
    refused = client.get("/api/v2/conversations", params=only, headers=guest.headers)
    assert refused.status_code == 422


def test_the_folders_list_counts_what_is_in_sight(client: TestClient) -> None:
    guest = make_world().guest
    one, two, three = converse(client, guest, "VPN", "Wifi", "Écran")
    folder = make_folder(client, guest, "Réseau")
    change_many(client, guest, ids=[one, two, three], folder_id=folder, add_tags=["b"])
    change(client, guest, one, tags=["a", "b"])
    change(client, guest, two, archived=True)
    client.delete(f"/api/v2/conversations/{three}", headers=guest.headers)
    shown = client.get("/api/v2/conversation-folders", headers=guest.headers).json()
    assert shown["folders"] == [{"id": folder, "name": "Réseau", "conversations": 1}]
    assert shown["tags"] == [
        {"name": "a", "conversations": 1},
        {"name": "b", "conversations": 1},
    ]


def test_a_deleted_conversation_is_out_of_sight_until_it_is_restored(client: TestClient) -> None:
    world = make_world()
    guest = world.guest
    (one,) = converse(client, guest, "VPN")
    answer = client.get(f"/api/v2/conversations/{one}", headers=guest.headers).json()
    answer_id = answer["messages"][1]["answer"]["id"]
    address = f"/api/v2/conversations/{one}"
    assert client.delete(address, headers=guest.headers).status_code == 204
    assert listed(client, guest) == []
    assert listed(client, world.manager, of="company") == []
    for person in (guest, world.manager):
        assert client.get(address, headers=person.headers).status_code == 404
    body = {"question": "Et après ?", "conversation_id": one}
    gone = [
        client.post("/api/v2/answers", json=body, headers=guest.headers),
        client.post(
            f"/api/v2/answers/{answer_id}/rating", json={"value": "up"}, headers=guest.headers
        ),
        change(client, guest, one, title="Autre"),
        client.delete(address, headers=guest.headers),
    ]
    assert {response.status_code for response in gone} == {404}
    assert ids(listed(client, guest, state="deleted")) == [one]
    restored = client.post(f"{address}/restoration", headers=guest.headers)
    assert (restored.status_code, restored.json()["deleted_at"]) == (200, None)
    assert ids(listed(client, guest)) == [one]
    assert client.get(address, headers=guest.headers).status_code == 200


def test_what_was_deleted_goes_for_good_after_thirty_days(client: TestClient) -> None:
    world = make_world()
    old, recent, kept = converse(client, world.guest, "VPN", "Wifi", "Écran")
    change_many(client, world.guest, ids=[old, recent], deleted=True)
    now = datetime.now(UTC)
    with tenant(world.id):
        for one, days in ((old, 31), (recent, 29)):
            Conversation.objects.filter(pk=one).update(deleted_at=now - timedelta(days=days))
        assert purge_deleted(world.id) == 1
        left = {str(one) for one in Conversation.objects.values_list("id", flat=True)}
        assert left == {recent, kept}
        assert not Message.objects.filter(conversation_id=old).exists()
        assert Entry.objects.filter(action="conversation.purge").count() == 1
        assert purge_deleted(world.id) == 0


def test_many_are_changed_at_once_or_none(client: TestClient) -> None:
    world = make_world()
    guest = world.guest
    one, two = converse(client, guest, "VPN", "Wifi")
    (foreign,) = converse(client, world.agent, "Écran")
    refused = change_many(client, guest, ids=[one, foreign], deleted=True)
    assert (refused.status_code, len(listed(client, guest))) == (404, 2)
    done = change_many(client, guest, ids=[one, two, one], deleted=True)
    assert (done.json(), listed(client, guest)) == ({"changed": 2}, [])
    assert change_many(client, guest, ids=[one, two], deleted=False).status_code == 200
    assert ids(listed(client, guest)) == [two, one]
    change_many(client, guest, ids=[one, two], add_tags=["a", "b"])
    change_many(client, guest, ids=[two], remove_tags=["a"], pinned=True)
    assert [row["filing"]["tags"] for row in listed(client, guest)] == [["b"], ["a", "b"]]
    for wrong in ([], ["x"], [one] * 101):
        assert change_many(client, guest, ids=wrong, pinned=True).status_code == 422


def test_too_many_tags_leave_all_as_it_was(client: TestClient) -> None:
    guest = make_world().guest
    one, two = converse(client, guest, "VPN", "Wifi")
    change(client, guest, two, tags=[f"t{number}" for number in range(20)])
    before = listed(client, guest)
    refused = change_many(client, guest, ids=[one, two], add_tags=["de trop"])
    assert refused.json()["code"] == "conversation.too_many_tags"
    assert listed(client, guest) == before


def test_filing_is_its_member_s_alone(client: TestClient) -> None:
    world = make_world()
    (one,) = converse(client, world.guest, "VPN")
    folder = make_folder(client, world.guest, "Réseau")
    (own,) = converse(client, world.manager, "Wifi")
    for person in (world.manager, world.admin, world.other_guest):
        assert change(client, person, one, pinned=True).status_code == 404
        assert change_many(client, person, ids=[one], deleted=True).status_code == 404
    assert change(client, world.manager, own, folder_id=folder).status_code == 404
    change(client, world.guest, one, archived=True, tags=["privé"])
    (seen,) = listed(client, world.manager, of="company")
    assert (seen["id"], seen["filing"]) == (one, None)
    read = client.get(f"/api/v2/conversations/{one}", headers=world.manager.headers).json()
    assert read["filing"] is None


def _trail(world: World, one: str) -> list[tuple[str, Any, Any]]:
    with tenant(world.id):
        rows = Entry.objects.filter(target_id=one).order_by("created_at")
        return [(row.action, row.before, row.after) for row in rows]


def test_the_trail_tells_of_each_real_change_once(client: TestClient) -> None:
    world = make_world()
    (one,) = converse(client, world.guest, "VPN")
    change(client, world.guest, one, title="VPN", pinned=False)
    assert _trail(world, one) == []
    change(client, world.guest, one, title="Accès")
    client.delete(f"/api/v2/conversations/{one}", headers=world.guest.headers)
    client.post(f"/api/v2/conversations/{one}/restoration", headers=world.guest.headers)
    rows = _trail(world, one)
    assert [action for action, _, _ in rows] == [
        "conversation.change",
        "conversation.delete",
        "conversation.restore",
    ]
    assert rows[0][1:] == ({"title": "VPN"}, {"title": "Accès"})

"""A client company's own manager: everything of that company, and nothing else."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from netz.core.permissions import Role
from tests.factories import Person, World, add_person, make_world
from tests.workspaces.roles.calls import SECRET, ask, call, changed, documents, get, paths


@pytest.fixture(scope="module")
def world(client: TestClient) -> World:
    made = make_world()
    documents(client, made)
    return made


def overseen(client: TestClient, who: Person) -> set[str]:
    return {row["id"] for row in get(client, who, "conversations", of="company")["items"]}


def reads(client: TestClient, who: Person, conversation: str) -> int:
    return int(call(client, who, "GET", f"conversations/{conversation}").status_code)


def test_a_manager_reads_what_the_company_s_people_asked_and_nothing_else(
    client: TestClient, world: World
) -> None:
    stranger = make_world()
    documents(client, stranger)
    theirs = ask(client, world.guest)["conversation_id"]
    hidden = [
        ask(client, world.other_guest)["conversation_id"],
        ask(client, world.agent)["conversation_id"],
        ask(client, world.admin)["conversation_id"],
        ask(client, stranger.guest)["conversation_id"],
    ]
    assert theirs in overseen(client, world.manager)
    shown = get(client, world.manager, f"conversations/{theirs}")
    assert shown["asker"]["name"] == world.guest.user.name
    assert shown["asker"]["company"] == world.company.name
    assert SECRET in str(shown["messages"])
    for conversation in hidden:
        assert conversation not in overseen(client, world.manager)
        assert reads(client, world.manager, conversation) == 404
    own = get(client, world.manager, "conversations")["items"]
    assert theirs not in {row["id"] for row in own}


def test_the_admin_oversees_clients_people_and_never_colleagues(
    client: TestClient, world: World
) -> None:
    clients = {ask(client, one)["conversation_id"] for one in (world.guest, world.other_guest)}
    agents = ask(client, world.agent)["conversation_id"]
    assert clients <= overseen(client, world.admin)
    assert agents not in overseen(client, world.admin)
    assert reads(client, world.admin, agents) == 404


@pytest.mark.parametrize("name", ["guest", "agent"])
def test_without_the_permission_there_is_nothing_to_oversee(
    client: TestClient, world: World, name: str
) -> None:
    theirs = ask(client, world.other_guest)["conversation_id"]
    person = world.people[name]
    refused = call(client, person, "GET", "conversations", params={"of": "company"})
    assert refused.status_code == 403
    assert reads(client, person, theirs) == 404


def test_overseeing_is_reading_alone(client: TestClient, world: World) -> None:
    answer = ask(client, world.guest)
    for tail, body in (("rating", {"value": "up"}), ("handover", {"note": "?"})):
        path = f"answers/{answer['id']}/{tail}"
        assert call(client, world.manager, "POST", path, json=body).status_code == 404
    body = {"question": "Et après ?", "conversation_id": answer["conversation_id"]}
    assert call(client, world.manager, "POST", "answers", json=body).status_code == 404
    place = f"conversations/{answer['conversation_id']}"
    can = get(client, world.manager, f"{place}")["can"]
    assert can == {"ask": False, "write": False, "share": False, "handle": False}
    wrote = call(client, world.manager, "POST", f"{place}/messages", json={"text": "Bonjour"})
    assert wrote.status_code == 409, wrote.text
    shared = call(client, world.guest, "PUT", f"{place}/sharing", json={"shared": True})
    assert shared.status_code == 200, shared.text
    assert get(client, world.manager, f"{place}")["can"]["write"]
    assert call(client, world.manager, "POST", "answers", json=body).status_code == 200


def test_a_manager_sees_the_company_s_documents_and_people(
    client: TestClient, world: World
) -> None:
    assert paths(client, world.manager) == paths(client, world.guest) == {"public", "brun"}
    people = get(client, world.manager, "members")["items"]
    assert {row["id"] for row in people} == {
        str(world.guest.member.id),
        str(world.manager.member.id),
    }
    for path in ("companies", "invitations", "api-keys", "ai/models", "search/synonyms"):
        assert call(client, world.manager, "GET", path).status_code == 403


def test_who_moved_to_another_company_leaves_the_old_conversations_behind(
    client: TestClient,
) -> None:
    world = make_world()
    documents(client, world)
    noir = add_person(world, "noir", Role.MANAGER, company=world.other_company)
    before = ask(client, world.guest)["conversation_id"]
    assert SECRET in str(get(client, world.guest, f"conversations/{before}"))
    changed(client, world, world.guest, company_id=str(world.other_company.id))
    after = ask(client, world.guest)["conversation_id"]
    # The old company keeps what was asked for it, the new one sees what is asked since.
    assert before in overseen(client, world.manager)
    assert after not in overseen(client, world.manager)
    assert reads(client, world.manager, after) == 404
    assert overseen(client, noir) == {after}
    assert reads(client, noir, before) == 404
    # The person still reads both, but goes on in the new one alone.
    assert reads(client, world.guest, before) == 200
    body: dict[str, Any] = {"question": "Et le badge ?", "conversation_id": before}
    refused = call(client, world.guest, "POST", "answers", json=body)
    assert refused.status_code == 409
    assert refused.json()["code"] == "conversation.closed"
    body["conversation_id"] = after
    assert call(client, world.guest, "POST", "answers", json=body).status_code == 200


def test_a_client_s_person_who_became_staff_is_not_overseen_any_more(client: TestClient) -> None:
    world = make_world()
    documents(client, world)
    before = ask(client, world.guest)["conversation_id"]
    changed(client, world, world.guest, role="agent")
    after = ask(client, world.guest)["conversation_id"]
    assert overseen(client, world.manager) == {before}
    assert reads(client, world.manager, after) == 404


def test_a_manager_who_moved_oversees_the_new_company_alone(client: TestClient) -> None:
    world = make_world()
    documents(client, world)
    brun, noir = (ask(client, p)["conversation_id"] for p in (world.guest, world.other_guest))
    assert overseen(client, world.manager) == {brun}
    changed(client, world, world.manager, company_id=str(world.other_company.id))
    assert overseen(client, world.manager) == {noir}
    assert reads(client, world.manager, brun) == 404


def test_the_pages_of_overseen_conversations_follow_one_another(
    client: TestClient, world: World
) -> None:
    for _ in range(3):
        ask(client, world.guest)
    whole = [r["id"] for r in get(client, world.manager, "conversations", of="company")["items"]]
    seen: list[str] = []
    cursor: str | None = None
    while True:
        query = {"of": "company", "limit": 2} | ({"cursor": cursor} if cursor else {})
        page = get(client, world.manager, "conversations", **query)
        seen += [row["id"] for row in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert seen == whole

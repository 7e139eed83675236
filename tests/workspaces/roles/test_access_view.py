"""Why somebody can see a document: the reasons agree with what really opens."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from netz.core.permissions import Permission, Role
from netz.knowledge.access_words import REASONS
from tests.factories import Person, World, add_person, make_world
from tests.security.scene import upload
from tests.workspaces.roles.calls import TEXT, ask, call, changed, documents, get


@pytest.fixture(scope="module")
def world(client: TestClient) -> World:
    made = make_world()
    add_person(made, "limited")
    add_person(made, "narrow")
    add_person(made, "stranded")
    add_person(made, "blind", permissions=[Permission.MEMBERS_READ])
    add_person(made, "asker", Role.GUEST, company=made.company, permissions=["answers.ask"])
    add_person(made, "left", Role.GUEST, company=made.company)
    brun = {"company_id": str(made.company.id)}
    only = brun | {"permissions": ["search.use"]}
    changed(client, made, made.limited, limited_to_companies=True, grants=[brun])
    changed(client, made, made.narrow, limited_to_companies=True, grants=[only])
    changed(client, made, made.stranded, limited_to_companies=True, grants=[])
    changed(client, made, made.left, active=False)
    return made


@pytest.fixture(scope="module")
def made(client: TestClient, world: World) -> dict[str, str]:
    found = documents(client, world)
    unread = upload(client, world, TEXT + "x", "attente/x.md", f"companies:{world.company.id}")
    return found | {"attente": unread["id"]}


def check(client: TestClient, world: World, person: Person, document: str) -> dict[str, Any]:
    path = f"members/{person.member.id}/access"
    found = get(client, world.admin, path, document=document)
    return dict(found["check"])


def test_the_view_says_what_the_doors_do_for_everybody_and_every_document(
    client: TestClient, world: World, made: dict[str, str]
) -> None:
    told: set[str] = set()
    for person in world.people.values():
        for document in made.values():
            seen = check(client, world, person, document)
            opens = call(client, person, "GET", f"documents/{document}").status_code == 200
            assert seen["reads"] is opens, (person.user.name, seen)
            assert seen["reads"] is all(s["outcome"] != "denies" for s in seen["steps"])
            told |= {step["code"] for step in seen["steps"]}
            for step in seen["steps"]:
                assert step["reason"]
                assert step["change"]
                assert "{" not in step["reason"] + step["change"]
    missing = set(REASONS) - told - {"audience.folder", "audience.default"}
    assert missing == set(), "every reason was met"


def test_the_readers_of_a_document_are_those_for_whom_it_opens(
    client: TestClient, world: World, made: dict[str, str]
) -> None:
    for document in made.values():
        rows = get(client, world.agent, f"documents/{document}/readers", limit=200)["items"]
        reads = {row["id"] for row in rows if row["reads"]}
        opens = {
            str(person.member.id)
            for person in world.people.values()
            if call(client, person, "GET", f"documents/{document}").status_code == 200
        }
        assert reads == opens
        assert all(row["because"]["outcome"] == "allows" for row in rows)


def test_who_may_ask_and_not_read_is_answered(
    client: TestClient, world: World, made: dict[str, str]
) -> None:
    assert ask(client, world.asker)["status"] == "answered"
    seen = check(client, world, world.asker, made["brun"])
    assert (seen["reads"], seen["answered"]) == (False, True)
    rows = get(client, world.admin, f"documents/{made['brun']}/readers")["items"]
    assert str(world.asker.member.id) in {row["id"] for row in rows if row["answered"]}


def test_readers_come_in_pages(client: TestClient, world: World, made: dict[str, str]) -> None:
    path = f"documents/{made['public']}/readers"
    whole = [row["id"] for row in get(client, world.admin, path)["items"]]
    seen: list[str] = []
    query: dict[str, Any] = {"limit": 2}
    while True:
        page = get(client, world.admin, path, **query)
        seen += [row["id"] for row in page["items"]]
        if page["next_cursor"] is None:
            break
        query["cursor"] = page["next_cursor"]
    assert seen == whole


def test_the_source_of_the_audience_is_told(client: TestClient) -> None:
    world = make_world()
    rule = {"path": "Salle", "audience": {"kind": "public"}}
    call(client, world.admin, "PUT", "folders/audience", json=rule)
    inherited = upload(client, world, TEXT, "Salle/Sud/a.md", None)["id"]
    plain = upload(client, world, TEXT + "!", "b.md", None)["id"]

    def codes(document: str) -> dict[str, str]:
        steps = check(client, world, world.agent, document)["steps"]
        return {step["code"]: step["reason"] for step in steps}

    assert "« Salle »" in codes(inherited)["audience.folder"]
    assert "audience.default" in codes(plain)


def test_without_a_document_it_says_how_much_somebody_sees(
    client: TestClient, world: World, made: dict[str, str]
) -> None:
    for person in world.people.values():
        found = get(client, world.admin, f"members/{person.member.id}/access")
        listed = call(client, person, "GET", "documents")
        count = len(listed.json()["items"]) if listed.status_code == 200 else 0
        assert found["documents"] == count, person.user.name
        assert found["check"] is None
    limited = get(client, world.admin, f"members/{world.limited.member.id}/access")
    assert limited["companies"] == [world.company.name]
    assert get(client, world.admin, f"members/{world.agent.member.id}/access")["companies"] is None


def test_both_languages_have_each_reason() -> None:
    for words in REASONS.values():
        assert set(words) == {"fr", "en"}
        assert words["fr"] != words["en"]


def test_the_reasons_come_in_the_reader_s_language(
    client: TestClient, world: World, made: dict[str, str]
) -> None:
    path = f"members/{world.guest.member.id}/access"
    french = get(client, world.admin, path, document=made["noir"])["check"]["steps"][-1]
    call(client, world.admin, "PATCH", "me", json={"language": "en"})
    english = get(client, world.admin, path, document=made["noir"])["check"]["steps"][-1]
    call(client, world.admin, "PATCH", "me", json={"language": "fr"})
    assert french["code"] == english["code"] == "company.other"
    assert "appartient" in french["reason"]
    assert "belongs" in english["reason"]


def test_another_workspace_s_people_and_documents_are_not_found(
    client: TestClient, world: World, made: dict[str, str]
) -> None:
    other = make_world()
    for member, document in (
        (world.guest.member.id, None),
        (other.guest.member.id, made["public"]),
    ):
        query = {"document": document} if document else {}
        response = call(client, other.admin, "GET", f"members/{member}/access", params=query)
        assert response.status_code == 404
    path = f"documents/{made['public']}/readers"
    assert call(client, other.admin, "GET", path).status_code == 404

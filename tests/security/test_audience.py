"""A guest is never answered from, shown or told of a document outside its audience."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.core.streams import live_stream
from tests.factories import Person, World, make_world
from tests.jobs import run_jobs
from tests.security.scene import upload

SECRET = "zibeline4417"
SHOWN = "# Badge du parking\n\nLe badge du parking s'active à l'accueil, au rez-de-chaussée.\n"
HIDDEN = f"""# Code du coffre {SECRET}

Le code du coffre de secours est {SECRET}, gardé par la direction. Le badge ouvre aussi le coffre.
"""
QUESTION = "Quel est le code du coffre de secours ?"
GONE = "00000000-0000-7000-8000-000000000000"


@pytest.fixture(scope="module")
def world(client: TestClient) -> World:
    """A public document, one for staff and one for another company; both of these are hidden."""
    made = make_world()
    upload(client, made, SHOWN, "Guides/badge.md")
    upload(client, made, HIDDEN, f"Coffre {SECRET}/code {SECRET}.md", "workspace")
    theirs = HIDDEN.replace("direction", "comptable")
    upload(client, made, theirs, f"Clients {SECRET}/code.md", f"companies:{made.other_company.id}")
    run_jobs()
    return made


def get(client: TestClient, person: Person, path: str, **query: Any) -> Any:
    return client.get(f"/api/v2/{path}", params=query, headers=person.headers)


def ask(client: TestClient, person: Person, question: str = QUESTION, **body: Any) -> Any:
    response = client.post(
        "/api/v2/answers", json={"question": question} | body, headers=person.headers
    )
    assert response.status_code == 200, response.text
    return response


def find(client: TestClient, person: Person, query: str) -> Any:
    response = client.post("/api/v2/search", json={"query": query}, headers=person.headers)
    assert response.status_code == 200, response.text
    return response


def hidden_ids(client: TestClient, world: World) -> list[str]:
    items = get(client, world.admin, "documents").json()["items"]
    return [item["id"] for item in items if SECRET in item["path"]]


def test_staff_and_the_other_company_are_answered_so_the_secret_is_there(
    client: TestClient, world: World
) -> None:
    for person in (world.agent, world.admin, world.other_guest):
        answer = ask(client, person).json()
        assert answer["status"] == "answered"
        assert SECRET in answer["text"]


@pytest.mark.parametrize("stream", [False, True])
def test_a_guest_s_answer_holds_nothing_of_a_hidden_document(
    client: TestClient, world: World, stream: bool
) -> None:
    headers = world.guest.headers | ({"Accept": "text/event-stream"} if stream else {})
    for question in (QUESTION, "Le badge ouvre aussi quoi ?", "coffre", "code du coffre"):
        response = client.post("/api/v2/answers", json={"question": question}, headers=headers)
        assert response.status_code == 200
        assert SECRET not in response.text
        for hidden in hidden_ids(client, world):
            assert hidden not in response.text


def test_lists_folders_and_counts_hold_nothing_of_a_hidden_document(
    client: TestClient, world: World
) -> None:
    listed = get(client, world.guest, "documents").json()["items"]
    assert [item["path"] for item in listed] == ["Guides/badge.md"]
    assert get(client, world.guest, "folders").json()["items"] == [
        {"path": "Guides", "documents": 1, "audience": None}
    ]
    assert len(get(client, world.agent, "documents").json()["items"]) == 3
    for query in (
        {"query": SECRET},
        {"folder": f"Coffre {SECRET}"},
        {"audience": "workspace"},
        {"audience": "companies"},
        {"status": "queued"},
        {"sort": "-updated_at"},
        {"sort": "title", "limit": 1},
    ):
        response = get(client, world.guest, "documents", **query)
        assert SECRET not in response.text
        assert response.json()["next_cursor"] is None
    for path in ("suggestions", "conversations", "me"):
        assert SECRET not in get(client, world.guest, path).text


def test_a_hidden_document_and_one_that_never_was_look_the_same(
    client: TestClient, world: World
) -> None:
    def seen(method: str, address: str) -> tuple[int, dict[str, Any], list[str]]:
        response = client.request(
            method, f"/api/v2/{address}", headers=world.guest.headers, json=None
        )
        body = response.json()
        assert body.pop("request_id")
        assert body.pop("instance")
        return response.status_code, body, sorted(response.headers)

    passages = {
        hidden: get(client, world.admin, f"documents/{hidden}/content").json()["passages"][0]["id"]
        for hidden in hidden_ids(client, world)
    }
    assert len(passages) == 2
    for hidden, passage in passages.items():
        for tail in ("", "/view", "/content", "/original", f"/passages/{passage}"):
            found = seen("GET", f"documents/{hidden}{tail}")
            assert found[0] == 404
            assert found == seen("GET", f"documents/{GONE}{tail}")


def test_a_passage_is_not_readable_through_a_document_that_is(
    client: TestClient, world: World
) -> None:
    shown = get(client, world.guest, "documents").json()["items"][0]["id"]
    for hidden in hidden_ids(client, world):
        content = get(client, world.admin, f"documents/{hidden}/content").json()
        address = f"documents/{shown}/passages/{content['passages'][0]['id']}"
        assert get(client, world.guest, address).status_code == 404


def test_search_is_the_same_to_the_last_digit_with_and_without_hidden_documents(
    client: TestClient, world: World
) -> None:
    bare = make_world()
    upload(client, bare, SHOWN, "Guides/badge.md")
    run_jobs()

    def seen(person: Person, query: str) -> list[tuple[Any, ...]]:
        results = find(client, person, query).json()["results"]
        return [(hit["path"], hit["title"], hit["score"], hit["text"]) for hit in results]

    for query in ("badge", "badge coffre", "coffre", "cofre", "bagde parking", "accueil", SECRET):
        assert seen(world.guest, query) == seen(bare.guest, query), query
    assert seen(world.guest, "badge parking"), "something is found at all"


def test_an_answer_of_staff_in_the_cache_is_not_a_guest_s(client: TestClient, world: World) -> None:
    question = "Où est gardé le code du coffre de secours ?"
    first, again = ask(client, world.agent, question), ask(client, world.admin, question)
    assert again.json()["cached"] is True
    assert SECRET in first.text
    guests = ask(client, world.guest, question)
    assert guests.json()["cached"] is False
    assert SECRET not in guests.text
    assert SECRET not in ask(client, world.guest, question).text


def narrow_by_patch(client: TestClient, world: World, document: str) -> None:
    body = {"audience": {"kind": "workspace"}}
    address = f"/api/v2/documents/{document}"
    response = client.patch(address, json=body, headers=world.agent.headers)
    assert response.status_code == 200


def narrow_by_folder(client: TestClient, world: World, _: str) -> None:
    body = {"path": "Salle", "audience": {"kind": "workspace"}}
    response = client.put("/api/v2/folders/audience", json=body, headers=world.agent.headers)
    assert response.status_code == 204


def narrow_by_upload(client: TestClient, world: World, _: str) -> None:
    taken = upload(client, world, HIDDEN, "Salle/coffre.md", "workspace")
    assert taken["unchanged"] is True


def delete(client: TestClient, world: World, document: str) -> None:
    address = f"/api/v2/documents/{document}"
    assert client.delete(address, headers=world.agent.headers).status_code == 204


NARROWINGS = [narrow_by_patch, narrow_by_folder, narrow_by_upload, delete]


@pytest.mark.parametrize("narrow", NARROWINGS)
def test_what_is_withdrawn_is_gone_at_once_from_every_way_in(
    client: TestClient, narrow: Any
) -> None:
    world = make_world()
    rule = {"path": "Salle", "audience": {"kind": "public"}}
    client.put("/api/v2/folders/audience", json=rule, headers=world.agent.headers)
    document = upload(client, world, HIDDEN, "Salle/coffre.md", None)["id"]
    run_jobs()
    first = ask(client, world.guest).json()
    assert SECRET in first["text"]
    assert ask(client, world.other_guest).json()["cached"] is True
    narrow(client, world, document)
    fresh = ask(client, world.guest)
    assert fresh.json()["cached"] is False
    assert SECRET not in fresh.text
    assert find(client, world.guest, "code coffre").json()["results"] == []
    assert get(client, world.guest, f"documents/{document}").status_code == 404
    conversation = get(client, world.guest, f"conversations/{first['conversation_id']}")
    assert conversation.status_code == 200
    assert SECRET not in conversation.text, "an earlier answer shows it again"
    assert document not in conversation.text
    follow = ask(client, world.guest, "Et où est-il ?", conversation_id=first["conversation_id"])
    assert SECRET not in follow.text


def test_a_repeated_request_does_not_bring_a_withdrawn_answer_back(client: TestClient) -> None:
    world = make_world()
    document = upload(client, world, HIDDEN, "coffre.md")["id"]
    run_jobs()
    headers = world.guest.headers | {"Idempotency-Key": "une-fois"}
    body = {"question": QUESTION}
    first = client.post("/api/v2/answers", json=body, headers=headers)
    assert SECRET in first.text
    again = client.post("/api/v2/answers", json=body, headers=headers)
    assert again.json()["id"] == first.json()["id"]
    narrow_by_patch(client, world, document)
    again = client.post("/api/v2/answers", json=body, headers=headers)
    assert again.json()["id"] == first.json()["id"]
    assert SECRET not in again.text


def test_staff_still_see_what_was_answered_from_a_narrowed_document(client: TestClient) -> None:
    world = make_world()
    document = upload(client, world, HIDDEN, "coffre.md")["id"]
    run_jobs()
    first = ask(client, world.agent).json()
    narrow_by_patch(client, world, document)
    conversation = get(client, world.agent, f"conversations/{first['conversation_id']}")
    assert SECRET in conversation.text


def test_a_restored_document_comes_back_with_its_folder_s_rule_of_today(
    client: TestClient,
) -> None:
    world = make_world()
    rule = {"path": "Salle", "audience": {"kind": "public"}}
    client.put("/api/v2/folders/audience", json=rule, headers=world.agent.headers)
    document = upload(client, world, HIDDEN, "Salle/coffre.md", None)["id"]
    run_jobs()
    delete(client, world, document)
    narrow_by_folder(client, world, document)
    restored = client.post(f"/api/v2/documents/{document}/restoration", headers=world.agent.headers)
    assert restored.json()["audience"]["kind"] == "workspace"
    assert find(client, world.guest, "code coffre").json()["results"] == []
    assert get(client, world.guest, f"documents/{document}").status_code == 404


@pytest.mark.parametrize("narrow", [narrow_by_folder, narrow_by_upload, narrow_by_patch])
def test_what_came_out_of_an_archive_follows_its_audience(client: TestClient, narrow: Any) -> None:
    import io
    import zipfile

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(zipfile.ZipInfo("code.md"), HIDDEN)
    world = make_world()
    rule = {"path": "Salle", "audience": {"kind": "public"}}
    client.put("/api/v2/folders/audience", json=rule, headers=world.agent.headers)
    archive_id = upload(client, world, packed.getvalue(), "Salle/kit.zip", None)["id"]
    run_jobs()
    assert find(client, world.guest, "code coffre").json()["results"]
    if narrow is narrow_by_upload:
        upload(client, world, packed.getvalue(), "Salle/kit.zip", "workspace")
    else:
        narrow(client, world, archive_id)
    assert find(client, world.guest, "code coffre").json()["results"] == []
    assert get(client, world.guest, "documents").json()["items"] == []


def test_live_events_tell_a_guest_nothing_of_documents(client: TestClient) -> None:
    world = make_world()
    with (
        live_stream(client, world.guest.headers) as guest,
        live_stream(client, world.agent.headers) as agent,
    ):
        document = upload(client, world, HIDDEN, f"{SECRET}.md", "workspace")["id"]
        run_jobs()
        delete(client, world, document)
        agent.wait_for("event: document.deleted")
        # The guest's own message comes after all of that: nothing stood before it.
        ask(client, world.guest)
        text = guest.wait_for("event: message.created")
    assert "document." not in text
    assert document not in text


def test_conversations_and_answers_are_their_member_s_alone(
    client: TestClient, world: World
) -> None:
    answer = ask(client, world.agent).json()
    for person in (world.guest, world.other_guest, world.admin):
        address = f"conversations/{answer['conversation_id']}"
        assert get(client, person, address).status_code == 404
        listed = get(client, person, "conversations").text
        assert answer["conversation_id"] not in listed
        for tail, body in (("rating", {"value": "up"}), ("handover", {})):
            response = client.post(
                f"/api/v2/answers/{answer['id']}/{tail}", json=body, headers=person.headers
            )
            assert response.status_code == 404
        response = client.post(
            "/api/v2/answers",
            json={"question": "Et après ?", "conversation_id": answer["conversation_id"]},
            headers=person.headers,
        )
        assert response.status_code == 404

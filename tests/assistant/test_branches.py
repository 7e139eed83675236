"""A question asked in other words or answered anew: beside the first, with nothing lost."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from netz.assistant.branching import parents, path_to
from netz.assistant.models import Answer, Conversation
from netz.core.db import tenant
from tests.ai.test_in_answers import MODELS
from tests.assistant.test_answers_api import ask, ready_world
from tests.factories import Person, World, make_world
from tests.fakes.openai_server import FakeModelServer

VPN, HOURS = "Comment installer le VPN ?", "Quels sont les horaires du support ?"
HOURS_LINE = "Le support répond du lundi au vendredi de 8 h à 18 h."


@dataclass
class Kept:
    """An answer's place, as it is kept."""

    id: UUID
    follows_id: UUID | None = None
    instead_of_id: UUID | None = None


@st.composite
def conversations(draw: st.DrawFn) -> list[Kept]:
    """Answers that were given one after the other, each somewhere."""
    kept: list[Kept] = []
    for number in range(draw(st.integers(1, 12))):
        one = Kept(UUID(int=number + 1))
        if kept:
            other = draw(st.sampled_from(kept)).id
            place = draw(st.sampled_from(["time", "follows", "instead_of"]))
            if place != "time":
                setattr(one, f"{place}_id", other)
        kept.append(one)
    return kept


@given(conversations())
def test_every_answer_has_its_place_and_only_alternatives_share_one(kept: list[Kept]) -> None:
    tree = parents(kept)
    assert set(tree) == {one.id for one in kept}
    for one in kept:
        path = path_to(one.id, tree)
        assert path[-1] == one.id
        assert path == sorted(path), "who goes on comes later"
        if one.instead_of_id:
            assert tree[one.id] == tree[one.instead_of_id]
        else:
            beside = {other.id for other in kept if tree[other.id] == tree[one.id]}
            assert one.id == min(beside), "nobody is beside another who did not ask for it"


def test_without_branches_the_order_is_that_of_time() -> None:
    kept = [Kept(uuid4()) for _ in range(4)]
    assert path_to(kept[-1].id, parents(kept)) == [one.id for one in kept]


def detail(client: TestClient, person: Person, conversation: object) -> dict[str, Any]:
    found = client.get(f"/api/v2/conversations/{conversation}", headers=person.headers)
    assert found.status_code == 200, found.text
    return dict(found.json())


def shape(client: TestClient, person: Person, conversation: object) -> dict[str, str | None]:
    """Each answer with the one that it follows."""
    messages = detail(client, person, conversation)["messages"]
    answers = [one["answer"] for one in messages if one["answer"]]
    return {one["id"]: one["follows"] for one in answers}


def refused(client: TestClient, person: Person, **body: object) -> tuple[int, str]:
    response = client.post(
        "/api/v2/answers", json={"question": VPN, **body}, headers=person.headers
    )
    return response.status_code, response.json()["code"]


@pytest.fixture
def world(client: TestClient) -> World:
    return ready_world(client)


def test_an_edited_question_opens_a_branch_and_the_first_one_stays(
    client: TestClient, world: World
) -> None:
    first = ask(client, world.guest, VPN)
    here = first["conversation_id"]
    second = ask(client, world.guest, HOURS, conversation_id=here)
    edited = ask(client, world.guest, HOURS, conversation_id=here, instead_of=first["id"])
    third = ask(client, world.guest, VPN, conversation_id=here, follows=second["id"])
    assert [one["follows"] for one in (first, second, edited, third)] == [
        None,
        first["id"],
        None,
        second["id"],
    ]
    assert shape(client, world.guest, here) == {
        one["id"]: one["follows"] for one in (first, second, edited, third)
    }


def test_what_was_said_in_another_branch_is_not_gone_on_with(
    client: TestClient, world: World
) -> None:
    """What "Et sur Mac ?" is about stands in its own branch."""
    first = ask(client, world.guest, HOURS)
    here = first["conversation_id"]
    vpn = ask(client, world.guest, VPN, conversation_id=here, instead_of=first["id"])
    follow = {"conversation_id": here, "question": "Et sur Mac ?"}
    on_vpn = ask(client, world.guest, **follow, follows=vpn["id"])
    on_hours = ask(client, world.guest, **follow, follows=first["id"])
    assert on_vpn["follows"] == vpn["id"]
    assert on_hours["follows"] == first["id"]
    with tenant(world.id):
        queries = dict(Answer.objects.filter(workspace_id=world.id).values_list("id", "query"))
    assert "vpn" in queries[UUID(on_vpn["id"])].lower()
    assert "vpn" not in queries[UUID(on_hours["id"])].lower()


def test_two_who_go_on_at_once_are_not_put_beside_each_other(
    client: TestClient, world: World
) -> None:
    first = ask(client, world.guest, VPN)
    here = first["conversation_id"]
    beside = ask(client, world.guest, VPN, conversation_id=here, instead_of=first["id"])
    one = ask(client, world.guest, HOURS, conversation_id=here, follows=beside["id"])
    other = ask(client, world.guest, HOURS, conversation_id=here, follows=beside["id"])
    assert shape(client, world.guest, here)[other["id"]] == one["id"]


def test_without_a_place_a_branched_conversation_goes_on_from_the_latest(
    client: TestClient, world: World
) -> None:
    first = ask(client, world.guest, VPN)
    here = first["conversation_id"]
    ask(client, world.guest, HOURS, conversation_id=here)
    edited = ask(client, world.guest, HOURS, conversation_id=here, instead_of=first["id"])
    after = ask(client, world.guest, VPN, conversation_id=here)
    assert after["follows"] == edited["id"]
    assert shape(client, world.guest, here)[after["id"]] == edited["id"]


def test_asked_again_it_is_answered_anew_and_at_the_length_that_is_wanted(
    client: TestClient, world: World
) -> None:
    first = ask(client, world.guest, HOURS)
    assert ask(client, world.guest, HOURS)["cached"]
    place = {"conversation_id": first["conversation_id"], "instead_of": first["id"]}
    again = ask(client, world.guest, HOURS, **place)
    assert not again["cached"]
    other = ask(client, world.guest, VPN, **place, length="short")
    usual = ask(client, world.guest, VPN)
    assert not usual["cached"], "another length is another answer"
    assert len(other["sentences"]) <= len(usual["sentences"])


def test_a_file_tells_versions_apart(client: TestClient, world: World) -> None:
    first = ask(client, world.guest, VPN)
    here = first["conversation_id"]
    ask(client, world.guest, HOURS, conversation_id=here)
    ask(client, world.guest, HOURS, conversation_id=here, instead_of=first["id"])
    response = client.post(
        "/api/v2/conversations/exports",
        json={"ids": [here], "format": "markdown"},
        headers=world.guest.headers | {"Accept-Language": "fr"},
    )
    assert response.status_code == 200, response.text
    heads = [line for line in response.text.splitlines() if line.startswith("## Réponse")]
    assert [("version 1" in head, "version 2" in head) for head in heads] == [
        (True, False),
        (False, False),
        (False, True),
    ]


def test_a_place_must_be_in_the_conversation(client: TestClient, world: World) -> None:
    first, elsewhere = ask(client, world.guest, VPN), ask(client, world.guest, HOURS)
    strangers = ask(client, world.other_guest, HOURS)
    here = first["conversation_id"]
    for place in ("follows", "instead_of"):
        for answer in (elsewhere["id"], strangers["id"], str(uuid4())):
            body = {"conversation_id": here, place: answer}
            assert refused(client, world.guest, **body) == (404, "answer.not_found")
        assert refused(client, world.guest, **{place: first["id"]})[0] == 422
    both = {"follows": first["id"], "instead_of": first["id"], "conversation_id": here}
    assert refused(client, world.guest, **both)[0] == 422
    assert refused(client, world.other_guest, conversation_id=here, instead_of=first["id"]) == (
        404,
        "conversation.not_found",
    )


def test_a_conversation_with_branches_is_deleted_whole(client: TestClient, world: World) -> None:
    first = ask(client, world.guest, VPN)
    here = first["conversation_id"]
    beside = ask(client, world.guest, HOURS, conversation_id=here, instead_of=first["id"])
    ask(client, world.guest, HOURS, conversation_id=here, follows=beside["id"])
    with tenant(world.id):
        Conversation.objects.filter(workspace_id=world.id, pk=here).delete()
        assert not Answer.objects.filter(workspace_id=world.id, conversation_id=here).exists()


def test_staff_choose_the_model_and_guests_do_not(client: TestClient) -> None:
    world = ready_world(client)
    with (
        FakeModelServer(reply=f"{HOURS_LINE[:-1]} [1].") as one,
        FakeModelServer(reply=f"{HOURS_LINE[:-1]}, chaque semaine [1].") as two,
    ):
        for name, server in (("Un", one), ("Deux", two)):
            body = {"name": name, "provider": "openai", "model": name.lower()}
            body |= {"base_url": f"{server.url}/v1", "api_key": server.key}
            added = client.post(MODELS, json=body, headers=world.admin.headers)
            assert added.status_code == 201, added.text
        offered = client.get("/api/v2/answer-models", headers=world.agent.headers).json()["items"]
        assert [row["name"] for row in offered] == ["Un", "Deux"]
        assert set(offered[0]) == {"id", "name"}, "no address and no key"
        assert client.get("/api/v2/answer-models", headers=world.guest.headers).json() == {
            "items": []
        }
        first = ask(client, world.agent, HOURS)
        assert first["model"] == "openai/un"
        place = {"conversation_id": first["conversation_id"], "instead_of": first["id"]}
        second = ask(client, world.agent, HOURS, **place, model=offered[1]["id"])
        assert second["model"] == "openai/deux"
        assert second["follows"] == first["follows"]
        assert len(one.requests) == len(two.requests) == 1
        for person in (world.guest, world.agent):
            wanted = offered[1]["id"] if person is world.guest else str(uuid4())
            assert refused(client, person, model=wanted) == (422, "model.not_offered")


def test_a_repeated_question_in_a_shared_conversation_is_answered_from_memory(
    client: TestClient, world: World
) -> None:
    """A colleague's phone lost the answer and asks again under the same key."""
    first = ask(client, world.guest, VPN)
    here = first["conversation_id"]
    manager = world.manager
    client.put(
        f"/api/v2/conversations/{here}/sharing", json={"shared": True}, headers=world.guest.headers
    )
    headers = manager.headers | {"Idempotency-Key": "lost"}
    body = {"question": HOURS, "conversation_id": here}
    one, two = (client.post("/api/v2/answers", json=body, headers=headers) for _ in range(2))
    assert (one.status_code, two.status_code) == (200, 200), two.text
    assert two.json()["id"] == one.json()["id"]


def test_worlds_do_not_share_places(client: TestClient, world: World) -> None:
    other = make_world()
    theirs = ask(client, other.guest, VPN)
    mine = ask(client, world.guest, VPN)
    body = {"conversation_id": mine["conversation_id"], "instead_of": theirs["id"]}
    assert refused(client, world.guest, **body) == (404, "answer.not_found")

"""What is learned of a member: from their own acts, for them alone, and theirs to undo."""

from datetime import timedelta

import pytest
from django.utils import timezone
from starlette.testclient import TestClient

from netz.audit.models import Entry
from netz.core.db import tenant
from netz.habits.fading import FORGOTTEN_AFTER
from netz.habits.models import Habit
from netz.habits.services import forget
from netz.workspaces.services import start_preview
from tests.factories import Person, actor_of, sign_in
from tests.habits.material import API, habits, learned_until_now, names
from tests.jobs import run_jobs
from tests.security.scene import QUESTION, Scene, make_scene, upload


@pytest.fixture
def scene(client: TestClient) -> Scene:
    return make_scene(client)


def ask(scene: Scene, person: Person, question: str = QUESTION) -> dict[str, str]:
    response = scene.client.post(
        f"{API}/answers", json={"question": question}, headers=person.headers
    )
    assert response.status_code == 200, response.text
    return dict(response.json())


def only_topic(scene: Scene, person: Person) -> dict[str, object]:
    [topic] = [one for one in habits(scene.client, person)["items"] if one["kind"] == "topic"]
    return dict(topic)


def test_what_answers_rest_on_is_learned_of_who_asked_and_of_nobody_else(scene: Scene) -> None:
    guest, world = scene.world.guest, scene.world
    ask(scene, guest)
    ask(scene, guest)
    learned_until_now(world)
    found = habits(scene.client, guest)
    assert found["learning"] is True
    assert [(one["kind"], one["name"], one["count"]) for one in found["items"]] == [
        ("topic", "Guides", 2),
        ("document", "Installer le VPN", 2),
    ]
    for other in (world.admin, world.agent, world.other_guest, world.manager):
        assert habits(scene.client, other)["items"] == []


def test_an_act_is_learned_from_once_however_often_the_job_runs(scene: Scene) -> None:
    ask(scene, scene.world.guest)
    assert learned_until_now(scene.world) == 1
    assert learned_until_now(scene.world) == 0
    assert only_topic(scene, scene.world.guest)["count"] == 1


def test_a_question_without_an_answer_teaches_nothing(scene: Scene) -> None:
    ask(scene, scene.world.guest, "Quelle est la recette du kouign-amann ?")
    learned_until_now(scene.world)
    assert habits(scene.client, scene.world.guest)["items"] == []


def test_colleagues_are_those_one_gives_work_to_or_calls_by_name(scene: Scene) -> None:
    world = scene.world
    asked = ask(scene, world.guest)
    path = f"{API}/conversations/{asked['conversation_id']}"
    wish = scene.client.post(
        f"{API}/answers/{asked['id']}/handover", json={}, headers=world.guest.headers
    )
    assert wish.status_code < 300, wish.text
    body = {"text": "Regarde ?", "mentions": [str(world.agent.member.id)]}
    note = scene.client.post(f"{path}/notes", json=body, headers=world.admin.headers)
    assert note.status_code == 201, note.text
    given = scene.client.put(
        f"{path}/assignment",
        json={"status": "person", "assignee_id": str(world.agent.member.id)},
        headers=world.admin.headers,
    )
    assert given.status_code == 204, given.text
    learned_until_now(world)
    assert names(scene.client, world.admin, "colleague") == ["Agent"]
    assert names(scene.client, world.agent, "colleague") == []


def test_a_document_that_one_may_not_see_any_more_is_not_shown(scene: Scene) -> None:
    guest, world = scene.world.guest, scene.world
    ask(scene, guest)
    learned_until_now(world)
    assert len(habits(scene.client, guest)["items"]) == 2
    hidden = scene.client.patch(
        f"{API}/documents/{scene.document['id']}",
        json={"audience": {"kind": "companies", "company_ids": [str(world.other_company.id)]}},
        headers=world.admin.headers,
    )
    assert hidden.status_code == 200, hidden.text
    assert habits(scene.client, guest)["items"] == []


def test_nothing_crosses_from_one_company_to_another(scene: Scene) -> None:
    world = scene.world
    paper = upload(
        scene.client,
        world,
        "# Clé du coffre\n\nLa clé du coffre de Brun est chez Lucie Fabre.\n",
        "Atelier Brun/coffre.md",
        None,
    )
    own = {"kind": "companies", "company_ids": [str(world.company.id)]}
    run_jobs()
    changed = scene.client.patch(
        f"{API}/documents/{paper['id']}",
        json={"audience": own},
        headers=world.admin.headers,
    )
    assert changed.status_code == 200, changed.text
    for person in (world.guest, world.other_guest):
        ask(scene, person, "Où est la clé du coffre de Brun ?")
    learned_until_now(world)
    assert names(scene.client, world.guest, "topic") == ["Atelier Brun"]
    assert habits(scene.client, world.other_guest)["items"] == []


def test_a_topic_is_renamed_and_gets_its_own_name_back(scene: Scene) -> None:
    guest = scene.world.guest
    ask(scene, guest)
    learned_until_now(scene.world)
    where = f"{API}/habits/{only_topic(scene, guest)['id']}"
    renamed = scene.client.patch(where, json={"name": " Modes d’emploi "}, headers=guest.headers)
    assert renamed.json()["name"] == "Modes d’emploi"
    assert only_topic(scene, guest)["given"] is True
    broken = scene.client.patch(where, json={"name": "a\u0000b"}, headers=guest.headers)
    assert broken.status_code == 422
    back = scene.client.patch(where, json={"name": ""}, headers=guest.headers)
    assert back.json()["name"] == "Guides"
    [document] = [one for one in habits(scene.client, guest)["items"] if one["kind"] == "document"]
    refused = scene.client.patch(
        f"{API}/habits/{document['id']}", json={"name": "x"}, headers=guest.headers
    )
    assert (refused.status_code, refused.json()["code"]) == (422, "habit.not_a_topic")


def test_what_is_switched_off_is_not_counted_and_the_trail_does_not_say_what(
    scene: Scene,
) -> None:
    guest = scene.world.guest
    ask(scene, guest)
    learned_until_now(scene.world)
    where = f"{API}/habits/{only_topic(scene, guest)['id']}"
    off = scene.client.patch(where, json={"on": False}, headers=guest.headers)
    assert off.json()["on"] is False
    ask(scene, guest)
    learned_until_now(scene.world)
    assert only_topic(scene, guest)["count"] == 1
    with tenant(scene.world.id):
        entry = Entry.objects.filter(action="habit.change").latest("id")
    assert (entry.before, entry.after) == ({"on": True}, {"on": False})


def test_what_was_erased_is_gone_and_stays_gone(scene: Scene) -> None:
    guest = scene.world.guest
    ask(scene, guest)
    learned_until_now(scene.world)
    topic = only_topic(scene, guest)
    where = f"{API}/habits/{topic['id']}"
    assert scene.client.delete(where, headers=scene.world.agent.headers).status_code == 404
    assert scene.client.delete(where, headers=guest.headers).status_code == 204
    assert scene.client.delete(where, headers=guest.headers).status_code == 404
    ask(scene, guest)  # not learned from yet when all is erased
    assert scene.client.delete(f"{API}/habits", headers=guest.headers).status_code == 204
    learned_until_now(scene.world)
    assert habits(scene.client, guest)["items"] == []
    ask(scene, guest)
    learned_until_now(scene.world)
    assert only_topic(scene, guest)["count"] == 1


def test_nothing_is_learned_of_who_switched_learning_off(scene: Scene) -> None:
    guest, put = scene.world.guest, scene.client.put
    off = put(f"{API}/habits/learning", json={"learning": False}, headers=guest.headers)
    assert off.json() == {"learning": False, "items": []}
    ask(scene, guest)
    put(f"{API}/habits/learning", json={"learning": True}, headers=guest.headers)
    learned_until_now(scene.world)
    assert habits(scene.client, guest) == {"learning": True, "items": []}
    ask(scene, guest)
    learned_until_now(scene.world)
    assert only_topic(scene, guest)["count"] == 1


def test_what_is_not_used_any_more_fades_unless_the_person_named_it(scene: Scene) -> None:
    guest, world = scene.world.guest, scene.world
    ask(scene, guest)
    learned_until_now(world)
    where = f"{API}/habits/{only_topic(scene, guest)['id']}"
    scene.client.patch(where, json={"name": "Modes d’emploi"}, headers=guest.headers)
    with tenant(world.id):
        forget(world.id, now=timezone.now())
        assert Habit.objects.filter(workspace_id=world.id).count() == 2
        forget(world.id, now=timezone.now() + FORGOTTEN_AFTER + timedelta(seconds=1))
    assert [one["name"] for one in habits(scene.client, guest)["items"]] == ["Modes d’emploi"]


def test_who_looks_through_another_s_eyes_sees_nothing_of_it(scene: Scene) -> None:
    world = scene.world
    ask(scene, world.guest)
    learned_until_now(world)
    cookie = sign_in(scene.client, world.admin)
    with tenant(world.id):
        start_preview(world.guest.member, actor=actor_of(world, world.admin.member))
    seen = scene.client.get(f"{API}/habits", headers=cookie)
    assert (seen.status_code, seen.json()["items"]) == (200, [])

"""The inbox: one's own alone, told once, and empty of what is done."""

from typing import Any
from uuid import uuid4

import psycopg
import pytest
from starlette.testclient import TestClient

from netz.core.db import tenant
from netz.core.live import CHANNEL
from netz.notices.delivering import KEPT
from netz.notices.models import Notice
from netz.notices.tasks import prune_notices
from tests.assistant.test_answers_api import ask, ready_world
from tests.assistant.test_assigning import assign, hand_over
from tests.assistant.test_together import note, present, write
from tests.factories import World, make_world
from tests.jobs import run_jobs
from tests.knowledge.search.test_concurrency import dsn
from tests.notices.material import API, inbox, told, unread


@pytest.fixture
def world() -> World:
    return make_world()


def kinds(found: list[dict[str, Any]]) -> list[str]:
    return [one["kind"] for one in found]


def test_it_is_there_until_it_is_read(client: TestClient, world: World) -> None:
    told(world, world.agent, words={"title": "Écran noir"})
    [one] = inbox(client, world.agent)
    assert one["words"] == {"name": "Yanis", "title": "Écran noir"}
    assert (one["read_at"], unread(client, world.agent)) == (None, 1)
    read = client.post(
        f"{API}/notices/read", json={"ids": [one["id"]]}, headers=world.agent.headers
    )
    assert read.json() == {"unread": 0}
    assert inbox(client, world.agent, unread=True) == []
    assert inbox(client, world.agent)[0]["read_at"] is not None


def test_all_are_read_at_once(client: TestClient, world: World) -> None:
    for _ in range(3):
        told(world, world.agent, world.admin)
    client.post(f"{API}/notices/read", json={}, headers=world.agent.headers)
    assert (unread(client, world.agent), unread(client, world.admin)) == (0, 3)


def test_nobody_reads_or_marks_anothers(client: TestClient, world: World) -> None:
    told(world, world.agent)
    [one] = inbox(client, world.agent)
    other = make_world().admin
    for person in (world.admin, world.guest, other):
        assert inbox(client, person) == []
        body = {"ids": [one["id"]]}
        assert client.post(f"{API}/notices/read", json=body, headers=person.headers).is_success
    assert unread(client, world.agent) == 1


def test_the_same_is_told_once(client: TestClient, world: World) -> None:
    source = uuid4()
    for _ in range(3):
        told(world, world.agent, source=source)
    assert len(inbox(client, world.agent)) == 1


def test_pages_follow_one_another(client: TestClient, world: World) -> None:
    for number in range(5):
        told(world, world.agent, words={"title": str(number)})
    seen: list[str] = []
    cursor: str | None = None
    for _ in range(3):
        query = {"limit": 2} | ({"cursor": cursor} if cursor else {})
        page = client.get(f"{API}/notices", params=query, headers=world.agent.headers).json()
        seen += [one["words"]["title"] for one in page["items"]]
        cursor = page["next_cursor"]
    assert (seen, cursor) == (["4", "3", "2", "1", "0"], None)


@pytest.mark.parametrize("cursor", ["x", "WyJ4Il0", "W10"])
def test_a_forged_cursor_is_refused(client: TestClient, world: World, cursor: str) -> None:
    response = client.get(f"{API}/notices", params={"cursor": cursor}, headers=world.agent.headers)
    assert response.status_code == 422


def test_open_screens_hear_of_it(world: World) -> None:
    with psycopg.connect(dsn(), autocommit=True) as listener:
        listener.execute(f"LISTEN {CHANNEL}")
        told(world, world.agent)
        heard = [one.payload for one in listener.notifies(timeout=2, stop_after=1)]
    assert "notice.changed" in heard[0]
    assert str(world.agent.member.id) in heard[0]


def test_a_wish_is_told_to_the_staff_and_ends_when_somebody_takes_it(client: TestClient) -> None:
    world = ready_world(client)
    answer = ask(client, world.guest, "Comment configurer Salesforce ?")
    hand_over(client, world.guest, answer["id"])
    run_jobs()
    one = answer["conversation_id"]
    for person in (world.admin, world.agent):
        [found] = inbox(client, person, unread=True)
        assert (found["kind"], found["path"]) == ("request", f"/conversations/{one}")
    assert inbox(client, world.guest) == []
    assign(client, world.agent, one, "person")
    assert inbox(client, world.admin, unread=True) == []


def test_who_is_given_a_request_hears_of_it_and_who_takes_it_does_not(client: TestClient) -> None:
    world = ready_world(client)
    answer = ask(client, world.guest, "Comment configurer Salesforce ?")
    hand_over(client, world.guest, answer["id"])
    run_jobs()
    one = answer["conversation_id"]
    assign(client, world.agent, one, "person")
    run_jobs()
    assert kinds(inbox(client, world.agent, unread=True)) == []
    assign(client, world.agent, one, "person", assignee_id=str(world.admin.member.id))
    run_jobs()
    [found] = inbox(client, world.admin, unread=True)
    assert (found["kind"], found["words"]["name"]) == ("assigned", "Agent")


def test_reading_the_conversation_reads_what_was_told_of_it(client: TestClient) -> None:
    world = ready_world(client)
    answer = ask(client, world.guest, "Comment configurer Salesforce ?")
    hand_over(client, world.guest, answer["id"])
    one = answer["conversation_id"]
    write(client, world.agent, one, "Bonjour")
    note(client, world.agent, one, "Tu regardes ?", world.admin)
    run_jobs()
    assert kinds(inbox(client, world.guest)) == ["message"]
    found = kinds(inbox(client, world.admin))
    assert "mention" in found, "who is called by name hears of it beside what was said"
    assert "request" not in found, "it was taken before anybody could be called"
    present(client, world.guest, one, read=True)
    assert unread(client, world.guest) == 0


def test_what_is_old_goes(world: World) -> None:
    told(world, world.agent)
    told(world, world.agent, words={"title": "récent"})
    with tenant(world.id):
        first = Notice.objects.filter(member=world.agent.member).earliest("id")
        Notice.objects.filter(pk=first.pk).update(created_at=first.created_at - KEPT)
    prune_notices(0)
    with tenant(world.id):
        assert [one.words["title"] for one in Notice.objects.all()] == ["récent"]

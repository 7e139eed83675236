"""From the assistant to a person and back: nobody waits in silence, and nothing goes round."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db.models import F
from starlette.testclient import TestClient

from netz.assistant.models import Assignment, Participant
from netz.assistant.services.assigning import remind
from netz.core.db import tenant
from netz.core.permissions import Role
from netz.workspaces.models import Member
from tests.assistant.test_answers_api import ask
from tests.assistant.test_filing import ids, listed
from tests.assistant.test_letters import mailbox
from tests.assistant.test_together import API, note, present, read, seen, texts, write
from tests.factories import Person, World, add_person, make_world
from tests.jobs import run_jobs
from tests.notices.material import inbox

__all__ = ["mailbox"]


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def asked(client: TestClient, world: World) -> Iterator[str]:
    """A conversation in which the guest asked for a person."""
    answer = ask(client, world.guest, "Comment configurer Salesforce ?")
    hand_over(client, world.guest, answer["id"])
    return str(answer["conversation_id"])  # type: ignore[return-value]  # a fixture's value


def hand_over(client: TestClient, person: Person, answer_id: str) -> None:
    body = {"note": "Depuis ce matin"}
    response = client.post(
        f"/api/v2/answers/{answer_id}/handover", json=body, headers=person.headers
    )
    assert response.status_code == 201, response.text


def assign(client: TestClient, person: Person, one: str, status: str, **body: object) -> Any:
    told = {"status": status} | body
    return client.put(f"{API}/{one}/assignment", json=told, headers=person.headers)


def status(client: TestClient, person: Person, one: str) -> tuple[str, str | None]:
    """How far it is, as this person sees it, and with whom."""
    told = seen(client, person, one)["assignment"]
    return told["status"], told["assignee"] and told["assignee"]["id"]


def test_asking_for_a_person_opens_it_to_staff_who_see_it_wait(
    client: TestClient, world: World, asked: str
) -> None:
    assert status(client, world.guest, asked) == ("waiting", None)
    for person in (world.agent, world.admin):
        (row,) = listed(client, person, of="requests")
        assert (row["id"], row["request"]["status"]) == (asked, "waiting")
        assert read(client, person, asked).status_code == 200
        counts = client.get("/api/v2/conversation-counts", headers=person.headers).json()
        assert (counts["waiting"], counts["yours"]) == (1, 0)
    for person in (world.guest, world.manager):
        refused = client.get(
            "/api/v2/conversations", params={"of": "requests"}, headers=person.headers
        )
        assert refused.status_code == 403


def test_who_takes_it_answers_there_and_the_guest_sees_who(
    client: TestClient, world: World, asked: str
) -> None:
    assert assign(client, world.agent, asked, "person").status_code == 204
    agent = str(world.agent.member.id)
    assert status(client, world.guest, asked) == ("person", agent)
    assert write(client, world.agent, asked, "Je regarde.").status_code == 201
    assert texts(seen(client, world.guest, asked)) == ["Je regarde."]
    assert ids(listed(client, world.agent, of="requests", request="yours")) == [asked]
    assert listed(client, world.admin, of="requests", request="waiting") == []


def test_who_answers_somebody_waiting_has_taken_it(
    client: TestClient, world: World, asked: str
) -> None:
    write(client, world.agent, asked, "Bonjour, je m’en occupe.")
    assert status(client, world.guest, asked) == ("person", str(world.agent.member.id))


def test_a_note_takes_nothing(client: TestClient, world: World, asked: str) -> None:
    note(client, world.agent, asked, "À voir demain")
    assert status(client, world.guest, asked) == ("waiting", None)


def test_what_somebody_took_is_taken_over_only_knowingly(
    client: TestClient, world: World, asked: str
) -> None:
    assign(client, world.agent, asked, "person")
    refused = assign(client, world.admin, asked, "person")
    assert (refused.status_code, refused.json()["code"]) == (409, "assignment.taken")
    assert assign(client, world.agent, asked, "person").status_code == 204, "again is no error"
    assert assign(client, world.admin, asked, "person", even_if_taken=True).status_code == 204
    assert status(client, world.guest, asked) == ("person", str(world.admin.member.id))


def test_it_is_given_to_a_colleague_who_finds_it_as_a_mention(
    client: TestClient, world: World, asked: str
) -> None:
    admin = str(world.admin.member.id)
    assert assign(client, world.agent, asked, "person", assignee_id=admin).status_code == 204
    (row,) = listed(client, world.admin, of="shared")
    assert (row["id"], row["mentioned"]) == (asked, True)


@pytest.mark.parametrize("who", ["guest", "other_guest", "manager"])
def test_nobody_but_staff_is_given_it(
    client: TestClient, world: World, asked: str, who: str
) -> None:
    chosen = str(world.people[who].member.id)
    refused = assign(client, world.agent, asked, "person", assignee_id=chosen)
    assert refused.json()["code"] == "conversation.cannot_take_part"
    assert status(client, world.guest, asked) == ("waiting", None), "nothing was changed"
    assert assign(client, world.people[who], asked, "solved").status_code == 403


def test_given_back_it_is_the_assistants_again(
    client: TestClient, world: World, asked: str
) -> None:
    assign(client, world.agent, asked, "person")
    assert assign(client, world.agent, asked, "assistant").status_code == 204
    told = seen(client, world.guest, asked)["assignment"]
    assert (told["status"], told["ended_at"] is not None) == ("assistant", True)
    ask(client, world.guest, "Comment installer le VPN ?", conversation_id=asked)
    assert status(client, world.guest, asked)[0] == "assistant", "a question is no call for people"


@pytest.mark.parametrize("end", ["assistant", "solved"])
def test_a_word_after_the_end_goes_to_whoever_had_it(
    client: TestClient, world: World, asked: str, end: str
) -> None:
    assign(client, world.agent, asked, "person")
    assign(client, world.agent, asked, end)
    write(client, world.guest, asked, "Toujours en panne.")
    assert status(client, world.guest, asked) == ("person", str(world.agent.member.id))
    assert listed(client, world.agent, of="shared")[0]["mentioned"] is True


def test_staff_can_write_after_the_end_without_opening_it_again(
    client: TestClient, world: World, asked: str
) -> None:
    assign(client, world.agent, asked, "solved")
    write(client, world.agent, asked, "Bonne journée.")
    assert status(client, world.guest, asked)[0] == "solved"


def test_asking_again_while_somebody_has_it_changes_nothing(
    client: TestClient, world: World, asked: str
) -> None:
    assign(client, world.agent, asked, "person")
    again = ask(client, world.guest, "Comment configurer SAP ?", conversation_id=asked)
    hand_over(client, world.guest, again["id"])
    assert status(client, world.guest, asked) == ("person", str(world.agent.member.id))
    assign(client, world.agent, asked, "solved")
    third = ask(client, world.guest, "Comment configurer Oracle ?", conversation_id=asked)
    hand_over(client, world.guest, third["id"])
    assert status(client, world.guest, asked) == ("waiting", None), "a new wish starts anew"


def test_nothing_that_nobody_asked_for_is_given_back(client: TestClient, world: World) -> None:
    one = str(ask(client, world.guest, "Comment installer le VPN ?")["conversation_id"])
    assert assign(client, world.admin, one, "solved").json()["code"] == "assignment.not_found"
    assert assign(client, world.agent, one, "person").status_code == 404, "nobody called the staff"
    assert assign(client, world.admin, one, "person").status_code == 204, "an admin oversees"


def test_the_summary_tells_what_was_asked_and_tried(
    client: TestClient, world: World, asked: str
) -> None:
    write(client, world.guest, asked, "C’est urgent")
    told = client.get(f"{API}/{asked}/summary", headers=world.agent.headers).json()
    assert (told["asker"]["id"], told["company"]) == (str(world.guest.member.id), "Atelier Brun")
    (tried,) = told["tried"]
    assert tried["question"] == "Comment configurer Salesforce ?"
    assert (tried["status"], tried["wish"]) == ("refused", "Depuis ce matin")
    assert (told["written"], told["last_words"]) == (1, "C’est urgent")
    assert told["waiting_since"] is not None
    assert client.get(f"{API}/{asked}/summary", headers=world.guest.headers).status_code == 403


def test_a_long_conversation_is_summed_up_by_its_end(client: TestClient, world: World) -> None:
    first = ask(client, world.guest, "Question numéro 0 ?")
    for number in range(1, 12):
        ask(
            client,
            world.guest,
            f"Question numéro {number} ?",
            conversation_id=first["conversation_id"],
        )
    hand_over(client, world.guest, first["id"])
    told = client.get(
        f"{API}/{first['conversation_id']}/summary", headers=world.agent.headers
    ).json()
    assert (len(told["tried"]), told["left_out"]) == (10, 2)
    assert told["tried"][-1]["question"] == "Question numéro 11 ?"


# -- nobody waits in silence -----------------------------------------------------------------------


def waited(world: World, minutes: int) -> None:
    """Makes everybody have waited for so much longer."""
    with tenant(world.id):
        Assignment.objects.filter(workspace_id=world.id).update(
            requested_at=F("requested_at") - timedelta(minutes=minutes)
        )


def reminded(world: World) -> int:
    with tenant(world.id):
        return remind(world.id)


def test_the_staff_is_reminded_three_times_and_the_guest_sees_it(
    client: TestClient, world: World, asked: str, mailbox: list[mail.EmailMessage]
) -> None:
    run_jobs()
    mailbox.clear()
    assert reminded(world) == 0
    times = []
    for minutes in (16, 45, 181, 600):
        waited(world, minutes)
        times.append(reminded(world))
        assert reminded(world) == 0, "once each"
        run_jobs()
    assert times == [1, 1, 1, 0]
    assert seen(client, world.guest, asked)["assignment"]["reminded_at"] is not None
    staff = {world.admin.user.email, world.agent.user.email}
    assert {letter.to[0] for letter in mailbox} == staff
    assert len(mailbox) == 6
    told = inbox(client, world.agent, unread=True)
    assert [one["kind"] for one in told].count("unanswered") == 1, "the last one stands for all"
    assert asked in mailbox[0].body


def test_nobody_is_reminded_of_what_was_taken_meanwhile(
    client: TestClient, world: World, asked: str, mailbox: list[mail.EmailMessage]
) -> None:
    run_jobs()
    mailbox.clear()
    waited(world, 16)
    reminded(world)
    assign(client, world.agent, asked, "person")
    run_jobs()
    assert mailbox == []
    waited(world, 600)
    assert reminded(world) == 0


def test_a_guest_who_is_away_gets_one_letter_until_they_have_read(
    client: TestClient, world: World, asked: str, mailbox: list[mail.EmailMessage]
) -> None:
    run_jobs()
    mailbox.clear()
    write(client, world.agent, asked, "Bonjour 0815")
    write(client, world.agent, asked, "Encore une chose")
    run_jobs()
    assert [letter.to for letter in mailbox] == [[world.guest.user.email]]
    assert "0815" not in mailbox[0].body, "mail tells that, not what"
    assert asked in mailbox[0].body
    mailbox.clear()
    present(client, world.guest, asked, read=True)
    present(client, world.guest, asked, left=True)
    write(client, world.agent, asked, "Et maintenant ?")
    run_jobs()
    assert len(mailbox) == 1


def test_who_has_it_on_the_screen_gets_no_letter(
    client: TestClient, world: World, asked: str, mailbox: list[mail.EmailMessage]
) -> None:
    run_jobs()
    mailbox.clear()
    present(client, world.guest, asked)
    write(client, world.agent, asked, "Bonjour")
    run_jobs()
    assert mailbox == []


def test_staff_mentioned_in_a_note_get_a_letter(
    client: TestClient, world: World, asked: str, mailbox: list[mail.EmailMessage]
) -> None:
    run_jobs()
    mailbox.clear()
    note(client, world.agent, asked, "Tu regardes ? 0815", world.admin)
    run_jobs()
    assert [letter.to for letter in mailbox] == [[world.admin.user.email]]
    assert "0815" not in mailbox[0].body


def test_a_limited_technician_hears_of_no_other_company(client: TestClient, world: World) -> None:
    far = add_person(world, "far", Role.AGENT)
    with tenant(world.id):
        Member.objects.filter(pk=far.member.id).update(limited_to_companies=True)
    answer = ask(client, world.guest, "Comment configurer Salesforce ?")
    hand_over(client, world.guest, answer["id"])
    assert listed(client, far, of="requests") == []
    assert read(client, far, str(answer["conversation_id"])).status_code == 404


def test_handing_over_keeps_who_takes_part(client: TestClient, world: World, asked: str) -> None:
    assign(client, world.agent, asked, "person")
    with tenant(world.id):
        joined = Participant.objects.filter(workspace_id=world.id, joined_at__isnull=False)
        assert [one.member_id for one in joined] == [world.agent.member.id]

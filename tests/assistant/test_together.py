"""Several people in one conversation: who reads and writes, what each sees, how they hear of it."""

import io
import json
from typing import Any

import psycopg
import pytest
from docx import Document
from pypdf import PdfReader
from starlette.testclient import TestClient

from netz.assistant.models import Conversation, Participant
from netz.audit.models import Entry
from netz.core.db import tenant
from netz.core.live import CHANNEL
from netz.core.permissions import Role
from netz.workspaces.models import CompanyGrant, Member
from tests.assistant.test_answers_api import ask
from tests.assistant.test_filing import converse, ids, listed
from tests.factories import Person, World, add_person, make_world
from tests.knowledge.search.test_concurrency import dsn

API = "/api/v2/conversations"


@pytest.fixture
def world() -> World:
    """A workspace in which one more guest works beside the first."""
    found = make_world()
    add_person(found, "colleague", Role.GUEST, company=found.company)
    return found


def read(client: TestClient, person: Person, one: str) -> Any:
    return client.get(f"{API}/{one}", headers=person.headers)


def seen(client: TestClient, person: Person, one: str) -> dict[str, Any]:
    """The conversation as this person sees it."""
    response = read(client, person, one)
    assert response.status_code == 200, response.text
    return dict(response.json())


def write(client: TestClient, person: Person, one: str, text: str, *mentions: Person) -> Any:
    body = {"text": text, "mentions": [str(other.member.id) for other in mentions]}
    return client.post(f"{API}/{one}/messages", json=body, headers=person.headers)


def note(client: TestClient, person: Person, one: str, text: str, *mentions: Person) -> Any:
    body = {"text": text, "mentions": [str(other.member.id) for other in mentions]}
    return client.post(f"{API}/{one}/notes", json=body, headers=person.headers)


def share(client: TestClient, person: Person, one: str, shared: bool = True) -> Any:
    return client.put(f"{API}/{one}/sharing", json={"shared": shared}, headers=person.headers)


def let_in(client: TestClient, person: Person, one: str, *others: Person) -> Any:
    body = {"member_ids": [str(other.member.id) for other in others]}
    return client.post(f"{API}/{one}/people", json=body, headers=person.headers)


def take_out(client: TestClient, person: Person, one: str, other: Person) -> Any:
    return client.delete(f"{API}/{one}/people/{other.member.id}", headers=person.headers)


def present(client: TestClient, person: Person, one: str, **body: object) -> Any:
    return client.post(f"{API}/{one}/presence", json=body, headers=person.headers)


def texts(conversation: dict[str, Any]) -> list[str]:
    """What people wrote in it."""
    return [one["text"] for one in conversation["messages"] if one["role"] == "person"]


# -- sharing with one's own people -----------------------------------------------------------------


def test_it_is_ones_own_until_it_is_shared_with_the_company(
    client: TestClient, world: World
) -> None:
    (one,) = converse(client, world.guest, "Comment installer le VPN ?")
    others = (world.colleague, world.other_guest, world.agent)
    assert [read(client, other, one).status_code for other in others] == [404, 404, 404]
    assert share(client, world.guest, one).json() == {"shared": True}
    assert read(client, world.colleague, one).status_code == 200
    assert [read(client, other, one).status_code for other in others[1:]] == [404, 404]
    (row,) = listed(client, world.colleague, of="shared")
    assert (row["id"], row["asker"]["name"] != "") == (one, True)
    assert listed(client, world.guest, of="shared") == []
    share(client, world.guest, one, shared=False)
    assert read(client, world.colleague, one).status_code == 404
    assert listed(client, world.colleague, of="shared") == []


def test_staff_share_theirs_with_the_staff(client: TestClient, world: World) -> None:
    (one,) = converse(client, world.agent, "Comment installer le VPN ?")
    share(client, world.agent, one)
    assert seen(client, world.admin, one)["circle"] == "staff"
    assert ids(listed(client, world.admin, of="shared")) == [one]
    assert read(client, world.guest, one).status_code == 404


def test_only_its_member_shares_it(client: TestClient, world: World) -> None:
    (one,) = converse(client, world.guest, "Comment installer le VPN ?")
    share(client, world.guest, one)
    refused = share(client, world.colleague, one, shared=False)
    assert (refused.status_code, refused.json()["code"]) == (403, "conversation.not_yours")
    assert seen(client, world.colleague, one)["can"] == {
        "ask": True,
        "write": True,
        "share": False,
        "handle": False,
    }


def test_somebody_let_in_by_name_reads_until_taken_out(client: TestClient, world: World) -> None:
    (one,) = converse(client, world.guest, "Comment installer le VPN ?")
    assert let_in(client, world.guest, one, world.colleague).status_code == 200
    assert read(client, world.colleague, one).status_code == 200
    (row,) = [p for p in seen(client, world.guest, one)["people"] if not p["owner"]]
    assert (row["joined"], row["you"]) == (True, False)
    refused = take_out(client, world.colleague, one, world.guest)
    assert refused.status_code == 403, "whoever was let in puts nobody out"
    assert take_out(client, world.guest, one, world.colleague).status_code == 204
    assert read(client, world.colleague, one).status_code == 404
    assert take_out(client, world.guest, one, world.colleague).json()["code"] == (
        "participant.not_found"
    )


def test_a_client_puts_no_technician_out(client: TestClient, world: World) -> None:
    (one,) = converse(client, world.guest, "Comment installer le VPN ?")
    client.put(f"{API}/{one}/assignment", json={"status": "person"}, headers=world.admin.headers)
    assert take_out(client, world.guest, one, world.admin).status_code == 403
    assert take_out(client, world.admin, one, world.admin).status_code == 204


def test_one_can_leave_and_the_owner_cannot(client: TestClient, world: World) -> None:
    (one,) = converse(client, world.guest, "Comment installer le VPN ?")
    let_in(client, world.guest, one, world.colleague)
    assert take_out(client, world.colleague, one, world.colleague).status_code == 204
    assert read(client, world.colleague, one).status_code == 404
    assert take_out(client, world.guest, one, world.guest).status_code == 404


@pytest.mark.parametrize("who", ["other_guest", "other_manager"])
def test_another_companys_people_are_not_let_in(client: TestClient, world: World, who: str) -> None:
    if who == "other_manager":
        add_person(world, who, Role.MANAGER, company=world.other_company)
    (one,) = converse(client, world.guest, "Comment installer le VPN ?")
    for giver in (world.guest, world.admin):
        client.put(f"{API}/{one}/assignment", json={"status": "person"}, headers=giver.headers)
        refused = let_in(client, giver, one, world.people[who], world.colleague)
        assert refused.json()["code"] == "conversation.cannot_take_part", refused.text
    assert read(client, world.people[who], one).status_code == 404
    assert read(client, world.colleague, one).status_code == 404, "all or none"


def test_whoever_moves_to_another_company_reads_it_no_more(
    client: TestClient, world: World
) -> None:
    (one,) = converse(client, world.guest, "Comment installer le VPN ?")
    let_in(client, world.guest, one, world.colleague)
    with tenant(world.id):
        Member.objects.filter(pk=world.colleague.member.id).update(company=world.other_company)
    assert read(client, world.colleague, one).status_code == 404
    assert write(client, world.colleague, one, "Encore là").status_code == 404
    people = seen(client, world.guest, one)["people"]
    assert [p["owner"] for p in people] == [True], "nor is shown in it"


def test_staff_limited_to_other_companies_are_kept_out(client: TestClient, world: World) -> None:
    (one,) = converse(client, world.guest, "Comment installer le VPN ?")
    client.put(f"{API}/{one}/assignment", json={"status": "person"}, headers=world.admin.headers)
    assert read(client, world.agent, one).status_code == 200
    with tenant(world.id):
        Member.objects.filter(pk=world.agent.member.id).update(limited_to_companies=True)
        CompanyGrant.objects.create(
            workspace_id=world.id, member=world.agent.member, company=world.other_company
        )
    assert read(client, world.agent, one).status_code == 404
    assert let_in(client, world.admin, one, world.agent).status_code == 422
    assert listed(client, world.agent, of="requests") == []


def test_what_was_imported_is_shared_with_nobody(client: TestClient, world: World) -> None:
    (one,) = converse(client, world.agent, "Comment installer le VPN ?")
    with tenant(world.id):
        Conversation.objects.filter(pk=one).update(origin="chatgpt")
    assert share(client, world.agent, one).json()["code"] == "conversation.not_shareable"
    assert let_in(client, world.agent, one, world.admin).json()["code"] == (
        "conversation.not_shareable"
    )
    assert write(client, world.agent, one, "Bonjour").json()["code"] == "conversation.read_only"


def test_a_deleted_one_is_gone_for_everybody(client: TestClient, world: World) -> None:
    (one,) = converse(client, world.guest, "Comment installer le VPN ?")
    share(client, world.guest, one)
    client.delete(f"{API}/{one}", headers=world.guest.headers)
    assert read(client, world.colleague, one).status_code == 404
    assert listed(client, world.colleague, of="shared") == []


# -- asking and writing ----------------------------------------------------------------------------


def test_a_colleague_asks_in_it_and_is_named(client: TestClient, world: World) -> None:
    (one,) = converse(client, world.guest, "Comment installer le VPN ?")
    share(client, world.guest, one)
    ask(client, world.colleague, "Et sur un téléphone ?", conversation_id=one)
    asked = [m for m in seen(client, world.guest, one)["messages"] if m["role"] == "user"]
    assert [m["author"] and m["author"]["id"] for m in asked] == [
        None,
        str(world.colleague.member.id),
    ]
    assert listed(client, world.guest)[0]["unread"] is True
    present(client, world.guest, one, read=True)
    assert listed(client, world.guest)[0]["unread"] is False


def test_staff_do_not_ask_the_assistant_in_a_clients_conversation(
    client: TestClient, world: World
) -> None:
    (one,) = converse(client, world.guest, "Comment installer le VPN ?")
    body = {"question": "Quel est le mot de passe ?", "conversation_id": one}
    refused = client.post("/api/v2/answers", json=body, headers=world.admin.headers)
    assert (refused.status_code, refused.json()["code"]) == (409, "conversation.ask_elsewhere")
    assert seen(client, world.admin, one)["can"]["ask"] is False


def test_what_people_write_is_no_question_for_the_assistant(
    client: TestClient, world: World
) -> None:
    (one,) = converse(client, world.guest, "Comment installer le VPN ?")
    share(client, world.guest, one)
    written = write(client, world.colleague, one, "  Chez moi cela marche.  ")
    assert written.status_code == 201, written.text
    assert written.json()["text"] == "Chez moi cela marche."
    assert texts(seen(client, world.guest, one)) == ["Chez moi cela marche."]
    ask(client, world.guest, "Et sur un téléphone ?", conversation_id=one)
    roles = [m["role"] for m in seen(client, world.guest, one)["messages"]]
    assert roles == ["user", "assistant", "person", "user", "assistant"]
    assert listed(client, world.colleague, of="shared")[0]["unread"] is False, "one's own words"


@pytest.mark.parametrize(
    ("text", "status"),
    [("", 422), ("   ", 422), ("a" * 20_001, 422), ("nul\0", 422), ("<script>x</script>", 201)],
    ids=["empty", "blank", "long", "null", "markup"],
)
def test_texts_that_are_and_are_not_taken(
    client: TestClient, world: World, text: str, status: int
) -> None:
    (one,) = converse(client, world.guest, "Comment installer le VPN ?")
    assert write(client, world.guest, one, text).status_code == status
    assert texts(seen(client, world.guest, one)) == ([text] if status == 201 else [])


def test_the_same_message_sent_twice_is_written_once(client: TestClient, world: World) -> None:
    (one,) = converse(client, world.guest, "Comment installer le VPN ?")
    for _ in range(2):
        client.post(
            f"{API}/{one}/messages",
            json={"text": "Une fois"},
            headers=world.guest.headers | {"Idempotency-Key": "m1"},
        )
    assert texts(seen(client, world.guest, one)) == ["Une fois"]


def test_a_mention_lets_in_and_waits_until_it_is_read(client: TestClient, world: World) -> None:
    (one,) = converse(client, world.guest, "Comment installer le VPN ?")
    assert write(client, world.guest, one, "Tu sais ?", world.colleague).status_code == 201
    (row,) = listed(client, world.colleague, of="shared")
    assert (row["unread"], row["mentioned"]) == (True, True)
    counts = client.get("/api/v2/conversation-counts", headers=world.colleague.headers).json()
    assert counts == {"unread": 1, "mentioned": 1, "shared": 1, "waiting": None, "yours": None}
    present(client, world.colleague, one, read=True)
    (row,) = listed(client, world.colleague, of="shared")
    assert (row["unread"], row["mentioned"]) == (False, False)


def test_who_was_let_in_mentions_those_in_it_and_nobody_else(
    client: TestClient, world: World
) -> None:
    add_person(world, "third", Role.GUEST, company=world.company)
    (one,) = converse(client, world.guest, "Comment installer le VPN ?")
    let_in(client, world.guest, one, world.colleague)
    assert write(client, world.colleague, one, "Merci", world.guest).status_code == 201
    refused = write(client, world.colleague, one, "Viens", world.third)
    assert refused.status_code == 403
    assert texts(seen(client, world.guest, one)) == ["Merci"], "nothing of it was kept"


def test_two_people_writing_at_once_lose_nothing(client: TestClient, world: World) -> None:
    (one,) = converse(client, world.guest, "Comment installer le VPN ?")
    share(client, world.guest, one)
    for number in range(3):
        write(client, world.guest, one, f"A{number}")
        write(client, world.colleague, one, f"B{number}")
    assert texts(seen(client, world.guest, one)) == ["A0", "B0", "A1", "B1", "A2", "B2"]


# -- notes -----------------------------------------------------------------------------------------


def test_notes_are_the_staffs_alone(client: TestClient, world: World) -> None:
    (one,) = converse(client, world.guest, "Comment installer le VPN ?")
    assert note(client, world.admin, one, "Client difficile 4711").status_code == 201
    assert [n["text"] for n in seen(client, world.admin, one)["notes"]] == ["Client difficile 4711"]
    for reader in (world.guest, world.manager):
        assert "4711" not in read(client, reader, one).text
        for form in ("markdown", "json", "csv"):
            body = {"ids": [one], "format": form}
            file = client.post(f"{API}/exports", json=body, headers=reader.headers)
            assert file.status_code == 200
            assert "4711" not in file.text
        found = client.get(f"{API}/search", params={"q": "4711"}, headers=reader.headers)
        assert found.json()["items"] == []
        assert note(client, reader, one, "moi aussi").status_code == 403
    assert (
        "4711"
        not in client.post(
            f"{API}/exports", json={"ids": [one], "format": "json"}, headers=world.admin.headers
        ).text
    ), "a file may be passed on"


def test_a_note_mentions_staff_and_never_a_client(client: TestClient, world: World) -> None:
    (one,) = converse(client, world.guest, "Comment installer le VPN ?")
    refused = note(client, world.admin, one, "Hm", world.guest)
    assert refused.json()["code"] == "conversation.cannot_take_part"
    refused = note(client, world.admin, one, "Hm", world.colleague)
    assert refused.json()["code"] == "conversation.cannot_take_part"
    assert note(client, world.admin, one, "Tu regardes ?", world.agent).status_code == 201
    assert listed(client, world.agent, of="shared")[0]["mentioned"] is True


# -- presence and what screens are told ------------------------------------------------------------


def test_presence_reading_and_leaving(client: TestClient, world: World) -> None:
    (one,) = converse(client, world.guest, "Comment installer le VPN ?")
    share(client, world.guest, one)
    assert present(client, world.colleague, one, read=True).status_code == 200
    people = {p["id"]: p for p in seen(client, world.guest, one)["people"]}
    there = people[str(world.colleague.member.id)]
    assert (there["present"], there["joined"]) == (True, False)
    assert there["read_at"] is not None
    present(client, world.colleague, one, left=True)
    people = [p["id"] for p in seen(client, world.guest, one)["people"]]
    assert people == [str(world.guest.member.id)]
    assert present(client, world.other_guest, one).status_code == 404


def notices() -> psycopg.Connection[Any]:
    listener = psycopg.connect(dsn(), autocommit=True)
    listener.execute(f"LISTEN {CHANNEL}")
    return listener


def test_screens_hear_of_ids_and_only_those_who_are_in_it(client: TestClient, world: World) -> None:
    (one,) = converse(client, world.guest, "Comment installer le VPN ?")
    let_in(client, world.guest, one, world.colleague)
    with notices() as listener:
        write(client, world.guest, one, "Un secret 0815")
        note(client, world.admin, one, "Une note 0815")
        present(client, world.colleague, one, typing=True)
        heard = [json.loads(n.payload) for n in listener.notifies(timeout=0.5)]
    assert "0815" not in json.dumps(heard)
    guest, colleague = str(world.guest.member.id), str(world.colleague.member.id)
    admin = str(world.admin.member.id)
    written, noted = [h for h in heard if h["k"] == "message.created"]
    assert set(written["m"]) == {guest, colleague}
    assert (noted["m"], noted["r"]) == ([admin], None), "who isn't staff hears of no note"
    written, typing = [h for h in heard if h["k"] == "conversation.presence"]
    assert (written["p"]["typing"], typing["p"]["typing"]) == (False, True), "who sent has stopped"
    assert colleague not in typing["m"]


def test_the_trail_tells_who_wrote_and_who_was_let_in_never_what(
    client: TestClient, world: World
) -> None:
    (one,) = converse(client, world.guest, "Comment installer le VPN ?")
    share(client, world.guest, one)
    let_in(client, world.guest, one, world.colleague)
    write(client, world.guest, one, "Un secret 0815")
    with tenant(world.id):
        rows = list(Entry.objects.filter(workspace_id=world.id).order_by("created_at"))
        assert not Participant.objects.filter(workspace_id=world.id, joined_at=None).exclude(
            member=world.guest.member
        )
    actions = [row.action for row in rows]
    assert actions[-3:] == ["conversation.share", "conversation.let_in", "message.write"]
    assert "0815" not in json.dumps([row.after for row in rows])


def test_search_finds_what_others_shared(client: TestClient, world: World) -> None:
    (one,) = converse(client, world.guest, "Comment régler la rotative du quai ?")
    search = {"q": "rotative"}

    def found(person: Person) -> list[str]:
        response = client.get(f"{API}/search", params=search, headers=person.headers)
        return [item["conversation"]["id"] for item in response.json()["items"]]

    assert found(world.colleague) == []
    share(client, world.guest, one)
    write(client, world.guest, one, "La rotative fait du bruit")
    assert found(world.colleague) == [one]
    assert found(world.other_guest) == []


def test_files_tell_who_wrote_what(client: TestClient, world: World) -> None:
    (one,) = converse(client, world.guest, "Comment installer le VPN ?")
    share(client, world.guest, one)
    ask(client, world.colleague, "Et sur un téléphone ?", conversation_id=one)
    write(client, world.colleague, one, "Chez moi cela marche.")
    name = seen(client, world.guest, one)["messages"][-1]["author"]["name"]

    def export(form: str) -> bytes:
        body = {"ids": [one], "format": form}
        file = client.post(f"{API}/exports", json=body, headers=world.guest.headers)
        assert file.status_code == 200, file.text
        return file.content

    pages = PdfReader(io.BytesIO(export("pdf"))).pages
    texts_of = {
        "markdown": export("markdown").decode().replace("\\", ""),
        "pdf": " ".join(" ".join(page.extract_text() for page in pages).split()),
        "docx": "\n".join(one.text for one in Document(io.BytesIO(export("docx"))).paragraphs),
    }
    for form, text in texts_of.items():
        assert f"Message de {name}" in text, form
        assert f"Question de {name}" in text, form
        assert "Chez moi cela marche." in text, form

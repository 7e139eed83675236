"""Agents who act for some companies alone, and what they may do for each."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from netz.core.permissions import ROLE_PERMISSIONS, Permission, Role
from tests.core.streams import live_stream
from tests.factories import Person, World, add_person, make_world
from tests.jobs import run_jobs
from tests.security.ways_in import ways_in
from tests.workspaces.roles.calls import (
    QUESTION,
    TEXT,
    ask,
    call,
    change,
    changed,
    documents,
    get,
    paths,
    trail,
)


def limit(client: TestClient, world: World, *permissions: str, person: Person | None = None) -> Any:
    grant: dict[str, Any] = {"company_id": str(world.company.id)}
    if permissions:
        grant["permissions"] = permissions
    body = {"limited_to_companies": True, "grants": [grant]}
    return changed(client, world, person or world.agent, **body)


@pytest.fixture
def world(client: TestClient) -> World:
    return make_world()


def sources(answer: dict[str, Any]) -> set[str]:
    return {one["path"].split("/")[0] for one in answer["citations"] + answer["nearest"]}


def test_a_limited_agent_sees_the_granted_company_s_documents_by_every_way_in(
    client: TestClient, world: World
) -> None:
    made = documents(client, world)
    ways = ways_in(client, world.agent)
    assert paths(client, world.agent) == {"public", "staff", "brun", "noir"}
    shown = limit(client, world)
    assert shown["grants"] == [
        {"company": {"id": str(world.company.id), "name": world.company.name}, "permissions": None}
    ]
    for headers in ways:
        assert paths(client, headers) == {"public", "staff", "brun"}
        found = call(client, headers, "POST", "search", json={"query": "Pour noir"}).json()
        assert "noir" not in {hit["path"].split("/")[0] for hit in found["results"]}
        for tail in ("", "/view", "/content", "/original"):
            path = f"documents/{made['noir']}{tail}"
            assert call(client, headers, "GET", path).status_code == 404
        folders = {one["path"] for one in get(client, headers, "folders")["items"]}
        assert "noir" not in folders
        for method, path, body in (
            ("PATCH", f"documents/{made['noir']}", {"title": "x"}),
            ("DELETE", f"documents/{made['noir']}", None),
            ("POST", f"documents/{made['noir']}/retry", None),
        ):
            assert call(client, headers, method, path, json=body).status_code == 404


def test_answers_and_their_cache_obey_the_limit(client: TestClient, world: World) -> None:
    documents(client, world)
    colleague = add_person(world, "colleague")
    whole = ask(client, colleague)
    assert ask(client, world.agent)["cached"] is True
    limit(client, world)
    narrowed = ask(client, world.agent)
    assert narrowed["cached"] is False, "another audience, another key"
    assert "noir" not in sources(narrowed)
    limit(client, world, person=colleague)
    assert ask(client, colleague)["cached"] is True, "the same limits share an answer"
    assert whole["status"] == "answered"


def test_an_earlier_answer_shows_nothing_beyond_the_limit(client: TestClient, world: World) -> None:
    from tests.security.scene import upload

    upload(client, world, TEXT, "noir/coffre.md", f"companies:{world.other_company.id}")
    run_jobs()
    answer = ask(client, world.agent)
    assert sources(answer) == {"noir"}
    limit(client, world)
    again = get(client, world.agent, f"conversations/{answer['conversation_id']}")
    assert "noir" not in str(again)
    assert "ambre4417" not in str(again)


def test_a_limited_agent_knows_the_granted_companies_people_and_colleagues(
    client: TestClient, world: World
) -> None:
    limit(client, world)
    people = {row["id"] for row in get(client, world.agent, "members")["items"]}
    names = ("admin", "agent", "guest", "manager")
    assert people == {str(world.people[name].member.id) for name in names}
    companies = get(client, world.agent, "companies")["items"]
    assert [row["name"] for row in companies] == [world.company.name]


def test_a_limited_keeper_of_settings_counts_the_people_of_the_granted_companies_alone(
    client: TestClient, world: World
) -> None:
    held = ROLE_PERMISSIONS[Role.AGENT] | {Permission.SETTINGS_MANAGE, Permission.MEMBERS_MANAGE}
    keeper = add_person(world, "keeper", permissions=held)
    noir = {"role": "guest", "company_id": str(world.other_company.id), "language": "fr"}
    for number in range(2):
        body = {"email": f"n{number}@example.com", **noir}
        sent = call(client, world.admin.headers, "POST", "invitations", json=body)
        assert sent.status_code == 201, sent.text

    def counted() -> tuple[dict[str, int], int, int, int]:
        people = get(client, keeper, "overview")["people"]
        return (
            people["by_role"],
            sum(people["without_factor"].values()),
            people["invitations_open"],
            people["keys"],
        )

    assert counted() == ({"admin": 1, "agent": 2, "manager": 1, "guest": 2}, 6, 2, 6)
    limit(client, world, person=keeper)
    assert counted() == ({"admin": 1, "agent": 2, "manager": 1, "guest": 1}, 5, 0, 5)


def test_a_limited_overseer_reads_the_granted_companies_conversations(
    client: TestClient, world: World
) -> None:
    documents(client, world)
    held = ROLE_PERMISSIONS[Role.AGENT] | {Permission.COMPANY_OVERSEE}
    lead = add_person(world, "lead", permissions=held)
    brun, noir = (ask(client, p)["conversation_id"] for p in (world.guest, world.other_guest))

    def overseen() -> set[str]:
        return {row["id"] for row in get(client, lead, "conversations", of="company")["items"]}

    assert overseen() == {brun, noir}
    limit(client, world, person=lead)
    assert overseen() == {brun}
    assert call(client, lead, "GET", f"conversations/{noir}").status_code == 404
    limit(client, world, "documents.read", person=lead)
    assert overseen() == set(), "not for this company"
    assert call(client, lead, "GET", f"conversations/{brun}").status_code == 404


def test_a_grant_s_own_list_narrows_what_may_be_done_there(
    client: TestClient, world: World
) -> None:
    made = documents(client, world)
    limit(client, world, "documents.read")
    assert paths(client, world.agent) == {"public", "staff", "brun"}
    rename = {"title": "Autre"}
    refused = call(client, world.agent, "PATCH", f"documents/{made['brun']}", json=rename)
    assert refused.status_code == 403
    assert refused.json()["code"] == "access.company_limits"
    assert call(client, world.agent, "DELETE", f"documents/{made['brun']}").status_code == 403
    assert call(client, world.agent, "PATCH", f"documents/{made['public']}", json=rename).is_success
    found = call(client, world.agent, "POST", "search", json={"query": "Pour brun"}).json()
    assert "brun" not in {hit["path"].split("/")[0] for hit in found["results"]}
    assert "brun" not in sources(ask(client, world.agent))
    limit(client, world, "documents.read", "documents.manage", "answers.ask")
    assert call(client, world.agent, "PATCH", f"documents/{made['brun']}", json=rename).is_success
    # A grant gives nothing that the role doesn't.
    limit(client, world, "models.manage", "members.manage")
    assert call(client, world.agent, "GET", "ai/models").status_code == 403


def test_a_limited_agent_reaches_no_other_company_by_writing(
    client: TestClient, world: World
) -> None:
    made = documents(client, world)
    limit(client, world)
    noir = str(world.other_company.id)

    def upload(path: str, audience: str | None, content: bytes = b"# Nouveau") -> Any:
        return call(
            client,
            world.agent,
            "POST",
            "documents",
            files={"file": ("n.md", content)},
            data={"path": path} | ({"audience": audience} if audience else {}),
        )

    assert upload("a.md", f"companies:{noir}").status_code == 404
    taken = upload("noir/coffre.md", "public")
    assert taken.status_code == 403, "the path is another company's document"
    assert taken.json()["code"] == "access.company_limits"
    rule = {"path": "noir", "audience": {"kind": "companies", "company_ids": [noir]}}
    assert call(client, world.admin, "PUT", "folders/audience", json=rule).status_code == 204
    assert upload("noir/nouveau.md", None).status_code == 403
    public = {"path": "noir", "audience": {"kind": "public"}}
    assert call(client, world.agent, "PUT", "folders/audience", json=public).status_code == 403
    shared = {"audience": {"kind": "companies", "company_ids": [noir]}}
    path = f"documents/{made['brun']}"
    assert call(client, world.agent, "PATCH", path, json=shared).status_code == 404
    both = {"kind": "companies", "company_ids": [noir, str(world.company.id)]}
    assert call(client, world.admin, "PATCH", path, json={"audience": both}).is_success
    assert paths(client, world.agent) == {"public", "staff", "brun"}, "shared with both"
    alone = {"audience": {"kind": "workspace"}}
    assert call(client, world.agent, "PATCH", path, json=alone).status_code == 403
    assert upload("b.md", "public").status_code == 202
    assert "noir" in paths(client, world.admin)


def test_an_upload_tells_nothing_of_the_same_content_elsewhere(
    client: TestClient, world: World
) -> None:
    from tests.security.scene import upload

    upload(client, world, TEXT, "noir/x.md", f"companies:{world.other_company.id}")
    limit(client, world)
    assert upload(client, world, TEXT, "copie.md", "public")["same_as"] is None
    assert upload(client, world, TEXT, "copie2.md", "public")["same_as"] is not None


def test_a_deleted_document_of_another_company_cannot_be_restored(
    client: TestClient, world: World
) -> None:
    made = documents(client, world)
    for name in ("noir", "brun"):
        assert call(client, world.admin, "DELETE", f"documents/{made[name]}").status_code == 204
    limit(client, world)
    path = "documents/{}/restoration"
    assert call(client, world.agent, "POST", path.format(made["noir"])).status_code == 404
    assert call(client, world.agent, "POST", path.format(made["brun"])).status_code == 200


def test_an_archive_of_a_limited_agent_stays_within_the_limit(
    client: TestClient, world: World
) -> None:
    import io
    import zipfile

    made = documents(client, world)
    limit(client, world)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(zipfile.ZipInfo("coffre.md"), "# À moi\n\nRemplacé.")
    body = {"path": "noir.zip", "audience": "public"}
    files = {"file": ("noir.zip", packed.getvalue())}
    sent = call(client, world.agent, "POST", "documents", files=files, data=body)
    assert sent.status_code == 202, sent.text
    run_jobs()
    failed = get(client, world.agent, f"documents/{sent.json()['id']}")
    assert failed["status"] == "failed"
    assert failed["error"]["code"] == "beyond_companies"
    content = get(client, world.admin, f"documents/{made['noir']}/content")
    assert "ambre4417" in str(content), "untouched"


def test_live_notices_of_other_companies_documents_do_not_come(
    client: TestClient, world: World
) -> None:
    made = documents(client, world)
    limit(client, world)
    with live_stream(client, world.agent.headers) as stream:
        for name in ("noir", "brun"):
            path = f"documents/{made[name]}"
            assert call(client, world.admin, "PATCH", path, json={"title": name}).is_success
        text = stream.wait_for(made["brun"])
    assert made["noir"] not in text


def test_a_limited_manager_of_members_stays_with_the_granted_companies_people(
    client: TestClient, world: World
) -> None:
    held = ROLE_PERMISSIONS[Role.AGENT] | {Permission.MEMBERS_MANAGE}
    clerk = add_person(world, "clerk", permissions=held)
    limit(client, world, person=clerk)
    brun, noir = str(world.company.id), str(world.other_company.id)

    def patch(person: Person, **body: Any) -> tuple[int, str]:
        response = call(client, clerk, "PATCH", f"members/{person.member.id}", json=body)
        return response.status_code, response.json().get("code", "")

    free = {"limited_to_companies": False}
    assert patch(clerk, **free) == (403, "member.above")
    assert patch(world.agent, active=False) == (403, "member.above")
    assert patch(world.other_guest, active=False) == (404, "member.not_found")
    assert patch(world.guest, company_id=noir) == (404, "company.not_found")
    assert patch(world.guest, role="agent") == (403, "access.company_limits")
    assert patch(world.guest, active=False) == (200, "")
    invited = {"email": "f@example.com", "role": "agent"}
    refused = call(client, clerk, "POST", "invitations", json=invited)
    assert refused.json()["code"] == "access.company_limits"
    guest = invited | {"role": "guest", "company_id": brun}
    assert call(client, clerk, "POST", "invitations", json=guest).status_code == 201
    away = {"email": "g@example.com", "role": "guest", "company_id": noir}
    assert call(client, world.admin, "POST", "invitations", json=away).status_code == 201
    listed = get(client, clerk, "invitations")["items"]
    assert [row["email"] for row in listed] == ["f@example.com"]


def test_only_agents_are_limited_and_the_limit_goes_with_the_role(
    client: TestClient, world: World
) -> None:
    for person in (world.guest, world.admin, world.manager):
        refused = change(client, world, person, limited_to_companies=True, grants=[])
        assert refused.status_code == 422
        assert refused.json()["code"] == "member.limit_needs_agent"
    limit(client, world)
    row = trail(client, world, "member.change")[-1]
    assert row.after["limited_to_companies"] is True
    moved = changed(client, world, world.agent, role="guest", company_id=str(world.company.id))
    assert (moved["limited_to_companies"], moved["grants"]) == (False, [])
    back = changed(client, world, world.agent, role="agent")
    assert (back["limited_to_companies"], back["grants"]) == (False, [])


def test_without_a_company_a_limited_agent_has_what_is_everybody_s(
    client: TestClient, world: World
) -> None:
    documents(client, world)
    changed(client, world, world.agent, limited_to_companies=True, grants=[])
    assert paths(client, world.agent) == {"public", "staff"}
    assert get(client, world.agent, "companies")["items"] == []
    changed(client, world, world.agent, limited_to_companies=False)
    assert paths(client, world.agent) == {"public", "staff", "brun", "noir"}


def test_a_handover_s_letter_goes_to_those_who_act_for_the_company(
    client: TestClient, world: World, settings_with_mail: list[Any]
) -> None:
    documents(client, world)
    limit(client, world)
    for person, told in ((world.guest, True), (world.other_guest, False)):
        settings_with_mail.clear()
        path = f"answers/{ask(client, person)['id']}/handover"
        assert call(client, person, "POST", path, json={}).status_code == 201
        run_jobs()
        to = {address for letter in settings_with_mail for address in letter.to}
        assert (world.agent.user.email in to) is told
        assert world.admin.user.email in to


@pytest.fixture
def settings_with_mail() -> Any:
    from django.core import mail
    from django.test import override_settings

    backend = "django.core.mail.backends.locmem.EmailBackend"
    with override_settings(MAIL_IS_SET_UP=True, EMAIL_BACKEND=backend):
        mail.outbox = []
        yield mail.outbox


def test_the_question_of_these_tests_finds_something(client: TestClient, world: World) -> None:
    documents(client, world)
    found = call(client, world.admin, "POST", "search", json={"query": QUESTION}).json()
    assert {hit["path"].split("/")[0] for hit in found["results"]} == {
        "public",
        "staff",
        "brun",
        "noir",
    }

"""Many members changed at once: shown first, done exactly so, undone; nobody locked out."""

from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.test.utils import CaptureQueriesContext
from starlette.testclient import TestClient

from netz.accounts.models import User
from netz.audit.models import Entry
from netz.core.actor import Actor
from netz.core.db import tenant
from netz.core.permissions import Permission, Role
from netz.workspaces.models import CompanyGrant, Member
from netz.workspaces.services import create_role
from netz.workspaces.services.changing import Change, Selection, apply_change, preview_change
from tests.factories import Person, World, add_person, make_world

PATH = "/api/v2/members/changes"
DEACTIVATE = {"kind": "deactivate"}


def send(client: TestClient, person: Person, path: str, body: dict[str, Any]) -> Any:
    return client.post(path, json=body, headers=person.headers)


def chosen(world: World, *names: str) -> dict[str, Any]:
    return {"member_ids": [str(world.people[name].member.id) for name in names]}


def preview(
    client: TestClient, person: Person, selection: dict[str, Any], change: dict[str, Any]
) -> dict[str, Any]:
    shown = send(client, person, f"{PATH}/preview", {"selection": selection, "change": change})
    assert shown.status_code == 200, shown.text
    return dict(shown.json())


def do(
    client: TestClient, person: Person, selection: dict[str, Any], change: dict[str, Any]
) -> dict[str, Any]:
    digest = preview(client, person, selection, change)["digest"]
    body = {"selection": selection, "change": change, "digest": digest}
    done = send(client, person, PATH, body)
    assert done.status_code == 200, done.text
    return dict(done.json())


def row_of(answer: dict[str, Any], person: Person) -> dict[str, Any]:
    rows = {row["member_id"]: row for row in answer["rows"]}
    return dict(rows[str(person.member.id)])


def state(world: World, name: str) -> tuple[str, str | None, bool]:
    with tenant(world.id):
        found = Member.objects.select_related("company").get(pk=world.people[name].member.pk)
        return found.role, found.company.name if found.company else None, found.active


def test_what_the_preview_shows_is_done_and_undone(client: TestClient) -> None:
    world = make_world()
    with tenant(world.id):
        Member.objects.filter(pk=world.manager.member.pk).update(active=False)
    selection = chosen(world, "agent", "guest", "manager")
    shown = preview(client, world.admin, selection, DEACTIVATE)
    assert (shown["change"], shown["unchanged"], shown["refused"]) == (2, 1, 0)
    assert state(world, "agent")[2] is True
    done = do(client, world.admin, selection, DEACTIVATE)
    assert [state(world, name)[2] for name in ("agent", "guest", "manager")] == [False] * 3
    assert client.get("/api/v2/me", headers=world.agent.headers).status_code == 401
    undone = send(client, world.admin, f"{PATH}/{done['undo_id']}/restoration", {})
    assert undone.json()["change"] == 2
    assert [state(world, name)[2] for name in ("agent", "guest", "manager")] == [True, True, False]
    again = send(client, world.admin, f"{PATH}/{done['undo_id']}/restoration", {})
    assert (again.status_code, again.json()["code"]) == (404, "members.change_not_found")


def test_the_whole_filter_is_reached_but_for_who_is_taken_out_and_oneself(
    client: TestClient,
) -> None:
    world = make_world()
    selection = {"filter": {}, "without": [str(world.guest.member.id)]}
    done = do(client, world.admin, selection, DEACTIVATE)
    assert (done["change"], done["refused"]) == (3, 1)
    own = row_of(done, world.admin)
    assert (own["outcome"], own["code"]) == ("refused", "member.yourself")
    assert state(world, "guest")[2] is True
    assert state(world, "admin")[2] is True
    assert state(world, "other_guest")[2] is False


def test_the_last_admin_stays_whoever_asks(client: TestClient) -> None:
    world = make_world()
    helper = add_person(world, "helper", Role.ADMIN)
    with tenant(world.id):
        plan = preview_change(
            Selection(member_ids=[world.admin.member.id, helper.member.id]),
            Change("role", role=Role.AGENT),
            # Neither of the two asks: what a directory or a job would do.
            actor=_elsewhere(world),
        )
    assert [step.problem.code for step in plan.steps if step.problem] == ["member.last_admin"] * 2


def _elsewhere(world: World) -> Actor:
    return replace(world.actor, member_id=world.guest.member.id)


def test_who_may_do_more_is_out_of_reach_and_says_why(client: TestClient) -> None:
    world = make_world()
    held = {Permission.MEMBERS_READ, Permission.MEMBERS_MANAGE}
    clerk = add_person(world, "clerk", permissions=held)
    done = do(client, clerk, chosen(world, "admin", "agent"), DEACTIVATE)
    assert {row["code"] for row in done["rows"]} == {"member.above"}
    assert (done["refused"], done["undo_id"]) == (2, None)
    wide = preview(client, world.admin, chosen(world, "clerk"), {"kind": "role", "role": "admin"})
    assert wide["change"] == 1
    shown = preview(client, clerk, chosen(world, "guest"), {"kind": "role", "role": "agent"})
    assert row_of(shown, world.guest)["code"] == "member.above"


def test_roles_and_companies_change_and_limits_come_back_with_the_undoing(
    client: TestClient,
) -> None:
    world = make_world()
    with tenant(world.id):
        Member.objects.filter(pk=world.agent.member.pk).update(limited_to_companies=True)
        CompanyGrant.objects.create(
            workspace_id=world.id, member=world.agent.member, company=world.other_company
        )
    change = {"kind": "role", "role": "manager", "company_id": str(world.other_company.id)}
    done = do(client, world.admin, chosen(world, "agent", "guest"), change)
    assert state(world, "agent") == ("manager", "Cabinet Noir", True)
    assert state(world, "guest") == ("manager", "Cabinet Noir", True)
    assert row_of(done, world.agent)["after"] == "manager · Cabinet Noir"
    with tenant(world.id):
        assert not CompanyGrant.objects.exists()
    send(client, world.admin, f"{PATH}/{done['undo_id']}/restoration", {})
    assert state(world, "agent") == ("agent", None, True)
    assert state(world, "guest") == ("guest", "Atelier Brun", True)
    with tenant(world.id):
        assert Member.objects.get(pk=world.agent.member.pk).limited_to_companies
        assert CompanyGrant.objects.get().company_id == world.other_company.id


def test_a_client_role_without_a_company_is_refused_for_those_who_have_none(
    client: TestClient,
) -> None:
    world = make_world()
    shown = preview(
        client, world.admin, chosen(world, "agent", "guest"), {"kind": "role", "role": "manager"}
    )
    assert row_of(shown, world.agent)["code"] == "member.company_needed"
    assert row_of(shown, world.guest)["outcome"] == "change"
    moved = {"kind": "company", "company_id": str(world.other_company.id)}
    shown = preview(client, world.admin, chosen(world, "agent", "guest"), moved)
    assert row_of(shown, world.agent)["outcome"] == "unchanged"
    assert row_of(shown, world.guest)["after"] == "guest · Cabinet Noir"


def test_a_custom_role_is_given_to_many(client: TestClient) -> None:
    world = make_world()
    with tenant(world.id):
        role = create_role(
            "Lecture", base=Role.AGENT, permissions=(), description="", actor=world.actor
        )
    change = {"kind": "role", "custom_role_id": str(role.id)}
    done = do(client, world.admin, chosen(world, "agent", "guest"), change)
    assert row_of(done, world.guest)["after"] == "Lecture"
    assert state(world, "guest") == ("agent", None, True)


def test_a_preview_that_no_longer_holds_changes_nothing(client: TestClient) -> None:
    world = make_world()
    selection = chosen(world, "agent", "guest")
    digest = preview(client, world.admin, selection, DEACTIVATE)["digest"]
    with tenant(world.id):
        Member.objects.filter(pk=world.guest.member.pk).update(role="manager")
    body = {"selection": selection, "change": DEACTIVATE, "digest": digest}
    refused = send(client, world.admin, PATH, body)
    assert (refused.status_code, refused.json()["code"]) == (409, "members.preview_outdated")
    assert state(world, "agent")[2] is True


def test_undoing_leaves_alone_who_was_changed_again(client: TestClient) -> None:
    world = make_world()
    done = do(client, world.admin, chosen(world, "agent", "guest"), DEACTIVATE)
    with tenant(world.id):
        Member.objects.filter(pk=world.agent.member.pk).update(active=True)
    undone = send(client, world.admin, f"{PATH}/{done['undo_id']}/restoration", {}).json()
    assert row_of(undone, world.agent)["code"] == "member.changed_since"
    assert state(world, "guest")[2] is True


@pytest.mark.parametrize(
    "selection",
    [{}, {"filter": {}, "member_ids": ["0199a5e0-0000-7000-8000-000000000000"]}],
    ids=["nobody", "both"],
)
def test_a_selection_that_says_nothing_or_two_things_is_refused(
    client: TestClient, selection: dict[str, Any]
) -> None:
    world = make_world()
    answer = send(
        client, world.admin, f"{PATH}/preview", {"selection": selection, "change": DEACTIVATE}
    )
    assert answer.status_code == 422


def test_each_changed_member_has_a_row_in_the_trail(client: TestClient) -> None:
    world = make_world()
    do(client, world.admin, chosen(world, "agent", "guest"), DEACTIVATE)
    with tenant(world.id):
        rows = Entry.objects.filter(action="member.change")
        assert {row.target_id for row in rows} == {
            world.agent.member.id,
            world.guest.member.id,
        }
        assert all((row.before or {})["active"] and not (row.after or {})["active"] for row in rows)
        total = Entry.objects.get(action="members.change").after
    assert total == {"kind": "deactivate", "changed": 2, "refused": 0}


@pytest.fixture(scope="module")
def crowd() -> World:
    """A workspace of 5,000 members."""
    world = make_world()
    with tenant(world.id):
        users = User.objects.bulk_create(
            User(email=f"foule.{number}.{world.id}@example.com", name=f"Élodie {number}")
            for number in range(4995)
        )
        Member.objects.bulk_create(
            Member(workspace_id=world.id, user=user, role=Role.GUEST, company=world.company)
            for user in users
        )
    return world


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements that any thread sends through the ORM."""
    seen: list[str] = []
    send_on = CursorWrapper.execute

    def execute(self: Any, sql: str, params: Any = None) -> Any:
        seen.append(sql)
        return send_on(self, sql, params)

    monkeypatch.setattr(CursorWrapper, "execute", execute)
    return seen


def test_the_list_of_5000_costs_as_many_statements_as_one_of_5(
    client: TestClient, crowd: World, asked: list[str]
) -> None:
    small = make_world()

    def statements(person: Person, path: str) -> tuple[int, Any]:
        asked.clear()
        answer = client.get(path, headers=person.headers)
        assert answer.status_code == 200, answer.text
        return len(asked), answer.json()

    for path in (
        "/api/v2/members?limit=200&sort=name&search=e",
        "/api/v2/members/counts?search=elodie&role=guest",
    ):
        few, _ = statements(small.admin, path)
        many, answer = statements(crowd.admin, path)
        assert 0 < few <= many <= few + 1  # a page of 200 may bring the row about reading many
    assert answer["matching"] == 4995


def test_changing_5000_costs_no_statement_a_member(crowd: World) -> None:
    change = Change("company", company_id=crowd.other_company.id)
    everybody = Selection(filter=None, without=[crowd.admin.member.id])
    with tenant(crowd.id):
        with CaptureQueriesContext(connection) as looked:
            plan = preview_change(everybody, change, actor=crowd.actor)
        with CaptureQueriesContext(connection) as done:
            apply_change(everybody, change, plan.digest, actor=crowd.actor)
        moved = Member.objects.filter(company=crowd.other_company).count()
    assert plan.count("change") == 4997
    assert moved == 4998
    told = [query for query in done.captured_queries if "pg_notify" in query["sql"]]
    assert len(looked) <= 6
    # The announcements hold some hundred members each.
    assert len(done) - len(told) <= 25
    assert len(told) <= 40

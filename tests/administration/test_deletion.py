"""The deletion of a workspace: nothing of it is left anywhere, and nothing else is touched."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, connections
from starlette.testclient import TestClient

from netz.accounts.models import User
from netz.administration.deletion import running
from netz.administration.models import DeletionRecord
from netz.administration.tasks import delete_due_workspaces
from netz.audit.heads import holds
from netz.core.db import tenant
from netz.core.permissions import Role
from netz.core.schema import tenant_tables
from netz.workspaces.models import Member, Workspace
from netz.workspaces.services import add_member
from netz.workspaces.services.closing import close_workspace
from tests.administration.exporting import let_the_day_come, name_of, ready_export
from tests.factories import World, actor_of, get_tokens, make_world, sign_in
from tests.jobs import run_jobs
from tests.security.scene import Scene, fill, make_scene

DELETION = "/api/v2/workspace/deletion"
# What is meant to stay, and what the queue keeps about its own work.
OUTSIDE = ("administration_deletionrecord", "django_migrations")


def rows(sql: str, *params: object) -> list[tuple[object, ...]]:
    """As the owner, who sees every row."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


def every_table() -> list[str]:
    """All tables of the database."""
    found = rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
    return [str(name) for (name,) in found if name not in OUTSIDE]


def traces(words: list[str]) -> dict[str, int]:
    """How many rows of which table name one of the words."""
    found = {}
    for table in every_table():
        ((number,),) = rows(
            f'SELECT count(*) FROM "{table}" t WHERE t::text LIKE ANY(%s)',
            [f"%{word}%" for word in words],
        )
        if number:
            found[table] = int(str(number))
    return found


def counts(world: World) -> dict[str, object]:
    """How many rows the workspace has in each table of a tenant."""
    return {
        table.name: rows(
            f'SELECT count(*) FROM "{table.name}" WHERE {table.column} = %s', world.id
        )[0][0]
        for table in tenant_tables()
    }


def stored(world: World) -> list[Path]:
    """Every file of the workspace."""
    roots = [Path(settings.DATA_DIR) / kind / str(world.id) for kind in ("files", "exports")]
    return [path for root in roots for path in root.rglob("*")]


def close(world: World, days: int = 14) -> None:
    """Asks for the deletion, as the admin."""
    with tenant(world.id):
        actor = actor_of(world, world.admin.member)
        close_workspace(Workspace.objects.get(pk=world.id).name, days=days, actor=actor)


@pytest.fixture
def world() -> World:
    """A workspace of its own."""
    return make_world()


def test_the_name_is_typed_and_the_day_bounded(world: World, client: TestClient) -> None:
    headers, name = world.admin.headers, name_of(world)
    wrong = client.post(DELETION, json={"name": name + "x"}, headers=headers)
    assert (wrong.status_code, wrong.json()["code"]) == (422, "workspace.other_name")
    for days in (0, 91, -3):
        body = {"name": name, "days": days}
        assert client.post(DELETION, json=body, headers=headers).status_code == 422
    assert client.get(DELETION, headers=headers).json()["closes_at"] is None
    done = client.post(DELETION, json={"name": name}, headers=headers).json()
    assert done["asked_by"] == world.admin.user.name
    assert done["extent"]["members"] == 5
    with tenant(world.id):
        known = Workspace.objects.get(pk=world.id)
        assert known.closes_at is not None
    again = client.post(DELETION, json={"name": name}, headers=headers)
    assert (again.status_code, again.json()["code"]) == (409, "workspace.closing_already")
    me = client.get("/api/v2/me", headers=world.guest.headers).json()
    assert me["workspace"]["closes_at"] is not None, "everybody is told"


def test_while_it_waits_people_work_on_but_nobody_new_comes_in(
    world: World, client: TestClient
) -> None:
    body = {"email": "neu@example.com", "role": "agent"}
    headers = world.admin.headers
    assert client.post("/api/v2/invitations", json=body, headers=headers).status_code == 201
    close(world)
    refused = client.post(
        "/api/v2/invitations", json={**body, "email": "b@example.com"}, headers=headers
    )
    assert (refused.status_code, refused.json()["code"]) == (409, "workspace.closes")
    asked = client.post(
        "/api/v2/answers", json={"question": "Bonjour ?"}, headers=world.guest.headers
    )
    assert asked.status_code == 200
    assert client.post("/api/v2/workspace/exports", json={}, headers=headers).status_code == 202
    assert client.delete(DELETION, headers=headers).status_code == 204
    assert client.delete(DELETION, headers=headers).status_code == 204, "twice does no harm"
    allowed = client.post(
        "/api/v2/invitations", json={**body, "email": "b@example.com"}, headers=headers
    )
    assert allowed.status_code == 201


def test_everybody_is_told_by_mail_and_told_again_when_it_is_kept(
    world: World, mails: Callable[[], list[tuple[str, str]]]
) -> None:
    close(world)
    run_jobs()
    told = {to for to, subject in mails() if "sera supprimé" in subject}
    assert {person.user.email for person in world.people.values()} <= told


@pytest.fixture
def mails(monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[tuple[str, str]]]:
    """What was sent: to whom, under which subject."""
    from django.core import mail

    monkeypatch.setattr(settings, "EMAIL_BACKEND", "django.core.mail.backends.locmem.EmailBackend")
    mail.outbox = []
    return lambda: [(to, letter.subject) for letter in mail.outbox for to in letter.to]


def test_nothing_happens_before_the_day_nor_without_anybody_who_asked(world: World) -> None:
    before = counts(world)
    assert running.delete_workspace(world.id) is None
    assert running.delete_rows(world.id) is None
    with tenant(world.id):
        # A day in the past that the trail knows nothing of: the database itself refuses.
        let_the_day_come(world)
    assert running.delete_rows(world.id) is None
    close_again = counts(world)
    assert close_again == before
    with tenant(world.id):
        Workspace.objects.filter(pk=world.id).update(closes_at=None)
    close(world)
    assert running.delete_workspace(world.id) is None, "its day is in two weeks"
    assert counts(world)["workspaces_member"] == 5


def test_the_program_s_role_can_neither_delete_the_trail_nor_write_the_record(
    world: World,
) -> None:
    for sql in (
        "DELETE FROM audit_entry",
        "DELETE FROM audit_link",
        "UPDATE administration_deletionrecord SET asked_by = ''",
        "DELETE FROM administration_deletionrecord",
    ):
        with pytest.raises(DatabaseError), tenant(world.id), connection.cursor() as cursor:
            cursor.execute(sql)


def words_of(scene: Scene) -> list[str]:
    """What would betray the workspace, wherever it were left."""
    world = scene.world
    people = [person.user for person in world.people.values()]
    found = [str(world.id), name_of(world), scene.document["id"], scene.passage_id]
    return found + [str(user.pk) for user in people] + [user.email for user in people]


def test_after_its_day_nothing_is_left_and_the_neighbour_is_untouched(client: TestClient) -> None:
    scene, neighbour = make_scene(client), make_scene(client)
    fill(scene)
    fill(neighbour)
    run_jobs(later=True)
    ready_export(scene), ready_export(neighbour)
    world = scene.world
    cookie = sign_in(client, world.admin)
    token = get_tokens(client, world.guest)["access"]
    with tenant(neighbour.world.id):  # a person of both: the account stays
        add_member(world.agent.user, role=Role.AGENT, company=None, actor=neighbour.world.actor)
    run_jobs()
    words = [word for word in words_of(scene) if word not in kept_words(world)]
    held, files = counts(neighbour.world), stored(neighbour.world)
    assert files
    before = traces(words)
    assert len(before) > 40, "the search for traces finds what is there"
    assert stored(world)

    close(world)
    let_the_day_come(world)
    delete_due_workspaces(timestamp=0)
    run_jobs()

    own = "DELETE FROM procrastinate_jobs WHERE args->>'workspace_id' = %s RETURNING task_name"
    # Its own job alone, which a worker takes out of the queue itself when it is done.
    assert rows(own, str(world.id)) == [("netz.administration.tasks.delete_workspace",)]
    assert traces(words) == {}
    assert set(counts(world).values()) == {0}
    assert stored(world) == []
    assert counts(neighbour.world) == held
    assert stored(neighbour.world) == files
    assert User.objects.filter(pk=world.agent.user.pk, is_active=True).exists()
    assert not User.objects.filter(pk=world.guest.user.pk).exists()
    for headers in (cookie, {"Authorization": f"Bearer {token}"}, world.admin.headers):
        assert client.get("/api/v2/documents", headers=headers).status_code == 401
    for person in neighbour.world.people.values():
        assert client.get("/api/v2/me", headers=person.headers).status_code == 200
    mine = client.get("/api/v2/me", headers=sign_in(client, world.agent)).json()
    assert mine["workspace"]["id"] == str(neighbour.world.id)


def kept_words(world: World) -> set[str]:
    """What still names the person who goes on in another workspace."""
    return {str(world.agent.user.pk), world.agent.user.email}


def test_the_operator_keeps_a_signed_record(client: TestClient) -> None:
    scene = make_scene(client)
    world, name = scene.world, name_of(scene.world)
    asked = client.post(DELETION, json={"name": name}, headers=world.admin.headers)
    assert asked.status_code == 201, asked.text
    ((seq, digest),) = rows(
        "SELECT seq, encode(hash, 'hex') FROM audit_chain WHERE workspace_id = %s", world.id
    )
    let_the_day_come(world)
    made = running.delete_workspace(world.id)
    assert made is not None
    statement = made.statement
    assert statement["name"] == name
    assert statement["asked_by"] == world.admin.user.name
    assert (statement["trail_seq"], statement["trail_hash"]) == (seq, digest)
    assert statement["users"] == 5
    assert statement["files"] == 1
    assert statement["rows"]["workspaces_member"] == 5
    assert holds(statement)
    assert not holds({**statement, "asked_by": "Somebody else"})
    assert made.waiting_users == []
    assert running.delete_workspace(world.id) == made, "a repeat changes nothing"


@pytest.mark.parametrize(
    "step",
    ["end_sign_ins", "delete_rows", "tell_streams", "delete_users", "delete_files", "finish"],
)
def test_a_crash_at_any_step_is_made_good_by_the_next_run(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    scene = make_scene(client)
    world = scene.world
    words = words_of(scene)
    close(world)
    let_the_day_come(world)
    for after in (False, True):  # before the step's own work, and right after it
        true = getattr(running, step)

        def dies(*args: object, true=true, after=after, **kw: object) -> object:
            if after:
                true(*args, **kw)
            raise RuntimeError("killed")

        with monkeypatch.context() as patch:
            patch.setattr(running, step, dies)
            if step != "finish" or not after or world.id in running.due():
                with pytest.raises(RuntimeError):
                    running.delete_workspace(world.id)
    running.delete_workspace(world.id)
    assert traces(words) == {}
    assert stored(world) == []
    record = DeletionRecord.objects.get(former_id=world.id)
    assert record.finished_at is not None
    assert holds(record.statement)
    assert (record.statement["users"], record.waiting_users) == (5, [])
    assert world.id not in running.due()


def test_who_joins_elsewhere_while_it_is_deleted_keeps_the_account(world: World) -> None:
    other = make_world()
    close(world)
    let_the_day_come(world)
    record_id = running.delete_rows(world.id)
    guest = world.guest.user
    with tenant(other.id):
        add_member(guest, role=Role.GUEST, company=other.company, actor=other.actor)
    running.delete_workspace(world.id)
    record = DeletionRecord.objects.get(pk=record_id)
    assert record.statement["users"] == 4
    with tenant(other.id):
        assert Member.objects.filter(user_id=guest.pk, user__is_active=True).exists()


def test_a_workspace_that_is_kept_at_the_last_moment_stays(
    world: World, client: TestClient
) -> None:
    close(world)
    let_the_day_come(world)
    assert world.id in running.due()
    assert client.delete(DELETION, headers=world.admin.headers).status_code == 204
    assert running.delete_rows(world.id) is None
    assert world.id not in running.due()
    assert UUID(client.get("/api/v2/me", headers=world.admin.headers).json()["member"]["id"])

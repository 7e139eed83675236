"""Row-level security: every table of a tenant, as the database itself tells it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.postgresql.base import DatabaseWrapper
from psycopg import errors
from starlette.testclient import TestClient

from netz.config.isolation import IsolationError
from netz.core.db import tenant
from netz.core.schema import APPEND_ONLY, READ_ONLY, tenant_tables, weaknesses
from netz.core.schema_roles import APP_ROLE
from netz.core.secrets_file import load_secrets
from tests.security.scene import Scene, fill, make_scene


@pytest.fixture(scope="module")
def scenes(client: TestClient) -> tuple[Scene, Scene]:
    """Two workspaces with rows in every table."""
    first, second = make_scene(client), make_scene(client)
    for scene in (first, second):
        fill(scene)
    return first, second


def rows(sql: str, params: list[object] | None = None, *, using: str = "default") -> list[tuple]:
    with connections[using].cursor() as cursor:
        cursor.execute(sql, params)
        return list(cursor.fetchall())


def tables() -> dict[str, str]:
    """Every table with a workspace's id, and the workspaces' own, with the column's name."""
    found = rows(
        "SELECT c.table_name FROM information_schema.columns c"
        " JOIN information_schema.tables t USING (table_schema, table_name)"
        " WHERE c.column_name = 'workspace_id' AND c.table_schema = 'public'"
        " AND t.table_type = 'BASE TABLE'",
        using="owner",
    )
    return {name: "workspace_id" for (name,) in found} | {"workspaces_workspace": "id"}


def count(table: str, using: str = "default") -> int:
    return int(rows(f'SELECT count(*) FROM "{table}"', using=using)[0][0])


def test_no_table_of_a_tenant_is_forgotten() -> None:
    assert len(tables()) > 20
    assert set(tables()) == {table.name for table in tenant_tables()}


def test_every_table_of_a_tenant_forces_row_level_security_with_the_policy() -> None:
    condition = "(NULLIF(current_setting('netz.workspace'::text, true), ''::text))::uuid)"
    for table, column in tables().items():
        forced = rows(
            "SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE oid = %s::regclass",
            [table],
        )
        assert forced == [(True,)], table
        policies = {
            name: (roles, read, write)
            for name, roles, read, write in rows(
                "SELECT policyname::text, roles::text[], qual, with_check FROM pg_policies"
                " WHERE tablename = %s",
                [table],
            )
        }
        assert set(policies) == {"tenant", "owner"}, table
        assert policies["tenant"] == (["public"], *[f"({column} = {condition}"] * 2), table
        assert APP_ROLE not in policies["owner"][0], table
        assert "public" not in policies["owner"][0], table


def test_the_application_s_role_owns_nothing_and_bypasses_nothing() -> None:
    role = rows(
        "SELECT rolname::text, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication"
        " FROM pg_roles WHERE rolname = current_user"
    )
    assert role == [(APP_ROLE, False, False, False, False, False)]
    assert (
        rows("SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) = %s", [APP_ROLE]) == []
    )
    assert (
        rows("SELECT datname FROM pg_database WHERE pg_get_userbyid(datdba) = %s", [APP_ROLE]) == []
    )
    member_of = "SELECT 1 FROM pg_auth_members WHERE member = %s::regrole"
    assert rows(member_of, [APP_ROLE]) == []
    for command in (
        "SET ROLE netz_owner",
        "SET row_security = off",
        "CREATE TABLE public.t (a int)",
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows(f"{command}; SELECT count(*) FROM knowledge_document")
    for command in (
        "ALTER TABLE knowledge_document DISABLE ROW LEVEL SECURITY",
        "DROP POLICY tenant ON knowledge_document",
        "TRUNCATE knowledge_document",
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows(command)


def test_without_a_workspace_every_table_is_empty(scenes: tuple[Scene, Scene]) -> None:
    for table in tables():
        assert count(table, "owner") > 0, f"{table} is empty: the test proves nothing for it"
        assert count(table) == 0, table


def test_in_a_workspace_no_row_of_another_is_seen_or_touched(
    scenes: tuple[Scene, Scene],
) -> None:
    mine, other = (scene.world.id for scene in scenes)
    for table, column in tables().items():
        for workspace in (mine, other):
            there = f'SELECT count(*) FROM "{table}" WHERE {column} = %s'
            assert rows(there, [workspace], using="owner")[0][0] > 0, f"{table} of {workspace}"
        with tenant(mine):
            assert rows(f'SELECT DISTINCT {column} FROM "{table}"') == [(mine,)], table
            if table not in (*APPEND_ONLY, *READ_ONLY):
                with connection.cursor() as cursor:
                    cursor.execute(f'DELETE FROM "{table}" WHERE {column} = %s', [other])
                    assert cursor.rowcount == 0, table


def test_no_row_can_be_written_into_another_workspace(scenes: tuple[Scene, Scene]) -> None:
    mine, other = (scene.world.id for scene in scenes)
    for table, column in tables().items():
        if table in (*APPEND_ONLY, *READ_ONLY):
            continue
        with pytest.raises(DatabaseError) as caught, tenant(mine):
            rows(f'UPDATE "{table}" SET {column} = %s RETURNING 1', [other])
        assert isinstance(caught.value.__cause__, errors.InsufficientPrivilege), table


def point(table: str, column: str, foreign: object, workspace: object) -> None:
    """Makes a row of the workspace refer to another one's row; undone in any case.

    As the owner, whom row-level security lets through: the key itself must refuse.
    """
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute(
            f'UPDATE "{table}" SET {column} = %s WHERE id ='
            f' (SELECT id FROM "{table}" WHERE workspace_id = %s LIMIT 1)',
            [foreign, workspace],
        )
        assert cursor.rowcount == 1, f"{table} has no row to try"
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_no_foreign_key_leads_into_another_workspace(scenes: tuple[Scene, Scene]) -> None:
    mine, other = (scene.world.id for scene in scenes)
    references = [
        (table.name, column, target)
        for table in tenant_tables()
        for column, target in table.references
    ]
    assert len(references) > 20
    for table, column, target in references:
        # One that is free first, so that no unique key refuses before the foreign key does.
        foreign = rows(
            f'SELECT id FROM "{target}" t WHERE workspace_id = %s ORDER BY'
            f' EXISTS (SELECT 1 FROM "{table}" s WHERE s.{column} = t.id)',
            [other],
            using="owner",
        )
        with pytest.raises(DatabaseError) as caught:
            point(table, column, foreign[0][0], mine)
        assert isinstance(caught.value.__cause__, errors.ForeignKeyViolation), (table, column)


@contextmanager
def superuser() -> Iterator[BaseDatabaseWrapper]:
    """A connection as the cluster's superuser."""
    password = load_secrets(settings.DATA_DIR)["owner_password"]
    values = {**connections["owner"].settings_dict, "USER": "postgres", "PASSWORD": password}
    wrapper = DatabaseWrapper(values, "superuser")
    try:
        yield wrapper
    finally:
        wrapper.close()


def test_isolation_holds_for_the_role_that_the_program_runs_as() -> None:
    assert weaknesses(connection) == []


def test_a_superuser_an_owner_and_an_open_table_are_found() -> None:
    with superuser() as wrapper:
        assert any("is a superuser" in found for found in weaknesses(wrapper))
    owner = connections["owner"]
    assert "role netz_owner owns table knowledge_document" in weaknesses(owner)
    with owner.cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.execute("SET LOCAL lock_timeout = '5s'")
        cursor.execute("ALTER TABLE knowledge_synonymgroup NO FORCE ROW LEVEL SECURITY")
        found = weaknesses(owner)
        cursor.execute("ROLLBACK")
    assert "table knowledge_synonymgroup has no forced row-level security" in found


def netz(*arguments: str, app_dsn: str) -> subprocess.CompletedProcess[str]:
    """The program with another database role."""
    return subprocess.run(
        [sys.executable, "-m", "netz.cli", *arguments],
        env={**os.environ, "NETZ_APP_DSN": app_dsn, "PORT": "8099"},
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_the_web_process_refuses_to_run_as_a_role_that_sees_everything() -> None:
    done = netz("web", app_dsn=os.environ["NETZ_OWNER_DSN"])
    assert done.returncode == 1
    assert done.stderr.startswith("netz: The database role does not isolate workspaces")
    assert len(done.stderr.strip().splitlines()) == 1


def test_the_doctor_names_a_role_that_sees_everything_and_what_to_do() -> None:
    done = netz("doctor", "--json", app_dsn=os.environ["NETZ_OWNER_DSN"])
    assert done.returncode == 1
    report = json.loads(done.stdout)
    isolation = next(check for check in report["checks"] if check["name"] == "isolation")
    assert report["ok"] is False
    assert isolation["ok"] is False
    assert "owns table" in isolation["found"]
    assert isolation["advice"]


def test_the_check_itself_raises_for_a_weak_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    from netz.config import isolation

    with superuser() as wrapper:
        monkeypatch.setattr(isolation, "connection", wrapper)
        with pytest.raises(IsolationError):
            isolation.require_isolation()

"""Row-level security and composite foreign keys, derived from the models after migrating.

Deriving them means that no table can be forgotten: a new `TenantModel` is protected by existing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

from netz.core.models import TenantModel
from netz.core.schema_roles import APP_ROLE

TENANT = "workspace_id = nullif(current_setting('netz.workspace', true), '')::uuid"

# The trail can be added to and read, never rewritten, by the application.
APPEND_ONLY = ("audit_entry",)
# Its chain is written by the database itself, and so is what is kept of a deleted workspace.
READ_ONLY = ("audit_link", "audit_chain", "administration_deletionrecord")


@dataclass(frozen=True, slots=True)
class TenantTable:
    """A table keyed by workspace, with its foreign keys `(column, target table)` to other ones."""

    name: str
    column: str
    references: tuple[tuple[str, str], ...] = ()


_other_tables: list[str] = []


def register_tenant_table(name: str) -> None:
    """Names a tenant table that has no model (made by SQL in a migration)."""
    if name not in _other_tables:
        _other_tables.append(name)


def tenant_tables() -> Iterator[TenantTable]:
    """Every table that belongs to a workspace."""
    for model in apps.get_models():
        if issubclass(model, TenantModel):
            yield TenantTable(model._meta.db_table, "workspace_id", tuple(_references(model)))
    yield TenantTable("workspaces_workspace", "id")
    for name in _other_tables:
        yield TenantTable(name, "workspace_id")


def _references(model: type[models.Model]) -> Iterator[tuple[str, str]]:
    for field in model._meta.local_fields:
        target = field.related_model
        if isinstance(target, type) and issubclass(target, TenantModel):
            yield str(field.column), target._meta.db_table


def protect(connection: BaseDatabaseWrapper) -> None:
    """Applies policies, composite keys and grants. Run as the owner; safe to run again."""
    with connection.cursor() as cursor:
        owner = _scalar(cursor, "SELECT current_user")
        cursor.execute(f'GRANT USAGE ON SCHEMA public TO "{APP_ROLE}"')
        cursor.execute(
            f'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "{APP_ROLE}"'
        )
        cursor.execute(f'GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO "{APP_ROLE}"')
        cursor.execute(f'GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO "{APP_ROLE}"')
        cursor.execute(f'REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM "{APP_ROLE}"')
        tables = list(tenant_tables())
        for table in tables:
            _policy(cursor, table, owner)
        for table in tables:
            for column, target in table.references:
                _composite_key(cursor, table.name, column, target)
        for name in APPEND_ONLY:
            cursor.execute(f'REVOKE UPDATE, DELETE, TRUNCATE ON "{name}" FROM "{APP_ROLE}"')
        for name in READ_ONLY:
            cursor.execute(f'REVOKE ALL ON "{name}" FROM "{APP_ROLE}"')
            cursor.execute(f'GRANT SELECT ON "{name}" TO "{APP_ROLE}"')


def _policy(cursor: CursorWrapper, table: TenantTable, owner: str) -> None:
    condition = TENANT.replace("workspace_id", table.column, 1)
    cursor.execute(f'ALTER TABLE "{table.name}" ENABLE ROW LEVEL SECURITY')
    cursor.execute(f'ALTER TABLE "{table.name}" FORCE ROW LEVEL SECURITY')
    cursor.execute(f'DROP POLICY IF EXISTS tenant ON "{table.name}"')
    cursor.execute(
        f'CREATE POLICY tenant ON "{table.name}" USING ({condition}) WITH CHECK ({condition})'
    )
    # Migrations and the few SECURITY DEFINER functions run as the owner.
    cursor.execute(f'DROP POLICY IF EXISTS owner ON "{table.name}"')
    cursor.execute(
        f'CREATE POLICY owner ON "{table.name}" TO "{owner}" USING (true) WITH CHECK (true)'
    )


def _composite_key(cursor: CursorWrapper, table: str, column: str, target: str) -> None:
    unique, foreign = f"{target}_tenant"[-63:], f"{table}_{column}_tenant"[-63:]
    if not _constraint(cursor, unique):
        cursor.execute(
            f'ALTER TABLE "{target}" ADD CONSTRAINT "{unique}" UNIQUE (workspace_id, id)'
        )
    if not _constraint(cursor, foreign):
        cursor.execute(
            f'ALTER TABLE "{table}" ADD CONSTRAINT "{foreign}" '
            f'FOREIGN KEY (workspace_id, "{column}") REFERENCES "{target}" (workspace_id, id) '
            "DEFERRABLE INITIALLY DEFERRED"
        )
    # Django's own key on the column alone is implied by it; checking both at each commit costs.
    cursor.execute(
        "SELECT c.conname FROM pg_constraint c JOIN pg_attribute a"
        " ON a.attrelid = c.conrelid AND c.conkey = ARRAY[a.attnum]"
        " WHERE c.contype = 'f' AND c.conrelid = %s::regclass AND a.attname = %s",
        [f'"{table}"', column],
    )
    for (name,) in cursor.fetchall():
        cursor.execute(f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}"')


def _constraint(cursor: CursorWrapper, name: str) -> bool:
    return bool(_scalar(cursor, "SELECT count(*) FROM pg_constraint WHERE conname = %s", [name]))


def _scalar(cursor: CursorWrapper, sql: str, params: list[str] | None = None) -> str:
    cursor.execute(sql, params)
    row = cursor.fetchone()
    return str(row[0]) if row and row[0] else ""


def weaknesses(connection: BaseDatabaseWrapper) -> list[str]:
    """What would let the current role see past its workspace; empty when isolation holds."""
    found = []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper OR rolbypassrls, rolname FROM pg_roles WHERE rolname = current_user"
        )
        bypasses, role = cursor.fetchone() or (True, "?")
        if bypasses:
            found.append(f"role {role} is a superuser or has BYPASSRLS")
        cursor.execute(
            "SELECT relname, relrowsecurity AND relforcerowsecurity,"
            " pg_has_role(current_user, relowner, 'MEMBER')"
            " FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
        )
        states = {name: (forced, owns) for name, forced, owns in cursor.fetchall()}
    for table in tenant_tables():
        forced, owns = states.get(table.name, (False, False))
        if not forced:
            found.append(f"table {table.name} has no forced row-level security")
        if owns:
            found.append(f"role {role} owns table {table.name}")
    return found

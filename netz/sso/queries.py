"""Reads of connections, domains and tests."""

from uuid import UUID

from django.db import connection as database

from netz.core.actor import Actor
from netz.sso.errors import ConnectionNotFound, DomainNotFound, TestNotFound
from netz.sso.models import Connection, Domain, TestSignIn


def connections(actor: Actor) -> list[Connection]:
    """All identity providers of the workspace, oldest first."""
    return list(Connection.objects.filter(workspace_id=actor.workspace_id))


def connection(actor: Actor, connection_id: UUID) -> Connection:
    """One identity provider. Raises `ConnectionNotFound`."""
    found = Connection.objects.filter(workspace_id=actor.workspace_id, pk=connection_id).first()
    if found is None:
        raise ConnectionNotFound
    return found


def domains(actor: Actor) -> list[Domain]:
    """All e-mail domains of the workspace, by name."""
    return list(Domain.objects.filter(workspace_id=actor.workspace_id))


def domain(actor: Actor, domain_id: UUID) -> Domain:
    """One e-mail domain. Raises `DomainNotFound`."""
    found = Domain.objects.filter(workspace_id=actor.workspace_id, pk=domain_id).first()
    if found is None:
        raise DomainNotFound
    return found


def test_sign_in(actor: Actor, test_id: UUID) -> TestSignIn:
    """One test sign-in. Raises `TestNotFound`."""
    found = TestSignIn.objects.filter(workspace_id=actor.workspace_id, pk=test_id).first()
    if found is None:
        raise TestNotFound
    return found


def workspace_of(connection_id: UUID) -> UUID | None:
    """The workspace of a connection, for a sign-in that has none yet."""
    with database.cursor() as cursor:
        cursor.execute("SELECT netz_sso_workspace(%s)", [connection_id])
        row = cursor.fetchone()
    return row[0] if row else None


def every_workspace() -> list[UUID]:
    """Every workspace's id, for jobs."""
    with database.cursor() as cursor:
        cursor.execute("SELECT netz_workspace_ids()")
        return [row[0] for row in cursor.fetchall()]


def verified_domains(actor: Actor) -> set[str]:
    """Names of the domains that the workspace has proved its own."""
    rows = Domain.objects.filter(workspace_id=actor.workspace_id, verified_at__isnull=False)
    return set(rows.values_list("name", flat=True))

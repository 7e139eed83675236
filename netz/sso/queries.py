"""Reads of connections, domains and tests."""

from uuid import UUID

from allauth.socialaccount.models import SocialAccount
from django.db import connection as database
from django.db.models import Q

from netz.core.actor import Actor
from netz.sso.errors import ConnectionNotFound, DomainNotFound, TestNotFound
from netz.sso.models import Connection, Domain, TestSignIn
from netz.workspaces.queries import MemberRow
from netz.workspaces.services import directory as workspaces


def connections(actor: Actor) -> list[Connection]:
    """All identity providers of the workspace, oldest first."""
    return list(Connection.objects.filter(workspace_id=actor.workspace_id))


def connection(actor: Actor, connection_id: UUID) -> Connection:
    """One identity provider. Raises `ConnectionNotFound`."""
    found = Connection.objects.filter(workspace_id=actor.workspace_id, pk=connection_id).first()
    if found is None:
        raise ConnectionNotFound
    return found


MOST_LINKS = 50


def links(actor: Actor, sso: Connection, search: str) -> list[tuple[MemberRow, SocialAccount]]:
    """Members that are linked to a subject of the connection, by address; the first ones."""
    rows = workspaces.directory_members(actor.workspace_id).order_by("user__email")
    if search:
        rows = rows.filter(Q(user__email__icontains=search) | Q(user__name__icontains=search))
    found = SocialAccount.objects.filter(provider=str(sso.id))
    linked = rows.filter(user_id__in=found.values("user_id"))[:MOST_LINKS]
    by_user = {one.user_id: one for one in found.filter(user__in=[m.user_id for m in linked])}
    return [(member, by_user[member.user_id]) for member in linked]


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

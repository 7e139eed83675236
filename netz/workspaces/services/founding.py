"""A new workspace with its first admin."""

from dataclasses import replace

from django.utils import timezone

from netz.accounts.models import User
from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.db import enter_workspace
from netz.core.ids import new_id
from netz.core.permissions import Role
from netz.workspaces.credentials import system_actor
from netz.workspaces.models import Member, SecurityPolicy, Workspace

# Whom a new workspace asks for a second factor: those who can read all clients' matters.
FACTOR_FIRST = (Role.ADMIN.value, Role.AGENT.value)


def found_workspace(*, name: str, slug: str, admin: User) -> tuple[Workspace, Actor]:
    """Creates a workspace with its first admin, inside the caller's transaction.

    Whoever can read all clients' matters is asked for a second factor from the beginning, with
    the usual days of grace. The transaction is left scoped to the new workspace.
    """
    workspace = Workspace(id=new_id(), name=name, slug=slug)
    enter_workspace(workspace.id)
    workspace.save(force_insert=True)
    member = Member.objects.create(workspace=workspace, user=admin, role=Role.ADMIN)
    actor = replace(system_actor(workspace.id, member.id, admin.id), language="fr", name=admin.name)
    roles = list(FACTOR_FIRST)
    SecurityPolicy.objects.create(
        workspace=workspace,
        mfa_roles=roles,
        mfa_starts=dict.fromkeys(roles, timezone.now().isoformat()),
    )
    facts = {"name": name, "slug": slug, "mfa_roles": roles}
    record(actor, "workspace.create", workspace, after=facts)
    return workspace, actor

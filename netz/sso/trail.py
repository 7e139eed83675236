"""What the trail keeps of sign-ins by a connection, let in and refused."""

from dataclasses import replace

from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.db import tenant
from netz.sso.models import Connection
from netz.sso.refusals import Refused
from netz.sso.services.admitting import Admission
from netz.workspaces.credentials import system_actor


def note_sign_in(sso: Connection, admission: Admission) -> None:
    """A person came in; inside the caller's transaction."""
    user = admission.user
    actor = replace(
        system_actor(sso.workspace_id, admission.member_id, user.id), name=user.name or user.email
    )
    after = {
        "connection": sso.name,
        "role": admission.role,
        "new_member": admission.new_member,
        "role_followed": admission.role_followed,
    }
    record(actor, "sso.sign_in", sso, after=after)


def note_refusal(sso: Connection, refused: Refused) -> None:
    """Nobody came in; in a transaction of its own."""
    with tenant(sso.workspace_id):
        after = {"connection": sso.name, "code": refused.code, "detail": refused.detail}
        record(_provider(sso), "sso.refused", sso, after=after, outcome="refused")


def note_sign_out(sso: Connection, name_id: str, sessions: int) -> None:
    """The provider signed its person out; inside the caller's transaction."""
    after = {"connection": sso.name, "subject": name_id, "sessions": sessions}
    record(_provider(sso), "sso.sign_out", sso, after=after)


def _provider(sso: Connection) -> Actor:
    """The identity provider itself, where no member acts."""
    return replace(system_actor(sso.workspace_id, sso.id, sso.id), name=sso.name)

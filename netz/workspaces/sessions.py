"""What a person chooses for one sign-in: the workspace that it opens, and whose view it shows."""

from contextlib import suppress
from uuid import UUID

from django.contrib.sessions.backends.base import SessionBase
from django.db import transaction
from starlette.requests import HTTPConnection

from netz.accounts.errors import SsoSession
from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.errors import Problem, Unauthenticated
from netz.workspaces.access_errors import WorkspaceNotFound
from netz.workspaces.credentials import (
    NEEDS,
    PREVIEW_SESSION_KEY,
    SSO_SESSION_KEY,
    WORKSPACE_SESSION_KEY,
    authenticate,
    methods_used,
    proved_at,
    session_of,
    user_of,
)
from netz.workspaces.models import Preview
from netz.workspaces.queries.people import member
from netz.workspaces.queries.workspace import WorkspaceRef, workspaces_of_user
from netz.workspaces.services.departure import delete_account
from netz.workspaces.services.previews import end_preview, start_preview


def choices_of(request: HTTPConnection) -> list[WorkspaceRef]:
    """The workspaces of the signed-in person, with what each still asks for.

    Raises `Unauthenticated` without a sign-in, `SessionNeeded` for an API key.
    """
    with transaction.atomic():
        return _choices(session_of(request))


def _choices(session: SessionBase) -> list[WorkspaceRef]:
    user = user_of(session)
    if user is None:
        raise Unauthenticated
    vouched_by = session.get(SSO_SESSION_KEY)
    return workspaces_of_user(user.pk, vouched_by, proved_at(session), methods_used(session))


def choose_workspace(request: HTTPConnection, workspace_id: UUID) -> None:
    """Lets the sign-in open this workspace from now on; the trail of that workspace tells.

    Raises `WorkspaceNotFound`, or what the workspace still asks for, and then everything stays as
    it was. To a sign-in by an identity provider there is no workspace but its own.
    """
    with transaction.atomic():
        session = session_of(request)
        wanted = next((one for one in _choices(session) if one.id == workspace_id), None)
        if wanted is None:
            raise WorkspaceNotFound
        if wanted.needs:
            raise NEEDS[wanted.needs]
        with suppress(Problem):  # the workspace that is left may be closed to this sign-in
            left = authenticate(request)
            if left is not None and left.previewed_by:
                _end(session, left)
        session.pop(PREVIEW_SESSION_KEY, None)
        session[WORKSPACE_SESSION_KEY] = str(workspace_id)
        session.save()
        actor = authenticate(request)
        assert actor is not None
        record(actor, "workspace.open")


def leave_for_good(request: HTTPConnection) -> None:
    """Deletes the account of the signed-in person. Raises what `delete_account` does, and
    `SsoSession`: an identity provider opens its workspace, the account is not its own."""
    session = session_of(request)
    if session.get(SSO_SESSION_KEY):
        raise SsoSession
    user = user_of(session)
    if user is None:
        raise Unauthenticated
    delete_account(user, proved_at=proved_at(session))


def look_as(request: HTTPConnection, member_id: UUID, *, actor: Actor) -> Preview:
    """Shows this sign-in what the member sees.

    Raises `SessionNeeded`, `MemberNotFound`, `NobodyToPreview`.
    """
    session = session_of(request)
    preview = start_preview(member(actor, member_id), actor=actor)
    session[PREVIEW_SESSION_KEY] = str(preview.id)
    session.save()
    return preview


def leave_preview(request: HTTPConnection, *, actor: Actor) -> None:
    """Ends the sign-in's preview, if there is one. Raises `SessionNeeded`."""
    session = session_of(request)
    if PREVIEW_SESSION_KEY in session:
        _end(session, actor)
        session.pop(PREVIEW_SESSION_KEY)
        session.save()


def _end(session: SessionBase, actor: Actor) -> None:
    preview_id = UUID(session[PREVIEW_SESSION_KEY])
    end_preview(preview_id, workspace_id=actor.workspace_id, reason="left", by=actor)

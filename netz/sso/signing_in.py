"""Sessions that a connection opens: pinned to its workspace, and ended from either side."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore
from django.db.models import QuerySet
from django.http import HttpRequest

from netz.accounts.models import User
from netz.core.db import tenant
from netz.sso.models import ID_TOKEN, Connection, SignIn
from netz.workspaces.credentials import SSO_SESSION_KEY, WORKSPACE_SESSION_KEY

# Where the facts of a sign-in stand in allauth's state, which outlives a second factor's page.
FACTS = "netz_sso"
_TESTS = "netz_sso_tests"


def remember_test(request: HttpRequest, connection_id: UUID, test_id: UUID) -> None:
    """This browser tries the connection out."""
    request.session[_TESTS] = {**request.session.get(_TESTS, {}), str(connection_id): str(test_id)}


def forget_test(request: HttpRequest, connection_id: UUID) -> UUID | None:
    """The test that this browser was on, which is over now; None without one."""
    tests = dict(request.session.get(_TESTS, {}))
    found = tests.pop(str(connection_id), None)
    if found is None:
        return None
    request.session[_TESTS] = tests
    return UUID(found)


def open_session(request: HttpRequest, user: User, facts: dict[str, Any] | None) -> None:
    """Pins a session that has just begun to the connection's workspace; any other to none.

    Such a session opens no other workspace: what an identity provider says of a person counts
    where its admins decide, and nowhere else.
    """
    if facts is None:
        request.session.pop(SSO_SESSION_KEY, None)
        return
    request.session[SSO_SESSION_KEY] = facts["workspace"]
    request.session[WORKSPACE_SESSION_KEY] = facts["workspace"]
    with tenant(UUID(facts["workspace"])):
        row = SignIn(
            workspace_id=UUID(facts["workspace"]),
            connection_id=UUID(facts["connection"]),
            user_id=user.id,
            session_key=request.session.session_key or "",
            subject=facts["subject"],
            logout=facts.get("logout", {}),
            session_index=facts.get("session_index", ""),
        )
        row.id_token_sealed = row.sealed(facts.get("id_token", ""), purpose=ID_TOKEN)
        SignIn.objects.filter(session_key=row.session_key).delete()
        row.save(force_insert=True)


def rename_session(before: str, after: str) -> None:
    """A session goes on under another key, and its provider still ends it."""
    workspace = SessionStore(session_key=after).get(SSO_SESSION_KEY)
    if workspace:
        with tenant(UUID(workspace)):
            SignIn.objects.filter(session_key=before).update(session_key=after)


def sign_in_of(session_key: str | None) -> SignIn | None:
    """How the session came to be, inside its workspace's transaction."""
    found = SignIn.objects.filter(session_key=session_key or "-").select_related("connection")
    return found.first()


def end_sessions(connection: Connection, name_id: str, indexes: Sequence[str]) -> list[str]:
    """Ends every session that the provider opened for the person; returns their keys.

    With indexes, only those sessions. Runs in a transaction in the connection's workspace.
    """
    rows = SignIn.objects.filter(connection=connection, logout__name_id=name_id)
    if indexes:
        rows = rows.filter(session_index__in=list(indexes))
    return end_rows(rows)


def end_rows(rows: QuerySet[SignIn]) -> list[str]:
    """Ends the sessions of these sign-ins; returns their keys."""
    keys = [row.session_key for row in rows]
    for key in keys:
        SessionStore(key).delete()
    UserSession.objects.filter(session_key__in=keys).delete()
    rows.delete()
    return keys


def forget_ended() -> int:
    """Drops what is kept of sessions that are over. In a workspace's transaction."""
    over = [r.pk for r in SignIn.objects.all() if not SessionStore().exists(r.session_key)]
    return SignIn.objects.filter(pk__in=over).delete()[0]

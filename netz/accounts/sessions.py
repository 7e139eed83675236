"""Sessions: what is kept of them is sealed, each names its device, each can be ended."""

import json
from typing import Any

from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore

from netz.core.crypto import SealBrokenError, seal, unseal

PURPOSE = "session"
# The workspace whose identity provider signed a session in; set by the single sign-on.
SSO_SESSION_KEY = "netz_sso_workspace"


class SealedSerializer:
    """Sessions hold codes that were mailed and secrets being set up: no reader of the table sees
    them."""

    def dumps(self, values: dict[str, Any]) -> bytes:
        """What is stored."""
        return seal(json.dumps(values), purpose=PURPOSE, bound_to=PURPOSE).encode()

    def loads(self, stored: bytes) -> dict[str, Any]:
        """The session again; an empty one if its seal is broken."""
        try:
            values = json.loads(unseal(stored.decode(), purpose=PURPOSE, bound_to=PURPOSE))
        except SealBrokenError:
            return {}
        return dict(values)


class SessionsAdapter(DefaultUserSessionsAdapter):
    """Ends sessions, with a line in the trail for each."""

    def end_sessions(self, sessions: Any) -> None:
        """Ends them at once."""
        from netz.accounts.trail import note

        for session in sessions:
            note(session.user, "session.end", session=session.pk, agent=session.user_agent)
            session.end()


def end_session(key: str) -> None:
    """Ends one session, by its key."""
    SessionStore().delete(key)
    UserSession.objects.filter(session_key=key).delete()


def end_all_sessions(user_id: Any) -> None:
    """Signs a person out everywhere."""
    for session in UserSession.objects.filter(user_id=user_id):
        session.end()


def sso_workspace_of(key: str) -> str | None:
    """The workspace whose identity provider opened the session; None when it was another way."""
    value = SessionStore(session_key=key).get(SSO_SESSION_KEY)
    return str(value) if value else None

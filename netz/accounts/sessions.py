"""Sessions: what is kept of them is sealed, each names its device, each can be ended."""

import json
import time
from datetime import timedelta
from typing import Any

from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from allauth.usersessions.models import UserSession
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import transaction
from django.dispatch import Signal
from django.http import HttpRequest
from django.utils import timezone

from netz.accounts import network
from netz.accounts.models import User
from netz.core.crypto import SealBrokenError, seal, unseal

PURPOSE = "session"
# The workspace whose identity provider signed a session in; set by the single sign-on.
SSO_SESSION_KEY = "netz_sso_workspace"
# A session goes on under another key: sent with `before` and `after`, in one transaction.
session_renewed = Signal()

# How often the time of a session's last request is kept: each request would be a write.
KEPT_EVERY_SECONDS = 300
_MOST_KEPT = 50_000
# A session that nothing has used for so long opens nothing any more.
IDLE = timedelta(days=7)
_kept: dict[str, float] = {}


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


def used(key: str) -> bool:
    """Keeps when and where the session was last used, at most every few minutes.

    False for one that was left alone for longer than `IDLE`. Only where this process has not met
    the session lately is there anything to look up.
    """
    now = time.monotonic()
    if now - _kept.get(key, -KEPT_EVERY_SECONDS) < KEPT_EVERY_SECONDS:
        return True
    rows, facts = UserSession.objects.filter(session_key=key), {"ip": network.here()}
    if rows.filter(last_seen_at__lt=timezone.now() - IDLE).exists():
        return False
    if len(_kept) > _MOST_KEPT:
        _kept.clear()
    _kept[key] = now
    # Afterwards: no request of the same session should wait for this one's transaction.
    transaction.on_commit(lambda: rows.update(last_seen_at=timezone.now(), **facts))
    return True


def renew_key(request: HttpRequest) -> None:
    """Gives the request's session another key and ends the old one; all that it holds stays."""
    before = request.session.session_key
    with transaction.atomic():
        request.session.cycle_key()
        after = request.session.session_key
        UserSession.objects.filter(session_key=before).update(session_key=after)
        session_renewed.send(sender=None, before=before, after=after)


def end_session(key: str) -> None:
    """Ends one session, by its key."""
    SessionStore().delete(key)
    UserSession.objects.filter(session_key=key).delete()


def end_all_sessions(user_id: Any) -> None:
    """Signs a person out everywhere."""
    for session in UserSession.objects.filter(user_id=user_id):
        session.end()


def living_sessions(user: User, *, vouched_by: str | None) -> list[UserSession]:
    """The person's sessions that still open something; what is left of others is removed.

    A session that a workspace's identity provider opened (`vouched_by`) is shown those of that
    workspace alone: the provider could open one as anybody.
    """
    rows = list(UserSession.objects.filter(user_id=user.pk).order_by("-last_seen_at"))
    kept = Session.objects.filter(
        session_key__in=[row.session_key for row in rows], expire_date__gt=timezone.now()
    )
    contents = {one.session_key: one.get_decoded() for one in kept}
    now_valid = user.get_session_auth_hash()
    living = []
    for row in rows:
        content = contents.get(row.session_key, {})
        if content.get(HASH_SESSION_KEY) != now_valid or row.last_seen_at < timezone.now() - IDLE:
            row.delete()
        elif not vouched_by or content.get(SSO_SESSION_KEY) == vouched_by:
            living.append(row)
    return living

"""Tokens for apps: a refresh token that comes a second time ends the session it belongs to."""

from allauth.core import context
from allauth.headless.tokens.strategies.jwt import internal
from allauth.headless.tokens.strategies.jwt.strategy import JWTTokenStrategy
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction

from netz.accounts.models import User
from netz.accounts.notices import notify
from netz.accounts.sessions import end_session
from netz.accounts.trail import note


class RotatingTokens(JWTTokenStrategy):
    """allauth's tokens; each refresh token works once.

    One that we signed, for a session that lives, and that the session no longer expects, was used
    before: either its owner or a thief holds the newer one, so neither may go on.
    """

    def refresh_token(self, refresh_token: str) -> tuple[str, str] | None:
        """A new pair of tokens; None for a token that is worth nothing."""
        payload = internal.decode_token(refresh_token, "refresh")
        key = internal.session_key_from_sid(payload["sid"]) if payload else None
        if payload is None or key is None:
            return None
        with transaction.atomic():
            # Two who come with one token at once take turns: the second finds it used.
            if not Session.objects.select_for_update().filter(session_key=key).exists():
                return None
            pair: tuple[str, str] | None = super().refresh_token(refresh_token)
            if pair is None:
                self._end(key, payload["jti"])
            return pair

    def _end(self, key: str, token_id: str) -> None:
        session = self.lookup_session(key)
        if session is None or token_id in internal.get_refresh_token_state(session):
            return  # it was never used: the person's password or standing has changed
        user = User.objects.filter(pk=str(session.get(SESSION_KEY))).first()
        end_session(key)
        if user is not None:
            note(user, "session.token_reused", outcome="refused")
            notify("token_reused", user, context.request)

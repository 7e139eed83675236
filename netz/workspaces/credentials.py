"""From a request's credential to an actor: session cookie, JWT, API key or an
application's token.

Each lookup runs in SQL functions that check expiry, revocation and membership at that moment; they
are the only way to read a credential before its workspace is known.
"""

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.headless.tokens.strategies.jwt import internal as jwt_tokens
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.backends.db import SessionStore
from django.utils.crypto import constant_time_compare
from starlette.requests import HTTPConnection

from netz.accounts.models import User
from netz.accounts.sessions import used
from netz.core import where
from netz.core.actor import Actor, Credential
from netz.core.db import rows_of
from netz.core.errors import (
    MfaNeeded,
    OtherMethodNeeded,
    Problem,
    SignInAgain,
    SsoNeeded,
    Unauthenticated,
)
from netz.core.permissions import (
    ROLE_PERMISSIONS,
    Permission,
    Role,
    known_permissions,
    permissions_of,
)
from netz.workspaces.access_errors import SessionNeeded
from netz.workspaces.oauth.scopes import permissions_in
from netz.workspaces.previewing import seen_as_guest
from netz.workspaces.seen import note_seen

API_KEY_START = "netz_"
WORKSPACE_SESSION_KEY = "netz_workspace"
# The workspace whose identity provider signed this session in; such a session opens no other.
SSO_SESSION_KEY = "netz_sso_workspace"
# The preview of a guest's view that this session has opened (a `Preview`'s id).
PREVIEW_SESSION_KEY = "netz_preview"
NEEDS: dict[str, type[Problem]] = {
    "sso": SsoNeeded,
    "mfa": MfaNeeded,
    "sign_in": SignInAgain,
    "method": OtherMethodNeeded,
}

# Reading the actor and scoping the transaction to its workspace are one trip to the database.
_COLUMNS = (
    "workspace_id, member_id, user_id, role, company_id, language, name, workspace_name,"
    " custom_permissions, grants, set_config('netz.workspace', workspace_id::text, true)"
)


def authenticate(request: HTTPConnection) -> Actor | None:
    """The actor behind the request's credential, or None without one.

    Raises `Unauthenticated` for a credential that is unknown, expired, revoked or whose member or
    user is not active any more. An Authorization header wins over a cookie. Runs inside a
    transaction, which it leaves scoped to the actor's workspace.
    """
    request_id = getattr(request.state, "request_id", "")
    header = request.headers.get("authorization")
    if header:
        scheme, _, token = header.partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise Unauthenticated
        if token.startswith(API_KEY_START):
            return _by_api_key(token, request_id)
        return (_by_jwt if "." in token else _by_oauth)(token, request_id)
    cookie = request.cookies.get(settings.SESSION_COOKIE_NAME)
    return _by_session(cookie, request_id) if cookie else None


def hash_key(key: str) -> str:
    """What is stored of an API key or token. They are random, so a plain SHA-256 is enough."""
    return hashlib.sha256(key.encode()).hexdigest()


def _by_api_key(key: str, request_id: str) -> Actor:
    rows = rows_of(
        f"SELECT {_COLUMNS}, key_id, scopes FROM netz_actor_by_api_key(%s, %s)",  # noqa: S608  # constant columns
        [hash_key(key), where.current().ip],
    )
    if not rows:
        raise Unauthenticated
    row = rows[0]
    scopes = known_permissions(json.loads(row[12]))
    return _actor(row, "api_key", str(row[11]), request_id, scopes)


def _by_oauth(token: str, request_id: str) -> Actor:
    """An application's token: it opens the application's workspace, for the scopes it was given,
    as far as the person still allows them."""
    rows = rows_of(
        f"SELECT {_COLUMNS}, granted_by, scopes, allowed, needs FROM netz_actor_by_token(%s)",  # noqa: S608  # constant columns
        [hash_key(token)],
    )
    if not rows:
        raise Unauthenticated
    row = rows[0]
    scopes = permissions_in(row[12].split())
    if row[13] is not None:
        scopes &= permissions_in(json.loads(row[13]))
    return _let_in(_actor(row, "oauth", str(row[11]), request_id, scopes), row[14])


def _let_in(actor: Actor, needs: str) -> Actor:
    """The actor, unless the workspace's policy still asks for something."""
    if needs:
        problem = NEEDS[needs]()
        problem.kept_out = actor
        raise problem
    return actor


def _by_jwt(token: str, request_id: str) -> Actor:
    valid = jwt_tokens.validate_access_token(token)
    if valid is None:
        raise Unauthenticated
    user, payload = valid
    session = jwt_tokens.get_token_session(payload)
    if session is None:
        raise Unauthenticated
    return _by_user(user, session, "jwt", str(payload["jti"]), request_id)


def _by_session(key: str, request_id: str) -> Actor | None:
    session = SessionStore(session_key=key)
    user = user_of(session)
    return _by_user(user, session, "session", "", request_id) if user else None


def session_of(request: HTTPConnection) -> SessionBase:
    """The session behind the request's cookie or app token, to keep a choice in.

    Raises `Unauthenticated` without one, and `SessionNeeded` for an API key, which has no choices.
    """
    header = request.headers.get("authorization")
    if header:
        token = header.partition(" ")[2]
        if token.startswith(API_KEY_START) or "." not in token:
            (_by_api_key if token.startswith(API_KEY_START) else _by_oauth)(token, "")
            raise SessionNeeded
        valid = jwt_tokens.validate_access_token(token)
        session: SessionBase | None = jwt_tokens.get_token_session(valid[1]) if valid else None
    else:
        cookie = request.cookies.get(settings.SESSION_COOKIE_NAME)
        session = SessionStore(session_key=cookie) if cookie else None
    if session is None or user_of(session) is None:
        raise Unauthenticated
    return session


def user_of(session: SessionBase) -> User | None:
    """The signed-in user of a session; None without one.

    Raises `Unauthenticated` when the user is not active any more or changed the password since.
    """
    user_id = session.get(SESSION_KEY)
    if user_id is None or session.get(BACKEND_SESSION_KEY) not in settings.AUTHENTICATION_BACKENDS:
        return None
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user is None or not constant_time_compare(
        session.get(HASH_SESSION_KEY, ""), user.get_session_auth_hash()
    ):
        raise Unauthenticated
    return user


def _by_user(
    user: User,
    session: SessionBase,
    credential: Credential,
    credential_id: str,
    request_id: str,
) -> Actor:
    at = proved_at(session)
    vouched_by = session.get(SSO_SESSION_KEY)
    rows = rows_of(
        f"SELECT {_COLUMNS}, needs, preferences FROM netz_actor_by_user(%s, %s, %s, %s, %s)",  # noqa: S608  # constant columns
        [
            user.pk,
            session.get(WORKSPACE_SESSION_KEY),
            vouched_by,
            at,
            json.dumps(methods_used(session)),
        ],
    )
    if not rows:
        raise Unauthenticated
    actor = _let_in(_actor(rows[0], credential, credential_id, request_id, None), rows[0][11])
    if not used(str(session.session_key)):
        raise SignInAgain
    actor = replace(
        actor,
        authenticated_at=at,
        vouched_by=UUID(vouched_by) if vouched_by else None,
        preferences=json.loads(rows[0][12]),
    )
    note_seen(actor.workspace_id, actor.member_id)
    preview_id = session.get(PREVIEW_SESSION_KEY)
    return seen_as_guest(actor, preview_id) if preview_id else actor


def proved_at(session: SessionBase) -> datetime | None:
    """When the session's person last gave a password, code, key or an identity provider's word."""
    records = session.get(AUTHENTICATION_METHODS_SESSION_KEY) or []
    times = [record["at"] for record in records if "at" in record]
    return datetime.fromtimestamp(max(times), UTC) if times else None


def methods_of(request: HTTPConnection, actor: Actor) -> list[str] | None:
    """The ways in which the actor signed in; None for a machine, or who came by the workspace's
    identity provider, whom no list of ways concerns."""
    if actor.credential in ("api_key", "oauth") or actor.vouched_by:
        return None
    return methods_used(session_of(request))


def methods_used(session: SessionBase) -> list[str]:
    """The ways in which the session's person proved who they are, by the policy's names."""
    records = session.get(AUTHENTICATION_METHODS_SESSION_KEY) or []
    return sorted({_method(record) for record in records} or {"password"})


def _method(record: dict[str, Any]) -> str:
    if record.get("method") == "mfa":
        return "passkey" if record.get("passwordless") else "mfa"
    if record.get("method") == "socialaccount":
        return str(record.get("provider"))
    return str(record.get("method"))


def _actor(
    row: tuple[Any, ...],
    credential: Credential,
    credential_id: str,
    request_id: str,
    scopes: frozenset[Permission] | None,
) -> Actor:
    workspace_id, member_id, user_id, role, company_id, language, name, workspace_name = row[:8]
    granted = permissions_of(Role(role), None if row[8] is None else json.loads(row[8]))
    held = granted if scopes is None else granted & scopes
    return Actor(
        workspace_id=workspace_id,
        member_id=member_id,
        user_id=user_id,
        role=Role(role),
        permissions=held,
        standing=granted,
        company_id=company_id,
        language="en" if language == "en" else "fr",
        credential=credential,
        credential_id=credential_id,
        request_id=request_id,
        name=name,
        workspace_name=workspace_name,
        grants=None if row[9] is None else grants_of(json.loads(row[9]), held),
    )


def grants_of(
    stored: dict[str, list[str] | None], held: frozenset[Permission]
) -> dict[UUID, frozenset[Permission]]:
    """What a limited member who holds `held` may do for each company granted."""
    return {
        UUID(company): held if names is None else held & known_permissions(names)
        for company, names in stored.items()
    }


def system_actor(workspace_id: UUID, member_id: UUID, user_id: UUID) -> Actor:
    """An admin's rights for the command line and for jobs, which act on the machine itself."""
    return Actor(
        workspace_id=workspace_id,
        member_id=member_id,
        user_id=user_id,
        role=Role.ADMIN,
        permissions=ROLE_PERMISSIONS[Role.ADMIN],
        credential="system",
    )

"""A person allows an application to act for them, or says no; allauth checks the request."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from allauth.core.context import request_context
from allauth.idp.oidc.internal.oauthlib.server import get_server
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from oauthlib.oauth2.rfc6749 import errors  # type: ignore[import-untyped]  # has no types

from netz.accounts.models import User
from netz.audit.services import record
from netz.core.actor import Actor
from netz.workspaces.access_errors import SessionNeeded
from netz.workspaces.models import OAuthClient, OAuthGrant
from netz.workspaces.models.oauth import consent_end
from netz.workspaces.oauth.adapter import with_issuer
from netz.workspaces.oauth.connections import narrow_tokens
from netz.workspaces.oauth.errors import RequestRefused
from netz.workspaces.oauth.scopes import lent

PLACE = "/identity/o/authorize"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that allauth found in order: who asks, for what this person can give."""

    application: OAuthClient
    scopes: list[str]
    redirect_uri: str
    state: str | None
    info: dict[str, Any]
    ends_at: datetime


def asked(query: str, *, actor: Actor) -> Asked | str:
    """What the application asks for; or where to send the person back to, with an error.

    Raises `RequestRefused` where nobody must be sent back, `SessionNeeded` without a person.
    """
    if actor.credential not in ("session", "jwt"):
        raise SessionNeeded
    with _validating():
        return _asked(query, actor)


def _asked(query: str, actor: Actor) -> Asked | str:
    try:
        scopes, info = get_server().validate_authorization_request(f"{PLACE}?{query}", "GET")
    except errors.FatalClientError as refused:
        raise RequestRefused(reason=refused.error) from None
    except errors.OAuth2Error as refused:
        _check_address(_known(refused.client_id, actor), refused.redirect_uri)
        return _told(refused, refused.redirect_uri)
    except ValueError:
        raise RequestRefused(reason="invalid_request") from None
    request = info.pop("request")
    application = _known(request.client.pk, actor)
    redirect_uri, state = info["redirect_uri"], info.get("state")
    _check_address(application, redirect_uri)
    # allauth asks public clients alone for PKCE; OAuth 2.1 asks all of them, and for S256.
    if not request.code_challenge or request.code_challenge_method != "S256":
        error: errors.OAuth2Error = errors.InvalidRequestError(
            description="PKCE with S256 is required", state=state
        )
        return _told(error, redirect_uri)
    given = lent(scopes, actor.permissions)
    if not given:
        return _told(errors.InvalidScopeError(state=state), redirect_uri)
    return Asked(application, given, redirect_uri, state, info, consent_end())


def _told(error: errors.OAuth2Error, redirect_uri: str) -> str:
    return with_issuer(str(error.in_uri(redirect_uri)))


def _known(client_id: str, actor: Actor) -> OAuthClient:
    """The application, in the actor's own workspace alone. Raises `RequestRefused`."""
    rows = OAuthClient.objects.filter(workspace_id=actor.workspace_id, enabled=True, acts_as=None)
    found = rows.filter(client_id=client_id).select_related("client").first()
    if found is None:
        raise RequestRefused(reason="invalid_client_id")
    return found


def _check_address(application: OAuthClient, redirect_uri: str) -> None:
    """Exactly as registered, which allauth does not ask of what follows the path; a program on the
    person's own machine gets its port when it starts. Raises `RequestRefused`."""
    exact = redirect_uri in application.client.get_redirect_uris()
    if not exact and urlsplit(redirect_uri).scheme != "http":
        raise RequestRefused(reason="mismatching_redirect_uri")


def answer(query: str, *, allow: bool, actor: Actor) -> str:
    """Keeps what the person decided; returns where the browser goes with it."""
    found = asked(query, actor=actor)
    if isinstance(found, str):
        return found
    details = {"application": found.application.client.name, "scopes": found.scopes}
    if not allow:
        record(actor, "application.deny", found.application, after=details, outcome="refused")
        return _told(errors.AccessDeniedError(state=found.state), found.redirect_uri)
    grant, _ = OAuthGrant.objects.update_or_create(
        workspace_id=actor.workspace_id,
        oauth_client=found.application,
        member_id=actor.member_id,
        defaults={
            "scopes": found.scopes,
            "by_sso": actor.vouched_by is not None,
            "ends_at": found.ends_at,
        },
    )
    narrow_tokens(grant)
    record(actor, "application.allow", grant, after=details | {"ends_at": found.ends_at})
    return _with_code(query, found, actor)


def _with_code(query: str, found: Asked, actor: Actor) -> str:
    user = User.objects.get(pk=actor.user_id)
    with _validating():
        headers, _, _ = get_server().create_authorization_response(
            f"{PLACE}?{query}",
            "GET",
            scopes=found.scopes,
            credentials={**found.info, "user": user},
        )
    return with_issuer(str(headers["Location"]))


@contextmanager
def _validating() -> Iterator[None]:
    """allauth keeps what it looks up with the request of its own kind.

    Nobody is signed in there: what is asked without a question (prompt=none) is refused.
    """
    request = HttpRequest()
    request.method, request.user = "GET", AnonymousUser()
    with request_context(request):
        yield

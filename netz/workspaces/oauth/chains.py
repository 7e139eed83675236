"""Chains of tokens: what a refresh hands on to the next pair, and what ends them all."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from allauth.idp.oidc.models import Token
from django.utils import timezone

from netz.audit.services import record, record_of_system
from netz.core.actor import Actor
from netz.core.brake import Brake
from netz.core.db import enter_workspace, rows_of, tenant
from netz.core.errors import TooMany
from netz.workspaces.models import OAuthClient, OAuthGrant, OAuthSpent
from netz.workspaces.oauth.connections import end_tokens, narrow_token
from netz.workspaces.queries.access import actor_of

# As long as a refresh token lives: a used one could come back until then.
REMEMBERED = timedelta(days=31)
_END = "chain_ends_at"
# The first refusals are told, then one now and then, at least every hour.
_TOLD = Brake("oauth-impostor", attempts=10, seconds=60, longest=3600)


def stands(token_hash: str) -> tuple[Any, Any] | None:
    """Workspace and grant (or machine's application) of an access token that works now."""
    rows = rows_of(
        "SELECT workspace_id, granted_by, needs FROM netz_actor_by_token(%s)", [token_hash]
    )
    return (rows[0][0], rows[0][1]) if rows and not rows[0][2] else None


def end_of(refresh_token: str) -> datetime | None:
    """When the chain of a refresh token ends; None for what is none."""
    held = Token.objects.lookup(Token.Type.REFRESH_TOKEN, refresh_token)
    told = (held.data or {}).get(_END) if held is not None else None
    return datetime.fromisoformat(told) if told else None


def keep(issued: dict[str, Any], *, used: str, ends_at: datetime | None) -> dict[str, Any] | None:
    """Bounds new tokens by what they rest on, and remembers what was used up for them.

    They live no longer than the chain (`ends_at`, of its first pair) and the consent, and hold no
    scope that the person took back. Returns what the application is told; None, and then the
    tokens are gone, where they rest on nothing.
    """
    token = Token.objects.by_value(issued["access_token"]).get(type=Token.Type.ACCESS_TOKEN)
    family = Token.objects.filter(client_id=token.client_id, user_id=token.user_id)
    found = stands(token.hash)
    if found is None:
        family.delete()
        return None
    workspace_id, grant_id = found
    enter_workspace(workspace_id)
    # Locked: whoever takes scopes back at this moment comes before or after, not in between.
    grant = OAuthGrant.objects.select_for_update().get(pk=grant_id)
    OAuthSpent.objects.create(workspace_id=workspace_id, grant_id=grant_id, token_hash=used)
    old = OAuthSpent.objects.filter(workspace_id=workspace_id, grant_id=grant_id)
    old.filter(created_at__lt=timezone.now() - REMEMBERED).delete()
    family.expired().delete()
    return _bounded(issued, token, grant, min(ends_at or grant.ends_at, grant.ends_at))


def _bounded(
    issued: dict[str, Any], access: Token, grant: OAuthGrant, ends_at: datetime
) -> dict[str, Any]:
    refresh = Token.objects.by_value(issued.get("refresh_token", "")).first()
    for token in (access, refresh):
        if token is None:
            continue
        token.expires_at = min(token.expires_at, ends_at)
        token.data = {**(token.data or {}), _END: ends_at.isoformat()}
        narrow_token(token, grant.scopes)
        token.save(update_fields=["expires_at", "data", "scopes"])
    told = {**issued, "scope": " ".join(access.get_scopes()), "expires_in": _seconds_to(access)}
    if refresh is not None:
        told["refresh_expires_in"] = _seconds_to(refresh)
    return told


def _seconds_to(token: Token) -> int:
    left: timedelta = token.expires_at - timezone.now()
    return max(round(left.total_seconds()), 0)


def begin_machine(access_token: str) -> bool:
    """Whether a machine's new token is worth something; tells the trail. If not, it is gone."""
    token = Token.objects.by_value(access_token).get(type=Token.Type.ACCESS_TOKEN)
    Token.objects.filter(client_id=token.client_id, user_id=None).expired().delete()
    found = stands(token.hash)
    if found is None:
        token.delete()
        return False
    enter_workspace(found[0])
    rows = OAuthClient.objects.select_related("client", "acts_as__user", "acts_as__custom_role")
    application = rows.get(pk=found[1])
    record(_machine(application), "application.sign_in", application)
    return True


def _machine(application: OAuthClient) -> Actor:
    assert application.acts_as is not None  # what netz_actor_by_token found it by
    actor = actor_of(application.acts_as)
    named = application.client.name
    return replace(actor, credential="oauth", credential_id=str(application.pk), name=named)


def note_impostor(client_id: str) -> None:
    """Tells the trail, outside any transaction, that somebody could not prove to be this
    application; now and then, where they go on."""
    rows = rows_of("SELECT workspace_id, id FROM netz_oauth_application(%s)", [client_id])
    if not rows:
        return
    try:
        _TOLD.count(client_id)
    except TooMany:
        return
    workspace_id, application_id = rows[0]
    with tenant(workspace_id):
        application = OAuthClient.objects.select_related("client").get(pk=application_id)
        details = {"application": application.client.name}
        record_of_system(workspace_id, "application.refuse", after=details, outcome="refused")


def end_family(used: str, client_id: str) -> None:
    """Ends all tokens where one that was used up comes again, from the client that it was for."""
    rows = rows_of("SELECT workspace_id, grant_id FROM netz_oauth_spent(%s)", [used])
    if not rows:
        return
    enter_workspace(rows[0][0])
    grants = OAuthGrant.objects.select_related("oauth_client__client", "member__user")
    grant = grants.get(pk=rows[0][1])
    if grant.oauth_client.client_id != client_id:
        return
    end_tokens(grant)
    actor = replace(actor_of(grant.member), credential="oauth", credential_id=str(grant.id))
    details = {"application": grant.oauth_client.client.name}
    record(actor, "application.reused", grant, after=details, outcome="refused")

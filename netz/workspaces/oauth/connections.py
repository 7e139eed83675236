"""What members allowed applications to do: lists, taking a part of it back, and all of it."""

from collections.abc import Collection
from uuid import UUID

from allauth.idp.oidc.models import Token
from django.db.models import QuerySet

from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.live import ACCESS_CHANGED, publish
from netz.core.permissions import Permission
from netz.workspaces.models import OAuthGrant
from netz.workspaces.oauth.errors import ConnectionNotFound, NotAllowedBefore


def connections(actor: Actor, *, everyone: bool = False) -> list[OAuthGrant]:
    """The actor's own; with `everyone`, the whole workspace's, for whoever looks after security."""
    rows = OAuthGrant.objects.filter(workspace_id=actor.workspace_id)
    if not (everyone and actor.may(Permission.SECURITY_MANAGE)):
        rows = rows.filter(member_id=actor.member_id)
    return list(rows.select_related("oauth_client__client", "member__user").order_by("-id"))


def connection(actor: Actor, connection_id: UUID) -> OAuthGrant:
    """One that the actor may take back. Raises `ConnectionNotFound`."""
    found = [one for one in connections(actor, everyone=True) if one.id == connection_id]
    if not found:
        raise ConnectionNotFound
    return found[0]


def narrow(grant: OAuthGrant, scopes: Collection[str], *, actor: Actor) -> OAuthGrant:
    """Leaves the application these scopes; its tokens obey at once. Raises `NotAllowedBefore`."""
    # Locked: tokens that are being made at this moment come before or after, not in between.
    held = OAuthGrant.objects.select_for_update().get(pk=grant.pk).scopes
    if added := sorted(set(scopes) - set(held)):
        raise NotAllowedBefore(scope=added[0])
    grant.scopes = [one for one in held if one in scopes]
    grant.save(update_fields=["scopes"])
    narrow_tokens(grant)
    named = {"application": grant.oauth_client.client.name}
    after = {**named, "scopes": grant.scopes}
    record(actor, "application.narrow", grant, before={**named, "scopes": held}, after=after)
    publish(grant.workspace_id, ACCESS_CHANGED, {}, members=[grant.member_id])
    return grant


def narrow_tokens(grant: OAuthGrant) -> None:
    """Cuts what the application holds for this person to what is allowed now."""
    for token in _tokens(grant):
        narrow_token(token, grant.scopes)
        token.save(update_fields=["scopes"])


def narrow_token(token: Token, scopes: Collection[str]) -> None:
    """Cuts a token to what the person allows."""
    token.set_scopes([one for one in token.get_scopes() if one in scopes])


def withdraw(grant: OAuthGrant, *, actor: Actor) -> None:
    """Takes back what was allowed: every token of it stops working at once."""
    end_tokens(grant)
    details = {"application": grant.oauth_client.client.name, "scopes": grant.scopes}
    record(actor, "application.withdraw", grant, before=details)
    publish(grant.workspace_id, ACCESS_CHANGED, {}, members=[grant.member_id])
    grant.delete()


def end_tokens(grant: OAuthGrant) -> None:
    """Ends the family: all that the application got for this person."""
    _tokens(grant).delete()


def _tokens(grant: OAuthGrant) -> QuerySet[Token]:
    found: QuerySet[Token] = Token.objects.filter(
        client_id=grant.oauth_client.client_id, user_id=grant.member.user_id
    )
    return found

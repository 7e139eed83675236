"""What members allowed applications to do: lists, and taking it back."""

from uuid import UUID

from allauth.idp.oidc.models import Token

from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.live import ACCESS_CHANGED, publish
from netz.core.permissions import Permission
from netz.workspaces.models import OAuthGrant
from netz.workspaces.oauth.errors import ConnectionNotFound


def connections(actor: Actor, *, everyone: bool = False) -> list[OAuthGrant]:
    """The actor's own; with `everyone`, the whole workspace's, for whoever looks after security."""
    rows = OAuthGrant.objects.filter(workspace_id=actor.workspace_id)
    if not (everyone and actor.may(Permission.SECURITY_MANAGE)):
        rows = rows.filter(member_id=actor.member_id)
    return list(rows.select_related("oauth_client__client", "member__user").order_by("-id"))


def connection(actor: Actor, connection_id: UUID) -> OAuthGrant:
    """One that the actor may withdraw. Raises `ConnectionNotFound`."""
    found = [one for one in connections(actor, everyone=True) if one.id == connection_id]
    if not found:
        raise ConnectionNotFound
    return found[0]


def withdraw(grant: OAuthGrant, *, actor: Actor) -> None:
    """Takes back what was allowed: every token of it stops working at once."""
    end_tokens(grant)
    details = {"application": grant.oauth_client.client.name, "scopes": grant.scopes}
    record(actor, "application.withdraw", grant, before=details)
    publish(grant.workspace_id, ACCESS_CHANGED, {}, members=[grant.member_id])
    grant.delete()


def end_tokens(grant: OAuthGrant) -> None:
    """Ends the family: all that the application got for this person."""
    tokens = Token.objects.filter(client_id=grant.oauth_client.client_id)
    tokens.filter(user_id=grant.member.user_id).delete()

"""Registering applications, changing them, and taking them away."""

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from allauth.idp.oidc.adapter import get_adapter
from allauth.idp.oidc.models import Client, Token

from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.live import ACCESS_CHANGED, publish
from netz.workspaces.errors import ScopeTooWide
from netz.workspaces.models import OAuthClient, OAuthGrant
from netz.workspaces.oauth.errors import (
    ApplicationNotFound,
    NotForMachines,
    RedirectMissing,
    RedirectRefused,
    SecretOfPublic,
)
from netz.workspaces.oauth.scopes import IDENTITY

_GRANTS = [Client.GrantType.AUTHORIZATION_CODE, Client.GrantType.REFRESH_TOKEN]
_JOINED = ("client", "acts_as__user")
_MACHINE_GRANTS = [Client.GrantType.CLIENT_CREDENTIALS]


@dataclass(frozen=True, slots=True)
class ClientSpec:
    """What is chosen for an application."""

    name: str
    redirect_uris: Sequence[str]
    scopes: Sequence[str]


def applications(actor: Actor) -> list[OAuthClient]:
    """The workspace's applications, by name."""
    rows = OAuthClient.objects.filter(workspace_id=actor.workspace_id)
    return list(rows.select_related(*_JOINED).order_by("client__name", "id"))


def application(actor: Actor, application_id: UUID) -> OAuthClient:
    """One of them. Raises `ApplicationNotFound`."""
    rows = OAuthClient.objects.filter(workspace_id=actor.workspace_id, pk=application_id)
    found = rows.select_related(*_JOINED).first()
    if found is None:
        raise ApplicationNotFound
    return found


def register(
    spec: ClientSpec, *, confidential: bool, machine: bool = False, actor: Actor
) -> tuple[OAuthClient, str | None]:
    """A new application, with its secret, shown this once, if it can keep one.

    A machine's acts for itself, within what the actor may do; the actor answers for it.
    Raises `RedirectRefused`, `RedirectMissing`, `NotForMachines` and `ScopeTooWide`.
    """
    if machine and not confidential:
        raise NotForMachines
    client = Client(
        type=Client.Type.CONFIDENTIAL if confidential else Client.Type.PUBLIC,
        response_types="" if machine else Client.ResponseType.CODE,
    )
    client.set_grant_types(_MACHINE_GRANTS if machine else _GRANTS)
    secret = _new_secret(client)
    _fill(client, spec, machine=machine, actor=actor)
    client.save(force_insert=True)
    made = OAuthClient.objects.create(
        workspace_id=actor.workspace_id,
        client=client,
        acts_as_id=actor.member_id if machine else None,
    )
    record(actor, "application.create", made, after=_told(made))
    return made, secret if confidential else None


def change(one: OAuthClient, spec: ClientSpec, *, enabled: bool, actor: Actor) -> None:
    """Changes an application; one that is switched off stops working at once.

    Tokens keep at most the scopes that the application still may ask for. Whoever changes a
    machine's answers for it from then on. Raises what `register` raises.
    """
    before = _told(one)
    _fill(one.client, spec, machine=one.acts_as_id is not None, actor=actor)
    one.client.save()
    one.enabled = enabled
    one.save(update_fields=["enabled", *_taken_over(one, actor)])
    if not enabled or set(before["scopes"]) - set(spec.scopes):
        Token.objects.filter(client_id=one.client_id).delete()
    record(actor, "application.change", one, before=before, after=_told(one))
    _tell(one)


def rotate_secret(one: OAuthClient, *, actor: Actor) -> str:
    """A new secret, shown this once; the old one stops working. Raises `SecretOfPublic`."""
    if one.client.type == Client.Type.PUBLIC:
        raise SecretOfPublic
    secret = _new_secret(one.client)
    one.client.save(update_fields=["secret"])
    # Whoever holds the secret acts within their own rights, not within somebody else's.
    if taken := _taken_over(one, actor):
        one.save(update_fields=taken)
    record(actor, "application.rotate", one, after={"name": one.client.name})
    return secret


def remove(one: OAuthClient, *, actor: Actor) -> None:
    """Takes the application away, with everything that it was allowed."""
    record(actor, "application.delete", one, before=_told(one))
    _tell(one)
    one.client.delete()


def _taken_over(one: OAuthClient, actor: Actor) -> list[str]:
    """The fields that change where a machine's application gets another who answers for it."""
    if one.acts_as_id is None:
        return []
    one.acts_as_id = actor.member_id
    return ["acts_as"]


def _new_secret(client: Client) -> str:
    secret: str = get_adapter().generate_client_secret()
    client.set_secret(secret)
    return secret


def _fill(client: Client, spec: ClientSpec, *, machine: bool, actor: Actor) -> None:
    if machine:
        _check_machine(spec, actor)
        client.set_default_scopes(list(spec.scopes))
    elif not spec.redirect_uris:
        raise RedirectMissing
    for uri in spec.redirect_uris:
        _check_redirect(uri)
    client.name = spec.name
    client.set_redirect_uris(list(spec.redirect_uris))
    client.set_scopes(list(spec.scopes))


def _check_machine(spec: ClientSpec, actor: Actor) -> None:
    """Nobody is asked, so what it may do is bounded by who makes it, as with an API key."""
    if spec.redirect_uris or set(spec.scopes) & set(IDENTITY):
        raise NotForMachines
    for scope in spec.scopes:
        if scope not in actor.permissions:
            raise ScopeTooWide(scope=scope)


def _check_redirect(uri: str) -> None:
    """https, or http on the person's own machine; compared as it is written, without patterns."""
    try:
        parts = urlsplit(uri)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise RedirectRefused(uri=uri) from None
    safe = parts.scheme == "https" or (parts.scheme == "http" and _is_loopback(host))
    odd = parts.fragment or "#" in uri or parts.username or "*" in uri or not uri.isascii()
    if not safe or not host or odd or any(c.isspace() or c == "\\" for c in uri):
        raise RedirectRefused(uri=uri)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _told(one: OAuthClient) -> dict[str, Any]:
    client = one.client
    return {
        "name": client.name,
        "redirect_uris": client.get_redirect_uris(),
        "scopes": client.get_scopes(),
        "kind": "machine" if one.acts_as_id else client.type,
        "enabled": one.enabled,
    }


def _tell(one: OAuthClient) -> None:
    rows = OAuthGrant.objects.filter(workspace_id=one.workspace_id, oauth_client=one)
    members = list(rows.values_list("member_id", flat=True))
    if members:
        publish(one.workspace_id, ACCESS_CHANGED, {}, members=members)

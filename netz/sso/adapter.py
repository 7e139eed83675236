"""How allauth finds a workspace's identity providers, and what it does with whom they name."""

from typing import Any
from uuid import UUID

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.models import SocialApp, SocialLogin
from django.http import HttpRequest

from netz.accounts.social import SocialAdapter
from netz.core.db import tenant
from netz.sso import queries
from netz.sso.failures import refusal_for
from netz.sso.flow import finish, refuse
from netz.sso.models import SECRET, Connection
from netz.sso.outgoing import session
from netz.sso.refusals import Refused

KINDS = {"oidc": "openid_connect", "saml": "saml"}


class SocialAccountAdapter(SocialAdapter):
    """Connections are allauth's apps, made in memory; the provider's id is the connection's."""

    def list_apps(
        self, request: HttpRequest, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        """The connection that is asked for, or the installation's own providers; never a list
        of connections, which would name the workspaces' providers to anybody."""
        wanted = _uuid(provider) or (_uuid(client_id) if provider == "saml" else None)
        if wanted is not None:
            found = load_connection(wanted)
            return [app_of(found)] if found else []
        apps: list[SocialApp] = super().list_apps(request, provider, client_id)
        return [app for app in apps if app.provider not in KINDS.values()]

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Lets whom a connection names in, or refuses; nothing of theirs is left undecided."""
        connection = connection_in(sociallogin.provider)
        if connection is None:
            super().pre_social_login(request, sociallogin)
            return
        try:
            answer = finish(request, connection, sociallogin)
        except Refused as refused:
            answer = refuse(request, connection, refused)
        if answer is not None:
            raise ImmediateHttpResponse(answer)

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: Any = None,
        exception: BaseException | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        """Tells the person, the trail and a running test why a connection's sign-in failed."""
        connection = connection_in(provider)
        if connection is not None:
            raise ImmediateHttpResponse(
                refuse(request, connection, refusal_for(request, error, exception))
            )

    def get_requests_session(self) -> Any:
        """Every call to a provider goes through the guarded client."""
        return session()


def load_connection(connection_id: UUID) -> Connection | None:
    """A connection by its id alone, with what its sign-ins need."""
    workspace_id = queries.workspace_of(connection_id)
    if workspace_id is None:
        return None
    with tenant(workspace_id):
        return (
            Connection.objects.filter(workspace_id=workspace_id, pk=connection_id)
            .select_related("default_company", "default_custom_role")
            .first()
        )


def app_of(connection: Connection) -> SocialApp:
    """The connection as allauth knows providers; it is never stored."""
    is_saml = connection.kind == "saml"
    scope = ["openid", "profile", "email", *str(connection.attributes.get("scope", "")).split()]
    app = SocialApp(
        provider=KINDS[connection.kind],
        provider_id=str(connection.id),
        name=connection.name,
        client_id=str(connection.id) if is_saml else connection.client_id,
        secret=connection.opened(connection.secret_sealed, purpose=SECRET),
        settings={}
        if is_saml
        else {"server_url": connection.issuer, "oauth_pkce_enabled": True, "scope": scope},
    )
    app.connection = connection
    return app


def connection_in(provider: Any) -> Connection | None:
    """The connection behind one of allauth's providers."""
    found: Connection | None = getattr(getattr(provider, "app", None), "connection", None)
    return found


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text) if text and len(text) == 36 else None
    except ValueError:
        return None

"""allauth's OpenID Connect and SAML providers, as a workspace's connections need them.

allauth finds this module by its name; registered after its own, ours take their places.
"""

import time
from typing import Any

from allauth.socialaccount.models import SocialAccount, SocialLogin
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from allauth.socialaccount.providers.saml.provider import SAMLProvider
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.crypto import constant_time_compare, get_random_string
from onelogin.saml2.constants import OneLogin_Saml2_Constants as Saml

from netz.accounts.models import User
from netz.sso import addresses
from netz.sso.claims import Claims, from_oidc, from_saml
from netz.sso.models import Connection
from netz.sso.refusals import Refused
from netz.sso.saml import Auth, auth_for

# Where the facts of a sign-in stand in allauth's state, which outlives a second factor's page.
FACTS = "netz_sso"
# How far a provider's clock may be behind ours.
CLOCK_SKEW_SECONDS = 120


class OidcAdapter(OpenIDConnectOAuth2Adapter):
    """Reads the provider's configuration and tokens more strictly than allauth does."""

    @property
    def openid_config(self) -> dict[str, Any]:
        """The provider's configuration, which must be the issuer's own."""
        config: dict[str, Any] = super().openid_config
        expected = self.get_provider().connection.issuer
        if str(config.get("issuer", "")).rstrip("/") != expected.rstrip("/"):
            raise OAuth2Error("the configuration names another issuer")
        return config

    def get_callback_url(self, request: HttpRequest, app: Any) -> str:
        """Below the address that people type: no link is built from the Host header."""
        return addresses.oidc_callback(app.provider_id)

    def complete_login(
        self, request: HttpRequest, app: Any, token: Any, **kwargs: Any
    ) -> SocialLogin:
        """Who signed in, with what it takes to sign them out at the provider."""
        login = super().complete_login(request, app, token, **kwargs)
        login.facts = {
            "logout": {"end_session": self.openid_config.get("end_session_endpoint", "")},
            "id_token": kwargs["response"].get("id_token", ""),
        }
        return login

    def _decode_id_token(self, app: Any, id_token: str) -> dict[str, Any]:
        # The standard lets the signature be skipped for a token that came straight from the
        # provider. Ours is checked all the same: that way nothing hangs on how it came.
        self.did_fetch_access_token = False
        try:
            decoded: dict[str, Any] = super()._decode_id_token(app, id_token)
        except (KeyError, TypeError, ValueError) as error:
            raise OAuth2Error(f"unreadable ID token: {type(error).__name__}") from error
        return decoded


class OidcProvider(OpenIDConnectProvider):
    """A connection by OpenID Connect: with PKCE, a nonce, and our reading of the claims."""

    oauth2_adapter_class = OidcAdapter
    # An ID token handed in by an app was not asked for by us and is bound to no browser.
    supports_token_authentication = False

    @property
    def connection(self) -> Connection:
        """The workspace's connection."""
        found: Connection = self.app.connection
        return found

    def redirect(
        self,
        request: HttpRequest,
        process: str,
        next_url: str | None = None,
        data: Any = None,
        **kwargs: Any,
    ) -> HttpResponse:
        """Sends the browser to the provider."""
        nonce = get_random_string(32)
        auth_params = {**self.get_auth_params(), "nonce": nonce}
        if kwargs.get("confirm"):
            auth_params |= {"prompt": "login", "max_age": "0"}
            kwargs["asked_at"] = time.time()
        kwargs |= {"nonce": nonce, "auth_params": auth_params}
        response: HttpResponse = super().redirect(request, process, next_url, data, **kwargs)
        return response

    def serialize(self) -> dict[str, Any]:
        """Kept while a second factor is asked for: the connection says it all."""
        return {"id": self.sub_id}

    def sociallogin_from_response(self, request: HttpRequest, response: Any) -> SocialLogin:
        """Who signed in, from the ID token and the user info of one and the same subject."""
        token, info = response.get("id_token") or {}, response.get("userinfo") or {}
        if not token:
            raise Refused("unsigned", "no ID token")
        if info and info.get("sub") != token.get("sub"):
            raise Refused("tampered", "user info of another subject")
        claims = from_oidc(self.connection, {**token, **_personal(info)})
        login = social_login(self, claims, {**token, **info})
        login.nonce = str(token.get("nonce", ""))
        login.proved_at = token.get("auth_time")
        return login


def check_request(login: SocialLogin) -> None:
    """Refuses an ID token that was made for another request, and an old proof where a new one was
    asked for."""
    expected = login.state.get("nonce")
    if expected and not constant_time_compare(expected, login.nonce):
        raise Refused("request_unknown", "nonce")
    asked_at = login.state.get("asked_at")
    # Whoever sits at the browser can take the wish for a new proof out of the address. The standard
    # has a provider that was asked for one say when it was given.
    if asked_at and not _is_newer(login.proved_at, asked_at - CLOCK_SKEW_SECONDS):
        raise Refused("not_confirmed", f"proved at {login.proved_at}")


def _is_newer(at: Any, than: float) -> bool:
    return isinstance(at, int | float) and at >= than


def _personal(info: dict[str, Any]) -> dict[str, Any]:
    """What the user info says of the person; who they are is the ID token's to say."""
    protocol = {"sub", "iss", "aud", "exp", "iat", "nonce", "auth_time"}
    return {name: value for name, value in info.items() if name not in protocol}


class SamlProvider(SAMLProvider):
    """A connection by SAML 2.0: signed requests, and our reading of the assertion."""

    @property
    def connection(self) -> Connection:
        """The workspace's connection."""
        found: Connection = self.app.connection
        return found

    def redirect(
        self,
        request: HttpRequest,
        process: str,
        next_url: str | None = None,
        data: Any = None,
        **kwargs: Any,
    ) -> HttpResponse:
        """Sends the browser to the provider with a signed request."""
        auth = auth_for(self.connection, addresses.saml_acs(self.connection.id))
        url = auth.login(return_to="", force_authn=bool(kwargs.get("confirm")))
        state_id = auth.get_last_request_id()
        if kwargs.get("confirm"):
            kwargs["asked_at"] = time.time()
        self.stash_redirect_state(request, process, next_url, data, state_id=state_id, **kwargs)
        return HttpResponseRedirect(url)

    def serialize(self) -> dict[str, Any]:
        """Kept while a second factor is asked for: the connection says it all."""
        return {"id": self.sub_id}

    def sociallogin_from_response(self, request: HttpRequest, response: Auth) -> SocialLogin:
        """Who signed in, from a response that has passed every check."""
        name, form = str(response.get_nameid() or ""), response.get_nameid_format()
        claims = from_saml(
            self.connection,
            response.get_attributes(),
            name,
            name_id_is_email=form == Saml.NAMEID_EMAIL_ADDRESS or "@" in name,
        )
        if form == Saml.NAMEID_TRANSIENT and claims.subject == name:
            raise Refused("no_subject", "the name is a transient one")
        login = social_login(self, claims, response.get_attributes())
        login.facts = {
            "logout": {
                "name_id": name,
                "format": form,
                "nq": response.get_nameid_nq(),
                "spnq": response.get_nameid_spnq(),
            },
            "session_index": str(response.get_session_index() or "")[:300],
        }
        return login


def social_login(provider: Any, claims: Claims, told: dict[str, Any]) -> SocialLogin:
    """allauth's description of a sign-in, with nothing of the claims to store but the subject."""
    account = SocialAccount(provider=provider.sub_id, uid=claims.subject, extra_data={})
    login = SocialLogin(provider=provider, account=account, user=User(email=claims.email))
    login.claims, login.told, login.facts = claims, told, {}
    login.state = {"process": AuthProcess.LOGIN}
    return login


provider_classes = [OidcProvider, SamlProvider]

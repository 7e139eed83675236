"""Django's addresses of a sign-in: where it begins, and where identity providers come back to."""

from urllib.parse import urlencode
from uuid import UUID

from allauth.core.internal import httpkit
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import complete_social_login
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.saml import views as saml_views
from allauth.socialaccount.sessions import LoginSession
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.html import escape
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from netz.accounts.models import User
from netz.core.db import tenant
from netz.core.outbound_requests import RequestException
from netz.sso import addresses, saml
from netz.sso.adapter import connection_in, load_connection
from netz.sso.failures import refusal_for
from netz.sso.flow import refuse, to_finished
from netz.sso.models import Connection
from netz.sso.provider import OidcAdapter
from netz.sso.refusals import Refused
from netz.sso.services.assertions import use_assertion
from netz.sso.services.testing import running_test
from netz.sso.signing_in import end_sessions, remember_test
from netz.sso.trail import note_sign_out
from netz.workspaces.services.directory import is_user_of


@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, provider: str) -> HttpResponse:
    """Begins a sign-in with a provider: to be navigated to, or posted to by a form.

    `next` is the path to go on to; `confirm` has the provider ask anew who is there; `test` is a
    test sign-in of the person who is signed in. A link on another site leads to our own page, where
    the person decides: a provider that knows its person would sign them in without a word.
    """
    asked = {**request.GET.dict(), **request.POST.dict()}
    try:
        found = get_adapter(request).get_provider(request, provider)
    except (SocialApp.DoesNotExist, AssertionError):
        return to_finished(error="connection_off")
    options: dict[str, object] = {"headless": True}
    connection = connection_in(found)
    if request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site"):
        return _to_own_page(connection, asked.get("next"))
    if connection is not None:
        try:
            options |= _options(request, connection, asked.get("test"))
        except Refused as refused:
            return to_finished(error=refused.code)
        if asked.get("confirm"):
            options["confirm"] = True
    path = addresses.own_path(asked.get("next")) or "/"
    try:
        answer: HttpResponse = found.redirect(
            request, AuthProcess.LOGIN, next_url=finished_url(path), **options
        )
    except (OAuth2Error, RequestException) as error:
        if connection is None:
            return to_finished(error="provider_unreachable")
        return refuse(request, connection, refusal_for(request, None, error))
    return _leave_form(answer) if request.method == "POST" else answer


def finished_url(path: str) -> str:
    """The page after a sign-in, which goes on to `path`."""
    return f"{addresses.FINISHED}?{urlencode({'next': path})}"


def _to_own_page(sso: Connection | None, onward: str | None) -> HttpResponse:
    asked = {"next": addresses.own_path(onward)}
    if sso is not None:
        with tenant(sso.workspace_id):
            asked["workspace"] = sso.workspace.slug
    query = urlencode({name: value for name, value in asked.items() if value})
    return HttpResponseRedirect(f"/sign-in?{query}")


def _options(request: HttpRequest, sso: Connection, test: str | None) -> dict[str, object]:
    if test is None:
        if not sso.enabled:
            raise Refused("connection_off")
        return {}
    user = request.user
    try:
        with tenant(sso.workspace_id):
            row = running_test(sso, UUID(test))
            own = row is not None and isinstance(user, User) and is_user_of(row.member_id, user)
    except ValueError:
        own = False
    if not own:
        raise Refused("test_unknown")
    remember_test(request, sso.id, UUID(test))
    return {"test": test}


def _leave_form(answer: HttpResponse) -> HttpResponse:
    """A page that moves on: our policy keeps a form's own redirects on this site."""
    if not isinstance(answer, HttpResponseRedirect):
        return answer
    page = '<!doctype html><meta http-equiv="refresh" content="0;url={url}"><a href="{url}">…</a>'
    return HttpResponse(page.format(url=escape(answer.url)))


@require_GET
def oidc_callback(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Where an OpenID provider sends the browser back to."""
    sso = _connection(provider_id, "oidc")
    view = OAuth2CallbackView.adapter_view(OidcAdapter(request, str(sso.id)))
    answer: HttpResponse = view(request)
    return answer


@require_POST
def saml_acs(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """Takes a posted assertion. A form from elsewhere comes without our cookie: it is put aside,
    and read at the next address, to which the browser goes by itself and brings the cookie."""
    sso = _connection(organization_slug, "saml")
    try:
        saml.check_message(request.POST.get("SAMLResponse", ""))
    except Refused as refused:
        return refuse(request, sso, refused)
    answer: HttpResponse = saml_views.acs(request, organization_slug=organization_slug)
    return answer


@require_GET
def saml_finish(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """Reads the assertion that was put aside, and signs its person in."""
    sso = _connection(organization_slug, "saml")
    aside = LoginSession(request, "saml_acs_session", "saml-acs-session")
    kept = aside.store.get("request")
    aside.delete()
    try:
        if not kept:
            raise Refused("request_unknown", "nothing was posted")
        posted = httpkit.deserialize_request(kept, HttpRequest())
        return _read_assertion(request, sso, posted.POST.get("SAMLResponse", ""))
    except Refused as refused:
        return refuse(request, sso, refused)


def _read_assertion(request: HttpRequest, sso: Connection, encoded: str) -> HttpResponse:
    auth, response = saml.read_response(sso, encoded)
    with tenant(sso.workspace_id):
        use_assertion(sso, str(auth.get_last_assertion_id()), saml.expiry_of(response))
    provider = get_adapter(request).get_provider(request, str(sso.id))
    asked = response.subject_confirmation().get("InResponseTo")
    if asked:
        try:
            state = provider.unstash_redirect_state(request, asked)
        except PermissionDenied as error:
            raise Refused("request_unknown", asked) from error
    elif sso.allow_idp_initiated:
        state = {"process": AuthProcess.LOGIN, "headless": True, "next": finished_url("/")}
    else:
        raise Refused("idp_initiated")
    login = provider.sociallogin_from_response(request, auth)
    login.state, login.proved_at = state, response.proved_at()
    answer: HttpResponse = complete_social_login(request, login)
    return answer


@require_GET
def saml_sls(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """A SAML provider signs its person out here, or confirms that it has done so there.

    Messages must be signed: a link on any page could otherwise sign people out.
    """
    sso = _connection(organization_slug, "saml")
    if not sso.single_logout:
        raise Http404
    try:
        goes_to, name, indexes = saml.read_logout(
            sso, request.GET.dict(), request.META.get("QUERY_STRING", "")
        )
    except Refused as refused:
        return refuse(request, sso, refused)
    if goes_to is None:
        return HttpResponseRedirect("/sign-in")
    with tenant(sso.workspace_id):
        ended = end_sessions(sso, name, indexes)
        note_sign_out(sso, name, len(ended))
    if request.session.session_key in ended:
        request.session.flush()
    return HttpResponseRedirect(goes_to)


@require_GET
def saml_metadata(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """Our metadata for the provider of one connection; it holds nothing secret."""
    sso = _connection(organization_slug, "saml")
    return HttpResponse(
        saml.metadata_of(sso),
        content_type="application/samlmetadata+xml",
        headers={"Content-Disposition": 'attachment; filename="netz-ai-saml.xml"'},
    )


def _connection(connection_id: str, kind: str) -> Connection:
    try:
        found = load_connection(UUID(connection_id))
    except ValueError as error:
        raise Http404 from error
    if found is None or found.kind != kind:
        raise Http404
    return found

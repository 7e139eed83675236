"""The end of a sign-in by a connection: somebody is let in, refused, or was only a test."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import structlog
from allauth.socialaccount.models import SocialAccount, SocialLogin
from allauth.socialaccount.providers.base import AuthProcess
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from netz.core.db import tenant
from netz.sso import addresses
from netz.sso.models import Connection
from netz.sso.provider import check_request
from netz.sso.refusals import Refused
from netz.sso.services.admitting import admit
from netz.sso.services.testing import finish_test, try_out
from netz.sso.signing_in import FACTS, forget_test
from netz.sso.trail import note_refusal, note_sign_in

log = structlog.get_logger(__name__)


def finish(request: HttpRequest, sso: Connection, login: SocialLogin) -> HttpResponse | None:
    """Lets the person in, so that allauth signs them in; a test ends in its result instead.

    Raises `Refused`; then nothing was made.
    """
    if login.state.get("process") != AuthProcess.LOGIN:
        # Linking to whoever is signed in already is not ours to do: `admit` alone makes links.
        raise Refused("request_unknown", "process")
    check_request(login)
    test_id = login.state.get("test")
    if test_id:
        result = try_out(sso, login.claims, login.told)
        finish_test(sso, UUID(test_id), result)
        forget_test(request, sso.id)
        return _to_test(sso, UUID(test_id))
    if not sso.enabled:
        raise Refused("connection_off", sso.name)
    with tenant(sso.workspace_id):
        admission = admit(sso, login.claims)
        note_sign_in(sso, admission)
    login.user = admission.user
    login.account = SocialAccount.objects.get(provider=str(sso.id), uid=login.claims.subject)
    login.state[FACTS] = {
        "workspace": str(sso.workspace_id),
        "connection": str(sso.id),
        "subject": login.claims.subject,
        **login.facts,
    }
    return None


def refuse(request: HttpRequest, sso: Connection, refused: Refused) -> HttpResponse:
    """Where the browser goes after a refusal, which the trail or the running test keeps."""
    log.info("sign-in refused", connection=str(sso.id), code=refused.code)
    test_id = forget_test(request, sso.id)
    if test_id is not None:
        finish_test(sso, test_id, {"ok": False, "code": refused.code, "detail": refused.detail})
        return _to_test(sso, test_id)
    note_refusal(sso, refused)
    return to_finished(error=refused.code)


def to_finished(**query: Any) -> HttpResponse:
    """The page after a sign-in, which goes on or says what went wrong."""
    return HttpResponseRedirect(f"{addresses.FINISHED}?{urlencode(query)}")


def _to_test(sso: Connection, test_id: UUID) -> HttpResponse:
    query = urlencode({"connection": str(sso.id), "test": str(test_id)})
    return HttpResponseRedirect(f"{addresses.SETTINGS}?{query}")

"""What every request to allauth passes: brakes, our form of errors, and what an identity
provider's sessions may not do."""

import json
import re
import struct
from collections.abc import Callable
from typing import Any

from allauth.headless import app_settings as headless
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import get_language

from netz.accounts.brakes import (
    GUESSES_FROM,
    MAILS,
    PASSWORD,
    REQUESTS_FROM,
    account_key,
    count_source,
    excuse_source,
)
from netz.accounts.devices import is_known, keep_cookie
from netz.accounts.errors import SsoSession
from netz.accounts.sessions import SSO_SESSION_KEY
from netz.core.api.problems import MEDIA_TYPE, BadRequest, problem_body
from netz.core.errors import NotFound, Problem, TooMany

_ADDRESS = re.compile(r"/_allauth/(browser|app)/v1/(.+)")

# Requests that anybody may send and that end in a mail.
_MAILED = {
    ("POST", "auth/signup"),
    ("POST", "auth/code/request"),
    ("POST", "auth/password/request"),
    ("POST", "account/email"),
}
# Requests that are right or wrong: what fails counts against where it comes from.
_GUESSES = {
    ("POST", "auth/login"),
    ("POST", "auth/code/confirm"),
    ("POST", "auth/email/verify"),
    ("GET", "auth/email/verify"),
    ("POST", "auth/password/reset"),
    ("GET", "auth/password/reset"),
    ("POST", "auth/reauthenticate"),
    ("POST", "auth/2fa/authenticate"),
    ("POST", "auth/2fa/reauthenticate"),
    ("POST", "auth/webauthn/login"),
    ("POST", "account/password/change"),
}
# What reading a key's answer of another form than the standard's raises.
_MALFORMED = (LookupError, ValueError, TypeError, AttributeError, struct.error)
_COUNTED = "_netz_guess_counted"


class Guard:
    """Stands between allauth's other middleware and its views."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        found = _ADDRESS.fullmatch(request.path)
        if found is None:
            return self.get_response(request)
        client, place = found.groups()
        what = (str(request.method), place)
        try:
            self._admit(request, client, what)
        except Problem as problem:
            return respond(request, problem)
        response = self.get_response(request)
        if getattr(request, _COUNTED, False) and response.status_code != 400:
            excuse_source(GUESSES_FROM)
        keep_cookie(request, response)
        if response.status_code == 429 and response["Content-Type"] != MEDIA_TYPE:
            return respond(request, TooMany(headers={"Retry-After": "60"}))
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Renders our own errors, which come out of allauth's views unchanged, and what its
        readers of keys and texts stumble over."""
        if isinstance(error, Problem):
            return respond(request, error)
        if isinstance(error, UnicodeError | RecursionError):
            return respond(request, BadRequest())
        if "webauthn" in request.path and isinstance(error, _MALFORMED):
            return respond(request, BadRequest())
        return None

    def _admit(self, request: HttpRequest, client: str, what: tuple[str, str]) -> None:
        place = what[1]
        if place.startswith("account/"):
            session = _session(request, client)
            if session.get(SSO_SESSION_KEY):
                raise SsoSession
            if what == ("POST", "account/password/change"):
                # The form checks the current password by itself, outside of any brake.
                PASSWORD.count(f"change|{session.get(SESSION_KEY)}")
        address = _email_in(request)
        if what in _GUESSES and not (address and is_known(request, address)):
            # A neighbour behind the same address must not keep people off their own devices.
            count_source(GUESSES_FROM)
            setattr(request, _COUNTED, True)
        if what in _MAILED:
            count_source(REQUESTS_FROM)
            if address:
                MAILS.count(account_key(request, address))


def respond(request: HttpRequest, problem: Problem) -> HttpResponse:
    """The problem in the form and language of the API."""
    scope: Any = getattr(request, "scope", {})
    request_id = scope.get("state", {}).get("request_id", "")
    language = "en" if (get_language() or "").startswith("en") else "fr"
    body = problem_body(problem, language, request_id, request.path)
    return JsonResponse(
        body, status=problem.status, headers=problem.headers, content_type=MEDIA_TYPE
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """For an address that does not exist."""
    return respond(request, NotFound())


def failed(request: HttpRequest) -> HttpResponse:
    """For a request that we have failed; the log has the reason."""
    return respond(request, Problem())


def _session(request: HttpRequest, client: str) -> Any:
    if client == "browser":
        return request.session
    strategy = headless.TOKEN_STRATEGY
    token = strategy.get_session_token(request)
    return (strategy.lookup_session(token) if token else None) or {}


def _email_in(request: HttpRequest) -> str:
    if request.method != "POST":
        return ""
    try:
        body = json.loads(request.body)
    except (ValueError, RecursionError):
        return ""
    address = str(body.get("email") or "") if isinstance(body, dict) else ""
    # What no address is made of, and no table or hash takes, is left to the form to refuse.
    return address if address.isprintable() else ""

"""What every request to allauth passes: brakes, our form of errors, and what an identity
provider's sessions may not do."""

import json
import re
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
from netz.accounts.devices import keep_cookie
from netz.accounts.errors import SsoSession
from netz.accounts.sessions import SSO_SESSION_KEY
from netz.core.api.problems import MEDIA_TYPE, problem_body
from netz.core.errors import Problem, TooMany

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
        if what in _GUESSES and response.status_code != 400:
            excuse_source(GUESSES_FROM)
        keep_cookie(request, response)
        if response.status_code == 429 and response["Content-Type"] != MEDIA_TYPE:
            return respond(request, TooMany(headers={"Retry-After": "60"}))
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Renders our own errors, which come out of allauth's views unchanged."""
        return respond(request, error) if isinstance(error, Problem) else None

    def _admit(self, request: HttpRequest, client: str, what: tuple[str, str]) -> None:
        place = what[1]
        if place.startswith("account/"):
            session = _session(request, client)
            if session.get(SSO_SESSION_KEY):
                raise SsoSession
            if what == ("POST", "account/password/change"):
                # The form checks the current password by itself, outside of any brake.
                PASSWORD.count(f"change|{session.get(SESSION_KEY)}")
        if what in _GUESSES:
            count_source(GUESSES_FROM)
        if what in _MAILED:
            count_source(REQUESTS_FROM)
            if address := _email_in(request):
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


def _session(request: HttpRequest, client: str) -> Any:
    if client == "browser":
        return request.session
    strategy = headless.TOKEN_STRATEGY
    token = strategy.get_session_token(request)
    return (strategy.lookup_session(token) if token else None) or {}


def _email_in(request: HttpRequest) -> str:
    try:
        body = json.loads(request.body)
    except ValueError:
        return ""
    return str(body.get("email") or "") if isinstance(body, dict) else ""

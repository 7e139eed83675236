"""Brakes at the addresses where applications bring secrets, codes and tokens, and where people
are asked: what fails counts, for the application from that address, and for the address."""

from collections.abc import Iterator
from contextlib import contextmanager

from allauth.core.internal.httpkit import extract_basic_auth
from allauth.idp.oidc.internal.oauthlib.utils import extract_headers
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from starlette.requests import Request

from netz.accounts import network
from netz.accounts.brakes import count_source, excuse_source
from netz.core.brake import Brake
from netz.core.errors import TooMany

# Of the application and the address together: who knows only its identifier cannot lock it out.
CLIENT = Brake("oauth-client", attempts=20, seconds=10, longest=300, memory=3600)
SOURCE = Brake("oauth-from", attempts=60, seconds=10, longest=300, memory=3600)
CONSENT = Brake("oauth-consent", attempts=20, seconds=10, longest=300, memory=3600)


def admit(client_id: str) -> HttpResponse | None:
    """Counts a call of an application; an answer when it comes too early."""
    try:
        count_source(SOURCE)
        CLIENT.count(_key(client_id))
    except TooMany as problem:
        told = {"error": "temporarily_unavailable", "error_description": "Too many attempts."}
        return JsonResponse(told, status=429, headers=problem.headers)
    return None


def excuse(client_id: str) -> None:
    """Takes the count back: the call was in order."""
    excuse_source(SOURCE)
    CLIENT.take_back(_key(client_id))


@contextmanager
def braked(request: Request) -> Iterator[None]:
    """Counts a call of a person about a request for access, unless it is in order."""
    cookie = request.cookies.get(settings.SESSION_COOKIE_NAME, "")
    sent = request.headers.get("authorization") or cookie
    count_source(SOURCE)
    CONSENT.count(sent)
    yield
    excuse_source(SOURCE)
    CONSENT.take_back(sent)


def client_of(request: HttpRequest) -> str:
    """The application that a call names, proved or not."""
    by_header, _ = extract_basic_auth(extract_headers(request))
    return by_header or request.POST.get("client_id", "")


def _key(client_id: str) -> str:
    address = network.here()
    place = network.source_of(address) if network.tells_apart(address) else ""
    return f"{client_id}|{place}"

"""Devices: what a browser calls itself, and which ones a person has signed in on before."""

import hashlib
import secrets
from dataclasses import dataclass
from typing import Literal

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ua_parser import parse

from netz.accounts import network
from netz.accounts.models import KnownDevice, User
from netz.accounts.network import network_of

Kind = Literal["desktop", "mobile", "tablet", "app"]
COOKIE_SECONDS = 400 * 24 * 3600  # as long as browsers keep one
_MOBILE_SYSTEMS = {"iOS", "Android"}
_TOKEN = "_netz_device_token"  # noqa: S105  # an attribute's name


@dataclass(frozen=True, slots=True)
class Device:
    """What to call a device: browser, system and kind, by what it says of itself."""

    browser: str
    system: str
    kind: Kind

    def __str__(self) -> str:
        return ", ".join(part for part in (self.browser, self.system) if part) or "?"


def device_of(agent: str) -> Device:
    """The device behind a User-Agent header."""
    found = parse(agent[:500])
    family = found.user_agent.family if found.user_agent else ""
    version = (found.user_agent.major or "") if found.user_agent else ""
    system = found.os.family if found.os else ""
    model = (found.device.family if found.device else "").lower()
    kind: Kind = "desktop"
    if not family or not system:
        kind = "app"
    elif "ipad" in model or "tablet" in agent.lower():
        kind = "tablet"
    elif system in _MOBILE_SYSTEMS:
        kind = "mobile"
    return Device(f"{family} {version}".strip() or agent.split("/")[0][:40], system, kind)


def is_known(request: HttpRequest, address: str) -> bool:
    """Whether the browser has signed in before as the person with this e-mail address."""
    token = request.COOKIES.get(settings.DEVICE_COOKIE_NAME, "")
    if not token:
        return False
    return KnownDevice.objects.filter(
        token_hash=_hash(token), user__email=address.strip().lower(), user__is_active=True
    ).exists()


def remember(request: HttpRequest, user: User, *, keeps_cookies: bool) -> bool:
    """Notes the device that the person has just signed in on; whether it is a new one.

    The first device of all is nothing new: the person has only just begun.
    """
    agent = _family(request.headers.get("user-agent", ""))
    around = network_of(network.here())
    theirs = KnownDevice.objects.filter(user=user)
    had_any = theirs.exists()
    token = request.COOKIES.get(settings.DEVICE_COOKIE_NAME, "") if keeps_cookies else ""
    known = bool(token) and theirs.filter(token_hash=_hash(token)).exists()
    seen_there = known or theirs.filter(agent=agent, network=around).exists()
    if keeps_cookies and not token:
        token = secrets.token_urlsafe(32)
    # Without a cookie to keep, a device is what it calls itself in a network.
    token_hash = _hash(token or f"{agent}|{around}")
    KnownDevice.objects.update_or_create(
        user=user,
        token_hash=token_hash,
        defaults={"agent": agent, "network": around, "seen_at": timezone.now()},
    )
    if keeps_cookies:
        setattr(request, _TOKEN, token)
    return had_any and not seen_there


def keep_cookie(request: HttpRequest, response: HttpResponse) -> None:
    """Gives the browser that has just signed in what it will be known by."""
    token = getattr(request, _TOKEN, "")
    if token:
        response.set_cookie(
            settings.DEVICE_COOKIE_NAME,
            token,
            max_age=COOKIE_SECONDS,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )


def _family(agent: str) -> str:
    found = device_of(agent)
    return f"{found.browser.rstrip('0123456789 ')}|{found.system}|{found.kind}"[:120]


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()

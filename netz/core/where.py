"""Where the request comes from: told once by the middleware, read by whoever keeps it.

A context variable, so that no call between the two has to pass it on. It follows a request into
the threads that serve it, for Django and FastAPI alike.
"""

import ipaddress
from contextvars import ContextVar
from dataclasses import dataclass

from django.conf import settings
from starlette.datastructures import Headers
from starlette.types import Scope

AGENT_LENGTH = 300


@dataclass(frozen=True, slots=True)
class Where:
    """The facts of a request that say where it came from; empty in jobs and on the command line."""

    ip: str = ""
    agent: str = ""
    request_id: str = ""


_NOWHERE = Where()
_current: ContextVar[Where] = ContextVar("netz_where", default=_NOWHERE)


def current() -> Where:
    """Where the request that is being served comes from."""
    return _current.get()


def enter(where: Where) -> None:
    """Says it for the rest of this context: a request's task, or a test."""
    _current.set(where)


def where_of(scope: Scope, request_id: str) -> Where:
    """The address, browser and id of a request.

    A forwarded address counts only as far as the installation says how many proxies stand in
    front: each adds at the end what it saw, and what stands before was sent by anybody.
    """
    headers = Headers(scope=scope)
    agent = "".join(c for c in headers.get("user-agent", "") if c.isprintable())
    return Where(_address(scope, headers), agent[:AGENT_LENGTH], request_id)


def _address(scope: Scope, headers: Headers) -> str:
    trusted = int(settings.TRUSTED_PROXIES)
    hops = [hop.strip() for hop in headers.get("x-forwarded-for", "").split(",")]
    if trusted and len(hops) >= trusted and (found := _read(hops[-trusted])):
        return found
    client = scope.get("client")
    return _read(str(client[0])) if client else ""


def _read(text: str) -> str:
    """One spelling per address; empty for what is none."""
    try:
        found = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return ""
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return str(mapped or found)

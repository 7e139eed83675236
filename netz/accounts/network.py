"""Where a request comes from, as far as that can be known."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest

NOWHERE = "0.0.0.0"  # noqa: S104  # nothing listens there; stands for "not known"


def address_of(request: HttpRequest) -> str:
    """The client's address: the peer's, or what the proxies that the installation names say."""
    peer = str(request.META.get("REMOTE_ADDR") or "")
    hops = [hop.strip() for hop in request.headers.get("x-forwarded-for", "").split(",")]
    trusted = settings.TRUSTED_PROXIES
    # Each proxy adds the address that it saw at the end: what stands before was sent by anybody.
    if trusted and len(hops) >= trusted and _read(hops[-trusted]):
        return str(_read(hops[-trusted]))
    return str(_read(peer) or NOWHERE)


def tells_apart(address: str) -> bool:
    """Whether the address says who comes. This machine's own is that of a proxy nobody named."""
    found = _read(address)
    return found is not None and not (found.is_loopback or found.is_unspecified)


def source_of(address: str) -> str:
    """What one customer of a network has: an IPv4 address, or a /64 of IPv6."""
    return _prefix(address, 32, 64)


def network_of(address: str) -> str:
    """The surroundings of an address: where a known device may well turn up again."""
    return _prefix(address, 24, 48)


def _prefix(address: str, four: int, six: int) -> str:
    found = _read(address)
    if found is None:
        return ""
    length = four if found.version == 4 else six
    return str(ipaddress.ip_network((found, length), strict=False))


def _read(address: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return None
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return mapped or found

"""Whom an address stands for."""

import ipaddress

from netz.core import where

NOWHERE = "0.0.0.0"  # noqa: S104  # nothing listens there; stands for "not known"


def here() -> str:
    """The address that the request comes from."""
    return where.current().ip or NOWHERE


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
        return ipaddress.ip_address(address)
    except ValueError:
        return None

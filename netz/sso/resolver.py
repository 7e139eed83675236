"""The port to the DNS: reading the TXT records by which a workspace proves a domain its own."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import dns.exception
import dns.nameserver
import dns.resolver


class DnsUnavailableError(Exception):
    """No answer: neither a yes nor a no about the record."""


class Resolver(Protocol):
    """What reads TXT records."""

    def txt(self, name: str) -> Sequence[str]:
        """All TXT records of the name; none if there is none. Raises `DnsUnavailableError`."""
        ...


class DnsResolver:
    """Name servers, asked anew each time: those given as `address` or `address:port`, else the
    machine's own. An installation behind a split DNS names one that sees what the world sees."""

    def __init__(self, servers: Sequence[str] = (), *, seconds: float = 5.0) -> None:
        self._servers, self._seconds = servers, seconds

    def txt(self, name: str) -> Sequence[str]:
        """All TXT records of the name."""
        try:
            answer = self._asked().resolve(name, "TXT", lifetime=self._seconds, search=False)
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
            return []
        except dns.exception.DNSException as error:
            raise DnsUnavailableError(str(error)) from error
        return [b"".join(record.strings).decode(errors="replace") for record in answer]

    def _asked(self) -> dns.resolver.Resolver:
        if not self._servers:
            return dns.resolver.get_default_resolver()
        asked = dns.resolver.Resolver(configure=False)
        asked.nameservers = [_server(one) for one in self._servers]
        return asked


def _server(text: str) -> dns.nameserver.Do53Nameserver:
    # More colons than one are those of an IPv6 address.
    host, _, port = text.partition(":") if text.count(":") == 1 else (text, "", "53")
    return dns.nameserver.Do53Nameserver(host, int(port))


class KnownRecords:
    """A resolver that knows exactly the records it was given; without a list, none answers."""

    def __init__(self, records: Mapping[str, Sequence[str]] | None) -> None:
        self.records = records

    def txt(self, name: str) -> Sequence[str]:
        """The records given for the name."""
        if self.records is None:
            raise DnsUnavailableError("no name server")
        return self.records.get(name, [])


_resolver: Resolver = DnsResolver()


def resolver() -> Resolver:
    """The resolver in use."""
    return _resolver


def use_resolver(chosen: Resolver) -> None:
    """Chooses the resolver; the installation's own is the DNS."""
    global _resolver
    _resolver = chosen

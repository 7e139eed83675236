"""The port to the DNS: reading the TXT records by which a workspace proves a domain its own."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import dns.exception
import dns.resolver


class DnsUnavailableError(Exception):
    """No answer: neither a yes nor a no about the record."""


class Resolver(Protocol):
    """What reads TXT records."""

    def txt(self, name: str) -> Sequence[str]:
        """All TXT records of the name; none if there is none. Raises `DnsUnavailableError`."""
        ...


class DnsResolver:
    """The machine's own name servers, asked anew each time."""

    def __init__(self, seconds: float = 5.0) -> None:
        self._seconds = seconds

    def txt(self, name: str) -> Sequence[str]:
        """All TXT records of the name."""
        try:
            answer = dns.resolver.resolve(name, "TXT", lifetime=self._seconds, search=False)
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
            return []
        except dns.exception.DNSException as error:
            raise DnsUnavailableError(str(error)) from error
        return [b"".join(record.strings).decode(errors="replace") for record in answer]


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

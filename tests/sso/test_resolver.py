"""Reading TXT records from a real name server, and telling no record from no answer."""

import socket

import pytest

from netz.sso.resolver import DnsResolver, DnsUnavailableError
from tests.sso.names import name_server


def test_the_named_server_is_asked_and_says_what_it_knows() -> None:
    with name_server() as names:
        names.records["_netz-challenge.d.example"] = "netz-verification=abc"
        resolver = DnsResolver([names.address])
        assert resolver.txt("_netz-challenge.d.example") == ["netz-verification=abc"]
        assert resolver.txt("_netz-challenge.other.example") == []


def test_a_server_that_is_silent_says_neither_yes_nor_no() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as silent:
        silent.bind(("127.0.0.1", 0))
        resolver = DnsResolver([f"127.0.0.1:{silent.getsockname()[1]}"], seconds=0.3)
        with pytest.raises(DnsUnavailableError):
            resolver.txt("d.example")

"""The outbound client reaches public addresses only, whatever names and redirects say."""

import asyncio
import gzip
import ipaddress
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpcore2
import httpx2
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from netz.core.outbound import (
    LOOPBACK_HOSTS,
    GuardedBackend,
    OutboundPolicy,
    OutboundRefused,
    is_local,
    is_public,
    open_client,
    refusal_in,
)

PUBLIC = ["8.8.8.8", "1.1.1.1", "2606:4700::1111", "2a01:e0c::1", "2001:200::1"]
NOT_PUBLIC = [
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "169.254.169.254",
    "172.20.0.1",
    "192.0.0.9",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "203.0.113.9",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::8.8.8.8",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:808:808::1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fe80::1",
    "fec0::1",
    "ff02::1",
]
LOCAL = OutboundPolicy(local_hosts=LOOPBACK_HOSTS, max_bytes=1000, max_seconds=2.0)

Reply = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def answers(*addresses: str) -> Callable[[str, int], Awaitable[Sequence[str]]]:
    async def resolver(host: str, port: int) -> Sequence[str]:
        return addresses

    return resolver


@asynccontextmanager
async def server(reply: Reply, tls: ssl.SSLContext | None = None) -> AsyncIterator[int]:
    """A TCP server on 127.0.0.1 that reads a request's head and then calls `reply`."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await reader.readuntil(b"\r\n\r\n")
            await reply(reader, writer)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    listening = await asyncio.start_server(handle, "127.0.0.1", 0, ssl=tls)
    async with listening:
        yield listening.sockets[0].getsockname()[1]


def write_certificate(folder: Path, name: str) -> tuple[Path, Path]:
    """A certificate for a name that vouches for itself, and its key, as files."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    plain = (serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(pem))
    (folder / "key.pem").write_bytes(key.private_bytes(pem, *plain))
    return folder / "certificate.pem", folder / "key.pem"


def says(*lines: str, body: bytes = b"") -> Reply:
    async def reply(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = "\r\n".join([*lines, f"Content-Length: {len(body)}", "Connection: close", "", ""])
        writer.write(head.encode() + body)

    return reply


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))
    assert not is_local(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_a_special_address_is_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


def refusal(url: str, policy: OutboundPolicy, *addresses: str) -> str:
    """The reason for which a request to `url` is refused."""

    async def attempt() -> str:
        async with open_client(policy, resolver=answers(*addresses)) as client:
            with pytest.raises(httpx2.ConnectError) as caught:
                await client.get(url)
        refused = refusal_in(caught.value)
        assert refused is not None
        return refused.reason

    return asyncio.run(attempt())


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_a_name_that_stands_for_a_special_address_is_refused(address: str) -> None:
    assert refusal("https://modele.example/v1", OutboundPolicy(), address) == "address"


def test_plain_http_to_a_public_host_is_refused() -> None:
    assert refusal("http://modele.example/", OutboundPolicy(), "8.8.8.8") == "plain_http"


def test_a_host_outside_the_allow_list_is_refused() -> None:
    policy = OutboundPolicy(only_hosts=frozenset({"api.example"}))
    assert refusal("https://autre.example/", policy, "8.8.8.8") == "host"


def test_a_local_host_never_stands_for_the_metadata_service() -> None:
    policy = OutboundPolicy(local_hosts=frozenset({"ollama.lan"}))
    assert refusal("http://ollama.lan/", policy, "169.254.169.254") == "address"


@pytest.mark.parametrize("spelling", ["127.1", "2130706433", "0x7f.0.0.1", "localhost", "[::1]"])
def test_other_spellings_of_loopback_are_refused(spelling: str) -> None:
    async def attempt() -> None:
        async with open_client(OutboundPolicy()) as client:
            await client.get(f"https://{spelling}/")

    with pytest.raises(httpx2.TransportError) as caught:
        asyncio.run(attempt())
    # What the system's resolver does not take for an address is refused as unknown.
    refused = refusal_in(caught.value)
    assert refused is None or refused.reason == "address"
    assert refused is not None or "could not be resolved" in str(caught.value)


def test_the_connection_goes_to_the_address_that_was_checked() -> None:
    """A name that answers differently the second time is asked once."""
    asked = []

    async def rebinding(host: str, port: int) -> Sequence[str]:
        asked.append(host)
        return ["8.8.8.8"] if len(asked) == 1 else ["127.0.0.1"]

    connected = []

    class Recorder(httpcore2.AsyncNetworkBackend):
        async def connect_tcp(self, host: str, *args: object, **options: object) -> object:
            connected.append(host)
            raise httpcore2.ConnectError("stop here")

    async def attempt() -> None:
        backend = GuardedBackend(OutboundPolicy(), rebinding, over=Recorder())
        with pytest.raises(httpcore2.ConnectError, match="stop here"):
            await backend.connect_tcp("modele.example", 443)

    asyncio.run(attempt())
    assert (asked, connected) == (["modele.example"], ["8.8.8.8"])


def test_special_addresses_among_public_ones_are_left_out() -> None:
    connected = []

    class Recorder(httpcore2.AsyncNetworkBackend):
        async def connect_tcp(self, host: str, *args: object, **options: object) -> object:
            connected.append(host)
            raise httpcore2.ConnectError("down")

    async def attempt() -> None:
        names = answers("64:ff9b::808:808", "8.8.8.8", "10.0.0.1", "2606:4700::1111")
        backend = GuardedBackend(OutboundPolicy(), names, over=Recorder())
        with pytest.raises(httpcore2.ConnectError, match="down"):
            await backend.connect_tcp("modele.example", 443)

    asyncio.run(attempt())
    assert connected == ["8.8.8.8", "2606:4700::1111"]


def test_a_dead_address_leaves_time_for_the_next() -> None:
    class DeadThenRefusing(httpcore2.AsyncNetworkBackend):
        async def connect_tcp(
            self, host: str, port: int, timeout: float | None = None, **options: object
        ) -> object:
            if host == "8.8.8.8":
                raise httpcore2.ConnectError("reached the second")
            assert timeout is not None
            await asyncio.sleep(timeout)
            raise httpcore2.ConnectTimeout("dead")

    async def attempt() -> None:
        names = answers("2606:4700::1111", "8.8.8.8")
        policy = OutboundPolicy(connect_seconds=0.2)
        backend = GuardedBackend(policy, names, over=DeadThenRefusing())
        await backend.connect_tcp("modele.example", 443)

    with pytest.raises(httpcore2.ConnectError, match="reached the second"):
        asyncio.run(attempt())


def test_an_allowed_local_host_is_reached() -> None:
    async def attempt() -> str:
        reply = says("HTTP/1.1 200 OK", body=b"bonjour")
        async with server(reply) as port, open_client(LOCAL) as client:
            return (await client.get(f"http://localhost:{port}/")).text

    assert asyncio.run(attempt()) == "bonjour"


@pytest.mark.parametrize(("certified", "welcome"), [("modele.example", True), ("127.0.0.1", False)])
def test_the_certificate_is_checked_against_the_name_although_the_address_is_used(
    tmp_path: Path, certified: str, welcome: bool
) -> None:
    """The connection goes to 127.0.0.1, the certificate has to be the name's."""
    certificate, key = write_certificate(tmp_path, certified)
    trusting = ssl.create_default_context(cafile=str(certificate))
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(certificate, key)
    policy = OutboundPolicy(local_hosts=frozenset({"modele.example"}))

    async def attempt() -> str:
        reply = says("HTTP/1.1 200 OK", body=b"bonjour")
        async with (
            server(reply, serving) as port,
            open_client(policy, resolver=answers("127.0.0.1"), tls=trusting) as client,
        ):
            return (await client.get(f"https://modele.example:{port}/")).text

    if welcome:
        assert asyncio.run(attempt()) == "bonjour"
    else:
        with pytest.raises(httpx2.ConnectError, match=r"(?i)certificate"):
            asyncio.run(attempt())


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(*write_certificate(tmp_path, "localhost"))

    async def attempt() -> None:
        async with server(says("HTTP/1.1 200 OK"), serving) as port, open_client(LOCAL) as client:
            await client.get(f"https://localhost:{port}/")

    with pytest.raises(httpx2.ConnectError, match=r"(?i)certificate"):
        asyncio.run(attempt())


def test_a_redirect_is_checked_like_a_first_request() -> None:
    async def attempt(target: str) -> str:
        reply = says("HTTP/1.1 302 Found", f"Location: {target}")
        async with server(reply) as port, open_client(LOCAL, follow_redirects=True) as client:
            with pytest.raises(httpx2.ConnectError) as caught:
                await client.get(f"http://localhost:{port}/")
        refused = refusal_in(caught.value)
        assert refused is not None
        return refused.reason

    assert asyncio.run(attempt("http://169.254.169.254/latest")) == "plain_http"
    assert asyncio.run(attempt("https://10.0.0.1/")) == "address"


def test_a_redirect_is_not_followed_unless_asked() -> None:
    async def attempt() -> int:
        reply = says("HTTP/1.1 302 Found", "Location: https://example.com/")
        async with server(reply) as port, open_client(LOCAL) as client:
            return (await client.get(f"http://localhost:{port}/")).status_code

    assert asyncio.run(attempt()) == 302


def get(reply: Reply, policy: OutboundPolicy = LOCAL) -> bytes:
    async def attempt() -> bytes:
        async with server(reply) as port, open_client(policy) as client:
            return (await client.get(f"http://127.0.0.1:{port}/")).content

    return asyncio.run(attempt())


def test_a_body_over_the_limit_is_cut_off() -> None:
    assert len(get(says("HTTP/1.1 200 OK", body=b"x" * 1000))) == 1000
    with pytest.raises(httpx2.ReadError, match="too large"):
        get(says("HTTP/1.1 200 OK", body=b"x" * 1001))


def test_a_compressed_body_is_refused() -> None:
    bomb = gzip.compress(b"0" * 500_000)
    assert len(bomb) < 1000
    with pytest.raises(httpx2.RemoteProtocolError, match="compressed"):
        get(says("HTTP/1.1 200 OK", "Content-Encoding: gzip", body=bomb))


def test_a_server_that_never_answers_is_left_in_time() -> None:
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(1)

    with pytest.raises(httpx2.ReadTimeout):
        get(silent, OutboundPolicy(local_hosts=LOOPBACK_HOSTS, max_seconds=0.1))


def test_a_body_that_drips_is_left_in_time() -> None:
    async def drips(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n")
        for _ in range(100):
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.02)

    with pytest.raises(httpx2.ReadTimeout):
        get(drips, OutboundPolicy(local_hosts=LOOPBACK_HOSTS, max_seconds=0.2))


def test_a_slow_resolver_is_a_connect_timeout() -> None:
    async def slow(host: str, port: int) -> Sequence[str]:
        await asyncio.sleep(1)
        return ["8.8.8.8"]

    async def attempt() -> None:
        policy = OutboundPolicy(connect_seconds=0.05)
        async with open_client(policy, resolver=slow) as client:
            await client.get("https://modele.example/")

    with pytest.raises(httpx2.ConnectTimeout):
        asyncio.run(attempt())


def test_a_name_without_address_cannot_be_reached() -> None:
    async def attempt() -> None:
        async with open_client(OutboundPolicy(), resolver=answers()) as client:
            await client.get("https://modele.example/")

    with pytest.raises(httpx2.ConnectError, match="no address"):
        asyncio.run(attempt())


def test_unix_sockets_are_not_opened() -> None:
    with pytest.raises(NotImplementedError):
        asyncio.run(GuardedBackend(OutboundPolicy()).connect_unix_socket("/run/docker.sock"))


def test_an_unrelated_error_holds_no_refusal() -> None:
    assert refusal_in(ValueError("x")) is None
    assert isinstance(refusal_in(OutboundRefused("host", "h")), OutboundRefused)

"""The one outbound HTTP client: every request that leaves this installation goes through here.

A name is resolved once and the connection is made to the very address that was checked, so a
name that changes its answer between check and use (DNS rebinding) gains nothing. The check sits
where connections are opened, below pooling and redirects, so that no request can go around it,
a vendor SDK's included. TLS still verifies the certificate against the name.
"""

import asyncio
import ipaddress
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import httpcore2
import httpx2

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int], Awaitable[Sequence[str]]]

LOOPBACK_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})

_ADDRESSES_TRIED = 3

# Everything IANA marks as special; `ipaddress.is_global` of the oldest supported Python lets
# several of these through (multicast, translated and embedded IPv4), so the list is our own.
_SPECIAL_V4 = tuple(
    ipaddress.ip_network(net)
    for net in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
)
# Only global unicast is public: this alone refuses ::1, ::a.b.c.d, ::ffff:a.b.c.d, 64:ff9b::/96,
# fc00::/7, fe80::/10, fec0::/10 and ff00::/8.
_GLOBAL_V6 = ipaddress.ip_network("2000::/3")
_SPECIAL_V6 = tuple(
    ipaddress.ip_network(net) for net in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
)
# What an allow-listed local host may stand for. Link-local is left out on purpose: it holds the
# cloud providers' metadata services.
_LOCAL = tuple(
    ipaddress.ip_network(net)
    for net in (
        "127.0.0.0/8",
        "::1/128",
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "100.64.0.0/10",
        "fc00::/7",
    )
)


class OutboundRefused(httpcore2.ConnectError):
    """A request was refused before anything was sent. `reason` is a stable word.

    Reasons: "address" (not public), "host" (not on the allow-list), "plain_http".
    httpx wraps it in `httpx2.ConnectError`; find it again with `refusal_in`.
    """

    def __init__(self, reason: str, host: str) -> None:
        super().__init__(f"outbound request refused ({reason}): {host}")
        self.reason = reason
        self.host = host


class OutboundLimit(httpcore2.ReadError):
    """A response went over the policy's byte limit, or came in an encoding that hides its size."""


@dataclass(frozen=True, slots=True)
class OutboundPolicy:
    """What one client may reach, and how much it may take.

    `only_hosts`: when set, no other host is contacted, redirects included.
    `local_hosts`: hosts that may stand for a loopback or private address, and be spoken to
    without TLS.
    `plain_http`: whether public hosts may be spoken to without TLS.
    `max_bytes`: bytes of one response body. `max_seconds`: one request from its start to the
    last byte. `connect_seconds`: resolving and opening the connection.
    """

    only_hosts: frozenset[str] | None = None
    local_hosts: frozenset[str] = frozenset()
    plain_http: bool = False
    max_bytes: int = 20_000_000
    max_seconds: float = 120.0
    connect_seconds: float = 5.0


def is_public(address: Address) -> bool:
    """Whether an address belongs to the public internet (unicast, not special in any way)."""
    if isinstance(address, ipaddress.IPv4Address):
        return not any(address in net for net in _SPECIAL_V4)
    return address in _GLOBAL_V6 and not any(address in net for net in _SPECIAL_V6)


def is_local(address: Address) -> bool:
    """Whether an address is loopback or private: what an allow-listed local host may stand for."""
    return any(address in net for net in _LOCAL)


def clean_host(host: str) -> str:
    """One spelling per host: lower case, without a trailing dot or IPv6 brackets."""
    return host.strip("[]").rstrip(".").lower()


def refusal_in(error: BaseException) -> OutboundRefused | None:
    """The refusal that caused an error, however deep an SDK has wrapped it, else None."""
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        if isinstance(current, OutboundRefused):
            return current
        seen.add(id(current))
        current = current.__cause__ or current.__context__
    return None


async def resolve(host: str, port: int) -> Sequence[str]:
    """All addresses of a name, in the system's order of preference."""
    infos = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in infos))


class GuardedBackend(httpcore2.AsyncNetworkBackend):
    """Opens TCP connections to checked addresses only; UNIX sockets not at all."""

    def __init__(
        self,
        policy: OutboundPolicy,
        resolver: Resolver = resolve,
        over: httpcore2.AsyncNetworkBackend | None = None,
    ) -> None:
        self._policy = policy
        self._resolver = resolver
        self._backend = over or httpcore2.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        limit = (
            self._policy.connect_seconds
            if timeout is None
            else min(timeout, self._policy.connect_seconds)
        )
        try:
            async with asyncio.timeout(limit):
                return await self._connect(host, port, local_address, socket_options)
        except TimeoutError as error:
            raise httpcore2.ConnectTimeout(f"no connection to {host} in {limit:g} s") from error

    async def _connect(
        self, host: str, port: int, local_address: str | None, options: Iterable[Any] | None
    ) -> httpcore2.AsyncNetworkStream:
        failure: Exception = httpcore2.ConnectError(f"{host} has no address")
        addresses = (await self._checked_addresses(host, port))[:_ADDRESSES_TRIED]
        for address in addresses:
            try:
                # A share of the time each: a dead IPv6 route must not use it all up.
                return await self._backend.connect_tcp(
                    address,
                    port,
                    timeout=self._policy.connect_seconds / len(addresses),
                    local_address=local_address,
                    socket_options=options,
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
        raise failure

    async def _checked_addresses(self, host: str, port: int) -> list[str]:
        name = clean_host(host)
        if self._policy.only_hosts is not None and name not in self._policy.only_hosts:
            raise OutboundRefused("host", host)
        try:
            found = await self._resolver(name, port)
        except (OSError, UnicodeError) as error:
            raise httpcore2.ConnectError(f"{host} could not be resolved") from error
        local = name in self._policy.local_hosts
        allowed = [a for a in found if _may_connect(a, local)]
        if found and not allowed:
            raise OutboundRefused("address", host)
        return allowed

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


def _may_connect(text: str, local: bool) -> bool:
    address = ipaddress.ip_address(text.partition("%")[0])
    return is_public(address) or (local and is_local(address))


class GuardedTransport(httpx2.AsyncHTTPTransport):
    """httpx transport over `GuardedBackend` that also holds the byte, time and scheme limits."""

    def __init__(
        self,
        policy: OutboundPolicy,
        resolver: Resolver = resolve,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        # httpx offers no argument for the network backend. Without the parent's __init__ there
        # is no other pool to fall back on, so a renamed attribute fails instead of going around.
        self._policy = policy
        self._pool = httpcore2.AsyncConnectionPool(
            ssl_context=tls or _tls(),
            max_connections=100,
            max_keepalive_connections=20,
            keepalive_expiry=30.0,
            network_backend=GuardedBackend(policy, resolver),
        )

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        self._check_scheme(request.url)
        # A compressed body could grow a thousandfold after the byte count.
        request.headers["accept-encoding"] = "identity"
        deadline = asyncio.get_running_loop().time() + self._policy.max_seconds
        try:
            async with asyncio.timeout_at(deadline):
                response = await super().handle_async_request(request)
        except TimeoutError as error:
            raise httpx2.ReadTimeout("no response in time") from error
        if response.headers.get("content-encoding", "identity").lower() != "identity":
            await response.aclose()
            raise httpx2.RemoteProtocolError("a compressed response was not asked for")
        stream = response.stream
        if not isinstance(stream, httpx2.AsyncByteStream):
            raise TypeError("an async transport answered with a sync stream")
        response.stream = _CappedStream(stream, self._policy.max_bytes, deadline)
        return response

    def _check_scheme(self, url: httpx2.URL) -> None:
        host = clean_host(url.host)
        if (
            url.scheme == "http"
            and not self._policy.plain_http
            and host not in self._policy.local_hosts
        ):
            refused = OutboundRefused("plain_http", url.host)
            raise httpx2.ConnectError(str(refused)) from refused


class _CappedStream(httpx2.AsyncByteStream):
    """Passes a body on until its byte or time limit is reached."""

    def __init__(self, inner: httpx2.AsyncByteStream, max_bytes: int, deadline: float) -> None:
        self._inner = inner
        self._left = max_bytes
        self._deadline = deadline

    async def __aiter__(self) -> AsyncIterator[bytes]:
        chunks = aiter(self._inner)
        while True:
            try:
                async with asyncio.timeout_at(self._deadline):
                    chunk = await anext(chunks)
            except StopAsyncIteration:
                return
            except TimeoutError as error:
                raise httpx2.ReadTimeout("the response took too long") from error
            self._left -= len(chunk)
            if self._left < 0:
                raise httpx2.ReadError("the response is too large") from OutboundLimit("max_bytes")
            yield chunk

    async def aclose(self) -> None:
        await self._inner.aclose()


@cache
def _tls() -> ssl.SSLContext:
    # Building one reads the machine's certificates (tens of milliseconds), so it is shared.
    return httpx2.create_ssl_context(trust_env=False)


def open_client(
    policy: OutboundPolicy,
    *,
    follow_redirects: bool = False,
    resolver: Resolver = resolve,
    tls: ssl.SSLContext | None = None,
) -> httpx2.AsyncClient:
    """A client that may reach what `policy` says. The caller closes it.

    The environment's proxies are not used: through a proxy, the checked address would be the
    proxy's. Each redirect that is followed is checked like a first request. `tls` replaces the
    machine's own trusted certificates.
    """
    return httpx2.AsyncClient(
        transport=GuardedTransport(policy, resolver, tls),
        trust_env=False,
        follow_redirects=follow_redirects,
        max_redirects=5,
        timeout=httpx2.Timeout(policy.max_seconds, connect=policy.connect_seconds),
    )


def closed_client() -> httpx2.Client:
    """A synchronous client that reaches nothing; for SDKs that insist on holding one."""

    def refuse(request: httpx2.Request) -> httpx2.Response:
        raise httpx2.ConnectError("closed") from OutboundRefused("host", request.url.host)

    return httpx2.Client(transport=httpx2.MockTransport(refuse), trust_env=False)

"""What every request passes: an id, a log line, the origin check and security headers."""

import re
import secrets
import time
from urllib.parse import urlsplit

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from netz.core import where
from netz.core.api.problems import BadRequest, respond
from netz.core.errors import CrossSite, Problem, TooLarge
from netz.core.ids import new_id

log = structlog.get_logger("netz.request")

JSON_LIMIT = 4 * 1024 * 1024
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_QUIET = frozenset({"/healthz", "/readyz"})


class RequestContext:
    """Gives each request an id and a log line, refuses cross-site writes, adds headers.

    A write that rides on a cookie must prove to come from our own pages (`Sec-Fetch-Site`, else
    `Origin`); one without any credential (a sign-in) must not come from another site, which could
    sign its visitor in as somebody else. One with an Authorization header cannot be forged so.
    `posts_from_elsewhere` is the one exception: addresses that another site's page posts to by
    design, and whose body proves where it comes from (an identity provider's signed assertion).
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        secure: bool,
        upload_limit: int,
        posts_from_elsewhere: re.Pattern[str] | None = None,
    ) -> None:
        self.app = app
        self.secure = secure
        self.upload_limit = upload_limit
        self.posts_from_elsewhere = posts_from_elsewhere

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = str(new_id())
        nonce = secrets.token_urlsafe(16)
        scope.setdefault("state", {}).update(request_id=request_id, nonce=nonce)
        where.enter(where.where_of(scope, request_id))
        started, status = time.perf_counter(), 500

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                self._add_headers(MutableHeaders(scope=message), request_id, nonce)
            await send(message)

        try:
            problem = self._refusal(scope)
            if problem is not None:
                await respond(Request(scope), problem)(scope, receive, send_with_headers)
            else:
                await self.app(scope, self._capped(scope, receive), send_with_headers)
        finally:
            if scope["path"] not in _QUIET:
                log.info(
                    "request",
                    method=scope["method"],
                    path=scope["path"],
                    status=status,
                    ms=round((time.perf_counter() - started) * 1000, 1),
                    request_id=request_id,
                )

    def _limit(self, scope: Scope) -> int:
        kind = Headers(scope=scope).get("content-type", "")
        room_for_fields = 1024 * 1024
        if kind.startswith("multipart/form-data"):
            return self.upload_limit + room_for_fields
        return JSON_LIMIT

    def _refusal(self, scope: Scope) -> Problem | None:
        if _cross_site(scope) and not self._may_come_from_elsewhere(scope):
            return CrossSite()
        if b"%00" in scope["query_string"]:
            return BadRequest()  # no text column could be compared with it
        length = Headers(scope=scope).get("content-length", "0")
        if length.isdigit() and int(length) > self._limit(scope):
            return TooLarge(limit=f"{self._limit(scope) // 2**20} MB")
        return None

    def _may_come_from_elsewhere(self, scope: Scope) -> bool:
        expected = self.posts_from_elsewhere
        return (
            expected is not None
            and scope["method"] == "POST"
            and expected.fullmatch(scope["path"]) is not None
        )

    def _capped(self, scope: Scope, receive: Receive) -> Receive:
        """Ends a body that is longer than it may be, whatever its headers said."""
        left = self._limit(scope)

        async def limited() -> Message:
            nonlocal left
            message = await receive()
            if message["type"] == "http.request":
                left -= len(message.get("body", b""))
                if left < 0:
                    return {"type": "http.disconnect"}
            return message

        return limited

    def _add_headers(self, headers: MutableHeaders, request_id: str, nonce: str) -> None:
        headers["X-Request-Id"] = request_id
        headers["X-Content-Type-Options"] = "nosniff"
        headers["Referrer-Policy"] = "same-origin"
        headers["X-Frame-Options"] = "DENY"
        headers["Cross-Origin-Opener-Policy"] = "same-origin"
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(self), payment=()"
        headers.setdefault("Cache-Control", "no-store")
        headers.setdefault("Content-Security-Policy", content_security_policy(nonce))
        if self.secure:
            headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"


def content_security_policy(nonce: str) -> str:
    """Our policy: own origin only, scripts by nonce, nothing framed, nothing plugged in."""
    return (
        "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; "
        "form-action 'self'; img-src 'self' data: blob:; font-src 'self' data:; "
        "connect-src 'self'; media-src 'self' blob:; worker-src 'self' blob:; "
        f"style-src 'self' 'nonce-{nonce}'; "
        f"script-src 'nonce-{nonce}' 'strict-dynamic'"
    )


def _cross_site(scope: Scope) -> bool:
    headers = Headers(scope=scope)
    if scope["method"] in SAFE_METHODS:
        return False
    cookie = bool(headers.get("cookie"))
    if not cookie and headers.get("authorization"):
        return False
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = headers.get("origin")
    if origin is None:
        return cookie
    return _host_of(origin) != headers.get("host")


def _host_of(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return None

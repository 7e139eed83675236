"""Django served by worker threads that stay, with their database connections.

Django's own ASGI handler starts a thread for each request, which opens a connection of its own,
and lets any number of them run. Sign-ins cost the most of all requests: a few run at once, the
others wait their turn, and everybody else's requests keep their threads.
"""

from io import BytesIO
from typing import Any, cast

import anyio
import anyio.to_thread
from django.core import signals
from django.core.exceptions import RequestAborted
from django.core.handlers.asgi import ASGIHandler, get_script_prefix
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import set_script_prefix
from starlette.types import Receive, Scope, Send

THREADS = 4


class ThreadedDjango(ASGIHandler):
    """An ASGI application of Django's ordinary (not asynchronous) middleware and views."""

    def __init__(self) -> None:
        self.load_middleware(is_async=False)
        self._turns = anyio.CapacityLimiter(THREADS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # type: ignore[override]  # typed as ASGI is elsewhere
        try:
            body: Any = await self.read_body(receive)
        except RequestAborted:
            return
        response = await anyio.to_thread.run_sync(self._serve, scope, body, limiter=self._turns)
        await self.send_response(response, cast("Any", send))

    def _serve(self, scope: Scope, body: BytesIO) -> HttpResponseBase:
        set_script_prefix(get_script_prefix(scope))
        signals.request_started.send(sender=self.__class__, scope=scope)
        request, refusal = self.create_request(scope, body)
        response: Any = refusal if request is None else self.get_response(request)
        if response.streaming:
            whole = HttpResponse(b"".join(response.streaming_content), status=response.status_code)
            whole.headers, whole.cookies = response.headers, response.cookies
            response.close()
            response = whole
        response.headers.setdefault("Content-Length", str(len(response.content)))
        # Tells that the request is over, in the thread whose connection served it.
        response.close()
        body.close()
        return response  # type: ignore[no-any-return]  # one of Django's responses

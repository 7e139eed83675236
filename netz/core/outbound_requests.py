"""The guarded outbound client for libraries that speak through `requests`.

Every request of such a session, redirects included, is carried by `netz.core.outbound`, so that
the same addresses are refused and the same limits hold.
"""

import asyncio
import io
from typing import Any

import httpx2
import requests
from requests.adapters import BaseAdapter
from requests.structures import CaseInsensitiveDict
from requests.utils import get_encoding_from_headers

from netz.core.outbound import OutboundPolicy, open_client

RequestException = requests.RequestException


class GuardedAdapter(BaseAdapter):
    """Sends what `requests` has prepared with a client that holds to `policy`."""

    def __init__(self, policy: OutboundPolicy) -> None:
        super().__init__()
        self._policy = policy

    def send(self, request: requests.PreparedRequest, *_: Any, **__: Any) -> requests.Response:
        """One exchange. The session's own options (proxies, certificates) do not count.

        Raises `requests.ConnectionError`, whose cause tells a refusal (`outbound.refusal_in`).
        """
        try:
            return asyncio.run(self._exchange(request))
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise requests.ConnectionError(str(error), request=request) from error

    async def _exchange(self, request: requests.PreparedRequest) -> requests.Response:
        body = request.body.encode() if isinstance(request.body, str) else request.body
        if not isinstance(body, bytes | None):
            raise TypeError("only a body that is known whole is sent")
        async with open_client(self._policy) as client:
            answer = await client.request(
                request.method or "GET",
                request.url or "",
                headers={name: str(value) for name, value in request.headers.items()},
                content=body,
            )
        return _as_response(request, answer)

    def close(self) -> None:
        """Nothing is kept open between requests."""


def _as_response(request: requests.PreparedRequest, answer: httpx2.Response) -> requests.Response:
    response = requests.Response()
    response.status_code = answer.status_code
    response.reason = answer.reason_phrase
    response.headers = CaseInsensitiveDict(answer.headers.items())
    response.encoding = get_encoding_from_headers(response.headers)
    response.url = request.url or ""
    response.request = request
    response.raw = io.BytesIO(answer.content)
    response._content = answer.content
    return response


def guarded_session(policy: OutboundPolicy) -> requests.Session:
    """A session whose every request holds to `policy`; the machine's proxies are not used."""
    session = requests.Session()
    session.trust_env = False
    session.max_redirects = 3
    for scheme in ("https://", "http://"):
        session.mount(scheme, GuardedAdapter(policy))
    return session

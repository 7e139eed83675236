"""Calls to identity providers: only by the guarded client, and only to public addresses.

Hosts that the operator allows for models on this machine are allowed for identity providers too.
"""

import os
from typing import Any

from netz.core.local_hosts import allowed_local_hosts
from netz.core.outbound import OutboundPolicy, refusal_in
from netz.core.outbound_requests import RequestException, guarded_session
from netz.sso.errors import ProviderUnreachable

LARGEST_ANSWER = 1_000_000


def policy() -> OutboundPolicy:
    """What may be reached, and how much of it is read."""
    return OutboundPolicy(
        local_hosts=allowed_local_hosts(os.environ), max_bytes=LARGEST_ANSWER, max_seconds=10.0
    )


def session() -> Any:
    """A session for libraries that speak through `requests`."""
    return guarded_session(policy())


def fetch(url: str) -> bytes:
    """What stands at an address. Raises `ProviderUnreachable`, which says why."""
    try:
        with session() as client:
            answer = client.get(url)
            answer.raise_for_status()
            return bytes(answer.content)
    except (RequestException, ValueError) as error:
        raise ProviderUnreachable(reason=why(error)) from error


def why(error: BaseException) -> str:
    """A failed call in a few words, without what the other side wrote."""
    refused = refusal_in(error)
    if refused is not None:
        return f"{refused.host}: {refused.reason}"
    response = getattr(error, "response", None)
    if response is not None:
        return f"HTTP {response.status_code}"
    return type(error).__name__

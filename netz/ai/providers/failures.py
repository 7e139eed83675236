"""Tells from an exception of pydantic-ai or a vendor's SDK why a model call failed."""

import httpx2
from pydantic_ai import exceptions as vendor

from netz.ai.errors import FailureCode, ModelError
from netz.core.outbound import OutboundLimit, refusal_in

# The first match counts: subclasses stand before their base.
_CODES: tuple[tuple[type[BaseException], FailureCode], ...] = (
    (vendor.ModelRequestTimeout, FailureCode.TIMEOUT),
    (vendor.ModelTimeoutError, FailureCode.TIMEOUT),
    (vendor.ModelQuotaExceededError, FailureCode.QUOTA),
    (vendor.ModelRateLimitError, FailureCode.RATE_LIMITED),
    (vendor.ModelAuthenticationError, FailureCode.AUTH),
    (vendor.ModelNotFoundError, FailureCode.NOT_FOUND),
    (vendor.ModelContextWindowExceededError, FailureCode.TOO_LONG),
    (vendor.ModelRequestRejectedError, FailureCode.REJECTED),
    (vendor.ModelUnavailableError, FailureCode.UNAVAILABLE),
    (vendor.ModelServerError, FailureCode.UNAVAILABLE),
    (vendor.ContentFilterError, FailureCode.REFUSED),
    (httpx2.TimeoutException, FailureCode.TIMEOUT),
    (httpx2.ConnectError, FailureCode.UNREACHABLE),
)


def error_of(error: Exception) -> ModelError:
    """The failure that an exception stands for; "malformed" when it says nothing better."""
    detail = type(error).__name__
    refused = refusal_in(error)
    if refused is not None:
        return ModelError(FailureCode.BLOCKED, detail=str(refused))
    retry_after = getattr(error, "retry_after", None)
    for kind, code in _CODES:
        if isinstance(error, kind):
            return ModelError(code, retry_after=retry_after, detail=detail)
    if isinstance(error, vendor.ModelConnectionError):
        return ModelError(_connection_code(error), detail=f"{detail} ({error.phase})")
    return ModelError(FailureCode.MALFORMED, detail=detail)


def _connection_code(error: vendor.ModelConnectionError) -> FailureCode:
    # A connection that broke while the answer was read: the server was there.
    if error.phase == "read" or isinstance(error.__cause__, OutboundLimit):
        return FailureCode.MALFORMED
    return FailureCode.UNREACHABLE

"""What allauth reports of a failed sign-in, as one of our refusals."""

from allauth.socialaccount.providers.base.constants import AuthError
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from django.http import HttpRequest

from netz.core.outbound import refusal_in
from netz.core.outbound_requests import RequestException
from netz.sso.outgoing import why
from netz.sso.refusals import Refused


def refusal_for(request: HttpRequest, error: object, exception: BaseException | None) -> Refused:
    """The refusal behind what allauth gives to `on_authentication_error`."""
    if isinstance(exception, Refused):
        return exception
    if isinstance(exception, RequestException):
        refused = refusal_in(exception) is not None
        return Refused("address_refused" if refused else "provider_unreachable", why(exception))
    if isinstance(exception, OAuth2Error):
        return Refused("invalid", str(exception))
    if error == AuthError.CANCELLED:
        return Refused("cancelled")
    if told := request.GET.get("error"):
        return Refused("provider_error", f"{told}: {request.GET.get('error_description', '')}")
    if exception is not None:
        return Refused("invalid", type(exception).__name__)
    return Refused("request_unknown")

"""The picture of a one-time password's secret, for an authenticator app to read."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET


@require_GET
def qr_code(request: HttpRequest) -> HttpResponse:
    """The secret of the set-up that this session has begun; it stands in no address."""
    secret = request.session.get(SECRET_SESSION_KEY)
    if not request.user.is_authenticated or not secret:
        return HttpResponse(status=404)
    adapter = get_adapter()
    picture = adapter.build_totp_svg(adapter.build_totp_url(request.user, secret))
    return HttpResponse(picture, content_type="image/svg+xml")

"""allauth's headless API, with our own views in front where we add something."""

from allauth.headless.constants import Client
from allauth.socialaccount.providers.google import views as google
from allauth.socialaccount.providers.microsoft import views as microsoft
from django.urls import include, path

from netz.accounts.exact import ChangePassword, Login, ResetPassword, SignUp
from netz.accounts.totp import qr_code
from netz.accounts.views import ConfirmBySecondFactor, SecondFactor, Sessions

_OURS = (
    ("auth/login", Login),
    ("auth/signup", SignUp),
    ("auth/password/reset", ResetPassword),
    ("account/password/change", ChangePassword),
    ("auth/sessions", Sessions),
    ("auth/2fa/authenticate", SecondFactor),
    ("auth/2fa/reauthenticate", ConfirmBySecondFactor),
)

urlpatterns = [
    *(
        path(f"{client.value}/v1/{address}", view.as_api_view(client=client))
        for client in (Client.BROWSER, Client.APP)
        for address, view in _OURS
    ),
    path("browser/v1/account/authenticators/totp/qr.svg", qr_code),
    # Where Google and Microsoft come back to, by the names that allauth builds links with.
    path("google/login/callback/", google.oauth2_callback, name="google_callback"),
    path("microsoft/login/callback/", microsoft.oauth2_callback, name="microsoft_callback"),
    path("", include("allauth.headless.urls")),
]

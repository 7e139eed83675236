"""allauth's endpoints with what we add to them."""

from typing import Any

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.headless.base.response import APIResponse
from allauth.headless.mfa.views import AuthenticateView, ReauthenticateView
from allauth.headless.usersessions.response import SessionsResponse
from allauth.headless.usersessions.views import SessionsView
from allauth.usersessions.models import UserSession
from django.http import HttpRequest

from netz.accounts.devices import device_of
from netz.accounts.mfa import CodeInput, ConfirmingCodeInput
from netz.accounts.sessions import SSO_SESSION_KEY, living_sessions


class SecondFactor(AuthenticateView):
    """A second factor's code during sign-in."""

    input_class = CodeInput


class ConfirmBySecondFactor(ReauthenticateView):
    """A second factor's code that confirms who is signed in."""

    input_class = ConfirmingCodeInput


class Sessions(SessionsView):
    """A person's sessions with their devices."""

    def get_input_kwargs(self) -> dict[str, Any]:
        """What the choice of sessions to end is checked against."""
        return {"user": self.request.user}

    def handle_input(self, data: Any) -> Any:
        """Refuses to end what the person is not shown, and anything without a fresh proof."""
        if self.request.method == "DELETE":
            raise_if_reauthentication_required(self.request, app="allauth.account")
        refused = super().handle_input(data)
        if refused is None and self.request.method == "DELETE":
            shown = {session.pk for session in _shown(self.request)}
            chosen = self.input.cleaned_data["sessions"]
            if any(session.pk not in shown for session in chosen):
                return APIResponse(self.request, status=404)
        return refused

    def _respond_session_list(self) -> "SessionsWithDevices":
        return SessionsWithDevices(self.request, _shown(self.request))


class SessionsWithDevices(SessionsResponse):
    """allauth's rows, each with `device`."""

    def _session_data(self, session: UserSession) -> dict[str, Any]:
        device = device_of(session.user_agent)
        named = {"browser": device.browser, "system": device.system, "kind": device.kind}
        return {**super()._session_data(session), "device": named}


def _shown(request: HttpRequest) -> list[UserSession]:
    return living_sessions(request.user, vouched_by=request.session.get(SSO_SESSION_KEY))  # type: ignore[arg-type]  # signed in

"""allauth's endpoints for machines, with what OAuth 2.1 asks beyond them: brakes, what is used
twice ends the whole family, and a token is worth something only while what it rests on stands."""

import json
from typing import Any
from urllib.parse import urlencode

from allauth.idp.oidc.models import Token
from allauth.idp.oidc.views import IntrospectView, RevokeView, TokenView, UserInfoView
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.views.decorators.http import require_GET

from netz.workspaces.credentials import hash_key
from netz.workspaces.oauth import brakes, chains

MACHINE = "client_credentials"


@require_GET
def authorize(request: HttpRequest) -> HttpResponse:
    """Hands the application's request to our own page, which asks the person."""
    # In one piece: the page hands it on as it came, whatever its own router makes of addresses.
    asked = urlencode({"request": request.META.get("QUERY_STRING", "")})
    return HttpResponseRedirect(f"/oauth/consent?{asked}")


class Braked:
    """Counts what fails, for the application and for where it comes from."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The view's answer, or 429 with the time to wait."""
        client_id = brakes.client_of(request)
        if (refused := brakes.admit(client_id)) is not None:
            return refused
        response: HttpResponse = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]  # the view's
        if response.status_code < 400:
            brakes.excuse(client_id)
        elif response.status_code == 401:
            chains.note_impostor(client_id)
        return response


class OneUse(Braked, TokenView):
    """Codes and refresh tokens work once, also for two who come at the same moment."""

    @transaction.atomic
    def post(self, request: HttpRequest) -> HttpResponse:
        """allauth's answer, unless what is brought was used before."""
        if request.POST.get("grant_type") == MACHINE:
            return self._for_machine(request)
        brought = request.POST.get("refresh_token") or request.POST.get("code") or ""
        used = hash_key(brought)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [used])
        ends_at = chains.end_of(brought)
        response: HttpResponse = super().post(request)
        body = json.loads(response.content)
        if "access_token" in body:
            kept = chains.keep(body, used=used, ends_at=ends_at)
            if kept is None:
                return _refused()
            response.content = json.dumps(kept).encode()
        elif body.get("error") == "invalid_grant":
            chains.end_family(used, brakes.client_of(request))
        return response

    def _for_machine(self, request: HttpRequest) -> HttpResponse:
        response: HttpResponse = super().post(request)
        body = json.loads(response.content)
        if "access_token" in body and not chains.begin_machine(body["access_token"]):
            return _refused()
        return response


class Revoke(Braked, RevokeView):
    """A refresh token that is revoked takes the access tokens of its family with it."""

    @transaction.atomic
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """allauth's answer; nothing happens to another client's token."""
        rows = Token.objects.by_value(request.POST.get("token", "")).select_for_update()
        held = rows.filter(type__in=[Token.Type.ACCESS_TOKEN, Token.Type.REFRESH_TOKEN]).first()
        if held is not None and held.client_id != brakes.client_of(request):
            return HttpResponse(status=200)
        response: HttpResponse = super().post(request, *args, **kwargs)
        ended = held is not None and response.status_code == 200
        if ended and held is not None and held.type == Token.Type.REFRESH_TOKEN:
            Token.objects.filter(client_id=held.client_id, user_id=held.user_id).delete()
        return response


class Introspect(Braked, IntrospectView):
    """Tells a confidential application whether a token of its own works now."""

    @transaction.atomic
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """allauth's answer; its adapter asks whether what the token rests on stands."""
        response: HttpResponse = super().post(request, *args, **kwargs)
        return response


class UserInfo(UserInfoView):
    """Facts about the person, while the member, the application and what was allowed stand."""

    def _respond(self, request: HttpRequest) -> HttpResponse:
        token = request.headers.get("Authorization", "").partition(" ")[2]
        with transaction.atomic():
            alive = chains.stands(hash_key(token)) is not None
        if not alive:
            headers = {"WWW-Authenticate": 'Bearer error="invalid_token"'}
            return JsonResponse({"error": "invalid_token"}, status=401, headers=headers)
        return super()._respond(request)  # type: ignore[no-any-return]  # allauth is untyped


def _refused() -> HttpResponse:
    return JsonResponse({"error": "invalid_grant"}, status=400)

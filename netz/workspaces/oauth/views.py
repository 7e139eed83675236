"""allauth's endpoints for machines, with what OAuth 2.1 asks beyond them: what is used twice ends
the whole family, and a token is worth something only while what it rests on stands."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from allauth.core.internal.httpkit import extract_basic_auth
from allauth.idp.oidc.internal.oauthlib.utils import extract_headers
from allauth.idp.oidc.models import Token
from allauth.idp.oidc.views import RevokeView, TokenView, UserInfoView
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from netz.audit.services import record
from netz.core.db import enter_workspace, rows_of
from netz.workspaces.credentials import hash_key
from netz.workspaces.models import OAuthGrant, OAuthSpent
from netz.workspaces.oauth.connections import end_tokens
from netz.workspaces.queries.access import actor_of

# As long as a refresh token lives: a used one could come back until then.
REMEMBERED = timedelta(days=31)


@require_GET
def authorize(request: HttpRequest) -> HttpResponse:
    """Hands the application's request to our own page, which asks the person."""
    # In one piece: the page hands it on as it came, whatever its own router makes of addresses.
    asked = urlencode({"request": request.META.get("QUERY_STRING", "")})
    return HttpResponseRedirect(f"/oauth/consent?{asked}")


class OneUse(TokenView):
    """Codes and refresh tokens work once, also for two who come at the same moment."""

    @transaction.atomic
    def post(self, request: HttpRequest) -> HttpResponse:
        """allauth's answer, unless what is brought was used before."""
        brought = request.POST.get("refresh_token") or request.POST.get("code") or ""
        used = hash_key(brought)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [used])
        response: HttpResponse = super().post(request)
        body = json.loads(response.content)
        if "access_token" in body:
            return response if _keep(body["access_token"], used) else _refused()
        if body.get("error") == "invalid_grant":
            _end_family(used, _client_of(request))
        return response


class Revoke(RevokeView):
    """A refresh token that is revoked takes the access tokens of its family with it."""

    @transaction.atomic
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """allauth's answer; nothing happens to another client's token."""
        rows = Token.objects.by_value(request.POST.get("token", "")).select_for_update()
        held = rows.filter(type__in=[Token.Type.ACCESS_TOKEN, Token.Type.REFRESH_TOKEN]).first()
        if held is not None and held.client_id != _client_of(request):
            return HttpResponse(status=200)
        response: HttpResponse = super().post(request, *args, **kwargs)
        ended = held is not None and response.status_code == 200
        if ended and held is not None and held.type == Token.Type.REFRESH_TOKEN:
            Token.objects.filter(client_id=held.client_id, user_id=held.user_id).delete()
        return response


class UserInfo(UserInfoView):
    """Facts about the person, while the member, the application and what was allowed stand."""

    def _respond(self, request: HttpRequest) -> HttpResponse:
        token = request.headers.get("Authorization", "").partition(" ")[2]
        with transaction.atomic():
            alive = _stands(hash_key(token)) is not None
        if not alive:
            headers = {"WWW-Authenticate": 'Bearer error="invalid_token"'}
            return JsonResponse({"error": "invalid_token"}, status=401, headers=headers)
        return super()._respond(request)  # type: ignore[no-any-return]  # allauth is untyped


def _client_of(request: HttpRequest) -> str:
    by_header, _ = extract_basic_auth(extract_headers(request))
    return by_header or request.POST.get("client_id", "")


def _refused() -> HttpResponse:
    return JsonResponse({"error": "invalid_grant"}, status=400)


def _stands(token_hash: str) -> tuple[Any, Any] | None:
    """Workspace and grant of an access token that works now."""
    rows = rows_of(
        "SELECT workspace_id, grant_id, needs FROM netz_actor_by_token(%s)", [token_hash]
    )
    return (rows[0][0], rows[0][1]) if rows and not rows[0][2] else None


def _keep(access_token: str, used: str) -> bool:
    """Remembers what was used up for the new tokens; takes those back that rest on nothing."""
    token = Token.objects.by_value(access_token).get(type=Token.Type.ACCESS_TOKEN)
    family = Token.objects.filter(client_id=token.client_id, user_id=token.user_id)
    stands = _stands(token.hash)
    if stands is None:
        family.delete()
        return False
    workspace_id, grant_id = stands
    enter_workspace(workspace_id)
    OAuthSpent.objects.create(workspace_id=workspace_id, grant_id=grant_id, token_hash=used)
    old = OAuthSpent.objects.filter(workspace_id=workspace_id, grant_id=grant_id)
    old.filter(created_at__lt=timezone.now() - REMEMBERED).delete()
    family.expired().delete()
    return True


def _end_family(used: str, client_id: str) -> None:
    """Ends all tokens where one that was used up comes again, from the client that it was for."""
    rows = rows_of("SELECT workspace_id, grant_id FROM netz_oauth_spent(%s)", [used])
    if not rows:
        return
    enter_workspace(rows[0][0])
    grants = OAuthGrant.objects.select_related("oauth_client__client", "member__user")
    grant = grants.get(pk=rows[0][1])
    if grant.oauth_client.client_id != client_id:
        return
    end_tokens(grant)
    actor = replace(actor_of(grant.member), credential="oauth", credential_id=str(grant.id))
    details = {"application": grant.oauth_client.client.name}
    record(actor, "application.reused", grant, after=details, outcome="refused")

"""The last calls of a directory that were refused, for the admin who wonders why nothing comes."""

from collections.abc import Callable
from functools import cache, wraps
from typing import Any

from django.db import transaction
from fastapi import Request, Response
from scim2_models import SCIMException

from netz.core.actor import Actor
from netz.core.errors import Problem
from netz.sso.scim.answers import refusal
from netz.sso.scim.models import ScimFailure

MOST_KEPT = 50
# Who may not call is kept by the trail; not found and another version are answers, no faults.
_NO_FAULTS = {401, 403, 404, 412}

Endpoint = Callable[..., Response]


def kept(endpoint: Endpoint) -> Endpoint:
    """Has an endpoint answer what it refuses, undone, instead of raising it, and notes it."""

    @wraps(endpoint)
    def run(*, actor: Actor, request: Request, **more: Any) -> Response:
        try:
            with transaction.atomic():
                return endpoint(actor=actor, request=request, **more)
        except (Problem, SCIMException) as error:
            answer = refusal(request, error)
            # What is remembered under an Idempotency-Key is an answer that did something.
            if answer.status_code in _NO_FAULTS or request.headers.get("idempotency-key"):
                raise
            _note(actor, request, answer.status_code, _detail(error))
            return answer

    return run


def last_failures(actor: Actor) -> list[ScimFailure]:
    """The last calls that were refused, the latest first."""
    return list(_rows(actor)[:MOST_KEPT])


def told(row: ScimFailure, language: str) -> str:
    """Why the call was refused, in the reader's language where the words are ours."""
    problem = _problems().get(row.detail)
    if problem is None:
        return row.detail
    words = problem().words(language)
    return f"{words.title}. {words.hint}".strip()


@cache
def _problems() -> dict[str, type[Problem]]:
    found: dict[str, type[Problem]] = {}
    waiting = [Problem]
    while waiting:
        known = waiting.pop()
        found[known.code] = known
        waiting.extend(known.__subclasses__())
    return found


def _detail(error: Problem | SCIMException) -> str:
    if isinstance(error, Problem):
        return error.code
    return str(error.to_error().detail or "")


def _note(actor: Actor, request: Request, status: int, detail: str) -> None:
    ScimFailure.objects.create(
        workspace_id=actor.workspace_id,
        method=request.method,
        path=request.url.path[:300],
        status=status,
        detail=detail[:500],
    )
    old = _rows(actor).values_list("id", flat=True)[MOST_KEPT:]
    ScimFailure.objects.filter(workspace_id=actor.workspace_id, id__in=list(old)).delete()


def _rows(actor: Actor) -> Any:
    rows = ScimFailure.objects.filter(workspace_id=actor.workspace_id)
    return rows.order_by("-created_at", "-id")

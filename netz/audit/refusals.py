"""Refusals: what somebody tried and may not do, in a transaction of its own."""

from starlette.requests import HTTPConnection

from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.brake import Brake
from netz.core.db import tenant
from netz.core.errors import Problem, TooMany

# A client that repeats itself must not fill the trail: the first refusals of a kind are kept, then
# one now and then, at least every hour, as long as it goes on.
_BRAKE = Brake("trail-refusal", attempts=10, seconds=60, longest=3600)


def keep_refusal(actor: Actor, request: HTTPConnection, problem: Problem) -> None:
    """Adds the row, unless this member was refused the same again and again just now."""
    route = request.scope.get("route")
    address = str(getattr(route, "path", request.url.path))[:200]
    method = request.scope.get("method", "")
    try:
        _BRAKE.count(f"{actor.workspace_id}:{actor.member_id}:{problem.code}:{method}:{address}")
    except TooMany:
        return
    told = {"code": problem.code, "method": method, "address": address}
    if actor.previewed_by:  # the one who looks through this member's eyes
        told["previewed_by"] = str(actor.previewed_by)
    with tenant(actor.workspace_id):
        record(actor, "access.refuse", after=told, outcome="refused")

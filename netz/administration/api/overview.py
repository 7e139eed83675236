"""The endpoint of the overview."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from netz.administration import overview
from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.api.schema import Output
from netz.core.permissions import Permission, Role

router = Router(tags=["overview"])

ConcernKind = Literal[
    "mail_not_set_up",
    "admins_without_factor",
    "registration_lapsed",
    "factor_not_required",
    "one_admin",
    "documents_failed",
    "keys_expiring",
    "invitations_expired",
    "long_gone",
]


class PeopleOut(Output):
    """Counts of active members by role, of who was here, and of what lets people in."""

    by_role: dict[Role, int]
    inactive: int
    active_now: int
    active_week: int
    without_factor: dict[Role, int]
    invitations_open: int
    invitations_expired: int
    keys: int


class ConcernOut(Output):
    """Something that needs attention."""

    kind: ConcernKind
    severity: Literal["high", "medium", "low"]
    count: int


class DayOut(Output):
    """How much was done and refused on a day (UTC)."""

    day: date
    done: int
    refused: int


class ChangeOut(Output):
    """A row of the trail, for a glance."""

    id: UUID
    at: datetime
    actor: str
    action: str
    outcome: Literal["done", "refused"]


class OverviewOut(Output):
    """Who is here, what needs attention, what changed; the last two for who may read the trail."""

    people: PeopleOut
    concerns: list[ConcernOut]
    days: list[DayOut]
    changes: list[ChangeOut]


@router.get("/overview", permission=Permission.SETTINGS_MANAGE)
def read_overview(actor: Actor) -> OverviewOut:
    """The workspace at a glance."""
    found = overview.people(actor)
    told = overview.may_see_trail(actor)
    return OverviewOut(
        people=PeopleOut.model_validate(found),
        concerns=[ConcernOut.model_validate(one) for one in overview.concerns(actor, found)],
        days=[DayOut.model_validate(day) for day in overview.days(actor)] if told else [],
        changes=[
            ChangeOut(
                id=row.id,
                at=row.created_at,
                actor=row.actor_name,
                action=row.action,
                outcome=row.outcome,
            )
            for row in (overview.recent(actor, overview.RECENT) if told else ())
        ],
    )

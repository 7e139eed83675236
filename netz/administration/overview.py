"""What an admin sees first: who is here, what needs attention, what changed."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from django.conf import settings
from django.utils import timezone

from netz.audit.queries import recent, rows_by_day
from netz.core.actor import Actor
from netz.core.permissions import Permission, Role
from netz.knowledge.queries import status_counts
from netz.workspaces.queries.overview import People, people
from netz.workspaces.queries.policy import policy_of

DAYS = 14
RECENT = 12
Severity = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Concern:
    """Something that wants attention; the client has its words and knows where it is mended."""

    kind: str
    severity: Severity
    count: int = 0


@dataclass(frozen=True, slots=True)
class Day:
    """How much happened on a day, and how much of it was refused."""

    day: date
    done: int
    refused: int


def concerns(actor: Actor, found: People) -> list[Concern]:
    """What needs attention, the gravest first."""
    policy = policy_of(actor.workspace_id)
    admins = found.by_role[Role.ADMIN]
    bare_admins = found.without_factor.get(Role.ADMIN, 0)
    failed = status_counts(actor).get("failed", 0)
    lets_in = policy.registration != "invitation"
    nowhere = lets_in and policy.registration == "open" and policy.registration_company_id is None
    candidates = [
        (not settings.MAIL_IS_SET_UP, Concern("mail_not_set_up", "high")),
        (bare_admins > 0, Concern("admins_without_factor", "high", bare_admins)),
        (nowhere, Concern("registration_lapsed", "medium")),
        (Role.ADMIN not in policy.mfa_roles, Concern("factor_not_required", "medium")),
        (admins == 1, Concern("one_admin", "medium")),
        (failed > 0, Concern("documents_failed", "medium", failed)),
        (found.keys_expiring > 0, Concern("keys_expiring", "medium", found.keys_expiring)),
        (
            found.invitations_expired > 0,
            Concern("invitations_expired", "low", found.invitations_expired),
        ),
        (found.long_gone > 0, Concern("long_gone", "low", found.long_gone)),
    ]
    return [concern for wanted, concern in candidates if wanted]


def days(actor: Actor) -> list[Day]:
    """The last two weeks of the trail, a day without a row included."""
    today = timezone.now().date()
    first = today - timedelta(days=DAYS - 1)
    start = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    counts = rows_by_day(actor, start - timedelta(days=DAYS - 1))
    return [_day(first + timedelta(days=number), counts) for number in range(DAYS)]


def _day(day: date, counts: dict[date, tuple[int, int]]) -> Day:
    rows, refused = counts.get(day, (0, 0))
    return Day(day, rows - refused, refused)


def may_see_trail(actor: Actor) -> bool:
    """Whether the actor may know what others did."""
    return actor.may(Permission.TRAIL_READ)


__all__ = ["Concern", "Day", "concerns", "days", "may_see_trail", "people", "recent"]

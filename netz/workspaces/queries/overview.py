"""Who is in the workspace, at a glance."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q
from django.utils import timezone

from netz.core.actor import Actor
from netz.core.permissions import Role
from netz.workspaces.models import ApiKey
from netz.workspaces.queries.people import known_invitations, known_members
from netz.workspaces.queries.policy import without_factor

NOW, WEEK, LONG = timedelta(minutes=15), timedelta(days=7), timedelta(days=90)
KEY_WARNING = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class People:
    """Counts of members and of what lets them in."""

    by_role: dict[str, int]
    inactive: int
    active_now: int
    active_week: int
    long_gone: int
    without_factor: dict[str, int]
    invitations_open: int
    invitations_expired: int
    keys: int
    keys_expiring: int


def people(actor: Actor) -> People:
    """All of it, in four queries; of the people and invitations that the actor may know."""
    now = timezone.now()
    members = known_members(actor).order_by()
    active = members.filter(active=True)
    by_role = dict(active.values_list("role").annotate(Count("id")))
    seen = members.aggregate(
        inactive=Count("id", filter=Q(active=False)),
        active_now=Count("id", filter=Q(active=True, last_seen_at__gte=now - NOW)),
        active_week=Count("id", filter=Q(active=True, last_seen_at__gte=now - WEEK)),
        long_gone=Count("id", filter=Q(active=True, last_seen_at__lt=now - LONG)),
    )
    lacking = without_factor(actor.workspace_id).filter(pk__in=members.values("pk")).order_by()
    waiting = known_invitations(actor).aggregate(
        invitations_open=Count("id", filter=Q(expires_at__gt=now)),
        invitations_expired=Count("id", filter=Q(expires_at__lte=now)),
    )
    keys = ApiKey.objects.filter(
        Q(expires_at=None) | Q(expires_at__gt=now),
        workspace_id=actor.workspace_id,
        member_id__in=members.values("pk"),
        revoked_at=None,
    ).aggregate(
        keys=Count("id"),
        keys_expiring=Count("id", filter=Q(expires_at__lte=now + KEY_WARNING)),
    )
    return People(
        by_role={role.value: by_role.get(role.value, 0) for role in Role},
        without_factor=dict(lacking.values_list("role").annotate(Count("id"))),
        **seen,
        **waiting,
        **keys,
    )

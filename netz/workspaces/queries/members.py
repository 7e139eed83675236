"""The list of members: found by words and filters, sorted, in pages, and counted."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import (
    CharField,
    Count,
    Exists,
    Expression,
    F,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.db.models.functions import Coalesce, Concat, NullIf
from django.utils import timezone

from netz.accounts.mfa import FACTORS
from netz.core.actor import Actor
from netz.core.api.paging import page_by
from netz.core.errors import Forbidden
from netz.core.folding import Folded, fold
from netz.core.permissions import Permission, Role
from netz.workspaces.models import Member
from netz.workspaces.queries.people import known_members

MemberSort = Literal[
    "created",
    "-created",
    "name",
    "-name",
    "email",
    "-email",
    "role",
    "-role",
    "company",
    "-company",
    "seen",
    "-seen",
]
Source = Literal["invited", "joined", "sso", "scim"]
SeenWithin = Literal["week", "month", "long_ago", "never"]

_LONG = timedelta(days=90)
_WITHIN = {"week": timedelta(days=7), "month": timedelta(days=30)}


@dataclass(frozen=True, slots=True)
class MemberFilter:
    """Which members are meant; what is None doesn't narrow."""

    search: str = ""
    role: Role | None = None
    custom_role_id: UUID | None = None
    company_id: UUID | None = None
    active: bool | None = None
    source: Source | None = None
    second_factor: bool | None = None
    seen: SeenWithin | None = None


@dataclass(frozen=True, slots=True)
class MemberCounts:
    """How many members there are of each kind among those whom the actor may know, and how many
    the filter leaves; `without_factor` is None for who may not see it."""

    matching: int
    all: int
    active: int
    by_role: dict[str, int]
    by_source: dict[str, int]
    by_company: dict[UUID, int]
    without_factor: int | None


def members(
    actor: Actor,
    *,
    cursor: str | None,
    limit: int,
    only: MemberFilter | None = None,
    sort: MemberSort = "created",
) -> tuple[list[Member], str | None]:
    """One page of the members that the actor may know, and the next one's cursor.

    Raises `Forbidden` for a filter by second factor to who may not see it.
    """
    rows = filtered(actor, only or MemberFilter()).select_related("user", "company", "custom_role")
    if sees_factors(actor):
        rows = rows.annotate(second_factor=_has_factor())
    name = sort.removeprefix("-")
    return page_by(
        rows,
        _KEYS[name],
        datetime if name in _MOMENTS else str,
        descending=sort.startswith("-"),
        cursor=cursor,
        limit=limit,
    )


def counts(actor: Actor, only: MemberFilter) -> MemberCounts:
    """All counts, in a few queries, however many members there are."""
    known = known_members(actor).order_by()
    active = known.filter(active=True)
    totals = known.aggregate(all=Count("id"), active=Count("id", filter=Q(active=True)))
    lacking = active.filter(~_has_factor()).count() if sees_factors(actor) else None
    return MemberCounts(
        matching=filtered(actor, only).count(),
        by_role=dict(active.values_list("role").annotate(Count("id"))),
        by_source=dict(known.values_list("source").annotate(Count("id"))),
        by_company=dict(
            active.filter(company__isnull=False).values_list("company_id").annotate(Count("id"))
        ),
        without_factor=lacking,
        **totals,
    )


def filtered(actor: Actor, only: MemberFilter) -> QuerySet[Member]:
    """The known members whom the filter leaves. Raises `Forbidden` as `members` does."""
    rows = known_members(actor)
    rows = rows.alias(words=_WORDS)
    for word in fold(only.search).split():
        rows = rows.filter(words__contains=word)
    for name in ("role", "custom_role_id", "company_id", "active", "source"):
        value = getattr(only, name)
        if value is not None:
            rows = rows.filter(**{name: value})
    if only.second_factor is not None:
        if not sees_factors(actor):
            raise Forbidden
        rows = rows.filter(_has_factor() if only.second_factor else ~_has_factor())
    return rows if only.seen is None else rows.filter(_seen(only.seen))


def sees_factors(actor: Actor) -> bool:
    """Whether the actor may know who has a second factor."""
    return actor.may(Permission.SECURITY_MANAGE)


def _has_factor() -> Exists:
    return Exists(
        Authenticator.objects.filter(user_id=OuterRef("user_id"), type__in=FACTORS).order_by()
    )


def _seen(within: SeenWithin) -> Q:
    now = timezone.now()
    if within == "never":
        return Q(last_seen_at=None)
    if within == "long_ago":
        return Q(last_seen_at__lt=now - _LONG)
    return Q(last_seen_at__gte=now - _WITHIN[within])


# Without a name a person is shown, and found, by the address.
_SHOWN_NAME = Coalesce(NullIf("user__name", Value("")), "user__email", output_field=CharField())
_WORDS = Folded(Concat("user__name", Value(" "), "user__email", output_field=CharField()))
# Whoever was never here comes before all others.
_NEVER = Value(datetime(1970, 1, 1, tzinfo=UTC))
_MOMENTS = ("created", "seen")
_KEYS: dict[str, Expression | F] = {
    "created": F("created_at"),
    "seen": Coalesce("last_seen_at", _NEVER),
    "name": Folded(_SHOWN_NAME),
    "email": Folded(F("user__email")),
    "role": Concat(
        "role",
        Value(" "),
        Coalesce(Folded(F("custom_role__name")), Value("")),
        output_field=CharField(),
    ),
    "company": Coalesce(Folded(F("company__name")), Value("")),
}

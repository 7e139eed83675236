"""The lists of open invitations and of client companies: found, sorted, in pages."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.db.models import Count, F, OuterRef, Q, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat
from django.utils import timezone

from netz.core.actor import Actor
from netz.core.api.paging import page_by
from netz.core.folding import Folded, fold
from netz.core.permissions import Role
from netz.workspaces.models import Invitation, Member
from netz.workspaces.queries.people import known_companies, known_invitations

InvitationSort = Literal["created", "-created", "email", "-email", "expires", "-expires"]
InvitationStatus = Literal["open", "expired"]
CompanySort = Literal["name", "-name", "members", "-members"]


@dataclass(frozen=True, slots=True)
class InvitationFilter:
    """Which invitations are meant; what is None doesn't narrow."""

    search: str = ""
    status: InvitationStatus | None = None
    role: Role | None = None
    custom_role_id: UUID | None = None
    company_id: UUID | None = None


def invitations(
    actor: Actor,
    only: InvitationFilter,
    *,
    sort: InvitationSort = "-created",
    cursor: str | None,
    limit: int,
) -> tuple[list[Invitation], str | None]:
    """One page of invitations neither accepted nor withdrawn, and the next one's cursor."""
    rows = known_invitations(actor).alias(words=Folded(F("email")))
    for word in fold(only.search).split():
        rows = rows.filter(words__contains=word)
    if only.status is not None:
        now = timezone.now()
        rows = rows.filter(
            Q(expires_at__gt=now) if only.status == "open" else Q(expires_at__lte=now)
        )
    for name in ("role", "custom_role_id", "company_id"):
        value = getattr(only, name)
        if value is not None:
            rows = rows.filter(**{name: value})
    field = {"created": "created_at", "expires": "expires_at", "email": "email"}
    name = sort.removeprefix("-")
    return page_by(
        rows.select_related("company", "custom_role"),
        F(field[name]),
        str if name == "email" else datetime,
        descending=sort.startswith("-"),
        cursor=cursor,
        limit=limit,
    )


def companies_with_people(
    actor: Actor,
    *,
    search: str = "",
    sort: CompanySort = "name",
    cursor: str | None,
    limit: int,
) -> tuple[list[Any], str | None]:
    """One page of client companies, each with its number of active `people`."""
    active = Member.objects.filter(company_id=OuterRef("pk"), active=True).order_by()
    counted = active.values("company_id").annotate(number=Count("id")).values("number")
    rows = known_companies(actor).annotate(people=Coalesce(Subquery(counted), 0))
    domains = Cast("domains", TextField())
    rows = rows.alias(words=Folded(Concat("name", Value(" "), domains, output_field=TextField())))
    for word in fold(search).split():
        rows = rows.filter(words__contains=word)
    by_name = sort.removeprefix("-") == "name"
    return page_by(
        rows,
        Folded(F("name")) if by_name else F("people"),
        str if by_name else int,
        descending=sort.startswith("-"),
        cursor=cursor,
        limit=limit,
    )

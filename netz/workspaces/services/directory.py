"""What identity providers and directories do to members: they find, add and place them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Count, Q, QuerySet

from netz.accounts.models import User
from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.live import ACCESS_CHANGED, publish
from netz.core.permissions import Role
from netz.workspaces.errors import LastAdmin
from netz.workspaces.models import Company, CustomRole, Member
from netz.workspaces.services.people import (
    MemberEdit,
    add_member,
    change_member,
    check_company,
    edit_member,
)


@dataclass(frozen=True, slots=True)
class Place:
    """What somebody is to be in the workspace."""

    role: Role
    custom_role: CustomRole | None = None
    company: Company | None = None


def find_member(workspace_id: UUID, user: User) -> Member | None:
    """The user's membership, whether active or not."""
    return (
        Member.objects.filter(workspace_id=workspace_id, user=user)
        .select_related("user", "company", "custom_role")
        .first()
    )


def is_user_of(member_id: UUID, user: User) -> bool:
    """Whether the member is this user's membership, active; in the workspace's transaction."""
    return Member.objects.filter(pk=member_id, user=user, active=True).exists()


def member_ids(workspace_id: UUID) -> set[UUID]:
    """Ids of all members."""
    return set(Member.objects.filter(workspace_id=workspace_id).values_list("id", flat=True))


def find_company(workspace_id: UUID, company_id: UUID) -> Company | None:
    """A client company by its id."""
    return Company.objects.filter(workspace_id=workspace_id, pk=company_id).first()


def company_of_domain(workspace_id: UUID, domain: str) -> Company | None:
    """The client company whose e-mail domain this is."""
    return (
        Company.objects.filter(workspace_id=workspace_id, domains__contains=[domain.lower()])
        .order_by("created_at")
        .first()
    )


def find_custom_role(workspace_id: UUID, custom_role_id: UUID) -> CustomRole | None:
    """A custom role by its id."""
    return CustomRole.objects.filter(workspace_id=workspace_id, pk=custom_role_id).first()


def provision_member(user: User, place: Place, *, source: str, actor: Actor) -> Member:
    """Makes a known user a member where the directory says. Raises what `add_member` raises."""
    company = place.company if place.role.in_company else None
    member = add_member(user, role=place.role, company=company, actor=actor)
    member.source, member.custom_role = source, place.custom_role
    member.save(update_fields=["source", "custom_role"])
    return member


def place_member(member: Member, place: Place, *, actor: Actor) -> bool:
    """Gives a member the place that the directory says; False where it must stay as it is.

    An emergency admin stays one, and so does the workspace's last: the directory may be wrong, and
    somebody must be able to say so. Raises `CompanyNeeded`.
    """
    company = place.company if place.role.in_company else None
    before = (member.role, member.custom_role_id, member.company_id)
    if before == (place.role, getattr(place.custom_role, "id", None), getattr(company, "id", None)):
        return True
    if member.break_glass and place.role != Role.ADMIN:
        return False
    check_company(place.role, company)
    try:
        with transaction.atomic():
            if member.custom_role_id != getattr(place.custom_role, "id", None):
                _give_custom_role(member, place.custom_role, actor)
            change_member(
                member,
                role=place.role,
                company_id=getattr(company, "id", None),
                company_given=True,
                active=None,
                actor=actor,
            )
    except LastAdmin:
        member.refresh_from_db()
        return False
    return True


def _give_custom_role(member: Member, role: CustomRole | None, actor: Actor) -> None:
    before = {"custom_role_id": member.custom_role_id}
    member.custom_role = role
    member.save(update_fields=["custom_role"])
    after = {"custom_role_id": member.custom_role_id}
    record(actor, "member.change", member, before=before, after=after)
    publish(actor.workspace_id, ACCESS_CHANGED, {}, members=[member.id])


def directory_members(workspace_id: UUID) -> QuerySet[Member]:
    """Every member, whether active or not, with what a directory shows of them."""
    rows = Member.objects.filter(workspace_id=workspace_id).order_by("created_at", "id")
    return rows.select_related("user", "company", "custom_role")


def members_by_source(workspace_id: UUID) -> list[dict[str, Any]]:
    """How many members came in which way: `source`, `active` and `inactive`."""
    rows = Member.objects.filter(workspace_id=workspace_id).values("source").order_by("source")
    counted = rows.annotate(there=Count("id"), let_in=Count("id", filter=Q(active=True)))
    return [
        {
            "source": row["source"],
            "active": row["let_in"],
            "inactive": row["there"] - row["let_in"],
        }
        for row in counted
    ]


def name_external(member: Member, external_id: str, *, actor: Actor) -> bool:
    """Notes by what name the directory knows the member; False when another one has it."""
    if member.external_id == external_id:
        return True
    before = {"external_id": member.external_id}
    member.external_id = external_id
    try:
        with transaction.atomic():
            member.save(update_fields=["external_id"])
    except IntegrityError:
        return False
    record(actor, "member.change", member, before=before, after={"external_id": external_id})
    return True


def switch_member(member: Member, *, active: bool, actor: Actor) -> None:
    """Lets a member in, or keeps them out at once. Raises `LastAdmin`."""
    if member.active != active:
        edit_member(member, MemberEdit(active=active), actor=actor)

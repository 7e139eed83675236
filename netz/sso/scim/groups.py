"""Groups of the directory: who is in them, and what role that gives."""

from collections.abc import Iterable, Set
from typing import Any
from uuid import UUID

from django.db.models import Count, OuterRef, QuerySet, TextField, Value
from django.db.models.functions import Cast
from scim2_models import Group, GroupMember, Meta, NotFoundException

from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.permissions import Role
from netz.sso.scim.attributes import Attribute, Listed, Moment, Text
from netz.sso.scim.errors import GroupNotFound, NoPlace, UnknownMember
from netz.sso.scim.filters import Conditions, order_of
from netz.sso.scim.models import ScimGroup, ScimMembership
from netz.sso.scim.resources import MOST_MEMBERS
from netz.sso.scim.users import take_turns, usual_place
from netz.workspaces.errors import LastAdmin
from netz.workspaces.queries import MemberRow
from netz.workspaces.services.directory import (
    Place,
    company_of_domain,
    directory_members,
    find_company,
    find_custom_role,
    member_ids,
    place_member,
)

# The highest role that any of somebody's groups gives is the one they have.
RANK = {Role.ADMIN: 0, Role.AGENT: 1, Role.MANAGER: 2, Role.GUEST: 3}


def _memberships_of(group: OuterRef) -> QuerySet[ScimMembership]:
    return ScimMembership.objects.filter(group=group)


# What filters and orders may name; anything else is refused.
FILTERED: dict[str, Attribute] = {
    "id": Text("scim_id", exact=True),
    "externalid": Text("external_id", exact=True),
    "displayname": Text("display_name"),
    "members": Listed(_memberships_of, "member_id"),
    "members.value": Listed(_memberships_of, "member_id"),
    "schemas": Text("scim_schema", exact=True),
    "meta.resourcetype": Text("scim_kind", exact=True),
    "meta.created": Moment("created_at"),
    "meta.lastmodified": Moment("changed_at"),
}
ORDERED = {
    "id": "id",
    "externalid": "external_id",
    "displayname": "display_name",
    "meta.created": "created_at",
    "meta.lastmodified": "changed_at",
}


def select(actor: Actor, wanted: Any, elsewhere: Set[str] = frozenset()) -> QuerySet[ScimGroup]:
    """The groups that the filter wants, in the order that it asks for. Raises `SCIMException`."""
    rows = ScimGroup.objects.filter(workspace_id=actor.workspace_id).alias(
        scim_id=Cast("pk", TextField()),
        scim_schema=Value(str(Group.__schema__)),
        scim_kind=Value("Group"),
    )
    if wanted.filter is not None:
        rows = rows.filter(Conditions(FILTERED, elsewhere=elsewhere).visit(wanted.filter.ast))
    return rows.order_by(*order_of(wanted, ORDERED))


def described(
    actor: Actor, rows: QuerySet[ScimGroup], base: str, *, members: bool = True
) -> list[Group]:
    """Some groups; with their members only as many as have `MOST_MEMBERS` of them together, but one
    at least: SCIM has no pages of members, and a client asks for what a page left out."""
    found = list(rows)
    if not members:
        return _described(actor, found, base, members=False)
    inside = ScimMembership.objects.filter(workspace_id=actor.workspace_id, group__in=found)
    sizes = dict(inside.values_list("group_id").annotate(Count("id")))
    total, fitting = 0, 0
    for row in found:
        total += sizes.get(row.id, 0)
        if fitting and total > MOST_MEMBERS:
            break
        fitting += 1
    return _described(actor, found[:fitting], base)


def group(actor: Actor, group_id: UUID, base: str) -> Group:
    """One group. Raises 404."""
    return _described(actor, [_row(actor, group_id)], base)[0]


def create_group(actor: Actor, given: Group) -> UUID:
    """Makes a group, which gives no role until an admin says so. Raises `UnknownMember`."""
    take_turns(actor)
    row = ScimGroup.objects.create(workspace_id=actor.workspace_id, **_fields(given))
    record(actor, "directory.group_create", row, after=_fields(given))
    _set_members(actor, row, given)
    return row.id


def change_group(actor: Actor, group_id: UUID, given: Group) -> None:
    """Makes the group what the resource says. Raises `UnknownMember`, `LastAdmin`."""
    row = _row(actor, group_id)
    before = {"display_name": row.display_name, "external_id": row.external_id}
    after = _fields(given)
    row.display_name, row.external_id = after["display_name"], after["external_id"]
    row.save()
    if before != after:
        record(actor, "directory.group_change", row, before=before, after=after)
    _set_members(actor, row, given)


def remove_group(actor: Actor, group_id: UUID) -> None:
    """Removes a group; its members stay, with the role that their other groups give."""
    row = _row(actor, group_id)
    inside, role = set(_member_ids(row)), row.role
    record(actor, "directory.group_remove", row, before=_mapping(row))
    row.delete()
    if role:
        _place(actor, inside)


def group_rows(actor: Actor) -> list[tuple[ScimGroup, int]]:
    """Every group with its number of members, for our own screens."""
    rows = ScimGroup.objects.filter(workspace_id=actor.workspace_id).order_by("display_name", "id")
    return [(row, len(_member_ids(row))) for row in rows]


def map_group(
    actor: Actor,
    group_id: UUID,
    *,
    role: Role | None,
    custom_role_id: UUID | None,
    company_id: UUID | None,
) -> tuple[ScimGroup, int]:
    """Says what role the group gives, and gives it to its members at once.

    Raises `GroupNotFound`, `LastAdmin`, `CompanyNeeded`, `NoPlace`.
    """
    take_turns(actor)
    row = ScimGroup.objects.filter(workspace_id=actor.workspace_id, pk=group_id).first()
    custom = find_custom_role(actor.workspace_id, custom_role_id) if custom_role_id else None
    company = find_company(actor.workspace_id, company_id) if company_id else None
    if row is None or (custom_role_id and not custom) or (company_id and not company):
        raise GroupNotFound
    before = _mapping(row)
    row.role = custom.base if custom else (role or "")
    row.custom_role, row.company = custom, company
    row.save()
    record(actor, "directory.group_map", row, before=before, after=_mapping(row))
    inside = set(_member_ids(row))
    if before != _mapping(row):
        _place(actor, inside)
    return row, len(inside)


def _row(actor: Actor, group_id: UUID) -> ScimGroup:
    found = ScimGroup.objects.filter(workspace_id=actor.workspace_id, pk=group_id).first()
    if found is None:
        raise NotFoundException
    return found


def _fields(given: Group) -> dict[str, str]:
    return {
        "display_name": (given.display_name or "")[:200],
        "external_id": (given.external_id or "")[:200],
    }


def _mapping(row: ScimGroup) -> dict[str, object]:
    return {
        "display_name": row.display_name,
        "role": row.role,
        "custom_role_id": row.custom_role_id,
        "company_id": row.company_id,
    }


def _member_ids(row: ScimGroup) -> list[UUID]:
    rows = ScimMembership.objects.filter(workspace_id=row.workspace_id, group=row)
    return list(rows.order_by("created_at", "id").values_list("member_id", flat=True))


def _set_members(actor: Actor, row: ScimGroup, given: Group) -> None:
    try:
        wanted = {UUID(one.value or "") for one in given.members or []}
    except ValueError as error:
        raise UnknownMember from error
    if not wanted <= member_ids(actor.workspace_id):
        raise UnknownMember
    there = set(_member_ids(row))
    if wanted == there:
        return
    own = {"workspace_id": actor.workspace_id, "group": row}
    ScimMembership.objects.filter(**own, member_id__in=there - wanted).delete()
    ScimMembership.objects.bulk_create(
        ScimMembership(**own, member_id=one) for one in sorted(wanted - there)
    )
    row.save()
    added, removed = sorted(map(str, wanted - there)), sorted(map(str, there - wanted))
    record(actor, "directory.group_members", row, after={"added": added, "removed": removed})
    if row.role:
        _place(actor, wanted ^ there)


def _place(actor: Actor, changed: Iterable[UUID]) -> None:
    for member in directory_members(actor.workspace_id).filter(pk__in=set(changed)):
        # An emergency admin stays one whatever the directory says.
        placed = place_member(member, _place_of(actor, member), actor=actor)
        if not placed and not member.break_glass:
            raise LastAdmin


def _place_of(actor: Actor, member: MemberRow) -> Place:
    rows = ScimMembership.objects.filter(workspace_id=actor.workspace_id, member=member)
    joined = rows.select_related("group__custom_role", "group__company")
    mapped = [one.group for one in joined if one.group.role]
    domain = member.user.email.rpartition("@")[2]
    if not mapped:
        usual = usual_place(actor, domain)
        if usual is None:
            raise NoPlace
        return usual
    best = min(mapped, key=lambda row: (RANK[Role(row.role)], row.created_at, row.id))
    company = best.company or member.company or company_of_domain(actor.workspace_id, domain)
    return Place(Role(best.role), best.custom_role, company)


def _described(
    actor: Actor, rows: list[ScimGroup], base: str, *, members: bool = True
) -> list[Group]:
    inside: dict[UUID, list[GroupMember]] = {}
    asked = rows if members else []
    memberships = ScimMembership.objects.filter(workspace_id=actor.workspace_id, group__in=asked)
    for one in memberships.select_related("member__user").order_by("created_at", "id"):
        person = GroupMember(
            value=str(one.member_id),
            ref=f"{base}/Users/{one.member_id}",
            type="User",
            display=one.member.user.name or one.member.user.email,
        )
        inside.setdefault(one.group_id, []).append(person)
    return [
        Group(
            id=str(row.id),
            external_id=row.external_id or None,
            display_name=row.display_name,
            members=inside.get(row.id),
            meta=Meta(
                resource_type="Group",
                created=row.created_at,
                last_modified=row.changed_at,
                location=f"{base}/Groups/{row.id}",
            ),
        )
        for row in rows
    ]

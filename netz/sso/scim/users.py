"""Members as SCIM's users: what the directory reads of them and does to them."""

from collections.abc import Set
from typing import Any
from uuid import UUID

from allauth.account.internal.emailkit import valid_email_or_none
from django.db import connection
from django.db.models import Exists, JSONField, OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone
from scim2_models import GroupMembership, Meta, NotFoundException

from netz.accounts.models import User as Account
from netz.accounts.services import take_unproved
from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.permissions import Role
from netz.sso import queries
from netz.sso.scim.addresses import change_address
from netz.sso.scim.attributes import Attribute, Flag, Moment, Text
from netz.sso.scim.entries import Entries
from netz.sso.scim.errors import (
    AddressElsewhere,
    EmergencyAdmin,
    ExternalIdTaken,
    NoAddress,
    NoPlace,
    UserExists,
)
from netz.sso.scim.filters import Conditions, order_of
from netz.sso.scim.models import ScimMembership, ScimUser
from netz.sso.scim.resources import POLICY, User
from netz.workspaces.queries import MemberRow
from netz.workspaces.services.directory import (
    Place,
    company_of_domain,
    directory_members,
    find_member,
    name_external,
    provision_member,
    switch_member,
)

KEPT = {"name", "display_name", "preferred_language", "emails"}
# What filters and orders may name, beside the addresses; anything else is refused.
FILTERED: dict[str, Attribute] = {
    "id": Text("scim_id", exact=True),
    "username": Text("user__email"),
    "externalid": Text("external_id", exact=True),
    "displayname": Text("scim_name"),
    "name.givenname": Text("scim_givenName"),
    "name.familyname": Text("scim_familyName"),
    "active": Flag("active"),
    "schemas": Text("scim_schema", exact=True),
    "meta.resourcetype": Text("scim_kind", exact=True),
    "meta.created": Moment("created_at"),
    "meta.lastmodified": Moment("scim_changed"),
}
ORDERED = {
    "id": "id",
    "username": "user__email",
    "externalid": "external_id",
    "displayname": "scim_name",
    "name.givenname": "scim_givenName",
    "name.familyname": "scim_familyName",
    "active": "active",
    "meta.created": "created_at",
    "meta.lastmodified": "scim_changed",
}
LONGEST_ID = 200


def take_turns(actor: Actor) -> None:
    """A directory's writes wait for one another: a version that was checked stays the one there."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended('netz.scim:' || %s, 0))",
            [str(actor.workspace_id)],
        )


def select(actor: Actor, wanted: Any, elsewhere: Set[str] = frozenset()) -> QuerySet[MemberRow]:
    """The members that the filter wants, in the order that it asks for. Raises `SCIMException`."""
    own = ScimUser.objects.filter(workspace_id=actor.workspace_id, member=OuterRef("pk"))
    found = KeyTextTransform("displayName", "document")
    name = Coalesce(found, Value(""), output_field=TextField())
    told = own.values(one=name)[:1]
    rows = directory_members(actor.workspace_id).alias(
        scim_id=Cast("pk", TextField()),
        scim_schema=Value(str(User.__schema__)),
        scim_kind=Value("User"),
        scim_document=Coalesce(Subquery(own.values("document")[:1]), Value({}, JSONField())),
        scim_name=Coalesce(Subquery(told), "user__name", output_field=TextField()),
        scim_changed=Coalesce(Subquery(own.values("changed_at")[:1]), "created_at"),
    )
    for part in ("givenName", "familyName"):
        found = KeyTextTransform(part, KeyTransform("name", "scim_document"))
        rows = rows.alias(**{f"scim_{part}": Coalesce(found, Value(""), output_field=TextField())})
    rows = rows.exclude(Exists(own.filter(deleted_at__isnull=False)))
    if wanted.filter is not None:
        lists = {"emails": Entries("scim_document", "emails")}
        rows = rows.filter(Conditions(FILTERED, lists, elsewhere).visit(wanted.filter.ast))
    return rows.order_by(*order_of(wanted, ORDERED))


def described(actor: Actor, rows: QuerySet[MemberRow], base: str) -> list[User]:
    """Some members, as users."""
    return _described(actor, list(rows), base)


def user(actor: Actor, user_id: UUID, base: str) -> User:
    """One user. Raises 404."""
    return _described(actor, [member_at(actor, user_id)], base)[0]


def member_at(actor: Actor, user_id: UUID) -> MemberRow:
    """The member behind a user. Raises 404."""
    found = directory_members(actor.workspace_id).filter(pk=user_id).first()
    if found is None or _is_deleted(found):
        raise NotFoundException
    return found


def create_user(actor: Actor, given: User) -> UUID:
    """Makes a user and a member of the workspace, without a password.

    Raises `NoAddress`, `NoPlace`, `UserExists`, `AddressElsewhere`, `ExternalIdTaken`.
    """
    take_turns(actor)
    address = valid_email_or_none((given.user_name or "").strip().lower())
    if not address:
        raise NoAddress
    domain = address.rpartition("@")[2]
    own = domain in queries.verified_domains(actor)
    if own:
        # Somebody may have registered the address first, with a password of theirs.
        take_unproved(address)
    account = Account.objects.filter(email=address).first()
    member = find_member(actor.workspace_id, account) if account else None
    if account and member is None and not own:
        raise AddressElsewhere
    if member and not _is_deleted(member):
        raise UserExists
    if account is None:
        language = _language(given) or "fr"
        account = Account.objects.create_user(address, None, name=_name(given), language=language)
    if member is None:
        place = usual_place(actor, domain)
        if place is None:
            raise NoPlace
        member = provision_member(account, place, source="scim", actor=actor)
    _keep(actor, member, given, active=given.active is not False)
    return member.id


def change_user(actor: Actor, member: MemberRow, given: User) -> None:
    """Makes the member what the resource says.

    Raises `ExternalIdTaken`, `LastAdmin`, `NoAddress`, `AddressFixed`.
    """
    change_address(actor, member, given.user_name or "")
    _keep(actor, member, given, active=member.active if given.active is None else given.active)


def remove_user(actor: Actor, user_id: UUID) -> None:
    """Deactivates the member and takes the user out of the directory's sight; what the member
    did, and the trail, stay. Raises `LastAdmin`, `EmergencyAdmin`."""
    member = member_at(actor, user_id)
    _switch(actor, member, active=False)
    ScimMembership.objects.filter(workspace_id=actor.workspace_id, member=member).delete()
    row, _ = ScimUser.objects.get_or_create(workspace_id=actor.workspace_id, member=member)
    row.deleted_at = timezone.now()
    row.save()
    record(actor, "directory.user_remove", member, before={"email": member.user.email})


def usual_place(actor: Actor, domain: str) -> Place | None:
    """Where somebody stands whom no group places: a guest of the company whose domain it is, else
    an agent if the domain is the workspace's own."""
    company = company_of_domain(actor.workspace_id, domain)
    if company:
        return Place(Role.GUEST, None, company)
    return Place(Role.AGENT) if domain in queries.verified_domains(actor) else None


def _keep(actor: Actor, member: MemberRow, given: User, *, active: bool) -> None:
    external = given.external_id or ""
    if len(external) > LONGEST_ID or not name_external(member, external, actor=actor):
        raise ExternalIdTaken
    row, _ = ScimUser.objects.get_or_create(workspace_id=actor.workspace_id, member=member)
    before, after = row.document, given.model_dump(include=KEPT)
    row.document, row.deleted_at = after, None
    row.save()
    _rename(actor, member, given)
    _switch(actor, member, active=active)
    if before != after:
        record(actor, "directory.user_change", member, before=before, after=after)


def _switch(actor: Actor, member: MemberRow, *, active: bool) -> None:
    if member.break_glass and member.active and not active:
        raise EmergencyAdmin
    switch_member(member, active=active, actor=actor)


def _rename(actor: Actor, member: MemberRow, given: User) -> None:
    """Name and language are the person's in every workspace: only who owns the address's domain
    may change them."""
    account = member.user
    if account.email.rpartition("@")[2] not in queries.verified_domains(actor):
        return
    name, language = _name(given) or account.name, _language(given) or account.language
    if (name, language) != (account.name, account.language):
        account.name, account.language = name, language
        account.save(update_fields=["name", "language"])


def _name(given: User) -> str:
    name = given.name
    parts = [name.given_name, name.family_name] if name else []
    whole = given.display_name or (name.formatted if name else None)
    return (whole or " ".join(part for part in parts if part))[:200]


def _language(given: User) -> str | None:
    wanted = (given.preferred_language or "").lower()[:2]
    return wanted if wanted in ("fr", "en") else None


def _is_deleted(member: MemberRow) -> bool:
    return ScimUser.objects.filter(
        workspace_id=member.workspace_id, member=member, deleted_at__isnull=False
    ).exists()


def _described(actor: Actor, members: list[MemberRow], base: str) -> list[User]:
    own = {"workspace_id": actor.workspace_id, "member__in": members}
    rows = {row.member_id: row for row in ScimUser.objects.filter(**own)}
    groups: dict[UUID, list[GroupMembership]] = {}
    memberships = ScimMembership.objects.filter(**own).select_related("group")
    for one in memberships.order_by("group__created_at", "group_id"):
        there = GroupMembership(value=str(one.group_id), display=one.group.display_name)
        groups.setdefault(one.member_id, []).append(there)
    return [
        _one(member, rows.get(member.id), groups.get(member.id), base)
        for member in members
        if member.id not in rows or rows[member.id].deleted_at is None
    ]


def _one(
    member: MemberRow, row: ScimUser | None, groups: list[GroupMembership] | None, base: str
) -> User:
    account = member.user
    document: dict[str, Any] = row.document if row else {"displayName": account.name or None}
    found: User = User.model_validate(document, scim_policy=POLICY)
    found.id, found.user_name = str(member.id), account.email
    found.external_id = member.external_id or None
    found.active = member.active
    if row is None:
        found.preferred_language = account.language
    found.groups = groups
    found.meta = Meta(
        resource_type="User",
        created=member.created_at,
        last_modified=row.changed_at if row else member.created_at,
        location=f"{base}/Users/{member.id}",
    )
    return found

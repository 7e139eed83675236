"""Writes of custom roles."""

from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.utils import timezone

from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.live import ACCESS_CHANGED, publish
from netz.core.permissions import MOST_PERMISSIONS, Permission, Role, known_permissions
from netz.workspaces.access_errors import RoleExists, RoleInUse, RoleNotFound, RoleTooWide
from netz.workspaces.models import CustomRole, Invitation, Member
from netz.workspaces.services.granting import check_grantable

NAMED = 5
_BASES = {
    Role.AGENT: ("technicien", "technician"),
    Role.MANAGER: ("responsable client", "client manager"),
    Role.GUEST: ("invité", "guest"),
}


def create_role(
    name: str, *, base: Role, permissions: Iterable[Permission], description: str, actor: Actor
) -> CustomRole:
    """A named set of permissions on a built-in role.

    Raises `RoleExists`, `RoleTooWide`, `GrantTooWide`.
    """
    wanted = frozenset(permissions)
    _check_base(base, wanted)
    check_grantable(wanted, actor=actor)
    role = CustomRole(
        workspace_id=actor.workspace_id,
        name=name,
        description=description,
        base=base,
        permissions=sorted(wanted),
    )
    _save(role)
    record(actor, "role.create", role, after=_described(role) | {"base": base})
    return role


def change_role(
    role: CustomRole,
    *,
    name: str | None,
    description: str | None,
    permissions: Iterable[Permission] | None,
    actor: Actor,
) -> CustomRole:
    """Changes a custom role; what its holders may do changes at once, on open streams too.

    Raises `RoleExists`, `RoleTooWide`, `GrantTooWide`.
    """
    locked = CustomRole.objects.select_for_update().filter(pk=role.pk).first()
    if locked is None:
        raise RoleNotFound
    before = _described(locked)
    if name is not None:
        locked.name = name
    if description is not None:
        locked.description = description
    if permissions is not None:
        wanted = frozenset(permissions)
        _check_base(Role(locked.base), wanted)
        check_grantable(wanted - known_permissions(locked.permissions), actor=actor)
        locked.permissions = sorted(wanted)
    _save(locked)
    record(actor, "role.change", locked, before=before, after=_described(locked))
    members = Member.objects.filter(workspace_id=actor.workspace_id, custom_role=locked)
    publish(actor.workspace_id, ACCESS_CHANGED, {}, members=members.values_list("id", flat=True))
    return locked


def delete_role(role: CustomRole, *, actor: Actor) -> None:
    """Removes a role that nobody holds. Raises `RoleInUse`, which says who does."""
    CustomRole.objects.select_for_update().filter(pk=role.pk).first()
    holders = _holders(role)
    if holders:
        named = ", ".join(holders[:NAMED])
        more = len(holders) - NAMED
        raise RoleInUse(holders=named if more <= 0 else f"{named} (+ {more})")
    record(actor, "role.delete", role, before=_described(role))
    role.delete()


def _holders(role: CustomRole) -> list[str]:
    members = Member.objects.filter(workspace_id=role.workspace_id, custom_role=role)
    invited = Invitation.objects.filter(
        workspace_id=role.workspace_id,
        custom_role=role,
        accepted_at=None,
        revoked_at=None,
        expires_at__gt=timezone.now(),
    )
    return [
        *(row.user.name or row.user.email for row in members.select_related("user")),
        *invited.values_list("email", flat=True),
    ]


def _check_base(base: Role, wanted: frozenset[Permission]) -> None:
    beyond = wanted - MOST_PERMISSIONS.get(base, frozenset())
    if base not in _BASES or beyond:
        fr, en = _BASES.get(base, (base.value, base.value))
        permission = sorted(beyond)[0].value if beyond else ""
        raise RoleTooWide(base_fr=fr, base_en=en, permission=permission)


def _save(role: CustomRole) -> None:
    try:
        with transaction.atomic():
            role.save()
    except IntegrityError as error:
        raise RoleExists from error


def _described(role: CustomRole) -> dict[str, object]:
    return {
        "name": role.name,
        "description": role.description,
        "permissions": list(role.permissions),
    }

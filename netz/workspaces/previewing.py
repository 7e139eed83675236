"""Seeing the workspace as one of its guests does, for a member of staff who opened a preview.

The actor of such a session is the guest's, narrowed to reading: every query, search and cache key
obeys by itself.
"""

from dataclasses import replace
from uuid import UUID

from django.utils import timezone

from netz.core.actor import Actor
from netz.core.permissions import Permission, Role, permissions_of
from netz.workspaces.models import Preview
from netz.workspaces.queries.preferences import role_layer

# What a preview may open at most; writing is refused by the request's scope besides.
_SHOWN = frozenset(
    {
        Permission.PROFILE_READ,
        Permission.ANSWERS_ASK,
        Permission.CONVERSATIONS_READ,
        Permission.DOCUMENTS_READ,
        Permission.SEARCH,
        Permission.STREAM,
        Permission.COMPANY_OVERSEE,
        Permission.MEMBERS_READ,
    }
)
# Others' words: shown in a preview only to a viewer who may read them anyway.
_PERSONAL = frozenset({Permission.CONVERSATIONS_READ, Permission.COMPANY_OVERSEE})


def may_preview(viewer: Actor, company_id: UUID | None) -> bool:
    """Whether the member of staff may look through the eyes of that company's people."""
    return viewer.is_staff and _may_for(viewer, Permission.MEMBERS_MANAGE, company_id)


def _may_for(viewer: Actor, permission: Permission, company_id: UUID | None) -> bool:
    if company_id is None or not viewer.may(permission):
        return False
    companies = viewer.companies(permission)
    return companies is None or company_id in companies


def seen_as_guest(viewer: Actor, preview_id: str) -> Actor:
    """The guest's actor while the preview runs, else the viewer's own.

    Time, end and both memberships are checked here, at each use.
    """
    preview = (
        Preview.objects.filter(
            workspace_id=viewer.workspace_id,
            pk=preview_id,
            viewer_id=viewer.member_id,
            ended_at=None,
            ends_at__gt=timezone.now(),
            guest__active=True,
            guest__role__in=[role for role in Role if role.in_company],
        )
        .select_related("guest__user", "guest__workspace", "guest__custom_role")
        .first()
    )
    if preview is None or not may_preview(viewer, preview.guest.company_id):
        return viewer
    guest = preview.guest
    role = Role(guest.role)
    custom = guest.custom_role
    held = permissions_of(role, custom.permissions if custom else None) & _SHOWN
    if not _may_for(viewer, Permission.COMPANY_OVERSEE, guest.company_id):
        held -= _PERSONAL
    return replace(
        viewer,
        member_id=guest.id,
        role=role,
        permissions=held,
        company_id=guest.company_id,
        name=guest.user.name,
        grants=None,
        preferences={**role_layer(guest), **guest.user.preferences},
        previewed_by=viewer.member_id,
    )

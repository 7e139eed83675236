"""Deactivating and reactivating many members at once."""

from collections.abc import Sequence
from uuid import UUID

from netz.core.actor import Actor
from netz.workspaces import queries
from netz.workspaces.errors import MemberNotFound
from netz.workspaces.models import Member
from netz.workspaces.policy_errors import NotYourself
from netz.workspaces.services.people import MemberEdit, edit_member


def set_activity(member_ids: Sequence[UUID], active: bool, *, actor: Actor) -> list[UUID]:
    """Gives all of them this activity and returns those who had the other one.

    Raises `MemberNotFound`, `NotYourself` and what `edit_member` does; then nothing has changed.
    """
    if not active and actor.member_id in member_ids:
        raise NotYourself
    chosen = _chosen(set(member_ids), actor)
    changed = [member for member in chosen if member.active is not active]
    for member in changed:
        edit_member(member, MemberEdit(active=active), actor=actor)
    return [member.id for member in changed]


def _chosen(member_ids: set[UUID], actor: Actor) -> list[Member]:
    # Locked in the order of their ids, as every change of several members is.
    rows = queries.known_members(actor).filter(pk__in=member_ids).order_by("id")
    found = list(
        rows.select_for_update(of=("self",)).select_related("user", "company", "custom_role")
    )
    if len(found) < len(member_ids):
        raise MemberNotFound
    return found

"""Changes of many members at once: first shown, then exactly that is done, and it can be undone.

However many members there are, the number of statements depends on how many different places
they go to alone.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal, TypeVar
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from netz.audit.services import record, record_each
from netz.core.actor import Actor
from netz.core.errors import Problem
from netz.core.live import ACCESS_CHANGED, publish
from netz.core.permissions import Role
from netz.workspaces import queries
from netz.workspaces.access_errors import RoleNotFound
from netz.workspaces.change_errors import (
    ChangedSince,
    ChangeNotFound,
    ItIsYou,
    PreviewOutdated,
    TooManyMembers,
)
from netz.workspaces.errors import CompanyNotFound, LastAdmin, MemberNotFound
from netz.workspaces.models import CompanyGrant, Member, MemberChangeSet
from netz.workspaces.queries.members import MemberFilter, filtered
from netz.workspaces.services.enforcement import keep_a_way_in
from netz.workspaces.services.granting import check_below, check_place
from netz.workspaces.services.people import check_company
from netz.workspaces.services.reading import note_read
from netz.workspaces.services.standing import Places, Standing, granted

T = TypeVar("T")
Kind = Literal["deactivate", "reactivate", "role", "company"]
Outcome = Literal["change", "unchanged", "refused"]

MOST = 10_000
UNDO_WITHIN = timedelta(days=1)
# Ids in one notification, which PostgreSQL limits to 8,000 bytes.
_TOLD_AT_ONCE = 150


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be done to each: `role` and `company` say to which; a role may bring a company."""

    kind: Kind
    role: Role | None = None
    custom_role_id: UUID | None = None
    company_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """Whom a change is for: these members, or all whom the filter leaves but `without`."""

    member_ids: Sequence[UUID] | None = None
    filter: MemberFilter | None = None
    without: Sequence[UUID] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """What becomes of one member; `problem` says why nothing does."""

    member: Member
    before: Standing
    after: Standing
    outcome: Outcome
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class ChangePlan:
    """What a change does to whom, and the seal that says that it is exactly this."""

    steps: list[Step]
    places: Places
    digest: str

    def count(self, outcome: Outcome) -> int:
        """How many members this becomes of."""
        return sum(step.outcome == outcome for step in self.steps)


def preview_change(selection: Selection, change: Change, *, actor: Actor) -> ChangePlan:
    """What the change would do now; nothing is changed.

    Raises `MemberNotFound`, `TooManyMembers`, `RoleNotFound`, `CompanyNotFound`.
    """
    plan = _planned(_chosen(selection, actor), change, actor)
    note_read(len(plan.steps), actor=actor)
    return plan


def apply_change(
    selection: Selection, change: Change, digest: str, *, actor: Actor
) -> tuple[ChangePlan, MemberChangeSet]:
    """Does what the preview with this digest has shown; who was refused there stays as they are.

    Raises what `preview_change` does, and `PreviewOutdated` when it would be anything else; then
    nothing has changed.
    """
    plan = _planned(_chosen(selection, actor, lock=True), change, actor)
    if plan.digest != digest:
        raise PreviewOutdated
    return plan, _carried_out(plan, change.kind, actor)


def undo_change(change_id: UUID, *, actor: Actor) -> ChangePlan:
    """Puts everybody back whom the change moved and nobody has changed since.

    Raises `ChangeNotFound` for one that is unknown, undone already or too old.
    """
    kept = (
        MemberChangeSet.objects.select_for_update()
        .filter(
            workspace_id=actor.workspace_id,
            pk=change_id,
            undone_at=None,
            created_at__gt=timezone.now() - UNDO_WITHIN,
        )
        .first()
    )
    if kept is None:
        raise ChangeNotFound
    rows = {UUID(row["member_id"]): row for row in kept.rows}
    found = _locked(queries.known_members(actor).filter(pk__in=rows))

    def back(member: Member, now: Standing) -> Standing:
        if now != Standing.read(rows[member.id]["after"]):
            raise ChangedSince
        return Standing.read(rows[member.id]["before"])

    plan = _plan(found, back, actor)
    _carry_out(plan, actor)
    kept.undone_at = timezone.now()
    kept.save(update_fields=["undone_at"])
    record(actor, "members.undo", kept, after=_summary(plan, kept.kind))
    return plan


def _chosen(selection: Selection, actor: Actor, *, lock: bool = False) -> list[Member]:
    if selection.member_ids is not None:
        wanted = set(selection.member_ids)
        rows = queries.known_members(actor).filter(pk__in=wanted)
    else:
        wanted = set()
        rows = filtered(actor, selection.filter or MemberFilter()).exclude(pk__in=selection.without)
    if lock:
        rows = Member.objects.filter(pk__in=list(rows.values_list("pk", flat=True)[: MOST + 1]))
        found = _locked(rows)
    else:
        joined = rows.select_related("user", "company", "custom_role")
        found = list(joined.order_by("id")[: MOST + 1])
    if len(found) < len(wanted):
        raise MemberNotFound
    if len(found) > MOST:
        raise TooManyMembers(count=rows.count(), limit=MOST)
    return found


def _locked(rows: QuerySet[Member]) -> list[Member]:
    # In the order of their ids, as every change of several members is.
    joined = rows.select_related("user", "company", "custom_role").order_by("id")
    return list(joined.select_for_update(of=("self",)))


def _planned(members: list[Member], change: Change, actor: Actor) -> ChangePlan:
    custom = queries.custom_role(actor, change.custom_role_id) if change.custom_role_id else None
    company = queries.company(actor, change.company_id) if change.company_id else None

    def moved(_: Member, now: Standing) -> Standing:
        if change.kind in ("deactivate", "reactivate"):
            return replace(now, active=change.kind == "reactivate")
        role = now.role
        if change.kind == "role":
            role = Role(custom.base) if custom else change.role or now.role
            now = replace(now, role=role, custom_role_id=custom.id if custom else None)
        if not role.in_company:
            now = replace(now, company_id=None)
        elif company is not None:
            now = replace(now, company_id=company.id)
        if role is not Role.AGENT:
            now = replace(now, limited=False, grants=())
        return now

    return _plan(members, moved, actor)


def _plan(
    members: list[Member], moved: Callable[[Member, Standing], Standing], actor: Actor
) -> ChangePlan:
    places = Places(
        {row.id: row for row in queries.custom_roles(actor)},
        {row.id: row for row in queries.companies(actor)},
    )
    grants = queries.grants(actor, members)
    steps = [
        _step(member, Standing.of(member, grants.get(member.id, ())), moved, places, actor)
        for member in members
    ]
    steps = _with_an_admin_left(steps, actor)
    told = [
        (str(step.member.id), step.before.kept(), step.after.kept(), step.outcome) for step in steps
    ]
    return ChangePlan(steps, places, hashlib.sha256(json.dumps(told).encode()).hexdigest())


def _step(
    member: Member,
    before: Standing,
    moved: Callable[[Member, Standing], Standing],
    places: Places,
    actor: Actor,
) -> Step:
    try:
        after = moved(member, before)
        if after == before:
            return Step(member, before, after, "unchanged")
        if member.id == actor.member_id:
            raise ItIsYou
        check_below(member, actor=actor)
        custom = _known(after.custom_role_id, places.roles, RoleNotFound)
        company = _known(after.company_id, places.companies, CompanyNotFound)
        check_company(after.role, company)
        if after.active:
            check_place(after.role, custom, company, actor=actor)
    except Problem as problem:
        return Step(member, before, before, "refused", problem)
    return Step(member, before, after, "change")


def _known(wanted: UUID | None, rows: Mapping[UUID, T], missing: type[Problem]) -> T | None:
    if wanted is None:
        return None
    if wanted not in rows:
        raise missing
    return rows[wanted]


def _with_an_admin_left(steps: list[Step], actor: Actor) -> list[Step]:
    leaving = {
        step.member.id
        for step in steps
        if _governs(step.before) and step.outcome == "change" and not _governs(step.after)
    }
    if not leaving:
        return steps
    try:
        keep_a_way_in(actor.workspace_id, leaving)
    except LastAdmin as problem:
        return [
            Step(step.member, step.before, step.before, "refused", problem)
            if step.member.id in leaving
            else step
            for step in steps
        ]
    return steps


def _governs(standing: Standing) -> bool:
    return standing.role is Role.ADMIN and standing.active


def _carried_out(plan: ChangePlan, kind: Kind, actor: Actor) -> MemberChangeSet:
    _carry_out(plan, actor)
    kept = MemberChangeSet.objects.create(
        workspace_id=actor.workspace_id,
        made_by_id=actor.member_id,
        kind=kind,
        rows=[
            {
                "member_id": str(step.member.id),
                "before": step.before.kept(),
                "after": step.after.kept(),
            }
            for step in plan.steps
            if step.outcome == "change"
        ],
    )
    record(actor, "members.change", kept, after=_summary(plan, kind))
    return kept


def _summary(plan: ChangePlan, kind: str) -> dict[str, object]:
    return {"kind": kind, "changed": plan.count("change"), "refused": plan.count("refused")}


def _carry_out(plan: ChangePlan, actor: Actor) -> None:
    doing = [step for step in plan.steps if step.outcome == "change"]
    by_place: dict[Standing, list[UUID]] = defaultdict(list)
    for step in doing:
        by_place[replace(step.after, grants=())].append(step.member.id)
    for place, ids in by_place.items():
        Member.objects.filter(workspace_id=actor.workspace_id, pk__in=ids).update(
            role=place.role,
            custom_role_id=place.custom_role_id,
            company_id=place.company_id,
            active=place.active,
            limited_to_companies=place.limited,
        )
    relimited = [
        (step.member, step.after) for step in doing if step.before.grants != step.after.grants
    ]
    if relimited:
        rows = CompanyGrant.objects.filter(workspace_id=actor.workspace_id)
        rows.filter(member__in=[member for member, _ in relimited]).delete()
        CompanyGrant.objects.bulk_create(granted(actor.workspace_id, relimited))
    record_each(
        actor,
        "member.change",
        [(step.member, step.before.kept(), step.after.kept()) for step in doing],
    )
    ids = [step.member.id for step in doing]
    for start in range(0, len(ids), _TOLD_AT_ONCE):
        told = ids[start : start + _TOLD_AT_ONCE]
        publish(actor.workspace_id, ACCESS_CHANGED, {}, members=told)

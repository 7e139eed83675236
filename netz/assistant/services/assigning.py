"""Who looks after a conversation that was passed to people: waiting, taken, handed back, solved.

The assistant passes it on when its reader asks for a person; a person takes it, passes it to a
colleague, gives it back to the assistant or ends it. Whoever waits is told at each step, and the
staff are reminded as long as nobody comes.
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F
from django.utils import timezone

from netz.assistant.models import Assignment, Conversation, Participant
from netz.assistant.queries import together
from netz.assistant.together_errors import AlreadyTaken, CannotTakePart, NothingAssigned
from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.events import emit
from netz.core.live import publish
from netz.core.permissions import Permission
from netz.notices.services import no_longer
from netz.workspaces import queries as workspaces

# After so long without anybody the staff are reminded; each time once.
REMIND_AFTER = (timedelta(minutes=15), timedelta(hours=1), timedelta(hours=4))


def wait_for_person(row: Conversation, *, actor: Actor) -> None:
    """Has the conversation wait for somebody, unless a person looks after it already."""
    now = timezone.now()
    held, created = Assignment.objects.select_for_update().get_or_create(
        workspace_id=actor.workspace_id,
        conversation=row,
        defaults={"status": "waiting", "requested_at": now},
    )
    if not created and held.status in ("assistant", "solved"):
        _change(
            held,
            status="waiting",
            requested_at=now,
            taken_at=None,
            ended_at=None,
            reminders=0,
            reminded_at=None,
            assignee_id=None,
        )
    _tell(row)


def assign(
    row: Conversation, assignee_id: UUID | None, *, even_if_taken: bool = False, actor: Actor
) -> None:
    """Gives the conversation to a member of staff, oneself by default, who then takes part.

    Raises `AlreadyTaken` when somebody else has it and that wasn't known; `CannotTakePart` for
    somebody who doesn't act for its company.
    """
    chosen = assignee_id or actor.member_id
    now = timezone.now()
    held, created = Assignment.objects.select_for_update(of=("self",)).get_or_create(
        workspace_id=actor.workspace_id,
        conversation=row,
        defaults={"status": "person", "requested_at": now},
    )
    other = held.assignee_id if not created and held.status == "person" else None
    if other not in (None, chosen, actor.member_id) and not even_if_taken:
        names = workspaces.member_names(actor, {other})
        raise AlreadyTaken(name=names.get(other, "—"))
    if chosen != actor.member_id:
        able = together.admissible(row, workspaces.members_by_id(actor, [chosen]))
        if not able or able[0].company_id:
            raise CannotTakePart
    before = {"status": held.status, "assignee": held.assignee_id}
    _change(held, status="person", assignee_id=chosen, taken_at=now, ended_at=None)
    _let_in(row, chosen, now, called=chosen != actor.member_id)
    record(
        actor,
        "assignment.take" if chosen == actor.member_id else "assignment.give",
        row,
        before=None if created else before,
        after={"status": "person", "assignee": chosen},
    )
    no_longer(row.workspace_id, row.id, ("request", "unanswered"))
    if chosen not in (actor.member_id, other):
        emit(
            actor.workspace_id,
            "conversation.assigned",
            {
                "conversation_id": str(row.id),
                "assignee_id": str(chosen),
                "by": " ".join(actor.name.split()) or actor.workspace_name,
            },
            member_id=actor.member_id,
        )
    _tell(row)


def give_back(row: Conversation, status: str, *, actor: Actor) -> None:
    """Gives the conversation back to the `assistant`, or ends it as `solved`.

    Raises `NothingAssigned` when it was never passed to people.
    """
    held = (
        Assignment.objects.select_for_update(of=("self",))
        .filter(workspace_id=actor.workspace_id, conversation=row)
        .first()
    )
    if held is None:
        raise NothingAssigned
    before = {"status": held.status, "assignee": held.assignee_id}
    if held.status == status:
        return
    # Who ended it is whom the reader can turn to again.
    assignee = held.assignee_id or actor.member_id
    _change(held, status=status, assignee_id=assignee, ended_at=timezone.now())
    no_longer(row.workspace_id, row.id, ("request", "unanswered"))
    record(actor, f"assignment.{_ENDS[status]}", row, before=before, after={"status": status})
    _tell(row)


_ENDS = {"assistant": "give_back", "solved": "solve"}


def taken_by_writing(row: Conversation, *, actor: Actor) -> None:
    """Follows from a message: staff who answer somebody who waits have taken it; a client's person
    who writes after the end asks again, whoever looked after it first."""
    held = (
        Assignment.objects.select_for_update(of=("self",))
        .filter(workspace_id=actor.workspace_id, conversation=row)
        .first()
    )
    if held is None:
        return
    helps = together.can_handle(actor, row) and row.member_id != actor.member_id
    if helps and held.status == "waiting":
        assign(row, None, actor=actor)
    elif not helps and held.status in ("assistant", "solved"):
        now = timezone.now()
        again = "person" if held.assignee_id else "waiting"
        _change(held, status=again, requested_at=now, ended_at=None, reminders=0, reminded_at=None)
        if held.assignee_id:
            _let_in(row, held.assignee_id, now, called=True)
        record(actor, "assignment.reopen", row, after={"status": again})
        _tell(row)


def remind(workspace_id: UUID) -> int:
    """Reminds the staff of those who wait too long; in the workspace's transaction, safe to repeat.

    Returns how many are waited for.
    """
    now = timezone.now()
    waiting = Assignment.objects.select_for_update(skip_locked=True, of=("self",)).filter(
        workspace_id=workspace_id,
        status="waiting",
        reminders__lt=len(REMIND_AFTER),
        conversation__deleted_at=None,
    )
    due = [
        one
        for one in waiting.select_related("conversation")
        if one.requested_at + REMIND_AFTER[one.reminders] <= now
    ]
    for one in due:
        _change(one, reminders=F("reminders") + 1, reminded_at=now)
        emit(workspace_id, "request.unanswered", {"conversation_id": str(one.conversation_id)})
        _tell(one.conversation)
    return len(due)


def _change(held: Assignment, **fields: object) -> None:
    Assignment.objects.filter(workspace_id=held.workspace_id, pk=held.pk).update(**fields)


def _let_in(row: Conversation, member_id: UUID, now: datetime, *, called: bool) -> None:
    """Whoever looks after it takes part; who was given it finds it as a mention does."""
    held, _ = Participant.objects.get_or_create(
        workspace_id=row.workspace_id, conversation=row, member_id=member_id
    )
    fields = {"joined_at": held.joined_at or now}
    if called:
        fields["mentioned_at"] = now
    Participant.objects.filter(workspace_id=row.workspace_id, pk=held.pk).update(**fields)


def _tell(row: Conversation) -> None:
    """Those who are in it, and all staff who act for its company: the list of requests changed."""
    publish(
        row.workspace_id,
        "conversation.changed",
        {"ids": [row.id]},
        members=together.audience(row),
        permission=Permission.COMPANIES_READ,
        companies=[row.company_id] if row.company_id else None,
    )

"""What narrows a list of conversations: where its member keeps it, and what was said in it."""

from datetime import UTC, date, datetime, time
from typing import Literal, TypedDict
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from netz.assistant.models import Answer, Conversation
from netz.core.folding import Folded, fold

State = Literal["active", "archived", "deleted"]
Outcome = Literal["answered", "refused", "imported"]
Rated = Literal["up", "down"]
RequestState = Literal["waiting", "person", "yours", "assistant", "solved"]

STATES: dict[State, Q] = {
    "active": Q(deleted_at=None, archived_at=None),
    "archived": Q(deleted_at=None, archived_at__isnull=False),
    "deleted": Q(deleted_at__isnull=False),
}


class Filing(TypedDict, total=False):
    """Where the member keeps it; nobody else's concern. No state: active or archived."""

    state: State | None
    folder: UUID | None
    tag: str | None
    pinned: bool | None


class Content(TypedDict, total=False):
    """What was said in it, when, and for whom; `since` and `until` are days (UTC), both included,
    of the last message. `outcome`, `rated` and `language` are of any of its answers."""

    search: str
    outcome: Outcome | None
    rated: Rated | None
    language: Literal["fr", "en"] | None
    since: date | None
    until: date | None
    person: UUID | None
    company: UUID | None


def filed_as(rows: QuerySet[Conversation], only: Filing) -> QuerySet[Conversation]:
    """The rows that lie there."""
    state = only.get("state", "active")
    rows = rows.filter(STATES[state] if state else Q(deleted_at=None))
    if (folder := only.get("folder")) is not None:
        rows = rows.filter(folder_id=folder)
    if (tag := only.get("tag")) is not None:
        rows = rows.filter(tags__contains=[tag])
    if (pinned := only.get("pinned")) is not None:
        rows = rows.filter(pinned_at__isnull=not pinned)
    return rows


def about(rows: QuerySet[Conversation], only: Content) -> QuerySet[Conversation]:
    """The rows of which all of this is true."""
    for word in fold(only.get("search") or "").split():
        rows = rows.alias(words=Folded("title")).filter(words__contains=word)
    wanted = Q()
    if outcome := only.get("outcome"):
        wanted &= Q(status=outcome)
    if rated := only.get("rated"):
        wanted &= Q(rating__value=rated)
    if language := only.get("language"):
        wanted &= Q(language=language)
    if wanted:
        # Of one and the same answer: a refusal that was rated down.
        answers = Answer.objects.filter(
            wanted, workspace_id=OuterRef("workspace_id"), conversation_id=OuterRef("pk")
        )
        rows = rows.filter(Exists(answers))
    if since := only.get("since"):
        rows = rows.filter(updated_at__gte=datetime.combine(since, time.min, UTC))
    if until := only.get("until"):
        rows = rows.filter(updated_at__lte=datetime.combine(until, time.max, UTC))
    if person := only.get("person"):
        rows = rows.filter(member_id=person)
    if company := only.get("company"):
        rows = rows.filter(company_id=company)
    return rows


def so_far(
    rows: QuerySet[Conversation], request: RequestState | None, member_id: UUID
) -> QuerySet[Conversation]:
    """The rows that were passed to people and are so far; `yours` are those this member took."""
    if request is None:
        return rows
    if request == "yours":
        return rows.filter(assignment__status="person", assignment__assignee_id=member_id)
    return rows.filter(assignment__status=request)

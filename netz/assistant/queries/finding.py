"""Finding conversations by what was said in them."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from netz.assistant.finding.excerpts import Part, excerpt, has_hit
from netz.assistant.finding.proposing import Numbers, Scope, Wanted, proposals, spellings
from netz.assistant.finding.records import of_company, of_member, of_source
from netz.assistant.models import Answer, Conversation, Message
from netz.assistant.queries.conversations import conversations_out
from netz.assistant.queries.narrowing import Content, Filing, about, filed_as
from netz.assistant.queries.reach import (
    helps_people,
    others_conversations,
    own_conversations,
    readable_conversations,
    requested_conversations,
    shared_conversations,
)
from netz.assistant.schemas import FoundOut, FoundPart, HitOut
from netz.assistant.withholding import shown_bodies
from netz.core.actor import Actor
from netz.core.folding import Folded, fold
from netz.core.permissions import Permission
from netz.knowledge import queries as knowledge
from netz.knowledge.text import read_question

WhoseFound = Literal["any", "own", "company"]
Match = Literal["title", "words", "some", "meaning"]

# How many proposals are asked about at a time, before the search says that there may be more.
_STEPS = (60, 240, 600)
_HITS = 3  # shown of a conversation
_OPENED = 1000  # conversations that others opened, among which is looked
_ALIKE = 10  # conversations that are shown for their meaning alone


@dataclass(slots=True)
class _Found:
    match: Match
    hits: list[HitOut] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Search:
    """One search: who looks, for what, among which conversations."""

    actor: Actor
    wanted: Wanted
    keys: set[int]
    rows: QuerySet[Conversation]
    limit: int
    found: dict[UUID, _Found] = field(default_factory=dict)

    def walk(self, numbers: Numbers, match: Match, most: int) -> bool:
        """Takes up what the reader may see of the proposals; whether all were asked about."""
        start = 0
        for size in _STEPS:
            if start >= len(numbers):
                return True
            if len(self.found) >= most:
                return False
            self._take([int(one) for one in numbers[start : start + size]], match, most)
            start += size
        return start >= len(numbers)

    def _take(self, numbers: list[int], match: Match, most: int) -> None:
        place = {number: at for at, number in enumerate(numbers)}
        rows = _Said.rows(self.actor, self.rows, numbers)
        for row in self._open(sorted(rows, key=lambda one: place[one.number])):
            known = self.found.get(row.conversation_id)
            if known is None and len(self.found) >= most:
                return
            if known and (known.match not in (match, "title") or len(known.hits) >= _HITS):
                continue
            parts = excerpt(row.text, self.keys.__contains__)
            if match == "meaning" or has_hit(parts):
                entry = self.found.setdefault(row.conversation_id, _Found(match))
                entry.hits.append(_hit(row, parts))

    def _open(self, rows: list["_Said"]) -> list["_Said"]:
        """The messages without the answers that are withheld from the reader."""
        if self.actor.sees_all_companies:
            return rows
        said = [row.message_id for row in rows if row.role == "assistant"]
        answers = list(
            Answer.objects.filter(workspace_id=self.actor.workspace_id, message_id__in=said)
        )
        bodies = shown_bodies(self.actor, answers)
        held = {one.message_id for one in answers if bodies[one.id]["text"] != one.body["text"]}
        return [row for row in rows if row.message_id not in held]


class _Said(NamedTuple):
    """A message that was proposed."""

    number: int
    conversation_id: UUID
    message_id: UUID
    role: Literal["user", "assistant", "person"]
    said_at: datetime
    text: str

    @classmethod
    def rows(
        cls, actor: Actor, within: QuerySet[Conversation], numbers: list[int]
    ) -> list["_Said"]:
        """Those of the messages that lie in these conversations."""
        said = Message.objects.filter(
            workspace_id=actor.workspace_id, number__in=numbers, conversation__in=within
        )
        columns = ("number", "conversation_id", "pk", "role", "created_at", "text")
        return [cls(*row) for row in said.values_list(*columns)]


def found_conversations(
    actor: Actor,
    text: str,
    *,
    of: WhoseFound,
    filing: Filing,
    content: Content,
    source: UUID | None,
    limit: int,
) -> tuple[list[FoundOut], bool]:
    """Conversations in which it was said, best first, and whether these are all of them.

    Those with all the words come first, the newest before others; where there are none, those with
    most of them; then those that ask nearly the same in other words. Titles count for one's own.
    Nothing is found by an answer that is withheld from the reader (see `withholding`), and
    `source` finds nothing when the reader can't see that document.
    """
    if source is not None and not knowledge.readable_ids(actor, {source}):
        return [], True
    question = read_question(text, knowledge.synonyms(actor))
    wanted = Wanted(question, spellings(actor.workspace_id, text), text)
    rows = _rows(actor, of, filing, content)
    search = _Search(actor, wanted, wanted.keys(), rows, limit)
    _by_title(search, text)
    scope = _scope(actor, of, filing, content, of_source(source) if source else None)
    offered = proposals(actor.workspace_id, wanted, scope=scope)
    complete = search.walk(offered.whole, "words", limit)
    if complete and not search.found:
        complete = search.walk(offered.partly, "some", limit)
    if len(search.found) < limit:
        search.walk(offered.alike(), "meaning", min(len(search.found) + _ALIKE, limit))
    return _out(search), complete


def _rows(actor: Actor, of: WhoseFound, filing: Filing, content: Content) -> QuerySet[Conversation]:
    """The conversations among which the reader looks."""
    if of == "own" or any(value is not None for value in filing.values()):
        return about(filed_as(own_conversations(actor), filing), content)
    if of == "company":
        return about(others_conversations(actor), content)
    return about(readable_conversations(actor), content)


def _scope(
    actor: Actor, of: WhoseFound, filing: Filing, content: Content, source: int | None
) -> Scope:
    """Where the reader's conversations lie; `_rows` says which of them there are."""
    own = of_member(actor.member_id)
    if person := content.get("person"):
        return Scope((of_member(person),), resting_on=source)
    if company := content.get("company"):
        return Scope((of_company(company),), resting_on=source)
    filed = any(value is not None for value in filing.values())
    if of == "own" or filed:
        return Scope((own,), resting_on=source)
    companies = frozenset[UUID]()
    if actor.may(Permission.COMPANY_OVERSEE):
        overseen = actor.companies(Permission.COMPANY_OVERSEE)
        if overseen is None:
            return Scope((own, *_opened(actor)), (of_company(None),), source)
        companies = overseen
    there = (own, *(of_company(one) for one in companies), *_opened(actor))
    return Scope(there, resting_on=source)


def _opened(actor: Actor) -> list[int]:
    """Whose conversations lie open to the reader, the latest first."""
    opened = [shared_conversations(actor)]
    if helps_people(actor):
        opened.append(requested_conversations(actor))
    owners = [
        owner
        for rows in opened
        for owner in rows.order_by("-updated_at").values_list("member_id", flat=True)[:_OPENED]
    ]
    return [of_member(one) for one in dict.fromkeys(owners)]


def _by_title(search: _Search, text: str) -> None:
    """One's own conversations whose titles have all the words, as they are being typed."""
    rows = search.rows.filter(member_id=search.actor.member_id)
    for word in fold(text).split():
        rows = rows.alias(words=Folded("title")).filter(words__contains=word)
    for found in rows.order_by("-updated_at").values_list("pk", flat=True)[: search.limit]:
        search.found[found] = _Found("title")


def _hit(row: _Said, parts: list[Part]) -> HitOut:
    return HitOut(
        message_id=row.message_id,
        role=row.role,
        said_at=row.said_at,
        parts=[FoundPart(text=text, hit=hit) for text, hit in parts],
    )


def _out(search: _Search) -> list[FoundOut]:
    # Each was just found among those that the reader may see.
    rows = Conversation.objects.filter(workspace_id=search.actor.workspace_id, pk__in=search.found)
    shown = conversations_out(search.actor, rows)
    by_id = {one.id: one for one in shown}
    return [
        FoundOut(conversation=by_id[key], match=one.match, hits=one.hits)
        for key, one in search.found.items()
        if key in by_id
    ]

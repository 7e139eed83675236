"""What a question goes on from: the conversation so far, along the branch it is asked in."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from netz.assistant.answering.types import Turn
from netz.assistant.branching import path_to
from netz.assistant.errors import (
    AnswerNotFound,
    ConversationClosed,
    ConversationNotFound,
    ConversationPrivate,
)
from netz.assistant.models import Answer, Conversation, Message
from netz.assistant.queries.answers import tree_of
from netz.assistant.queries.reach import in_circle, readable_conversations, takes_part
from netz.assistant.together_errors import AskElsewhere
from netz.assistant.withholding import shown_bodies
from netz.core.actor import Actor

HISTORY_TURNS = 12


@dataclass(frozen=True, slots=True)
class Past:
    """The last turns before a question, oldest first, and the answer `after` which it is asked.

    `branched` says that its place has to be kept, as time alone doesn't tell it; `replaced` is the
    question that it is asked in the place of.
    """

    turns: tuple[Turn, ...] = ()
    after: UUID | None = None
    branched: bool = False
    replaced: str | None = None


def past(
    actor: Actor, conversation_id: UUID, follows: UUID | None, instead_of: UUID | None
) -> Past:
    """The last turns of a conversation to go on with.

    Raises `ConversationNotFound`, also for one that the member merely oversees; `AskElsewhere` for
    one of other people's circle; and `ConversationClosed` for one that was held for a company
    which isn't the member's any more: what is asked now is none of that company's business. An
    imported one belongs to no company: `ConversationPrivate` for people of one. `AnswerNotFound`
    for a place that isn't in it. What another assistant said is left out: nobody has checked it. So
    is what people wrote to one another: it was not said to the assistant.
    """
    found = _to_ask_in(actor, conversation_id)
    rows = Message.objects.filter(
        workspace_id=actor.workspace_id, conversation=found, role__in=("user", "assistant")
    )
    last = list(rows.select_related("answer").order_by("-created_at")[:HISTORY_TURNS])
    answers = [row.answer for row in last if row.role == "assistant"]
    parted = any(one.follows_id or one.instead_of_id for one in answers)
    if follows or instead_of or parted:
        return _in_branch(actor, found, follows, instead_of)
    # Time alone tells the order, as in nearly all conversations.
    said = [row.answer if row.role == "assistant" else row.text for row in reversed(last)]
    return Past(_turns(actor, said), answers[0].id if answers else None)


def _to_ask_in(actor: Actor, conversation_id: UUID) -> Conversation:
    found = readable_conversations(actor).filter(pk=conversation_id).first()
    if found is None:
        raise ConversationNotFound
    if found.member_id != actor.member_id:
        if not in_circle(actor, found):
            raise AskElsewhere
        if not takes_part(actor, found):
            raise ConversationNotFound
    if found.company_id != actor.company_id:
        raise ConversationPrivate if found.origin else ConversationClosed
    return found


def _in_branch(
    actor: Actor, found: Conversation, follows: UUID | None, instead_of: UUID | None
) -> Past:
    tree = tree_of(found)
    if any(one is not None and one not in tree for one in (follows, instead_of)):
        raise AnswerNotFound
    after = tree[instead_of] if instead_of else follows or next(reversed(tree), None)
    path = path_to(after, tree)[-HISTORY_TURNS // 2 :]
    wanted = [*path, instead_of] if instead_of else path
    rows = Answer.objects.filter(workspace_id=actor.workspace_id, conversation=found)
    by_id = rows.in_bulk(wanted)
    replaced = by_id[instead_of].question if instead_of else None
    said = [what for one in path for what in (by_id[one].question, by_id[one])]
    return Past(_turns(actor, said), after, True, replaced)


def _turns(actor: Actor, said: Sequence[str | Answer]) -> tuple[Turn, ...]:
    """Questions and answers, in their order, as the actor may read them today."""
    answers = [one for one in said if isinstance(one, Answer) and one.status != "imported"]
    bodies = shown_bodies(actor, answers)
    return tuple(
        Turn("user", one) if isinstance(one, str) else Turn("assistant", bodies[one.id]["text"])
        for one in said
        if isinstance(one, str) or one.id in bodies
    )

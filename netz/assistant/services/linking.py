"""Links that open a conversation to its circle, for a while."""

import secrets
from datetime import timedelta

from django.conf import settings
from django.db.models import F
from django.utils import timezone

from netz.assistant.models import Conversation, ConversationLink
from netz.assistant.queries import together
from netz.assistant.together_errors import ConversationNotShareable, NotYoursToShare, TooManyLinks
from netz.audit.services import record
from netz.core.actor import Actor


def make_link(row: Conversation, days: int, *, actor: Actor) -> tuple[ConversationLink, str]:
    """A new link to one's own conversation and its address, which is told only now.

    Raises `NotYoursToShare`, `ConversationNotShareable`, `TooManyLinks`.
    """
    if row.member_id != actor.member_id:
        raise NotYoursToShare
    if not together.can_write(actor, row):
        raise ConversationNotShareable
    if together.open_links(row).count() >= together.MOST_LINKS:
        raise TooManyLinks(most=together.MOST_LINKS)
    token = secrets.token_urlsafe(32)
    link = ConversationLink.objects.create(
        workspace_id=actor.workspace_id,
        conversation=row,
        member_id=actor.member_id,
        token_hash=together.hash_of(token),
        expires_at=timezone.now() + timedelta(days=days),
    )
    record(actor, "conversation_link.create", row, after={"link": str(link.id), "days": days})
    return link, f"{settings.PUBLIC_URL}/shared/{token}"


def withdraw_link(link: ConversationLink, *, actor: Actor) -> None:
    """Ends a link for good; withdrawing it twice is no error."""
    if link.revoked_at is None:
        ConversationLink.objects.filter(workspace_id=actor.workspace_id, pk=link.pk).update(
            revoked_at=timezone.now()
        )
        record(
            actor, "conversation_link.withdraw", link.conversation, before={"link": str(link.id)}
        )


def opened(link: ConversationLink, *, actor: Actor) -> None:
    """Counts that somebody but its owner read through it; the trail tells who."""
    if link.member_id == actor.member_id or actor.previewed_by:
        return
    ConversationLink.objects.filter(workspace_id=actor.workspace_id, pk=link.pk).update(
        opened=F("opened") + 1
    )
    record(actor, "conversation_link.open", link.conversation, after={"link": str(link.id)})

"""Which conversations are within a member's reach: the one place that says who may read what.

One's own; those that one oversees; those that others opened: to a member by name, to the whole
circle, or to the staff by asking for a person. A conversation's circle are the people of the
company that it is held for, or the staff where it is held for none.
"""

from django.db.models import Exists, OuterRef, Q, QuerySet

from netz.assistant.models import Assignment, Conversation, Participant
from netz.core.actor import Actor
from netz.core.errors import Forbidden
from netz.core.permissions import Permission


def own_conversations(actor: Actor) -> QuerySet[Conversation]:
    """The member's own conversations, also those deleted."""
    return _of_workspace(actor).filter(member_id=actor.member_id)


def readable_conversations(actor: Actor) -> QuerySet[Conversation]:
    """The member's own conversations, those overseen, and those that others opened to them."""
    rows = _of_workspace(actor).filter(deleted_at=None)
    mine = Q(member_id=actor.member_id)
    return rows.filter(mine | _overseen(actor) | _opened(actor) | _handed_over(actor))


def others_conversations(actor: Actor) -> QuerySet[Conversation]:
    """Those of the companies that the member oversees. Raises `Forbidden` if there are none."""
    if not actor.may(Permission.COMPANY_OVERSEE):
        raise Forbidden
    rows = _of_workspace(actor).filter(deleted_at=None)
    return rows.filter(_overseen(actor)).exclude(member_id=actor.member_id)


def shared_conversations(actor: Actor) -> QuerySet[Conversation]:
    """Those that others opened to the member by name, or to the whole circle."""
    rows = _of_workspace(actor).filter(deleted_at=None).exclude(member_id=actor.member_id)
    # The few that there are come from their own indexes; among all others nothing is looked for.
    named = Participant.objects.filter(
        workspace_id=actor.workspace_id, member_id=actor.member_id, joined_at__isnull=False
    ).values("conversation_id")
    circle = Q(company_id=actor.company_id) if actor.company_id else Q(company=None)
    to_all = Conversation.objects.filter(
        circle, workspace_id=actor.workspace_id, shared_at__isnull=False
    ).values("pk")
    return rows.filter(pk__in=named.union(to_all)).filter(_opened(actor))


def requested_conversations(actor: Actor) -> QuerySet[Conversation]:
    """Those passed to the staff. Raises `Forbidden` to who doesn't act for client companies."""
    if not helps_people(actor):
        raise Forbidden
    rows = _of_workspace(actor).filter(deleted_at=None, assignment__isnull=False)
    return rows.filter(_side(actor))


def helps_people(actor: Actor) -> bool:
    """Whether the actor is of the staff who look after what people ask."""
    return actor.is_staff and actor.may(Permission.COMPANIES_READ)


def in_circle(actor: Actor, row: Conversation) -> bool:
    """Whether the conversation is held for the actor's own company, or for none by the staff."""
    if row.origin:
        return False
    return actor.is_staff if row.company_id is None else row.company_id == actor.company_id


def takes_part(actor: Actor, row: Conversation) -> bool:
    """Whether it is the actor's own or was opened to them; who merely oversees it reads alone."""
    if row.member_id == actor.member_id:
        return True
    return _of_workspace(actor).filter(_opened(actor), pk=row.pk).exists()


def _of_workspace(actor: Actor) -> QuerySet[Conversation]:
    """What somebody imported is theirs alone: whoever looks through their eyes doesn't see it."""
    rows = Conversation.objects.filter(workspace_id=actor.workspace_id)
    return rows.filter(origin="") if actor.previewed_by else rows


def _overseen(actor: Actor) -> Q:
    """Conversations of the companies' people; a conversation keeps the company it was held for."""
    if not actor.may(Permission.COMPANY_OVERSEE):
        return Q(pk__in=())
    companies = actor.companies(Permission.COMPANY_OVERSEE)
    return Q(company__isnull=False) if companies is None else Q(company_id__in=companies)


def _opened(actor: Actor) -> Q:
    """To one by name, or to the circle; only as long as it is a conversation of one's side."""
    joined = Exists(
        Participant.objects.filter(
            workspace_id=OuterRef("workspace_id"),
            conversation_id=OuterRef("pk"),
            member_id=actor.member_id,
            joined_at__isnull=False,
        )
    )
    if not actor.is_staff:
        circle = Q(company_id=actor.company_id, company__isnull=False, origin="")
        return circle & (Q(shared_at__isnull=False) | Q(joined))
    return (_COLLEAGUES & (Q(shared_at__isnull=False) | Q(joined))) | (
        _acted_for(actor) & Q(joined)
    )


def _handed_over(actor: Actor) -> Q:
    if not helps_people(actor):
        return Q(pk__in=())
    asked = Exists(
        Assignment.objects.filter(
            workspace_id=OuterRef("workspace_id"), conversation_id=OuterRef("pk")
        )
    )
    return _side(actor) & Q(asked)


# The staff's own; what somebody had as staff and took along to a company is no longer one of them.
_COLLEAGUES = Q(company=None, origin="", member__company=None)


def _side(actor: Actor) -> Q:
    """What a member of staff can be let into."""
    return _COLLEAGUES | _acted_for(actor)


def _acted_for(actor: Actor) -> Q:
    """Conversations of the client companies for which a member of staff acts."""
    companies = actor.companies(Permission.COMPANIES_READ)
    if not actor.may(Permission.COMPANIES_READ):
        return Q(pk__in=())
    return Q(company__isnull=False) if companies is None else Q(company_id__in=companies)

"""How a member wants to be told."""

from collections.abc import Mapping

from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.live import publish
from netz.notices import queries
from netz.notices.delivering import CHANGED
from netz.notices.kinds import Kind, Ways
from netz.notices.models import NoticeChoices


def choose(
    ways: Mapping[Kind, Ways],
    *,
    zone: str,
    quiet: tuple[str, str] | None,
    digest_at: str,
    actor: Actor,
) -> NoticeChoices:
    """Keeps the member's choices for the kinds named; what is due already stays as it is."""
    before = queries.choices(actor)
    held = {**before.ways, **{kind: _stored(one) for kind, one in ways.items()}}
    values = {
        "ways": held,
        "zone": zone,
        "quiet_from": quiet[0] if quiet else "",
        "quiet_to": quiet[1] if quiet else "",
        "digest_at": digest_at,
    }
    row, _ = NoticeChoices.objects.update_or_create(
        workspace_id=actor.workspace_id, member_id=actor.member_id, defaults=values
    )
    was = {name: getattr(before, name) for name in values}
    changed = [name for name in values if was[name] != values[name]]
    if changed:
        record(
            actor,
            "notices.choose",
            row,
            before={name: was[name] for name in changed},
            after={name: values[name] for name in changed},
        )
        publish(actor.workspace_id, CHANGED, {}, members=[actor.member_id])
    return row


def _stored(ways: Ways) -> dict[str, object]:
    return {"push": ways.push, "mail": ways.mail}

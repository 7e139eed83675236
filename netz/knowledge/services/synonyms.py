"""The workspace's own synonyms."""

from collections.abc import Sequence

from netz.audit.services import record
from netz.core.actor import Actor
from netz.knowledge.models import SynonymGroup
from netz.knowledge.services.state import bump


def set_synonyms(groups: Sequence[Sequence[str]], *, actor: Actor) -> None:
    """Replaces all groups."""
    rows = SynonymGroup.objects.filter(workspace_id=actor.workspace_id)
    before = [list(words) for words in rows.values_list("words", flat=True)]
    rows.delete()
    SynonymGroup.objects.bulk_create(
        SynonymGroup(workspace_id=actor.workspace_id, words=list(group)) for group in groups
    )
    record(
        actor,
        "synonyms.change",
        before={"groups": before},
        after={"groups": [list(group) for group in groups]},
    )
    bump(actor.workspace_id)

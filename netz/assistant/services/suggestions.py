"""The questions that the start page offers."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from netz.assistant.models import Suggestion
from netz.audit.services import record
from netz.core.actor import Actor


@dataclass(frozen=True, slots=True)
class SuggestionSpec:
    """A question, for everybody, for one company's people, or for staff alone."""

    text: str
    company_id: UUID | None = None
    staff_only: bool = False


def set_suggestions(specs: Sequence[SuggestionSpec], *, actor: Actor) -> None:
    """Replaces all suggestions, in this order."""
    Suggestion.objects.filter(workspace_id=actor.workspace_id).delete()
    Suggestion.objects.bulk_create(
        Suggestion(
            workspace_id=actor.workspace_id,
            text=spec.text,
            position=position,
            company_id=spec.company_id,
            staff_only=spec.staff_only,
        )
        for position, spec in enumerate(specs)
    )
    record(actor, "suggestions.change", after={"count": len(specs)})

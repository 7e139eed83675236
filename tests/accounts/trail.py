"""What the trail of a person's workspace holds."""

from netz.audit.models import Entry
from netz.core.db import tenant
from tests.factories import Person


def entries_of(person: Person) -> list[Entry]:
    """The lines of the person's workspace, oldest first."""
    with tenant(person.member.workspace_id):
        return list(Entry.objects.order_by("id"))


def actions_of(person: Person) -> list[str]:
    """What was done or refused there, by name."""
    return [entry.action for entry in entries_of(person)]

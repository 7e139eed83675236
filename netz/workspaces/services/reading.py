"""Reading personal data in bulk leaves a row in the trail, as an export does."""

from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.brake import Tally

# Nobody looks at so many people within that time to work with them.
MANY = 500
WINDOW = Tally("members-read", seconds=600)


def note_read(number: int, *, actor: Actor) -> None:
    """Counts people who were shown; each time that `MANY` more were, the trail says so."""
    if not number:
        return
    read = WINDOW.add(f"{actor.workspace_id}:{actor.member_id}", number)
    if read // MANY > (read - number) // MANY:
        record(actor, "members.read", after={"members": read, "minutes": WINDOW.seconds // 60})

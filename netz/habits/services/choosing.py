"""What a member decides about what was learned of them.

The trail tells that it was done, never what was learned: others may read the trail.
"""

from django.utils import timezone

from netz.audit.services import record
from netz.core.actor import Actor
from netz.habits import queries
from netz.habits.errors import OnlyTopicsAreNamed
from netz.habits.models import Habit, HabitChoice


def change(row: Habit, *, name: str | None, on: bool | None, actor: Actor) -> None:
    """Names a topic ("" gives its own name back), switches an item off or on; None stays.

    Raises `OnlyTopicsAreNamed`.
    """
    if name is not None and row.kind != "topic":
        raise OnlyTopicsAreNamed
    before = {"on": row.on}
    row.given = row.given if name is None else name
    row.on = row.on if on is None else on
    row.save(update_fields=["given", "on"])
    record(actor, "habit.change", row, before=before, after={"on": row.on})


def erase(row: Habit, *, actor: Actor) -> None:
    """Forgets one item for good; it is learned anew when the member uses it again."""
    record(actor, "habit.erase", row, before={"kind": row.kind})
    row.delete()


def erase_all(*, actor: Actor) -> None:
    """Forgets all of the member, and what they did until now is not learned from later either."""
    rows = Habit.objects.filter(workspace_id=actor.workspace_id, member_id=actor.member_id)
    count, _ = rows.delete()
    row, _ = HabitChoice.objects.update_or_create(
        workspace_id=actor.workspace_id,
        member_id=actor.member_id,
        defaults={"since": timezone.now()},
    )
    record(actor, "habits.erase", row, before={"count": count}, after={"count": 0})


def let_learn(learning: bool, *, actor: Actor) -> None:
    """Switches learning off or on; what was done while it was off stays unlearned."""
    before = queries.choice(actor).learning
    row, _ = HabitChoice.objects.update_or_create(
        workspace_id=actor.workspace_id,
        member_id=actor.member_id,
        defaults={"learning": learning, "since": timezone.now()},
    )
    record(actor, "habits.learning", row, before={"on": before}, after={"on": learning})

"""Bodies of habits."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import StringConstraints

from netz.core.api.schema import Input, Output
from netz.habits.queries import Kind

TopicName = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=80, pattern=r"^[^\x00-\x1f\x7f]*$")
]


class HabitOut(Output):
    """Something the member uses: how often, and when last.

    `given`: the name is the member's own; `on`: it is counted and offered; `target`: the id of the
    document or colleague.
    """

    id: UUID
    kind: Kind
    name: str
    given: bool
    count: int
    used_at: datetime
    on: bool
    target: UUID | None


class HabitsOut(Output):
    """What was learned of the member, the most used of each kind first."""

    learning: bool
    items: list[HabitOut]


class HabitChange(Input):
    """A topic's name (empty: its own again), and whether the item counts; null stays."""

    name: TopicName | None = None
    on: bool | None = None


class HabitLearning(Input):
    """Whether acts are learned from."""

    learning: bool

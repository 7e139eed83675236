"""Endpoints of habits: only one's own."""

from uuid import UUID

from fastapi import Response

from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.permissions import Permission
from netz.habits import queries, services
from netz.habits.schemas import HabitChange, HabitLearning, HabitOut, HabitsOut

router = Router(tags=["habits"])


@router.get("/habits", permission=Permission.PROFILE_READ)
def list_habits(actor: Actor) -> HabitsOut:
    """What was learned of oneself, as far as one may still see what it is about."""
    return _all(actor)


@router.patch("/habits/{habit_id}", permission=Permission.PROFILE_WRITE)
def change_habit(actor: Actor, habit_id: UUID, body: HabitChange) -> HabitOut:
    """Renames a topic, or switches an item off or on."""
    row = queries.habit(actor, habit_id)
    services.change(row, name=body.name, on=body.on, actor=actor)
    return HabitOut.model_validate(queries.shown(actor, row))


@router.delete("/habits/{habit_id}", permission=Permission.PROFILE_WRITE, status_code=204)
def erase_habit(actor: Actor, habit_id: UUID) -> Response:
    """Erases one item."""
    services.erase(queries.habit(actor, habit_id), actor=actor)
    return Response(status_code=204)


@router.delete("/habits", permission=Permission.PROFILE_WRITE, status_code=204)
def erase_habits(actor: Actor) -> Response:
    """Erases everything that was learned of oneself."""
    services.erase_all(actor=actor)
    return Response(status_code=204)


@router.put("/habits/learning", permission=Permission.PROFILE_WRITE)
def choose_learning(actor: Actor, body: HabitLearning) -> HabitsOut:
    """Switches learning on or off; what was learned stays until it is erased."""
    services.let_learn(body.learning, actor=actor)
    return _all(actor)


def _all(actor: Actor) -> HabitsOut:
    items = [HabitOut.model_validate(one) for one in queries.learned(actor)]
    return HabitsOut(learning=queries.choice(actor).learning, items=items)

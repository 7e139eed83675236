"""What tests of habits start from: acts that were learned from, and what one sees of it."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from starlette.testclient import TestClient

from netz.core.db import tenant
from netz.habits.models import Habit
from netz.habits.services import learn
from tests.factories import Person, World

API = "/api/v2"


def learned_until_now(world: World) -> int:
    """Learns from everything that was done; returns how many acts that were."""
    with tenant(world.id):
        return learn(world.id, before=timezone.now() + timedelta(seconds=1))


def some_habit(world: World, person: Person, document_id: str) -> str:
    """That the person uses the document, as if learned."""
    with tenant(world.id):
        row, _ = Habit.objects.get_or_create(
            workspace_id=world.id,
            member=person.member,
            kind="document",
            subject=document_id,
            defaults={"count": 1, "weight": 1, "used_at": timezone.now()},
        )
    return str(row.pk)


def habits(client: TestClient, person: Person) -> dict[str, Any]:
    """What the person sees of what was learned."""
    response = client.get(f"{API}/habits", headers=person.headers)
    assert response.status_code == 200, response.text
    return dict(response.json())


def names(client: TestClient, person: Person, kind: str) -> list[str]:
    """The names of one kind, in their order."""
    return [one["name"] for one in habits(client, person)["items"] if one["kind"] == kind]

"""Calls of the API that the tests of roles share."""

from typing import Any

from starlette.testclient import TestClient

from tests.factories import Person, World
from tests.jobs import run_jobs
from tests.security.scene import upload

SECRET = "ambre4417"
TEXT = f"""# Coffre de secours

Le code du coffre de secours est {SECRET}, gardé par la direction.
"""
QUESTION = "Quel est le code du coffre de secours ?"


def call(
    client: TestClient, who: Person | dict[str, str], method: str, path: str, **options: Any
) -> Any:
    """A request below /api/v2 as the person, or with these headers."""
    headers = who.headers if isinstance(who, Person) else who
    return client.request(method, f"/api/v2/{path}", headers=headers, **options)


def get(client: TestClient, who: Person | dict[str, str], path: str, **query: Any) -> Any:
    """A read that succeeds, as JSON."""
    response = call(client, who, "GET", path, params=query)
    assert response.status_code == 200, response.text
    return response.json()


def change(client: TestClient, world: World, person: Person, **body: Any) -> Any:
    """The admin changes a member; the response."""
    return call(client, world.admin, "PATCH", f"members/{person.member.id}", json=body)


def changed(client: TestClient, world: World, person: Person, **body: Any) -> dict[str, Any]:
    """The admin changes a member, which succeeds."""
    response = change(client, world, person, **body)
    assert response.status_code == 200, response.text
    return dict(response.json())


def ask(client: TestClient, who: Person | dict[str, str], **body: Any) -> Any:
    """The question, answered."""
    response = call(client, who, "POST", "answers", json={"question": QUESTION} | body)
    assert response.status_code == 200, response.text
    return response.json()


def documents(client: TestClient, world: World) -> dict[str, str]:
    """One ready document of each audience, by its name."""
    kinds = {
        "public": "public",
        "staff": "workspace",
        "brun": f"companies:{world.company.id}",
        "noir": f"companies:{world.other_company.id}",
    }
    made = {
        name: str(upload(client, world, f"{TEXT}\nPour {name}.\n", f"{name}/coffre.md", kind)["id"])
        for name, kind in kinds.items()
    }
    run_jobs()
    return made


def paths(client: TestClient, who: Person | dict[str, str]) -> set[str]:
    """The first folders of the documents that somebody sees."""
    items = get(client, who, "documents")["items"]
    return {item["path"].split("/")[0] for item in items}


def trail(client: TestClient, world: World, action: str) -> list[Any]:
    """The trail's rows of an action, the newest last, as the database keeps them."""
    from netz.audit.models import Entry
    from netz.core.db import tenant

    with tenant(world.id):
        return list(Entry.objects.filter(action=action).order_by("created_at", "id"))

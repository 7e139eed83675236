"""What tests of exports of conversations share."""

import json
from typing import Any

from starlette.testclient import TestClient

from netz.assistant.exports.places import SHELF
from netz.assistant.exports.services import start_export
from netz.assistant.models import ConversationExport
from netz.core.db import tenant
from tests.factories import Person, World, actor_of

PATH = "/api/v2/conversation-exports"
ALL: dict[str, Any] = {"filter": {}}


def cancel_conversation_exports() -> None:
    """Calls off whatever waits or runs anywhere, as the owner of the tables."""
    rows = ConversationExport.objects.using("owner").filter(state__in=ConversationExport.ACTIVE)
    rows.update(state="cancelled", run="")


def start_conversation_export(scene: Any, person: Person, conversation: str) -> str:
    """Asks for one conversation, as the person, whoever may not too."""
    with tenant(scene.world.id):
        actor = actor_of(scene.world, person.member)
        wanted = {"ids": [str(conversation)]}
        return str(start_export(wanted, "markdown", actor=actor).id)


def row_of(world: World, export_id: str) -> ConversationExport:
    """The export as it is now."""
    with tenant(world.id):
        return ConversationExport.objects.get(pk=export_id)


def start(client: TestClient, person: Person, wanted: Any = ALL, kind: str = "json") -> str:
    """Asks for an export; its id."""
    body = {"wanted": wanted, "format": kind}
    made = client.post(PATH, json=body, headers=person.headers)
    assert made.status_code == 202, made.text
    assert made.json()["state"] == "waiting"
    return str(made.json()["id"])


def fetch(client: TestClient, person: Person, export_id: str) -> Any:
    """The file, or why there is none."""
    return client.get(f"{PATH}/{export_id}/file", headers=person.headers)


def held(response: Any) -> list[str]:
    """The ids in a JSON file."""
    assert response.status_code == 200, response.text
    return [one["id"] for one in json.loads(response.content)["conversations"]]


def refusal(response: Any) -> tuple[int, str]:
    """The status and the code."""
    return response.status_code, response.json()["code"]


def files(world: World) -> list[str]:
    """The endings of what lies in the workspace’s folder."""
    return sorted(path.suffix for path in SHELF.folder_of(world.id).glob("*"))

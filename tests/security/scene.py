"""A workspace in which everything has happened once: each table of a tenant holds a row."""

import secrets
from dataclasses import dataclass
from typing import Any

from starlette.testclient import TestClient

from netz.assistant import services as assistant
from netz.assistant.services.suggestions import SuggestionSpec, set_suggestions
from netz.core.db import tenant
from netz.workspaces.models import (
    Branding,
    CompanyGrant,
    CustomRole,
    MemberChangeSet,
)
from netz.workspaces.services import start_preview
from tests.factories import Person, World, actor_of, make_world
from tests.fakes.openai_server import FakeModelServer
from tests.fakes.push_service import FakeBrowser
from tests.habits.material import learned_until_now
from tests.jobs import run_jobs
from tests.notices.material import choices_body, device_body, told
from tests.sso.material import fill_tables
from tests.workspaces.oauth.material import fill_applications

GUIDE = """# Installer le VPN

Pour installer le VPN sur votre ordinateur :

1. Ouvrez le portail https://portail.example et connectez-vous.
2. Téléchargez FortiClient et lancez l'installation.
3. Saisissez l'adresse vpn.armor.example et votre identifiant.
"""
QUESTION = "Comment installer le VPN ?"


@dataclass
class Scene:
    """A world with one public, ready document, known by its ids."""

    client: TestClient
    world: World
    document: dict[str, Any]
    passage_id: str

    @property
    def admin(self) -> Person:
        """The workspace's admin."""
        return self.world.admin

    def upload(self, text: str, path: str, audience: str | None = "public") -> dict[str, Any]:
        """Takes a file in, as the agent; it is not read yet."""
        return upload(self.client, self.world, text, path, audience)

    def answer(self, person: Person, question: str = QUESTION) -> Any:
        """A kept answer to the person's question."""
        with tenant(self.world.id):
            actor = actor_of(self.world, person.member)
            return assistant.finish(assistant.begin(question, conversation_id=None, actor=actor))


def saved_filter(name: str) -> dict[str, Any]:
    """The body that keeps a filter."""
    settings = {"search": "vpn", "sort": "-updated", "filters": {"rated": "down"}}
    return {"list": "conversations", "name": name, "settings": settings}


def upload(
    client: TestClient, world: World, text: str | bytes, path: str, audience: str | None = "public"
) -> dict[str, Any]:
    """Uploads as the agent and returns the response's body."""
    content = text if isinstance(text, bytes) else text.encode()
    response = client.post(
        "/api/v2/documents",
        files={"file": (path.rsplit("/", 1)[-1], content)},
        data={"path": path} | ({"audience": audience} if audience else {}),
        headers=world.agent.headers,
    )
    assert response.status_code == 202, response.text
    return dict(response.json())


def make_scene(client: TestClient) -> Scene:
    """A fresh workspace with one public document that is ready."""
    world = make_world()
    document = upload(client, world, GUIDE, f"Guides/vpn-{secrets.token_hex(4)}.md")
    run_jobs()
    content = client.get(
        f"/api/v2/documents/{document['id']}/content", headers=world.agent.headers
    ).json()
    return Scene(client, world, document, content["passages"][0]["id"])


def fill(scene: Scene) -> None:
    """Does the rest of what a workspace can do, through the API."""
    client, world = scene.client, scene.world
    admin, guest = world.admin.headers, world.guest.headers
    scene.answer(world.guest)
    spare = scene.upload("# Provisoire\n\nÀ supprimer.", "Guides/provisoire.md")["id"]
    run_jobs()
    client.delete(f"/api/v2/documents/{spare}", headers=world.agent.headers)
    files = {"file": ("notes.txt", b"Le code du portail est dans le coffre.")}
    attached = client.post("/api/v2/attachments", files=files, headers=guest).json()["id"]
    run_jobs()
    answer = client.post(
        "/api/v2/answers",
        json={"question": QUESTION, "attachments": [attached]},
        headers=guest | {"Idempotency-Key": "scene"},
    ).json()
    path = f"conversations/{answer['conversation_id']}"
    calls: list[tuple[str, str, dict[str, Any], dict[str, str]]] = [
        ("POST", f"answers/{answer['id']}/rating", {"value": "up", "comment": "ok"}, guest),
        ("POST", f"answers/{answer['id']}/handover", {"note": "svp"}, guest),
        ("POST", "conversation-folders", {"name": "Réseau"}, guest),
        ("POST", "saved-filters", saved_filter("Réseau"), guest),
        ("PUT", "notice-choices", choices_body(), guest),
        ("PUT", "habits/learning", {"learning": True}, admin),
        ("POST", "push/devices", device_body(FakeBrowser()), guest),
        ("POST", f"{path}/messages", {"text": "Toujours pas."}, guest),
        ("POST", f"{path}/notes", {"text": "Voir le pare-feu."}, admin),
        ("POST", f"{path}/links", {"days": 7}, guest),
        ("POST", "conversation-exports", {"wanted": {"filter": {}}}, guest),
        ("GET", "conversations/search?q=vpn", {}, guest),
        ("POST", "invitations", {"email": "x@example.com", "role": "agent"}, admin),
        ("PUT", "folders/audience", {"path": "Guides", "audience": {"kind": "public"}}, admin),
        ("PUT", "search/synonyms", {"groups": [["vpn", "tunnel"]]}, admin),
        ("POST", "ai/models", model_body(), admin),
        ("PUT", "trail/settings", {"retention_days": 400}, admin),
    ]
    for method, path, body, headers in calls:
        response = client.request(method, f"/api/v2/{path}", json=body, headers=headers)
        assert response.status_code < 300, response.text
    told(world, world.guest)
    learned_until_now(world)
    with tenant(world.id):
        set_suggestions([SuggestionSpec(QUESTION)], actor=world.actor)
        Branding.objects.create(workspace_id=world.id, title="Bienvenue")
        CustomRole.objects.create(workspace_id=world.id, name="Lecture", base="agent")
        CompanyGrant.objects.create(
            workspace_id=world.id, member=world.agent.member, company=world.company
        )
        MemberChangeSet.objects.create(workspace_id=world.id, kind="deactivate")
        start_preview(world.guest.member, actor=actor_of(world, world.admin.member))
    start_workspace_export(scene)
    fill_tables(world)
    fill_applications(world)
    make_vectors(scene)


def start_workspace_export(scene: Scene) -> str:
    """Asks for an export of the whole workspace, as the admin; returns its id."""
    response = scene.client.post("/api/v2/workspace/exports", json={}, headers=scene.admin.headers)
    assert response.status_code == 202, response.text
    return str(response.json()["id"])


def make_vectors(scene: Scene) -> None:
    """Chooses an embeddings endpoint, as an admin does, and has the passages get their vectors."""
    with FakeModelServer() as server:
        body = {
            "kind": "endpoint",
            "base_url": f"{server.url}/v1",
            "model": "essai",
            "api_key": server.key,
        }
        response = scene.client.put("/api/v2/ai/embeddings", json=body, headers=scene.admin.headers)
        assert response.status_code == 200, response.text
        run_jobs(later=True)


def model_body() -> dict[str, Any]:
    """A model of the chain that is switched off, at an address where nobody listens."""
    return {
        "name": f"Modèle {secrets.token_hex(3)}",
        "provider": "openai",
        "base_url": "http://127.0.0.1:9/v1",
        "model": "gpt-test",
        "api_key": "sk-test-very-secret",
        "enabled": False,
        "timeout_s": 1,
    }

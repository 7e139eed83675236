"""What the tests of search by meaning ask of the API and look up behind it."""

from typing import Any

from django.db import connection
from starlette.testclient import TestClient

from netz.core.db import tenant
from tests.factories import World
from tests.fakes.openai_server import FakeModelServer
from tests.knowledge.test_documents_api import search

URL = "/api/v2/ai/embeddings"


def call(client: TestClient, world: World, method: str = "GET", path: str = "", **body: Any) -> Any:
    options = {"json": body} if method == "PUT" or path == "/test" else {}
    return client.request(method, URL + path, headers=world.admin.headers, **options)


def state(client: TestClient, world: World) -> dict[str, Any]:
    response = call(client, world)
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


def endpoint(server: FakeModelServer, **changes: Any) -> dict[str, Any]:
    given = {"kind": "endpoint", "base_url": f"{server.url}/v1", "model": "essai"}
    return given | {"api_key": server.key} | changes


def choose(client: TestClient, world: World, **body: Any) -> dict[str, Any]:
    response = call(client, world, "PUT", **body)
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


def stored(world: World) -> dict[str, int]:
    """How many vectors there are of each model."""
    with tenant(world.id), connection.cursor() as cursor:
        cursor.execute("SELECT model, count(*) FROM search_vector GROUP BY model")
        return dict(cursor.fetchall())


def paths(client: TestClient, world: World, query: str) -> list[object]:
    return [hit["path"] for hit in search(client, world.agent.headers, query)]


def asked_of(server: FakeModelServer) -> list[str]:
    return [text for seen in server.requests for text in seen.body["input"]]

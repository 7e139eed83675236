"""The model settings: set up, ordered and tested by an admin, with keys that never come out."""

import sys
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from starlette.testclient import TestClient

from netz.ai import queries, services
from netz.ai.models import AIModel
from netz.audit.models import Entry
from netz.core.db import tenant
from netz.core.models import Event
from tests.factories import World, make_world
from tests.fakes.openai_server import FakeModelServer

URL = "/api/v2/ai/models"
KEY = "sk-never-shown-again"


@pytest.fixture(scope="module")
def world() -> World:
    return make_world()


@pytest.fixture
def fresh() -> World:
    return make_world()


@pytest.fixture
def server() -> Iterator[FakeModelServer]:
    with FakeModelServer(reply="OK") as running:
        yield running


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_MODEL", "NETZ_ALLOW_LOCAL_MODELS", "NETZ_LOCAL_MODEL_HOSTS"):
        monkeypatch.delenv(name, raising=False)


def body(**changes: Any) -> dict[str, Any]:
    return {"name": "Principal", "provider": "openai", "model": "gpt-x", "api_key": KEY, **changes}


def add(client: TestClient, world: World, **changes: Any) -> dict[str, Any]:
    response = client.post(URL, json=body(**changes), headers=world.admin.headers)
    assert response.status_code == 201, response.text
    created: dict[str, Any] = response.json()
    return created


def test_a_model_is_added_with_the_vendors_address_and_its_key_is_kept_secret(
    client: TestClient, fresh: World
) -> None:
    created = add(client, fresh)
    model_id = created.pop("id")
    assert created == {
        "name": "Principal",
        "provider": "openai",
        "base_url": "https://api.openai.com/v1",
        "model": "gpt-x",
        "has_key": True,
        "enabled": True,
        "position": 0,
        "timeout_s": 60.0,
        "remote": True,
        "redact": True,
        "state": "closed",
        "source": "workspace",
    }
    listed = client.get(URL, headers=fresh.admin.headers)
    assert [item["id"] for item in listed.json()["items"]] == [model_id]
    assert KEY not in listed.text
    with tenant(fresh.id):
        row = AIModel.objects.get(pk=model_id)
        assert KEY not in row.key_sealed
        assert row.key() == KEY
        entry = Entry.objects.get(action="model.create", target_id=model_id)
        assert KEY not in str((entry.before, entry.after))
        assert Event.objects.filter(kind="models.changed").count() == 1


def test_only_an_admin_sees_or_changes_models(client: TestClient, world: World) -> None:
    model_id = add(client, world)["id"]
    requests = [
        ("GET", URL, None),
        ("POST", URL, body()),
        ("PATCH", f"{URL}/{model_id}", {"name": "x"}),
        ("DELETE", f"{URL}/{model_id}", None),
        ("PUT", f"{URL}/order", {"ids": [model_id]}),
        ("POST", f"{URL}/test", {"id": model_id}),
    ]
    for method, url, payload in requests:
        for person in (world.agent, world.guest):
            response = client.request(method, url, json=payload, headers=person.headers)
            assert (response.status_code, response.json()["code"]) == (403, "forbidden"), url
        assert client.request(method, url, json=payload).status_code == 401
    assert client.get(URL, headers=world.admin.headers).json()["items"][0]["name"] == "Principal"


def test_another_workspaces_model_does_not_exist(
    client: TestClient, world: World, fresh: World
) -> None:
    model_id = add(client, world)["id"]
    for method, url, payload in (
        ("PATCH", f"{URL}/{model_id}", {"name": "x"}),
        ("DELETE", f"{URL}/{model_id}", None),
        ("POST", f"{URL}/test", {"id": model_id}),
        ("PATCH", f"{URL}/{uuid4()}", {"name": "x"}),
        ("PATCH", f"{URL}/pas-un-id", {"name": "x"}),
    ):
        response = client.request(method, url, json=payload, headers=fresh.admin.headers)
        assert (response.status_code, response.json()["code"]) == (404, "ai.model.not_found")
    assert client.get(URL, headers=fresh.admin.headers).json()["items"] == []


def test_a_model_is_changed_field_by_field(client: TestClient, fresh: World) -> None:
    url = f"{URL}/{add(client, fresh)['id']}"
    changed = client.patch(
        url, json={"enabled": False, "timeout_s": 15}, headers=fresh.admin.headers
    ).json()
    assert (changed["enabled"], changed["timeout_s"], changed["has_key"]) == (False, 15.0, True)
    assert (changed["name"], changed["model"]) == ("Principal", "gpt-x")
    gone = client.patch(url, json={"api_key": ""}, headers=fresh.admin.headers).json()
    assert gone["has_key"] is False
    with tenant(fresh.id):
        entries = list(Entry.objects.filter(action="model.change").order_by("created_at"))
        assert [entry.after for entry in entries] == [
            {"enabled": False, "timeout_s": 15},
            {"key": "•••"},
        ]
        assert entries[0].before == {"enabled": True, "timeout_s": 60}


def test_a_stored_key_does_not_follow_its_model_to_another_server(
    client: TestClient, fresh: World, server: FakeModelServer
) -> None:
    model_id = add(client, fresh)["id"]
    elsewhere = {"base_url": f"{server.url}/v1"}
    moved = client.patch(f"{URL}/{model_id}", json=elsewhere, headers=fresh.admin.headers)
    assert (moved.status_code, moved.json()["code"]) == (422, "ai.model.key_needed")
    tried = client.post(
        f"{URL}/test", json={"id": model_id, **elsewhere}, headers=fresh.admin.headers
    )
    assert (tried.status_code, tried.json()["code"]) == (422, "ai.model.key_needed")
    assert server.requests == []
    same_server = {"base_url": "https://api.openai.com/v2"}
    kept = client.patch(f"{URL}/{model_id}", json=same_server, headers=fresh.admin.headers)
    assert (kept.status_code, kept.json()["has_key"]) == (200, True)
    given = {**elsewhere, "api_key": server.key}
    assert (
        client.patch(f"{URL}/{model_id}", json=given, headers=fresh.admin.headers).json()["remote"]
        is False
    )


@pytest.mark.parametrize(
    "address",
    [
        "http://api.example.com/v1",
        "https://10.0.0.5/v1",
        "https://169.254.169.254/",
        "https://[::ffff:8.8.8.8]/",
        "https://user:pass@api.example.com/",
        "https://api.example.com/?x=1",
        "ftp://api.example.com/",
        "api.example.com",
        "https://",
    ],
)
def test_an_address_that_no_call_may_go_to_is_refused(
    client: TestClient, world: World, address: str
) -> None:
    response = client.post(URL, json=body(base_url=address), headers=world.admin.headers)
    assert (response.status_code, response.json()["code"]) == (422, "ai.model.bad_address")
    assert response.json()["errors"][0]["field"] == "base_url"


def test_a_model_on_this_machine_is_allowed_unless_the_operator_says_no(
    client: TestClient, fresh: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    local = add(client, fresh, provider="ollama", model="llama3.2", api_key=None)
    assert (local["base_url"], local["remote"]) == ("http://localhost:11434/v1", False)
    assert (local["redact"], local["has_key"]) == (False, False)
    monkeypatch.setenv("NETZ_ALLOW_LOCAL_MODELS", "false")
    refused = client.post(URL, json=body(provider="ollama"), headers=fresh.admin.headers)
    assert refused.json()["code"] == "ai.model.bad_address"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("provider", "gemini"),
        ("name", ""),
        ("name", "a\nb"),
        ("model", "deux mots"),
        ("timeout_s", 0),
        ("timeout_s", 601),
        ("api_key", "clé"),
        ("api_key", "a\nb"),
        ("unknown", 1),
    ],
)
def test_malformed_settings_are_named(
    client: TestClient, world: World, field: str, value: object
) -> None:
    response = client.post(URL, json=body(**{field: value}), headers=world.admin.headers)
    assert response.status_code == 422
    assert response.json()["errors"][0]["field"].endswith(field)


def test_the_order_is_set_whole(client: TestClient, fresh: World) -> None:
    ids = [add(client, fresh, name=name)["id"] for name in "abc"]
    turned = [ids[2], ids[0], ids[1]]
    response = client.put(f"{URL}/order", json={"ids": turned}, headers=fresh.admin.headers)
    assert [item["id"] for item in response.json()["items"]] == turned
    assert [spec.name for spec in queries.load_chat_chain(fresh.id)] == ["c", "a", "b"]
    for wrong in (turned[:2], [*turned, turned[0]], [*turned[:2], str(uuid4())]):
        response = client.put(f"{URL}/order", json={"ids": wrong}, headers=fresh.admin.headers)
        assert (response.status_code, response.json()["code"]) == (409, "ai.model.order_changed")
    assert [spec.name for spec in queries.load_chat_chain(fresh.id)] == ["c", "a", "b"]


def test_a_removed_or_disabled_model_is_asked_no_more(client: TestClient, fresh: World) -> None:
    first, second = (add(client, fresh, name=name)["id"] for name in "ab")
    assert len(queries.load_chat_chain(fresh.id)) == 2
    client.patch(f"{URL}/{first}", json={"enabled": False}, headers=fresh.admin.headers)
    assert [spec.id for spec in queries.load_chat_chain(fresh.id)] == [second]
    response = client.delete(f"{URL}/{second}", headers=fresh.admin.headers)
    assert response.status_code == 204
    assert queries.load_chat_chain(fresh.id) == []
    assert client.delete(f"{URL}/{second}", headers=fresh.admin.headers).status_code == 404


def test_a_workspace_has_ten_models_at_most(client: TestClient, fresh: World) -> None:
    for number in range(10):
        add(client, fresh, name=str(number))
    response = client.post(URL, json=body(), headers=fresh.admin.headers)
    assert (response.status_code, response.json()["code"]) == (409, "ai.model.too_many")
    assert "10" in response.json()["hint"]


def test_the_operators_models_come_first_and_cannot_be_changed(
    client: TestClient, fresh: World, server: FakeModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = add(client, fresh)["id"]
    monkeypatch.setenv("NETZ_MODEL_1_MODEL", "essai")
    monkeypatch.setenv("NETZ_MODEL_1_BASE_URL", f"{server.url}/v1")
    monkeypatch.setenv("NETZ_MODEL_1_API_KEY", server.key)
    items = client.get(URL, headers=fresh.admin.headers).json()["items"]
    assert [(item["id"], item["source"]) for item in items] == [
        ("env-1", "env"),
        (own, "workspace"),
    ]
    assert [spec.id for spec in queries.load_chat_chain(fresh.id)] == ["env-1", own]
    for method, payload in (("PATCH", {"name": "x"}), ("DELETE", None)):
        response = client.request(method, f"{URL}/env-1", json=payload, headers=fresh.admin.headers)
        assert (response.status_code, response.json()["code"]) == (
            409,
            "ai.model.from_environment",
        )
    ordered = client.put(f"{URL}/order", json={"ids": ["env-1", own]}, headers=fresh.admin.headers)
    assert ordered.status_code == 200
    tried = client.post(f"{URL}/test", json={"id": "env-1"}, headers=fresh.admin.headers).json()
    assert (tried["ok"], tried["reply"]) == (True, "OK")


def test_a_model_is_tested_before_it_is_saved(
    client: TestClient, world: World, server: FakeModelServer
) -> None:
    draft = body(base_url=f"{server.url}/v1", api_key=server.key)
    tried = client.post(f"{URL}/test", json=draft, headers=world.admin.headers).json()
    assert tried.pop("latency_ms") > 0
    assert tried == {"ok": True, "reply": "OK", "error": None}


def test_a_stored_model_is_tested_with_its_own_key_and_unsaved_changes(
    client: TestClient, fresh: World, server: FakeModelServer
) -> None:
    model_id = add(client, fresh, base_url=f"{server.url}/v1", api_key=server.key)["id"]
    request = {"id": model_id, "model": "autre"}
    tried = client.post(f"{URL}/test", json=request, headers=fresh.admin.headers)
    assert tried.json()["ok"] is True
    assert server.requests[-1].body["model"] == "autre"
    assert server.key not in tried.text
    with tenant(fresh.id):
        assert AIModel.objects.get(pk=model_id).model == "gpt-x"


def test_a_failed_test_says_what_to_do_in_the_readers_language(
    client: TestClient, fresh: World, server: FakeModelServer
) -> None:
    draft = body(base_url=f"{server.url}/v1", api_key="faux")
    url, headers = f"{URL}/test", fresh.admin.headers
    tried = client.post(url, json=draft, headers=headers).json()
    assert (tried["ok"], tried["reply"]) == (False, None)
    assert tried["error"]["code"] == "model.auth"
    assert tried["error"]["message"] == "Le fournisseur refuse la clé d’API"
    client.patch("/api/v2/me", json={"language": "en"}, headers=headers)
    english = client.post(url, json=draft, headers=headers).json()
    assert english["error"]["message"] == "The provider refuses the API key"
    assert english["error"]["hint"]


def test_a_test_without_id_needs_provider_and_model(client: TestClient, world: World) -> None:
    response = client.post(f"{URL}/test", json={"name": "x"}, headers=world.admin.headers)
    assert response.status_code == 422
    assert [error["field"] for error in response.json()["errors"]] == ["provider", "model"]


def test_a_model_whose_key_cannot_be_read_is_left_out_of_the_chain(
    client: TestClient, fresh: World
) -> None:
    broken, whole = (add(client, fresh, name=name)["id"] for name in "ab")
    with tenant(fresh.id):
        other = AIModel.objects.get(pk=whole)
        AIModel.objects.filter(pk=broken).update(key_sealed=other.key_sealed)
    assert [spec.id for spec in queries.load_chat_chain(fresh.id)] == [whole]
    items = client.get(URL, headers=fresh.admin.headers).json()["items"]
    assert [item["state"] for item in items] == ["open", "closed"]
    tried = client.post(f"{URL}/test", json={"id": broken}, headers=fresh.admin.headers)
    assert (tried.status_code, tried.json()["code"]) == (422, "ai.model.key_needed")


def test_an_idempotent_post_adds_one_model(client: TestClient, fresh: World) -> None:
    headers = {**fresh.admin.headers, "Idempotency-Key": "un-seul"}
    first, again = (client.post(URL, json=body(), headers=headers) for _ in range(2))
    assert first.json() == again.json()
    assert len(client.get(URL, headers=fresh.admin.headers).json()["items"]) == 1


def test_mistakes_in_the_environment_are_told_to_the_operator(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert queries.environment_problems() == []
    monkeypatch.setenv("NETZ_MODEL_2_MODEL", "m")
    monkeypatch.setenv("NETZ_MODEL_2_PROVIDER", "gemini")
    (problem,) = queries.environment_problems()
    assert problem.startswith("NETZ_MODEL_2_PROVIDER")
    assert queries.environment_specs() == []


def test_the_operators_models_are_imported_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETZ_MODEL_1_MODEL", "m")
    services.warm_up()
    assert "netz.ai.providers.openai" in sys.modules

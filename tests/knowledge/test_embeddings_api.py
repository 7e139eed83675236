"""A workspace's vectors through the API: chosen, built beside the old ones, stopped, made anew."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from netz.ai.embeddings import model_in
from netz.ai.errors import ModelError
from netz.ai.models import EmbeddingChoice
from netz.audit.models import Entry
from netz.core.db import tenant
from netz.core.models import Event
from netz.knowledge.tasks import check_vectors
from netz.knowledge.vectors import build
from tests.core.streams import live_stream
from tests.factories import World, make_world
from tests.fakes.onnx_model import write_model
from tests.fakes.openai_server import FakeModelServer
from tests.jobs import run_jobs
from tests.knowledge.embeddings import (
    asked_of,
    call,
    choose,
    endpoint,
    paths,
    state,
    stored,
)
from tests.knowledge.test_documents_api import search, upload

# "glace" and "fige" mean the same to this model and share no letters to speak of.
TABLE = {
    "[UNK]": [0.0, 0.0, 1.0],
    "glace": [1.0, 0.0, 0.0],
    "fige": [0.99, 0.1, 0.0],
    "facture": [0.0, 1.0, 0.0],
}


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An installation without a model and without a setting."""
    monkeypatch.delenv("NETZ_EMBEDDINGS", raising=False)
    monkeypatch.setattr("netz.ai.embeddings.SENTENCE_MODEL", tmp_path)
    model_in.cache_clear()
    yield tmp_path
    model_in.cache_clear()


@pytest.fixture
def shipped(bare: Path) -> Path:
    """An installation whose own model is a tiny one."""
    write_model(bare, TABLE)
    return bare


@pytest.fixture
def server() -> Iterator[FakeModelServer]:
    with FakeModelServer() as running:
        yield running


@pytest.fixture
def world(client: TestClient, bare: Path) -> World:
    """A workspace with two documents."""
    world = make_world()
    # One after the other: they would be read side by side, and numbered in either order.
    for text, name in [("fige\n", "a.txt"), ("facture\n", "b.txt")]:
        upload(client, world, text, name)
        run_jobs()
    return world


def test_without_any_model_search_is_by_words(client: TestClient, world: World) -> None:
    run_jobs(later=True)
    assert state(client, world) == {
        "choice": {"kind": "default", "base_url": "", "model": "", "key_set": False},
        "effective": {"kind": "builtin", "model": None, "dimensions": None},
        "builtin": {"available": False, "name": None, "size_bytes": None},
        "index": None,
        "building": None,
    }
    assert paths(client, world, "facture") == ["b.txt"]
    assert paths(client, world, "glace") == []
    refused = call(client, world, "PUT", kind="builtin")
    assert (refused.status_code, refused.json()["code"]) == (422, "ai.embeddings.no_builtin")


def test_the_built_in_model_works_without_any_setting(
    client: TestClient, shipped: Path, world: World
) -> None:
    run_jobs(later=True)
    shown = state(client, world)
    assert shown["effective"]["kind"] == "builtin"
    assert shown["effective"]["dimensions"] == 3
    assert shown["builtin"]["available"]
    index = shown["index"]
    assert (index["state"], index["passages_done"], index["passages_total"]) == ("ready", 2, 2)
    assert index["model"] == shown["builtin"]["name"] == shown["effective"]["model"]
    assert index["ended_at"]
    assert shown["building"] is None
    assert paths(client, world, "glace")[0] == "a.txt"


def test_the_first_index_is_searched_while_it_is_built(
    client: TestClient, shipped: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netz.knowledge.vectors.building.BATCH", 1)
    assert build(world.id, turn_seconds=0)
    shown = state(client, world)
    assert shown["index"] == shown["building"]
    assert (shown["index"]["state"], shown["index"]["passages_done"]) == ("building", 1)
    assert paths(client, world, "glace")[0] == "a.txt"


def test_the_old_vectors_are_searched_until_the_new_ones_are_complete(
    client: TestClient, shipped: Path, world: World, server: FakeModelServer
) -> None:
    run_jobs(later=True)
    old = state(client, world)["index"]["model"]
    shown = choose(client, world, **endpoint(server))
    assert shown["choice"]["key_set"]
    assert shown["index"]["model"] == old
    assert (shown["building"]["state"], shown["building"]["passages_done"]) == ("building", 0)
    new = shown["building"]["model"]
    assert shown["effective"] == {"kind": "endpoint", "model": new, "dimensions": 8}
    assert paths(client, world, "glace")[0] == "a.txt"
    # What arrives meanwhile gets vectors of both.
    upload(client, world, "glace\n", "c.txt")
    server.script.extend(["not_found"])
    run_jobs(later=True)
    assert stored(world) == {old: 3}
    choose(client, world, **endpoint(server))
    run_jobs(later=True)
    assert stored(world) == {new: 3}
    shown = state(client, world)
    assert (shown["index"]["state"], shown["index"]["model"]) == ("ready", new)
    assert shown["effective"]["dimensions"] == server.dimensions
    assert shown["building"] is None
    before = len(server.requests)
    search(client, world.agent.headers, "facture")
    assert asked_of(server)[-1] == "facture"
    assert len(server.requests) == before + 1


def test_going_back_to_the_old_model_takes_no_building(
    client: TestClient, shipped: Path, world: World, server: FakeModelServer
) -> None:
    run_jobs(later=True)
    before = stored(world)
    choose(client, world, **endpoint(server))
    shown = choose(client, world, kind="default")
    assert shown["building"] is None
    assert shown["index"]["state"] == "ready"
    assert stored(world) == before
    with tenant(world.id):
        assert not EmbeddingChoice.objects.exists(), "a key that nothing uses is not kept"


def test_a_build_is_stopped_and_goes_on_where_it_was(
    client: TestClient, world: World, server: FakeModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netz.knowledge.vectors.building.BATCH", 1)
    choose(client, world, **endpoint(server))
    assert build(world.id, turn_seconds=0)
    stopped = call(client, world, "POST", "/cancel").json()
    assert (stopped["index"], stopped["building"]["state"]) == (None, "stopped")
    with tenant(world.id):
        assert Entry.objects.filter(action="embeddings.cancel").count() == 1
    run_jobs(later=True)
    check_vectors(0)
    run_jobs(later=True)
    assert state(client, world)["building"]["passages_done"] == 1, "nobody has asked to go on"
    assert call(client, world, "POST", "/rebuild").json()["building"]["state"] == "building"
    run_jobs(later=True)
    assert state(client, world)["index"]["state"] == "ready"
    assert len(asked_of(server)) == 1 + 2, "the trial, and nothing twice"


def test_a_killed_job_goes_on_where_it_was(
    client: TestClient, world: World, server: FakeModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netz.knowledge.vectors.building.BATCH", 1)
    choose(client, world, **endpoint(server))
    server.script.extend(["normal", "cut"])
    with pytest.raises(ModelError):
        build(world.id, last_try=False)
    check_vectors(0)
    run_jobs(later=True)
    assert state(client, world)["index"]["state"] == "ready"
    assert len(asked_of(server)) == 1 + 3, "the trial, and each passage once but for the cut one"


def test_a_rebuild_of_a_ready_index_makes_all_vectors_anew(
    client: TestClient, world: World, server: FakeModelServer
) -> None:
    choose(client, world, **endpoint(server))
    run_jobs(later=True)
    before = len(asked_of(server))
    shown = call(client, world, "POST", "/rebuild").json()
    assert (shown["index"]["state"], shown["index"]["passages_done"]) == ("building", 0)
    run_jobs(later=True)
    assert state(client, world)["index"]["state"] == "ready"
    assert len(asked_of(server)) == before + 2
    assert len(stored(world)) == 1


def test_a_service_that_fails_is_not_chosen(
    client: TestClient, world: World, server: FakeModelServer
) -> None:
    refused = call(client, world, "PUT", **endpoint(server, api_key="faux"))
    assert (refused.status_code, refused.json()["code"]) == (422, "ai.embeddings.unusable")
    assert refused.json()["title"] == "Le fournisseur refuse la clé d’API"
    assert "Rien n’a été modifié" in refused.json()["hint"]
    assert [error["field"] for error in refused.json()["errors"]] == ["api_key"]
    assert state(client, world)["choice"]["kind"] == "default"
    client.patch("/api/v2/me", json={"language": "en"}, headers=world.admin.headers)
    english = call(client, world, "PUT", **endpoint(server, api_key="faux")).json()
    assert "Nothing was changed" in english["hint"]


@pytest.mark.parametrize(
    "address",
    [
        "http://10.0.0.7/v1",
        "https://169.254.169.254/latest",
        "https://[::1]:99999/v1",
        "ftp://x.fr",
    ],
)
def test_a_workspace_s_service_may_not_lie_in_the_installation_s_network(
    client: TestClient, world: World, server: FakeModelServer, address: str
) -> None:
    for method, path in (("PUT", ""), ("POST", "/test")):
        refused = call(client, world, method, path, **endpoint(server, base_url=address))
        assert (refused.status_code, refused.json()["code"]) == (422, "ai.model.bad_address")


def test_a_name_that_stands_for_a_private_address_is_blocked(
    client: TestClient, world: World, server: FakeModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NETZ_LOCAL_MODEL_HOSTS", "127.0.0.2")
    local = endpoint(server, base_url=f"https://localhost:{server.port}/v1")
    tried = call(client, world, "POST", "/test", **local).json()
    assert (tried["ok"], tried["error"]) == (False, "model.blocked")
    assert server.requests == []


def test_a_trial_changes_nothing(client: TestClient, world: World, server: FakeModelServer) -> None:
    before = state(client, world)
    tried = call(client, world, "POST", "/test", **endpoint(server)).json()
    assert tried.pop("ms") > 0
    assert tried == {"ok": True, "dimensions": server.dimensions, "error": None}
    server.mode = "rate_limited"
    assert call(client, world, "POST", "/test", **endpoint(server)).json()["error"] == (
        "model.rate_limited"
    )
    assert call(client, world, "POST", "/test", kind="off").json()["ok"]
    assert state(client, world) == before


def test_a_build_that_cannot_go_on_says_why_and_is_tried_again(
    client: TestClient, world: World, server: FakeModelServer
) -> None:
    choose(client, world, **endpoint(server))
    server.mode = "not_found"
    run_jobs(later=True)
    failed = state(client, world)["building"]
    assert (failed["state"], failed["error"]) == ("failed", "model.not_found")
    assert paths(client, world, "facture") == ["b.txt"]
    server.mode = "normal"
    check_vectors(0)
    run_jobs(later=True)
    assert (state(client, world)["index"]["state"], state(client, world)["building"]) == (
        "ready",
        None,
    )


def test_vectors_of_another_size_are_refused_until_all_are_made_anew(
    client: TestClient, world: World, server: FakeModelServer
) -> None:
    choose(client, world, **endpoint(server))
    run_jobs(later=True)
    server.dimensions = 6
    upload(client, world, "glace\n", "c.txt")
    run_jobs(later=True)
    index = state(client, world)["index"]
    assert (index["state"], index["error"]) == ("ready", "embeddings.dimensions")
    assert index["passages_done"] == 2
    assert paths(client, world, "facture")[0] == "b.txt"
    call(client, world, "POST", "/rebuild")
    run_jobs(later=True)
    shown = state(client, world)
    assert (shown["index"]["error"], shown["index"]["passages_done"]) == (None, 3)
    assert shown["effective"]["dimensions"] == 6


def test_switched_off_there_are_no_vectors(client: TestClient, shipped: Path, world: World) -> None:
    run_jobs(later=True)
    assert stored(world)
    shown = choose(client, world, kind="off")
    assert shown["choice"]["kind"] == shown["effective"]["kind"] == "off"
    assert shown["index"] is None
    run_jobs(later=True)
    assert stored(world) == {}
    assert paths(client, world, "glace") == []


def test_the_installation_can_be_set_to_words_only(
    client: TestClient, shipped: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_jobs(later=True)
    monkeypatch.setenv("NETZ_EMBEDDINGS", "off")
    assert state(client, world)["effective"]["kind"] == "off"
    assert paths(client, world, "glace") == []
    assert choose(client, world, kind="builtin")["index"]["state"] == "ready"
    assert paths(client, world, "glace")[0] == "a.txt"


def test_an_upgrade_of_the_built_in_model_makes_new_vectors(
    client: TestClient, shipped: Path, world: World
) -> None:
    run_jobs(later=True)
    (old,) = stored(world)
    shutil.rmtree(shipped)
    shipped.mkdir()
    write_model(shipped, {**TABLE, "neuf": [0.0, 0.5, 0.5]})
    model_in.cache_clear()
    assert paths(client, world, "glace") == [], "the old model can't be asked any more"
    check_vectors(0)
    run_jobs(later=True)
    (new,) = stored(world)
    assert new != old
    assert paths(client, world, "glace")[0] == "a.txt"


def test_a_key_is_kept_and_never_shown_and_stays_with_its_server(
    client: TestClient, world: World, server: FakeModelServer
) -> None:
    choose(client, world, **endpoint(server))
    kept = endpoint(server, model="autre")
    del kept["api_key"]
    assert choose(client, world, **kept)["choice"]["key_set"]
    assert server.requests[-1].headers["authorization"] == f"Bearer {server.key}"
    moved = call(client, world, "PUT", **(kept | {"base_url": "https://ailleurs.example/v1"}))
    assert (moved.status_code, moved.json()["code"]) == (422, "ai.model.key_needed")
    assert server.key not in call(client, world).text
    with tenant(world.id):
        row = EmbeddingChoice.objects.get(current=True)
        assert server.key not in row.key_sealed
        entries = Entry.objects.filter(action="embeddings.change")
        assert entries.count() == 2
        assert all(server.key not in str((one.before, one.after)) for one in entries)
        assert Event.objects.filter(kind="embeddings.changed").count() == 2


def test_an_endpoint_needs_an_address_and_a_model(client: TestClient, world: World) -> None:
    refused = call(client, world, "PUT", kind="endpoint")
    assert refused.status_code == 422
    assert [error["field"] for error in refused.json()["errors"]] == ["base_url", "model"]


def test_an_open_screen_follows_the_build(
    client: TestClient, world: World, server: FakeModelServer
) -> None:
    choose(client, world, **endpoint(server))
    with (
        live_stream(client, world.admin.headers) as shown,
        live_stream(client, world.agent.headers) as hidden,
    ):
        run_jobs(later=True)
        shown.wait_for('"state": "ready"')
        upload(client, world, "encore\n", "d.txt")
        assert "embeddings.progress" not in hidden.wait_for("document.updated")
        assert "event: embeddings.progress" in shown.wait_for("document.updated")

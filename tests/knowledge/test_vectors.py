"""The optional vector rank, through the API, with a tiny real ONNX model."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from netz.knowledge.vectors import build
from tests.factories import make_world
from tests.fakes.onnx_model import write_model
from tests.jobs import run_jobs
from tests.knowledge.test_documents_api import search, upload

# "glacer" and "figer" mean the same to this model and share no letters to speak of.
TABLE = {
    "[UNK]": [0.0, 0.0, 1.0],
    "glace": [1.0, 0.0, 0.0],
    "fige": [0.99, 0.1, 0.0],
    "facture": [0.0, 1.0, 0.0],
}


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation whose embeddings come from a local folder."""
    write_model(tmp_path, TABLE)
    monkeypatch.setenv("NETZ_EMBEDDINGS", f"onnx:{tmp_path}")


def test_words_of_the_same_meaning_are_found_with_a_model_and_only_with_it(
    client: TestClient, model: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = make_world()
    upload(client, world, "fige\n", "a.txt")
    upload(client, world, "facture\n", "b.txt")
    run_jobs()
    assert not build(world.id)
    assert search(client, world.agent.headers, "glace")[0]["path"] == "a.txt"
    monkeypatch.delenv("NETZ_EMBEDDINGS")
    assert search(client, world.agent.headers, "glace") == []


def test_a_model_brings_nothing_from_outside_the_audience(client: TestClient, model: None) -> None:
    world = make_world()
    upload(client, world, "fige\n", "a.txt", "workspace")
    run_jobs()
    build(world.id)
    assert search(client, world.agent.headers, "glace")
    assert search(client, world.guest.headers, "glace") == []


def test_search_goes_on_without_the_model_when_it_fails(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NETZ_EMBEDDINGS", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("NETZ_EMBEDDINGS_MODEL", "any")
    world = make_world()
    upload(client, world, "facture\n", "b.txt")
    run_jobs()
    assert search(client, world.agent.headers, "facture")[0]["path"] == "b.txt"

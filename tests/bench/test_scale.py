"""Search by meaning in the product's own tables, measured over a few passages."""

import os
from pathlib import Path

import pytest

from bench.corpus import Entry
from bench.scale import add_entries, by_meaning
from bench.server import Product
from bench.setting import Setting, Space
from netz.core.db import tenant
from netz.core.embedded import Dsns
from netz.knowledge.models import VectorIndex
from tests.factories import World, make_world
from tests.fakes.onnx_model import write_model

TABLE = {"[UNK]": [0.0, 0.0, 1.0], "glace": [1.0, 0.1, 0.0], "facture": [0.0, 1.0, 0.1]}
QUESTIONS = ["glace", "facture", "glace facture"]


@pytest.fixture
def world() -> World:
    found = make_world()
    entries = [Entry(f"{n}.txt", f"Note {n}", text) for n, text in enumerate(["glace", "facture"])]
    add_entries(Space(found.actor, ""), entries)
    return found


def setting(tmp_path: Path, embeddings: str) -> Setting:
    """A run on the database of the tests; the product itself is not started."""
    dsns = Dsns(os.environ["NETZ_OWNER_DSN"], os.environ["NETZ_APP_DSN"])
    return Setting(Product(tmp_path, embeddings), small=True, dsns=dsns)


def test_each_cost_of_meaning_is_a_line_and_the_vectors_leave(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_model(tmp_path, TABLE)
    monkeypatch.setenv("NETZ_EMBEDDINGS", f"onnx:{tmp_path}")
    found = setting(tmp_path, f"onnx:{tmp_path}")
    by_meaning(found, Space(world.actor, ""), QUESTIONS)
    assert [line.product.unit for line in found.lines] == [
        "ms",
        "ms",
        "ms",
        "passages/s",
        "MB",
        "MB",
    ]
    assert str(found.lines[0].target) == "≤ 20, p95 ≤ 50"
    assert "made up" in found.lines[0].note
    with tenant(world.id):
        assert not VectorIndex.objects.filter(workspace_id=world.id).exists()


def test_without_a_model_the_lines_are_left_out(world: World, tmp_path: Path) -> None:
    found = setting(tmp_path, "off")
    by_meaning(found, Space(world.actor, ""), QUESTIONS)
    assert not found.lines
    assert len(found.left_out) == 1

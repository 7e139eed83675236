"""Measuring models: what is shown to them, what is remembered, and how rankings compare."""

import argparse
import json
from pathlib import Path

import numpy as np
import pytest

from bench import footprint
from bench.corpus import Corpus, Entry, corpus
from bench.models import Remembering, add_options, cost, given
from bench.search import alone, rankers, run, table
from bench.sets import SETS, Query, groups, half
from bench.vectors import BATCH, make_up_rest, mixtures, stored
from netz.ai.embeddings import Kind, Vectors
from netz.ai.errors import ModelError
from netz.ai.onnx import OnnxEmbedder
from tests.fakes.onnx_model import write_model

# "glacer" and "figer" mean the same to this model; other words mean nothing in particular.
TABLE = {
    "[UNK]": [0.0, 0.0, 1.0],
    "glace": [1.0, 0.0, 0.0],
    "fige": [0.99, 0.1, 0.0],
    "facture": [0.0, 1.0, 0.0],
}
ENTRIES = [
    Entry("a", "fige", "fige fige", headings=("Écran",)),
    Entry("b", "facture", "facture"),
    Entry("c", "glace", "facture"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("model")
    write_model(found, TABLE)
    return found


@pytest.fixture(scope="module")
def index():
    with corpus(ENTRIES) as found:
        yield found


class Counting:
    """A model that notes what it was given."""

    name = "onnx/counting"
    scale = None

    def __init__(self) -> None:
        self.given: list[str] = []

    def embed_here(self, texts: list[str], kind: Kind) -> Vectors:
        self.given += texts
        return np.eye(3, dtype=np.float32)[[len(text) % 3 for text in texts]]


def options(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add_options(parser)
    return parser.parse_args(arguments)


def test_models_are_named_by_the_command_line_or_by_their_folder(folder):
    named, plain = given(options("--model", f"mine={folder}", "--model", str(folder)))
    assert (named.label, plain.label) == ("mine", folder.name)
    assert named.plain.name == plain.plain.name
    with pytest.raises(ModelError):
        given(options("--model", f"mine={folder / 'none'}"))


def test_a_passage_is_encoded_once_in_all_runs_and_a_question_each_time(tmp_path):
    model = Counting()
    first = Remembering(model, tmp_path)
    vectors = first.embed_here(["un", "deux", "un"], "passage")
    first.embed_here(["un"], "query")
    first.keep()
    assert model.given == ["un", "deux", "un"]
    again = Remembering(model, tmp_path).embed_here(["deux", "un", "trois"], "passage")
    assert model.given[3:] == ["trois"]
    assert np.array_equal(again[:2], vectors[[1, 0]])


def test_a_model_is_shown_title_headings_and_text(index: Corpus):
    assert index.texts()[:2] == [("a", "fige\nÉcran\nfige fige"), ("b", "facture\nfacture")]


def test_a_model_alone_ranks_without_words_and_search_takes_both(index: Corpus, folder):
    model = given(options("--model", f"mine={folder}"))[0]
    ways = rankers(index, [model], ["mine"])
    assert list(ways) == ["words", "mine alone", "words + mine"]
    assert set(ways["words"]("glace")) == {"c"}
    assert ways["mine alone"]("fige")[0] == "a"
    assert set(ways["words + mine"]("glace")) == {"a", "b", "c"}
    assert index.paths("glace") == ["c"]


def test_every_passage_gets_one_vector_real_or_made_up(index: Corpus, folder):
    model = Remembering(OnnxEmbedder(folder, source="other"))
    assert index.embed(model, most=2) == 2
    assert make_up_rest(index.place, model.name, model.vectors()) == 1
    assert index.embed(model) == 0
    assert len(stored(index.place)) == len(ENTRIES) < BATCH


def test_made_up_vectors_have_length_one_and_a_real_one_near():
    real = np.eye(64, dtype=np.float32)
    made = next(mixtures(real))
    assert np.allclose(np.linalg.norm(made, axis=1), 1, atol=1e-5)
    assert (made @ real.T).max(axis=1).min() > 0.3
    assert np.array_equal(made, next(mixtures(real)))


def test_a_process_of_its_own_says_what_the_model_adds(index: Corpus, folder):
    index.embed(OnnxEmbedder(folder))
    held = footprint.of(index.place, f"onnx:{folder}", ["glace", "facture"])
    assert held.model >= held.words > 1
    assert held.extra == held.model - held.words


def test_a_cost_names_the_model_and_its_vectors(folder):
    model = given(options("--model", f"mine={folder}"))[0]
    found = cost(model, ["fige", "facture"], ["glace", "facture"])
    assert (found.label, found.dimensions) == ("mine", 3)
    assert found.passages_per_s > 0
    assert found.p95_ms >= found.median_ms > 0


def test_rows_are_all_questions_then_kinds_then_their_halves():
    queries = [
        Query("1", "direct", frozenset({"m365/a"})),
        Query("2", "paraphrase", frozenset({"debian/b"})),
        Query("3", "direct", frozenset({"cnil/c"})),
    ]
    assert groups(queries, halves=True) == {
        "all": [0, 1, 2],
        "direct": [0, 2],
        "direct m365": [0],
        "direct other": [2],
        "paraphrase": [1],
        "paraphrase other": [1],
    }
    assert list(groups(queries)) == ["all", "direct", "paraphrase"]
    assert half([]) == "none"


def test_a_table_holds_the_means_of_each_way():
    queries = [Query("1", "all", frozenset({"a"})), Query("2", "all", frozenset({"b"}))]
    found = table(queries, {"first": lambda text: ["a"], "none": lambda text: []})
    assert found == {"all": {"n": 2, "first": (0.5, 0.5), "none": (0.0, 0.0)}}


def test_a_whole_run_prints_models_and_sets(tmp_path, folder, capsys):
    name = "fr-faq-cnil"
    (tmp_path / name).mkdir()
    rows = [{"id": e.path, "title": e.title, "text": e.text} for e in ENTRIES]
    asked = [{"text": "glace", "relevant": ["c"]}]
    for file, lines in (("passages.jsonl", rows), (SETS[name].questions, asked)):
        (tmp_path / name / file).write_text("\n".join(map(json.dumps, lines)))
    models = given(options("--model", f"mine={folder}"))
    found = run(tmp_path, [name], models, ["mine"])
    assert found["models"][0]["label"] == "mine"
    assert found[name]["all"]["words"] == (1.0, 1.0)
    assert "words + mine" in capsys.readouterr().out


def test_alone_is_over_what_the_index_holds(index: Corpus, folder):
    assert set(alone(index, OnnxEmbedder(folder))("facture")) == {entry.path for entry in ENTRIES}

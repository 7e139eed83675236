"""What search by meaning costs: how fast a model makes vectors, how fast they are searched, and
what it all takes of memory and disk."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bench import footprint
from bench.models import Remembering, encoding_times
from bench.table import Figure, Target, figure
from bench.vectors import Place, embed_stored, make_up_rest, question_vector
from netz.ai.embeddings import embed_now, embedder_from
from netz.ai.onnx import OnnxEmbedder
from netz.knowledge.search import search

REAL = 3_000  # passages encoded; 100,000 would take more than ten minutes
_WARM = 20
# No passage has this word: what is left of the search is the rank by meaning.
_WORDLESS = "q7z9x"


@dataclass(frozen=True, slots=True)
class Finding:
    """One figure with its target and what a reader must know about it."""

    title: str
    figure: Figure
    target: Target = Target()  # noqa: RUF009  # never changes
    note: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """How many passages have a vector of the model itself and a made-up one, and its speed."""

    real: int
    made: int
    per_second: float

    def __str__(self) -> str:
        return (
            f"{self.real:,} vectors are of real passages, {self.made:,} made up: noisy mixtures of"
            " those, of length 1"
        )


def local_model(setting: str) -> OnnxEmbedder | None:
    """The model that a setting as an installation's names: empty for the product's own."""
    embedder = embedder_from(setting)
    return embedder if isinstance(embedder, OnnxEmbedder) else None


def fill(place: Place, model: OnnxEmbedder, real: int = REAL) -> Filled:
    """Gives every passage of the index a vector."""
    remembering = Remembering(model)
    embed_now(model, ["Bonjour"], "passage")
    started = time.perf_counter()
    count = embed_stored(place, remembering, real)
    seconds = time.perf_counter() - started
    made = make_up_rest(place, model.name, remembering.vectors())
    return Filled(count, made, count / seconds)


def findings(
    place: Place,
    setting: str,
    filled: Filled,
    questions: Sequence[str],
    searched: Callable[[str], Any],
) -> Iterator[Finding]:
    """Measures; `searched` is the product's whole search, the encoding of the question included."""
    model = local_model(setting)
    assert model is not None, "filled with it"
    passages = f"{filled.real + filled.made:,} passages"
    yield Finding(
        f"one search by words and meaning over {passages}, the question's encoding included",
        figure("netz", "ms", _times(questions, searched)),
        Target(20.0, 50.0),
        str(filled),
    )
    yield Finding("  of it: encoding the question", _encoding(model, questions))
    vectors = {text: question_vector(model, text) for text in questions}

    def by_vector(text: str) -> None:
        with place.enter() as cursor:
            found = search(cursor, place.workspace, _WORDLESS, vector=vectors[text])
        if not found.hits:
            raise RuntimeError("nothing was found by meaning alone")

    yield Finding(
        f"  of it: the rank by meaning over {passages}, with a vector made before",
        figure("netz", "ms", _times(questions, by_vector)),
    )
    yield Finding(
        "vectors for passages, as the worker makes and stores them",
        Figure("netz", "passages/s", filled.per_second, count=filled.real),
        Target(least=150.0),
    )
    held = footprint.of(place, setting, questions)
    yield Finding(
        f"memory that the model adds to a process, {footprint.QUESTIONS} questions answered",
        Figure("netz", "MB", held.extra),
        Target(250.0),
        f"resident: {held.words:.0f} MB after the same questions by words, {held.model:.0f} MB"
        " after them with the model, the passages' signatures included",
    )
    yield Finding("the model's files", Figure("netz", "MB", model.size_bytes / 1e6))


def _encoding(model: OnnxEmbedder, questions: Sequence[str]) -> Figure:
    return figure("netz", "ms", encoding_times(model, questions))


def _times(questions: Sequence[str], searched: Callable[[str], Any]) -> list[float]:
    for text in questions[:_WARM]:
        searched(text)
    spent = []
    for text in questions:
        started = time.perf_counter()
        searched(text)
        spent.append((time.perf_counter() - started) * 1000)
    return spent

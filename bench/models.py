"""Sentence models to compare: the one that the product brings and others in folders."""

import argparse
import os
import random
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from bench.table import percentile
from bench.vectors import BATCH
from netz.ai.embeddings import Kind, LocalEmbedder, Vectors, builtin_embedder, embed_now
from netz.ai.onnx import OnnxEmbedder

SHIPPED = "netz"
_SAMPLE = 512
_WARM = 10


class Remembering:
    """A model that encodes a passage once: in this run, and with a folder in all runs.

    Questions are encoded each time, as when somebody waits for the answer.
    """

    def __init__(self, embedder: LocalEmbedder, folder: Path | None = None) -> None:
        self.name, self.scale = embedder.name, embedder.scale
        self._embedder = embedder
        self._file = folder / f"{embedder.name.replace('/', '-')}.npz" if folder else None
        self._known: dict[bytes, Vectors] = {}
        if self._file is not None and self._file.is_file():
            with np.load(self._file) as kept:
                keys = [row.tobytes() for row in kept["keys"]]
                self._known = dict(zip(keys, kept["vectors"], strict=True))

    async def embed(self, texts: Sequence[str], kind: Kind) -> Vectors:
        """See `netz.ai.embeddings.Embedder`."""
        return self.embed_here(texts, kind)

    def embed_here(self, texts: Sequence[str], kind: Kind) -> Vectors:
        """See `netz.ai.embeddings.LocalEmbedder`."""
        if kind == "query" or not texts:
            return self._embedder.embed_here(texts, kind)
        keys = [_key(text) for text in texts]
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._known}
        if new:
            vectors = self._embedder.embed_here(list(new.values()), kind)
            self._known.update(zip(new, vectors, strict=True))
        return np.stack([self._known[key] for key in keys])

    def vectors(self) -> Vectors:
        """Those of all passages that were encoded."""
        return np.stack(list(self._known.values()))

    def keep(self) -> None:
        """Writes what is known into the folder, if there is one."""
        if self._file is None or not self._known:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        part = self._file.with_suffix(f".{os.getpid()}.npz")
        keys = np.frombuffer(b"".join(self._known), dtype=np.uint8).reshape(len(self._known), -1)
        np.savez(part, keys=keys, vectors=self.vectors())
        part.replace(self._file)


def _key(text: str) -> bytes:
    return sha256(text.encode(errors="surrogatepass")).digest()[:16]


@dataclass(frozen=True, slots=True)
class Model:
    """A model by the name that it has in the tables."""

    label: str
    plain: OnnxEmbedder
    embedder: Remembering

    @property
    def megabytes(self) -> float:
        """Of its files."""
        return self.plain.size_bytes / 1e6


@dataclass(frozen=True, slots=True)
class Cost:
    """What a model takes; times of single questions in milliseconds."""

    label: str
    name: str
    megabytes: float
    dimensions: int
    passages_per_s: float
    median_ms: float
    p95_ms: float

    def as_json(self) -> dict[str, Any]:
        """For machines."""
        return asdict(self)


def cost(model: Model, passages: Sequence[str], questions: Sequence[str]) -> Cost:
    """Times the model as the worker and the web process use it."""
    sample = random.Random(1).sample(list(passages), min(_SAMPLE, len(passages)))
    embed_now(model.plain, sample[:_WARM], "passage")
    started = time.perf_counter()
    for start in range(0, len(sample), BATCH):
        embed_now(model.plain, sample[start : start + BATCH], "passage")
    rate = len(sample) / (time.perf_counter() - started)
    dimensions = embed_now(model.plain, questions[:1], "query").shape[1]
    spent = encoding_times(model.plain, questions)
    return Cost(
        model.label,
        model.plain.name,
        model.megabytes,
        dimensions,
        rate,
        median(spent),
        percentile(spent, 0.95),
    )


def encoding_times(embedder: LocalEmbedder, questions: Sequence[str]) -> list[float]:
    """Milliseconds of each question, one at a time."""
    for text in questions[:_WARM]:
        embed_now(embedder, [text], "query")
    spent = []
    for text in questions:
        started = time.perf_counter()
        embed_now(embedder, [text], "query")
        spent.append((time.perf_counter() - started) * 1000)
    return spent


def add_options(parser: argparse.ArgumentParser) -> None:
    """What all measurements with models are told on the command line."""
    parser.add_argument(
        "--model",
        dest="folders",
        action="append",
        default=[],
        metavar="[NAME=]FOLDER",
        help="model.onnx and tokenizer.json, beside the model that the product brings",
    )
    parser.add_argument("--cache", type=Path, help="folder to keep passages' vectors in")


def shipped(cache: Path | None) -> list[Model]:
    """The product's own model, said to be left out where there is none."""
    embedder = builtin_embedder()
    if embedder is None:
        print("Left out: the model that the product brings, which this copy was made without.")
        return []
    return [Model(SHIPPED, embedder, Remembering(embedder, cache))]


def given(options: argparse.Namespace) -> list[Model]:
    """The models named on the command line. Raises `ModelError` for a folder without one."""
    found = []
    for one in options.folders:
        name, equals, folder = one.partition("=")
        path = Path(folder if equals else one)
        embedder = OnnxEmbedder(path)
        label = name if equals else path.name
        found.append(Model(label, embedder, Remembering(embedder, options.cache)))
    return found


def one_model(options: argparse.Namespace) -> list[Model]:
    """The models to search with: those named, else the product's own."""
    return given(options) or shipped(options.cache)

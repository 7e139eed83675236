"""Search quality: nDCG@10 and recall@10 of the product's index, by words and with a model, beside
bm25s and the models alone, in one process.

A model alone ranks by the exact cosine over the same passages, shown to it as the product does.
"""

import argparse
import json
import os
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import bm25s
import numpy as np
import Stemmer

from bench.corpus import Corpus, Entry, corpus
from bench.machine import load
from bench.models import Cost, Model, add_options, cost, given, shipped
from bench.sets import SETS, Query, Ranker, groups, measure, read_documents, read_queries
from netz.ai.embeddings import Embedder, embed_now
from netz.knowledge.text.passages import text_to_embed

WORDS = "words"
_ALONE_DEEP = 300  # passages, of which the documents are taken


def reference(entries: Sequence[Entry]) -> Ranker:
    """bm25s over whole documents, title and text, with the French stemmer and stop words."""
    stemmer = Stemmer.Stemmer("french")

    def tokens(texts: list[str]) -> Any:
        return bm25s.tokenize(texts, stopwords="fr", stemmer=stemmer, show_progress=False)

    index = bm25s.BM25()
    index.index(tokens([f"{entry.title}\n{entry.text}" for entry in entries]), show_progress=False)
    paths = [entry.path for entry in entries]

    def ranked(text: str) -> list[str]:
        found, _ = index.retrieve(tokens([text]), k=min(20, len(paths)), show_progress=False)
        return [paths[place] for place in found[0]]

    return ranked


def alone(index: Corpus, embedder: Embedder) -> Ranker:
    """A model without words: every passage that the index holds, by its cosine."""
    shown = index.texts()
    vectors = embed_now(embedder, [text for _, text in shown], "passage")

    def ranked(text: str) -> list[str]:
        likeness = vectors @ embed_now(embedder, [text], "query")[0]
        best = np.argsort(-likeness, kind="stable")[:_ALONE_DEEP]
        return list(dict.fromkeys(shown[place][0] for place in best))

    return ranked


def with_model(index: Corpus, embedder: Embedder) -> Ranker:
    """The product's search by words and meaning."""
    index.embed(embedder)
    return lambda text: index.paths(text, embedder=embedder)


def rankers(index: Corpus, models: Sequence[Model], fused: Sequence[str]) -> dict[str, Ranker]:
    """The product by words, the models alone, and those of `fused` together with the words."""
    found: dict[str, Ranker] = {WORDS: index.paths}
    for model in models:
        found[f"{model.label} alone"] = alone(index, model.embedder)
        model.embedder.keep()
    for model in models:
        if model.label in fused:
            found[f"{WORDS} + {model.label}"] = with_model(index, model.embedder)
    return found


def table(
    queries: Sequence[Query], ways: dict[str, Ranker], *, halves: bool = False
) -> dict[str, dict[str, Any]]:
    """Means by row: `{row: {"n": …, way: (nDCG, recall)}}`."""
    measured = {
        name: [measure(query, ranker(query.text)) for query in queries]
        for name, ranker in ways.items()
    }
    results: dict[str, dict[str, Any]] = {}
    for label, places in groups(queries, halves=halves).items():
        row: dict[str, Any] = {"n": len(places)}
        for name, values in measured.items():
            chosen = [values[place] for place in places]
            row[name] = tuple(sum(part) / len(chosen) for part in zip(*chosen, strict=True))
        results[label] = row
    return results


def show(name: str, found: dict[str, dict[str, Any]]) -> None:
    """Prints a set's rows, with a head for their columns."""
    ways = [way for way in found["all"] if way != "n"]
    head = "  ".join(f"{way:>{_width(way)}}" for way in ways)
    print(f"\n{name + ', nDCG@10 recall@10':34} {'n':>4}  {head}")
    for label, row in found.items():
        cells = "  ".join(f"{row[way][0]:.3f} {row[way][1]:.3f}".rjust(_width(way)) for way in ways)
        print(f"{label:34} {row['n']:4}  {cells}", flush=True)


def _width(way: str) -> int:
    return max(len(way), len("0.000 0.000"))


def costs(data: Path, names: Sequence[str], models: Sequence[Model]) -> list[Cost]:
    """What each model takes on the sets' own passages and questions; prints the table."""
    if not models:
        return []
    entries = [entry for name in names for entry in read_documents(data, name)]
    passages = [text_to_embed(entry.title, entry.headings, entry.text) for entry in entries]
    questions = [query.text for name in names for query in read_queries(data, name)]
    head = f"{'MB':>6} {'dimensions':>11} {'passages/s':>11} {'ms a question':>14} {'p95':>6}"
    print(f"{'model':20} {head}   (load {load():.1f} on {os.cpu_count()} cores)")
    found = []
    for model in models:
        one = cost(model, passages, questions)
        print(
            f"{one.label:20} {one.megabytes:6.1f} {one.dimensions:11} {one.passages_per_s:11.0f}"
            f" {one.median_ms:14.1f} {one.p95_ms:6.1f}   {one.name}",
            flush=True,
        )
        found.append(one)
    return found


def run(
    data: Path, names: Sequence[str], models: Sequence[Model], fused: Sequence[str]
) -> dict[str, Any]:
    """Measures the models, then the sets, and prints both."""
    warnings.filterwarnings("ignore")
    results: dict[str, Any] = {"models": [one.as_json() for one in costs(data, names, models)]}
    for name in names:
        queries = read_queries(data, name)
        with corpus(read_documents(data, name)) as index:
            ways = {"bm25s": reference(read_documents(data, name, whole=True))}
            ways |= rankers(index, models, fused)
            found = table(queries, ways, halves=SETS[name].halves)
        show(name, found)
        results[name] = found
    return results


def chosen(
    parser: argparse.ArgumentParser, options: argparse.Namespace
) -> tuple[list[Model], list[str]]:
    """The models of the command line and the names of those to search together with the words."""
    models = [*shipped(options.cache), *given(options)]
    labels = [model.label for model in models]
    if unknown := set(options.fuse) - set(labels):
        parser.error(f"--fuse: no model is named {', '.join(sorted(unknown))}")
    if len(set(labels)) < len(labels):
        parser.error("--model: two models have one name; give them as NAME=FOLDER")
    return models, options.fuse or labels[:1]


def main() -> None:
    """Command line: see `python -m bench.search --help`."""
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--set", dest="names", action="append", choices=SETS)
    parser.add_argument("--json", type=Path)
    add_options(parser)
    add_fuse(parser)
    options = parser.parse_args()
    results = run(options.data, options.names or list(SETS), *chosen(parser, options))
    if options.json:
        options.json.write_text(json.dumps(results, indent=1), encoding="utf-8")


def add_fuse(parser: argparse.ArgumentParser) -> None:
    """Which models are searched with beside the words."""
    parser.add_argument(
        "--fuse",
        action="append",
        default=[],
        metavar="NAME",
        help="a model to search with beside the words; default: the first",
    )


if __name__ == "__main__":
    main()

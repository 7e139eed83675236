"""How search holds when the same questions are written in other ways: nDCG@10 by words, by the
models alone, and by both."""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean
from typing import Any

import numpy as np

from bench.corpus import Corpus, corpus
from bench.models import Model, add_options
from bench.search import add_fuse, chosen, rankers
from bench.sets import SETS, Query, Ranker, measure, read_documents, read_queries
from bench.wordings import OTHER_SCRIPTS, WORDINGS
from netz.ai.embeddings import embed_now

MOST = 150  # questions of a set: nine wordings of each are asked in three ways


@dataclass(frozen=True, slots=True)
class Row:
    """A wording of a set's questions: how many it changed, and the means by way of searching."""

    wording: str
    changed: int
    means: dict[str, float]


def some(queries: Sequence[Query], most: int) -> list[Query]:
    """At most `most` of the questions, from all over the set."""
    step = max(1.0, len(queries) / most)
    return [queries[int(place * step)] for place in range(min(most, len(queries)))]


def rows(queries: Sequence[Query], ways: dict[str, Ranker]) -> list[Row]:
    """Asks the questions in each wording."""
    found = []
    for name, wording in WORDINGS.items():
        asked = [replace(query, text=wording(query.text)) for query in queries]
        changed = sum(one.text != query.text for one, query in zip(asked, queries, strict=True))
        means = {
            way: fmean(measure(query, ranked(query.text))[0] for query in asked)
            for way, ranked in ways.items()
        }
        found.append(Row(name, changed, means))
    return found


def show(name: str, queries: Sequence[Query], found: Sequence[Row]) -> None:
    """Prints a set's rows, each figure with what is left of that of the first row."""
    ways = list(found[0].means)
    head = "  ".join(f"{way:>{_width(way)}}" for way in ways)
    print(f"\n{f'{name}, nDCG@10 of {len(queries)}':34} {'changed':>7}  {head}")
    for row in found:
        cells = "  ".join(
            f"{row.means[way]:.3f} {_share(row.means[way], found[0].means[way]):>4}".rjust(
                _width(way)
            )
            for way in ways
        )
        print(f"{row.wording:34} {row.changed:7}  {cells}", flush=True)


def _share(value: float, whole: float) -> str:
    return f"{value / whole:.0%}" if whole else "-"


def _width(way: str) -> int:
    return max(len(way), len("0.000 100%"))


def other_scripts(index: Corpus, models: Sequence[Model]) -> dict[str, bool]:
    """Whether every text of another script has a vector of length 1 and can be searched with."""
    found = {}
    for model in models:
        vectors = embed_now(model.plain, OTHER_SCRIPTS, "query")
        lengths = np.linalg.norm(vectors, axis=1)
        found[model.label] = bool(np.isfinite(vectors).all() and np.allclose(lengths, 1, atol=1e-3))
        for text in OTHER_SCRIPTS:
            index.searched(text, embedder=model.embedder)
        what = "all have a vector of length 1" if found[model.label] else "NOT ALL HAVE A VECTOR"
        print(f"{model.label}: {len(OTHER_SCRIPTS)} texts in other scripts and of signs: {what}")
    return found


def run(
    data: Path, names: Sequence[str], models: Sequence[Model], fused: Sequence[str], most: int
) -> dict[str, Any]:
    """Measures the sets and prints a table for each."""
    results: dict[str, Any] = {}
    for name in names:
        queries = some(read_queries(data, name), most)
        with corpus(read_documents(data, name)) as index:
            found = rows(queries, rankers(index, models, fused))
            show(name, queries, found)
            if name == names[-1]:
                print()
                results["other scripts"] = other_scripts(index, models)
        results[name] = {row.wording: {"changed": row.changed, **row.means} for row in found}
    return results


def main() -> None:
    """Command line: see `python -m bench.wording --help`."""
    parser = argparse.ArgumentParser(prog="python -m bench.wording", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--set", dest="names", action="append", choices=SETS)
    parser.add_argument("--most", type=int, default=MOST, help=f"questions a set ({MOST})")
    parser.add_argument("--json", type=Path)
    add_options(parser)
    add_fuse(parser)
    options = parser.parse_args()
    names = options.names or list(SETS)
    results = run(options.data, names, *chosen(parser, options), options.most)
    if options.json:
        options.json.write_text(json.dumps(results, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Search quality: nDCG@10 and recall@10 of the product's index beside bm25s, in one process."""

import argparse
import json
import warnings
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path
from typing import Any

import bm25s
import Stemmer

from bench.corpus import Entry, corpus, read_passages

Ranker = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Query:
    """A question with the ids that answer it; `ignored` ids neither help nor harm."""

    text: str
    kind: str
    relevant: frozenset[str]
    ignored: frozenset[str] = frozenset()


SETS = {
    "fr-qa-piaf": ("queries_dev.jsonl", None),
    "fr-faq-cnil": ("queries_dev.jsonl", None),
    "fr-it-docs": ("questions_dev.jsonl", 180),
}


def read_queries(path: Path) -> list[Query]:
    """The questions of a set that have an answer in it."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Query(
            row["text"],
            row.get("kind", "all"),
            frozenset(row["relevant"]),
            frozenset(row.get("also_ok", ())),
        )
        for row in rows
        if row["relevant"]
    ]


def measure(query: Query, ranked: Iterable[str], depth: int = 10) -> tuple[float, float]:
    """nDCG and recall of one ranking at `depth`."""
    kept = [found for found in ranked if found not in query.ignored][:depth]
    gain = sum(1 / log2(place + 2) for place, found in enumerate(kept) if found in query.relevant)
    ideal = sum(1 / log2(place + 2) for place in range(min(depth, len(query.relevant))))
    return gain / ideal, len(query.relevant.intersection(kept)) / len(query.relevant)


def reference(entries: Sequence[Entry]) -> Ranker:
    """bm25s over whole documents, title and text, with the French stemmer and stop words."""
    stemmer = Stemmer.Stemmer("french")

    def tokens(texts: list[str]) -> Any:
        return bm25s.tokenize(texts, stopwords="fr", stemmer=stemmer, show_progress=False)

    index = bm25s.BM25()
    index.index(tokens([f"{entry.title}\n{entry.text}" for entry in entries]), show_progress=False)
    paths = [entry.path for entry in entries]

    def ranked(text: str) -> list[str]:
        found, _ = index.retrieve(tokens([text]), k=20, show_progress=False)
        return [paths[place] for place in found[0]]

    return ranked


def table(queries: Sequence[Query], rankers: dict[str, Ranker]) -> dict[str, dict[str, Any]]:
    """Means by kind of question: `{kind: {"n": …, ranker: (nDCG, recall)}}`."""
    results: dict[str, dict[str, Any]] = {}
    measured = {
        name: [measure(query, ranker(query.text)) for query in queries]
        for name, ranker in rankers.items()
    }
    kinds = sorted({query.kind for query in queries} - {"all"})
    for kind in ["all", *kinds]:
        places = [i for i, query in enumerate(queries) if kind in ("all", query.kind)]
        row: dict[str, Any] = {"n": len(places)}
        for name, values in measured.items():
            chosen = [values[i] for i in places]
            row[name] = tuple(sum(part) / len(chosen) for part in zip(*chosen, strict=True))
        results[kind] = row
    return results


def run(data: Path, names: Sequence[str]) -> dict[str, Any]:
    """Measures the sets and prints a line for each kind of question."""
    warnings.filterwarnings("ignore")
    results: dict[str, Any] = {}
    head = f"{'set':14} {'kind':11} {'n':>4}"
    print(f"{head}  {'bm25s nDCG':>10} {'recall':>6}  {'netz nDCG':>10} {'recall':>6}")
    for name in names:
        file, words = SETS[name]
        queries = read_queries(data / name / file)
        passages = data / name / "passages.jsonl"
        with corpus(read_passages(passages, words=words)) as index:
            rankers = {"bm25s": reference(read_passages(passages)), "netz": index.paths}
            found = table(queries, rankers)
        for kind, row in found.items():
            (a, b), (c, d) = row["bm25s"], row["netz"]
            print(f"{name:14} {kind:11} {row['n']:4}  {a:10.3f} {b:6.3f}  {c:10.3f} {d:6.3f}")
        results[name] = found
    return results


def main() -> None:
    """Command line: `python -m bench.search --data DIR [--set NAME …] [--json FILE]`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--set", dest="names", action="append", choices=SETS)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    results = run(options.data, options.names or list(SETS))
    if options.json:
        options.json.write_text(json.dumps(results, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()

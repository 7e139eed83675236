"""The public sets: their questions, their passages, and how good a ranking of them is."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path

from bench.corpus import Entry, read_passages

Ranker = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Query:
    """A question with the ids that answer it; `ignored` ids neither help nor harm."""

    text: str
    kind: str
    relevant: frozenset[str]
    ignored: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Set:
    """The file of its questions, where to cut its documents, whether it's told apart by halves."""

    questions: str
    words: int | None = None
    halves: bool = False


SETS = {
    "fr-qa-piaf": Set("queries_dev.jsonl"),
    "fr-faq-cnil": Set("queries_dev.jsonl"),
    "fr-it-docs": Set("questions_dev.jsonl", words=180, halves=True),
}


def read_queries(data: Path, name: str) -> list[Query]:
    """The questions of a set that have an answer in it."""
    lines = (data / name / SETS[name].questions).read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
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


def read_documents(data: Path, name: str, *, whole: bool = False) -> list[Entry]:
    """The passages of a set; `whole` leaves long documents in one piece."""
    words = None if whole else SETS[name].words
    return read_passages(data / name / "passages.jsonl", words=words)


def half(relevant: Iterable[str]) -> str:
    """The part of fr-it-docs that a question is about; pairs for training know the other better."""
    paths = list(relevant)
    if not paths:
        return "none"
    return "m365" if any(path.startswith("m365/") for path in paths) else "other"


def groups(queries: Sequence[Query], *, halves: bool = False) -> dict[str, list[int]]:
    """The places of the questions by row of a table: all, each kind, and each kind's halves."""
    found: dict[str, list[int]] = {"all": list(range(len(queries)))}
    for place, query in sorted(enumerate(queries), key=lambda pair: pair[1].kind):
        if query.kind != "all":
            found.setdefault(query.kind, []).append(place)
            if halves:
                found.setdefault(f"{query.kind} {half(query.relevant)}", []).append(place)
    return found


def measure(query: Query, ranked: Iterable[str], depth: int = 10) -> tuple[float, float]:
    """nDCG and recall of one ranking at `depth`."""
    kept = [found for found in ranked if found not in query.ignored][:depth]
    gain = sum(1 / log2(place + 2) for place, found in enumerate(kept) if found in query.relevant)
    ideal = sum(1 / log2(place + 2) for place in range(min(depth, len(query.relevant))))
    return gain / ideal, len(query.relevant.intersection(kept)) / len(query.relevant)

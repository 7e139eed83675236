"""Reads and samples the training data: sentence pairs, and questions with their passages."""

import gzip
import json
import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# The share of each source's sentences that is taken: documents for the people who use and run IT
# count in full, references for programmers give breadth alone.
SHARES: Mapping[str, float] = {
    "ms-skype-teams": 0.35,
    "ms-powershell": 0.25,
    "php-doc": 0.2,
    "python-docs": 0.3,
    "apache-httpd": 0.6,
    "astro-docs": 0.5,
}
MACHINE_TRANSLATED = 0.7  # of a source's share, since some of it is wrong
LONGEST = 45  # words


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence in both languages."""

    en: str
    fr: str
    source: str


@dataclass(frozen=True, slots=True)
class Match:
    """A question and the passage that belongs to it; English may be missing on either side."""

    query: str
    passage: str
    source: str
    query_en: str = ""
    passage_en: str = ""


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a gzipped file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def read_pairs(folder: Path) -> Iterator[Pair]:
    """All sentence pairs, those of `help_pairs.jsonl.gz` too when the folder has one."""
    for row in read_rows(folder / "pairs_train.jsonl.gz"):
        yield Pair(row["en"], row["fr"], row["src"] + ("+mt" if row["mt"] else ""))
    more = folder / "help_pairs.jsonl.gz"
    if more.exists():
        for row in read_rows(more):
            yield Pair(row["en"], row["fr"], row["src"])


def sample(pairs: Iterable[Pair], rng: random.Random) -> list[Pair]:
    """The pairs to distil on, shuffled: short enough, each source by its share."""
    chosen = []
    for pair in pairs:
        source, _, machine = pair.source.partition("+")
        share = SHARES.get(source, 1.0) * (MACHINE_TRANSLATED if machine else 1.0)
        if len(pair.fr.split()) <= LONGEST and rng.random() < share:
            chosen.append(pair)
    rng.shuffle(chosen)
    return chosen


def read_matches(folder: Path) -> Iterator[Match]:
    """All questions with their passages; a heading's English is looked up among the pairs."""
    english = {pair.fr: pair.en for pair in read_pairs(folder) if len(pair.fr.split()) <= 16}
    for row in read_rows(folder / "query_passage_fr.jsonl.gz"):
        last = row["query"].rsplit(" : ", 1)[-1]
        found = english.get(row["query"]) or english.get(last) or ""
        yield Match(row["query"], row["passage"], row["src"], found)
    more = folder / "help_passages.jsonl.gz"
    if more.exists():
        for row in read_rows(more):
            yield Match(
                row["query"],
                row["passage"],
                row["src"],
                row.get("query_en", ""),
                row.get("passage_en", ""),
            )

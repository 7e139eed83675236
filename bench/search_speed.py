"""Search latency over 10,000 to 300,000 passages of one workspace, beside other ways to do it; by
meaning too at one size, with what the model takes."""

import argparse
import gzip
import json
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench import meaning
from bench.corpus import Corpus, Entry, corpus, read_passages
from bench.sets import SETS, read_queries
from bench.table import Line, shown
from netz.knowledge.search.blocks import term_number
from netz.knowledge.search.fold import fold
from netz.knowledge.text import Synonyms, analyse, read_question

SIZES = (10_000, 30_000, 100_000, 300_000)
VECTORS_AT = 100_000
_BATCH = 2_000

# The plain way: a row a posting, summed in SQL. `saturation` has been worked out beforehand, so
# that it is faster here than an index with changing statistics could be.
PLAIN = """
    SELECT number, sum(saturation * idf) AS score
    FROM plain_posting JOIN unnest(%s::bigint[], %s::real[]) AS asked(term, idf) USING (term)
    GROUP BY number ORDER BY score DESC LIMIT 60
"""
RANKED = """
    SELECT id, ts_rank(words, query) AS score
    FROM ranked_text, to_tsquery('french', %s) AS query
    WHERE words @@ query ORDER BY score DESC LIMIT 60
"""


def entries(data: Path, size: int) -> Iterator[Entry]:
    """French passages of the sets, ten to a document; repeated ones with another's second half."""
    base: list[Entry] = []
    for name in SETS:
        base += read_passages(data / name / "passages.jsonl", words=180)
    with gzip.open(data / "pairs" / "query_passage_fr.jsonl.gz", "rt", encoding="utf-8") as lines:
        base += [Entry("", row["query"], row["passage"]) for row in map(json.loads, lines)]
    chance = random.Random(1)
    chance.shuffle(base)
    for number in range(size):
        entry = base[number % len(base)]
        text = entry.text
        if number >= len(base):
            mine, other = text.split(), chance.choice(base).text.split()
            text = " ".join([*mine[: len(mine) // 2], *other[len(other) // 2 :]])
        yield replace(entry, path=f"corpus/{number // 10}", text=text)


def questions(data: Path) -> list[str]:
    """The development questions of all sets in a fixed, mixed order."""
    found = [query.text for name in SETS for query in read_queries(data, name)]
    random.Random(2).shuffle(found)
    return found


def timed(asked: Sequence[str], search: Callable[[str], Any]) -> dict[str, float]:
    """Milliseconds of one search after another: median, 95th percentile, slowest."""
    for text in asked[:20]:
        search(text)
    spent = []
    for text in asked:
        start = time.perf_counter()
        search(text)
        spent.append((time.perf_counter() - start) * 1000)
    spent.sort()
    return {"p50": spent[len(spent) // 2], "p95": spent[int(len(spent) * 0.95)], "max": spent[-1]}


def fill(index: Corpus, passages: Sequence[Entry]) -> None:
    """Indexes passages in batches, folding as the background job does."""
    for start in range(0, len(passages), _BATCH):
        index.add(passages[start : start + _BATCH], batch=100)
        with index.connection.cursor() as cursor:
            fold(cursor, index.workspace)
        index.commit()


def fill_plain(index: Corpus, passages: Sequence[Entry]) -> dict[int, int]:
    """Fills the tables of the other ways; returns how many passages each term is in."""
    connection, frequency = index.connection, Counter[int]()
    connection.execute("CREATE TEMP TABLE plain_posting (term bigint, number int, saturation real)")
    connection.execute("CREATE TEMP TABLE ranked_text (id int, words tsvector)")
    with connection.cursor().copy("COPY plain_posting FROM STDIN") as rows:
        for number, entry in enumerate(passages):
            terms = Counter(token.term for token in analyse(f"{entry.title}\n{entry.text}"))
            for term, times in terms.items():
                frequency[term_number(term)] += 1
                rows.write_row((term_number(term), number, times * 2.0 / (times + 1.0)))
    with connection.cursor().copy("COPY ranked_text (id, words) FROM STDIN") as rows:
        for number, entry in enumerate(passages):
            words = " ".join(re.findall(r"\w+", f"{entry.title} {entry.text}"))
            rows.write_row(
                (
                    number,
                    " ".join(
                        f"'{word}'"
                        for word in {token.term for token in analyse(words) if token.term.isalnum()}
                    ),
                )
            )
    for statement in (
        "CREATE INDEX ON plain_posting (term) INCLUDE (number, saturation)",
        "CREATE INDEX ON ranked_text USING gin (words)",
        "ANALYZE plain_posting",
        "ANALYZE ranked_text",
    ):
        connection.execute(statement.encode())
    return dict(frequency)


def other_ways(index: Corpus, passages: Sequence[Entry], asked: Sequence[str]) -> dict[str, Any]:
    """Times a plain relational index and `ts_rank`, both without synonyms and expansions."""
    frequency = fill_plain(index, passages)
    none = Synonyms()

    def first_terms(text: str) -> list[str]:
        concepts = read_question(text, none, "fr").concepts
        return [concept.alternatives[0].terms[0] for concept in concepts]

    def plain(text: str) -> None:
        numbers = [term_number(term) for term in first_terms(text)]
        weights = [1 / (1 + frequency.get(number, 0)) for number in numbers]
        index.connection.execute(PLAIN.encode(), [numbers, weights]).fetchall()

    def ranked(text: str) -> None:
        terms = [term for term in first_terms(text) if term.isalnum()] or ["rien"]
        query = RANKED.replace("'french'", "'simple'")
        index.connection.execute(query.encode(), [" | ".join(terms)]).fetchall()

    return {"plain postings": timed(asked, plain), "ts_rank": timed(asked[:60], ranked)}


def run(
    data: Path, sizes: Sequence[int], others_at: int | None, vectors_at: int | None, setting: str
) -> dict[str, Any]:
    """Measures each size in one growing corpus and prints a line each."""
    asked = questions(data)[:200]
    passages = list(entries(data, max(sizes)))
    results: dict[str, Any] = {}
    with corpus() as index:
        done = 0
        for size in sorted(sizes):
            started = time.perf_counter()
            fill(index, passages[done:size])
            rate = (size - done) / (time.perf_counter() - started)
            done = size
            _report(results, f"netz {size}", timed(asked, index.search))
            print(f"{'':24} {rate:6.0f} passages a second indexed, folding included", flush=True)
            if size == vectors_at:
                results[f"by meaning {size}"] = by_meaning(index, asked, setting)
            if size == others_at:
                for name, figures in other_ways(index, passages[:size], asked).items():
                    _report(results, f"{name} {size}", figures)
    return results


def by_meaning(index: Corpus, asked: Sequence[str], setting: str) -> list[dict[str, Any]]:
    """Gives the passages vectors and prints what searching them takes."""
    model = meaning.local_model(setting)
    if model is None:
        print("Left out: search by meaning, without the model that the product brings.")
        return []
    filled = meaning.fill(index.place, model)
    found = []
    for one in meaning.findings(
        index.place, setting, filled, asked, lambda text: index.search(text, embedder=model)
    ):
        line = Line(one.title, one.figure, target=one.target, note=one.note)
        figures = (one.figure.median, one.figure.p95)
        values = " / ".join(shown(value, one.figure.unit) for value in figures if value is not None)
        target = f"   target {one.target}" if str(one.target) else ""
        print(f"{one.title}: {values}{target}", flush=True)
        if one.note:
            print(f"    {one.note}")
        found.append(line.as_json())
    return found


def _report(results: dict[str, Any], name: str, figures: dict[str, float]) -> None:
    results[name] = figures
    shown = "  ".join(f"{key} {value:7.1f} ms" for key, value in figures.items())
    print(f"{name:24} {shown}", flush=True)


def main() -> None:
    """Command line: see `python -m bench.search_speed --help`."""
    parser = argparse.ArgumentParser(prog="python -m bench.search_speed", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--others-at", type=int)
    parser.add_argument("--vectors-at", type=int, default=VECTORS_AT, metavar="N")
    parser.add_argument("--model", metavar="FOLDER", help="instead of the product's own")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    setting = f"onnx:{options.model}" if options.model else ""
    results = run(options.data, options.sizes, options.others_at, options.vectors_at, setting)
    if options.json:
        options.json.write_text(json.dumps(results, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Answer quality: answered right, answered wrong or refused, by kind of question, and how fast.

Documents go through the product's extraction and index, questions through its search, grounder
and extractive writer: by words alone, and with a model's vectors beside them. A right answer
cites a document that was judged relevant. Times hold the encoding of the question.
"""

import argparse
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from bench.corpus import Corpus, Entry, corpus, read_passages
from bench.models import Model, add_options, one_model
from bench.search import WORDS
from bench.sets import half
from bench.vectors import question_vector
from netz.ai.embeddings import Embedder, LocalEmbedder
from netz.assistant.answering import Draft, compose, decide, detect_language, read_question
from netz.knowledge.extraction import ExtractionError, extract, split
from netz.knowledge.search.likeness import likenesses

HITS = 12
VERDICTS = ("right", "near", "wrong", "refused")
# A product of a question and what stands in its place in a made look-alike, which no document of
# the set answers.
SWAPS = (
    (r"Microsoft 365", ("Google Workspace", "Zimbra", "Zoho")),
    (r"Teams", ("Slack", "Zoom", "Webex")),
    (r"Outlook(?: 2016)?(?: pour Windows)?", ("Gmail", "Lotus Notes", "Zimbra")),
    (r"OneDrive", ("Dropbox", "Google Drive")),
    (r"Windows 10 Famille vers Windows 10 Professionnel", ("macOS Monterey vers macOS Ventura",)),
    (r"LibreOffice", ("Photoshop", "Notion", "AutoCAD")),
    (r"Calc\b", ("Airtable", "Google Sheets")),
    (r"YunoHost", ("Synology", "Plesk", "cPanel")),
    (r"Debian", ("FreeBSD", "Solaris")),
    (r"Bluetooth", ("DECT",)),
    (r"Windows(?! 10)", ("Chromebook", "AIX")),
    (r"Thunderbird", ("Spark",)),
    (r"postfix", ("qmail",)),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the documents that answer it and the spans that an answer should hold."""

    text: str
    kind: str
    relevant: frozenset[str] = frozenset()
    ignored: frozenset[str] = frozenset()
    spans: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a question; times in milliseconds."""

    asked: Asked
    verdict: str
    span: bool
    words: int
    confidence: float
    total_ms: float
    writing_ms: float


def documents(root: Path) -> Iterator[Entry]:
    """Every file below `root` as passages, by the product's extraction."""
    for path in sorted(root.rglob("*")):
        if path.is_file():
            try:
                found = extract(path, filename=path.name)
            except ExtractionError as error:
                print(f"  left out: {path.name} ({error.code})")
                continue
            for draft in split(found):
                blocks = tuple(
                    {"kind": b.kind, "text": b.text, "level": b.level, "marker": b.marker}
                    for b in draft.blocks
                )
                yield Entry(
                    str(path.relative_to(root)),
                    found.title,
                    draft.text,
                    draft.headings,
                    found.language,
                    draft.ordinal,
                    blocks,
                )


def read_questions(path: Path) -> list[Asked]:
    """The questions of a set."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return [
        Asked(
            row["text"],
            row.get("kind", "all"),
            frozenset(row["relevant"]),
            frozenset(row.get("also_ok", ())),
            tuple(row["answers"]),
        )
        for row in rows
    ]


def look_alikes(questions: Iterable[Asked]) -> Iterator[Asked]:
    """Answerable questions with their product swapped for one that the documents don't treat."""
    for asked in questions:
        for pattern, others in SWAPS:
            if asked.relevant and re.search(pattern, asked.text):
                for other in others:
                    yield Asked(re.sub(pattern, other, asked.text), "look-alike")


def simple(text: str) -> str:
    """A text for comparing spans: letters and digits alone, one apostrophe, one blank."""
    plain = unicodedata.normalize("NFKC", text).replace("’", "'").lower()
    return " ".join(re.sub(r"[^\w]+", " ", plain).split())


@dataclass(frozen=True, slots=True)
class Answered:
    """What one way of searching came to, block by block of the table."""

    way: str
    first: list[Outcome]
    again: list[Outcome]
    swapped: list[Outcome]
    foreign: list[Outcome]
    own: list[Outcome]


def answer(
    index: Corpus, text: str, embedder: Embedder | None = None
) -> tuple[Draft, float, float]:
    """The draft, and the milliseconds in all and for what comes after the search."""
    started = perf_counter()
    language = detect_language(text, "fr")
    searched = index.searched(text, limit=HITS, language=language, embedder=embedder)
    found = perf_counter()
    question = read_question(text, language, searched.weights)
    alike = None
    if isinstance(embedder, LocalEmbedder) and embedder.scale is not None:
        # Encodes the question a second time, where the product keeps the vector.
        alike = partial(likenesses, embedder, question_vector(embedder, text))
    grounding = decide(question, searched.hits, alike)
    draft = compose(question, searched.hits, grounding, language)
    ended = perf_counter()
    return draft, (ended - started) * 1000, (ended - found) * 1000


def judge(index: Corpus, asked: Asked, embedder: Embedder | None = None) -> Outcome:
    """Asks one question and compares."""
    draft, total, writing = answer(index, asked.text, embedder)
    cited = {citation.path for citation in draft.citations}
    if draft.status == "refused":
        verdict = "refused"
    elif cited & asked.relevant:
        verdict = "right"
    else:
        verdict = "near" if cited & asked.ignored else "wrong"
    span = verdict == "right" and any(simple(s) in simple(draft.text) for s in asked.spans)
    return Outcome(asked, verdict, span, len(draft.text.split()), draft.confidence, total, writing)


def answered(
    asked: Sequence[Asked],
    entries: Sequence[Entry],
    foreign: Sequence[Asked],
    foreign_entries: Sequence[Entry],
    model: Model | None,
) -> Answered:
    """Asks everything in one way; in an index of its own, where nothing has been read before."""
    embedder = model.embedder if model else None

    def all_of(index: Corpus, questions: Iterable[Asked]) -> list[Outcome]:
        return [judge(index, one, embedder) for one in questions]

    with corpus(entries) as index:
        _prepare(index, model)
        first, again = all_of(index, asked), all_of(index, asked)
        swapped = all_of(index, look_alikes(asked))
        away = all_of(index, [Asked(one.text, "foreign") for one in foreign])
    with corpus(foreign_entries) as index:
        _prepare(index, model)
        own = all_of(index, foreign)
    return Answered(
        f"{WORDS} + {model.label}" if model else WORDS, first, again, swapped, away, own
    )


def _prepare(index: Corpus, model: Model | None) -> None:
    """Vectors for the passages; and a question, so that none of those measured loads anything."""
    if model is not None:
        index.embed(model.embedder)
        model.embedder.keep()
    answer(index, "Bonjour, comment ça marche ?", model.embedder if model else None)


def row(label: str, way: str, outcomes: list[Outcome]) -> dict[str, Any]:
    """Prints and returns one line of the table."""
    count = {verdict: sum(o.verdict == verdict for o in outcomes) for verdict in VERDICTS}
    span = sum(o.span for o in outcomes)
    written = [o.words for o in outcomes if o.verdict != "refused"]
    words = round(median(written)) if written else 0
    print(
        f"{label:30} {way:14} {len(outcomes):4} {count['right']:6} {span:6} {count['near']:5} "
        f"{count['wrong']:6} {count['refused']:8} {words:6}"
    )
    found = {"label": label, "way": way, "n": len(outcomes), **count, "span": span}
    return found | {"median_words": words}


def report(
    name: str, ways: dict[str, list[Outcome]], key: Callable[[Asked], str], *, whole: bool = True
) -> list[dict[str, Any]]:
    """Prints a block of the table: all questions unless not `whole`, then by `key`; each row once
    a way of searching."""
    every = next(iter(ways.values()))
    labels = list(dict.fromkeys(key(one.asked) for one in every))
    lines = [row(name, way, outcomes) for way, outcomes in ways.items()] if whole else []
    for label in labels if len(labels) > 1 else []:
        for way, outcomes in ways.items():
            part = [one for one in outcomes if key(one.asked) == label]
            lines.append(row(f"  {label}", way, part))
    return lines


def speed(label: str, way: str, values: list[float]) -> dict[str, Any]:
    """Prints and returns median and 95th percentile in milliseconds."""
    p95 = quantiles(values, n=20)[-1]
    print(f"{label:34} {way:14} median {median(values):6.1f} ms   p95 {p95:6.1f} ms")
    return {"label": label, "way": way, "median_ms": median(values), "p95_ms": p95}


def show(found: Sequence[Answered]) -> dict[str, Any]:
    """Prints the whole table, ways of searching under each other."""
    head = f"{'questions':30} {'search by':14} {'n':>4} {'right':>6} {'span':>6} {'near':>5}"
    print(f"{head} {'wrong':>6} {'refused':>8} {'words':>6}")

    def by_half(one: Asked) -> str:
        return f"{half(one.relevant)} {one.kind}"

    def by_kind(one: Asked) -> str:
        return one.kind

    first = {each.way: each.first for each in found}
    lines = report("fr-it-docs", first, by_kind)
    lines += report("fr-it-docs, by half", first, by_half, whole=False)
    for name, ways in (
        ("fr-it-docs, products swapped", {each.way: each.swapped for each in found}),
        ("fr-qa-piaf asked of fr-it-docs", {each.way: each.foreign for each in found}),
        ("fr-qa-piaf", {each.way: each.own for each in found}),
    ):
        lines += report(name, ways, by_kind)
    times = []
    for each in found:
        for when, outcomes in (("first time", each.first), ("passages read before", each.again)):
            times += [
                speed(f"answer, {when}", each.way, [o.total_ms for o in outcomes]),
                speed(f"after search, {when}", each.way, [o.writing_ms for o in outcomes]),
            ]
    return {"table": lines, "speed": times}


def run(data: Path, models: Sequence[Model]) -> dict[str, Any]:
    """Measures by words, then with each model, and prints the table."""
    docs, piaf = data / "fr-it-docs", data / "fr-qa-piaf"
    asked = read_questions(docs / "questions_dev.jsonl")
    entries = list(documents(docs / "docs"))
    foreign = read_questions(piaf / "queries_dev.jsonl")
    passages = read_passages(piaf / "passages.jsonl")
    found = [answered(asked, entries, foreign, passages, model) for model in (None, *models)]
    return show(found)


def main() -> None:
    """Command line: see `python -m bench.answers --help`."""
    parser = argparse.ArgumentParser(prog="python -m bench.answers", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--json", type=Path)
    add_options(parser)
    options = parser.parse_args()
    results = run(options.data, one_model(options))
    if options.json:
        options.json.write_text(json.dumps(results, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()

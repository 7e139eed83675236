"""Answer quality: answered right, answered wrong or refused, by kind of question, and how fast.

Documents go through the product's extraction and index, questions through its search, grounder
and extractive writer. A right answer cites a document that was judged relevant.
"""

import argparse
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from bench.corpus import Corpus, Entry, corpus, read_passages
from netz.assistant.answering import Draft, compose, decide, detect_language, read_question
from netz.knowledge.extraction import ExtractionError, extract, split

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


def answer(index: Corpus, text: str) -> tuple[Draft, float, float]:
    """The draft, and the milliseconds in all and for what comes after the search."""
    started = perf_counter()
    language = detect_language(text, "fr")
    searched = index.searched(text, limit=HITS, language=language)
    found = perf_counter()
    question = read_question(text, language, searched.weights)
    draft = compose(question, searched.hits, decide(question, searched.hits), language)
    ended = perf_counter()
    return draft, (ended - started) * 1000, (ended - found) * 1000


def judge(index: Corpus, asked: Asked) -> Outcome:
    """Asks one question and compares."""
    draft, total, writing = answer(index, asked.text)
    cited = {citation.path for citation in draft.citations}
    if draft.status == "refused":
        verdict = "refused"
    elif cited & asked.relevant:
        verdict = "right"
    else:
        verdict = "near" if cited & asked.ignored else "wrong"
    span = verdict == "right" and any(simple(s) in simple(draft.text) for s in asked.spans)
    return Outcome(asked, verdict, span, len(draft.text.split()), draft.confidence, total, writing)


def half(asked: Asked) -> str:
    """The part of fr-it-docs that a question is about."""
    if not asked.relevant:
        return "none"
    return "m365" if any(path.startswith("m365/") for path in asked.relevant) else "other"


def row(label: str, outcomes: list[Outcome]) -> dict[str, Any]:
    """Prints and returns one line of the table."""
    count = {verdict: sum(o.verdict == verdict for o in outcomes) for verdict in VERDICTS}
    span = sum(o.span for o in outcomes)
    answered = [o.words for o in outcomes if o.verdict != "refused"]
    words = round(median(answered)) if answered else 0
    print(
        f"{label:34} {len(outcomes):4} {count['right']:6} {span:6} {count['near']:5} "
        f"{count['wrong']:6} {count['refused']:8} {words:6}"
    )
    return {"label": label, "n": len(outcomes), **count, "span": span, "median_words": words}


def report(name: str, outcomes: list[Outcome], key: Callable[[Asked], str]) -> list[dict[str, Any]]:
    """Prints a block of the table: all questions, then by `key`."""
    lines = [row(name, outcomes)]
    for label in dict.fromkeys(key(o.asked) for o in outcomes):
        part = [o for o in outcomes if key(o.asked) == label]
        if len(part) < len(outcomes):
            lines.append(row(f"  {label}", part))
    return lines


def speed(label: str, values: list[float]) -> dict[str, Any]:
    """Prints and returns median and 95th percentile in milliseconds."""
    p95 = quantiles(values, n=20)[-1]
    print(f"{label:34} median {median(values):6.1f} ms   p95 {p95:6.1f} ms")
    return {"label": label, "median_ms": median(values), "p95_ms": p95}


def run(data: Path) -> dict[str, Any]:
    """Measures and prints the whole table."""
    results: dict[str, Any] = {"table": [], "speed": []}
    docs, piaf = data / "fr-it-docs", data / "fr-qa-piaf"
    asked = read_questions(docs / "questions_dev.jsonl")
    foreign = read_questions(piaf / "queries_dev.jsonl")
    head = f"{'questions':34} {'n':>4} {'right':>6} {'span':>6} {'near':>5} {'wrong':>6}"
    print(f"{head} {'refused':>8} {'words':>6}")
    with corpus(documents(docs / "docs")) as index:
        outcomes = [judge(index, one) for one in asked]
        again = [judge(index, one) for one in asked]
        made = [judge(index, one) for one in look_alikes(asked)]
        away = [judge(index, Asked(one.text, "foreign")) for one in foreign]
    results["table"] += report("fr-it-docs", outcomes, lambda one: one.kind)
    kinds = report("fr-it-docs, by half", outcomes, lambda one: f"{half(one)} {one.kind}")
    results["table"] += kinds[1:]
    results["table"] += report("fr-it-docs, products swapped", made, lambda one: one.kind)
    results["table"] += report("fr-qa-piaf asked of fr-it-docs", away, lambda one: one.kind)
    with corpus(read_passages(piaf / "passages.jsonl")) as index:
        own = [judge(index, one) for one in foreign]
    results["table"] += report("fr-qa-piaf", own, lambda one: one.kind)
    results["speed"] += [
        speed("answer, first time", [o.total_ms for o in outcomes]),
        speed("answer, passages read before", [o.total_ms for o in again]),
        speed("after search, first time", [o.writing_ms for o in outcomes]),
        speed("after search, passages read before", [o.writing_ms for o in again]),
    ]
    return results


def main() -> None:
    """Command line: `python -m bench.answers --data DIR [--json FILE]`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    results = run(options.data)
    if options.json:
        options.json.write_text(json.dumps(results, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()

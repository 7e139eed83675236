"""How well an encoder alone finds documents: nDCG@10 on folders of questions, by brute force."""

import json
from collections.abc import Callable, Sequence
from math import log2
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Encode = Callable[[list[str]], Vectors]

SETS = {
    "fr-faq-cnil": "queries_dev.jsonl",
    "fr-it-docs": "questions_dev.jsonl",
    "fr-qa-piaf": "queries_dev.jsonl",
}
_CHUNK = 180  # words


def measure(encode: Encode, folder: Path, questions: str) -> dict[str, float]:
    """Means by kind of question; fr-it-docs' also by the half that the pairs flatter or don't."""
    ids, texts = [], []
    for row in _rows(folder / "passages.jsonl"):
        words = row["text"].split()
        for start in range(0, max(len(words), 1), _CHUNK):
            ids.append(row["id"])
            texts.append(f"{row['title']}\n{' '.join(words[start : start + _CHUNK])}")
    passages = encode(texts)
    asked = [row for row in _rows(folder / questions) if row["relevant"]]
    likeness = encode([row["text"] for row in asked]) @ passages.T
    found: dict[str, list[float]] = {}
    for row, scores in zip(asked, likeness, strict=True):
        ranked = dict.fromkeys(ids[place] for place in np.argsort(-scores))
        value = ndcg(list(ranked), set(row["relevant"]), set(row.get("also_ok", ())))
        for label in _labels(row):
            found.setdefault(label, []).append(value)
    return {label: sum(values) / len(values) for label, values in found.items()}


def ndcg(ranked: Sequence[str], relevant: set[str], ignored: set[str], depth: int = 10) -> float:
    """The normalised discounted gain of the first `depth`; `ignored` ones take no place."""
    kept = [one for one in ranked if one not in ignored][:depth]
    gain = sum(1 / log2(place + 2) for place, one in enumerate(kept) if one in relevant)
    return gain / sum(1 / log2(place + 2) for place in range(min(depth, len(relevant))))


def line(name: str, found: dict[str, float]) -> str:
    """The figures of a set on one line."""
    return f"{name}: " + "  ".join(f"{label} {value:.3f}" for label, value in found.items())


def _labels(row: dict[str, object]) -> list[str]:
    kind = str(row.get("kind", "all"))
    if kind == "all":
        return ["all"]
    half = "m365" if str(row["relevant"][0]).startswith("m365/") else "other"  # type: ignore[index]
    return ["all", kind, f"{kind} {half}"]


def _rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]

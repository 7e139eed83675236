"""Passages and questions to fill an index with: from data sets, or made up where there are none."""

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import Entry

VOCABULARY = 60_000
WORDS = 90  # of a passage, on average
PER_DOCUMENT = 10
_SYLLABLES = [
    consonant + vowel
    for consonant in ("b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "ch", "tr")
    for vowel in ("a", "e", "i", "o", "u", "ou", "an", "on")
]


@dataclass(frozen=True, slots=True)
class Material:
    """What to index and what to ask; `source` says where it comes from."""

    entries: Iterator[Entry]
    questions: list[str]
    source: str


def material(data: Path | None, size: int, questions: int) -> Material:
    """At least `size` passages of the data sets, repeated with changes, or of made-up words."""
    if data is None:
        return Material(made_up(size), made_up_questions(questions), "made-up words (Zipf)")
    from bench.search_speed import entries
    from bench.search_speed import questions as asked

    texts = asked(data)[:questions]
    return Material(entries(data, size), texts, "French data sets, repeated with changes")


def vocabulary(size: int = VOCABULARY) -> tuple[list[str], list[float]]:
    """Made-up words, commonest first, with cumulative weights by Zipf's law."""
    chance = random.Random(3)
    words: dict[str, None] = {}
    while len(words) < size:
        words["".join(chance.choices(_SYLLABLES, k=chance.choice((2, 2, 3, 3, 4))))] = None
    weights = [1 / (rank + 2.7) for rank in range(size)]
    return list(words), list(itertools.accumulate(weights))


def made_up(size: int) -> Iterator[Entry]:
    """Passages whose words are as unevenly common as a language's; the same at each call."""
    chance = random.Random(4)
    words, weights = vocabulary()
    for number in range(size):
        count = max(20, int(chance.gauss(WORDS, 30)))
        text = " ".join(chance.choices(words, cum_weights=weights, k=count))
        title = " ".join(chance.choices(words, cum_weights=weights, k=4))
        yield Entry(f"corpus/{number // PER_DOCUMENT}", title, text, language="fr")


def made_up_questions(count: int) -> list[str]:
    """Questions of three to seven words; common words are as likely as in the passages."""
    chance = random.Random(5)
    words, weights = vocabulary()
    return [
        " ".join(chance.choices(words, cum_weights=weights, k=chance.randint(3, 7)))
        for _ in range(count)
    ]

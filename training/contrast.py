"""Second stage: a question lies nearer to its passage than to others, close ones included.

In-batch negatives with hard ones found by BM25 (Karpukhin et al. 2020). Headings stand for
questions; most are reworded as people write, so that words alone don't tell the passage.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import bm25s
import numpy as np
import Stemmer
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from training.data import Match
from training.encoder import padded
from training.questions import user_questions
from training.vocabulary import encode

SHARES = {"ms-skype-teams": 0.5, "php-doc": 0.4, "ms-winserver": 0.7}
_TEMPERATURE = 0.05
_DEPTH = 40
_SKIPPED = 2  # the likest passages are too often as good an answer as the right one
_WINDOW = 90  # pieces of a passage that are read
_QUESTION = 40
_ENGLISH, _REWORDED = 0.2, 0.65  # shares of the questions
_HEADED = 0.7  # of the passages of a reworded question
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Course:
    """Questions with their passages in pieces, and hard negatives: places, -1 for none."""

    matches: Sequence[Match]
    headings: Sequence[Sequence[int]]
    passages: Sequence[Sequence[int]]
    english: Sequence[Sequence[int]]
    hard: NDArray[np.int32]


def choose(matches: Sequence[Match], rng: random.Random) -> list[Match]:
    """The matches to learn from: each source by its share, one a passage, nothing too short."""
    seen: set[str] = set()
    chosen = []
    for match in matches:
        key = match.passage[:200]
        long_enough = len(match.passage.split()) >= 12 and len(match.query.split()) >= 2
        if key in seen or not long_enough or rng.random() >= SHARES.get(match.source, 1.0):
            continue
        seen.add(key)
        chosen.append(match)
    return chosen


def course(matches: Sequence[Match], tokenizer: Tokenizer) -> Course:
    """The matches ready to learn from."""
    headings = encode(tokenizer, [match.query for match in matches], 40)
    passages = encode(tokenizer, [match.passage for match in matches], 400)
    english = encode(tokenizer, [match.passage_en for match in matches], 400)
    return Course(matches, headings, passages, english, _hard(matches))


def contrastive(
    model: nn.Module, given: Course, tokenizer: Tokenizer, rng: random.Random, size: int = 48
) -> Iterator[Tensor]:
    """The loss of one batch after the other, for ever."""
    places = list(range(len(given.matches)))
    while True:
        rng.shuffle(places)
        for start in range(0, len(places) - size + 1, size):
            yield _loss(model, given, tokenizer, rng, places[start : start + size])


def _loss(
    model: nn.Module, given: Course, tokenizer: Tokenizer, rng: random.Random, batch: list[int]
) -> Tensor:
    # A heading as it stands is asked of the text below it; reworded, of heading and text: the
    # product shows the model both, and a title is the shortest form of what a passage answers.
    reworded = rng.random() < _REWORDED
    asked = [_question(given.matches[place], reworded, rng) for place in batch]
    hard = [int(rng.choice(given.hard[place])) for place in batch]
    hard = [place for place in hard if place >= 0 and place not in batch]
    rows = [_passage(given, place, reworded, rng) for place in [*batch, *hard]]
    questions = model(padded(encode(tokenizer, asked, _QUESTION)))
    passages = _by_length(model, rows)
    likeness = questions @ passages.T / _TEMPERATURE
    right = torch.arange(len(batch))
    back = F.cross_entropy(likeness[:, : len(batch)].T, right)
    return 0.8 * F.cross_entropy(likeness, right) + 0.2 * back


def _by_length(model: nn.Module, rows: Sequence[Sequence[int]], parts: int = 3) -> Tensor:
    """Rows in a few batches of like length, which saves padding; in their first order."""
    order = sorted(range(len(rows)), key=lambda place: len(rows[place]))
    step = -(-len(order) // parts)
    found = torch.cat(
        [
            model(padded([rows[place] for place in order[start : start + step]]))
            for start in range(0, len(order), step)
        ]
    )
    return found[torch.argsort(torch.tensor(order))]


def _question(match: Match, reworded: bool, rng: random.Random) -> str:
    english = match.query_en and rng.random() < _ENGLISH
    text, language = (match.query_en, "en") if english else (match.query, "fr")
    made = user_questions(text, language, rng, 1) if reworded else ()
    return made[0] if made else text


def _passage(given: Course, place: int, headed: bool, rng: random.Random) -> Sequence[int]:
    """A part of the passage, now and then in English, most often below its heading."""
    english = given.english[place]
    if len(english) > 12 and rng.random() < _ENGLISH:
        return _window(english, rng)
    window = _window(given.passages[place], rng)
    if headed and rng.random() < _HEADED:
        return [*given.headings[place][:-1], *window[1:]]
    return window


def _window(row: Sequence[int], rng: random.Random) -> Sequence[int]:
    """The beginning of a passage, or another part of it."""
    if len(row) <= _WINDOW or rng.random() < 0.6:
        return row[:_WINDOW]
    start = rng.randrange(1, len(row) - _WINDOW + 1)
    return [row[0], *row[start : start + _WINDOW - 1]]


def _hard(matches: Sequence[Match]) -> NDArray[np.int32]:
    """For each match the passages that BM25 takes for its answer: `(n, depth)`."""
    stemmer = Stemmer.Stemmer("french")

    def tokens(texts: list[str]) -> bm25s.tokenization.Tokenized:
        return bm25s.tokenize(texts, stopwords="fr", stemmer=stemmer, show_progress=False)

    index = bm25s.BM25()
    index.index(tokens([match.passage for match in matches]), show_progress=False)
    queries = tokens([match.query for match in matches])
    found, _ = index.retrieve(queries, k=_DEPTH, n_threads=2, show_progress=False)
    words = [frozenset(_WORDS.findall(match.query.lower())) for match in matches]
    hard = np.full((len(matches), _DEPTH), -1, dtype=np.int32)
    for place, row in enumerate(found):
        others = [int(o) for o in row[_SKIPPED:] if o != place and not _same(words, place, int(o))]
        hard[place] = np.resize(others, _DEPTH) if others else -1
    return hard


def _same(words: Sequence[frozenset[str]], one: int, other: int) -> bool:
    """Whether two headings say so much the same that either passage may answer."""
    both = len(words[one] & words[other])
    return both >= 0.5 * max(len(words[one] | words[other]), 1)

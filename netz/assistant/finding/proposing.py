"""Which messages fit what is looked for, best first: by their words, then by their meaning."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from uuid import UUID

import numpy as np
from django.db import connection
from numpy.typing import NDArray
from psycopg import Cursor
from psycopg.pq import Format

from netz.ai.embeddings import builtin_embedder, embed_now
from netz.assistant.finding import sql
from netz.assistant.finding.index import LONGEST_WORD, model_name
from netz.assistant.finding.records import Records, term_key, unpack
from netz.core.folding import fold
from netz.knowledge.block_cache import BlockCache
from netz.knowledge.signatures import Signatures, differing, read_signatures, signs, word_count
from netz.knowledge.text import Concept, Question
from netz.knowledge.text.stems import stems

MOST = 2_000  # messages that are proposed
COMPLETED = 40  # words that what is being typed may become
_COMPLETION = 0.8  # what such a word counts beside one that is typed in full
_PARTLY = 0.6  # of the words that must stand in a message when none has them all
# How alike, as a cosine, two questions are that mean nearly the same: pairs in other words lie at
# 0.34 to 0.76, pairs about other things at 0.31 at most (tried on a few dozen of the trade's).
_ALIKE = 0.4
_ALIKE_MOST = 12
_ALIKE_WORDS = 2  # words from which on a meaning is looked for

Numbers = NDArray[np.int64]

CACHE = BlockCache(128 * 2**20)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: the words read, how they may be written in full, the whole text."""

    question: Question
    spellings: Mapping[str, Sequence[str]]
    text: str

    def forms(self, concept: Concept) -> list[tuple[tuple[int, ...], float]]:
        """What may stand for a word: keys that must all be there, and what that is worth."""
        found = {
            tuple(term_key(term) for term in one.terms): one.weight for one in concept.alternatives
        }
        for written in self.spellings.get(fold(concept.surface), ()):
            for term in stems(written, self.question.language):
                found.setdefault((term_key(term),), _COMPLETION)
        return list(found.items())

    def keys(self) -> set[int]:
        """Every key that a message may be found by."""
        return {
            key
            for concept in self.question.concepts
            for keys, _ in self.forms(concept)
            for key in keys
        }


@dataclass(frozen=True, slots=True)
class Scope:
    """Where to look, which spares asking about messages that nobody would be shown.

    What has a key of `inside` is in scope, and with `outside` all that has none of those keys;
    with `resting_on`, only what has that key too.
    """

    inside: tuple[int, ...]
    outside: tuple[int, ...] = ()
    resting_on: int | None = None

    def keys(self) -> set[int]:
        """All keys that it speaks of."""
        resting = () if self.resting_on is None else (self.resting_on,)
        return {*self.inside, *self.outside, *resting}


@dataclass(frozen=True, slots=True)
class Proposals:
    """Numbers of messages, best first: with all words, with most of them, with the meaning.

    The last are worked out when they are asked for: where words have found enough, nobody waits.
    """

    whole: Numbers
    partly: Numbers
    alike: Callable[[], Numbers]


def spellings(workspace_id: UUID, text: str) -> dict[str, list[str]]:
    """How the words of the text are written in the workspace: with which accents, and, for one
    that is still being typed, to which end."""
    words = [fold(word) for word in text.split()]
    typed = words[-1] if words and not text[-1].isspace() else ""
    beginning = typed if 2 < len(typed) <= LONGEST_WORD else None
    with connection.cursor() as cursor:
        cursor.execute(
            sql.WORDS,
            {
                "workspace": workspace_id,
                "words": words[: -1 if beginning else None],
                "beginning": beginning,
                "end": f"{beginning}\U0010ffff",
                "most": COMPLETED,
            },
        )
        found: dict[str, list[str]] = {}
        for word, written in cursor.fetchall():
            found.setdefault(word, []).append(written)
        return found


def proposals(
    workspace_id: UUID,
    wanted: Wanted,
    *,
    scope: Scope,
) -> Proposals:
    """The messages in scope that fit."""
    postings, blocks = _fetch(workspace_id, wanted.keys() | scope.keys())
    size = 1 + max(
        (int(some["number"].max()) for some in postings.values() if len(some)), default=0
    )
    size = max(size, 1 + max((int(one.numbers.max()) for one in blocks.values()), default=0))
    allowed = _allowed(postings, size, scope)
    matched = _matched(wanted, postings, size)
    if allowed is not None:
        matched.hits[~allowed] = 0
    whole, partly = _ranked(matched, len(wanted.question.concepts))
    return Proposals(whole, partly, partial(_alike, wanted, blocks, allowed))


def _fetch(
    workspace_id: UUID, keys: Iterable[int]
) -> tuple[dict[int, Records], dict[int, Signatures]]:
    model = model_name()
    held = CACHE.held((workspace_id, model))
    # Not `connection.cursor`: Django's connections make client-side cursors, which know no binary.
    with Cursor(connection.connection) as cursor:
        cursor.format = Format.BINARY
        cursor.execute(
            sql.FETCH,
            {"workspace": workspace_id, "terms": list(keys), "held": list(held), "model": model},
        )
        rows = cursor.fetchall()
    postings = {key: unpack(data) for sort, key, data in rows if sort == "p"}
    words = word_count(_dimensions(model)) if model else 0
    blocks = {
        number: held[number] if data is None else read_signatures(data, words)
        for sort, number, data in rows
        if sort == "s" and (data is None or len(data))
    }
    blocks = {number: block for number, block in blocks.items() if len(block.numbers)}
    CACHE.keep((workspace_id, model), blocks)
    return postings, blocks


@lru_cache(maxsize=2)
def _dimensions(model: str) -> int:
    """Of the product's own model, which goes by that name."""
    embedder = builtin_embedder()
    return embed_now(embedder, [model], "query").shape[1] if embedder else 0


def _allowed(postings: Mapping[int, Records], size: int, scope: Scope) -> NDArray[np.bool_] | None:
    """Which messages are in scope; None where all are."""

    def having(keys: Iterable[int]) -> NDArray[np.bool_]:
        found = np.zeros(size, dtype=bool)
        for key in keys:
            if key in postings:
                found[postings[key]["number"]] = True
        return found

    allowed = None
    if scope.outside:
        allowed = ~having(scope.outside)
    if scope.inside:
        inside = having(scope.inside)
        allowed = inside if allowed is None else allowed | inside
    if scope.resting_on is not None:
        resting = having([scope.resting_on])
        allowed = resting if allowed is None else allowed & resting
    return allowed


@dataclass(frozen=True, slots=True)
class _Matched:
    """For each message: how many of the words stand in it, what they are worth in hundredths, and
    when it was said."""

    hits: NDArray[np.uint8]
    worth: NDArray[np.uint16]
    seconds: NDArray[np.uint32]


def _matched(wanted: Wanted, postings: Mapping[int, Records], size: int) -> _Matched:
    found = _Matched(np.zeros(size, np.uint8), np.zeros(size, np.uint16), np.zeros(size, np.uint32))
    numbers = {key: records["number"].astype(np.int64) for key, records in postings.items()}
    for concept in wanted.question.concepts:
        gain = np.zeros(size, np.uint8)
        # What is worth most comes last and stays.
        for keys, weight in sorted(wanted.forms(concept), key=lambda form: form[1]):
            if not all(key in postings for key in keys):
                continue
            standing = numbers[keys[0]]
            found.seconds[standing] = postings[keys[0]]["second"]
            for key in keys[1:]:
                standing = np.intersect1d(standing, numbers[key])
            gain[standing] = round(100 * weight)
        found.hits[:] += gain > 0
        found.worth[:] += gain
    return found


def _ranked(matched: _Matched, concepts: int) -> tuple[Numbers, Numbers]:
    """The messages with all words, and with most of them: those with more and worthier words
    first, then the latest."""
    if not concepts:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    found = np.flatnonzero(matched.hits >= max(np.ceil(_PARTLY * concepts), 1))
    key = matched.hits[found].astype(np.int64) << 48
    key += (matched.worth[found].astype(np.int64) // 10) << 32
    key += matched.seconds[found]
    if len(found) > MOST:
        kept = np.argpartition(-key, MOST)[:MOST]
        found, key = found[kept], key[kept]
    order = np.lexsort((-found, -key))
    found = found[order]
    full = matched.hits[found] == concepts
    return found[full], found[~full]


def _alike(
    wanted: Wanted, blocks: Mapping[int, Signatures], allowed: NDArray[np.bool_] | None
) -> Numbers:
    """The questions in scope that mean nearly the same, the likest first."""
    embedder = builtin_embedder()
    if embedder is None or len(wanted.question.concepts) < _ALIKE_WORDS or not blocks:
        return np.zeros(0, np.int64)
    vector = np.asarray(embed_now(embedder, [wanted.text], "query"))
    signature = signs(vector)[0]
    bits = min(vector.shape[1], 64 * len(signature))
    # Two vectors at an angle differ in that share of their signs.
    most = int(np.arccos(_ALIKE) / np.pi * bits)
    numbers, apart = [], []
    for block in blocks.values():
        unlike = differing(block, signature)
        near = np.flatnonzero(unlike <= most)
        if allowed is not None:
            near = near[allowed[block.numbers[near]]]
        numbers.append(block.numbers[near])
        apart.append(unlike[near])
    every, unlike = np.concatenate(numbers), np.concatenate(apart)
    best = np.lexsort((-every.astype(np.int64), unlike))[: 5 * _ALIKE_MOST]
    return every[best].astype(np.int64)

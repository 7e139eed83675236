"""Searching: statements and what is made of their rows, step by step."""

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple
from uuid import UUID

import numpy as np
from psycopg import Cursor
from psycopg.pq import Format

from netz.knowledge.search import sql
from netz.knowledge.search.blocks import POSTING, RUN, Records, read, term_number
from netz.knowledge.search.correction import candidates, corrected, doubtful, neighbourhood
from netz.knowledge.search.proximity import closeness
from netz.knowledge.search.scoring import Found, Ranking, fused, idf, rank
from netz.knowledge.search.vectors import Nearness, QueryVector
from netz.knowledge.search.visibility import Visibility
from netz.knowledge.text.question import Question, read_question
from netz.knowledge.text.synonyms import Synonyms, builtin
from netz.knowledge.types import Hit

Row = Sequence[Any]
Steps = Generator[tuple[str, Any], list[Row], "Searched"]
Encode = Callable[[str], QueryVector | None]

RANKING = Ranking()


@dataclass(frozen=True, slots=True)
class Searched:
    """The hits, and the inverse document frequency of each term of the question that stands in a
    passage that the reader may see.

    `vector` is what the passages were compared with: the question's, or that of its words as they
    were meant.
    """

    hits: list[Hit]
    weights: Mapping[str, float]
    vector: QueryVector | None = None


def search(
    cursor: Any,
    workspace_id: UUID,
    query: str,
    *,
    audiences: Sequence[int] | None = None,
    limit: int = 10,
    synonyms: Synonyms | None = None,
    language: str | None = None,
    vector: QueryVector | None = None,
    encode: Encode | None = None,
) -> Searched:
    """The passages that fit a question best, best first.

    `audiences` are the audience numbers the reader may see, None for all of them; `synonyms` the
    workspace's own groups beside the built-in ones; `vector` the question as a model sees it, for
    passages that have a vector of that model; `encode` makes one of other words by the same model,
    where that is quick enough for mistyped questions. The cursor is psycopg's or Django's, in a
    transaction with the workspace set.
    """
    question = read_question(query, synonyms_with(synonyms), language)
    if not question.concepts or limit < 1:
        return Searched([], {}, vector)
    steps = _steps(workspace_id, question, _Index(audiences), limit, vector, encode)
    # Not `connection.cursor`: Django's connections make client-side cursors, which know no binary.
    with Cursor(cursor.connection) as inner:
        inner.format = Format.BINARY
        try:
            statement = next(steps)
            while True:
                inner.execute(*statement)
                statement = steps.send(inner.fetchall())
        except StopIteration as done:
            searched: Searched = done.value
            return searched


def _steps(
    workspace_id: UUID,
    question: Question,
    index: "_Index",
    limit: int,
    vector: QueryVector | None,
    encode: Encode | None,
) -> Steps:
    nearness = Nearness(workspace_id, vector) if vector is not None else None
    index.load((yield _fetch(workspace_id, question.terms(), nearness)), nearness)
    question = yield from _correct(workspace_id, question, index)
    if nearness is not None and encode is not None and (meant := _meant(question, encode)):
        vector = meant
        nearness.look_for(meant)
    near = nearness.candidates(index.visible) if nearness is not None else []
    pool = max(limit, RANKING.pool)
    found = rank(question, index.postings, index.visible, RANKING, pool, near)
    alike: dict[int, float] = {}
    if nearness is not None and len(found.numbers):
        alike = nearness.alike((yield nearness.vectors_of(found.numbers.tolist())))
        found = _best_of(found, alike, pool)
    weights = index.weights(question.terms())
    if not len(found.numbers):
        return Searched([], weights, vector)
    words = yield sql.WORDS, [workspace_id, found.numbers.tolist()]
    best = _reorder(question, found, dict(map(tuple, words)), alike)[:limit]
    chosen = {"workspace": workspace_id, "numbers": [each.number for each in best]}
    hits = yield sql.HITS, chosen
    return Searched(_hits(best, hits, vector), weights, vector)


def _meant(question: Question, encode: Encode) -> QueryVector | None:
    """The vector of a corrected question; None for one that had nothing to correct.

    A model reads a mistyped word as scattered pieces: it is given the word that is meant.
    """
    respelled = question.respelled()
    return encode(respelled) if respelled != question.text else None


class _Index:
    """What one snapshot of the index shows to one reader."""

    def __init__(self, audiences: Sequence[int] | None) -> None:
        self.audiences = audiences
        self.postings: dict[int, Records] = {}
        self.visible = Visibility(read(b"", RUN), read(b"", RUN), audiences)

    def load(self, rows: Sequence[Row], nearness: Nearness | None = None) -> None:
        """Takes in the rows of `FETCH`; hidden postings are dropped here."""
        if nearness is not None:
            nearness.load([(block, data) for kind, block, data in rows if kind == "b"])
        runs, changes = (
            read(next((data for kind, _, data in rows if kind == wanted), b""), RUN)
            for wanted in ("s", "c")
        )
        self.visible = Visibility(runs, changes, self.audiences)
        kept = (
            (term, self.visible.keep(read(data, POSTING)))
            for kind, term, data in rows
            if kind == "p"
        )
        self.postings = {term: records for term, records in kept if len(records)}

    def frequency(self, term: str) -> int:
        """How many visible passages hold the term."""
        return len(self.postings.get(term_number(term), ()))

    def weights(self, terms: Sequence[str]) -> dict[str, float]:
        """The inverse document frequency of those terms that stand in a visible passage."""
        held = ((term, self.frequency(term)) for term in terms)
        return {term: idf(count, self.visible.passages) for term, count in held if count}


def _correct(
    workspace_id: UUID, question: Question, index: _Index
) -> Generator[tuple[str, Any], list[Row], Question]:
    """The question with its mistyped words replaced; all of it is then read from one snapshot."""
    places = doubtful(question.concepts, lambda term: bool(index.frequency(term)))
    offered = {}
    for place in places:
        concept = question.concepts[place]
        rows = yield sql.SIMILAR_WORDS, neighbourhood(workspace_id, concept)
        offered[place] = candidates(concept, [word for (word,) in rows], question.language)
    guesses = [term for each in offered.values() for guess in each for term in guess.terms]
    if not guesses:
        return question
    index.load((yield _fetch(workspace_id, [*question.terms(), *guesses])))
    concepts = list(question.concepts)
    for place, guessed in offered.items():
        concepts[place] = corrected(concepts[place], guessed, index.frequency)
    return replace(question, concepts=tuple(concepts))


class _Best(NamedTuple):
    number: int
    score: float
    lexical: float
    coverage: float
    cosine: float | None


def _reorder(
    question: Question, found: Found, words: Mapping[int, bytes], alike: Mapping[int, float]
) -> list[_Best]:
    """The passages by their score with proximity, and with likeness when a vector was given.

    Passages that were removed since the ranking was read have no words and are left out.
    """
    numbers = found.numbers.tolist()
    present = [place for place, number in enumerate(numbers) if number in words]
    kept = [numbers[place] for place in present]
    near = closeness(question, [words[number] for number in kept])
    scores = found.scores[present] + np.float32(RANKING.proximity) * near
    if alike:
        likeness = [alike.get(number) for number in kept]
        scores = fused(scores, found.coverage[present], likeness, _floor(alike), RANKING)
    lexical, coverage = found.scores[present].tolist(), found.coverage[present].tolist()
    order = np.argsort(-scores, kind="stable").tolist()
    return [
        _Best(kept[at], float(scores[at]), lexical[at], coverage[at], alike.get(kept[at]))
        for at in order
    ]


def _floor(alike: Mapping[int, float]) -> float:
    """The likeness of the last of as many passages as are looked at: nothing out of the common."""
    likest = sorted(alike.values(), reverse=True)
    return likest[min(RANKING.pool, len(likest)) - 1]


def synonyms_with(own: Synonyms | None) -> Synonyms:
    """The built-in synonyms and a workspace's own."""
    return builtin().merged(own) if own and own.groups else builtin()


def _fetch(
    workspace_id: UUID, terms: Sequence[str], nearness: Nearness | None = None
) -> tuple[str, dict[str, Any]]:
    wanted = {"workspace": workspace_id, "terms": [term_number(term) for term in terms]}
    if nearness is None:
        return sql.FETCH, wanted
    return sql.FETCH_SIGNATURES, wanted | nearness.wanted()


def _best_of(found: Found, alike: Mapping[int, float], pool: int) -> Found:
    """The best by words and the likest, `pool` of each: the rest of the candidates is done with."""
    likeness = np.array([alike.get(number, -2.0) for number in found.numbers.tolist()])
    likest = np.argsort(-likeness, kind="stable")[:pool]
    kept = np.union1d(np.flatnonzero(found.scores[:pool] > 0), likest[likeness[likest] > -2.0])
    return Found(found.numbers[kept], found.scores[kept], found.coverage[kept])


def _hits(best: Sequence[_Best], rows: Sequence[Row], vector: QueryVector | None) -> list[Hit]:
    by_number = {row[0]: row[1:] for row in rows}
    # A passage that was removed since the ranking was read is left out.
    return [_hit(each, by_number[each.number], vector) for each in best if each.number in by_number]


def _hit(best: _Best, row: Row, vector: QueryVector | None) -> Hit:
    passage, version, document, path, title, page, headings, text, language, ordinal, blocks = row
    return Hit(
        document_id=document,
        version_id=version,
        passage_id=passage,
        path=path,
        title=title,
        page=page,
        headings=tuple(headings),
        text=text,
        language=language,
        score=best.score,
        lexical=best.lexical,
        coverage=best.coverage,
        ordinal=ordinal,
        blocks=tuple(blocks),
        likeness=None if vector is None or best.cosine is None else vector.likeness(best.cosine),
    )

"""The index against a plain BM25 written from the textbook, through any order of changes."""

import random
from math import log
from uuid import UUID

import pytest

from netz.knowledge.models import Document
from netz.knowledge.search.query import RANKING
from netz.knowledge.text import analyse
from netz.knowledge.text.stems import stems
from tests.knowledge.search.shelf import Shelf

# Invented words that no stemmer touches and no synonym knows.
WORDS = [
    word
    for word in ("zorvak", "bliku", "tramok", "gufot", "wopik", "nadzak", "lurvo", "kift")
    if stems(word, "fr") == (word,)
]


def plain_bm25(passages: dict[UUID, str], query: str) -> dict[UUID, float]:
    """BM25 over texts without title, headings or path."""
    counts = {key: [token.term for token in analyse(text)] for key, text in passages.items()}
    average = sum(map(len, counts.values())) / max(len(counts), 1)
    scores: dict[UUID, float] = {}
    for term in dict.fromkeys(query.split()):
        frequency = sum(term in words for words in counts.values())
        idf = log(1 + (len(counts) - frequency + 0.5) / (frequency + 0.5))
        for key, words in counts.items():
            if times := words.count(term):
                norm = 1 - RANKING.b + RANKING.b * len(words) / average
                gain = idf * times * (RANKING.k1 + 1) / (times + RANKING.k1 * norm)
                scores[key] = scores.get(key, 0.0) + gain
    return scores


class Library:
    """A shelf with what ought to be on it."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.shelf = Shelf()
        self.documents: list[tuple[Document, list[str], int]] = []

    def text(self) -> str:
        """A text of invented words, the first ones frequent and the last ones rare."""
        weights = [1 / (place + 1) for place in range(len(WORDS))]
        return " ".join(self.random.choices(WORDS, weights, k=self.random.randint(3, 40)))

    def texts(self) -> list[str]:
        """The passages of one document."""
        return [self.text() for _ in range(self.random.randint(1, 4))]

    def step(self) -> None:
        """One change: mostly a new document, else new content, removal, a move or a fold."""
        choice = self.random.random()
        if choice < 0.5 or not self.documents:
            texts, audience = self.texts(), self.random.randint(0, 2)
            # A path without words, so that only the text counts.
            document = self.shelf.put(
                f"{'-' * (len(self.documents) + 1)}.", *texts, audience=audience
            )
            self.documents.append((document, texts, audience))
            return
        place = self.random.randrange(len(self.documents))
        document, texts, audience = self.documents[place]
        if choice < 0.65:
            texts = self.texts()
            self.shelf.replace(document, *texts, audience=audience)
        elif choice < 0.78:
            audience = self.random.randint(0, 2)
            self.shelf.move(document, audience)
        elif choice < 0.9:
            self.shelf.remove(document)
            texts = []
        else:
            self.shelf.fold()
        self.documents[place] = (document, texts, audience)

    def check(self, query: str, audiences: list[int] | None) -> None:
        """The scores of every visible passage are the plain ones."""
        expected = {
            (str(document.id), ordinal): text
            for document, texts, audience in self.documents
            for ordinal, text in enumerate(texts)
            if audiences is None or audience in audiences
        }
        found = {
            (str(hit.document_id), hit.ordinal): hit.lexical
            for hit in self.shelf.find(query, audiences=audiences, limit=1000)
        }
        assert found == pytest.approx(plain_bm25(expected, query), rel=1e-4)  # type: ignore[arg-type]  # keys are of no matter


def test_there_are_enough_invented_words() -> None:
    assert len(WORDS) >= 6


@pytest.mark.parametrize("seed", range(6))
def test_scores_are_bm25_s_after_any_changes(seed: int) -> None:
    library = Library(seed)
    for number in range(40):
        library.step()
        if number % 8 == 7:
            query = " ".join(library.random.sample(WORDS, 3))
            for audiences in (None, [0], [1, 2], []):
                library.check(query, audiences)


def test_folding_changes_no_score_and_leaves_fewer_segments() -> None:
    library = Library(7)
    for _ in range(30):
        library.step()
    query = " ".join(WORDS[:4])
    before = [(hit.passage_id, hit.score) for hit in library.shelf.find(query)]
    assert library.shelf.fold() > 1
    assert [(hit.passage_id, hit.score) for hit in library.shelf.find(query)] == before
    assert library.shelf.fold() == 0


def test_the_limit_cuts_the_same_ranking() -> None:
    shelf = Shelf()
    for number in range(90):
        shelf.put(f"{number}.md", "gufot " * (1 + number % 7) + "tramok " * (number % 11))
    whole = [hit.passage_id for hit in shelf.find("gufot tramok", limit=60)]
    assert [hit.passage_id for hit in shelf.find("gufot tramok", limit=5)] == whole[:5]

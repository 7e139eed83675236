"""The vector rank: beside the words, within the audience, one model at a time."""

from typing import Any
from uuid import UUID, uuid4

import numpy as np
import pytest
from django.db import connection

from netz.ai.embeddings import normalised
from netz.core.db import tenant
from netz.knowledge.block_cache import BlockCache
from netz.knowledge.models import Document, Passage
from netz.knowledge.search import unindex_version
from netz.knowledge.search.fold_vectors import fold_signatures
from netz.knowledge.search.vectors import (
    QueryVector,
    count_vectors,
    forget_model,
    passages_without_vector,
    store_vectors,
)
from netz.knowledge.signatures import (
    Floats,
    cosines,
    pack_signatures,
    pack_vectors,
    read_signatures,
)
from tests.knowledge.search.shelf import Shelf
from tests.knowledge.search.test_concurrency import writer

ALIKE = QueryVector("petit", (1.0, 0.0, 0.0))


@pytest.fixture
def shelf() -> Shelf:
    """Three documents; by its vector the third is what is asked for, no word says so."""
    shelf = Shelf()
    shelf.put("mots.md", "La batterie se recharge la nuit.", audience=1)
    shelf.put("loin.md", "Le local est ouvert le lundi.", audience=1)
    shelf.put("proche.md", "Le bloc secteur alimente la tablette.", audience=2)
    vectors = ((0.5, 0.5, 0.7), (0.0, 1.0, 0.0), (0.9, 0.1, 0.0))
    with tenant(shelf.id), connection.cursor() as cursor:
        missing = passages_without_vector(cursor, shelf.id, "petit")
        store_vectors(cursor, shelf.id, "petit", dict(zip(missing, vectors, strict=True)))
        assert passages_without_vector(cursor, shelf.id, "petit") == []
    return shelf


def test_a_passage_is_found_by_its_vector_alone(shelf: Shelf) -> None:
    assert shelf.paths("pourcentage", vector=ALIKE)[0] == "proche.md"
    assert shelf.paths("pourcentage") == []


def test_words_and_vector_count_together(shelf: Shelf) -> None:
    assert shelf.paths("batterie", vector=ALIKE) == ["mots.md", "proche.md", "loin.md"]


def test_a_mistyped_question_is_compared_as_it_was_meant(shelf: Shelf) -> None:
    asked: list[str] = []

    def encode(text: str) -> QueryVector:
        asked.append(text)
        return ALIKE

    far = QueryVector("petit", (0.0, 1.0, 0.0))
    assert shelf.paths("où est la batetrie ?", vector=far, encode=encode)[1] == "proche.md"
    assert asked == ["où est la batterie ?"]
    assert shelf.paths("où est la batetrie ?", vector=far)[1] == "loin.md"
    shelf.paths("où est la batterie ?", vector=far, encode=encode)
    assert len(asked) == 1


def test_a_hidden_passage_is_not_found_by_its_vector(shelf: Shelf) -> None:
    assert "proche.md" not in shelf.paths("pourcentage", audiences=[1], vector=ALIKE)


def test_vectors_of_another_model_or_size_are_never_compared(shelf: Shelf) -> None:
    assert shelf.paths("pourcentage", vector=QueryVector("grand", (1.0, 0.0, 0.0))) == []
    assert shelf.paths("pourcentage", vector=QueryVector("petit", (1.0, 0.0))) == []


def test_a_removed_passage_takes_its_vector_along(shelf: Shelf) -> None:
    document = shelf.put("parti.md", "Un texte de trop.")
    with tenant(shelf.id), connection.cursor() as cursor:
        (passage,) = passages_without_vector(cursor, shelf.id, "petit")
        store_vectors(cursor, shelf.id, "petit", {passage: (1.0, 0.0, 0.0)})
    shelf.remove(document)
    assert "parti.md" not in shelf.paths("pourcentage", vector=ALIKE)


def test_a_forgotten_model_finds_nothing(shelf: Shelf) -> None:
    with tenant(shelf.id), connection.cursor() as cursor:
        forget_model(cursor, shelf.id, "petit")
    assert shelf.paths("pourcentage", vector=ALIKE) == []


def unit(count: int, dimensions: int, seed: int = 7) -> Floats:
    """Random vectors of length 1, the same each time."""
    found = np.random.default_rng(seed).standard_normal((count, dimensions)).astype(np.float32)
    return normalised(found)


def filled(vectors: Floats, *, model: str = "grand", hidden: range = range(0)) -> Shelf:
    """A shelf with a passage for each vector; those in `hidden` have another audience."""
    shelf = Shelf()
    for audience, places in ((2, hidden), (1, [n for n in range(len(vectors)) if n not in hidden])):
        if places:
            shelf.put(f"{audience}.md", *(f"Texte {place}" for place in places), audience=audience)
    with tenant(shelf.id), connection.cursor() as cursor:
        texts = dict(Passage.objects.values_list("id", "text"))
        found = {passage: vectors[int(text.split()[1])] for passage, text in texts.items()}
        ids = list(found)
        for start in range(0, len(ids), 40):  # several blocks
            part = {passage: found[passage] for passage in ids[start : start + 40]}
            assert store_vectors(cursor, shelf.id, model, part) == len(part)
    return shelf


def nearest_texts(shelf: Shelf, vector: Floats, **options: Any) -> list[str]:
    """The passages by likeness alone: no word of the question stands in any."""
    found = shelf.find("pourcentage", vector=QueryVector("grand", vector.tolist()), **options)
    return [hit.text for hit in found]


@pytest.mark.parametrize("dimensions", [3, 64, 100, 384, 700])
def test_the_nearest_are_those_of_an_exhaustive_comparison(dimensions: int) -> None:
    vectors = unit(200, dimensions)
    shelf = filled(vectors)
    for question in unit(5, dimensions, seed=8):
        likeness = vectors @ question
        best = np.argsort(-likeness)[:20]
        found = nearest_texts(shelf, question, limit=20)
        assert found[0] == f"Texte {best[0]}"
        # Eight bits a value: neighbours that are as good as equal may change places.
        least = likeness[best[-1]] - 0.01
        assert all(likeness[int(text.split()[1])] >= least for text in found)
        assert len(found) == 20


def test_among_many_the_nearest_is_a_candidate() -> None:
    vectors = unit(1500, 128)
    shelf = filled(vectors)
    for place in range(0, 1500, 100):
        near = normalised(vectors[place : place + 1] + unit(1, 128, seed=place) * 0.5)[0]
        assert nearest_texts(shelf, near, limit=1) == [f"Texte {place}"]


def test_hidden_passages_never_push_visible_ones_out() -> None:
    vectors = unit(1000, 64)
    question = vectors[999]
    vectors[:900] = normalised(vectors[:900] * 0.1 + question)  # all nearer than what is visible
    shelf = filled(vectors, hidden=range(900))
    found = nearest_texts(shelf, question, audiences=[1], limit=60)
    assert len(found) == 60
    assert found[0] == "Texte 999"
    assert all(int(text.split()[1]) >= 900 for text in found)
    assert nearest_texts(shelf, question, audiences=[3]) == []


def signature_rows(shelf: Shelf) -> int:
    with tenant(shelf.id), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM search_signature")
        return int(cursor.fetchone()[0])


def test_folding_makes_one_block_of_many_and_finds_the_same() -> None:
    vectors = unit(600, 64)
    shelf = filled(vectors)
    assert signature_rows(shelf) == 15
    before = nearest_texts(shelf, vectors[3])
    with tenant(shelf.id), connection.cursor() as cursor:
        assert fold_signatures(cursor, shelf.id) == 15
        assert fold_signatures(cursor, shelf.id) == 0
    assert signature_rows(shelf) == 1
    assert nearest_texts(shelf, vectors[3]) == before


def test_folding_drops_what_was_removed() -> None:
    shelf = filled(unit(600, 64), hidden=range(500))
    with tenant(shelf.id):
        document = Document.objects.get(path="2.md")
    shelf.remove(document)
    with tenant(shelf.id), connection.cursor() as cursor:
        assert fold_signatures(cursor, shelf.id) == 15
        cursor.execute("SELECT sum(octet_length(data)) FROM search_signature")
        assert cursor.fetchone() == (100 * 12,)
        assert count_vectors(cursor, shelf.id, "grand") == (100, 100)
    assert len(nearest_texts(shelf, unit(1, 64)[0])) == 100
    with tenant(shelf.id):
        document = Document.objects.get(path="1.md")
    shelf.remove(document)
    with tenant(shelf.id), connection.cursor() as cursor:
        assert fold_signatures(cursor, shelf.id) == 1
    assert signature_rows(shelf) == 0


def test_a_fold_neither_waits_for_new_vectors_nor_loses_them() -> None:
    shelf = filled(unit(600, 64))
    document = shelf.put("neuf.md", "Texte 600", audience=1)
    with writer(shelf) as one, writer(shelf) as two, writer(shelf) as three:
        (passage,) = passages_without_vector(one.cursor(), shelf.id, "grand")
        new = unit(1, 64, seed=9)[0]
        store_vectors(one.cursor(), shelf.id, "grand", {passage: new})
        assert fold_signatures(two.cursor(), shelf.id) == 15
        assert fold_signatures(three.cursor(), shelf.id) == 0
        two.commit()
        one.commit()
    assert nearest_texts(shelf, new, limit=1) == ["Texte 600"]
    shelf.remove(document)
    assert "Texte 600" not in nearest_texts(shelf, new)


def test_a_passage_that_is_being_removed_is_passed_over() -> None:
    shelf = Shelf()
    document = shelf.put("parti.md", "Un texte")
    shelf.put("reste.md", "Un autre")
    with writer(shelf) as one, writer(shelf) as two:
        assert unindex_version(one.cursor(), shelf.id, document.current_id) == 1  # type: ignore[arg-type]  # set above
        ids = passages_without_vector(two.cursor(), shelf.id, "grand")
        vectors = dict(zip(ids, unit(2, 64), strict=True))
        assert store_vectors(two.cursor(), shelf.id, "grand", vectors) == 1
        one.commit()
        two.commit()
    assert passages_without_vector_of(shelf) == []


def passages_without_vector_of(shelf: Shelf) -> list[UUID]:
    with tenant(shelf.id), connection.cursor() as cursor:
        return passages_without_vector(cursor, shelf.id, "grand")


def test_one_vector_a_passage_is_kept_however_often_it_is_made() -> None:
    shelf = filled(unit(5, 64))
    with tenant(shelf.id), connection.cursor() as cursor:
        ids = list(Passage.objects.values_list("id", flat=True))
        again = dict(zip(ids, unit(5, 64, seed=1), strict=True))
        assert store_vectors(cursor, shelf.id, "grand", again) == 0
        assert store_vectors(cursor, shelf.id, "grand", {}) == 0
    assert signature_rows(shelf) == 1


def test_a_process_holds_a_bounded_part_of_the_signatures() -> None:
    block = read_signatures(pack_signatures(list(range(100)), unit(100, 64)), 1)
    cache = BlockCache(most=5 * block.size)
    first, second = (uuid4(), "a"), (uuid4(), "a")
    cache.keep(first, {1: block, 2: block, 3: block})
    cache.keep(second, {1: block, 2: block, 3: block, 4: block})
    assert cache.size == 5 * block.size
    assert len(cache.held(first)) == 1
    assert len(cache.held(second)) == 4
    cache.keep(second, dict.fromkeys(range(9), block))
    assert (len(cache.held(first)), len(cache.held(second))) == (0, 5)
    cache.keep(second, {})
    assert cache.size == 0


def test_a_zero_vector_is_like_nothing() -> None:
    packed = pack_vectors(np.zeros((1, 8), dtype=np.float32))
    assert cosines(packed, unit(1, 8)[0]).tolist() == [0.0]

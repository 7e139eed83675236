"""The vector rank: beside the words, within the audience, one model at a time."""

import pytest
from django.db import connection

from netz.core.db import tenant
from netz.knowledge.search.vectors import (
    QueryVector,
    forget_model,
    passages_without_vector,
    store_vectors,
)
from tests.knowledge.search.shelf import Shelf

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

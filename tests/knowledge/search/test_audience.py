"""A reader's search is the same, to the last digit, whether or not hidden documents exist."""

from typing import Any

import pytest
from django.db import connection

from netz.core.db import tenant
from netz.knowledge.search import search
from tests.knowledge.search.shelf import Shelf

VISIBLE = {
    "a.md": "L'imprimante du couloir demande un badge avant chaque tirage.",
    "b.md": "Le badge ouvre aussi la porte du parking et celle du local.",
    "c.md": "Le certificat du portail expire en décembre.",
}
HIDDEN = (
    "Badge badge badge : procédure secrète du coffre, avec le badge rouge.",
    "Le certificat secret et l'imprimante secrète du directeur.",
    "Les certificats, les imprimantes et les badgeuses du site caché.",
)
QUESTIONS = (
    "badge",
    "imprimante badge",
    "certifcat",
    "bagde du local",
    "secret",
    "badgeuse",
    "impri",
)


def results(shelf: Shelf, query: str, audiences: list[int]) -> list[tuple[Any, ...]]:
    hits = shelf.find(query, audiences=audiences)
    return [(hit.path, hit.score, hit.lexical, hit.coverage) for hit in hits]


@pytest.mark.parametrize("query", QUESTIONS)
def test_hidden_documents_change_nothing(query: str) -> None:
    alone, shared = Shelf(), Shelf()
    for path, text in VISIBLE.items():
        alone.put(path, text, audience=1)
    for number, text in enumerate(HIDDEN):
        shared.put(f"cache{number}.md", text, audience=2)
    for path, text in VISIBLE.items():
        shared.put(path, text, audience=1)
    expected = results(alone, query, [1])
    assert results(shared, query, [1]) == expected
    gone = shared.put("parti.md", *HIDDEN, audience=1)
    shared.remove(gone)
    assert results(shared, query, [1]) == expected


def test_a_hidden_document_is_found_by_those_it_is_for() -> None:
    shelf = Shelf()
    shelf.put("cache.md", HIDDEN[0], audience=2)
    assert shelf.paths("coffre", audiences=[1]) == []
    assert shelf.paths("coffre", audiences=[]) == []
    assert shelf.paths("coffre", audiences=[2]) == ["cache.md"]
    assert shelf.paths("coffre", audiences=None) == ["cache.md"]


def test_a_move_takes_effect_at_once_both_ways() -> None:
    shelf = Shelf()
    document = shelf.put("mobile.md", HIDDEN[0], audience=2)
    shelf.move(document, 1)
    assert shelf.paths("coffre", audiences=[1]) == ["mobile.md"]
    assert shelf.paths("coffre", audiences=[2]) == []
    shelf.move(document, 2)
    assert shelf.paths("coffre", audiences=[1]) == []


def test_a_removed_document_stays_gone_when_its_audience_changes() -> None:
    shelf = Shelf()
    document = shelf.put("parti.md", HIDDEN[0], audience=1)
    shelf.remove(document)
    shelf.move(document, 2)
    assert shelf.paths("coffre") == []


def test_another_workspace_s_id_finds_nothing_behind_row_level_security() -> None:
    mine, other = Shelf(), Shelf()
    other.put("autre.md", HIDDEN[0])
    with tenant(mine.id), connection.cursor() as cursor:
        assert search(cursor, other.id, "coffre").hits == []
    with connection.cursor() as cursor:
        assert search(cursor, other.id, "coffre").hits == []
    assert other.paths("coffre") == ["autre.md"]

"""Writers that share words neither wait for each other nor lose anything; readers see one state."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID, uuid4

import psycopg
from django.db import connection

from netz.knowledge.search import index_passages, unindex_version
from netz.knowledge.search.fold import fold
from netz.knowledge.types import IndexRow
from tests.knowledge.search.shelf import Shelf

TEXT = "Le certificat du portail expire en décembre, le badge aussi."


def dsn() -> str:
    """The application role's connection string."""
    settings = connection.get_connection_params()
    return psycopg.conninfo.make_conninfo(
        host=settings["host"],
        dbname=settings["dbname"],
        user=settings["user"],
        password=settings["password"],
    )


@contextmanager
def writer(shelf: Shelf) -> Iterator[psycopg.Connection[Any]]:
    """A transaction in the workspace that gives up rather than wait."""
    with psycopg.connect(dsn()) as other:
        other.execute("SET LOCAL lock_timeout = '1s'")
        other.execute("SELECT set_config('netz.workspace', %s, true)", [str(shelf.id)])
        yield other


def row(text: str = TEXT, version: UUID | None = None) -> IndexRow:
    return IndexRow(uuid4(), version or uuid4(), uuid4(), 0, text)


def counts(shelf: Shelf) -> tuple[int, ...]:
    with writer(shelf) as other:
        return tuple(
            other.execute(f"SELECT count(*) FROM {table}".encode()).fetchone()[0]  # type: ignore[index]  # one row
            for table in ("search_passage", "search_segment", "search_change")
        )


def test_two_documents_with_the_same_words_are_indexed_at_the_same_time() -> None:
    shelf = Shelf()
    with writer(shelf) as one, writer(shelf) as two:
        index_passages(one.cursor(), shelf.id, [row()])
        index_passages(two.cursor(), shelf.id, [row()])
        index_passages(one.cursor(), shelf.id, [row(TEXT[::-1])])
        two.commit()
        one.commit()
    assert counts(shelf) == (3, 3, 0)


def test_what_is_rolled_back_was_never_there() -> None:
    shelf = Shelf()
    shelf.put("a.md", TEXT)
    before = shelf.find("certificat")
    with writer(shelf) as one:
        index_passages(one.cursor(), shelf.id, [row()])
        one.rollback()
    assert shelf.find("certificat") == before


def test_a_fold_neither_waits_for_an_ingestion_nor_loses_it() -> None:
    shelf = Shelf()
    documents = [shelf.put(f"{number}.md", f"{TEXT} numéro{number}") for number in range(5)]
    with writer(shelf) as one, writer(shelf) as two, writer(shelf) as three:
        index_passages(one.cursor(), shelf.id, [row()])
        unindex_version(three.cursor(), shelf.id, documents[0].current_id)  # type: ignore[arg-type]  # set above
        assert fold(two.cursor(), shelf.id, leave=2) == 5
        assert fold(one.cursor(), shelf.id, leave=2) == 0
        two.commit()
        three.commit()
        one.commit()
    assert counts(shelf) == (5, 2, 1)
    assert sorted(shelf.paths("certificat")) == [f"{number}.md" for number in range(1, 5)]
    shelf.fold(leave=9, leave_changes=0)
    assert counts(shelf) == (5, 2, 0)
    assert sorted(shelf.paths("certificat")) == [f"{number}.md" for number in range(1, 5)]


def test_old_and_new_content_change_places_in_one_step() -> None:
    shelf = Shelf()
    document = shelf.put("a.md", "Le badge vert ouvre la grille.")
    old = document.current_id
    assert old is not None
    with writer(shelf) as one:
        index_passages(one.cursor(), shelf.id, [row("Le badge bleu ouvre la grille.")])
        unindex_version(one.cursor(), shelf.id, old)
        assert shelf.paths("badge vert") == ["a.md"]
        one.commit()
    assert all("vert" not in hit.text for hit in shelf.find("badge"))


def test_removing_twice_is_removing_once() -> None:
    shelf = Shelf()
    document = shelf.put("a.md", TEXT)
    shelf.remove(document)
    shelf.remove(document)
    assert counts(shelf)[2] == 1

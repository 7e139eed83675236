"""Questions that nobody means well: none of them fails, hangs or reaches the database as code."""

import time

import pytest

from netz.knowledge.text import compile_groups
from tests.knowledge.search.shelf import Shelf

SENTENCE = "Le certificat du portail expire en décembre."


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    shelf = Shelf()
    shelf.put("a.md", SENTENCE)
    return shelf


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        "\n\t",
        "?!…",
        "\x00\x01\x1f",
        "😀 👍🏽",
        "\u202e\u200b\ufeff",
        "'",
        "--",
        "%",
        "\\",
        "\ud800",
    ],
)
def test_nothing_asked_finds_nothing(shelf: Shelf, query: str) -> None:
    assert shelf.find(query) == []


@pytest.mark.parametrize(
    "query",
    [
        "certificat'; DROP TABLE search_posting; --",
        "certificat\x00portail",
        "certificat %s %(workspace)s {} ${x}",
        "<script>certificat</script>",
        "certi\u200bficat",
        "\u202ecertificat\u202c",
        "certificat & portail | ! <-> :*",
        "CERTIFICAT " * 3000,
        "שלום certificat قهوة",
        "certificat 👩‍💻",
        "certificat \ud800",
    ],
)
def test_what_is_asked_among_tricks_is_still_found(shelf: Shelf, query: str) -> None:
    assert [hit.path for hit in shelf.find(query)] == ["a.md"]


@pytest.mark.parametrize(
    "query", ["a" * 1_000_000, "certificat portail " * 52_000, "-'" * 500_000, "x.y@" * 250_000]
)
def test_a_megabyte_is_answered_quickly(shelf: Shelf, query: str) -> None:
    started = time.perf_counter()
    shelf.find(query)
    assert time.perf_counter() - started < 1.0


def test_odd_text_is_indexed_and_found() -> None:
    shelf = Shelf()
    shelf.put("vide.md", "")
    shelf.put("signes.md", "!!! ??? 😀")
    shelf.put("long.md", "é" * 70_000 + " certificat")
    shelf.put("code.md", "x" * 300 + "." + "y" * 300 + " certificat", headings=("",))
    assert set(shelf.paths("certificat")) == {"long.md", "code.md"}


def test_a_limit_of_nothing_gives_nothing(shelf: Shelf) -> None:
    assert shelf.find("certificat", limit=0) == []


def test_synonyms_full_of_signs_do_no_harm(shelf: Shelf) -> None:
    own = compile_groups([["%; DROP", "certificat"], ["(", ")"], ["certificat"] * 500])
    assert shelf.paths("drop", synonyms=own) == ["a.md"]

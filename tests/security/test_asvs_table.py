"""The table of ASVS requirements names tests that exist, and counts itself rightly."""

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "docs" / "security" / "asvs.md"
KINDS = ("held", "written", "n/a", "open")
ROW = re.compile(
    r"^\| (\d+)\.\d+\.\d+ \| [12] \| [^|]+ \| (?:\*\*)?(held|written|n/a|open)\b(.*) \|$"
)
NAMED = re.compile(r"`((?:tests|web)/[^`:]+)::([^`]+)`")


def rows() -> list[tuple[str, str, str]]:
    """Each requirement's chapter, its kind and what the last column says of it."""
    lines = [line for line in TABLE.read_text().splitlines() if re.match(r"\| \d+\.\d", line)]
    found = [ROW.match(line) for line in lines]
    assert all(found), [line for line, match in zip(lines, found, strict=True) if not match]
    return [(match[1], match[2], match[3]) for match in found if match]


def is_there(path: str, name: str) -> bool:
    """Whether the file has a test of that name, or of that title."""
    file = ROOT / path
    if not file.is_file():
        return False
    text = file.read_text()
    if path.endswith(".py"):
        return re.search(rf"^def {re.escape(name)}\(", text, re.MULTILINE) is not None
    # Also the title of a table of cases, whose %s stands for each of them.
    return (
        re.search(rf"""(?:\b(?:it|test)|\]\s*\))\((['"`]){re.escape(name)}\1""", text) is not None
    )


def test_every_named_test_exists() -> None:
    named = NAMED.findall(TABLE.read_text())
    assert named
    assert [f"{path}::{name}" for path, name in named if not is_there(path, name)] == []


def test_what_is_held_names_a_test_and_what_is_written_a_document_that_is_there() -> None:
    for _, kind, said in rows():
        if kind == "held":
            assert NAMED.search(said), said
        if kind == "written":
            assert "](" in said or "below" in said, said
    links = re.findall(r"\]\(([^):]+)\)", TABLE.read_text())
    assert [link for link in links if not (TABLE.parent / link).is_file()] == []


def test_the_counts_are_those_of_the_table() -> None:
    counted: dict[str, Counter[str]] = {}
    for chapter, kind, _ in rows():
        counted.setdefault(chapter, Counter())[kind] += 1
    counted["all"] = sum(counted.values(), Counter())
    stated = re.findall(r"^\| (?:V(\d+) [^|]+|all) ((?:\| \d+ ){5})\|$", TABLE.read_text(), re.M)
    assert len(stated) == len(counted)
    for chapter, numbers in stated:
        of_chapter = counted[chapter or "all"]
        expected = [of_chapter[kind] for kind in KINDS] + [of_chapter.total()]
        assert [int(one) for one in re.findall(r"\d+", numbers)] == expected, chapter or "all"

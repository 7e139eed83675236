"""The table of ASVS requirements names tests that exist, and counts itself rightly."""

import re
from collections import Counter

from tests.security.named_tests import NAMED, ROOT, missing

TABLE = ROOT / "docs" / "security" / "asvs.md"
KINDS = ("held", "written", "n/a", "open")
ROW = re.compile(
    r"^\| (\d+)\.\d+\.\d+ \| [12] \| [^|]+ \| (?:\*\*)?(held|written|n/a|open)\b(.*) \|$"
)


def rows() -> list[tuple[str, str, str]]:
    """Each requirement's chapter, its kind and what the last column says of it."""
    lines = [line for line in TABLE.read_text().splitlines() if re.match(r"\| \d+\.\d", line)]
    found = [ROW.match(line) for line in lines]
    assert all(found), [line for line, match in zip(lines, found, strict=True) if not match]
    return [(match[1], match[2], match[3]) for match in found if match]


def test_every_named_test_exists() -> None:
    assert missing(TABLE.read_text()) == []


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

"""The table of others' failures names a test for each, and all of them exist."""

from tests.security.named_tests import NAMED, ROOT, missing

TABLE = ROOT / "docs" / "security" / "peers.md"


def test_every_named_test_exists() -> None:
    assert missing(TABLE.read_text()) == []


def test_every_failure_names_a_test() -> None:
    rows = [line for line in TABLE.read_text().splitlines() if line.startswith("| ")][1:]
    assert len(rows) >= 8
    assert [row for row in rows if not NAMED.search(row)] == []

"""Tests that a page of the documents names: `path::name`, those under `web` by their title."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"`((?:tests|web)/[^`:]+)::([^`]+)`")


def missing(text: str) -> list[str]:
    """The tests that the text names and that do not exist."""
    named = NAMED.findall(text)
    assert named
    return [f"{path}::{name}" for path, name in named if not _is_there(path, name)]


def _is_there(path: str, name: str) -> bool:
    file = ROOT / path
    if not file.is_file():
        return False
    text = file.read_text()
    if path.endswith(".py"):
        return re.search(rf"^def {re.escape(name)}\(", text, re.MULTILINE) is not None
    # Also the title of a table of cases, whose %s stands for each of them.
    titled = rf"""(?:\b(?:it|test)|\]\s*\))\((['"`]){re.escape(name)}\1"""
    return re.search(titled, text) is not None

"""Document paths: folders and a name, as a person would write them."""

import re
import unicodedata

from netz.knowledge.errors import BadPath

MAX_PATH = 1000
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def clean_path(path: str) -> str:
    """The path in its one form: NFC, "/" between parts, no empty part. Raises `BadPath`."""
    text = unicodedata.normalize("NFC", path).replace("\\", "/")
    parts = [part.strip() for part in text.split("/") if part.strip() not in ("", ".")]
    cleaned = "/".join(parts)
    if not parts or ".." in parts or _CONTROL.search(text) or len(cleaned) > MAX_PATH:
        raise BadPath
    if any(len(part) > 255 for part in parts):
        raise BadPath
    return cleaned


def folder_of(path: str) -> str:
    """The folder part; empty at the top."""
    return path.rpartition("/")[0]


def folders_above(path: str) -> list[str]:
    """Every folder above the path, nearest first."""
    found, folder = [], folder_of(path)
    while folder:
        found.append(folder)
        folder = folder_of(folder)
    return found

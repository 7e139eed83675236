"""Reading a file that is no document of the workspace: its passages, and nothing is kept."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from netz.knowledge.extraction import ExtractionError, Limits, split
from netz.knowledge.services.ingestion import extractor_pool, stored_block


@dataclass(frozen=True, slots=True)
class ReadPassage:
    """A piece of a file: its text, where it stands, and the blocks it is made of."""

    ordinal: int
    text: str
    headings: tuple[str, ...]
    page: int | None
    blocks: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What a file says; `language` is "fr", "en" or "" where it is neither."""

    title: str
    language: str
    pages: int | None
    passages: list[ReadPassage]


class UnreadableFileError(Exception):
    """The file gives no text; `code` is one of the codes of a document that can't be read."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def read_file(path: Path, *, filename: str, max_chars: int) -> ReadFile:
    """Reads a file in a child process that it can't harm. Raises `UnreadableFileError`."""
    limits = Limits(max_pages=500, max_chars=max_chars, wall_seconds=90, cpu_seconds=60)
    try:
        extracted = extractor_pool().extract(path, filename=filename, limits=limits)
    except ExtractionError as error:
        raise UnreadableFileError(error.code) from error
    drafts = split(extracted)
    if not drafts:
        raise UnreadableFileError("no_text")
    return ReadFile(
        extracted.title,
        extracted.language,
        extracted.pages,
        [
            ReadPassage(
                draft.ordinal,
                draft.text,
                draft.headings,
                draft.page,
                [
                    stored_block(block)
                    for block in draft.blocks
                    or extracted.blocks[draft.first_block : draft.last_block + 1]
                ],
            )
            for draft in drafts
        ],
    )

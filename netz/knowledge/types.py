"""Pure types that other domains may use: what is indexed, and what a search finds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class IndexRow:
    """A passage to index. `language` is "fr", "en" or "" (found out); `audience_id` is the
    number of the audience set that may be answered from it (at least 0)."""

    passage_id: UUID
    version_id: UUID
    document_id: UUID
    audience_id: int
    text: str
    title: str = ""
    path: str = ""
    headings: tuple[str, ...] = ()
    language: str = ""
    ordinal: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that a search found, best first by `score` (fused, higher is better).

    `lexical` is its BM25 score; `coverage` the share (0 to 1) of the question's terms, weighted
    by how much they tell, that stand in passage, headings, title or path; a synonym counts for
    its weight, a corrected spelling for less than the word. `likeness` is how alike question and
    passage are in meaning, from 0 (as any two texts) to 1 (as question and answer): None without a
    model, or with one of which nobody has measured what its cosines mean. One that is `attached` is
    of a file that was given to a conversation, and of no document of the workspace.
    """

    document_id: UUID
    version_id: UUID
    passage_id: UUID
    path: str
    title: str
    page: int | None
    headings: tuple[str, ...]
    text: str
    language: str
    score: float
    lexical: float
    coverage: float
    ordinal: int
    blocks: tuple[Mapping[str, Any], ...] = field(default=())
    likeness: float | None = None
    attached: bool = False

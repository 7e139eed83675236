"""The values that pass between extraction, splitting and indexing; no behaviour, no framework."""

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["heading", "paragraph", "list_item", "table", "code"]
Language = Literal["fr", "en", ""]
ErrorCode = Literal[
    "encrypted",
    "scanned",
    "corrupt",
    "empty",
    "unsupported",
    "too_large",
    "timeout",
    "mistyped",
    "no_text",
    "beyond_companies",
]
Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One structural piece of a document, in reading order.

    `text` is plain text; a table's is one line a row, "Header: value; Header: value".
    `level` is 1-6 for a heading and the nesting depth (1 = outermost) for whatever stands
    in a list. `page` counts pages, slides or sheets from 1.
    """

    kind: BlockKind
    text: str
    level: int = 0
    page: int | None = None
    marker: str = ""
    rows: Rows = ()
    has_header: bool = False
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Extracted:
    """A whole document as blocks; `pages` is None where the format has none."""

    title: str
    language: Language
    blocks: tuple[Block, ...]
    pages: int | None
    media_type: str


@dataclass(frozen=True, slots=True)
class PassageDraft:
    """Consecutive blocks under one heading path; `first_block`/`last_block` are inclusive.

    `blocks` are the passage's own blocks: equal to the document's, but for a table or a very
    long paragraph that was divided, whose part stands here.
    """

    ordinal: int
    text: str
    headings: tuple[str, ...]
    page: int | None
    first_block: int
    last_block: int
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost. Sizes in bytes, durations in seconds."""

    max_bytes: int = 100 * 1024 * 1024
    max_pages: int = 5_000
    max_chars: int = 20_000_000
    max_cells: int = 2_000_000
    max_unpacked: int = 512 * 1024 * 1024
    max_ratio: int = 200
    max_members: int = 5_000
    max_depth: int = 2
    wall_seconds: float = 400.0
    cpu_seconds: int = 300
    memory_bytes: int = 1024 * 1024 * 1024


DEFAULT_LIMITS = Limits()


class ExtractionError(Exception):
    """A file that gives no text; `code` is stable, `detail` is for the log, in English."""

    def __init__(self, code: ErrorCode, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code: ErrorCode = code
        self.detail = detail

"""What a reader is told about its file, and what it reports back beside the blocks."""

from collections.abc import Callable
from dataclasses import dataclass, field

from netz.knowledge.extraction.types import Limits


def _silent(_share: float) -> None:
    return None


@dataclass(slots=True)
class Source:
    """`title` and `pages` are filled in by the reader; `progress` takes a share of 0 to 1."""

    filename: str
    limits: Limits
    progress: Callable[[float], None] = field(default=_silent)
    title: str = ""
    pages: int | None = None
    depth: int = 0

"""The types of this folder's fixtures."""

from collections.abc import Callable
from pathlib import Path

from netz.knowledge.extraction import Extracted

Write = Callable[[str, bytes | str], Path]
Read = Callable[..., Extracted]
Shape = Callable[[Extracted], list[tuple[str, int, str, str]]]
Refusal = Callable[..., str]

"""What the index needs of a database cursor: psycopg's, or Django's around it."""

from collections.abc import Sequence
from typing import Any, Protocol


class Cursor(Protocol):
    """A synchronous cursor inside the caller's transaction, with the workspace set."""

    def execute(self, query: str, params: Any = None, /) -> object:
        """Runs one statement."""

    def fetchone(self) -> Sequence[Any] | None:
        """The next row."""

    def fetchall(self) -> Sequence[Sequence[Any]]:
        """All remaining rows."""

"""The web process's first act: prove that its database role cannot see past a workspace."""

from django.db import connection

from netz.core.failures import ExpectedFailure
from netz.core.schema import weaknesses


class IsolationError(ExpectedFailure):
    """Row-level security would not hold; the program must not run."""


def require_isolation() -> None:
    """Raises `IsolationError` when the role bypasses row-level security or a table lacks it."""
    found = weaknesses(connection)
    connection.close()
    if found:
        raise IsolationError(
            "The database role does not isolate workspaces: "
            + "; ".join(found[:3])
            + ". Run `netz doctor` for what to do."
        )

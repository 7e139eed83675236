"""What the trail is told of sign-ins: who, from where, and how it ended."""

from typing import Any

from netz.accounts.models import User
from netz.audit import services


def note(user: User, action: str, *, outcome: str = "done", **details: Any) -> None:
    """One line in each workspace that the person belongs to, for what the request does."""
    record = getattr(services, "record_of_user", None)
    if record is not None:
        from netz.core import where  # type: ignore[attr-defined]

        record(user.pk, action, outcome=outcome, where=where.current(), details=details)


def here() -> dict[str, str]:
    """Where the request comes from, for a job that tells it later."""
    return {}

"""What the trail is told of sign-ins: who, from where, and how it ended."""

from dataclasses import asdict
from typing import Any

from netz.accounts.models import User
from netz.audit.services import Outcome, record_of_user
from netz.core import where


def note(user: User, action: str, *, outcome: Outcome = "done", **details: Any) -> None:
    """One line in each workspace that the person belongs to, for what the request does."""
    record_of_user(user.pk, action, outcome=outcome, where=where.current(), details=details)


def here() -> dict[str, str]:
    """Where the request comes from, for a job that tells of it later."""
    return asdict(where.current())

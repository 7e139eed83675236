"""Whether a workspace lets people register, asked before anybody is signed in."""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection


@dataclass(frozen=True, slots=True)
class Registration:
    """A workspace that lets an address register, and how: `domain` or `open`."""

    workspace_id: UUID
    workspace_name: str
    kind: str


def registration_of(slug: str, address: str) -> Registration | None:
    """What the workspace offers to whoever holds the address; None when nothing."""
    domain = address.rpartition("@")[2].strip().lower()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT workspace_id, workspace_name, registration FROM netz_registration(%s, %s)",
            [slug, domain],
        )
        row = cursor.fetchone()
    return Registration(*row) if row else None

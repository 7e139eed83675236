"""Finished answers, keyed by everything that they rest on.

The key holds the workspace, the reader's audiences, the number of the knowledge (which grows with
each change of documents, audiences or synonyms), the models in use, the question in its normal
form, and how the reader likes answers where that isn't the ordinary way: a change of any of them
makes another key, so nothing has to be invalidated.
"""

import hashlib
import json
from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from netz import __version__
from netz.assistant.models import CachedAnswer
from netz.core.db import rows_of
from netz.core.ids import new_id

KEPT = timedelta(days=7)


def cache_key(
    workspace_id: UUID,
    audiences: Sequence[int] | None,
    knowledge: int,
    models: Sequence[str],
    language: str,
    question: str,
    style: Sequence[str] = (),
) -> str:
    """The key for a question in its normal form; `audiences` None means all of them.

    `style` is empty for answers in the ordinary style.
    """
    parts = [
        __version__,
        str(workspace_id),
        None if audiences is None else sorted(audiences),
        knowledge,
        list(models),
        language,
        question,
        *style,
    ]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def read(workspace_id: UUID, key: str) -> dict[str, Any] | None:
    """The body under the key, if there is one."""
    rows = rows_of(
        "SELECT body FROM assistant_cachedanswer WHERE workspace_id = %s AND key = %s",
        [workspace_id, key],
    )
    return dict(json.loads(rows[0][0])) if rows else None


def write(workspace_id: UUID, key: str, body: dict[str, Any]) -> None:
    """Keeps the body; when two ask the same at once, the first one's stays."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO assistant_cachedanswer (id, created_at, workspace_id, key, body)"
            " VALUES (%s, now(), %s, %s, %s) ON CONFLICT (workspace_id, key) DO NOTHING",
            [new_id(), workspace_id, key, json.dumps(body)],
        )


def prune(workspace_id: UUID) -> int:
    """Removes what is older than a week; returns how many rows."""
    rows = CachedAnswer.objects.filter(
        workspace_id=workspace_id, created_at__lt=timezone.now() - KEPT
    )
    return rows.delete()[0]

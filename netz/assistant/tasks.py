"""Jobs of the assistant."""

from uuid import UUID

import procrastinate
from django.db import connection
from procrastinate.contrib.django import app

from netz.assistant import cache
from netz.assistant.letters import handover_letters
from netz.assistant.services.organising import purge_deleted
from netz.core.db import tenant


@app.task(retry=procrastinate.RetryStrategy(max_attempts=6, exponential_wait=5))
def tell_staff(workspace_id: str, event_id: str) -> None:
    """Writes to the staff that somebody asked for a person, where mail is set up."""
    with tenant(UUID(workspace_id)):
        letters = handover_letters(UUID(workspace_id), UUID(event_id))
    for letter in letters:
        letter.send()


@app.periodic(cron="41 3 * * *")
@app.task(queueing_lock="prune_answers")
def prune_answers(timestamp: int) -> None:
    """Removes cached answers that nobody can reach any more, and what members deleted long ago."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT netz_workspace_ids()")
        ids = [row[0] for row in cursor.fetchall()]
    for workspace_id in ids:
        with tenant(workspace_id):
            cache.prune(workspace_id)
            purge_deleted(workspace_id)

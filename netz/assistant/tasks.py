"""Jobs of the assistant."""

from django.db import connection
from procrastinate.contrib.django import app

from netz.assistant import cache
from netz.core.db import tenant


@app.periodic(cron="41 3 * * *")
@app.task(queueing_lock="prune_answers")
def prune_answers(timestamp: int) -> None:
    """Removes cached answers that nobody can reach any more."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT netz_workspace_ids()")
        ids = [row[0] for row in cursor.fetchall()]
    for workspace_id in ids:
        with tenant(workspace_id):
            cache.prune(workspace_id)

"""Jobs of the knowledge domain: ids in, one call."""

from uuid import UUID

import procrastinate
from django.db import connection
from procrastinate.contrib.django import app

from netz.core.db import tenant
from netz.knowledge import services
from netz.knowledge.services.ingestion import fail_version

MAX_ATTEMPTS = 4


@app.task(
    name="netz.knowledge.tasks.ingest",
    queue="ingest",
    pass_context=True,
    retry=procrastinate.RetryStrategy(max_attempts=MAX_ATTEMPTS, exponential_wait=3),
)
def ingest(context: procrastinate.JobContext, workspace_id: str, version_id: str) -> None:
    """Reads an uploaded version; after the last failed try the document says so."""
    try:
        services.ingest_version(UUID(workspace_id), UUID(version_id))
    except Exception:
        if context.job.attempts + 1 >= MAX_ATTEMPTS:
            fail_version(UUID(workspace_id), UUID(version_id))
        raise


@app.periodic(cron="17 3 * * *")
@app.task(queueing_lock="purge_deleted")
def purge_deleted(timestamp: int) -> None:
    """Removes documents that were deleted a month ago, with their files."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT netz_workspace_ids()")
        ids = [row[0] for row in cursor.fetchall()]
    for workspace_id in ids:
        with tenant(workspace_id):
            services.purge_deleted(workspace_id)

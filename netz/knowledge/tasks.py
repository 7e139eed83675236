"""Jobs of the knowledge domain: ids in, one call."""

import contextlib
from typing import Any
from uuid import UUID

import procrastinate
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.tasks import Task

from netz.core.db import tenant
from netz.knowledge import services, vectors
from netz.knowledge.queries import every_workspace
from netz.knowledge.search.fold import fold
from netz.knowledge.search.fold_vectors import fold_signatures
from netz.knowledge.services.ingestion import fail_version

MAX_ATTEMPTS = 4
TIDY_AFTER_SECONDS = 5


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
    _tidy_soon(workspace_id)


@app.task(queue="ingest")
def fold_index(workspace_id: str) -> None:
    """Merges the small pieces that ingestion leaves in the search index."""
    with tenant(UUID(workspace_id)), connection.cursor() as cursor:
        fold(cursor, UUID(workspace_id))
        fold_signatures(cursor, UUID(workspace_id))


@app.task(
    queue="ingest",
    pass_context=True,
    retry=procrastinate.RetryStrategy(max_attempts=MAX_ATTEMPTS, exponential_wait=4),
)
def embed_passages(context: procrastinate.JobContext, workspace_id: str) -> None:
    """Gives passages their vectors for a while, then lets other jobs have their turn."""
    unfinished = vectors.build(
        UUID(workspace_id),
        last_try=context.job.attempts + 1 >= MAX_ATTEMPTS,
        stop=context.should_abort,
    )
    if unfinished:
        vectors.want(UUID(workspace_id))


@app.periodic(cron="47 3 * * *")
@app.task(queueing_lock="check_vectors")
def check_vectors(timestamp: int) -> None:
    """Has every workspace's vectors fit the models of this installation; also when it starts."""
    for workspace_id in every_workspace():
        with tenant(workspace_id):
            vectors.catch_up(workspace_id)


def _tidy_soon(workspace_id: str) -> None:
    _once_soon(fold_index, workspace_id)
    vectors.want(UUID(workspace_id), in_seconds=TIDY_AFTER_SECONDS)


def _once_soon(task: Task[Any, Any, Any], workspace_id: str) -> None:
    # One job waits for a whole batch of uploads; the next one may queue once it has begun.
    with contextlib.suppress(procrastinate.exceptions.AlreadyEnqueued):
        task.configure(
            queueing_lock=f"{task.name}-{workspace_id}", schedule_in={"seconds": TIDY_AFTER_SECONDS}
        ).defer(workspace_id=workspace_id)


@app.periodic(cron="17 3 * * *")
@app.task(queueing_lock="purge_deleted")
def purge_deleted(timestamp: int) -> None:
    """Removes documents that were deleted a month ago, with their files."""
    for workspace_id in every_workspace():
        with tenant(workspace_id):
            services.purge_deleted(workspace_id)

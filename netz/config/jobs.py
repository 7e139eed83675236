"""The job queue as the worker sees it, and the periodic job that rescues stalled ones."""

from contextlib import suppress

import procrastinate
import structlog
from django.utils import timezone
from procrastinate.contrib.django import app as django_app
from procrastinate.contrib.django import procrastinate_app
from procrastinate.contrib.django.django_connector import DjangoConnector

log = structlog.get_logger(__name__)

STALLED_AFTER_SECONDS = 30
CHECK_VECTORS = "netz.knowledge.tasks.check_vectors"


def worker_app() -> procrastinate.App:
    """The queue with a connector of its own, as a worker needs it."""
    current = procrastinate_app.current_app
    assert isinstance(current, procrastinate.App)
    assert isinstance(current.connector, DjangoConnector)
    return current.with_connector(current.connector.get_worker_connector())


@django_app.periodic(cron="* * * * *")
@django_app.task(queueing_lock="rescue_stalled", pass_context=True)
async def rescue_stalled(context: procrastinate.JobContext, timestamp: int) -> None:
    """Puts jobs back whose worker died: their heartbeat stopped. Every job is safe to run twice."""
    await rescue(context.app, STALLED_AFTER_SECONDS)


async def check_at_start(app: procrastinate.App) -> None:
    """Queues what a new version of the program, or other settings, may have left to be done."""
    job = app.configure_task(CHECK_VECTORS, queueing_lock="check_vectors", allow_unknown=False)
    with suppress(procrastinate.exceptions.AlreadyEnqueued):
        await job.defer_async(timestamp=int(timezone.now().timestamp()))


async def rescue(app: procrastinate.App, silent_seconds: float) -> int:
    """Retries every job whose worker has been silent that long; returns how many."""
    stalled = list(await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=silent_seconds))
    for job in stalled:
        log.warning("stalled job retried", job=job.id, task=job.task_name)
        await app.job_manager.retry_job(job, retry_at=timezone.now())
    return len(stalled)

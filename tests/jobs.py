"""Running the queue as a worker does, until it is empty."""

import asyncio
from datetime import UTC, datetime

from procrastinate import App

from netz.config.jobs import worker_app


def run_jobs() -> None:
    """Works off every job that is due, and those that they queue (an archive's members)."""

    async def work() -> None:
        async with worker_app().open_async() as app:
            while True:
                await app.run_worker_async(
                    wait=False, concurrency=2, install_signal_handlers=False, listen_notify=False
                )
                if not await _any_due(app):
                    return

    asyncio.run(work())


async def _any_due(app: App) -> bool:
    now = datetime.now(UTC)
    waiting = await app.job_manager.list_jobs_async(status="todo")
    return any(job.scheduled_at is None or job.scheduled_at <= now for job in waiting)

"""Running the queue as a worker does, until it is empty."""

import asyncio
from datetime import UTC, datetime

from procrastinate import App

from netz.config.jobs import worker_app


def run_jobs(*, later: bool = False) -> None:
    """Works off every job that is due, and those that they queue (an archive's members); with
    `later` also those that wait for a few seconds, such as what follows an upload."""

    async def work() -> None:
        async with worker_app().open_async() as app:
            while True:
                if later:
                    await app.connector.execute_query_async(
                        "UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE status = 'todo'"
                    )
                await app.run_worker_async(
                    wait=False, concurrency=2, install_signal_handlers=False, listen_notify=False
                )
                if not await _any_due(app, later):
                    return

    asyncio.run(work())


async def _any_due(app: App, later: bool) -> bool:
    now = datetime.now(UTC)
    waiting = await app.job_manager.list_jobs_async(status="todo")
    return any(later or job.scheduled_at is None or job.scheduled_at <= now for job in waiting)

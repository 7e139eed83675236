"""Running the queue as a worker does, until it is empty."""

import asyncio

from netz.config.jobs import worker_app


def run_jobs() -> None:
    """Works off every job that is due."""

    async def work() -> None:
        async with worker_app().open_async() as app:
            await app.run_worker_async(
                wait=False, concurrency=2, install_signal_handlers=False, listen_notify=False
            )

    asyncio.run(work())

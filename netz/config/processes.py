"""The process roles: web and worker."""

import asyncio
import gc
import signal

import structlog

from netz.config.env import environment
from netz.core.logs import configure_logs

log = structlog.get_logger(__name__)


def run_web() -> None:
    """Serves the application until SIGTERM or SIGINT, in this one process."""
    from netz.config.isolation import require_isolation

    configure_logs(environment().log_level, as_json=environment().log_json)
    require_isolation()
    asyncio.run(_serve_web())


async def _serve_web() -> None:
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server.embed import Server

    from netz.config.asgi import build_app

    env = environment()
    app = build_app()
    # What is loaded by now stays: the collector need not walk it again and again.
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
    server = Server(
        app,
        address=env.host,
        port=env.port,
        interface=Interfaces.ASGI,
        websockets=False,
        backlog=2048,
        log_level=LogLevels.warning,
    )
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, server.stop)
    await server.serve()


def run_worker() -> None:
    """Works jobs off until SIGTERM or SIGINT; jobs under way get ten seconds to finish."""
    from netz.config.jobs import check_at_start, worker_app

    env = environment()
    configure_logs(env.log_level, as_json=env.log_json)

    async def work() -> None:
        async with worker_app().open_async() as app:
            await check_at_start(app)
            await app.run_worker_async(
                concurrency=env.worker_jobs,
                listen_notify=True,
                fetch_job_polling_interval=5,
                shutdown_graceful_timeout=10,
                delete_jobs="successful",
                stalled_worker_timeout=30,
            )

    asyncio.run(work())

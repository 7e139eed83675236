"""Jobs of notices."""

from contextlib import suppress
from uuid import UUID

import procrastinate
from procrastinate.contrib.django import app

from netz.audit.queries import every_workspace
from netz.core.db import tenant
from netz.notices import delivering


@app.task(retry=procrastinate.RetryStrategy(max_attempts=6, exponential_wait=5))
def deliver_notices(workspace_id: str) -> None:
    """Sends what is due at once."""
    delivering.deliver(UUID(workspace_id))


@app.task
def try_push(workspace_id: str, device_id: str, language: str) -> None:
    """Sends a message to one device, because its owner wants to see it come."""
    delivering.send_trial(UUID(workspace_id), UUID(device_id), language)


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="deliver_due_notices")
def deliver_due_notices(timestamp: int) -> None:
    """Sends what was held back until now: by quiet hours, or for the letter of the day."""
    for workspace_id in every_workspace():
        if delivering.any_due(workspace_id):
            job = deliver_notices.configure(queueing_lock=f"deliver_notices {workspace_id}")
            with suppress(procrastinate.exceptions.AlreadyEnqueued):
                job.defer(workspace_id=str(workspace_id))


@app.periodic(cron="27 3 * * *")
@app.task(queueing_lock="prune_notices")
def prune_notices(timestamp: int) -> None:
    """Removes notices that are too old to concern anybody."""
    for workspace_id in every_workspace():
        with tenant(workspace_id):
            delivering.prune(workspace_id)

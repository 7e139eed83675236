"""Jobs of administration: exports, and the end of workspaces."""

import contextlib
from uuid import UUID

import procrastinate
from procrastinate.contrib.django import app

from netz.administration.deletion import running as deletion
from netz.administration.export import running as export
from netz.knowledge.queries import every_workspace

MAX_ATTEMPTS = 3


@app.task(
    queue="exports",
    pass_context=True,
    retry=procrastinate.RetryStrategy(max_attempts=MAX_ATTEMPTS, exponential_wait=5),
)
def write_workspace_export(
    context: procrastinate.JobContext, workspace_id: str, export_id: str
) -> None:
    """Writes an export; after the last failed try, or worker that died of it, the list says so."""
    workspace, wanted = UUID(workspace_id), UUID(export_id)
    if context.job.attempts >= MAX_ATTEMPTS:
        export.fail_export(workspace, wanted, "interrupted")
        return
    try:
        export.run_export(workspace, wanted)
    except Exception:
        if context.job.attempts + 1 >= MAX_ATTEMPTS:
            export.fail_export(workspace, wanted, "internal")
        raise


@app.periodic(cron="37 * * * *")
@app.task(queueing_lock="tidy_exports")
def tidy_exports(timestamp: int) -> None:
    """Removes exports whose days are over, and what killed attempts have left."""
    for workspace_id in every_workspace():
        export.tidy_exports(workspace_id)


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="delete_due_workspaces")
def delete_due_workspaces(timestamp: int) -> None:
    """Has every workspace deleted whose day has come, and goes on with what was interrupted."""
    for workspace_id in deletion.due():
        with contextlib.suppress(procrastinate.exceptions.AlreadyEnqueued):
            delete_workspace.configure(
                lock=f"delete-{workspace_id}", queueing_lock=f"delete-{workspace_id}"
            ).defer(workspace_id=str(workspace_id))


@app.task(retry=procrastinate.RetryStrategy(max_attempts=6, exponential_wait=5))
def delete_workspace(workspace_id: str) -> None:
    """Deletes one workspace whose day has come."""
    deletion.delete_workspace(UUID(workspace_id))

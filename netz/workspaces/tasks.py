"""Jobs of workspaces."""

from uuid import UUID

import procrastinate
from procrastinate.contrib.django import app

from netz.core.db import tenant
from netz.workspaces.services.previews import end_preview


@app.task(retry=procrastinate.RetryStrategy(max_attempts=6, exponential_wait=5))
def close_preview(workspace_id: str, preview_id: str) -> None:
    """Ends a preview whose time is over."""
    workspace = UUID(workspace_id)
    with tenant(workspace):
        end_preview(UUID(preview_id), workspace_id=workspace, reason="time")

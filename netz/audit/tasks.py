"""Jobs of the trail: pruning, and sending signed heads outside, each once a day."""

from typing import Any
from uuid import UUID

import procrastinate
from procrastinate.contrib.django import app

from netz.audit import retention, sending
from netz.audit.errors import HeadsNotSetUp
from netz.audit.queries import every_workspace
from netz.core.actor import Actor
from netz.core.db import tenant


@app.periodic(cron="29 3 * * *")
@app.task(queueing_lock="prune_trails")
def prune_trails(timestamp: int) -> None:
    """Takes out what workspaces don't keep any longer."""
    for workspace_id in every_workspace():
        retention.prune(workspace_id)


@app.periodic(cron="11 4 * * *")
@app.task(queueing_lock="send_heads")
def send_heads(timestamp: int) -> None:
    """Sends every workspace's head to where it wants it kept."""
    for workspace_id in every_workspace():
        with tenant(workspace_id):
            _queue(workspace_id, *sending.take_head(workspace_id))


def send_now(actor: Actor) -> dict[str, Any]:
    """Queues the head's sending in the actor's transaction. Raises `HeadsNotSetUp`."""
    head, ways = sending.take_head(actor.workspace_id, actor)
    if not ways:
        raise HeadsNotSetUp
    _queue(actor.workspace_id, head, ways)
    return head


# Waits 3, 9, 27 … seconds: the last try comes after three days, as Standard Webhooks ask for.
@app.task(retry=procrastinate.RetryStrategy(max_attempts=12, exponential_wait=3), pass_context=True)
def send_head(
    context: procrastinate.JobContext, workspace_id: str, way: str, head: dict[str, Any]
) -> None:
    """Sends one head on one way; a repeat has the same id."""
    sending.send_head(UUID(workspace_id), way, head, f"head_{context.job.id}")


def _queue(workspace_id: UUID, head: dict[str, Any], ways: list[str]) -> None:
    for way in ways:
        send_head.defer(workspace_id=str(workspace_id), way=way, head=head)

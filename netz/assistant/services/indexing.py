"""Having what was said be found."""

from uuid import UUID

from netz.assistant.finding.index import BATCH, catch_up, waiting
from netz.core.actor import Actor
from netz.core.db import tenant

_AT_ONCE = 40  # messages that a search takes up before it looks, about a millisecond each


def include_latest(actor: Actor) -> None:
    """Takes up what was said since the last job, so that a search finds it.

    Where that is a lot (after an import, say), it is left to the job: nobody waits for it.
    """
    if 0 < waiting(actor.workspace_id, most=_AT_ONCE + 1) <= _AT_ONCE:
        catch_up(actor.workspace_id, most=_AT_ONCE)


def index_all(workspace_id: UUID) -> None:
    """Takes up all that isn't in the index yet, a batch a transaction."""
    while True:
        with tenant(workspace_id):
            done = catch_up(workspace_id)
        if done < BATCH:
            return

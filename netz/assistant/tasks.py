"""Jobs of the assistant."""

from collections.abc import Callable
from uuid import UUID

import procrastinate
from procrastinate.contrib.django import app

from netz.assistant import cache, telling
from netz.assistant.exports import running as exports
from netz.assistant.finding.index import start_again_if_stale
from netz.assistant.services import attaching
from netz.assistant.services.assigning import remind
from netz.assistant.services.indexing import index_all
from netz.assistant.services.organising import purge_deleted
from netz.core.db import tenant
from netz.knowledge.queries import every_workspace

_RETRIED = procrastinate.RetryStrategy(max_attempts=6, exponential_wait=5)


@app.task(retry=_RETRIED)
def tell_staff(workspace_id: str, event_id: str) -> None:
    """Tells the staff that somebody asked for a person."""
    _tell(telling.tell_of_wish, workspace_id, event_id)


@app.task(retry=_RETRIED)
def remind_staff(workspace_id: str, event_id: str) -> None:
    """Tells the staff that somebody still waits for a person."""
    _tell(telling.tell_of_waiting, workspace_id, event_id)


@app.task(retry=_RETRIED)
def tell_readers(workspace_id: str, event_id: str) -> None:
    """Tells those of a conversation who are away that there is something new for them."""
    _tell(telling.tell_of_message, workspace_id, event_id)


@app.task(retry=_RETRIED)
def tell_mentioned(workspace_id: str, event_id: str) -> None:
    """Tells the staff whom a note mentions."""
    _tell(telling.tell_of_note, workspace_id, event_id)


@app.task(retry=_RETRIED)
def tell_assigned(workspace_id: str, event_id: str) -> None:
    """Tells who was given a conversation."""
    _tell(telling.tell_of_assignment, workspace_id, event_id)


def _tell(about: Callable[[UUID, UUID], None], workspace_id: str, event_id: str) -> None:
    with tenant(UUID(workspace_id)):
        about(UUID(workspace_id), UUID(event_id))


MAX_ATTEMPTS = 3


@app.task(
    queue="exports",
    pass_context=True,
    retry=procrastinate.RetryStrategy(max_attempts=MAX_ATTEMPTS, exponential_wait=5),
)
def write_conversation_export(
    context: procrastinate.JobContext, workspace_id: str, export_id: str
) -> None:
    """Writes an export; after the last failed try, or worker that died of it, the list says so."""
    workspace, wanted = UUID(workspace_id), UUID(export_id)
    if context.job.attempts >= MAX_ATTEMPTS:
        exports.fail_export(workspace, wanted, "interrupted")
        return
    try:
        exports.run_export(workspace, wanted)
    except Exception:
        if context.job.attempts + 1 >= MAX_ATTEMPTS:
            exports.fail_export(workspace, wanted, "internal")
        raise


@app.periodic(cron="43 * * * *")
@app.task(queueing_lock="tidy_conversation_exports")
def tidy_conversation_exports(timestamp: int) -> None:
    """Removes exports whose days are over, and what killed attempts have left."""
    for workspace_id in every_workspace():
        exports.tidy_exports(workspace_id)


@app.task(
    queue="ingest",
    pass_context=True,
    retry=procrastinate.RetryStrategy(max_attempts=MAX_ATTEMPTS, exponential_wait=3),
)
def read_attachment(
    context: procrastinate.JobContext, workspace_id: str, attachment_id: str
) -> None:
    """Reads an attached file; after the last failed try it says so."""
    try:
        attaching.read_attachment(UUID(workspace_id), UUID(attachment_id))
    except Exception:
        if context.job.attempts + 1 >= MAX_ATTEMPTS:
            attaching.fail_attachment(UUID(workspace_id), UUID(attachment_id))
        raise


@app.periodic(cron="37 * * * *")
@app.task(queueing_lock="tidy_attachments")
def tidy_attachments(timestamp: int) -> None:
    """Removes what was attached and never sent, and files that belong to nothing any more."""
    for workspace_id in every_workspace():
        attaching.tidy(workspace_id)


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="remind_of_waiting")
def remind_of_waiting(timestamp: int) -> None:
    """Has nobody wait for a person in silence."""
    for workspace_id in every_workspace():
        with tenant(workspace_id):
            remind(workspace_id)


@app.periodic(cron="41 3 * * *")
@app.task(queueing_lock="prune_answers")
def prune_answers(timestamp: int) -> None:
    """Removes cached answers that nobody can reach any more, and what members deleted long ago."""
    for workspace_id in every_workspace():
        with tenant(workspace_id):
            cache.prune(workspace_id)
            purge_deleted(workspace_id)


@app.periodic(cron="*/2 * * * *")
@app.task(queueing_lock="index_messages")
def index_messages(timestamp: int) -> None:
    """Has what was said in every workspace be found; a search itself takes up the latest."""
    for workspace_id in every_workspace():
        index_all(workspace_id)


@app.periodic(cron="11 4 * * *")
@app.task(queueing_lock="renew_message_index")
def renew_message_index(timestamp: int) -> None:
    """Indexes anew where messages were purged, so that nothing of them is left."""
    for workspace_id in every_workspace():
        with tenant(workspace_id):
            stale = start_again_if_stale(workspace_id)
        if stale:
            index_all(workspace_id)

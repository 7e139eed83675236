"""Which indexes a workspace has: one searched, one being built when the model has changed."""

from collections.abc import Collection
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from netz.ai.choices import forget_choices
from netz.ai.sources import Source, embedder_of, source_in_force
from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.events import emit
from netz.knowledge.models import VectorIndex
from netz.knowledge.search.vectors import forget_model, passages_without_vector
from netz.knowledge.services.state import bump
from netz.knowledge.vectors.state import BUILDING, FAILED, READY, STOPPED, announce, indexes

JOB = "netz.knowledge.tasks.embed_passages"
WRONG_DIMENSIONS = "embeddings.dimensions"


def want(workspace_id: UUID, *, in_seconds: int = 0) -> None:
    """Has passages get their vectors; one job waits for a whole batch of uploads."""
    job = app.configure_task(
        JOB,
        queue="ingest",
        queueing_lock=f"{JOB}-{workspace_id}",
        lock=f"{JOB}-{workspace_id}",
        schedule_in={"seconds": in_seconds},
    )
    try:
        with transaction.atomic():  # a savepoint: the caller's transaction must survive a refusal
            job.defer(workspace_id=str(workspace_id))
    except AlreadyEnqueued:
        pass


def take_turns(workspace_id: UUID) -> None:
    """Has changes of the workspace's choice and indexes follow each other until the commit."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended('netz.vectors ' || %s, 0))",
            [str(workspace_id)],
        )


def reconcile(workspace_id: UUID, *, resume: Collection[str] = ()) -> None:
    """Makes the indexes fit the source in force; a build in one of the states `resume` goes on.

    The searched index of an earlier model stays until the new one is complete.
    """
    take_turns(workspace_id)
    source = source_in_force(workspace_id)
    embedder = embedder_of(source)
    ready, other = indexes(workspace_id)
    if source.kind == "off" and source.choice is not None:
        _drop(ready, other)
    elif embedder is not None:
        if ready is not None and ready.model == embedder.name:
            _drop(other)
            _keep(ready, source)
        elif other is not None and other.model == embedder.name:
            _keep(other, source)
            if other.state in resume:
                _restart(other)
        else:
            _drop(other)
            _start(workspace_id, embedder.name, source)
    used = VectorIndex.objects.filter(workspace_id=workspace_id, choice__isnull=False)
    forget_choices(workspace_id, list(used.values_list("choice_id", flat=True)))


def choose(actor: Actor) -> None:
    """Follows a choice that has just been put in force."""
    reconcile(actor.workspace_id, resume=(STOPPED, FAILED))
    bump(actor.workspace_id)
    want(actor.workspace_id)


def catch_up(workspace_id: UUID) -> None:
    """After a start, and daily: follows a changed model, tries a failed build again, and has
    passages without a vector looked after."""
    reconcile(workspace_id, resume=(FAILED,))
    with connection.cursor() as cursor:
        waiting = any(
            row.state == BUILDING or passages_without_vector(cursor, workspace_id, row.model, 1)
            for row in indexes(workspace_id)
            if row is not None and row.state in (READY, BUILDING)
        )
    if waiting:
        want(workspace_id)


def complete(index_id: UUID, workspace_id: UUID) -> bool:
    """Makes a built index the one that is searched, in the caller's transaction; the one before
    goes. False when a passage still lacks its vector, or somebody has stopped the build."""
    take_turns(workspace_id)
    ready, other = indexes(workspace_id)
    if other is None or other.id != index_id or other.state != BUILDING:
        return False
    with connection.cursor() as cursor:
        if passages_without_vector(cursor, workspace_id, other.model, 1):
            return False
    _drop(ready)
    other.state, other.ended_at, other.error_code, other.rate = READY, timezone.now(), "", 0
    other.save(update_fields=["state", "ended_at", "error_code", "rate"])
    forget_choices(workspace_id, [other.choice_id] if other.choice_id else [])
    bump(workspace_id)
    emit(workspace_id, "embeddings.ready", {"model": other.model})
    announce(other)
    return True


def fail(index_id: UUID, workspace_id: UUID, code: str) -> None:
    """Notes why an index can't go on; one that was ready stays so."""
    take_turns(workspace_id)
    index = VectorIndex.objects.filter(workspace_id=workspace_id, pk=index_id).first()
    if index is None or index.state not in (READY, BUILDING):
        return
    index.error_code = code
    if index.state == BUILDING:
        index.state, index.ended_at = FAILED, timezone.now()
    index.save(update_fields=["state", "ended_at", "error_code"])
    emit(workspace_id, "embeddings.failed", {"model": index.model, "code": code})
    announce(index)


def cancel(actor: Actor) -> None:
    """Stops the build under way; what it has made is kept for going on later."""
    take_turns(actor.workspace_id)
    _, other = indexes(actor.workspace_id)
    if other is None or other.state != BUILDING:
        return
    other.state, other.ended_at, other.rate = STOPPED, timezone.now(), 0
    other.save(update_fields=["state", "ended_at", "rate"])
    record(actor, "embeddings.cancel", other, after={"state": STOPPED})
    emit(actor.workspace_id, "embeddings.changed", {}, member_id=actor.member_id)
    announce(other)


def rebuild(actor: Actor) -> None:
    """Goes on with a build that was stopped or has failed; otherwise makes all vectors anew."""
    reconcile(actor.workspace_id, resume=(STOPPED, FAILED))
    embedder = embedder_of(source_in_force(actor.workspace_id))
    ready, _ = indexes(actor.workspace_id)
    if embedder is not None and ready is not None and ready.model == embedder.name:
        _restart(ready, anew=True)
        bump(actor.workspace_id)
    record(actor, "embeddings.rebuild")
    emit(actor.workspace_id, "embeddings.changed", {}, member_id=actor.member_id)
    want(actor.workspace_id)


def _start(workspace_id: UUID, model: str, source: Source) -> None:
    VectorIndex.objects.create(
        workspace_id=workspace_id,
        model=model,
        kind=source.kind,
        choice_id=source.choice,
        started_at=timezone.now(),
    )


def _keep(index: VectorIndex, source: Source) -> None:
    """The same model by another choice: a new key, say."""
    if (index.kind, index.choice_id) != (source.kind, source.choice):
        index.kind, index.choice_id = source.kind, source.choice
        index.save(update_fields=["kind", "choice"])


def _restart(index: VectorIndex, *, anew: bool = False) -> None:
    if anew or index.error_code == WRONG_DIMENSIONS:
        _forget(index)
        index.dimensions = None
    index.state, index.started_at, index.ended_at = BUILDING, timezone.now(), None
    index.error_code, index.rate = "", 0
    index.save()


def _drop(*rows: VectorIndex | None) -> None:
    for index in rows:
        if index is not None:
            _forget(index)
            index.delete()


def _forget(index: VectorIndex) -> None:
    with connection.cursor() as cursor:
        forget_model(cursor, index.workspace_id, index.model)

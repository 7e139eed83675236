"""Renaming, deleting, restoring and retrying documents."""

from datetime import timedelta
from functools import partial
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from netz.audit.services import record
from netz.core import files as storage
from netz.core.actor import Actor
from netz.core.live import publish
from netz.core.permissions import Permission
from netz.knowledge.audiences import inherited_set
from netz.knowledge.errors import NotRetryable, PathTaken
from netz.knowledge.models import Document, Version
from netz.knowledge.search.index import unindex_version
from netz.knowledge.services.indexing import index_current
from netz.knowledge.services.state import announce, bump, concerned
from netz.knowledge.services.uploads import enqueue

KEPT_DELETED = timedelta(days=30)


def rename_document(document: Document, title: str, *, actor: Actor) -> None:
    """Gives the document a title of the person's choice; search knows it at once."""
    before = document.title
    document.title, document.title_given = title, True
    document.save(update_fields=["title", "title_given", "updated_at"])
    if document.current_id:
        _unindex(document)
        index_current(document)
    record(actor, "document.rename", document, before={"title": before}, after={"title": title})
    bump(actor.workspace_id)
    announce(document)


def delete_document(document: Document, *, actor: Actor) -> None:
    """Takes the document and what was unpacked from it out of answers at once; can be undone."""
    now = timezone.now()  # one moment for all: restoring finds what went together
    for one in [document, *document.children.filter(deleted_at=None)]:
        one.deleted_at = now
        one.save(update_fields=["deleted_at", "updated_at"])
        _unindex(one)
        record(actor, "document.delete", one, before={"path": one.path})
        publish(
            one.workspace_id,
            "document.deleted",
            {"id": one.id},
            permission=Permission.DOCUMENTS_MANAGE,
            companies=concerned(one),
        )
    bump(actor.workspace_id)


def restore_document(document: Document, *, actor: Actor) -> Document:
    """Undoes a deletion. Raises `PathTaken`."""
    children = (
        document.children.filter(deleted_at=document.deleted_at) if document.deleted_at else []
    )
    for one in [document, *list(children)]:
        one.deleted_at = None
        try:
            with transaction.atomic():
                one.save(update_fields=["deleted_at", "updated_at"])
        except IntegrityError as error:
            raise PathTaken from error
        if not one.audience_given:
            # The folder's rule may have changed meanwhile.
            one.audience = inherited_set(one.path, actor=actor)
            one.save(update_fields=["audience"])
        index_current(one)
        record(actor, "document.restore", one, after={"path": one.path})
        announce(one)
        if one.status not in ("ready", "failed") and one.latest_id:
            enqueue(one.workspace_id, one.latest_id)
    bump(actor.workspace_id)
    return document


def retry_document(document: Document, *, actor: Actor) -> None:
    """Queues a failed document's latest version again. Raises `NotRetryable`."""
    if document.status != "failed" or document.latest_id is None:
        raise NotRetryable
    document.status, document.progress, document.error_code = "queued", 0, ""
    document.save(update_fields=["status", "progress", "error_code", "updated_at"])
    enqueue(actor.workspace_id, document.latest_id)
    record(actor, "document.retry", document)
    announce(document)


def purge_deleted(workspace_id: UUID) -> int:
    """Removes for good what was deleted long enough ago; returns how many documents."""
    limit = timezone.now() - KEPT_DELETED
    gone = list(Document.objects.filter(workspace_id=workspace_id, deleted_at__lt=limit))
    for document in gone:
        keys = list(
            Version.objects.filter(workspace_id=workspace_id, document=document).values_list(
                "storage_key", flat=True
            )
        )
        Document.objects.filter(pk=document.pk).update(current=None, latest=None)
        document.delete()
        transaction.on_commit(partial(storage.remove_all, keys))
    return len(gone)


def _unindex(document: Document) -> None:
    if document.current_id:
        with connection.cursor() as cursor:
            unindex_version(cursor, document.workspace_id, document.current_id)

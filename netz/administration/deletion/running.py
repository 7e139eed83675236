"""Deleting a workspace whose day has come; safe to be killed at any step and begun again.

First the sign-ins, then all rows at once with the record that the operator keeps, then accounts
that belong to no workspace any more, then the files; the record is finished last, and is what an
interrupted deletion is known by once the rows are gone.
"""

import json
import shutil
from uuid import UUID

import structlog
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from netz.accounts.models import User
from netz.accounts.sessions import end_all_sessions
from netz.administration.export.places import SHELF
from netz.administration.models import DeletionRecord
from netz.assistant.exports.places import SHELF as CONVERSATIONS
from netz.audit.heads import signed
from netz.core.db import tenant
from netz.knowledge.originals import remove_originals
from netz.workspaces.services.closing import end_sessions_in, tell_streams

log = structlog.get_logger(__name__)

FORMAT = "netz-workspace-deletion/1"


def due() -> list[UUID]:
    """Workspaces whose day has come, and those whose deletion was interrupted."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT netz_workspaces_to_delete()")
        found = [row[0] for row in cursor.fetchall()]
    unfinished = DeletionRecord.objects.filter(finished_at=None).order_by("created_at")
    return [*found, *unfinished.values_list("former_id", flat=True)]


def delete_workspace(workspace_id: UUID) -> DeletionRecord | None:
    """Deletes everything of the workspace, if its day has come; None where it has not."""
    if workspace_id not in due():
        return DeletionRecord.objects.filter(former_id=workspace_id).first()
    members = end_sign_ins(workspace_id)
    record_id = delete_rows(workspace_id)
    if record_id is None:
        return None  # it was kept at the last moment
    tell_streams(workspace_id, members)
    record = DeletionRecord.objects.get(pk=record_id)
    if record.finished_at is None:
        users = delete_users([UUID(user) for user in record.waiting_users])
        finish(record, users=users, files=delete_files(workspace_id))
        record.refresh_from_db()
        log.info("workspace deleted", workspace=str(workspace_id))
    return record


def end_sign_ins(workspace_id: UUID) -> list[UUID]:
    """Ends the sign-ins that open this workspace; returns its members."""
    with tenant(workspace_id):
        return end_sessions_in(workspace_id)


def delete_rows(workspace_id: UUID) -> UUID | None:
    """Deletes all rows in one transaction; returns the record of it, also of an earlier one."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT netz_delete_workspace(%s)", [workspace_id])
        (record_id,) = cursor.fetchone()
    return UUID(str(record_id)) if record_id else None


def delete_users(user_ids: list[UUID]) -> int:
    """Deletes accounts that had no other workspace; returns how many of them are gone.

    Who has come into another one meanwhile stays: the database refuses.
    """
    for user in User.objects.filter(pk__in=user_ids):
        end_all_sessions(user.pk)
        try:
            with transaction.atomic():
                user.delete()
        except IntegrityError:
            log.info("account kept, it has another workspace", user=str(user.pk))
    return len(user_ids) - User.objects.filter(pk__in=user_ids).count()


def delete_files(workspace_id: UUID) -> int:
    """Deletes uploaded files and exports; returns how many originals there were."""
    for shelf in (SHELF, CONVERSATIONS):
        shutil.rmtree(shelf.folder_of(workspace_id), ignore_errors=True)
    return remove_originals(workspace_id)


def finish(record: DeletionRecord, *, users: int, files: int) -> None:
    """Signs the record and closes it."""
    statement = {
        "format": FORMAT,
        "workspace": str(record.former_id),
        "name": record.name,
        "slug": record.slug,
        "asked_by": record.asked_by,
        "asked_at": record.asked_at.isoformat(),
        "closed_at": record.closes_at.isoformat(),
        "deleted_at": timezone.now().isoformat(timespec="seconds"),
        "rows": record.rows,
        "users": users,
        "files": files,
        "trail_seq": record.head_seq,
        "trail_hash": record.head_hash,
    }
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT netz_finish_deletion(%s, %s)", [record.id, json.dumps(signed(statement))]
        )

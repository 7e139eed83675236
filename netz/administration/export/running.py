"""One attempt at an export: safe to be killed and begun again, and to be overtaken.

An attempt writes a file of its own name and takes the export over by it. Only when all is written
does the file get the name that is handed out, and the export becomes ready.
"""

import errno
import time
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from django.utils import timezone

from netz.accounts.mail import send
from netz.accounts.models import display_name
from netz.administration.export.places import SHELF
from netz.administration.export.writing import Asked, Written, write_export
from netz.administration.models import ACTIVE, WorkspaceExport
from netz.audit.services import record_of_system
from netz.core.db import tenant
from netz.core.making import Attempt, NoRoomForExport, Overtaken
from netz.workspaces.queries.branding import sender_of
from netz.workspaces.queries.closing import facts_of, user_of_member

KEPT = timedelta(days=7)
LISTED = timedelta(days=180)
_REPORT_SECONDS = 0.5


def run_export(workspace_id: UUID, export_id: UUID) -> None:
    """Writes an export that waits, or that an attempt has left half-made."""
    attempt = Attempt(WorkspaceExport, SHELF, workspace_id, export_id)
    asked = _take(attempt)
    if asked is None:
        return
    remove_leftovers(workspace_id)
    try:
        written = _write(asked, attempt)
        _finish(attempt, written)
    except Overtaken:
        attempt.part.unlink(missing_ok=True)
    except NoRoomForExport:
        fail_export(workspace_id, export_id, "no_room")
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        fail_export(workspace_id, export_id, "no_room")


def _write(asked: Asked, attempt: Attempt) -> Written:
    try:
        return write_export(asked, attempt.part, _Reporter(attempt).report)
    except FileNotFoundError:
        attempt.require_mine()  # another attempt threw this one's file away
        raise


def _take(attempt: Attempt) -> Asked | None:
    workspace_id = attempt.workspace_id
    with tenant(workspace_id):
        if not attempt.take(ACTIVE):
            return None
        export = WorkspaceExport.objects.get(workspace_id=workspace_id, pk=attempt.row_id)
        name, slug = facts_of(workspace_id)
        return Asked(
            workspace_id=workspace_id,
            name=name,
            slug=slug,
            asked_by=export.asked_by,
            language=export.language,
            passages=export.passages,
            until=timezone.now(),
        )


class _Reporter:
    """Writes the progress down at most twice a second, and finds out when to stop."""

    def __init__(self, attempt: Attempt) -> None:
        self.attempt = attempt
        self.last = -_REPORT_SECONDS

    def report(self, done: int, total: int) -> None:
        """Raises `Overtaken`."""
        if time.monotonic() - self.last < _REPORT_SECONDS:
            return
        self.last = time.monotonic()
        self.attempt.require_mine(done=done, total=total)


def _finish(attempt: Attempt, written: Written) -> None:
    now = timezone.now()
    workspace_id = attempt.workspace_id
    with tenant(workspace_id):
        attempt.finish(
            done=written.rows + written.files,
            total=written.rows + written.files,
            size=written.size,
            sha256=written.sha256,
            ended_at=now,
            expires_at=now + KEPT,
        )
        told = {"size": written.size, "sha256": written.sha256, "rows": written.rows}
        record_of_system(workspace_id, "workspace.export_ready", after=told)
        _tell(workspace_id, WorkspaceExport.objects.get(pk=attempt.row_id))


def _tell(workspace_id: UUID, export: WorkspaceExport) -> None:
    user = user_of_member(workspace_id, export.member_id)
    if user is None:
        return
    send(
        user.email,
        "administration/mail/export_ready",
        user.language,
        sender=sender_of(workspace_id),
        name=display_name(user),
        workspace=facts_of(workspace_id)[0],
        days=KEPT.days,
    )


def fail_export(workspace_id: UUID, export_id: UUID, code: str) -> None:
    """Says that there will be no file, and why."""
    with tenant(workspace_id):
        rows = WorkspaceExport.objects.filter(
            workspace_id=workspace_id, pk=export_id, state__in=ACTIVE
        )
        if rows.update(state="failed", run="", error_code=code, ended_at=timezone.now()):
            record_of_system(workspace_id, "workspace.export_failed", after={"code": code})
    remove_leftovers(workspace_id)


def tidy_exports(workspace_id: UUID) -> None:
    """Removes files whose days are over, what killed attempts have left, and old lines."""
    now = timezone.now()
    with tenant(workspace_id):
        mine = WorkspaceExport.objects.filter(workspace_id=workspace_id)
        mine.filter(state="ready", expires_at__lt=now).update(state="expired")
        mine.exclude(state__in=(*ACTIVE, "ready")).filter(created_at__lt=now - LISTED).delete()
    remove_leftovers(workspace_id)


def remove_leftovers(workspace_id: UUID) -> None:
    """Removes every file that is neither handed out nor being written."""

    def kept() -> set[Path]:
        with tenant(workspace_id):
            rows = WorkspaceExport.objects.filter(workspace_id=workspace_id)
            return SHELF.kept_of(workspace_id, rows)

    SHELF.sweep(workspace_id, kept)

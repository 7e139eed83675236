"""One attempt at an export: safe to be killed and begun again, and to be overtaken.

An attempt writes a file of its own name and takes the export over by it. Only when all is written
does the file get the name that is handed out, and the export becomes ready.
"""

import errno
import secrets
import time
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import structlog
from django.utils import timezone

from netz.accounts.mail import send
from netz.accounts.models import display_name
from netz.administration.export import places
from netz.administration.export.errors import NoRoomForExport
from netz.administration.export.writing import Asked, Written, write_export
from netz.administration.models import ACTIVE, WorkspaceExport
from netz.audit.services import record_of_system
from netz.core.db import tenant
from netz.workspaces.queries.branding import sender_of
from netz.workspaces.queries.closing import facts_of, user_of_member

log = structlog.get_logger(__name__)

KEPT = timedelta(days=7)
LISTED = timedelta(days=180)
_REPORT_SECONDS = 0.5


class Overtaken(Exception):  # noqa: N818  # not an error: somebody called it off
    """The export was cancelled, or another attempt writes it."""


def run_export(workspace_id: UUID, export_id: UUID) -> None:
    """Writes an export that waits, or that an attempt has left half-made."""
    run = secrets.token_hex(8)
    asked = _take(workspace_id, export_id, run)
    if asked is None:
        return
    remove_leftovers(workspace_id)
    part = places.part_of(workspace_id, export_id, run)
    try:
        written = _write(asked, part, _Reporter(workspace_id, export_id, run))
        _finish(workspace_id, export_id, run, written)
    except Overtaken:
        part.unlink(missing_ok=True)
    except NoRoomForExport:
        fail_export(workspace_id, export_id, "no_room")
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        fail_export(workspace_id, export_id, "no_room")


def _write(asked: Asked, part: Path, reporter: "_Reporter") -> Written:
    try:
        return write_export(asked, part, reporter.report)
    except FileNotFoundError:
        reporter.require_mine()  # another attempt threw this one's file away
        raise


def _take(workspace_id: UUID, export_id: UUID, run: str) -> Asked | None:
    with tenant(workspace_id):
        rows = WorkspaceExport.objects.filter(
            workspace_id=workspace_id, pk=export_id, state__in=ACTIVE
        )
        if not rows.update(state="running", run=run, done=0, total=0):
            return None
        export = rows.get()
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

    def __init__(self, workspace_id: UUID, export_id: UUID, run: str) -> None:
        self.workspace_id, self.export_id, self.run = workspace_id, export_id, run
        self.last = -_REPORT_SECONDS

    def report(self, done: int, total: int) -> None:
        """Raises `Overtaken`."""
        if time.monotonic() - self.last < _REPORT_SECONDS:
            return
        self.last = time.monotonic()
        self.require_mine(done=done, total=total)

    def require_mine(self, **progress: int) -> None:
        """Raises `Overtaken` unless the export is still this attempt's."""
        with tenant(self.workspace_id):
            rows = WorkspaceExport.objects.filter(pk=self.export_id, run=self.run, state="running")
            if not rows.update(run=self.run, **progress):
                raise Overtaken


def _finish(workspace_id: UUID, export_id: UUID, run: str, written: Written) -> None:
    now = timezone.now()
    with tenant(workspace_id):
        rows = WorkspaceExport.objects.filter(pk=export_id, run=run, state="running")
        changed = rows.update(
            state="ready",
            done=written.rows + written.files,
            total=written.rows + written.files,
            size=written.size,
            sha256=written.sha256,
            ended_at=now,
            expires_at=now + KEPT,
        )
        if not changed:
            raise Overtaken
        # While the row is held: nobody else can give the file its name.
        part = places.part_of(workspace_id, export_id, run)
        part.rename(places.file_of(workspace_id, export_id))
        told = {"size": written.size, "sha256": written.sha256, "rows": written.rows}
        record_of_system(workspace_id, "workspace.export_ready", after=told)
        _tell(workspace_id, WorkspaceExport.objects.get(pk=export_id))


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
    # Files before rows: an attempt has its row before it has a file.
    files = list(places.files_of(workspace_id))
    with tenant(workspace_id):
        rows = WorkspaceExport.objects.filter(workspace_id=workspace_id)
        kept = {("zip", str(row.id)) for row in rows if row.state in ("running", "ready")}
        kept |= {(row.run, str(row.id)) for row in rows if row.state == "running"}
    for path, export_id, run in files:
        if (run, export_id) not in kept:
            path.unlink(missing_ok=True)
            log.info("left-over export removed", file=path.name)

"""One attempt at an export of conversations: safe to be killed and begun again, and overtaken."""

import errno
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import cast
from uuid import UUID

from django.utils import timezone

from netz.assistant.exporting import Format
from netz.assistant.exports import queries
from netz.assistant.exports.places import SHELF
from netz.assistant.exports.writing import BATCH, ending_of, write_file
from netz.assistant.models import ConversationExport
from netz.assistant.queries.conversations import those_readable
from netz.assistant.schemas import ConversationDetail
from netz.audit.services import record_of_system
from netz.core.actor import Actor
from netz.core.db import tenant
from netz.core.live import publish
from netz.core.making import Attempt, NoRoomForExport, Overtaken
from netz.notices import services as notices
from netz.workspaces import queries as workspaces

KEPT = timedelta(days=7)


class AccessLost(Exception):  # noqa: N818  # not an error: somebody's rights have changed
    """The member is gone, or of another company than when the attempt began."""


def run_export(workspace_id: UUID, export_id: UUID) -> None:
    """Writes an export that waits, or that an attempt has left half-made."""
    attempt = Attempt(ConversationExport, SHELF, workspace_id, export_id)
    with tenant(workspace_id):
        if not attempt.take(ConversationExport.ACTIVE):
            return
        export = ConversationExport.objects.get(workspace_id=workspace_id, pk=export_id)
    remove_leftovers(workspace_id)
    try:
        _write(export, attempt)
    except Overtaken:
        attempt.part.unlink(missing_ok=True)
    except AccessLost:
        fail_export(workspace_id, export_id, "access_lost")
    except NoRoomForExport:
        fail_export(workspace_id, export_id, "no_room")
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        fail_export(workspace_id, export_id, "no_room")


def _write(export: ConversationExport, attempt: Attempt) -> None:
    try:
        _Writer(export, attempt).write()
    except FileNotFoundError:
        attempt.require_mine()  # another attempt threw this one's file away
        raise


class _Writer:
    """The file while it is written, with all that it comes to hold."""

    def __init__(self, export: ConversationExport, attempt: Attempt) -> None:
        self.export, self.attempt = export, attempt
        self.held: list[UUID] = []
        self.documents: set[UUID] = set()
        self.left_out = 0

    def write(self) -> None:
        with tenant(self.export.workspace_id):
            self.first = actor = self._actor()
            ids = queries.wanted_ids(actor, self.export.wanted)
        self._report(total=len(ids))
        as_format = cast(Format, self.export.format)
        size = write_file(
            self.attempt.part, as_format, self._batches(ids), count=len(ids), actor=actor
        )
        self._finish(size, ending_of(as_format, len(ids)))

    def _actor(self) -> Actor:
        one = self.export
        actor = workspaces.acting_member(
            one.workspace_id, one.member_id, one.permissions, one.language
        )
        if actor is None:
            raise AccessLost
        return actor

    def _batches(self, ids: list[UUID]) -> Iterator[list[ConversationDetail]]:
        """What the member may read at that moment, a batch in a transaction."""
        for start in range(0, len(ids), BATCH):
            SHELF.require_room(self.export.workspace_id)
            batch = ids[start : start + BATCH]
            with tenant(self.export.workspace_id):
                actor = self._actor()
                if actor.company_id != self.first.company_id:
                    raise AccessLost
                found = those_readable(actor, batch)
            self._remember(found, len(batch))
            yield found
            self._report(done=len(self.held) + self.left_out)

    def _remember(self, found: list[ConversationDetail], wanted: int) -> None:
        self.held += [one.id for one in found]
        self.left_out += wanted - len(found)
        for one in found:
            for message in one.messages:
                if message.answer:
                    cited, near = message.answer.citations, message.answer.nearest
                    self.documents |= {one.document_id for one in cited if not one.attached}
                    self.documents |= {one.document_id for one in near if not one.attached}

    def _report(self, **progress: int) -> None:
        with tenant(self.export.workspace_id):
            self.attempt.update(**progress)
            for name, value in progress.items():
                setattr(self.export, name, value)
            self.export.state = "running"
            tell(self.export)

    def _finish(self, size: int, ending: str) -> None:
        now, export = timezone.now(), self.export
        with tenant(export.workspace_id):
            self.attempt.finish(
                done=len(self.held),
                left_out=self.left_out,
                conversations=self.held,
                documents=sorted(self.documents),
                read_for=self.first.company_id,
                file_name=f"conversations-{export.created_at:%Y-%m-%d}.{ending}",
                size=size,
                ended_at=now,
                expires_at=now + KEPT,
            )
            told = {"format": export.format, "count": len(self.held), "size": size}
            record_of_system(export.workspace_id, "conversation.export_ready", after=told)
            export.state = "ready"
            tell(export)
            notices.tell(
                export.workspace_id,
                "export",
                [export.member_id],
                source=export.pk,
                path="/conversations",
                words={"count": len(self.held)},
            )


def tell(export: ConversationExport) -> None:
    """Has the member's open screens look at the export again."""
    publish(
        export.workspace_id,
        "conversation_export.changed",
        {"id": export.id, "state": export.state, "done": export.done, "total": export.total},
        members=[export.member_id],
    )


def fail_export(workspace_id: UUID, export_id: UUID, code: str) -> None:
    """Says that there will be no file, and why."""
    now = timezone.now()
    with tenant(workspace_id):
        rows = ConversationExport.objects.filter(workspace_id=workspace_id, pk=export_id)
        if rows.filter(state__in=ConversationExport.ACTIVE).update(
            state="failed", run="", error_code=code, ended_at=now, expires_at=now + KEPT
        ):
            record_of_system(workspace_id, "conversation.export_failed", after={"code": code})
            tell(rows.get())
    remove_leftovers(workspace_id)


def tidy_exports(workspace_id: UUID) -> None:
    """Removes exports whose days are over, row and file, and what killed attempts have left."""
    with tenant(workspace_id):
        rows = ConversationExport.objects.filter(
            workspace_id=workspace_id, expires_at__lt=timezone.now()
        )
        ready = rows.filter(state="ready").count()
        rows.delete()
        if ready:
            record_of_system(workspace_id, "conversation.export_expire", after={"count": ready})
    remove_leftovers(workspace_id)


def remove_leftovers(workspace_id: UUID) -> None:
    """Removes every file that is neither handed out nor being written."""

    def kept() -> set[Path]:
        with tenant(workspace_id):
            rows = ConversationExport.objects.filter(workspace_id=workspace_id)
            return SHELF.kept_of(workspace_id, rows)

    SHELF.sweep(workspace_id, kept)

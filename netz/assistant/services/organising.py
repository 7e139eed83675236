"""How a member keeps the own conversations: titles, folders, tags, archive, deletion.

None of it touches `updated_at`: filing a conversation is no new turn in it.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, TypedDict
from uuid import UUID

from django.db import IntegrityError, transaction

from netz.assistant.errors import FolderExists, TooManyFolders, TooManyTags
from netz.assistant.models import Conversation, Folder
from netz.audit.services import record, record_of_system
from netz.core.actor import Actor
from netz.core.live import publish
from netz.notices.services import forget

KEPT_DAYS = 30  # how long what was deleted can be brought back
MAX_TAGS = 20
MAX_FOLDERS = 200


class Changes(TypedDict, total=False):
    """What is to be different; what is left out stays."""

    title: str
    pinned: bool
    archived: bool
    deleted: bool
    folder: Folder | None
    add_tags: list[str]
    remove_tags: list[str]
    tags: list[str]


_MOMENTS = {"pinned": "pinned_at", "archived": "archived_at", "deleted": "deleted_at"}


def organise(rows: Sequence[Conversation], changes: Changes, *, actor: Actor) -> None:
    """Changes all of the conversations or, on an error, none. Raises `TooManyTags`.

    What is deleted or archived is no longer pinned. One row in the trail for each conversation that
    really changes; the member's other screens hear of it.
    """
    now = datetime.now(UTC)
    changed = []
    for row in rows:
        wanted = _fields(row, changes, now)
        before = {name: getattr(row, name) for name in wanted}
        new = {name: value for name, value in wanted.items() if before[name] != value}
        if not new:
            continue
        Conversation.objects.filter(workspace_id=actor.workspace_id, pk=row.pk).update(**new)
        for name, value in new.items():
            setattr(row, name, value)
        record(actor, _action(new), row, before={name: before[name] for name in new}, after=new)
        changed.append(row.id)
    if changed:
        publish(
            actor.workspace_id,
            "conversation.changed",
            {"ids": [str(one) for one in changed]},
            members=[actor.member_id],
        )


def _fields(row: Conversation, changes: Changes, now: datetime) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name, column in _MOMENTS.items():
        if name in changes:
            # A moment that is already set stays as it is.
            fields[column] = (getattr(row, column) or now) if changes[name] else None  # type: ignore[literal-required]  # the keys of _MOMENTS are keys of Changes
    if fields.get("deleted_at") or fields.get("archived_at"):
        fields["pinned_at"] = None
    if "title" in changes:
        fields["title"] = changes["title"]
    if "folder" in changes:
        fields["folder_id"] = changes["folder"].id if changes["folder"] else None
    if tags := _tags(row.tags, changes):
        fields["tags"] = tags[0]
    return fields


def _tags(present: list[str], changes: Changes) -> tuple[list[str]] | None:
    """The tags as they will be, in a tuple; None when they are not spoken of."""
    if not changes.keys() & {"tags", "add_tags", "remove_tags"}:
        return None
    kept = [
        tag for tag in changes.get("tags", present) if tag not in changes.get("remove_tags", [])
    ]
    tags = list(dict.fromkeys([*kept, *changes.get("add_tags", [])]))
    if len(tags) > MAX_TAGS:
        raise TooManyTags(most=MAX_TAGS)
    return (tags,)


def _action(new: dict[str, Any]) -> str:
    if "deleted_at" in new:
        return "conversation.delete" if new["deleted_at"] else "conversation.restore"
    return "conversation.change"


def create_folder(name: str, *, actor: Actor) -> Folder:
    """A new folder of the member's. Raises `FolderExists`, `TooManyFolders`."""
    own = Folder.objects.filter(workspace_id=actor.workspace_id, member_id=actor.member_id)
    if own.count() >= MAX_FOLDERS:
        raise TooManyFolders(most=MAX_FOLDERS)
    try:
        with transaction.atomic():
            row = Folder.objects.create(
                workspace_id=actor.workspace_id, member_id=actor.member_id, name=name
            )
    except IntegrityError as error:
        raise FolderExists from error
    record(actor, "folder.create", row, after={"name": name})
    return row


def rename_folder(row: Folder, name: str, *, actor: Actor) -> Folder:
    """Gives a folder another name. Raises `FolderExists`."""
    before, row.name = row.name, name
    try:
        with transaction.atomic():
            row.save(update_fields=["name"])
    except IntegrityError as error:
        raise FolderExists from error
    record(actor, "folder.rename", row, before={"name": before}, after={"name": name})
    return row


def delete_folder(row: Folder, *, actor: Actor) -> None:
    """Removes a folder; what lay in it stays, outside of any folder."""
    record(actor, "folder.delete", row, before={"name": row.name})
    row.delete()


def purge_deleted(workspace_id: UUID) -> int:
    """Removes for good what was deleted long enough ago; in the workspace's transaction."""
    over = datetime.now(UTC) - timedelta(days=KEPT_DAYS)
    rows = Conversation.objects.filter(workspace_id=workspace_id, deleted_at__lt=over)
    ids = list(rows.values_list("pk", flat=True))
    number = len(ids)
    if number:
        forget(workspace_id, ids)
        rows.delete()
        record_of_system(workspace_id, "conversation.purge", after={"conversations": number})
    return number

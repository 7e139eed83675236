"""Writes the file of an export, as many conversations at a time as a batch holds."""

import os
import zipfile
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

from netz.assistant.exporting import ENDINGS, PAPER, Format, paper_of, pieces
from netz.assistant.schemas import ConversationDetail
from netz.core.actor import Actor
from netz.core.db import tenant

BATCH = 50
# PDF and Word files are set in memory: more conversations become several files in a ZIP.
A_PAPER = 100


def ending_of(as_format: Format, count: int) -> str:
    """How the file's name ends that holds so many conversations."""
    return "zip" if as_format in PAPER and count > A_PAPER else ENDINGS[as_format]


def write_file(
    target: Path,
    as_format: Format,
    batches: Iterable[list[ConversationDetail]],
    *,
    count: int,
    actor: Actor,
) -> int:
    """Writes the file, durable before it returns, and tells its size. What `batches` raises stops
    it; nothing of it is left then."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with target.open("wb") as raw:
            if ending_of(as_format, count) == "zip":
                with zipfile.ZipFile(raw, "w", zipfile.ZIP_STORED) as archive:
                    for number, paper in enumerate(_papers(as_format, batches, actor), 1):
                        name = f"conversations-{number:03}.{ENDINGS[as_format]}"
                        archive.writestr(name, paper)
            elif as_format in PAPER:
                raw.writelines(_papers(as_format, batches, actor))
            else:
                raw.writelines(pieces(batches, as_format, actor, actor.workspace_name))
            raw.flush()
            os.fsync(raw.fileno())
        return target.stat().st_size
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _papers(
    as_format: Format, batches: Iterable[list[ConversationDetail]], actor: Actor
) -> Iterator[bytes]:
    each = chain.from_iterable(batches)
    while found := list(islice(each, A_PAPER)):
        with tenant(actor.workspace_id):  # the workspace's color
            yield paper_of(found, as_format, actor, actor.workspace_name)

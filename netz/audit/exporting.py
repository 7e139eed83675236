"""The trail as a file: CSV for spreadsheets, JSON lines for programs."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Literal
from uuid import UUID

from netz.audit.models import Entry
from netz.audit.queries import Filters, every_entry
from netz.core.cells import harmless

Format = Literal["csv", "jsonl"]
MEDIA_TYPES = {"csv": "text/csv; charset=utf-8", "jsonl": "application/x-ndjson"}

_COLUMNS = (
    "created_at",
    "actor_name",
    "member_id",
    "credential",
    "credential_id",
    "action",
    "outcome",
    "target_kind",
    "target_id",
    "ip",
    "agent",
    "request_id",
    "before",
    "after",
)


def export(workspace_id: UUID, filters: Filters, as_format: Format) -> Iterator[str]:
    """The wanted rows, the newest first, a batch at a time."""
    if as_format == "csv":
        yield "\ufeff" + _line(_COLUMNS)  # the mark by which spreadsheets know UTF-8
    for batch in every_entry(workspace_id, filters):
        if as_format == "csv":
            yield "".join(_line([_cell(entry, name) for name in _COLUMNS]) for entry in batch)
        else:
            yield "".join(_object(entry) + "\n" for entry in batch)


def _object(entry: Entry) -> str:
    row = {"id": str(entry.id)} | {name: _value(entry, name) for name in _COLUMNS}
    return json.dumps(row, ensure_ascii=False)


def _value(entry: Entry, name: str) -> object:
    value = getattr(entry, name)
    if name == "created_at":
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def _cell(entry: Entry, name: str) -> str:
    value = _value(entry, name)
    if value is None:
        return ""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return harmless(text)


def _line(cells: list[str] | tuple[str, ...]) -> str:
    written = io.StringIO()
    csv.writer(written).writerow(cells)
    return written.getvalue()

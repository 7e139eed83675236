"""Extracted documents as JSON, for the pipe between the child process and its parent."""

import json
from dataclasses import asdict
from typing import Any

from netz.knowledge.extraction.types import Block, Extracted, Limits


def dump(extracted: Extracted) -> dict[str, Any]:
    """A JSON object that `load` turns back into an equal document."""
    return {
        "title": extracted.title,
        "language": extracted.language,
        "pages": extracted.pages,
        "media_type": extracted.media_type,
        "blocks": [
            [b.kind, b.text, b.level, b.page, b.marker, b.rows, b.has_header, b.links]
            for b in extracted.blocks
        ],
    }


def load(data: dict[str, Any]) -> Extracted:
    """The document of `dump`; raises KeyError, TypeError or ValueError for anything else."""
    return Extracted(
        title=str(data["title"]),
        language=data["language"],
        blocks=tuple(_block(*fields) for fields in data["blocks"]),
        pages=data["pages"],
        media_type=str(data["media_type"]),
    )


def _block(
    kind: Any, text: str, level: int, page: int | None, marker: str, rows: Any, header: bool,
    links: Any,
) -> Block:  # fmt: skip
    cells = tuple(tuple(row) for row in rows)
    return Block(
        kind, text, level, page, marker, cells, header, tuple((label, url) for label, url in links)
    )


def line(message: dict[str, Any]) -> bytes:
    """One message as one line."""
    return json.dumps(message, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def limits_to_json(limits: Limits) -> dict[str, Any]:
    return asdict(limits)


def limits_from_json(data: dict[str, Any]) -> Limits:
    return Limits(**data)

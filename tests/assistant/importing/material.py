"""Exports as ChatGPT and Open WebUI make them, small."""

import io
import json
import zipfile
from typing import Any

# 5 March 2024, 10:00 UTC.
STARTED = 1_709_632_800.0


def chatgpt(*turns: tuple[str, str], id: str = "c-1", **fields: Any) -> dict[str, Any]:  # noqa: A002  # the export's word
    """A conversation of ChatGPT's export, of turns as (role, text), a minute between them."""
    mapping: dict[str, Any] = {"root": {"id": "root", "message": None, "parent": None}}
    parent = "root"
    for number, (role, said) in enumerate(turns):
        name = f"n{number}"
        mapping[name] = node(role, said, parent, STARTED + 60 * number)
        parent = name
    return {
        "id": id,
        "conversation_id": id,
        "title": "Sauvegarde du NAS",
        "create_time": STARTED,
        "mapping": mapping,
        "current_node": parent,
    } | fields


def node(role: str, said: Any, parent: str, at: float | None, **message: Any) -> dict[str, Any]:
    """A message in its place in the tree; `said` as text or as the export's `content`."""
    content = {"content_type": "text", "parts": [said]} if isinstance(said, str) else said
    told = {"author": {"role": role}, "create_time": at, "content": content, "recipient": "all"}
    return {"parent": parent, "children": [], "message": told | message}


def openwebui(*turns: tuple[str, str], id: str = "w-1", **fields: Any) -> dict[str, Any]:  # noqa: A002  # the export's word
    """A chat of Open WebUI's export, likewise."""
    messages: dict[str, Any] = {}
    parent = None
    for number, (role, said) in enumerate(turns):
        name = f"m{number}"
        messages[name] = {
            "id": name,
            "parentId": parent,
            "childrenIds": [],
            "role": role,
            "content": said,
            "timestamp": int(STARTED) + 60 * number,
        }
        parent = name
    return {
        "id": id,
        "user_id": "u-1",
        "title": "Imprimante",
        "created_at": int(STARTED),
        "archived": False,
        "chat": {"history": {"messages": messages, "currentId": parent}},
    } | fields


def as_json(*conversations: Any) -> bytes:
    return json.dumps(conversations).encode()


def as_zip(**files: bytes) -> bytes:
    """A zip of these files; `_` in a name stands for `/`."""
    return zipped({f"{name.replace('_', '/')}.json": content for name, content in files.items()})


def zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()

"""A conversation of ChatGPT's export: a tree of messages, of which one branch was open last."""

import re
from typing import Any

from netz.assistant.importing.shapes import Foreign, Said, branch, foreign, moment, text

# Marks of its interface inside the text (citations, links to products), between private-use
# characters that no screen can show.
_MARKS = re.compile("\ue200[^\ue200\ue201]*\ue201|[\ue000-\uf8ff]")
_SHOWN = {"text", "multimodal_text", "code"}


def looks_like(raw: dict[str, Any]) -> bool:
    """Whether it has the form of such a conversation."""
    return isinstance(raw.get("mapping"), dict)


def read(raw: dict[str, Any], attachment: str) -> Foreign:
    """The branch that was open last. Raises `Unusable`."""
    path = branch(raw["mapping"], raw.get("current_node"), parent="parent", at=_written_at)
    turns = [said for node in path if (said := _said(node.get("message"), attachment))]
    return foreign(
        "chatgpt",
        raw.get("conversation_id") or raw.get("id"),
        raw.get("title"),
        turns,
        started=raw.get("create_time"),
        archived=raw.get("is_archived"),
    )


def _written_at(node: dict[str, Any]) -> Any:
    message = node.get("message")
    return message.get("create_time") if isinstance(message, dict) else None


def _said(message: Any, attachment: str) -> Said | None:
    """What a person read of it; None for the system's, the tools' and what was hidden."""
    if not isinstance(message, dict):
        return None
    author, content = message.get("author"), message.get("content")
    if not isinstance(author, dict) or not isinstance(content, dict):
        return None
    role = author.get("role")
    if role not in ("user", "assistant") or _hidden(message):
        return None
    if content.get("content_type") not in _SHOWN:
        return None
    metadata = message.get("metadata")
    model = metadata.get("model_slug") if isinstance(metadata, dict) else None
    return Said(
        role,
        text(_MARKS.sub("", _words(content, attachment))),
        moment(message.get("create_time")),
        text(model)[:120] if isinstance(model, str) else "",
    )


def _hidden(message: dict[str, Any]) -> bool:
    if message.get("recipient") not in (None, "all") or message.get("weight") == 0:
        return True
    metadata = message.get("metadata")
    return isinstance(metadata, dict) and bool(metadata.get("is_visually_hidden_from_conversation"))


def _words(content: dict[str, Any], attachment: str) -> str:
    parts = content.get("parts")
    if not isinstance(parts, list):
        spoken = content.get("text")
        return spoken if isinstance(spoken, str) else ""
    return "\n".join(_part(part, attachment) for part in parts)


def _part(part: Any, attachment: str) -> str:
    if isinstance(part, str):
        return part
    if not isinstance(part, dict):
        return ""
    spoken = part.get("text")  # what was said aloud, written down
    return spoken if isinstance(spoken, str) else attachment

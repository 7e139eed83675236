"""A conversation of Open WebUI's export: messages by id with their parents, or an older list."""

import re
from typing import Any

from netz.assistant.importing.shapes import Foreign, Said, branch, foreign, moment, text

# How it keeps what a model thought or called, inside the answer's text.
_ASIDE = re.compile(
    r"<details\b[^<>]{0,500}?\btype=\"(?:reasoning|code_interpreter|tool_calls)\"", re.IGNORECASE
)
_ASIDE_END = "</details>"


def looks_like(raw: dict[str, Any]) -> bool:
    """Whether it has the form of such a conversation, with or without its row around it."""
    chat = raw.get("chat", raw)
    return isinstance(chat, dict) and (
        isinstance(chat.get("history"), dict) or isinstance(chat.get("messages"), list)
    )


def read(raw: dict[str, Any], attachment: str) -> Foreign:
    """The branch that was open last. Raises `Unusable`."""
    chat = raw.get("chat", raw)
    turns = [said for message in _messages(chat) if (said := _said(message, attachment))]
    return foreign(
        "openwebui",
        raw.get("id") or chat.get("id"),
        raw.get("title") or chat.get("title"),
        turns,
        started=raw.get("created_at") or chat.get("timestamp"),
        archived=raw.get("archived"),
    )


def _messages(chat: dict[str, Any]) -> list[Any]:
    history = chat.get("history")
    nodes = history.get("messages") if isinstance(history, dict) else None
    if isinstance(history, dict) and isinstance(nodes, dict) and nodes:
        tip = history.get("currentId")
        return list(branch(nodes, tip, parent="parentId", at=lambda node: node.get("timestamp")))
    listed = chat.get("messages")
    return listed if isinstance(listed, list) else []


def _said(message: Any, attachment: str) -> Said | None:
    if not isinstance(message, dict) or message.get("role") not in ("user", "assistant"):
        return None
    words = text(_without_asides(_words(message, attachment)))
    if not words and message.get("files"):
        words = attachment
    model = message.get("model")
    return Said(
        message["role"],
        words,
        moment(message.get("timestamp")),
        text(model)[:120] if isinstance(model, str) else "",
    )


def _without_asides(words: str) -> str:
    """Found by hand: an expression for the whole of it takes forever on a forged text."""
    kept, place = [], 0
    while (opening := _ASIDE.search(words, place)) is not None:
        end = words.find(_ASIDE_END, opening.end())
        if end < 0:
            break
        kept.append(words[place : opening.start()])
        place = end + len(_ASIDE_END)
    return "".join(kept) + words[place:]


def _words(message: dict[str, Any], attachment: str) -> str:
    content = message.get("content")
    if isinstance(content, str) and content:
        return content
    if isinstance(content, list):
        return _parts(content, attachment)
    # Newer versions keep an answer as the steps that led to it.
    steps = message.get("output")
    if not isinstance(steps, list):
        return ""
    spoken = [one for one in steps if isinstance(one, dict) and one.get("type") == "message"]
    return "\n\n".join(
        _parts(one["content"], attachment) for one in spoken if isinstance(one.get("content"), list)
    )


def _parts(parts: list[Any], attachment: str) -> str:
    return "\n".join(_part(part, attachment) for part in parts if isinstance(part, dict))


def _part(part: dict[str, Any], attachment: str) -> str:
    spoken = part.get("text")
    return spoken if isinstance(spoken, str) else attachment

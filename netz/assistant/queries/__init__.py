"""Reads of conversations, answers and suggestions; each takes the actor."""

from netz.assistant.queries.answers import answer, answer_out, stored_answer, suggestions
from netz.assistant.queries.conversations import (
    Whose,
    conversation,
    conversation_detail,
    conversation_details,
    conversations,
    filed,
    history,
)
from netz.assistant.queries.folders import folder, folders, tags

__all__ = [
    "Whose",
    "answer",
    "answer_out",
    "conversation",
    "conversation_detail",
    "conversation_details",
    "conversations",
    "filed",
    "folder",
    "folders",
    "history",
    "stored_answer",
    "suggestions",
    "tags",
]

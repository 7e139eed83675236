"""Reads of conversations, answers and suggestions; each takes the actor."""

from netz.assistant.queries.answers import answer, answer_out, repeated, stored_answer, suggestions
from netz.assistant.queries.conversations import (
    Whose,
    conversation,
    conversation_detail,
    conversation_details,
    conversations,
    filed,
)
from netz.assistant.queries.finding import found_conversations
from netz.assistant.queries.folders import folder, folders, tags
from netz.assistant.queries.past import Past, past

__all__ = [
    "Past",
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
    "found_conversations",
    "past",
    "repeated",
    "stored_answer",
    "suggestions",
    "tags",
]

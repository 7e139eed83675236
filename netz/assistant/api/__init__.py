"""Endpoints of answers, attachments, conversations, their exports, folders, speech and
suggestions."""

from netz.assistant.api import (
    answers,
    attachments,
    conversations,
    exports,
    folders,
    speech,
    together,
)

ROUTERS = (
    answers.router,
    attachments.router,
    conversations.router,
    exports.router,
    folders.router,
    speech.router,
    together.router,
)

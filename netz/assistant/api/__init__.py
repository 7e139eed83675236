"""Endpoints of answers, conversations, their exports, folders and suggestions."""

from netz.assistant.api import answers, conversations, exports, folders, together

ROUTERS = (
    answers.router,
    conversations.router,
    exports.router,
    folders.router,
    together.router,
)

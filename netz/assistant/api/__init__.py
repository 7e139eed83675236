"""Endpoints of answers, attachments, conversations, their exports, folders and suggestions."""

from netz.assistant.api import answers, attachments, conversations, exports, folders, together

ROUTERS = (
    answers.router,
    attachments.router,
    conversations.router,
    exports.router,
    folders.router,
    together.router,
)

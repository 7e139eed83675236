"""Endpoints of answers, conversations, folders and suggestions."""

from netz.assistant.api import answers, conversations, folders

ROUTERS = (answers.router, conversations.router, folders.router)

"""Conversations from elsewhere: another assistant's export is read, and becomes one's own."""

from netz.assistant.importing.writing import Imported, import_conversations

__all__ = ["Imported", "import_conversations"]

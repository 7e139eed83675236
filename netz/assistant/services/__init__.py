"""Writes of the assistant, one file a use case."""

from netz.assistant.services.asking import Pending, Wish, begin, choosable, finish
from netz.assistant.services.feedback import rate_answer, request_handover
from netz.assistant.services.suggestions import set_suggestions

__all__ = [
    "Pending",
    "Wish",
    "begin",
    "choosable",
    "finish",
    "rate_answer",
    "request_handover",
    "set_suggestions",
]

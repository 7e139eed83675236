"""Answers a question from found passages; pure functions, no framework and no database."""

from netz.assistant.answering.catalogue import ai_notice, text
from netz.assistant.answering.errors import InvalidQuestionError
from netz.assistant.answering.followup import resolve_followup
from netz.assistant.answering.grounder import decide
from netz.assistant.answering.language import detect_language
from netz.assistant.answering.prompt import NO_ANSWER, build_prompt
from netz.assistant.answering.question import normalise, read_question, validate
from netz.assistant.answering.types import (
    CheckedSentence,
    Citation,
    Draft,
    Grounding,
    Nearest,
    Piece,
    Question,
    Term,
    Turn,
)
from netz.assistant.answering.verify import verify_citations
from netz.assistant.answering.writer import compose, refuse

__all__ = [
    "NO_ANSWER",
    "CheckedSentence",
    "Citation",
    "Draft",
    "Grounding",
    "InvalidQuestionError",
    "Nearest",
    "Piece",
    "Question",
    "Term",
    "Turn",
    "ai_notice",
    "build_prompt",
    "compose",
    "decide",
    "detect_language",
    "normalise",
    "read_question",
    "refuse",
    "resolve_followup",
    "text",
    "validate",
    "verify_citations",
]

"""Text analysis for French and English: words, stems, questions, synonyms, spelling.

Pure functions: no database, no I/O apart from reading the built-in word lists once.
"""

from netz.knowledge.text.language import detect
from netz.knowledge.text.question import Alternative, Concept, Question, read_question
from netz.knowledge.text.synonyms import Synonyms, builtin, compile_groups
from netz.knowledge.text.tokens import Token, analyse

__all__ = [
    "Alternative",
    "Concept",
    "Question",
    "Synonyms",
    "Token",
    "analyse",
    "builtin",
    "compile_groups",
    "detect",
    "read_question",
]

"""What can be wrong with a question before it is searched for."""

from __future__ import annotations

from typing import Literal


class InvalidQuestionError(ValueError):
    """The text can't be asked; `code` is stable: `question.empty` or `question.too_long`."""

    def __init__(self, code: Literal["question.empty", "question.too_long"]) -> None:
        super().__init__(code)
        self.code = code

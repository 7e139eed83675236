"""How the command line tells an expected failure."""

import errno

from pydantic import ValidationError

from netz.core.errors import Problem
from netz.core.failures import ExpectedFailure


class CommandError(ExpectedFailure):
    """A command cannot go on; the text is one sentence."""


EXPECTED = (ExpectedFailure, Problem, OSError, ValidationError)


def sentence(error: Exception) -> str:
    """What to print for an expected failure."""
    if isinstance(error, Problem):
        words = error.words("en")
        return f"{words.title}. {words.hint}".strip()
    if isinstance(error, ValidationError):  # the environment's: nothing else is validated here
        wrong = [f"{item['loc'][0]}: {item['msg']}" for item in error.errors()]
        return f"A setting is wrong: {'; '.join(wrong)}. See `netz doctor`."
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return "The disk is full: free some space and start again; what was acknowledged is kept."
    return str(error)

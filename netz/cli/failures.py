"""How the command line tells an expected failure."""

import errno

from netz.core.errors import Problem
from netz.core.failures import ExpectedFailure


class CommandError(ExpectedFailure):
    """A command cannot go on; the text is one sentence."""


EXPECTED = (ExpectedFailure, Problem, OSError)


def sentence(error: Exception) -> str:
    """What to print for an expected failure."""
    if isinstance(error, Problem):
        words = error.words("en")
        return f"{words.title}. {words.hint}".strip()
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return "The disk is full: free some space and start again; what was acknowledged is kept."
    return str(error)

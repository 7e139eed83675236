"""Failures that a person can do something about, each told in one sentence."""

import errno

from netz.config.bootstrap import BootstrapError
from netz.config.isolation import IsolationError
from netz.config.migrate import NewerSchema
from netz.core.embedded import EmbeddedError
from netz.core.errors import Problem


class CommandError(RuntimeError):
    """A command cannot go on; the text is one sentence."""


EXPECTED = (
    CommandError,
    BootstrapError,
    EmbeddedError,
    IsolationError,
    NewerSchema,
    Problem,
    OSError,
)


def sentence(error: Exception) -> str:
    """What to print for an expected failure."""
    if isinstance(error, Problem):
        words = error.words("en")
        return f"{words.title}. {words.hint}".strip()
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return "The disk is full: free some space and start again; what was acknowledged is kept."
    return str(error)

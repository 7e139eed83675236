"""Failures that the person at the keyboard can do something about, each told in one sentence."""


class ExpectedFailure(RuntimeError):  # noqa: N818  # read as a noun at every place it is raised
    """Something about the installation is not right; the text is the sentence to show."""

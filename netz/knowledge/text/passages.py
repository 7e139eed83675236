"""A passage as a sentence model is shown it."""

from collections.abc import Sequence


def text_to_embed(title: str, headings: Sequence[str], text: str) -> str:
    """What the passage is about, from the document's title down, and then its text."""
    above = dict.fromkeys(line for line in (title, *headings) if line.strip())
    return "\n".join([*above, text])

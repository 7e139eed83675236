"""Thinking in tags before an answer is left out, wherever the stream is cut."""

import pytest

from netz.ai.providers.thoughts import ThoughtFilter

TEXTS = [
    ("<think>\nvoyons\n</think>\n\nBonjour.", "Bonjour."),
    ("\n <think></think>Bonjour.", "Bonjour."),
    ("Bonjour, <think>x</think> reste.", "Bonjour, <think>x</think> reste."),
    ("<think>sans fin", ""),
    ("<thinker> est un mot", "<thinker> est un mot"),
    ("<b>gras</b>", "<b>gras</b>"),
    ("<", "<"),
    ("  Bonjour", "  Bonjour"),
    ("<think>a</think>  ", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "kept"), TEXTS)
@pytest.mark.parametrize("size", [1, 2, 3, 5, 8, 100])
def test_only_the_answer_is_kept(text: str, kept: str, size: int) -> None:
    thoughts = ThoughtFilter()
    parts = [thoughts.feed(text[place : place + size]) for place in range(0, len(text), size)]
    assert "".join([*parts, thoughts.flush()]) == kept


def test_text_is_not_held_back_longer_than_needed() -> None:
    thoughts = ThoughtFilter()
    assert [thoughts.feed(part) for part in ("Bon", "jour")] == ["Bon", "jour"]

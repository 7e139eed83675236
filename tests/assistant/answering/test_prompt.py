"""The prompt for a chat model."""

import pytest

from netz.assistant.answering import NO_ANSWER, Turn, build_prompt
from tests.assistant.answering.passages import hit, paragraph

PAGES = [
    hit("Horaires", paragraph("Le support ouvre à 8 h.")),
    hit("Tarifs", paragraph("Le forfait coûte 29 €."), headings=("Tarifs", "Forfaits")),
]


@pytest.mark.parametrize(("language", "word"), [("fr", "français"), ("en", "English")])
def test_the_rules_are_in_the_language_of_the_answer(language: str, word: str) -> None:
    system, _ = build_prompt("?", PAGES, "fr" if language == "fr" else "en")
    assert word in system
    assert NO_ANSWER in system
    assert "[1][3]" in system


def test_passages_are_numbered_from_one_with_title_and_headings() -> None:
    _, user = build_prompt("Quel est le prix ?", PAGES, "fr", fence="f")
    assert '<passage-f n="1">\nHoraires\nLe support ouvre à 8 h.\n</passage-f>' in user
    assert '<passage-f n="2">\nTarifs > Forfaits\n' in user
    assert user.endswith("Question : Quel est le prix ?")


def test_the_conversation_is_shown_short_and_before_the_passages() -> None:
    turns = [Turn("user", f"question {n} " + "x" * 2000) for n in range(9)]
    _, user = build_prompt("Et sinon ?", PAGES, "fr", turns)
    assert "question 2" not in user
    assert "question 8" in user
    assert user.index("question 8") < user.index("Horaires")
    assert len(user) < 6000
    assert "Conversation" not in build_prompt("Et sinon ?", PAGES, "fr")[1]

"""The sentences around an answer exist in both languages."""

import string

import pytest

from netz.assistant.answering import ai_notice, text
from netz.assistant.answering.catalogue import TEXTS


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_every_sentence_exists_in_both_languages_with_the_same_blanks(key: str) -> None:
    blanks = {
        language: {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
        for language, sentence in TEXTS[key].items()
    }
    assert set(blanks) == {"fr", "en"}
    assert blanks["fr"] == blanks["en"]
    assert TEXTS[key]["fr"] != TEXTS[key]["en"]


def test_the_ai_notice_names_the_workspace_and_the_ai() -> None:
    assert ai_notice("fr", "Armor", by_model=True) == (
        "Réponse rédigée par une IA à partir des documents de Armor."
    )
    for language in ("fr", "en"):
        notice = ai_notice("fr" if language == "fr" else "en", "Armor", by_model=False)
        assert "Armor" in notice
        assert ("IA" if language == "fr" else "AI") in notice


def test_values_are_filled_in_as_text() -> None:
    assert text("looked_for", "fr", terms="{x} %s") == "J'ai cherché : {x} %s."

"""Titles of conversations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netz.assistant.answering.title import LENGTH, title_of


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("VPN", "VPN"),
        ("comment installer le VPN ?", "Comment installer le VPN ?"),
        ("Bonjour, comment installer le VPN ? Merci d'avance", "Comment installer le VPN ?"),
        ("Bonjour à tous, pouvez-vous me dire où est la doc ?", "Où est la doc ?"),
        ("Bonsoir. J'ai un souci : le wifi coupe. Cordialement", "Le wifi coupe"),
        ("J’ai un problème avec mon imprimante, elle fume.", "Mon imprimante, elle fume"),
        ("Hello, could you please explain how MFA works? Thanks", "How MFA works?"),
        ("Outlook. Il plante. Que faire ?", "Outlook. Il plante"),
        ("Bonjour", "Bonjour"),
        ("😀😀", "😀😀"),
        ("Hibernation du poste", "Hibernation du poste"),
        ("Salutation dans la signature", "Salutation dans la signature"),
    ],
)
def test_a_title_says_what_the_question_is_about(question: str, title: str) -> None:
    assert title_of(question) == title


def test_a_long_question_is_cut_between_words() -> None:
    title = title_of("Comment synchroniser " + "les calendriers partagés " * 9)
    assert title.endswith("…")
    assert len(title) <= LENGTH
    assert title[:-1] in "Comment synchroniser " + "les calendriers partagés " * 9


@given(st.text(min_size=1, max_size=400).filter(lambda text: any(c.isalnum() for c in text)))
def test_every_question_has_a_title_that_fits(question: str) -> None:
    title = title_of(question)
    assert 0 < len(title) <= LENGTH

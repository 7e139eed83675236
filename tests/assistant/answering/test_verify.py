"""Checking what a model wrote against the passages it cites."""

import pytest

from netz.assistant.answering import verify_citations
from tests.assistant.answering.passages import hit, paragraph

PAGES = [
    hit(
        "Paramètres SMTP",
        paragraph("Le serveur SMTP est smtp.exemple.fr, sur le port 587, avec STARTTLS."),
        paragraph("La limite d'envoi est de 10 000 messages par jour."),
    ),
    hit(
        "Sauvegarde",
        paragraph("Les sauvegardes sont conservées 30 jours. Erreur 0x80070005 : relancez-la."),
    ),
]


@pytest.mark.parametrize(
    ("written", "cited"),
    [
        ("Le serveur SMTP est smtp.exemple.fr [1].", (1,)),
        ("Le serveur SMTP écoute sur le port 587. [1]", (1,)),
        ("Les sauvegardes sont conservées 30 jours [2].", (2,)),
        ("La limite est de 10000 messages par jour [1].", (1,)),
        ("La limite est de 10\u202f000 messages par jour [1, 2].", (1, 2)),
        ("L'erreur 0x80070005 se règle en relançant la sauvegarde [2].", (2,)),
        ("Le port SMTP est 587 et les sauvegardes restent 30 jours [1][2].", (1, 2)),
        ("1. Saisissez le serveur SMTP smtp.exemple.fr [1].", (1,)),
    ],
)
def test_a_sentence_that_its_passage_carries_is_supported(
    written: str, cited: tuple[int, ...]
) -> None:
    (sentence,) = verify_citations(written, PAGES)
    assert sentence.supported, sentence
    assert sentence.citations == cited
    assert "[" not in sentence.text


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("Le serveur SMTP est smtp.exemple.fr.", "uncited"),
        ("Le serveur SMTP est smtp.exemple.fr [3].", "unknown_source"),
        ("Le serveur SMTP est smtp.exemple.fr [0].", "unknown_source"),
        ("Le serveur SMTP écoute sur le port 465 [1].", "numbers"),
        ("Le serveur SMTP est smtp.autre.fr, sur le port 587 [1].", "numbers"),
        ("L'erreur 0x80070006 se règle en relançant la sauvegarde [2].", "numbers"),
        ("Les sauvegardes sont conservées 30 jours [1].", "numbers"),
        ("La machine à café se trouve au deuxième étage du bâtiment [1].", "words"),
    ],
)
def test_a_sentence_that_its_passage_does_not_carry_is_flagged(written: str, reason: str) -> None:
    (sentence,) = verify_citations(written, PAGES)
    assert not sentence.supported
    assert sentence.reason == reason


def test_each_sentence_is_judged_for_itself() -> None:
    written = (
        "Le serveur SMTP est smtp.exemple.fr [1]. Il faut payer 12 € par mois [1]. Bonne journée !"
    )
    assert [s.supported for s in verify_citations(written, PAGES)] == [True, False, False]


def test_marks_after_the_full_stop_belong_to_the_sentence_before() -> None:
    written = "Le serveur SMTP est smtp.exemple.fr.[1] Les sauvegardes sont conservées 30 jours.[2]"
    assert [s.citations for s in verify_citations(written, PAGES)] == [(1,), (2,)]


def test_a_line_that_introduces_a_supported_list_needs_no_mark() -> None:
    written = "Procédez ainsi :\n1. Saisissez le serveur SMTP smtp.exemple.fr [1]."
    assert [s.supported for s in verify_citations(written, PAGES)] == [True, True]
    wrong = "Procédez ainsi :\n1. Payez 12 € au comptoir [1]."
    assert [s.supported for s in verify_citations(wrong, PAGES)] == [False, False]


@pytest.mark.parametrize("written", ["", "   ", "[1]", "…"])
def test_nothing_written_gives_no_sentence(written: str) -> None:
    assert verify_citations(written, PAGES) == []

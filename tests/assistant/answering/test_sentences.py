"""Cutting text into sentences."""

import pytest

from netz.assistant.answering.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ouvrez la page. Cliquez sur OK.", ["Ouvrez la page.", "Cliquez sur OK."]),
        ("Voir M. Dupont au 2e étage.", ["Voir M. Dupont au 2e étage."]),
        ("Une option (p. ex. Texte) suffit. Fin.", ["Une option (p. ex. Texte) suffit.", "Fin."]),
        ("La version 7.4.7 suffit. Merci !", ["La version 7.4.7 suffit.", "Merci !"]),
        ("Appelez smtp.office365.com. C'est tout.", ["Appelez smtp.office365.com.", "C'est tout."]),
        ("Prêt ? Oui. « Bien sûr. » Fin.", ["Prêt ?", "Oui.", "« Bien sûr. »", "Fin."]),
        ("Câbles, souris, etc. Tout est prêt.", ["Câbles, souris, etc.", "Tout est prêt."]),
        ("Ligne une\nLigne deux", ["Ligne une", "Ligne deux"]),
        ("(Ouvrez. Fermez.) Fin.", ["(Ouvrez. Fermez.)", "Fin."]),
        ("Use e.g. Word. Done.", ["Use e.g. Word.", "Done."]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert split_sentences(text) == expected


def test_nothing_is_lost_between_sentences() -> None:
    text = "Un. Deux ! Trois ? (Quatre. Cinq) Six… Sept : huit ; neuf."
    assert " ".join(split_sentences(text)) == text

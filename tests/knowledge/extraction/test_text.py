import pytest

from netz.knowledge.extraction.encoding import decode
from netz.knowledge.extraction.language import detect_language
from netz.knowledge.extraction.lists import ordered_marker, split_marker
from netz.knowledge.extraction.text import clean, code_lines, lines, one_line, readable_name


def test_invisible_and_control_characters_are_dropped() -> None:
    assert clean("mot\u00adde\u200bpasse\u202e\x07\ufeff") == "motdepasse"


def test_text_is_composed_and_ligatures_are_spelled_out() -> None:
    assert clean("re\u0301seau \ufb01able o\ufb03ce") == "réseau fiable office"


def test_every_kind_of_space_becomes_a_plain_one() -> None:
    assert one_line("Durée\u00a0:\u202f4\u2009h\t\n ") == "Durée : 4 h"


def test_line_breaks_of_all_systems_are_kept_and_blank_lines_are_not() -> None:
    assert lines("un\r\n\r\n deux \rtrois\u2028quatre") == "un\ndeux\ntrois\nquatre"


def test_code_keeps_its_indentation_without_the_common_margin() -> None:
    assert code_lines("\n    if x:\n    \treturn 1  \n\n") == "if x:\n    return 1"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("procedure_arrivee-salarie.docx", "Procedure arrivee-salarie"),
        ("reset-mot-de-passe.md", "Reset mot de passe"),
        ("dossier/Sauvegarde Veeam v2.1.pdf", "Sauvegarde Veeam v2.1"),
        ("README", "README"),
        (".txt", ".txt"),
    ],
)
def test_a_file_name_is_made_a_readable_title(name: str, title: str) -> None:
    assert readable_name(name) == title


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"]
)
def test_french_text_is_read_in_any_usual_encoding(encoding: str) -> None:
    text = "Réinitialisez le mot de passe à l’écran d’accueil, où qu’il soit. Ça marche."
    assert decode(text.encode(encoding)) == text


def test_a_declared_encoding_is_believed_unless_the_bytes_are_utf_8() -> None:
    assert decode("Łódź".encode("iso-8859-2"), "iso-8859-2") == "Łódź"
    assert decode("déjà".encode(), "iso-8859-1") == "déjà"
    assert decode("déjà – €".encode("cp1252"), "latin-1") == "déjà – €"
    assert decode("déjà".encode("cp1252"), "no-such-encoding") == "déjà"


def test_a_file_cut_in_a_character_is_still_utf_8() -> None:
    assert decode("éàèùç".encode()[:-1]).startswith("éàèù")


def test_japanese_is_told_from_western_text() -> None:
    assert decode("名前,年齢,住所,東京都港区".encode("cp932")) == "名前,年齢,住所,東京都港区"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Comment réinitialiser le mot de passe de la messagerie ?", "fr"),
        ("L’utilisateur n’a pas accès à l’imprimante", "fr"),
        ("How do I reset the password of my mailbox?", "en"),
        ("Redémarrez", "fr"),
        ("0x80070005 KB5034441", ""),
        ("", ""),
    ],
)
def test_the_language_is_told(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_the_language_of_a_long_text_is_that_of_its_body() -> None:
    licence = "This is the licence of the work and you may use it for any purpose. " * 20
    assert detect_language(licence + "Le serveur est dans la salle du sous-sol. " * 900) == "fr"


@pytest.mark.parametrize(
    ("line", "marker", "rest"),
    [
        ("1. Ouvrez", "1.", "Ouvrez"),
        ("a) Ouvrez", "a)", "Ouvrez"),
        ("(2) Ouvrez", "(2)", "Ouvrez"),
        ("• Ouvrez", "-", "Ouvrez"),
        ("– Ouvrez", "-", "Ouvrez"),
        ("2019 fut bon", "", "2019 fut bon"),
        ("-5 degrés", "", "-5 degrés"),
    ],
)
def test_a_list_marker_is_recognised(line: str, marker: str, rest: str) -> None:
    assert split_marker(line) == (marker, rest)


@pytest.mark.parametrize(
    ("number", "style", "marker"),
    [(3, "1", "3."), (2, "a", "b."), (28, "A", "AB."), (4, "i", "iv."), (9, "I", "IX."),
     (5, "", "-"), (0, "a", "0."), (50, "i", "50.")],
)  # fmt: skip
def test_markers_are_counted_as_shown(number: int, style: str, marker: str) -> None:
    assert ordered_marker(number, style) == marker

"""What becomes a term: elisions, accents, case, compounds, codes, file names, odd characters."""

import pytest

from netz.knowledge.text import analyse, detect
from netz.knowledge.text.characters import fold


def terms(text: str, language: str = "fr") -> list[str]:
    return [token.term for token in analyse(text, language)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("l'accès", "accès"),
        ("L’imprimante d’Alice", "imprimante Alice"),
        ("jusqu'à qu'Outlook", "Outlook"),
        ("ACCÈS RÉSEAU", "accès réseau"),
        ("réinitialisées", "reinitialiser"),
        ("les imprimantes", "imprimante"),
        ("ils sauvegarderont", "sauvegarder"),
        ("œuvre", "oeuvre"),
        ("\ufb01chier", "fichier"),
        ("re\u0301seau", "réseau"),
        ("mes\u00adsagerie", "messagerie"),
        ("im\u200bpri\u200dman\u2060te", "imprimante"),
        ("peut-on sauvegarder", "peut sauvegarder"),
    ],
)
def test_the_same_word_in_another_form_gives_the_same_terms(left: str, right: str) -> None:
    assert terms(left) == terms(right) != []


@pytest.mark.parametrize(
    ("left", "right"),
    [("printers", "printer"), ("the user's mailbox", "user mailbox"), ("resetting", "reset")],
)
def test_english_forms_meet_in_their_stem(left: str, right: str) -> None:
    assert terms(left, "en") == terms(right, "en") != []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wi-Fi", {*terms("wifi"), "wi", "fi"}),
        ("e‑mail", {"email", "mail"}),
        ("mots-clés", {*terms("motsclés"), "mot", "cle"}),
        ("0x80070005", {"0x80070005", "80070005"}),
        ("KB5034441", {"kb5034441", "5034441"}),
        ("M365", {"m365", "365"}),
        ("Office365", {"office365", "365"}),
        ("v2.3.1", {"v2.3.1"}),
        ("rapport.final.docx", {"rapport.final.docx", "rapport", "docx"}),
        ("jean.dupont@acme.fr", {"jean.dupont@acme.fr", "jean", "dupont", "acme"}),
        ("/etc/fstab", {"etc", "fstab"}),
        ("C++ et C#", {"c++", "c#"}),
    ],
)
def test_compounds_and_codes_are_kept_whole_and_in_parts(text: str, expected: set[str]) -> None:
    assert expected <= set(terms(text))


def test_a_token_knows_the_characters_it_was_read_from() -> None:
    text = "L’imprimante (Wi-Fi) de l'étage n'imprime plus KB5034441"
    found = {text[token.start : token.end] for token in analyse(text)}
    assert {"imprimante", "Wi-Fi", "étage", "imprime", "KB5034441"} <= found


def test_stop_words_leave_their_place_so_that_distances_stay_true() -> None:
    places = {token.term: token.position for token in analyse("mot de passe")}
    assert places == {"mot": 0, "pass": 2}


def test_small_words_are_left_out_but_not_the_abbreviation_written_like_one() -> None:
    assert terms("le service de la messagerie", "fr") == terms("service messagerie")
    assert "it" in terms("the IT service", "en")
    assert "it" not in terms("is it a service", "en")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\x00\x01\x02",
        "😀👍🏽",
        "\u202e\u200b\ufeff",
        "!!!---...",
        "'''''",
        "@@@@",
        "\ud800",
    ],
)
def test_text_without_words_gives_no_terms(text: str) -> None:
    assert terms(text) == []


def test_other_scripts_are_words_too() -> None:
    assert terms("שלום قهوة принтер") == ["שלום", "قهوة", "принтер"]


def test_a_megabyte_of_one_word_is_cut_and_read_quickly() -> None:
    (term,) = {*terms("a" * 1_000_000)}
    assert len(term) <= 64


def test_folding_is_stable() -> None:
    for word in ("Été", "STRASSE", "ﬁn", "Ærø", "naïve"):
        assert fold(fold(word)) == fold(word)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Comment réinitialiser mon mot de passe ?", "fr"),
        ("How do I reset my password?", "en"),
        ("The mailbox of the user is full", "en"),
        ("imprimante en panne dans le bureau", "fr"),
        ("", "fr"),
        ("VPN", "fr"),
    ],
)
def test_the_language_is_told_by_small_words(text: str, language: str) -> None:
    assert detect(text) == language

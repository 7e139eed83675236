"""Reading a question: normal form, checks, intent and content words."""

import pytest

from netz.assistant.answering import (
    InvalidQuestionError,
    Question,
    Term,
    normalise,
    read_question,
    validate,
)
from netz.knowledge.text import compile_groups


def terms(question: Question) -> dict[str, Term]:
    return {term.surface: term for term in question.terms}


@pytest.mark.parametrize(
    "asked",
    [
        "Comment installer le VPN ?",
        "  comment   installer\nle vpn",
        "COMMENT INSTALLER LE VPN ???",
        "Comment installer le\u00a0VPN\u202f?",
        "Comment\u200b installer\u2060 le VPN!",
        "\u202ecomment installer le vpn ?\u202c",
        "Comment installer le \uff36\uff30\uff2e ?",
        "comment installer le vpn\x00\x07.",
    ],
)
def test_two_askings_of_one_question_share_their_normal_form(asked: str) -> None:
    assert normalise(asked) == "comment installer le vpn"


def test_different_questions_keep_different_normal_forms() -> None:
    assert normalise("Port IMAP ?") != normalise("Port SMTP ?")
    assert normalise("l’écran") == normalise("L'écran")


@pytest.mark.parametrize("asked", ["", "   ", "\u200b\u200b", "?!…", "\x00\x01", "\ud800"])
def test_a_question_without_a_letter_is_refused_as_empty(asked: str) -> None:
    with pytest.raises(InvalidQuestionError) as caught:
        validate(asked)
    assert caught.value.code == "question.empty"


@pytest.mark.parametrize("size", [4001, 1_000_000])
def test_a_question_that_is_too_long_is_refused(size: int) -> None:
    with pytest.raises(InvalidQuestionError) as caught:
        validate("a" * size)
    assert caught.value.code == "question.too_long"


def test_the_longest_question_allowed_is_kept_and_cleaned() -> None:
    assert len(validate("a" * 4000)) == 4000
    assert validate(" Où\x00 est\u200b\tl'aide ?\n") == "Où est l'aide ?"


@pytest.mark.parametrize(
    ("asked", "intent"),
    [
        ("Comment installer le VPN ?", "procedure"),
        ("Comment savoir quel est mon numéro de poste ?", "procedure"),
        ("How do I reset my password?", "procedure"),
        ("Mon écran est noir, que faire ?", "procedure"),
        ("Qu'est-ce que je dois faire en cas de vol ?", "procedure"),
        ("Quel est le port SMTP ?", "fact"),
        ("Combien coûte le forfait ?", "fact"),
        ("Où se trouve le dossier Téléchargements ?", "fact"),
        ("À qui signaler un incident ?", "fact"),
        ("How long are backups kept?", "fact"),
        ("Quelles sont les étapes d'une arrivée ?", "listing"),
        ("What are the supported formats?", "listing"),
        ("Qu'est-ce qu'un VPN ?", "definition"),
        ("C'est quoi le MFA ?", "definition"),
        ("What is MFA?", "definition"),
        ("Pourquoi mon compte est-il bloqué ?", "cause"),
        ("Puis-je installer un logiciel ?", "yes_no"),
        ("Can I record a meeting?", "yes_no"),
        ("imprimante en panne", "help"),
    ],
)
def test_the_kind_of_answer_wanted_is_recognised(asked: str, intent: str) -> None:
    assert read_question(asked, "fr").intent == intent


def test_names_and_codes_are_entities_and_common_words_are_not() -> None:
    found = terms(read_question("Comment partager un dossier avec Dropbox ou gmail ?", "fr"))
    assert found["Dropbox"].entity
    assert found["gmail"].entity
    assert not found["dossier"].entity
    found = terms(read_question("Que veut dire l'erreur 0x80070005 ?", "fr"))
    assert found["0x80070005"].entity


def test_the_first_word_is_no_name_for_its_capital_letter() -> None:
    assert not terms(read_question("Imprimer en couleur", "fr"))["Imprimer"].entity
    assert terms(read_question("Outlook se ferme", "fr"))["Outlook"].entity


def test_a_question_in_capitals_has_no_names_for_its_capitals() -> None:
    found = read_question("COMMENT REINITIALISER MON MOT DE PASSE", "fr").terms
    assert found
    assert not any(term.entity for term in found)


def test_rare_words_weigh_more_and_unheard_of_words_most() -> None:
    weights = {"onduleur": 5.0, "batter": 2.0}
    read = read_question("La batterie de l'onduleur zigzague", "fr", weights)
    found = terms(read)
    assert found["onduleur"].weight > found["batterie"].weight
    assert found["zigzague"].weight >= found["onduleur"].weight
    assert not found["zigzague"].known
    assert found["onduleur"].known
    assert read.weight == pytest.approx(sum(term.weight for term in read.terms))


def test_a_workspaces_synonyms_stand_for_the_word() -> None:
    groups = compile_groups([["boîtier rouge", "firewall", "parefeu maison"]])
    found = terms(
        read_question("Redémarrer le firewall", "fr", {"boitier": 3.0, "roug": 3.0}, groups)
    )
    assert found["firewall"].within(frozenset({"boiti roug"}))
    assert not found["firewall"].itself(frozenset({"boiti roug"}))


def test_the_circumstances_of_a_question_are_told_from_its_subject() -> None:
    found = terms(read_question("Quel relais choisir quand la box bloque le port 25 ?", "fr"))
    assert found["box"].condition
    assert not found["relais"].condition
    alone = read_question("Quand la box bloque le port", "fr")
    assert not any(term.condition for term in alone.terms)


@pytest.mark.parametrize(
    "asked",
    [
        "'; DROP TABLE knowledge_document; --",
        "<script>alert(1)</script>",
        "\u202eevil\u202c",
        "%s %d {0} {terms}",
        "🙂🙂🙂",
        "a" * 4000,
        "\\ud800 [1] ** __",
    ],
)
def test_odd_text_is_read_without_harm(asked: str) -> None:
    read = read_question(asked, "fr")
    assert read.text == asked

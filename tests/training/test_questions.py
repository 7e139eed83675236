"""What users would write is made from headings: repeatable, varied, in words of theirs."""

import random

import pytest

from training.headings import understand
from training.lexicon import joined, lexicon, mixture
from training.questions import noisy, paraphrase, user_questions
from training.typing_noise import mistyped, without_accents


def test_the_same_generator_gives_the_same_questions() -> None:
    heading = "Modifier le mot de passe d'un compte"
    once = user_questions(heading, "fr", random.Random(7), 20)
    again = user_questions(heading, "fr", random.Random(7), 20)
    assert once == again
    assert len({question.casefold() for question in once}) == 20


@pytest.mark.parametrize("heading", ["", "?", "VPN", "Étape 3 :", "1.", "é", "Pour"])
def test_short_headings_are_no_trouble(heading: str) -> None:
    for language in ("fr", "en"):
        user_questions(heading, language, random.Random(1), 30)


def test_a_complaint_about_mail_on_the_phone_stands_for_activesync() -> None:
    heading = "Réinitialiser la synchronisation Exchange ActiveSync"
    questions = user_questions(heading, "fr", random.Random(1), 150)
    assert any("mails n'arrivent plus sur mon téléphone" in question for question in questions)


def test_headings_of_one_task_are_understood_alike() -> None:
    for heading in (
        "Supprimer un dossier partagé",
        "Suppression d'un dossier partagé",
        "Comment supprimer un dossier partagé",
        "Étape 2 : supprimer un dossier partagé",
    ):
        found = understand(heading, "fr")
        assert (found.do, found.thing) == ("supprimer un dossier partagé", "un dossier partagé")
        assert found.done == "supprimé"


def test_troubleshooting_is_about_the_thing_that_fails() -> None:
    assert understand("Résoudre les problèmes d'imprimante", "fr").thing == "imprimante"
    assert understand("Résolution des problèmes du réseau", "fr").thing == "le réseau"
    assert understand("Troubleshooting issues with printers", "en").thing == "printers"


def test_english_tasks_are_found_in_both_forms() -> None:
    assert understand("Managing shared mailboxes", "en").do == "manage shared mailboxes"
    assert understand("How to reset a password", "en").do == "reset a password"


def test_a_sentence_to_the_reader_is_said_by_the_user() -> None:
    questions = user_questions(
        "Vous ne pouvez pas ouvrir votre messagerie", "fr", random.Random(3), 40
    )
    assert not any("vous ne" in question.lower() for question in questions)


def test_the_longest_term_is_replaced_and_articles_follow() -> None:
    words = lexicon("fr")
    found = {words.replace("l'ordinateur portable", random.Random(n), 1.0) for n in range(30)}
    assert "le laptop" in found
    assert not any("ordinateur" in text for text in found)
    assert joined("de le wifi d'pc l'mon tel") == "du wifi de pc mon tel"


def test_words_inside_words_are_left_alone() -> None:
    assert lexicon("fr").replace("le fichage repartait", random.Random(1), 1.0) == (
        "le fichage repartait"
    )


def test_a_paraphrase_without_known_words_is_the_text() -> None:
    assert paraphrase("Zorglub quetzal", "fr", random.Random(1)) == "Zorglub quetzal"
    assert paraphrase("le mot de passe", "fr", random.Random(1)) != "le mot de passe"


def test_terms_of_the_other_language_mix_in() -> None:
    assert mixture("fr").replace("le mot de passe", random.Random(1), 1.0) == "le password"
    assert mixture("en").replace("the taskbar", random.Random(1), 1.0) == "the barre des tâches"


def test_typing_changes_the_letters_not_the_length_by_much() -> None:
    text = "imprimante bloquée"
    for seed in range(200):
        assert abs(len(mistyped(text, random.Random(seed))) - len(text)) <= 3
    assert without_accents("Écran où çà cœur") == "Ecran ou ca coeur"


def test_noise_says_something_for_any_text() -> None:
    for seed in range(200):
        assert noisy("je n'arrive pas à imprimer, merci !", random.Random(seed)).strip()
        assert noisy("I can't print, please help!", random.Random(seed), "en").strip()


def test_the_word_lists_are_large_and_clean() -> None:
    assert len(lexicon("fr").variants) > 900
    assert len(lexicon("en").variants) > 250
    for language in ("fr", "en"):
        for term, variants in {**lexicon(language).variants, **mixture(language).variants}.items():
            assert term.strip() == term
            assert variants
            assert all(variant == variant.strip() != "" for variant in variants), term

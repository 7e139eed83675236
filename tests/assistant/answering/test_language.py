"""The language of short questions."""

import pytest

from netz.assistant.answering import detect_language


@pytest.mark.parametrize(
    "question",
    [
        "imprimante marche pas",
        "mdp oublié",
        "Comment installer le VPN ?",
        "c'est quoi le MFA",
        "et sur Mac ?",
        "Où trouver mes factures ?",
        "reset du mot de passe",
        "QUI CONTACTER LE WEEK-END",
        "boite mail pleine que faire",
        "L'écran est noir",
        "Quel est le port SMTP de Office 365 ?",
    ],
)
def test_french_questions_are_french_whatever_the_default(question: str) -> None:
    assert detect_language(question, "en") == "fr"


@pytest.mark.parametrize(
    "question",
    [
        "reset password",
        "How do I install the VPN?",
        "printer not working",
        "what about Outlook?",
        "what's MFA",
        "who do I call on weekends",
        "I can't print",
        "Which port should I use?",
        "forgot my password",
        "is the backup encrypted?",
    ],
)
def test_english_questions_are_english_whatever_the_default(question: str) -> None:
    assert detect_language(question, "fr") == "en"


@pytest.mark.parametrize("question", ["VPN?", "0x80070005", "", "???", "Outlook 2016"])
def test_a_question_without_a_sign_takes_the_default(question: str) -> None:
    assert detect_language(question, "fr") == "fr"
    assert detect_language(question, "en") == "en"

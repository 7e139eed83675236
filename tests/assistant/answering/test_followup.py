"""Follow-up questions become self-contained; independent ones stay as they are."""

import pytest

from netz.assistant.answering import Turn, resolve_followup

VPN = "Comment installer le VPN sur Windows ?"
SMTP = "Quel est le port SMTP de Microsoft 365 ?"
RECORD = "Peut-on enregistrer une réunion Teams ?"
SIGNATURE = "How do I create a signature in Outlook 2016?"


def resolved(question: str, *earlier: str) -> str:
    turns = [turn for text in earlier for turn in (Turn("user", text), Turn("assistant", "…"))]
    return resolve_followup(question, turns)


@pytest.mark.parametrize(
    ("earlier", "question", "expected"),
    [
        (VPN, "et sur Mac ?", "Comment installer le VPN sur Mac ?"),
        (VPN, "et pour Android ?", "Comment installer le VPN sur Android ?"),
        (VPN, "Et avec un iPhone ?", "Comment installer le VPN sur iPhone ?"),
        (VPN, "et comment le désinstaller ?", "Comment désinstaller le VPN sur Windows ?"),
        (VPN, "et l'imprimante ?", "Comment installer l'imprimante ?"),
        (SMTP, "et le port IMAP ?", "Quel est le port IMAP de Microsoft 365 ?"),
        (SMTP, "et de Gmail ?", "Quel est le port SMTP de Gmail ?"),
        (SMTP, "et pour Gmail ?", "Quel est le port SMTP de Gmail ?"),
        (RECORD, "comment faire ?", "Comment enregistrer une réunion Teams ?"),
        (RECORD, "Comment faire ça ?", "Comment enregistrer une réunion Teams ?"),
        (SIGNATURE, "what about Gmail?", "How do I create a signature in Gmail?"),
        (
            SIGNATURE,
            "and on my phone?",
            "How do I create a signature in Outlook 2016 on my phone?",
        ),
        ("Can I record a Teams meeting?", "how do I do that?", "How do I record a Teams meeting?"),
        (
            "Combien coûte le forfait Essentiel ?",
            "et le forfait Premium ?",
            "Combien coûte le forfait Premium ?",
        ),
        (
            "Quel est le délai pour un incident critique ?",
            "et pour un incident mineur ?",
            "Quel est le délai pour un incident mineur ?",
        ),
        (
            "Quel est le prix de la garantie ?",
            "et la durée ?",
            "Quel est la durée de la garantie ?",
        ),
        (
            "Comment ajouter une imprimante ?",
            "Et la supprimer ?",
            "Comment supprimer une imprimante ?",
        ),
    ],
)
def test_the_contrasted_thing_is_replaced(earlier: str, question: str, expected: str) -> None:
    assert resolved(question, earlier) == expected


@pytest.mark.parametrize(
    ("earlier", "question"),
    [
        (VPN, "et si ça ne marche pas ?"),
        (VPN, "pourquoi ?"),
        (VPN, "sur quel port ?"),
        (RECORD, "combien de temps est-elle gardée ?"),
        ("Can I record a Teams meeting?", "and if it doesn't work?"),
        ("Où est la salle serveur ?", "et la fermer ?"),
        ("Notre onduleur bipe", "comment faire ça ?"),
    ],
)
def test_a_question_that_points_back_keeps_the_topic(earlier: str, question: str) -> None:
    found = resolved(question, earlier)
    assert found.startswith(earlier.rstrip(" ?"))
    assert question.rstrip(" ?").lower().removeprefix("et ").removeprefix("and ") in found.lower()


@pytest.mark.parametrize(
    "question",
    [
        "Comment réinitialiser mon mot de passe Outlook ?",
        "Quels sont les horaires du support ?",
        "VPN ?",
        "For how long are emails kept?",
        "Where can I find the printer driver?",
        "Pour imprimer en couleur comment faire ?",
        "Le serveur est-il sauvegardé ?",
        "Où sont enregistrés les fichiers téléchargés dans Teams ?",
        "et comment déclarer une panne d'onduleur au support ?",
        "merci",
    ],
)
def test_an_independent_question_is_left_alone(question: str) -> None:
    assert resolved(question, VPN) == question


def test_the_first_question_is_left_alone() -> None:
    assert resolve_followup("et sur Mac ?", []) == "et sur Mac ?"
    assert resolve_followup("et sur Mac ?", [Turn("assistant", "Bonjour")]) == "et sur Mac ?"


def test_a_chain_of_follow_ups_keeps_the_first_topic() -> None:
    assert (
        resolved("et sur iPhone ?", VPN, "et sur Mac ?") == "Comment installer le VPN sur iPhone ?"
    )
    found = resolved("et si ça ne marche pas ?", VPN, "et sur Mac ?")
    assert found == "Comment installer le VPN sur Mac : si ça ne marche pas ?"


def test_a_new_topic_replaces_the_old_one() -> None:
    found = resolved("et sur Mac ?", VPN, "Comment ajouter une imprimante sur Windows ?")
    assert found == "Comment ajouter une imprimante sur Mac ?"

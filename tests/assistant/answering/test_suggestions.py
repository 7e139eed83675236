"""Next questions proposed beside an answer."""

from netz.assistant.answering.suggestions import suggest
from tests.assistant.answering.passages import heading, hit, paragraph

VPN = hit(
    "Le VPN de la société",
    heading("Installer le VPN"),
    paragraph("…"),
    heading("Le VPN est-il obligatoire ?"),
    paragraph("…"),
    heading("Pannes fréquentes du VPN"),
    paragraph("…"),
    heading("Introduction"),
    headings=("Le VPN de la société", "Ouvrir une session VPN"),
)
COFFEE = hit("La machine à café", paragraph("…"))
ACCESS = hit("Désactiver le VPN", paragraph("…"))


def test_headings_of_the_document_become_questions() -> None:
    found = suggest("Quel est le serveur du VPN ?", [VPN], "fr", 0)
    assert set(found) <= {
        "Que disent les documents sur « Le VPN de la société » ?",
        "Comment installer le VPN ?",
        "Le VPN est-il obligatoire ?",
        "Que disent les documents sur « Pannes fréquentes du VPN » ?",
    }
    assert len(found) == 3
    assert not any("Introduction" in text for text in found)


def test_what_was_just_asked_or_answered_is_not_proposed() -> None:
    found = suggest("Comment installer le VPN ?", [VPN], "fr", 0)
    assert "Comment installer le VPN ?" not in found
    assert not any("Ouvrir une session" in text for text in found)


def test_unrelated_documents_are_not_proposed() -> None:
    found = suggest("Comment couper le VPN ?", [VPN, COFFEE, ACCESS], "fr", None)
    assert not any("café" in text for text in found)
    assert "Comment désactiver le VPN ?" in found


def test_only_headings_of_the_readers_language_are_proposed() -> None:
    english = hit("How to reset the VPN?", paragraph("…"), language="en")
    found = suggest("How do I close the VPN?", [VPN, english], "en", None)
    assert found == ("How to reset the VPN?",)
    assert suggest("Comment fermer le VPN ?", [english], "fr", None) == ()


def test_english_headings_are_phrased_neutrally() -> None:
    page = hit("The VPN with your own laptop", paragraph("…"), language="en")
    assert suggest("Is the VPN allowed on trains?", [page], "en", None) == (
        "What do the documents say about “The VPN with your own laptop”?",
    )

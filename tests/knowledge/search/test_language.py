"""Each way in which a question's words and a document's may differ, through the real index."""

import pytest

from netz.knowledge.text import compile_groups
from tests.knowledge.search.shelf import Shelf

DOCUMENTS = {
    "imprimante.md": "L'imprimante de l'étage n'imprime plus : vérifiez le bac à papier.",
    "vpn.md": "L'accès au réseau privé virtuel demande un certificat valide.",
    "sauvegarde.md": "Les sauvegardes sont réalisées chaque nuit sur le serveur distant.",
    "wifi.md": "Le Wi-Fi des invités change de clé tous les lundis.",
    "erreur.md": "L'erreur 0x80070005 paraît après la mise à jour KB5034441.",
    "messagerie.md": "Votre boîte aux lettres est pleine : archivez les anciens messages.",
    "motdepasse.md": "Pour changer le mot de passe, ouvrez votre session puis le menu.",
    "fichier.md": "Le modèle rapport-annuel.final.docx se trouve dans le dossier commun.",
    "onedrive.md": "OneDrive garde les fichiers du bureau en ligne.",
    "capitales.md": "PROCEDURE DE DEPART D'UN SALARIE",
    "licence.md": "Microsoft 365 Business Premium comprend la messagerie.",
}


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    shelf = Shelf()
    for path, text in DOCUMENTS.items():
        shelf.put(path, text)
    shelf.put("printer-en.md", "The scanner tray holds fifty envelopes.", language="en")
    return shelf


@pytest.mark.parametrize(
    ("query", "path"),
    [
        ("impriment", "imprimante.md"),
        ("IMPRIMANTES", "imprimante.md"),
        ("d’imprimante", "imprimante.md"),
        ("acces reseau", "vpn.md"),
        ("l'accès", "vpn.md"),
        ("sauvegardé", "sauvegarde.md"),
        ("wifi", "wifi.md"),
        ("wi-fi", "wifi.md"),
        ("WI FI invité", "wifi.md"),
        ("0x80070005", "erreur.md"),
        ("80070005", "erreur.md"),
        ("kb5034441", "erreur.md"),
        ("rapport-annuel.final.docx", "fichier.md"),
        ("rapport annuel", "fichier.md"),
        ("one drive", "onedrive.md"),
        ("procédure de départ", "capitales.md"),
        ("M365", "licence.md"),
        ("envelope", "printer-en.md"),
        ("mdp", "motdepasse.md"),
        ("password", "motdepasse.md"),
        ("mailbox full", "messagerie.md"),
        ("VPN", "vpn.md"),
        ("backup", "sauvegarde.md"),
        ("imprimente", "imprimante.md"),
        ("certifcat", "vpn.md"),
        ("mesagerie", "licence.md"),
    ],
)
def test_a_question_finds_what_is_written_otherwise(shelf: Shelf, query: str, path: str) -> None:
    assert shelf.paths(query)[:1] == [path]


def test_what_no_document_is_about_finds_nothing(shelf: Shelf) -> None:
    assert shelf.paths("xylophone baroque") == []


def test_a_file_is_found_by_its_name_and_folder() -> None:
    shelf = Shelf()
    shelf.put("procedures/onboarding_paris.md", "Rien de plus.")
    shelf.put("tarifs/autre.md", "Rien de plus.")
    assert shelf.paths("onboarding paris") == ["procedures/onboarding_paris.md"]


def test_title_and_headings_count_more_than_the_text() -> None:
    shelf = Shelf()
    shelf.put("corps.md", "Un texte où la quarantaine est nommée.", "autre chose")
    shelf.put("titre.md", "Un texte où rien n'est nommé.", title="Quarantaine")
    shelf.put("partie.md", "Un texte où rien n'est nommé.", headings=("Quarantaine",))
    found = shelf.paths("quarantaine")
    assert set(found) == {"corps.md", "titre.md", "partie.md"}
    assert found[0] == "titre.md"


def test_the_word_itself_counts_more_than_its_synonym() -> None:
    shelf = Shelf()
    shelf.put("synonyme.md", "Un ordinateur neuf est livré.")
    shelf.put("mot.md", "Un poste neuf est livré.")
    assert shelf.paths("poste") == ["mot.md", "synonyme.md"]


def test_words_that_stand_together_in_the_question_count_more_together() -> None:
    shelf = Shelf()
    apart = "La signature se trouve ailleurs dans ce texte et bien plus loin on lit électronique."
    together = (
        "La signature électronique se trouve ailleurs dans ce texte et bien plus loin on lit."
    )
    shelf.put("loin.md", apart)
    shelf.put("ensemble.md", together)
    assert shelf.paths("signature électronique") == ["ensemble.md", "loin.md"]


def test_a_workspace_s_synonym_reaches_only_where_it_is_given() -> None:
    shelf = Shelf()
    shelf.put("serveur.md", "Le serveur de fichiers se trouve dans la baie du premier.")
    assert shelf.paths("Gandalf") == []
    own = compile_groups([["Gandalf", "serveur de fichiers"]])
    assert shelf.paths("Gandalf", synonyms=own) == ["serveur.md"]


def test_a_known_word_is_not_corrected_to_a_more_frequent_neighbour() -> None:
    shelf = Shelf()
    shelf.put("rare.md", "La licorne est rare.")
    for number in range(5):
        shelf.put(f"autre{number}.md", "La licornes est autre et la ligorne aussi.")
    assert shelf.paths("ligorne")[0].startswith("autre")
    assert "rare.md" not in shelf.paths("ligorne")


def test_coverage_is_the_share_of_the_question_that_was_found(shelf: Shelf) -> None:
    (whole,) = [hit for hit in shelf.find("certificat valide") if hit.path == "vpn.md"]
    (half,) = [hit for hit in shelf.find("certificat xylophone") if hit.path == "vpn.md"]
    (near,) = [hit for hit in shelf.find("certifcat valide") if hit.path == "vpn.md"]
    assert whole.coverage == pytest.approx(1)
    assert half.coverage < 0.6
    assert half.coverage < near.coverage < 1

"""Questions for a fact get the sentences, rows or items that hold it, and no more."""

from tests.assistant.answering.passages import (
    answer,
    assert_verbatim,
    bullet,
    code,
    hit,
    paragraph,
    table,
)

RETENTION = hit(
    "Conservation des données",
    paragraph("Les données ont une durée de conservation limitée."),
    paragraph("Quelques exemples :"),
    bullet("Les données de la paie sont conservées pendant 5 ans."),
    bullet("Les coordonnées d'un prospect sont conservées pendant 3 ans."),
    bullet("Un dossier médical est conservé 20 ans."),
)
SUPPORT = hit(
    "Horaires du support",
    paragraph(
        "Le support existe depuis 2010. Le support répond du lundi au vendredi de 8 h à 18 h. "
        "Les techniciens sont à Lyon. Pour en savoir plus, consultez la page Contact."
    ),
)


def test_a_fact_is_answered_by_its_sentence_alone() -> None:
    draft = answer("Quels jours le support répond-il ?", SUPPORT)
    assert draft.text == "Le support répond du lundi au vendredi de 8 h à 18 h."
    assert_verbatim(draft, SUPPORT)


def test_the_matching_item_comes_with_the_line_that_introduces_it() -> None:
    draft = answer("Combien de temps sont conservées les données de la paie ?", RETENTION)
    assert [(p.kind, p.text) for p in draft.sentences] == [
        ("sentence", "Quelques exemples :"),
        ("item", "Les données de la paie sont conservées pendant 5 ans."),
    ]
    assert_verbatim(draft, RETENTION)


def test_a_table_answers_with_its_matching_row() -> None:
    page = hit(
        "Tarifs des forfaits",
        paragraph("Nos forfaits en vigueur :"),
        table(
            "Forfait: Essentiel; Prix: 29 €; Délai: 8 h",
            "Forfait: Premium; Prix: 59 €; Délai: 4 h",
            "Forfait: Critique; Prix: 99 €; Délai: 1 h",
        ),
    )
    draft = answer("Quel est le prix du forfait Premium ?", page)
    assert [p.text for p in draft.sentences if p.kind == "row"] == [
        "Forfait: Premium; Prix: 59 €; Délai: 4 h"
    ]
    assert_verbatim(draft, page)


def test_lines_of_values_come_together() -> None:
    page = hit(
        "Paramètres SMTP de la messagerie",
        paragraph("Voici les paramètres SMTP"),
        paragraph("Serveur : smtp.exemple.fr\nPort : 587\nChiffrement : STARTTLS"),
        paragraph("Le service est ouvert en continu."),
    )
    draft = answer("Quels sont le serveur et le port SMTP ?", page)
    assert [p.text for p in draft.sentences if p.kind == "row"] == [
        "Serveur : smtp.exemple.fr",
        "Port : 587",
        "Chiffrement : STARTTLS",
    ]
    assert "en continu" not in draft.text
    assert_verbatim(draft, page)


def test_a_table_written_cell_by_cell_keeps_its_column_names() -> None:
    page = hit(
        "Matériel minimum",
        paragraph("Type d'installation\nRAM (minimum)\nDisque"),
        paragraph("Serveur\n256 Mo\n4 Go"),
        paragraph("Station graphique\n1 Go\n10 Go"),
    )
    draft = answer("Quelle est la RAM minimum d'une station graphique ?", page)
    assert [p.text for p in draft.sentences] == [
        "Type d'installation RAM (minimum) Disque",
        "Station graphique 1 Go 10 Go",
    ]


def test_a_dangling_sentence_brings_the_one_it_leans_on() -> None:
    page = hit(
        "Quotas",
        paragraph(
            "Les quotas limitent l'espace de chacun. Pour cela, il faut mentionner usrquota dans "
            "le fichier fstab. Le reste est automatique."
        ),
    )
    draft = answer("Que faut-il mentionner dans le fichier fstab ?", page)
    assert draft.text.startswith("Les quotas limitent l'espace de chacun. Pour cela,")
    assert "automatique" not in draft.text


def test_a_command_asked_for_comes_with_its_sentence() -> None:
    page = hit(
        "Sauvegarde des mails",
        paragraph("Le système se sauvegarde chaque nuit."),
        paragraph("Pour sauvegarder seulement les mails, lancez la commande :"),
        code("netz backup create --mails"),
    )
    draft = answer("Quelle commande permet de sauvegarder seulement les mails ?", page)
    assert [p.text for p in draft.sentences] == [
        "Pour sauvegarder seulement les mails, lancez la commande :",
        "netz backup create --mails",
    ]
    assert [p.code for p in draft.sentences] == [False, True]


def test_a_list_asked_for_comes_whole() -> None:
    page = hit(
        "Compte compromis",
        paragraph("Les mesures à prendre si un compte est compromis :"),
        bullet("Changez le mot de passe."),
        bullet("Prévenez le support."),
        bullet("Vérifiez les règles de transfert."),
    )
    draft = answer("Quelles sont les mesures si un compte est compromis ?", page)
    assert [p.kind for p in draft.sentences] == ["sentence", "item", "item", "item"]


def test_a_definition_is_answered_by_the_defining_sentence() -> None:
    page = hit(
        "Glossaire",
        paragraph(
            "Le MFA est demandé chaque matin. Le MFA est une vérification en deux étapes. "
            "Contactez le support en cas de doute sur le MFA."
        ),
    )
    draft = answer("C'est quoi le MFA ?", page)
    assert "Le MFA est une vérification en deux étapes." in draft.text
    assert "Contactez" not in draft.text


def test_a_section_that_answers_as_a_whole_reads_on() -> None:
    page = hit(
        "Écran noir au démarrage",
        paragraph("Débranchez la station d'accueil. Maintenez le bouton dix secondes. Rallumez."),
    )
    draft = answer("écran noir au démarrage", page)
    assert draft.text == (
        "Débranchez la station d'accueil. Maintenez le bouton dix secondes. Rallumez."
    )


def test_english_questions_are_answered_from_english_pages() -> None:
    page = hit(
        "Backup policy",
        paragraph("Backups run every night. Backups are kept for 30 days. Tapes are in Lyon."),
        language="en",
    )
    draft = answer("How long are backups kept?", page)
    assert draft.text == "Backups are kept for 30 days."
    assert draft.language == "en"


def test_a_fact_stays_short_even_in_a_long_passage() -> None:
    filler = [
        paragraph(f"La salle {n} du bâtiment sert aux réunions de service.") for n in range(40)
    ]
    page = hit("Salles", *filler, paragraph("La salle Curie accueille 14 personnes."))
    draft = answer("Combien de personnes la salle Curie accueille-t-elle ?", page)
    assert "14 personnes" in draft.text
    assert len(draft.text.split()) <= 120
    assert_verbatim(draft, page)


def test_a_passage_without_blocks_is_read_from_its_text() -> None:
    page = hit("Horaires", paragraph("x"))
    text = "Le support ouvre à 8 h.\n\n1. Appelez le 3000.\n2. Donnez votre nom.\n- Restez poli."
    bare = type(page)(
        **{**{f: getattr(page, f) for f in page.__slots__}, "text": text, "blocks": ()}
    )
    draft = answer("À quelle heure ouvre le support ?", bare)
    assert draft.text == "Le support ouvre à 8 h."


def test_no_sentence_is_given_twice() -> None:
    page = hit(
        "Wi-Fi",
        paragraph("La clé du Wi-Fi est affichée à l'accueil."),
        paragraph("La clé du Wi-Fi est affichée à l'accueil."),
    )
    draft = answer("Où est affichée la clé du Wi-Fi ?", page)
    assert draft.text == "La clé du Wi-Fi est affichée à l'accueil."


def test_a_long_list_gives_only_its_best_items() -> None:
    items = [bullet(f"Le local {n} ferme à {n} h et rouvre le lendemain matin.") for n in range(30)]
    page = hit(
        "Fermeture",
        paragraph("Les heures de fermeture du bâtiment Lumière sont :"),
        *items,
    )
    draft = answer("Quand est la fermeture du bâtiment Lumière ?", page)
    assert draft.sentences[0].text.startswith("Les heures de fermeture")
    assert 0 < sum(p.kind == "item" for p in draft.sentences) < 30
    assert len(draft.text.split()) <= 160
    assert_verbatim(draft, page)


def test_a_sentence_that_leans_on_two_others_brings_both() -> None:
    page = hit(
        "Réseau",
        paragraph("Le routeur est au sous-sol. Il redémarre seul. Cette borne couvre deux étages."),
    )
    draft = answer("Combien d'étages couvre la borne ?", page)
    assert draft.text == (
        "Le routeur est au sous-sol. Il redémarre seul. Cette borne couvre deux étages."
    )


def test_a_pointer_elsewhere_is_not_an_antecedent() -> None:
    page = hit("Borne", paragraph("Voir aussi le routeur. Cette borne couvre deux étages."))
    draft = answer("Combien d'étages couvre la borne ?", page)
    assert draft.text == "Cette borne couvre deux étages."

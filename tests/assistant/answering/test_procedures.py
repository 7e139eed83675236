"""How-to questions get the whole procedure, with what introduces it and what warns about it."""

from tests.assistant.answering.passages import (
    answer,
    assert_verbatim,
    bullet,
    code,
    heading,
    hit,
    paragraph,
    step,
)

VPN = hit(
    "Installer le VPN",
    paragraph("Le VPN est fourni à tous les salariés."),
    paragraph("Pour installer le VPN sur votre poste, procédez comme suit :"),
    step(1, "Ouvrez le portail logiciel."),
    step(2, "Cliquez sur Installer. Patientez deux minutes."),
    bullet("Sur Windows, acceptez l'invite.", level=2),
    step(3, "Redémarrez."),
    paragraph("Attention : n'installez jamais un autre client."),
    paragraph("Pour plus d'informations, consultez l'intranet."),
    path="procedures/vpn.md",
)
OTHER = hit("Ajouter une imprimante", paragraph("Les imprimantes sont au 2e étage."), score=2.0)


def test_a_procedure_comes_whole_in_order_with_lead_and_warning() -> None:
    draft = answer("Comment installer le VPN ?", VPN, OTHER)
    assert draft.status == "answered"
    assert [(p.kind, p.marker) for p in draft.sentences] == [
        ("sentence", ""),
        ("step", "1."),
        ("step", "2."),
        ("step", "-"),
        ("step", "3."),
        ("sentence", ""),
    ]
    assert draft.sentences[0].text.startswith("Pour installer le VPN")
    assert draft.sentences[-1].text.startswith("Attention")
    assert "intranet" not in draft.text
    assert_verbatim(draft, VPN, OTHER)


def test_the_citation_quotes_the_passage_from_first_to_last_step() -> None:
    draft = answer("Comment installer le VPN ?", VPN, OTHER)
    (citation,) = draft.citations
    assert citation.index == 1
    assert citation.path == "procedures/vpn.md"
    assert citation.passage_id == VPN.passage_id
    assert citation.quote in VPN.text
    assert "1. Ouvrez le portail logiciel." in citation.quote
    assert citation.quote.endswith("n'installez jamais un autre client.")


def test_the_text_shows_each_step_on_its_line() -> None:
    lines = answer("Comment installer le VPN ?", VPN).text.split("\n")
    assert lines[1] == "1. Ouvrez le portail logiciel."
    assert lines[3] == "- Sur Windows, acceptez l'invite."
    assert lines[4] == "3. Redémarrez."


def test_steps_that_are_all_marked_one_are_counted() -> None:
    page = hit(
        "Create a signature",
        paragraph("To create a signature in Outlook:"),
        step(1, "Open Outlook and choose File."),
        step(1, "Choose Signatures."),
        step(1, "Type a name."),
        language="en",
    )
    draft = answer("How do I create a signature in Outlook?", page)
    assert [p.marker for p in draft.sentences] == ["", "1.", "2.", "3."]
    assert draft.language == "en"


def test_a_second_procedure_starts_again_at_one() -> None:
    page = hit(
        "Réinitialiser le code PIN",
        paragraph("Pour réinitialiser le code PIN d'un utilisateur :"),
        step(1, "Ouvrez le centre d'administration."),
        step(2, "Cliquez sur Réinitialiser le code PIN."),
        paragraph("Pour réinitialiser votre propre code PIN :"),
        step(1, "Ouvrez votre profil."),
        step(2, "Cliquez sur Réinitialiser."),
    )
    draft = answer("Comment réinitialiser un code PIN ?", page)
    assert [p.marker for p in draft.sentences] == ["", "1.", "2.", "", "1.", "2."]
    assert_verbatim(draft, page)


def test_the_procedure_asked_for_is_chosen_not_its_neighbour() -> None:
    page = hit(
        "Gérer les imprimantes",
        heading("Ajouter une imprimante"),
        paragraph("Procédez ainsi :"),
        step(1, "Ouvrez Paramètres."),
        step(2, "Choisissez Ajouter."),
        heading("Supprimer une imprimante"),
        paragraph("Procédez ainsi :"),
        step(1, "Ouvrez la liste."),
        step(2, "Choisissez Retirer."),
    )
    draft = answer("Comment supprimer une imprimante ?", page)
    assert [p.text for p in draft.sentences][1:] == ["Ouvrez la liste.", "Choisissez Retirer."]


def test_a_paragraph_inside_a_step_stays_with_it() -> None:
    page = hit(
        "Répéter des lignes",
        paragraph("Pour répéter des lignes à l'impression :"),
        step(1, "Choisissez Format."),
        paragraph("La boîte de dialogue est minimisée.", level=1),
        step(2, "Cliquez sur OK."),
    )
    texts = [p.text for p in answer("Comment répéter des lignes à l'impression ?", page).sentences]
    assert texts[1:] == [
        "Choisissez Format.",
        "La boîte de dialogue est minimisée.",
        "Cliquez sur OK.",
    ]


def test_commands_stay_with_the_sentences_that_announce_them() -> None:
    page = hit(
        "Certificat Let's Encrypt",
        paragraph("Installez le certificat Let's Encrypt avec :"),
        code("netz cert install"),
        paragraph("redémarrez le service :"),
        code("service restart"),
    )
    draft = answer("Comment installer un certificat Let's Encrypt ?", page)
    assert [p.text for p in draft.sentences if p.code] == ["netz cert install", "service restart"]
    assert draft.text.split("\n")[1] == "netz cert install"
    assert_verbatim(draft, page)


def test_the_rest_of_a_procedure_is_taken_from_the_next_passage() -> None:
    first = hit(
        "Cloner un disque",
        paragraph("Pour cloner un disque :"),
        step(1, "Branchez les deux disques."),
        step(2, "Lancez le clonage."),
        path="clone.md",
    )
    second = hit("Cloner un disque", step(3, "Vérifiez le disque."), path="clone.md", ordinal=1)
    unrelated = hit("Cloner un disque", step(7, "Autre suite."), path="clone.md", ordinal=4)
    draft = answer("Comment cloner un disque ?", first, unrelated, second)
    assert [p.text for p in draft.sentences][-1] == "Vérifiez le disque."
    assert [p.citations for p in draft.sentences][-1] == (2,)
    assert [c.passage_id for c in draft.citations] == [first.passage_id, second.passage_id]
    assert "Autre suite." not in draft.text


def test_the_passage_with_the_steps_is_preferred_to_the_one_that_only_speaks_of_them() -> None:
    talk = hit(
        "Sauvegarder le poste",
        paragraph("Sauvegarder le poste est important pour tous."),
        path="a.md",
    )
    steps = hit(
        "Sauvegarder le poste",
        paragraph("Pour sauvegarder le poste :"),
        step(1, "Branchez le disque."),
        step(2, "Lancez la sauvegarde."),
        path="b.md",
        score=9.5,
    )
    draft = answer("Comment sauvegarder le poste ?", talk, steps)
    assert draft.citations[0].path == "b.md"


def test_a_long_list_of_pointers_is_not_taken_for_a_procedure() -> None:
    page = hit(
        "Batterie du portable",
        paragraph("La batterie du portable ne charge plus : éteignez-le trente minutes."),
        paragraph("Voir aussi :"),
        bullet("Écran noir"),
        bullet("Clavier bloqué"),
    )
    draft = answer("La batterie du portable ne charge plus", page)
    assert [p.text for p in draft.sentences] == [
        "La batterie du portable ne charge plus : éteignez-le trente minutes."
    ]

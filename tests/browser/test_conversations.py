"""Keeping conversations in order, on the phone and on the desktop."""

import re

import pypdf
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import GUEST, ask, axe_violations, fits, sign_in
from tests.browser.people import give_password, is_in

FIRST = "Bonjour, comment réinitialiser mon mot de passe ? Merci"
TITLE = "Comment réinitialiser mon mot de passe ?"


def open_sidebar(page: Page, size: str) -> None:
    """On a phone the list of conversations is behind a button."""
    if size == "phone":
        page.get_by_role("button", name="Ouvrir le menu").click()


def act(page: Page, title: str, action: str) -> None:
    """Chooses an action from a conversation's menu."""
    page.get_by_role("button", name=f"Actions pour « {title} »").first.click()
    page.get_by_role("menuitem", name=action).click()


@pytest.fixture
def person(page: Page, member: str) -> Page:
    """A new member's page, with one conversation."""
    give_password(page, member)
    is_in(page)
    ask(page, FIRST)
    return page


def test_a_conversation_is_renamed_pinned_deleted_and_brought_back(person: Page, size: str) -> None:
    page = person
    open_sidebar(page, size)
    expect(page.get_by_role("heading", name="Aujourd’hui")).to_be_visible()
    act(page, TITLE, "Renommer…")
    page.get_by_label("Titre").fill("Mot de passe perdu")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_role("link", name="Mot de passe perdu")).to_be_visible()
    act(page, "Mot de passe perdu", "Épingler")
    expect(page.get_by_role("heading", name="Épinglées")).to_be_visible()
    expect(page.get_by_role("link", name="Mot de passe perdu")).to_have_count(1)
    act(page, "Mot de passe perdu", "Supprimer")
    expect(page.get_by_text("Conversation supprimée.")).to_be_visible()
    page.get_by_role("button", name="Annuler", exact=True).click()
    expect(page.get_by_role("heading", name="Épinglées")).to_have_count(0)
    expect(page.get_by_role("link", name="Mot de passe perdu").first).to_be_attached()
    assert fits(page)


def test_conversations_are_filed_found_archived_and_binned(person: Page, size: str) -> None:
    page = person
    open_sidebar(page, size)
    page.get_by_role("link", name="Toutes les conversations").click()
    main = page.get_by_role("main")
    act(main, TITLE, "Classer…")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Dossier").select_option(label="Nouveau dossier…")
    dialog.get_by_label("Nom du dossier").fill("Comptes")
    dialog.get_by_label("Étiquettes").fill("urgent")
    page.keyboard.press("Enter")
    dialog.get_by_role("button", name="Enregistrer").click()
    labels = main.locator("[class*=labels]")
    expect(labels.get_by_text("Comptes")).to_be_visible()
    expect(labels.get_by_text("urgent")).to_be_visible()
    main.get_by_label("Chercher dans les conversations").fill("REINITIALISER")
    expect(main.get_by_role("link", name=TITLE)).to_be_visible()
    main.get_by_label("Chercher dans les conversations").fill("introuvable")
    expect(main.get_by_role("link", name=TITLE)).to_have_count(0)
    main.get_by_role("button", name="Effacer la recherche").click()
    assert axe_violations(page) == []
    assert fits(page)
    main.get_by_role("checkbox").last.check()
    main.get_by_role("region").get_by_role("button", name="Archiver").click()
    expect(main.get_by_text("Aucune conversation en cours")).to_be_visible()
    main.get_by_text("Archivées", exact=True).click()
    main.get_by_role("button", name="Désarchiver").click()
    expect(main.get_by_text("Aucune conversation archivée")).to_be_visible()
    main.get_by_text("En cours", exact=True).click()
    act(main, TITLE, "Supprimer")
    main.get_by_text("Corbeille", exact=True).click()
    expect(main.get_by_text(re.compile("après 30 jours"))).to_be_visible()
    main.get_by_role("button", name="Rétablir").click()
    expect(main.get_by_text("La corbeille est vide")).to_be_visible()


def test_the_list_is_narrowed_by_what_was_said(person: Page, server: str, size: str) -> None:
    person.goto(f"{server}/conversations")
    main = person.get_by_role("main")
    shown = main.get_by_role("link", name=TITLE)
    expect(shown).to_be_visible()
    if size == "phone":
        main.get_by_role("button", name="Filtres", exact=True).click()
    outcome = main.get_by_label("Avec ou sans réponse")
    outcome.select_option(label="Restée sans réponse")
    expect(shown).to_have_count(0)
    outcome.select_option(label="Avec une réponse")
    main.get_by_label("Toutes les dates").select_option(label="Aujourd’hui")
    expect(shown).to_be_visible()
    main.get_by_label("Tous les avis").select_option(label="Réponse à améliorer")
    expect(shown).to_have_count(0)
    assert axe_violations(person) == []
    assert fits(person)
    main.get_by_role("button", name="Tout afficher").first.click()
    expect(shown).to_be_visible()


def test_a_change_shows_on_another_screen_at_once(person: Page, size: str) -> None:
    other = person.context.new_page()
    other.goto(person.url)
    open_sidebar(other, size)
    expect(other.get_by_role("link", name=TITLE)).to_be_visible()
    open_sidebar(person, size)
    act(person, TITLE, "Renommer…")
    person.get_by_label("Titre").fill("Vu ailleurs")
    person.keyboard.press("Enter")
    expect(other.get_by_role("link", name="Vu ailleurs")).to_be_visible()
    other.close()


def test_the_keyboard_alone_files_a_conversation(person: Page, size: str) -> None:
    if size == "phone":
        pytest.skip("a phone has no keyboard of that kind")
    more = person.get_by_role("button", name=f"Actions pour « {TITLE} »")
    more.focus()
    person.keyboard.press("Enter")
    expect(person.get_by_role("menuitem", name="Épingler")).to_be_focused()
    person.keyboard.press("Enter")
    expect(person.get_by_role("heading", name="Épinglées")).to_be_visible()
    person.keyboard.press("Escape")


def test_a_conversation_is_taken_along_as_a_file(person: Page, size: str) -> None:
    page = person
    open_sidebar(page, size)
    act(page, TITLE, "Exporter…")
    dialog = page.get_by_role("dialog", name="Exporter la conversation")
    expect(dialog.get_by_label("PDF")).to_be_checked()
    assert axe_violations(page) == []
    assert fits(page)
    dialog.get_by_label("Markdown").check()
    with page.expect_download() as begun:
        dialog.get_by_role("button", name="Télécharger").click()
    assert begun.value.suggested_filename == "comment-reinitialiser-mon-mot-de-passe.md"
    text = begun.value.path().read_text(encoding="utf-8")
    assert text.startswith(f"# {TITLE}\n")
    assert "**Sources**" in text
    expect(page.get_by_text("Conversation exportée.")).to_be_visible()


def test_a_conversation_is_taken_along_as_a_pdf(person: Page, size: str) -> None:
    page = person
    open_sidebar(page, size)
    act(page, TITLE, "Exporter…")
    dialog = page.get_by_role("dialog", name="Exporter la conversation")
    with page.expect_download() as begun:
        dialog.get_by_role("button", name="Télécharger").click()
    assert begun.value.suggested_filename == "comment-reinitialiser-mon-mot-de-passe.pdf"
    first = pypdf.PdfReader(begun.value.path()).pages[0]
    assert TITLE in " ".join(first.extract_text().split())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_anybody_out(person: Page, size: str, scheme: str) -> None:
    person.emulate_media(
        color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    open_sidebar(person, size)
    assert axe_violations(person) == []
    person.get_by_role("button", name=f"Actions pour « {TITLE} »").click()
    expect(person.get_by_role("menuitem", name="Épingler")).to_be_visible()
    assert axe_violations(person) == []


def test_what_was_said_is_found_as_it_is_typed_and_opened_at_its_place(
    person: Page, server: str, size: str
) -> None:
    page = person
    page.goto(f"{server}/conversations")
    search = page.get_by_label("Chercher dans les conversations")
    search.press_sequentially("reinitialiser pass")
    hit = page.get_by_role("link", name=re.compile("^Question : "))
    expect(hit.locator("mark").first).to_have_text("réinitialiser")
    expect(page.get_by_role("status").filter(has_text="1 conversation trouvée")).to_be_visible()
    assert axe_violations(page) == []
    assert fits(page)
    search.fill("zanzibar")
    expect(page.get_by_text("Rien de tel n’a été dit")).to_be_visible()
    assert axe_violations(page) == []
    search.fill("réinitialiser")
    hit.click()
    linked = page.locator("[data-linked=true]")
    expect(linked).to_contain_text(FIRST)
    expect(linked).to_be_in_viewport()


def test_a_search_is_narrowed_to_a_company_and_to_a_cited_document(
    browser: Browser, page: Page, server: str
) -> None:
    context = browser.new_context(base_url=server, locale="fr-FR")
    guest = context.new_page()
    guest.goto(server)
    sign_in(guest, GUEST)
    ask(guest, FIRST)
    context.close()
    sign_in(page)
    page.goto(f"{server}/conversations")
    main = page.get_by_role("main")
    main.get_by_label("Chercher dans les conversations").fill("mot de passe")
    main.get_by_role("switch", name=re.compile("^Chercher aussi")).check()
    found = main.get_by_text("Sophie Garnier · Ateliers Bressaud").first
    expect(found).to_be_visible()
    company = main.get_by_role("combobox", name="De quelle entreprise")
    company.click()
    page.get_by_role("option", name=re.compile("Trévidic")).click()
    expect(found).to_be_hidden()
    main.get_by_role("button", name="Toutes les entreprises").click()
    expect(found).to_be_visible()
    document = main.get_by_role("combobox", name="Citant quel document")
    document.fill("MOTS DE PASSE")
    page.get_by_role("option", name=re.compile("^Mots de passe")).first.click()
    expect(found).to_be_visible()
    assert axe_violations(page) == []
    assert fits(page)
    main.get_by_role("button", name=re.compile("Sans ce filtre : Citant")).click()
    document.fill("sauvegarde")
    page.get_by_role("option", name=re.compile("auvegarde")).first.click()
    expect(found).to_be_hidden()

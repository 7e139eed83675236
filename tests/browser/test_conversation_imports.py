"""Bringing conversations from another assistant: chosen, told, listed, read as what they are."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.assistant.importing.material import as_json, as_zip, chatgpt, openwebui
from tests.browser.conftest import axe_violations, fits
from tests.browser.people import call, give_password, is_in, new_member

ASKED = ("user", "Quel RAID choisir pour le NAS ?")
SAID = ("assistant", "**Le RAID 6.**\n  <img src=x onerror=alert(1)>")


@pytest.fixture
def screen(page: Page, member: str, server: str) -> Page:
    """A new member's list of conversations."""
    give_password(page, member)
    is_in(page)
    page.goto(f"{server}/conversations")
    return page


def opened(page: Page) -> Locator:
    page.get_by_role("button", name="Importer…").click()
    dialog = page.get_by_role("dialog", name="Importer des conversations")
    expect(dialog).to_be_visible()
    return dialog


def choose(dialog: Locator, content: bytes, name: str = "export.zip") -> None:
    file: Any = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    dialog.get_by_label("Fichier à importer").set_input_files(file)
    expect(dialog.get_by_text(name, exact=True)).to_be_visible()


def test_an_export_is_imported_listed_and_read(screen: Page, size: str) -> None:
    page = screen
    dialog = opened(page)
    start = dialog.get_by_role("button", name="Importer", exact=True)
    expect(start).to_be_disabled()
    dialog.get_by_text("Où trouver l’export de ChatGPT ?").click()
    expect(dialog.get_by_text("Gestion des données", exact=False).first).to_be_visible()
    assert axe_violations(page) == []
    content = as_json(chatgpt(ASKED, SAID), openwebui(ASKED, SAID), chatgpt(id="x", title="Vide"))
    choose(dialog, as_zip(conversations=content))
    start.click()
    expect(dialog.get_by_text("2 conversations importées")).to_be_visible()
    expect(dialog.get_by_text("1 laissée de côté")).to_be_visible()
    expect(dialog.get_by_role("region", name="Conversations laissées de côté")).to_contain_text(
        "Vide (sans aucun message)"
    )
    assert axe_violations(page) == []
    assert fits(page)
    dialog.get_by_role("button", name="Fermer").last.click()
    main = page.get_by_role("main")
    expect(main.get_by_text("Importée de Open WebUI")).to_be_visible()
    main.get_by_role("link", name="Sauvegarde du NAS").click()
    expect(page.get_by_text("Importé de ChatGPT : non vérifié dans vos documents.")).to_be_visible()
    said = page.get_by_role("article", name="Réponse")
    expect(said).to_contain_text("**Le RAID 6.**")
    expect(said.locator("img")).to_have_count(0)
    expect(said.get_by_role("button", name="Réponse utile")).to_have_count(0)
    expect(said.get_by_role("button", name="Transmettre au support")).to_have_count(0)
    assert axe_violations(page) == []
    assert fits(page)


def test_a_wrong_file_is_refused_and_another_can_be_chosen(screen: Page, size: str) -> None:
    dialog = opened(screen)
    choose(dialog, b"bonjour", "notes.json")
    dialog.get_by_role("button", name="Importer", exact=True).click()
    alert = dialog.get_by_role("alert")
    expect(alert).to_contain_text("Ce fichier n’est pas lisible")
    expect(alert).to_contain_text("aucun doublon")
    assert axe_violations(screen) == []
    choose(dialog, as_json(chatgpt(ASKED, SAID)), "conversations.json")
    expect(alert).to_have_count(0)
    dialog.get_by_role("button", name="Importer", exact=True).click()
    expect(dialog.get_by_text("1 conversation importée")).to_be_visible()
    dialog.get_by_role("button", name="Importer un autre fichier").click()
    choose(dialog, as_json(chatgpt(ASKED, SAID)), "conversations.json")
    dialog.get_by_role("button", name="Importer", exact=True).click()
    expect(dialog.get_by_text("Rien de nouveau dans ce fichier")).to_be_visible()
    expect(dialog.get_by_text("1 était déjà là")).to_be_visible()


def test_a_file_that_is_too_large_is_not_sent(screen: Page, size: str, tmp_path: Path) -> None:
    large = tmp_path / "photos.zip"
    with large.open("wb") as file:
        file.truncate(101 * 1024 * 1024)
    dialog = opened(screen)
    dialog.get_by_label("Fichier à importer").set_input_files(large)
    expect(dialog.get_by_role("alert")).to_contain_text("Ce fichier dépasse 100 Mo")
    expect(dialog.get_by_role("button", name="Importer", exact=True)).to_be_disabled()
    assert fits(screen)


def test_a_clients_person_reads_theirs_and_asks_anew(
    page: Page, admin: Page, server: str, size: str
) -> None:
    company = call(admin, "GET", "/companies")["items"][0]["id"]
    give_password(page, new_member(admin, role="guest", company_id=company))
    is_in(page)
    page.goto(f"{server}/conversations")
    dialog = opened(page)
    choose(dialog, as_json(chatgpt(ASKED, SAID)))
    dialog.get_by_role("button", name="Importer", exact=True).click()
    expect(dialog.get_by_text("1 conversation importée")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("main").get_by_role("link", name="Sauvegarde du NAS").click()
    note = page.get_by_role("note")
    expect(note).to_contain_text("Importée de ChatGPT, en lecture seule.")
    expect(page.get_by_label("Votre question")).to_have_count(0)
    assert axe_violations(page) == []
    assert fits(page)
    note.get_by_role("link", name="Poser une nouvelle question").click()
    is_in(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_narrowest_phone_and_the_dark_read_it(screen: Page, size: str, scheme: str) -> None:
    if size == "phone":
        screen.set_viewport_size({"width": 360, "height": 640})
    screen.emulate_media(
        color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    dialog = opened(screen)
    choose(dialog, as_json(chatgpt(ASKED, SAID)), "conversations-" + "0" * 60 + ".json")
    assert axe_violations(screen) == []
    assert fits(screen)
    dialog.get_by_label("Fichier à importer").focus()
    screen.keyboard.press("Tab")
    expect(dialog.get_by_text("Où trouver l’export de ChatGPT ?")).to_be_focused()

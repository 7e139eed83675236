"""Documents in the browser: adding, watching, finding, deleting and undoing."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import GUEST, ask, fits, sign_in


def add(page: Page, server: str, name: str, text: str) -> None:
    """Adds a file by the file chooser and waits until it is ready, without reloading."""
    page.goto(f"{server}/documents")
    page.get_by_role("heading", name="Documents", exact=True).wait_for()
    page.locator("input[type=file]:not([webkitdirectory])").first.set_input_files(
        {"name": name, "mimeType": "text/markdown", "buffer": text.encode()}
    )
    page.get_by_label("Rechercher un document").fill(name.rsplit(".", 1)[0])


def test_an_added_document_becomes_ready_live_and_answers(
    page: Page, server: str, size: str
) -> None:
    sign_in(page)
    word = f"zorglub{size}"
    add(page, server, f"{word}.md", f"# Réglage {word}\n\nLe code du {word} est 4711.\n")
    row = page.get_by_role("listitem").or_(page.get_by_role("row")).filter(has_text=word).first
    expect(row.get_by_text("Prêt")).to_be_visible(timeout=30_000)
    assert fits(page)
    page.goto(server)
    ask(page, f"Quel est le code du {word} ?")
    expect(page.get_by_text("4711").first).to_be_visible()


def test_a_broken_file_says_what_to_do(page: Page, server: str, size: str) -> None:
    sign_in(page)
    add(page, server, f"vide-{size}.txt", "")
    expect(page.get_by_text(re.compile("Fichier vide")).first).to_be_visible(timeout=30_000)


def test_deleting_can_be_undone(page: Page, server: str, size: str) -> None:
    sign_in(page)
    word = f"plumbus{size}"
    add(page, server, f"{word}.md", f"# {word}\n\nUn texte court.\n")
    row = page.get_by_role("listitem").or_(page.get_by_role("row")).filter(has_text=word).first
    expect(row.get_by_text("Prêt")).to_be_visible(timeout=30_000)
    row.get_by_role("button", name=re.compile("^Actions pour")).click()
    page.get_by_role("menuitem", name="Supprimer").click()
    expect(page.get_by_text("Document supprimé.")).to_be_visible()
    page.get_by_role("button", name="Annuler la suppression").click()
    expect(page.get_by_text("Suppression annulée.")).to_be_visible()
    expect(row.get_by_text("Prêt")).to_be_visible()


def test_a_guest_sees_no_management(page: Page, server: str) -> None:
    sign_in(page, GUEST)
    page.goto(f"{server}/documents")
    page.get_by_role("heading", name="Documents", exact=True).wait_for()
    expect(page.get_by_role("button", name="Ajouter")).to_have_count(0)
    expect(page.get_by_text("interne/")).to_have_count(0)

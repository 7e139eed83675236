"""A filter is kept by name, taken again on another visit, and removed, on phone and desktop."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import ADMIN, axe_violations, fits, sign_in


def test_a_filter_is_kept_taken_and_removed(page: Page, server: str) -> None:
    sign_in(page, ADMIN)
    page.goto(f"{server}/members")
    saved = page.get_by_role("button", name=re.compile("^Filtres enregistrés"))
    saved.click()
    expect(page.get_by_role("menuitem", name="Enregistrer ce filtre…")).to_be_disabled()
    page.keyboard.press("Escape")
    search = page.get_by_role("searchbox").or_(page.get_by_role("textbox")).first
    search.fill("korvelin")
    saved.click()
    page.get_by_role("menuitem", name="Enregistrer ce filtre…").click()
    dialog = page.get_by_role("dialog", name="Enregistrer ce filtre…")
    name = f"Équipe {page.evaluate('crypto.randomUUID()')[:6]}"
    dialog.get_by_label("Nom du filtre").fill(name)
    assert axe_violations(page) == []
    dialog.get_by_role("button", name="Enregistrer").click()
    expect(dialog).to_be_hidden()
    expect(saved).to_have_text(name)
    assert axe_violations(page) == []
    assert fits(page)
    page.reload()
    expect(search).to_have_value("")
    saved.click()
    page.get_by_role("menuitem", name=name, exact=True).click()
    expect(search).to_have_value("korvelin")
    expect(saved).to_have_text(name)
    saved.click()
    page.get_by_role("menuitem", name=f"Supprimer « {name} »").click()
    expect(saved).to_have_text("Filtres enregistrés")
    expect(search).to_have_value("korvelin")

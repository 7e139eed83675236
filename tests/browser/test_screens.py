"""Every screen: accessible, no wider than the display, in both themes and languages."""

import gzip
import secrets
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import (
    SIZES,
    Watched,
    ask,
    axe_violations,
    fits,
    sign_in,
)

SCREENS = {
    "/": "Nouvelle question",
    "/documents": "Documents",
    "/members": "Membres",
    "/settings/models": "Modèles",
    "/settings/meaning": "Recherche par le sens",
    "/settings/synonyms": "Synonymes",
    "/settings/api-keys": "Clés d’API",
    "/settings/applications": "Applications connectées",
    "/settings/profile": "Profil",
}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_each_screen_is_accessible_and_fits(
    browser: Browser, server: str, size: str, theme: str
) -> None:
    context = browser.new_context(viewport=SIZES[size], locale="fr-FR", color_scheme=theme)
    page = context.new_page()
    watched = Watched(page, server)
    page.goto(server)
    page.get_by_label("Adresse e-mail").wait_for()
    found = {"sign-in": axe_violations(page)}
    sign_in(page)
    for path in SCREENS:
        page.goto(server + path)
        page.wait_for_load_state("networkidle") if path != "/" else page.wait_for_timeout(800)
        page.wait_for_timeout(600)
        found[path] = axe_violations(page)
        assert fits(page), path
    page.goto(server)
    ask(page, "Comment réinitialiser mon mot de passe ?")
    page.wait_for_timeout(800)  # the answer fades in
    found["answer"] = axe_violations(page)
    context.close()
    assert {path: bad for path, bad in found.items() if bad} == {}
    assert watched.problems == []


def test_the_language_can_be_changed(page: Page, server: str) -> None:
    sign_in(page)
    page.goto(f"{server}/settings/profile")
    page.get_by_role("radiogroup").get_by_text("English").click()
    expect(page.get_by_role("heading", name="Profile")).to_be_visible()
    page.get_by_role("radiogroup").get_by_text("Français").click()
    expect(page.get_by_role("heading", name="Profil", exact=True)).to_be_visible()


def test_the_assistant_loads_at_most_250_kb_of_script(page: Page, server: str) -> None:
    loaded: set[str] = set()
    page.on(
        "response",
        lambda r: loaded.add(r.url) if r.url.split("?")[0].endswith(".js") else None,
    )
    sign_in(page)
    page.reload()
    page.get_by_label("Votre question").wait_for()
    page.wait_for_timeout(1000)
    assert loaded
    # A page that is left behind gives its bodies no more: they are fetched again to be weighed.
    scripts = {url: len(gzip.compress(page.request.get(url).body(), 9)) for url in list(loaded)}
    weights = sorted(((n, Path(u).name) for u, n in scripts.items()), reverse=True)
    assert sum(scripts.values()) <= 250 * 1024, f"{sum(scripts.values())} bytes: {weights}"


def test_an_invitation_leads_to_a_membership(
    browser: Browser, page: Page, server: str, size: str
) -> None:
    sign_in(page)
    page.goto(f"{server}/members")
    page.get_by_role("button", name="Inviter").first.click()
    page.get_by_label("Adresse e-mail").fill(f"{secrets.token_hex(4)}@korvelin.example")
    page.get_by_role("radio", name="Technicien").check(force=True)
    page.get_by_role("button", name="Créer l’invitation").click()
    page.get_by_role("dialog", name="L’invitation est prête").wait_for()
    link = page.get_by_label("Lien d’invitation").input_value()
    other = browser.new_context(viewport=SIZES[size], locale="fr-FR")
    invited = other.new_page()
    invited.goto(link)
    invited.get_by_label("Prénom et nom").fill("Nouvelle Venue")
    invited.get_by_label("Choisissez un mot de passe").fill("une phrase bien longue 42")
    invited.get_by_role("button", name="Créer mon compte").click()
    invited.get_by_label("Votre question").wait_for()
    other.close()

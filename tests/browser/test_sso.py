"""Single sign-on as an admin sets it up, with a real provider at the other end."""

import os
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import SIZES, axe_violations, fits, sign_in

SECRET = "a-client-secret-of-some-length"


def picture(page: Page, name: str) -> None:
    """Keeps a picture where somebody asked for one."""
    if folder := os.environ.get("BROWSER_TEST_PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_admin_sets_a_provider_up_and_reads_what_a_test_found(
    browser: Browser, server: str, size: str, theme: str
) -> None:
    from tests.sso.peers import running

    context = browser.new_context(viewport=SIZES[size], locale="fr-FR", color_scheme=theme)
    page = context.new_page()
    page.goto(server)
    sign_in(page)
    page.goto(f"{server}/settings/sso")
    page.get_by_role("heading", name="Domaines vérifiés").wait_for()
    found = {"list": axe_violations(page)}
    assert fits(page)
    page.get_by_role("button", name="Ajouter un fournisseur").click()
    page.get_by_label("Nom", exact=True).fill(f"Essai {size} {theme}")
    page.get_by_role("button", name="Commencer").click()
    page.get_by_label("Identifiant client").wait_for()
    redirect = page.locator("code").first.inner_text()
    with running("oidc.mjs") as peer:
        client = {
            "client_id": f"netz-{size}-{theme}",
            "client_secret": SECRET,
            "redirect_uris": [redirect],
        }
        assert httpx.put(f"{peer}/client", json=client).status_code == 200
        page.get_by_label("Émetteur (issuer)").fill(peer)
        page.get_by_label("Identifiant client").fill(client["client_id"])
        page.get_by_label("Secret client").fill(SECRET)
        page.get_by_role("button", name="Vérifier l’émetteur").click()
        page.get_by_text("L’émetteur répond").wait_for()
        page.get_by_role("button", name="Enregistrer").first.click()
        page.get_by_text("Un secret est enregistré").wait_for()
        found["set-up"] = axe_violations(page)
        assert fits(page)
        picture(page, f"sso-set-up-{size}-{theme}")
        page.get_by_role("button", name="Essayer une connexion").click()
        page.get_by_label("Login").fill("ada")
        page.get_by_label("E-mail").fill("ada@ailleurs.example")
        page.get_by_role("button", name="Go on").click()
        page.get_by_text("n’appartient pas à un domaine vérifié").wait_for()
    assert page.get_by_role("status", name="Résultat de l’essai").evaluate(
        "e => e === document.activeElement"
    )
    found["result"] = axe_violations(page)
    assert fits(page)
    picture(page, f"sso-result-{size}-{theme}")
    page.get_by_role("switch", name="Connexion active").click(force=True)
    page.get_by_text("Testez d’abord la connexion").wait_for()
    page.get_by_role("button", name="Retour", exact=True).click()
    page.get_by_label("Domaine", exact=True).fill(f"{size}-{theme}.example")
    page.get_by_role("button", name="Ajouter", exact=True).click()
    page.get_by_text(f"_netz-challenge.{size}-{theme}.example").wait_for()
    picture(page, f"sso-list-{size}-{theme}")
    assert fits(page)
    context.close()
    assert {where: bad for where, bad in found.items() if bad} == {}

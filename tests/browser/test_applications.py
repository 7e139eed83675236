"""An application asks in a real browser: registered, allowed, used, withdrawn."""

import httpx
from oauthlib.oauth2 import WebApplicationClient
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.conftest import axe_violations, fits, sign_in

REDIRECT = "http://127.0.0.1:9/callback"
NAME = "Relais de tickets"


def registered(page: Page, server: str) -> tuple[str, str]:
    """The identifier and secret of an application, as the admin's screen shows them once."""
    page.goto(f"{server}/settings/applications")
    page.get_by_role("button", name="Enregistrer une application").click()
    page.get_by_label("Nom montré aux membres").fill(NAME)
    page.get_by_label("Adresses de retour, une par ligne").fill(REDIRECT)
    page.get_by_label("Lire les documents").check()
    page.get_by_label("Lire votre profil").check()
    assert fits(page)
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    shown = page.get_by_role("dialog", name="Copiez le secret maintenant")
    values = shown.locator("code")
    expect(values).to_have_count(2)
    found = values.all_inner_texts()
    shown.get_by_role("button", name="C’est copié").click()
    return found[0], found[1]


def test_an_application_is_allowed_used_and_withdrawn(context: BrowserContext, server: str) -> None:
    page = context.new_page()  # its own, since it leaves for the application: another origin
    page.goto(server)
    landed: list[str] = []

    def land(route: Route) -> None:
        landed.append(route.request.url)
        route.fulfill(body="<title>Relais</title>", content_type="text/html")

    page.route("http://127.0.0.1:9/**", land)
    sign_in(page)
    client_id, secret = registered(page, server)
    library = WebApplicationClient(client_id)
    verifier = library.create_code_verifier(64)
    address = library.prepare_request_uri(
        "https://netz.example/identity/o/authorize",
        redirect_uri=REDIRECT,
        scope=["openid", "profile.read", "documents.read"],
        state="007",
        code_challenge=library.create_code_challenge(verifier, "S256"),
        code_challenge_method="S256",
    )
    page.goto(address.replace("https://netz.example", server))
    page.get_by_role("heading", name=f"Autoriser {NAME} ?").wait_for()
    assert axe_violations(page) == []
    assert fits(page)
    page.get_by_role("button", name="Autoriser").press("Enter")
    page.wait_for_url("http://127.0.0.1:9/**")
    code = library.parse_request_uri_response(
        landed[0].replace("http://", "https://"), state="007"
    )["code"]
    body = library.prepare_request_body(
        code=code, redirect_uri=REDIRECT, code_verifier=verifier, client_secret=secret
    )
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    token = httpx.post(f"{server}/identity/o/api/token", content=body, headers=form).json()
    headers = {"Authorization": f"Bearer {token['access_token']}"}
    assert httpx.get(f"{server}/api/v2/documents", headers=headers).status_code == 200

    page.goto(f"{server}/settings/applications")
    own = page.get_by_role("list", name="Applications connectées")
    own.get_by_role("button", name=f"Retirer l’accès de {NAME}").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Retirer").click()
    page.get_by_text("L’accès est retiré.").wait_for()
    assert httpx.get(f"{server}/api/v2/documents", headers=headers).status_code == 401
    page.get_by_role("button", name="Supprimer").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Supprimer").click()
    page.get_by_text("L’application est supprimée.").wait_for()

"""Single sign-on from end to end: set up by an admin, used by members, enforced, and survived."""

import os
import re
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, FilePayload, Page, expect

from tests.browser.conftest import SIZES, axe_violations, fits
from tests.browser.people import PASSPHRASE, call, give_password, is_in
from tests.browser.test_sso import picture

if TYPE_CHECKING:
    from tests.sso.names import NameServer
    from tests.sso.peers import SamlPeer

SECRET = "a-client-secret-of-some-length"


FLOWS = ("oidc", "saml", "scim")


@pytest.fixture(scope="module")
def domains(folder: str) -> dict[str, str]:
    """A domain for each flow, with a workspace of its own that can be shut."""
    made = {flow: f"{flow}-{secrets.token_hex(3)}.example" for flow in FLOWS}
    script = (
        "from netz.cli.session import open_installation; open_installation()\n"
        "from django.db import transaction\n"
        "from netz.accounts.models import User\n"
        "from netz.workspaces.services import found_workspace\n"
        f"for domain in {list(made.values())!r}:\n"
        "    with transaction.atomic():\n"
        f"        admin = User.objects.create_user('secours@' + domain, {PASSPHRASE!r},"
        " name='Soline Marec')\n"
        "        found_workspace(name='Espace ' + domain, slug=domain.replace('.', '-'),"
        " admin=admin)\n"
    )
    env = {k: v for k, v in os.environ.items() if not k.startswith(("NETZ_", "DATABASE"))}
    subprocess.run(
        [sys.executable, "-c", script], env={**env, "DATA_DIR": folder}, check=True, timeout=120
    )
    return made


@contextmanager
def somebody(browser: Browser, server: str, size: str) -> Iterator[Page]:
    """A page at the sign-in, on a computer of somebody's own."""
    context: BrowserContext = browser.new_context(viewport=SIZES[size], locale="fr-FR")
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto(f"{server}/sign-in")
    page.get_by_role("textbox", name="Adresse e-mail").wait_for()
    # The page asks for a passkey's challenge by itself; what a test begins comes after it.
    page.wait_for_load_state("networkidle")
    yield page
    context.close()


def look(page: Page, found: dict[str, list[str]], name: str, size: str) -> None:
    """The page as it stands is accessible in both themes and fits both widths.

    Light at its own width and dark at the other: a flow has too many pages for all four.
    """
    other = next(one for one in SIZES if one != size)
    for width, theme in ((other, "dark"), (size, "light")):
        page.set_viewport_size(SIZES[width])  # type: ignore[arg-type]  # a size as it wants it
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]  # one of its two names
        page.wait_for_timeout(400)
        found[f"{name} {width} {theme}"] = axe_violations(page)
        picture(page, f"sso-{name}-{width}-{theme}")
        assert fits(page), f"{name} {width}"


def prove_domain(page: Page, names: "NameServer", domain: str) -> None:
    """Lists the domain, is told that the record is missing, publishes it, and is believed."""
    page.get_by_label("Domaine", exact=True).fill(domain)
    page.get_by_role("button", name="Ajouter", exact=True).click()
    page.get_by_text(f"_netz-challenge.{domain}").wait_for()
    check = page.get_by_role("button", name=f"Vérifier {domain}")
    check.click()
    expect(page.get_by_role("alert").first).to_contain_text("TXT")
    names.records[f"_netz-challenge.{domain}"] = page.get_by_text(
        re.compile("^netz-verification=")
    ).inner_text()
    check.click()
    expect(page.get_by_text("Vérifié le")).to_be_visible()


def begin(page: Page, name: str, protocol: str) -> None:
    """Begins a provider."""
    page.get_by_role("button", name="Ajouter un fournisseur").click()
    page.get_by_label("Nom", exact=True).fill(name)
    page.get_by_role("radio", name=protocol).check(force=True)
    page.get_by_role("button", name="Commencer").click()
    page.get_by_role("heading", name="Essayez").wait_for()


def people_become_agents(page: Page) -> None:
    """The default role, saved."""
    page.get_by_label("Rôle par défaut").select_option("agent")
    page.get_by_role("button", name="Enregistrer").nth(1).click()
    expect(page.get_by_text("Enregistré").first).to_be_visible()


def try_and_switch_on(page: Page) -> None:
    """The provider has just sent the browser back from a test."""
    expect(page.get_by_role("status", name="Résultat de l’essai")).to_contain_text(
        "La connexion fonctionne"
    )
    page.get_by_role("switch", name="Connexion active").click(force=True)
    expect(page.get_by_role("switch", name="Connexion active")).to_be_checked()


def enforce(page: Page, server: str) -> None:
    """The provider alone from now on, but for the admin who is here."""
    page.goto(f"{server}/settings/sso")
    page.get_by_role("switch", name="Rendre obligatoire").click(force=True)
    page.get_by_role("checkbox", name="Soline Marec").check(force=True)
    form = page.get_by_role("region", name="Connexion unique obligatoire")
    form.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_text("Enregistré").first).to_be_visible()


def with_a_password(page: Page, domain: str) -> str:
    """A member who could sign in by password until now."""
    email = f"mot-de-passe@{domain}"
    made = call(page, "POST", "/invitations", {"email": email, "role": "agent", "language": "fr"})
    given = {
        "token": made["link"].rsplit("/", 1)[1],
        "name": "Ambre Lestrel",
        "password": PASSPHRASE,
    }
    call(page, "POST", "/invitations/acceptance", given)
    return email


def only_the_emergency_admin_needs_no_provider(
    browser: Browser, server: str, size: str, admin: str, member: str, found: dict[str, list[str]]
) -> None:
    for email, welcome in ((member, False), (admin, True)):
        with somebody(browser, server, size) as page:
            # The provider is out of order: its page does not come.
            page.route("**/_allauth/start/**", lambda route: route.fulfill(status=204))
            page.get_by_role("textbox", name="Adresse e-mail").fill(email)
            page.get_by_role("button", name="Continuer", exact=True).click()
            page.get_by_role("heading", name="Vous allez vers la connexion").wait_for()
            if welcome:
                look(page, found, "leaving", size)
            page.get_by_role("button", name="Administrateur de secours").click()
            page.get_by_label("Mot de passe", exact=True).fill(PASSPHRASE)
            page.get_by_role("button", name="Se connecter").click()
            if welcome:
                is_in(page)
            else:
                page.get_by_role("heading", name="Connexion par votre organisation").wait_for()
                look(page, found, "needed", size)


def test_openid_connect_from_the_set_up_to_enforcement(
    browser: Browser, server: str, names: "NameServer", domains: dict[str, str]
) -> None:
    from tests.sso.peers import running

    domain, size = domains["oidc"], "phone"
    admin_email, found = f"secours@{domain}", dict[str, list[str]]()
    with somebody(browser, server, size) as admin, running("oidc.mjs") as peer:
        give_password(admin, admin_email)
        is_in(admin)
        admin.goto(f"{server}/settings/sso")
        prove_domain(admin, names, domain)
        begin(admin, f"Compte {domain}", "OpenID Connect")
        client = {
            "client_id": domain,
            "client_secret": SECRET,
            "redirect_uris": [admin.locator("code").first.inner_text()],
        }
        assert httpx.put(f"{peer}/client", json=client).status_code == 200
        admin.get_by_label("Émetteur (issuer)").fill(f"{peer}/nowhere")
        admin.get_by_role("button", name="Vérifier l’émetteur").click()
        expect(admin.get_by_role("alert").filter(has_text="HTTP 404")).to_be_visible()
        look(admin, found, "bad-issuer", size)
        admin.get_by_label("Émetteur (issuer)").fill(peer)
        admin.get_by_label("Identifiant client").fill(domain)
        admin.get_by_label("Secret client").fill(SECRET)
        admin.get_by_role("button", name="Enregistrer").first.click()
        admin.get_by_text("Un secret est enregistré").wait_for()
        people_become_agents(admin)
        admin.get_by_role("button", name="Essayer une connexion").click()
        _say_who(admin, "essai", domain)
        try_and_switch_on(admin)
        member = with_a_password(admin, domain)
        with somebody(browser, server, size) as ada:
            ada.get_by_role("textbox", name="Adresse e-mail").fill(f"ada@{domain}")
            ada.get_by_role("button", name="Continuer", exact=True).click()
            ada.get_by_role(
                "button", name=f"Continuer avec la connexion de Compte {domain}"
            ).click()
            _say_who(ada, "ada", domain)
            is_in(ada)
            assert call(ada, "GET", "/me")["member"]["role"] == "agent"
            enforce(admin, server)
            ada.reload()
            is_in(ada)
        only_the_emergency_admin_needs_no_provider(
            browser, server, size, admin_email, member, found
        )
        with somebody(browser, server, size) as bela:
            bela.get_by_role("textbox", name="Adresse e-mail").fill(f"bela@{domain}")
            bela.get_by_role("button", name="Continuer", exact=True).click()
            _say_who(bela, "bela", domain)  # no page of ours asks again
            is_in(bela)
    assert {where: bad for where, bad in found.items() if bad} == {}


def _say_who(page: Page, login: str, domain: str) -> None:
    page.get_by_label("Login").fill(login)
    page.get_by_label("E-mail").fill(f"{login}@{domain}")
    page.get_by_role("button", name="Go on").click()


def test_saml_from_bad_metadata_to_a_released_account(
    browser: Browser, server: str, names: "NameServer", domains: dict[str, str]
) -> None:
    from tests.sso.peers import saml_peer

    domain, size = domains["saml"], "desktop"
    admin_email, found = f"secours@{domain}", dict[str, list[str]]()
    with somebody(browser, server, size) as admin, saml_peer() as peer:
        give_password(admin, admin_email)
        is_in(admin)
        admin.goto(f"{server}/settings/sso")
        prove_domain(admin, names, domain)
        begin(admin, f"Compte {domain}", "SAML 2.0")
        upload = admin.locator("input[type=file]")
        upload.set_input_files(_file(b"<html><body>Not found</body></html>"))
        bad = admin.get_by_role("alert").filter(has_text="Ces métadonnées ne sont pas")
        expect(bad).to_be_visible()
        look(admin, found, "bad-metadata", size)
        upload.set_input_files(_file(httpx.get(f"{peer.url}/metadata").content))
        expect(admin.get_by_label("Son identifiant d’entité")).to_have_value(f"{peer.url}/metadata")
        people_become_agents(admin)
        connection = admin.url.partition("connection=")[2].partition("&")[0]
        ours = httpx.get(f"{server}/_allauth/saml/{connection}/metadata/").content
        assert httpx.put(f"{peer.url}/service", content=ours).status_code == 200
        _is_signed_in_there(peer, "u-1", f"ada@{domain}")
        admin.get_by_role("button", name="Essayer une connexion").click()
        _post_the_answer(admin)
        try_and_switch_on(admin)
        look(admin, found, "saml", size)
        for name_id, welcome in (("u-1", True), ("u-2", False)):
            _is_signed_in_there(peer, name_id, f"ada@{domain}")
            with somebody(browser, server, size) as ada:
                ada.goto(f"{server}/_allauth/start/{connection}")
                _post_the_answer(ada)
                if welcome:
                    is_in(ada)
                else:
                    ada.get_by_text("Cette adresse est liée à une autre identité").wait_for()
                    look(ada, found, "refused", size)
        admin.reload()
        admin.get_by_role("button", name=f"Libérer ada@{domain}").click()
        admin.get_by_role("dialog").get_by_role("button", name="Libérer").click()
        expect(admin.get_by_text("Personne ne s’est encore connecté")).to_be_visible()
        with somebody(browser, server, size) as ada:
            ada.goto(f"{server}/_allauth/start/{connection}")
            _post_the_answer(ada)
            is_in(ada)
    assert {where: bad for where, bad in found.items() if bad} == {}


def _file(content: bytes) -> FilePayload:
    return {"name": "metadata.xml", "mimeType": "text/xml", "buffer": content}


def _is_signed_in_there(peer: "SamlPeer", name_id: str, email: str) -> None:
    peer.person(name_id, email=[email], displayName=["Ada"])


def _post_the_answer(page: Page) -> None:
    """The provider's page posts by itself in real life."""
    page.locator("input[name=SAMLResponse]").wait_for(state="attached")
    page.evaluate("document.forms[0].submit()")


def test_a_directory_is_given_an_address_a_token_and_roles(
    browser: Browser, server: str, domains: dict[str, str]
) -> None:
    domain, size = domains["scim"], "phone"
    admin_email, found = f"secours@{domain}", dict[str, list[str]]()
    with somebody(browser, server, size) as admin:
        give_password(admin, admin_email)
        is_in(admin)
        admin.goto(f"{server}/settings/sso")
        base = admin.get_by_text(f"{server}/scim/v2").inner_text()
        admin.get_by_role("button", name="Créer un jeton").focus()
        admin.keyboard.press("Enter")
        admin.get_by_role("dialog").wait_for()
        admin.keyboard.type("Entra ID")
        admin.keyboard.press("Enter")
        admin.get_by_role("dialog", name="Copiez le jeton maintenant").wait_for()
        look(admin, found, "token", size)
        token = admin.get_by_role("dialog").locator("code").inner_text()
        admin.get_by_role("button", name="Je l’ai copié").click()
        bearer = {"Authorization": f"Bearer {token}"}
        group = httpx.post(f"{base}/Groups", json={"displayName": "Support"}, headers=bearer)
        assert group.status_code == 201, group.text
        assert (
            httpx.post(f"{base}/Users", json={"userName": "x"}, headers=bearer).status_code == 400
        )
        admin.reload()
        admin.get_by_label("Rôle du groupe Support").select_option("agent")
        admin.get_by_role("button", name="Enregistrer le groupe Support").click()
        expect(admin.get_by_text("Enregistré").first).to_be_visible()
        expect(admin.get_by_text("userName doit être une adresse e-mail")).to_be_visible()
        look(admin, found, "directory", size)
        admin.get_by_role("button", name="Retirer le jeton Entra ID").click()
        admin.get_by_role("dialog").get_by_role("button", name="Retirer").click()
        expect(admin.get_by_text("Aucun jeton")).to_be_visible()
        assert httpx.get(f"{base}/Users", headers=bearer).status_code == 401
    assert {where: bad for where, bad in found.items() if bad} == {}

"""One's own account: confirmations, sessions, address, deletion; and what a workspace asks for."""

import secrets
from collections.abc import Iterator
from typing import Any

import pyotp
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ADMIN, SIZES, axe_violations, fits, sign_in
from tests.browser.people import (
    PASSPHRASE,
    Mailbox,
    age_sessions,
    call,
    give_password,
    is_in,
    sign_out,
    with_key,
)

SETTINGS = [
    "registration",
    "registration_domains",
    "registration_company_id",
    "methods",
    "mfa_roles",
    "mfa_grace_days",
    "session_hours",
]


@pytest.fixture
def policy(admin: Page, folder: str) -> Iterator[Any]:
    """Sets the demo workspace's policy for one test."""
    now = call(admin, "GET", "/security-policy")
    usual = {name: now[name] for name in SETTINGS}
    yield lambda **wanted: call(admin, "PUT", "/security-policy", {**usual, **wanted})
    call(admin, "PUT", "/security-policy", usual)


def test_a_sensitive_action_asks_who_is_there_and_goes_on_after_a_passkey(
    visitor: Page, server: str, member: str, folder: str
) -> None:
    with_key(visitor, built_in=True)
    give_password(visitor, member)
    is_in(visitor)
    visitor.goto(f"{server}/settings/security")
    visitor.get_by_role("button", name="Ajouter une clé d’accès").click()
    visitor.get_by_role("textbox", name="Nom").fill("Portable")
    visitor.get_by_role("button", name="Continuer", exact=True).click()
    visitor.get_by_role("button", name="Je les ai rangés").click()
    age_sessions(member, folder)
    visitor.get_by_role("button", name="Supprimer mon compte…").click()
    deletion = visitor.get_by_role("dialog", name="Supprimer définitivement votre compte")
    deletion.get_by_role("textbox").fill(member)
    deletion.get_by_role("button", name="Supprimer mon compte").click()
    asked = visitor.get_by_role("dialog", name="Confirmez que c’est vous")
    asked.get_by_role("button", name="Annuler").wait_for()
    visitor.wait_for_timeout(400)  # it fades in
    assert axe_violations(visitor) == []
    asked.get_by_role("button", name="Annuler").click()
    expect(deletion.get_by_text("Action abandonnée.")).to_be_visible()
    deletion.get_by_role("button", name="Supprimer mon compte").click()
    asked.get_by_role("button", name="Utiliser une clé d’accès ou de sécurité").click()
    expect(visitor.get_by_text("Votre compte est supprimé")).to_be_visible()


def test_a_sensitive_action_goes_on_after_the_password(
    visitor: Page, server: str, member: str, folder: str
) -> None:
    give_password(visitor, member)
    is_in(visitor)
    age_sessions(member, folder)
    visitor.goto(f"{server}/settings/security")
    visitor.get_by_role("button", name="Configurer").click()
    secret = visitor.locator("code").inner_text().replace(" ", "")
    visitor.get_by_label("Saisissez le code qu’elle affiche").fill(pyotp.TOTP(secret).now())
    visitor.get_by_role("button", name="Activer").click()
    asked = visitor.get_by_role("dialog", name="Confirmez que c’est vous")
    asked.get_by_role("button", name="Annuler").wait_for()
    visitor.wait_for_timeout(400)  # it fades in
    assert axe_violations(visitor) == []
    asked.get_by_label("Mot de passe", exact=True).fill("not-the-password")
    asked.get_by_role("button", name="Confirmer").click()
    expect(asked.get_by_text("Ce mot de passe n’est pas le bon.")).to_be_visible()
    asked.get_by_label("Mot de passe", exact=True).fill(PASSPHRASE)
    asked.get_by_role("button", name="Confirmer").click()
    expect(visitor.get_by_role("list", name="Vos codes de secours")).to_be_visible()


def test_another_session_is_seen_and_closed(
    browser: Browser, visitor: Page, server: str, member: str
) -> None:
    give_password(visitor, member)
    is_in(visitor)
    elsewhere = browser.new_context(viewport=SIZES["phone"], locale="fr-FR")
    other = elsewhere.new_page()
    other.goto(f"{server}/sign-in")
    give_password(other, member)
    is_in(other)
    visitor.goto(f"{server}/settings/security")
    sessions = visitor.get_by_role("list", name="Sessions ouvertes").get_by_role("listitem")
    expect(sessions).to_have_count(2)
    expect(sessions.first.get_by_text("Cet appareil")).to_be_visible()
    sessions.last.get_by_role("button").click()
    expect(sessions).to_have_count(1)
    other.goto(f"{server}/documents")
    expect(other.get_by_label("Adresse e-mail")).to_be_visible()
    visitor.get_by_role("button", name="Se déconnecter partout").click()
    visitor.get_by_role("dialog").get_by_role("button", name="Se déconnecter partout").click()
    expect(visitor.get_by_label("Adresse e-mail")).to_be_visible()
    elsewhere.close()


def test_an_address_is_changed_by_the_code_sent_to_the_new_one(
    visitor: Page, server: str, member: str, mailbox: Mailbox
) -> None:
    new = f"n.{secrets.token_hex(5)}@korvelin.example"
    give_password(visitor, member)
    is_in(visitor)
    visitor.goto(f"{server}/settings/security")
    visitor.get_by_role("button", name="Changer d’adresse").click()
    visitor.get_by_label("Nouvelle adresse e-mail").fill(new)
    visitor.get_by_role("button", name="Envoyer un code").click()
    visitor.get_by_role("textbox", name="Code").fill(mailbox.code(new))
    visitor.get_by_role("button", name="Confirmer mon adresse").click()
    expect(visitor.get_by_text("Votre adresse est changée.")).to_be_visible()
    sign_out(visitor)
    give_password(visitor, new)
    is_in(visitor)


def test_a_password_is_changed_and_the_old_one_works_no_more(
    visitor: Page, server: str, member: str
) -> None:
    give_password(visitor, member)
    is_in(visitor)
    visitor.goto(f"{server}/settings/security")
    visitor.get_by_role("button", name="Changer le mot de passe").click()
    visitor.get_by_label("Mot de passe actuel").fill(PASSPHRASE)
    visitor.get_by_label("Nouveau mot de passe").fill("Mirabelle-au-lait-31")
    visitor.get_by_role("button", name="Enregistrer").click()
    expect(visitor.get_by_text("Votre mot de passe est changé.")).to_be_visible()
    sign_out(visitor)
    give_password(visitor, member)
    expect(visitor.get_by_text("Adresse ou mot de passe incorrect.")).to_be_visible()


def test_an_account_is_deleted_once_its_address_is_typed(
    visitor: Page, server: str, member: str
) -> None:
    give_password(visitor, member)
    is_in(visitor)
    visitor.goto(f"{server}/settings/security")
    visitor.get_by_role("button", name="Supprimer mon compte…").click()
    asked = visitor.get_by_role("dialog")
    expect(asked.get_by_role("button", name="Supprimer mon compte")).to_be_disabled()
    asked.get_by_role("textbox").fill(member)
    asked.get_by_role("button", name="Supprimer mon compte").click()
    expect(visitor.get_by_text("Votre compte est supprimé")).to_be_visible()
    give_password(visitor, member)
    expect(visitor.get_by_text("Adresse ou mot de passe incorrect.")).to_be_visible()


def test_somebody_registers_and_is_let_in(
    visitor: Page, admin: Page, server: str, mailbox: Mailbox, policy: Any
) -> None:
    companies = call(admin, "GET", "/companies")["items"]
    policy(registration="open", registration_company_id=companies[0]["id"])
    slug = call(admin, "GET", "/me")["workspace"]["slug"]
    email = f"r.{secrets.token_hex(5)}@example.com"
    visitor.goto(f"{server}/sign-in?workspace={slug}")
    visitor.get_by_role("link", name="Créer un compte").click()
    visitor.get_by_label("Prénom et nom").fill("Rose Kerbrat")
    visitor.get_by_role("textbox", name="Adresse e-mail").fill(email)
    visitor.get_by_label("Choisissez un mot de passe").fill(PASSPHRASE)
    assert axe_violations(visitor) == []
    visitor.get_by_role("button", name="Créer mon compte").click()
    visitor.get_by_role("heading", name="Confirmez votre adresse").wait_for()
    assert axe_violations(visitor) == []
    visitor.get_by_label("Code").fill(mailbox.code(email))
    visitor.get_by_role("button", name="Confirmer mon adresse").click()
    visitor.get_by_role("button", name="Rejoindre l’espace").click()
    is_in(visitor)


def test_a_second_factor_that_is_due_is_set_up_before_going_on(
    visitor: Page, server: str, member: str, policy: Any
) -> None:
    policy(mfa_roles=["agent"], mfa_grace_days=7)
    give_password(visitor, member)
    expect(visitor.get_by_text("Votre espace demande une double authentification")).to_be_visible()
    policy(mfa_roles=["agent"], mfa_grace_days=0)
    visitor.goto(f"{server}/documents")
    visitor.get_by_role("heading", name="Protégez votre compte").wait_for()
    assert axe_violations(visitor) == []
    visitor.get_by_role("button", name="Application d’authentification").click()
    secret = visitor.locator("code").inner_text().replace(" ", "")
    visitor.get_by_label("Saisissez le code qu’elle affiche").fill(pyotp.TOTP(secret).now())
    visitor.get_by_role("button", name="Activer").click()
    visitor.get_by_role("button", name="Continuer vers NETZ AI").click()
    expect(visitor.get_by_role("heading", name="Documents")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_each_screen_of_access_is_accessible_and_fits(
    browser: Browser, server: str, size: str, theme: str
) -> None:
    context = browser.new_context(viewport=SIZES[size], locale="fr-FR", color_scheme=theme)
    page = context.new_page()
    found = {}

    def look(name: str) -> None:
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(400)
        found[name] = axe_violations(page)
        assert fits(page), name

    for path in ("/register", "/verification", "/password-reset", "/password-reset/none", "/join"):
        page.goto(server + path)
        look(path)
    page.goto(f"{server}/sign-in/finished?error=cancelled")
    look("refused")
    page.goto(f"{server}/sign-in")
    page.get_by_label("Adresse e-mail").fill(ADMIN)
    page.get_by_role("button", name="Continuer", exact=True).click()
    page.get_by_label("Mot de passe", exact=True).wait_for()
    look("password")
    page.get_by_role("button", name="Recevoir un code par e-mail").click()
    page.get_by_label("Code").wait_for()
    look("code")
    page.goto(server)
    sign_in(page)
    for path in ("/two-factor-setup", "/sso-needed"):
        page.goto(server + path)
        look(path)
    page.goto(f"{server}/settings/security")
    page.get_by_role("heading", name="Sessions ouvertes").wait_for()
    look("security")
    for button in ("Changer le mot de passe", "Configurer", "Ajouter une clé d’accès"):
        page.get_by_role("button", name=button, exact=True).click()
        page.get_by_role("dialog").wait_for()
        look(button)
        page.keyboard.press("Escape")
        page.get_by_role("dialog").wait_for(state="detached")
    context.close()
    assert {name: bad for name, bad in found.items() if bad} == {}

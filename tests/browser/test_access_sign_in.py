"""Ways in: by password, code, passkey and second factor; and the way back after forgetting."""

import pyotp
from playwright.sync_api import Page, expect

from tests.browser.people import (
    PASSPHRASE,
    Mailbox,
    give_password,
    is_in,
    sign_out,
    with_key,
)

ANOTHER = "Cerisier-en-mars-77"


def test_a_code_sent_by_mail_signs_in(visitor: Page, member: str, mailbox: Mailbox) -> None:
    visitor.get_by_label("Adresse e-mail").fill(member)
    visitor.get_by_role("button", name="Continuer", exact=True).click()
    visitor.get_by_role("button", name="Recevoir un code par e-mail").click()
    expect(visitor.get_by_text(f"Si un compte existe pour {member}")).to_be_visible()
    visitor.get_by_label("Code").fill("WRNG-CODE")
    visitor.get_by_role("button", name="Se connecter").click()
    expect(visitor.get_by_text("Ce code n’est pas le bon.")).to_be_visible()
    visitor.get_by_label("Code").fill(mailbox.code(member))
    visitor.keyboard.press("Enter")
    is_in(visitor)


def test_a_step_that_is_over_leads_back_to_the_start(visitor: Page, server: str) -> None:
    visitor.goto(f"{server}/sign-in/code")
    expect(visitor.get_by_role("heading", name="Cette étape a expiré")).to_be_visible()
    visitor.get_by_role("link", name="Retour à la connexion").click()
    expect(visitor.get_by_label("Adresse e-mail")).to_be_visible()


def test_a_forgotten_password_is_replaced_by_a_link_that_works_once(
    visitor: Page, member: str, mailbox: Mailbox
) -> None:
    visitor.get_by_label("Adresse e-mail").fill(member)
    visitor.get_by_role("button", name="Continuer", exact=True).click()
    visitor.get_by_role("link", name="Mot de passe oublié ?").click()
    expect(visitor.get_by_label("Adresse e-mail")).to_have_value(member)
    visitor.get_by_role("button", name="Envoyer le lien").click()
    expect(visitor.get_by_role("heading", name="Consultez vos e-mails")).to_be_visible()
    link = mailbox.link(member, "/password-reset/")
    visitor.goto(link)
    visitor.get_by_label("Choisissez un mot de passe").fill("azertyuiop")
    visitor.get_by_role("button", name="Enregistrer le mot de passe").click()
    expect(visitor.get_by_label("Choisissez un mot de passe")).to_have_attribute(
        "aria-invalid", "true"
    )
    visitor.get_by_label("Choisissez un mot de passe").fill(ANOTHER)
    visitor.get_by_role("button", name="Enregistrer le mot de passe").click()
    visitor.get_by_role("link", name="Se connecter").click()
    give_password(visitor, member, ANOTHER)
    is_in(visitor)
    visitor.goto(link)
    expect(visitor.get_by_role("heading", name="Ce lien n’est plus valable")).to_be_visible()


def test_a_passkey_signs_in_without_password(visitor: Page, member: str, server: str) -> None:
    with_key(visitor, built_in=True)
    give_password(visitor, member)
    is_in(visitor)
    visitor.goto(f"{server}/settings/security")
    visitor.get_by_role("button", name="Ajouter une clé d’accès").click()
    visitor.get_by_role("textbox", name="Nom").fill("Ordinateur du bureau")
    visitor.get_by_role("button", name="Continuer", exact=True).click()
    visitor.get_by_role("button", name="Je les ai rangés").click()
    expect(visitor.get_by_text("Ordinateur du bureau")).to_be_visible()
    # The virtual computer's owner is always there: its passkey is taken as soon as it is offered
    # among the suggestions of the e-mail field.
    visitor.get_by_role("button", name="Votre compte").click()
    visitor.get_by_role("menuitem", name="Se déconnecter").click()
    is_in(visitor)
    visitor.goto(f"{server}/settings/security")
    expect(visitor.get_by_text("Utilisée")).to_be_visible()
    visitor.get_by_role("button", name="Renommer Ordinateur du bureau").click()
    visitor.get_by_role("textbox", name="Nom").fill("Portable")
    visitor.get_by_role("button", name="Enregistrer").click()
    visitor.get_by_role("button", name="Retirer Portable").click()
    visitor.get_by_role("button", name="Retirer", exact=True).click()
    expect(visitor.get_by_text("La clé est retirée.")).to_be_visible()


def test_a_passkey_signs_in_by_its_button(visitor: Page, member: str, server: str) -> None:
    # As in browsers that offer no passkeys among suggestions.
    visitor.add_init_script("delete PublicKeyCredential.isConditionalMediationAvailable")
    visitor.reload()
    with_key(visitor, built_in=True)
    give_password(visitor, member)
    is_in(visitor)
    visitor.goto(f"{server}/settings/security")
    visitor.get_by_role("button", name="Ajouter une clé d’accès").click()
    visitor.get_by_role("textbox", name="Nom").fill("Portable")
    visitor.get_by_role("button", name="Continuer", exact=True).click()
    visitor.get_by_role("button", name="Je les ai rangés").click()
    sign_out(visitor)
    visitor.get_by_role("button", name="Utiliser une clé d’accès").click()
    is_in(visitor)


def test_a_security_key_is_the_second_factor(visitor: Page, member: str, server: str) -> None:
    with_key(visitor, built_in=False)
    give_password(visitor, member)
    is_in(visitor)
    visitor.goto(f"{server}/settings/security")
    visitor.get_by_role("button", name="Ajouter une clé de sécurité").click()
    visitor.get_by_role("textbox", name="Nom").fill("Clé du trousseau")
    visitor.get_by_role("button", name="Continuer", exact=True).click()
    visitor.get_by_role("button", name="Je les ai rangés").click()
    sign_out(visitor)
    give_password(visitor, member)
    visitor.get_by_role("heading", name="Deuxième étape").wait_for()
    visitor.get_by_role("button", name="Utiliser une clé de sécurité").click()
    is_in(visitor)


def test_an_app_s_codes_and_recovery_codes_are_second_factors(
    visitor: Page, member: str, server: str
) -> None:
    give_password(visitor, member)
    is_in(visitor)
    visitor.goto(f"{server}/settings/security")
    visitor.get_by_role("button", name="Configurer").click()
    picture = visitor.get_by_role("img", name="Code QR")
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("i => i.naturalWidth") > 0
    secret = visitor.locator("code").inner_text().replace(" ", "")
    visitor.get_by_label("Saisissez le code qu’elle affiche").fill("000 000")
    visitor.get_by_role("button", name="Activer").click()
    expect(visitor.get_by_text("Ce code n’est pas le bon.")).to_be_visible()
    now = pyotp.TOTP(secret).now()
    visitor.get_by_label("Saisissez le code qu’elle affiche").fill(f"{now[:3]} {now[3:]}")
    visitor.get_by_role("button", name="Activer").click()
    codes = visitor.get_by_role("list", name="Vos codes de secours").get_by_role("listitem")
    expect(codes).to_have_count(10)
    recovery = codes.first.inner_text()
    with visitor.expect_download() as download:
        visitor.get_by_role("button", name="Télécharger").click()
    assert recovery in download.value.path().read_text(encoding="utf-8")
    visitor.get_by_role("button", name="Je les ai rangés").click()
    sign_out(visitor)
    give_password(visitor, member)
    visitor.get_by_label("Code de votre application").fill(pyotp.TOTP(secret).now())
    visitor.get_by_role("button", name="Confirmer").click()
    is_in(visitor)
    sign_out(visitor)
    give_password(visitor, member)
    visitor.get_by_role("button", name="Utiliser un code de secours").click()
    visitor.get_by_label("Code de secours").fill(recovery)
    visitor.get_by_role("button", name="Confirmer").click()
    is_in(visitor)
    visitor.goto(f"{server}/settings/security")
    expect(visitor.get_by_text("Il reste 9 codes sur 10.")).to_be_visible()


def test_sign_in_works_with_the_keyboard_alone(visitor: Page, member: str) -> None:
    visitor.keyboard.press("Tab")
    expect(visitor.get_by_label("Adresse e-mail")).to_be_focused()
    visitor.keyboard.type(member)
    visitor.keyboard.press("Enter")
    expect(visitor.get_by_label("Mot de passe", exact=True)).to_be_focused()
    visitor.keyboard.type(PASSPHRASE)
    visitor.keyboard.press("Enter")
    is_in(visitor)


def test_the_way_goes_on_to_where_the_visitor_wanted(
    visitor: Page, member: str, server: str
) -> None:
    visitor.goto(f"{server}/settings/profile")
    give_password(visitor, member)
    expect(visitor.get_by_role("heading", name="Profil", exact=True)).to_be_visible()

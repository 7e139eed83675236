"""Asking in the browser, on the phone and on the desktop."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import GUEST, ask, fits, sign_in

QUESTION = "Comment réinitialiser mon mot de passe ?"


def test_a_wrong_password_is_told_and_a_right_one_lets_in(page: Page) -> None:
    page.get_by_label("Adresse e-mail").fill(GUEST)
    page.get_by_role("button", name="Continuer", exact=True).click()
    page.get_by_label("Mot de passe", exact=True).fill("not-the-password")
    page.get_by_role("button", name="Se connecter").click()
    expect(page.get_by_text("Adresse ou mot de passe incorrect.")).to_be_visible()
    page.get_by_role("button", name="Changer d’adresse").click()
    expect(page.get_by_label("Adresse e-mail")).to_have_value(GUEST)
    sign_in(page, GUEST)
    assert fits(page)


def test_an_answer_shows_the_passage_behind_its_sentence(page: Page) -> None:
    sign_in(page, GUEST)
    ask(page, QUESTION)
    expect(page.get_by_text(re.compile("Mot de passe oublié")).first).to_be_visible()
    expect(page.get_by_text(re.compile("IA")).first).to_be_visible()
    page.get_by_role("button", name=re.compile("^Source 1")).first.click()
    cited = page.frame_locator("iframe").locator(".cited").first
    expect(cited).to_be_visible()
    assert fits(page)


def test_a_pdf_source_opens_at_its_page(page: Page) -> None:
    sign_in(page, GUEST)
    ask(page, "Comment activer la double authentification ?")
    page.get_by_role("button", name=re.compile("^Source 1")).first.click()
    expect(page.locator("canvas").first).to_be_visible()
    expect(page.locator("[class*=marked]").first).to_be_attached()


def test_what_no_document_says_is_refused_with_a_way_on(page: Page) -> None:
    sign_in(page, GUEST)
    ask(page, "Comment configurer Salesforce pour la prospection ?")
    article = page.get_by_role("article", name="Réponse")
    expect(article.get_by_text(re.compile("pas trouvé la réponse")).first).to_be_visible()
    page.get_by_role("button", name="Transmettre au support").last.click()
    page.get_by_role("button", name="Transmettre", exact=True).click()
    expect(page.get_by_text("Votre demande est transmise.")).to_be_visible()


def test_a_rating_with_a_comment_is_kept(page: Page) -> None:
    sign_in(page, GUEST)
    ask(page, QUESTION)
    page.get_by_role("button", name="Réponse à améliorer").click()
    page.get_by_label("Que manquait-il ?").fill("Une image aiderait")
    page.get_by_role("button", name="Envoyer l’avis").click()
    expect(page.get_by_text("Merci, votre avis est enregistré.").first).to_be_visible()


def test_a_follow_up_stays_in_the_conversation(page: Page) -> None:
    sign_in(page, GUEST)
    ask(page, QUESTION)
    address = page.url
    ask(page, "Et si mon compte est bloqué ?")
    assert page.url == address
    page.reload()
    expect(page.get_by_text("Et si mon compte est bloqué ?").first).to_be_visible()


def test_the_keyboard_alone_is_enough(page: Page, size: str) -> None:
    sign_in(page)
    page.keyboard.press("Control+k")
    expect(page.get_by_placeholder("Aller à, faire…")).to_be_focused()
    page.keyboard.type("Documents")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Documents", exact=True)).to_be_visible()

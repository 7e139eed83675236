"""Asking from a document: the assistant knows where one is, says so, and can be told not to."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import GUEST, axe_violations, fits, sign_in

ABOUT = "À propos de :"


def open_document(page: Page, server: str) -> None:
    page.goto(f"{server}/documents")
    page.get_by_role("list", name="Documents").get_by_role("button").first.click()
    expect(page.get_by_role("link", name="Poser une question sur ce document")).to_be_visible()


def test_a_question_is_asked_from_a_document(page: Page, server: str) -> None:
    sign_in(page, GUEST)
    open_document(page, server)
    assert axe_violations(page) == []
    page.get_by_role("link", name="Poser une question sur ce document").click()
    about = page.get_by_role("status").filter(has_text=ABOUT)
    expect(about).to_be_visible()
    assert axe_violations(page) == []
    assert fits(page)
    title = about.inner_text().split(":", 1)[1].strip()
    page.get_by_label("Votre question").fill("Résume ce document")
    page.get_by_role("button", name="Envoyer").click()
    answer = page.get_by_role("article").last
    expect(answer.get_by_text(f"{ABOUT} {title}")).to_be_visible()
    expect(answer.get_by_role("group", name="Sources").get_by_text(title).first).to_be_visible()
    # It goes on about it, until it is told not to.
    expect(about).to_be_visible()
    assert axe_violations(page) == []
    page.reload()
    expect(page.get_by_role("article").get_by_text(f"{ABOUT} {title}")).to_be_visible()


def test_it_can_be_told_not_to_and_forgets_when_one_goes_elsewhere(page: Page, server: str) -> None:
    sign_in(page, GUEST)
    open_document(page, server)
    page.get_by_role("link", name="Poser une question sur ce document").click()
    about = page.get_by_role("status").filter(has_text=ABOUT)
    about.get_by_role("button").click()
    expect(about).to_have_count(0)
    open_document(page, server)
    page.get_by_role("link", name="Poser une question sur ce document").click()
    expect(about).to_be_visible()
    page.get_by_role("link", name="Notifications").first.click()
    expect(page.get_by_role("heading", name="Notifications")).to_be_visible()
    page.get_by_role("button", name="Nouvelle question").first.click()
    expect(page.get_by_label("Votre question")).to_be_visible()
    expect(about).to_have_count(0)

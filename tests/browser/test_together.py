"""Two people in one conversation at the same time, on the phone and on the desktop."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SIZES, Watched, ask, axe_violations, fits
from tests.browser.people import call, give_password, is_in, new_member

QUESTION = "Comment configurer Salesforce pour la prospection ?"


@pytest.fixture
def guest(page: Page, admin: Page) -> Page:
    """A new person of a client company who asked for a person."""
    company = call(admin, "GET", "/companies")["items"][0]["id"]
    give_password(page, new_member(admin, "Nadège Trémolat", role="guest", company_id=company))
    is_in(page)
    ask(page, QUESTION)
    page.get_by_role("button", name="Transmettre au support").last.click()
    page.get_by_label("Une précision").fill("C’est pour demain")
    page.get_by_role("button", name="Transmettre", exact=True).click()
    expect(page.get_by_text("Une personne vous répondra ici.")).to_be_visible()
    return page


@pytest.fixture
def staff(browser: Browser, server: str, size: str, admin: Page) -> Iterator[Page]:
    """A technician in a browser of their own, at the same size."""
    context = browser.new_context(viewport=SIZES[size], base_url=server, locale="fr-FR")
    context.set_default_timeout(15_000)
    opened = context.new_page()
    watched = Watched(opened, server)
    opened.goto(server)
    give_password(opened, new_member(admin, "Ambre Lestrel"))
    is_in(opened)
    yield opened
    context.close()
    assert watched.problems == []


def join(staff: Page, guest: Page) -> None:
    """Opens the guest's conversation on the staff's screen."""
    staff.goto(guest.url)
    expect(staff.get_by_role("button", name="Prendre en charge")).to_be_visible()


def test_a_request_is_taken_answered_and_closed_while_both_watch(guest: Page, staff: Page) -> None:
    join(staff, guest)
    staff.get_by_role("button", name="Résumé").click()
    summary = staff.get_by_role("dialog", name="Résumé pour la reprise")
    expect(summary.get_by_text("C’est pour demain")).to_be_visible()
    expect(summary.get_by_text(QUESTION)).to_be_visible()
    staff.keyboard.press("Escape")
    staff.get_by_role("button", name="Prendre en charge").click()
    expect(guest.get_by_text("s’occupe de votre demande.")).to_be_visible()

    field = staff.get_by_label("Votre message")
    field.press_sequentially("Bonjour")
    expect(guest.get_by_text("écrit…")).to_be_visible()
    field.press("Enter")
    said = guest.get_by_role("article").filter(has_text="Bonjour")
    expect(said.get_by_text("Équipe")).to_be_visible()
    expect(guest.get_by_text("écrit…")).to_have_count(0)
    expect(staff.get_by_text(re.compile("^Lu par "))).to_be_visible()

    guest.get_by_label("Votre message").fill("Merci")
    guest.keyboard.press("Enter")
    expect(staff.get_by_role("article").filter(has_text="Merci")).to_be_visible()
    staff.get_by_role("button", name="Suivi de la conversation").click()
    staff.get_by_role("menuitem", name="Terminer").click()
    expect(guest.get_by_text("a terminé votre demande.")).to_be_visible()
    assert axe_violations(guest) == []
    assert axe_violations(staff) == []
    assert fits(guest)
    assert fits(staff)


def test_a_note_is_never_on_the_guests_screen(guest: Page, staff: Page) -> None:
    join(staff, guest)
    staff.get_by_role("radiogroup", name="À qui écrivez-vous").get_by_text("Note interne").click()
    staff.get_by_role("textbox", name="Note interne").fill("Client difficile 4711")
    staff.keyboard.press("Enter")
    expect(staff.get_by_role("article").filter(has_text="4711")).to_be_visible()
    guest.reload()
    expect(guest.get_by_text("Une personne vous répondra ici.")).to_be_visible()
    assert "4711" not in guest.content()


def test_somebody_is_called_with_the_keyboard_alone(guest: Page, staff: Page) -> None:
    join(staff, guest)
    field = staff.get_by_label("Votre message")
    field.press_sequentially("Bonjour @")
    options = staff.get_by_role("listbox", name="Mentionner une personne").get_by_role("option")
    expect(options.first).to_have_attribute("aria-selected", "true")
    name = options.first.locator("span").nth(1).inner_text()
    field.press("Enter")
    expect(field).to_have_value(f"Bonjour @{name} ")
    field.press_sequentially("merci")
    field.press("Enter")
    expect(staff.locator("mark", has_text=f"@{name}")).to_be_visible()


def test_a_draft_outlives_a_change_of_pages(guest: Page) -> None:
    address = guest.url
    guest.get_by_label("Votre message").fill("Commencé et pas envoyé")
    guest.goto(address.split("/conversations")[0] + "/documents")
    guest.goto(address)
    expect(guest.get_by_label("Votre message")).to_have_value("Commencé et pas envoyé")


def test_requests_wait_in_their_list_until_taken(guest: Page, staff: Page) -> None:
    staff.goto("/requests")
    waiting = staff.get_by_role("button", name="Prendre en charge")
    expect(waiting.first).to_be_visible()
    assert axe_violations(staff) == []
    assert fits(staff)
    before = waiting.count()
    waiting.first.click()
    expect(waiting).to_have_count(before - 1)
    staff.get_by_text("Les vôtres").click()
    expect(staff.get_by_role("link", name=QUESTION).first).to_be_visible()


def test_a_link_opens_it_to_read_until_it_is_withdrawn(guest: Page, staff: Page) -> None:
    guest.get_by_role("button", name="Partager").click()
    dialog = guest.get_by_role("dialog", name="Partager la conversation")
    dialog.get_by_role("button", name="Créer un lien").click()
    address = dialog.get_by_label("Copiez ce lien").input_value()
    assert axe_violations(guest) == []
    staff.goto("/shared/" + address.rpartition("/")[2])
    expect(staff.get_by_role("heading", name=re.compile("Salesforce")).first).to_be_visible()
    assert staff.get_by_role("textbox").count() == 0, "it is there to be read"
    dialog.get_by_role("button", name="Retirer", exact=True).click()
    expect(dialog.get_by_text("Aucun lien ouvert.")).to_be_visible()
    staff.reload()
    expect(staff.get_by_text("Ce lien n’ouvre rien pour vous")).to_be_visible()


def test_markup_that_somebody_writes_is_text(guest: Page, staff: Page) -> None:
    join(staff, guest)
    bad = (
        '<img src=x onerror="document.title=1"><script>document.title=2</script> [a](javascript:1)'
    )
    guest.get_by_label("Votre message").fill(bad)
    guest.keyboard.press("Enter")
    expect(staff.get_by_text(bad)).to_be_visible()
    assert staff.title() not in ("1", "2")
    assert staff.locator("article img").count() == 0

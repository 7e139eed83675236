"""Asking in other words, answering anew, and going through what there is, on phone and desktop."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ADMIN, GUEST, ask, axe_violations, fits, sign_in

FIRST = "Comment réinitialiser mon mot de passe ?"
OTHER = "Comment ajouter une imprimante ?"
NEXT = "Quels sont les horaires du support ?"


def questions(page: Page) -> list[str]:
    """The questions on the screen, in their order, without what is only read aloud."""
    heads = page.locator("main h2").filter(has_text="?").all_inner_texts()
    plain = [text.replace("\xa0", " ").replace("\u202f", " ") for text in heads]
    return [text.removeprefix("Votre question :").strip() for text in plain]


def reword(page: Page, text: str) -> None:
    """Asks the first question on the screen in other words."""
    page.get_by_role("button", name="Reformuler cette question").first.click()
    field = page.get_by_label("Votre question, autrement")
    expect(field).to_be_focused()
    field.fill(text)
    page.get_by_role("button", name="Poser", exact=True).click()
    expect(page.get_by_role("heading", name=re.compile(re.escape(text)))).to_be_visible()
    expect(page.get_by_text("2 / 2")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_question_is_reworded_and_the_first_stays_beside_it(page: Page, theme: str) -> None:
    page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    sign_in(page, GUEST)
    ask(page, FIRST)
    ask(page, NEXT)
    reword(page, OTHER)
    assert questions(page) == [OTHER]
    page.get_by_role("button", name="Version précédente").click()
    expect(page.get_by_text("1 / 2")).to_be_visible()
    assert questions(page) == [FIRST, NEXT]
    expect(page.get_by_role("button", name="Version précédente")).to_be_disabled()
    assert axe_violations(page) == []
    assert fits(page)
    # What is asked next goes on from what is on the screen, also after a reload.
    ask(page, OTHER)
    assert questions(page) == [FIRST, NEXT, OTHER]
    page.reload()
    expect(page.get_by_text("2 / 2")).to_be_visible()
    page.get_by_role("button", name="Version précédente").click()
    expect(page.get_by_role("heading", name=re.compile(re.escape(NEXT)))).to_be_visible()
    assert questions(page) == [FIRST, NEXT, OTHER]


def test_an_answer_is_given_anew_and_both_are_compared(page: Page) -> None:
    sign_in(page, GUEST)
    ask(page, FIRST)
    page.get_by_role("button", name="Répondre autrement").click()
    menu = page.get_by_role("menu")
    expect(menu.get_by_role("menuitem", name="Plus court")).to_be_visible()
    expect(menu.get_by_text("Avec un autre modèle")).to_have_count(0)
    menu.get_by_role("menuitem", name="Plus détaillé").click()
    expect(page.get_by_text("2 / 2")).to_be_visible()
    page.get_by_role("button", name="Côte à côte").click()
    dialog = page.get_by_role("dialog", name="Comparer deux réponses")
    one, two = (dialog.get_by_role("region", name=f"Réponse {place}") for place in (1, 2))
    expect(one.get_by_role("article")).to_be_visible()
    expect(two.get_by_role("article")).to_be_visible()
    assert axe_violations(page) == []
    assert fits(page)
    one.get_by_role("button", name="Afficher celle-ci dans la conversation").click()
    expect(dialog).to_be_hidden()
    expect(page.get_by_text("1 / 2")).to_be_visible()


def test_by_keyboard_alone_and_without_asking_by_mistake(page: Page) -> None:
    sign_in(page, ADMIN)
    ask(page, FIRST)
    page.get_by_role("button", name="Reformuler cette question").focus()
    page.keyboard.press("Enter")
    field = page.get_by_label("Votre question, autrement")
    expect(field).to_be_focused()
    expect(field).to_have_value(FIRST)
    field.fill("   ")
    expect(page.get_by_role("button", name="Poser", exact=True)).to_be_disabled()
    page.keyboard.press("Escape")
    expect(field).to_be_hidden()
    assert questions(page) == [FIRST]
    expect(page.get_by_role("group", name=re.compile("^Versions"))).to_have_count(0)


def test_a_link_to_a_message_leads_along_its_branch(page: Page) -> None:
    sign_in(page, GUEST)
    ask(page, FIRST)
    page.reload()
    place = page.locator("[id^='message-']").first.get_attribute("id")
    address = page.url.split("#")[0]
    reword(page, OTHER)
    page.goto("about:blank")
    page.goto(f"{address}#{place}")
    expect(page.get_by_text("1 / 2")).to_be_visible()
    assert questions(page) == [FIRST]

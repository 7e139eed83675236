"""The screen of what was learned of a person, on phone and desktop."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SIZES, ask, axe_violations, fits
from tests.browser.people import call, give_password, is_in, new_member


@pytest.fixture
def guest(page: Page, admin: Page) -> Page:
    """A new person of the workspace, signed in."""
    give_password(page, new_member(admin, "Solène Karvadec"))
    is_in(page)
    return page


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_is_learned_yet_and_learning_is_switched_off(
    guest: Page, server: str, theme: str
) -> None:
    guest.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    guest.goto(f"{server}/settings/habits")
    expect(guest.get_by_role("heading", name="Ce que NETZ AI a appris")).to_be_visible()
    expect(guest.get_by_text("Rien n’a été appris pour l’instant")).to_be_visible()
    switch = guest.get_by_role("switch", name="NETZ AI peut apprendre")
    expect(switch).to_be_checked()
    assert axe_violations(guest) == []
    assert fits(guest)
    with guest.expect_response(re.compile("/habits/learning")):
        switch.click()
    guest.reload()
    expect(switch).not_to_be_checked()


def test_what_was_learned_is_offered_explained_corrected_and_erased(
    browser: Browser, server: str, admin: Page
) -> None:
    """One size alone: the job looks once a minute."""
    context = browser.new_context(viewport=SIZES["phone"], locale="fr-FR", has_touch=True)
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.goto(server)
    give_password(page, new_member(admin, "Solène Karvadec"))
    is_in(page)
    ask(page, "Comment réinitialiser mon mot de passe ?")
    for _ in range(150):
        if any(one["kind"] == "document" for one in call(page, "GET", "/habits")["items"]):
            break
        page.wait_for_timeout(1000)
    page.goto(server)
    often = page.get_by_role("region", name="Vous vous en servez souvent")
    offered = often.get_by_role("button").first
    expect(offered).to_contain_text("il vous a répondu 1 fois")
    assert axe_violations(page) == []
    assert fits(page)
    offered.click()
    expect(page.get_by_role("status").filter(has_text="À propos de")).to_be_visible()
    page.goto(f"{server}/settings/habits")
    expect(page.get_by_role("heading", name="Documents")).to_be_visible()
    assert axe_violations(page) == []
    assert fits(page)
    call(page, "DELETE", "/habits")
    page.goto(server)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.wait_for_timeout(500)
    expect(often).to_have_count(0)
    context.close()

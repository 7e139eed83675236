"""The screen of what was learned of a person, on phone and desktop."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import axe_violations, fits
from tests.browser.people import give_password, is_in, new_member


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

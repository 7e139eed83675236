"""A workspace in its own looks: at the door, in the frame, in both themes, without a flash."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SIZES, Watched, axe_violations, fits, sign_in

FILL = "rgb(122, 46, 31)"  # the demo's main colour
THEMES = ("light", "dark")
# Every colour that the form's button has had since it was first painted.
WATCH = """
  window.colours = new Set()
  const look = () => {
    const button = document.querySelector('main button[type=submit]')
    if (button) window.colours.add(getComputedStyle(button).backgroundColor)
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
"""


def door(page: Page, server: str) -> None:
    page.goto(f"{server}/sign-in?workspace=korvelin")
    expect(page.get_by_role("heading", name="L’assistance Korvelin")).to_be_visible()


@pytest.mark.parametrize("theme", THEMES)
def test_the_door_and_the_frame_wear_the_workspace_s_looks(
    browser: Browser, server: str, size: str, theme: str
) -> None:
    context = browser.new_context(viewport=SIZES[size], locale="fr-FR", color_scheme=theme)
    page = context.new_page()
    watched = Watched(page, server)
    door(page, server)
    logo = page.get_by_role("img", name="Korvelin Infogérance")
    expect(logo).to_be_visible()
    expect(page.get_by_text("Posez vos questions à toute heure")).to_be_visible()
    assert page.title().endswith("Korvelin Infogérance")
    found = {"door": axe_violations(page)}
    assert fits(page)
    sign_in(page)
    assert page.title().endswith("Korvelin Infogérance")
    icon = page.locator('link[rel="icon"]').get_attribute("href")
    assert icon is not None
    assert "/branding/korvelin/logo" in icon
    for path in ("/", "/admin", "/settings/configuration", "/settings/branding"):
        page.goto(server + path)
        page.get_by_role("heading", level=1).first.wait_for()
        page.wait_for_timeout(600)
        found[path] = axe_violations(page)
        assert fits(page), path
    context.close()
    assert {path: bad for path, bad in found.items() if bad} == {}
    assert watched.problems == []


def test_no_other_colour_flashes_while_the_door_opens(page: Page, server: str) -> None:
    page.add_init_script(WATCH)
    door(page, server)
    page.wait_for_timeout(800)
    assert page.evaluate("[...window.colours]") == [FILL]


def test_settings_are_found_by_words_of_either_language(page: Page, server: str) -> None:
    sign_in(page)
    page.goto(f"{server}/settings/configuration")
    search = page.get_by_role("textbox", name="Chercher un réglage")
    search.fill("duree SESSIONS")
    row = page.get_by_role("listitem").filter(has_text="Durée des sessions")
    expect(row).to_contain_text("720 heures")
    search.fill("web address")
    row = page.get_by_role("listitem").filter(has_text="Adresse web souhaitée")
    expect(row).to_contain_text("Changé par Claire Quéméneur")
    search.fill("rien de tel")
    page.get_by_role("button", name="Afficher tous les réglages").click()
    expect(page.get_by_role("heading", name="Durée de vie des clés d’API")).to_be_visible()

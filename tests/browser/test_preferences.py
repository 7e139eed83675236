"""Preferences: chosen in one browser, worn in another, at hand in a new one, whole at 200 %."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import SIZES, Watched, axe_violations, fits
from tests.browser.people import call, give_password, is_in, new_member, new_visitor

PROFILE = "/settings/profile"
# Everything in the page that stands outside of it sideways, but for what scrolls by itself.
CUT = """() => [...document.querySelectorAll('main *')].filter((one) => {
  const place = one.getBoundingClientRect()
  const scrolls = (up) =>
    up && (getComputedStyle(up).overflowX === 'auto' || scrolls(up.parentElement))
  return place.width > 2 && (place.right > innerWidth + 1 || place.left < -1) && !scrolls(one)
}).map((one) => one.outerHTML.slice(0, 120))"""
# What the text's size and the colours have been since something was first painted.
WATCH = """
  window.worn = new Set()
  const look = () => {
    const root = document.documentElement
    if (document.querySelector('main')) {
      const { fontSize } = getComputedStyle(root)
      window.worn.add([fontSize, root.dataset.density, root.dataset.mantineColorScheme].join(' '))
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
"""


def root_size(page: Page, size: str) -> None:
    expect(page.locator("html")).to_have_css("font-size", size)


def pick(page: Page, group: str, name: str) -> None:
    page.get_by_role("radiogroup", name=group).get_by_text(name, exact=True).click()


@pytest.fixture
def person(admin: Page) -> str:
    """The address of somebody who has chosen nothing yet."""
    return new_member(admin)


@pytest.fixture
def contexts(browser: Browser) -> Iterator[list[BrowserContext]]:
    """Two browsers of a French speaker, which know nothing of each other."""
    made = [browser.new_context(viewport=SIZES["desktop"], locale="fr-FR") for _ in range(2)]
    yield made
    for one in made:
        one.close()


def enter(context: BrowserContext, server: str, person: str, path: str = PROFILE) -> Page:
    page = new_visitor(context, server)
    give_password(page, person)
    is_in(page)
    page.goto(server + path)
    page.get_by_role("heading", level=1).first.wait_for()
    return page


def test_what_is_chosen_in_one_browser_is_seen_in_the_other(
    contexts: list[BrowserContext], server: str, person: str
) -> None:
    here = enter(contexts[0], server, person)
    there = enter(contexts[1], server, person, "/documents")
    watched = Watched(there, server)
    pick(here, "Taille du texte", "150 %")
    root_size(here, "24px")
    expect(here.get_by_role("status").get_by_text("Enregistré.")).to_be_visible()
    root_size(there, "24px")
    pick(here, "Apparence", "Sombre")
    expect(there.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    pick(here, "Densité", "Compacte")
    expect(there.locator("html")).to_have_attribute("data-density", "compact")
    pick(here, "Langue", "English")
    expect(there.locator("html")).to_have_attribute("lang", "en")
    assert watched.problems == []


def test_a_new_browser_knows_them_from_the_first_page_on(
    contexts: list[BrowserContext], server: str, person: str
) -> None:
    first = enter(contexts[0], server, person)
    chosen = {"text_size": 125, "density": "compact", "theme": "dark", "start_page": "documents"}
    call(first, "PATCH", "/me/preferences", chosen)
    page = new_visitor(contexts[1], server)
    give_password(page, person)
    expect(page).to_have_url(server + "/documents")
    root_size(page, "20px")
    expect(page.locator("html")).to_have_attribute("data-density", "compact")
    # The page that starts nowhere in particular is open to who asks for it.
    page.get_by_role("button", name="Nouvelle question").first.click()
    is_in(page)
    # The next visit is painted in them from the first frame on.
    page.add_init_script(WATCH)
    page.goto(server + PROFILE)
    page.get_by_role("radiogroup", name="Densité").wait_for()
    assert page.evaluate("[...window.worn]") == ["20px compact dark"]


def test_a_choice_that_is_not_saved_stays_and_is_tried_again(
    contexts: list[BrowserContext], server: str, person: str
) -> None:
    page = enter(contexts[0], server, person)
    contexts[0].route("**/api/v2/me/preferences", lambda route: route.abort())
    pick(page, "Taille du texte", "200 %")
    notice = page.get_by_role("alert")
    expect(notice).to_contain_text("reste appliqué sur cet appareil")
    root_size(page, "32px")
    contexts[0].unroute("**/api/v2/me/preferences")
    notice.get_by_role("button", name="Réessayer").click()
    expect(page.get_by_role("status").get_by_text("Enregistré.")).to_be_visible()
    expect(notice).to_be_hidden()
    page.reload()
    root_size(page, "32px")


def test_a_roles_default_reaches_who_has_not_chosen(
    contexts: list[BrowserContext], server: str, admin: Page
) -> None:
    company = call(admin, "GET", "/companies")["items"][0]["id"]
    guest = new_member(admin, role="guest", company_id=company)
    page = enter(contexts[0], server, guest)
    admin.goto(server + "/settings/preferences")
    size = admin.get_by_label("Taille du texte")
    try:
        size.select_option(label="125 %")
        expect(admin.get_by_role("status").get_by_text("Enregistré.")).to_be_visible()
        root_size(page, "20px")
        pick(page, "Taille du texte", "100 %")
        root_size(page, "16px")
    finally:
        call(admin, "PATCH", "/preference-defaults/guest", {"text_size": None})
    assert axe_violations(admin) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_at_200_percent_is_whole_and_accessible_on_a_narrow_screen(
    browser: Browser, server: str, person: str, theme: str
) -> None:
    context = browser.new_context(
        viewport=SIZES["phone"], locale="fr-FR", color_scheme=theme, has_touch=True
    )
    page = enter(context, server, person)
    pick(page, "Taille du texte", "200 %")
    root_size(page, "32px")
    found = {}
    for path in (PROFILE, "/", "/documents", "/conversations"):
        page.goto(server + path)
        page.get_by_role("heading", level=1).first.wait_for()
        page.wait_for_timeout(600)
        found[path] = axe_violations(page)
        assert fits(page), path
        assert page.evaluate(CUT) == [], path
    page.get_by_role("button", name="Ouvrir le menu").click()
    page.get_by_role("navigation", name="Navigation").wait_for()
    found["menu"] = axe_violations(page)
    context.close()
    assert {path: bad for path, bad in found.items() if bad} == {}

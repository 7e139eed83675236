"""The layout: home with its widgets, the sidebar and the columns, arranged by keys or pointer."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import SIZES, Watched, axe_violations, fits
from tests.browser.people import call, give_password, is_in, new_member, new_visitor

HOME = "/home"
LAYOUT = "/settings/layout"


@pytest.fixture
def contexts(browser: Browser, size: str) -> Iterator[list[BrowserContext]]:
    """Two browsers of a French speaker, which know nothing of each other."""
    made = [
        browser.new_context(viewport=SIZES[size], locale="fr-FR", has_touch=size == "phone")
        for _ in range(2)
    ]
    yield made
    for one in made:
        one.close()


@pytest.fixture
def person(admin: Page) -> str:
    """The address of a technician who has arranged nothing yet."""
    return new_member(admin)


def enter(context: BrowserContext, server: str, person: str, path: str = HOME) -> Page:
    page = new_visitor(context, server)
    give_password(page, person)
    is_in(page)
    page.goto(server + path)
    page.get_by_role("heading", level=1).first.wait_for()
    return page


def a_guest(admin: Page) -> str:
    company = call(admin, "GET", "/companies")["items"][0]["id"]
    return new_member(admin, role="guest", company_id=company)


def widgets(page: Page) -> list[str]:
    page.get_by_role("list", name="Widgets de l’accueil").wait_for(state="attached")
    return page.locator("[data-widget] h2").all_inner_texts()


def press(page: Page, name: str) -> None:
    """By the keyboard alone."""
    button = page.get_by_role("button", name=name)
    button.focus()
    button.press("Enter")


def saved(page: Page, **wanted: list[str]) -> None:
    """Waits until the server has it."""
    held: dict[str, object] = {}
    for _ in range(50):
        held = call(page, "GET", "/me")["preferences"]
        if all(held[name] == names for name, names in wanted.items()):
            return
        page.wait_for_timeout(100)
    raise AssertionError(held)


def test_home_is_arranged_with_the_keyboard_and_another_browser_sees_it(
    contexts: list[BrowserContext], server: str, person: str
) -> None:
    page = enter(contexts[0], server, person)
    watched = Watched(page, server)
    first = widgets(page)
    assert first[:2] == ["Poser une question", "Demandes en attente"]
    press(page, "Personnaliser")
    press(page, "Reculer : Poser une question")
    expect(page.get_by_role("status").filter(has_text="place 2 sur")).to_be_attached()
    # The focus stays with the widget that moved.
    expect(page.get_by_role("button", name="Reculer : Poser une question")).to_be_focused()
    press(page, "Retirer : Notifications non lues")
    expect(page.get_by_role("button", name="Ajouter : Notifications non lues")).to_be_focused()
    expected = [name for name in first if name != "Notifications non lues"]
    expected[:2] = expected[1::-1]
    expect(page.locator("[data-widget] h2")).to_have_text(expected)
    there = enter(contexts[1], server, person)
    expect(there.locator("[data-widget] h2")).to_have_text(expected)
    press(page, "Ajouter : Notifications non lues")
    expect(there.locator("[data-widget] h2")).to_have_text([*expected, "Notifications non lues"])
    for _ in range(3):
        press(page, "Annuler le dernier changement")
    expect(page.locator("[data-widget] h2")).to_have_text(first)
    press(page, "Terminer")
    page.reload()
    assert widgets(page) == first
    assert watched.problems == []


def test_a_widget_is_dragged_onto_another(browser: Browser, server: str, person: str) -> None:
    context = browser.new_context(viewport=SIZES["desktop"], locale="fr-FR")
    page = enter(context, server, person)
    first = widgets(page)
    press(page, "Personnaliser")
    page.get_by_title(re.compile("Déplacer.*Poser une question")).hover()
    page.mouse.down()
    page.locator("[data-widget=notices] h2").hover()
    expect(page.locator("[data-widget=notices]")).to_have_attribute("data-over", "true")
    page.mouse.up()
    expected = [*first[1:3], first[0], *first[3:]]
    expect(page.locator("[data-widget] h2")).to_have_text(expected)
    press(page, "Toute la largeur : Demandes en attente")
    saved(page, wide_widgets=["ask", "requests"])
    press(page, "Revenir au réglage du rôle")
    expect(page.locator("[data-widget] h2")).to_have_text(first)
    context.close()


def test_a_question_asked_at_home_is_answered_by_the_assistant(
    contexts: list[BrowserContext], server: str, person: str
) -> None:
    page = enter(contexts[0], server, person)
    page.get_by_label("Votre question").fill("Quels sont les horaires du support ?")
    page.get_by_label("Votre question").press("Enter")
    page.wait_for_url("**/conversations/*")
    page.goto(server + HOME)
    recent = page.get_by_role("region", name="Conversations récentes")
    expect(recent.get_by_role("link", name="horaires du support")).to_be_visible()


def test_everybody_has_the_widgets_of_their_role_and_opens_there_by_choice(
    contexts: list[BrowserContext], server: str, admin: Page
) -> None:
    guest = enter(contexts[0], server, a_guest(admin))
    shown = widgets(guest)
    assert "Poser une question" in shown
    assert not {"Demandes en attente", "Aujourd’hui", "État des connaissances"} & set(shown)
    # What was arranged for a right that one doesn't have shows nothing.
    call(guest, "PATCH", "/me/preferences", {"widgets": ["today", "ask"], "start_page": "home"})
    guest.goto(server)
    expect(guest).to_have_url(server + HOME)
    assert widgets(guest) == ["Poser une question"]
    admin.goto(server + HOME)
    assert {"Aujourd’hui", "État des connaissances"} <= set(widgets(admin))
    today = admin.get_by_role("region", name="Aujourd’hui")
    expect(today.get_by_text("Actions faites")).to_be_visible()


def test_the_default_of_a_role_is_set_with_a_preview_and_met_by_a_new_member(
    contexts: list[BrowserContext], server: str, admin: Page
) -> None:
    admin.goto(server + "/settings/preferences")
    preview = admin.get_by_role("figure", name="Barre latérale et accueil")
    try:
        expect(preview.get_by_text("Vue d’ensemble")).to_have_count(0)
        entries = admin.get_by_role("list", name="Barre latérale").last
        entries.get_by_role("checkbox", name="Documents", exact=True).click()
        expect(preview.get_by_text("Documents", exact=True)).to_have_count(0)
        editor = admin.get_by_role("list", name="Widgets de l’accueil").last
        editor.get_by_role("button", name="Descendre : Poser une question").press("Enter")
        said = admin.get_by_role("status").filter(has_text="Poser une question : place 2")
        expect(said).to_be_attached()
        assert axe_violations(admin) == []
        guest = enter(contexts[0], server, a_guest(admin))
        assert widgets(guest)[1] == "Poser une question"
        held = call(guest, "GET", "/me")["preferences"]
        assert ("documents" in held["sidebar"], held["chosen"]) == (False, [])
    finally:
        call(admin, "PATCH", "/preference-defaults/guest", {"widgets": None, "sidebar": None})


def test_the_sidebar_is_arranged_and_what_is_hidden_is_still_found(
    contexts: list[BrowserContext], server: str, person: str, size: str
) -> None:
    page = enter(contexts[0], server, person, LAYOUT)
    there = enter(contexts[1], server, person, LAYOUT)
    entries = page.get_by_role("list", name="Barre latérale")
    entries.get_by_role("checkbox", name="Documents", exact=True).focus()
    page.keyboard.press("Space")
    up = entries.get_by_role("button", name="Monter : Membres")
    up.focus()
    for _ in range(8):
        if up.get_attribute("aria-disabled") == "true":
            break
        page.keyboard.press("Enter")
        page.wait_for_timeout(200)  # as fast as a person presses
    expect(up).to_be_focused()
    expect(up).to_have_attribute("aria-disabled", "true")
    if size == "phone":
        there.get_by_role("button", name="Ouvrir le menu").click()
    navigation = there.get_by_role("navigation", name="Navigation")
    expect(navigation.get_by_role("link", name="Documents", exact=True)).to_have_count(0)
    links = ["Membres", "Accueil", "Notifications", "Demandes", "Réglages"]
    for place, name in enumerate(links):
        expect(navigation.locator("a").nth(place)).to_contain_text(name)
    page.keyboard.press("Control+k")
    page.get_by_role("dialog", name="Rechercher").get_by_role("searchbox").or_(
        page.get_by_placeholder("Aller")
    ).first.fill("Documents")
    page.get_by_role("button", name="Documents", exact=True).first.click()
    expect(page).to_have_url(server + "/documents")


def test_a_folded_sidebar_is_folded_on_every_device(
    browser: Browser, server: str, person: str
) -> None:
    context = browser.new_context(viewport=SIZES["desktop"], locale="fr-FR")
    page = enter(context, server, person)
    page.get_by_role("button", name="Replier la barre latérale").click()
    expect(page.get_by_role("navigation", name="Navigation")).to_have_count(0)
    other = browser.new_context(viewport=SIZES["desktop"], locale="fr-FR")
    there = new_visitor(other, server)
    give_password(there, person)
    expect(there.get_by_role("button", name="Afficher la barre latérale")).to_be_visible()
    context.close()
    other.close()


def test_columns_are_hidden_moved_and_brought_back(
    contexts: list[BrowserContext], server: str, person: str, size: str
) -> None:
    page = enter(contexts[0], server, person, "/members")
    rows = page.get_by_role("table" if size == "desktop" else "list", name="Membres").first
    expect(rows).to_contain_text("Entreprise")
    press(page, "Colonnes")
    menu = page.get_by_role("dialog", name="Colonnes")
    menu.get_by_role("checkbox", name="Entreprise").focus()
    page.keyboard.press("Space")
    expect(rows).not_to_contain_text("Entreprise")
    down = menu.get_by_role("button", name="Descendre : Rôle")
    down.focus()
    page.keyboard.press("Enter")
    expect(down).to_be_focused()
    saved(page, columns_members=["seen", "role", "factor"])
    assert axe_violations(page) == []
    there = enter(contexts[1], server, person, "/members")
    if size == "desktop":
        expect(there.get_by_role("columnheader")).to_contain_text(
            ["Personne", "Dernière visite", "Rôle"]
        )
    menu.get_by_role("button", name="Revenir au réglage du rôle").click()
    expect(rows).to_contain_text("Entreprise")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_home_and_the_settings_of_the_layout_are_accessible_and_fit(
    browser: Browser, server: str, person: str, size: str, theme: str
) -> None:
    context = browser.new_context(
        viewport=SIZES[size], locale="fr-FR", color_scheme=theme, has_touch=size == "phone"
    )
    page = enter(context, server, person)
    found = {}
    for path in (HOME, LAYOUT):
        page.goto(server + path)
        page.get_by_role("heading", level=2).first.wait_for()
        page.wait_for_timeout(600)
        found[path] = axe_violations(page)
        assert fits(page), path
    page.goto(server + HOME)
    press(page, "Personnaliser")
    found["arranging"] = axe_violations(page)
    assert fits(page)
    small = page.locator("main button:visible").evaluate_all(
        "all => all.filter((one) => one.getBoundingClientRect().height < 43).length"
    )
    assert size == "desktop" or small == 0
    context.close()
    assert {path: bad for path, bad in found.items() if bad} == {}


def test_a_widget_that_cannot_be_read_says_so_and_is_tried_again(
    contexts: list[BrowserContext], server: str, person: str
) -> None:
    contexts[0].route("**/api/v2/notices?*", lambda route: route.abort())
    page = enter(contexts[0], server, person)
    notices = page.get_by_role("region", name="Notifications non lues")
    retry = notices.get_by_role("button", name="Réessayer")
    expect(retry).to_be_visible(timeout=20_000)
    contexts[0].unroute("**/api/v2/notices?*")
    retry.click()
    expect(notices.get_by_text("Tout est lu.")).to_be_visible()

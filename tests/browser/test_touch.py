"""What a finger does on a phone; each of it can be done from a menu or by a reload as well."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import ask
from tests.browser.people import give_password, is_in

QUESTION = "Comment réinitialiser mon mot de passe ?"


@pytest.fixture
def phone(page: Page, member: str, size: str) -> Page:
    """A new member's phone, with one conversation."""
    if size != "phone":
        pytest.skip("a desktop has no finger")
    give_password(page, member)
    is_in(page)
    ask(page, QUESTION)
    return page


def drag(page: Page, start: tuple[float, float], by: tuple[float, float]) -> None:
    """Moves one finger in small steps, as the browser gets it from a touch screen."""
    session = page.context.new_cdp_session(page)

    def send(kind: str, *points: tuple[float, float]) -> None:
        touched = [{"x": x, "y": y} for x, y in points]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touched})

    send("touchStart", start)
    for step in range(1, 11):
        send("touchMove", (start[0] + by[0] * step / 10, start[1] + by[1] * step / 10))
    send("touchEnd")


def middle(element: Locator) -> tuple[float, float]:
    """Where the element's middle is."""
    box = element.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_swipe_pins_and_the_other_way_archives(phone: Page) -> None:
    page = phone
    page.get_by_role("button", name="Ouvrir le menu").click()
    row = page.get_by_role("navigation").get_by_role("link", name=QUESTION)
    expect(row).to_be_visible()
    drag(page, middle(row), (30, 0))
    drag(page, middle(row), (0, 120))
    expect(page.get_by_role("heading", name="Épinglées")).to_have_count(0)
    drag(page, middle(row), (120, 4))
    expect(page.get_by_role("heading", name="Épinglées")).to_be_visible()
    drag(page, middle(row), (-120, 4))
    expect(page.get_by_text("Conversation archivée.")).to_be_visible()
    expect(row).to_be_hidden()
    page.get_by_role("button", name="Annuler", exact=True).click()
    expect(row).to_be_visible()


def test_pulled_down_the_screen_is_read_again(phone: Page) -> None:
    page = phone
    page.goto(page.url.split("/conversations")[0] + "/inbox")
    heading = page.get_by_role("heading", name="Notifications")
    expect(heading).to_be_visible()
    # What listens to fingers comes after the first screen, or with the first press.
    heading.click()
    page.locator("[data-pull]").wait_for(state="attached")
    x, y = middle(heading)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    drag(page, (x, y), (0, 40))
    page.wait_for_timeout(300)
    assert [url for url in asked if "/notices?" in url] == []
    with page.expect_request("**/api/v2/notices?*"):
        drag(page, (x, y), (0, 200))

"""Being told what concerns one: inbox, choices, and a device that rings, on phone and desktop."""

import json
import re
import secrets
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.conftest import SIZES, Watched, ask, axe_violations, fits
from tests.browser.people import give_password, is_in, new_member

QUESTION = "Comment configurer Salesforce pour la prospection ?"
SHELL_IS_KEPT = """async () => {
  await navigator.serviceWorker.ready
  while (!navigator.serviceWorker.controller) await new Promise((go) => setTimeout(go, 50))
}"""
# No push service is within reach of a test: the browser's own part is played, ours is real.
SUBSCRIBES = """(endpoint) => {
  let held = null
  const make = (options) => ({
    endpoint,
    options: { applicationServerKey: Uint8Array.fromBase64
      ? Uint8Array.fromBase64(options.applicationServerKey, { alphabet: 'base64url' }).buffer
      : null },
    toJSON: () => ({ endpoint, keys: {
      p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcx'
        + 'aOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      auth: 'BTBZMqHH6r4Tts7J_aSIgg',
    } }),
    unsubscribe: async () => { held = null; return true },
  })
  PushManager.prototype.getSubscription = async () => held
  PushManager.prototype.subscribe = async (options) => (held = make(options))
}"""


@pytest.fixture
def guest(page: Page, admin: Page) -> Page:
    """A new person of the workspace, signed in."""
    give_password(page, new_member(admin, "Nadège Trémolat"))
    is_in(page)
    return page


@pytest.fixture
def colleague(browser: Browser, server: str, size: str, admin: Page) -> Iterator[Page]:
    """A new technician in a browser of their own, at the same size."""
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


def bell(page: Page, size: str) -> Locator:
    """The way to the inbox, where a phone and a desktop have it."""
    bar = "Barre du haut" if size == "phone" else "Navigation"
    found: Locator = page.get_by_role("navigation", name=bar, exact=True).get_by_role(
        "link", name="Notifications"
    )
    return found


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_wish_reaches_the_staff_s_inbox_at_once(
    guest: Page, colleague: Page, size: str, theme: str
) -> None:
    colleague.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    ask(guest, QUESTION)
    guest.get_by_role("button", name="Transmettre au support").last.click()
    guest.get_by_role("button", name="Transmettre", exact=True).click()
    way = bell(colleague, size)
    expect(way.get_by_title(re.compile("non lue"))).to_be_visible(timeout=20_000)
    way.click()
    expect(colleague.get_by_role("heading", name="Notifications")).to_be_visible()
    row = colleague.get_by_role("link", name=re.compile("Nadège Trémolat demande l’aide")).first
    expect(row).to_contain_text("Non lue")
    assert axe_violations(colleague) == []
    assert fits(colleague)
    row.click()
    expect(colleague.get_by_role("button", name="Prendre en charge")).to_be_visible()
    colleague.go_back()
    # Other tests' requests may stand there too: this one has been read.
    first = colleague.get_by_role("listitem").filter(has_text="Nadège Trémolat").first
    expect(first).not_to_contain_text("Non lue")


def test_choices_are_kept(guest: Page, server: str) -> None:
    page = guest
    page.goto(f"{server}/settings/notifications")
    page.get_by_label(re.compile("Quelqu’un vous écrit : Fait sonner")).uncheck()
    page.get_by_role("switch", name="Observer des heures calmes").check()
    page.get_by_label("De", exact=True).fill("22:15")
    expect(page.get_by_text("Enregistré.")).to_be_visible()
    assert axe_violations(page) == []
    assert fits(page)
    page.reload()
    expect(page.get_by_label("De", exact=True)).to_have_value("22:15")
    expect(page.get_by_label(re.compile("Quelqu’un vous écrit : Fait sonner"))).not_to_be_checked()


def test_a_device_is_switched_on_and_off(guest: Page, context: BrowserContext, server: str) -> None:
    page = guest
    context.grant_permissions(["notifications"], origin=server)
    endpoint = f"https://push.example.net/{secrets.token_hex(8)}"
    page.add_init_script(f"({SUBSCRIBES})({json.dumps(endpoint)})")
    page.goto(f"{server}/settings/notifications")
    page.evaluate(SHELL_IS_KEPT)
    page.get_by_role("button", name="Activer sur cet appareil").click()
    expect(page.get_by_text("cet appareil", exact=True)).to_be_visible()
    expect(page.get_by_text("N’a pas encore sonné")).to_be_visible()
    expect(page.get_by_role("button", name="Activer sur cet appareil")).to_have_count(0)
    assert axe_violations(page) == []
    assert fits(page)
    page.get_by_role("button", name=re.compile("^Retirer ")).click()
    expect(page.get_by_role("button", name="Activer sur cet appareil")).to_be_visible()


def test_a_push_message_rings_and_leads_where_it_says(
    guest: Page, context: BrowserContext, server: str
) -> None:
    page = guest
    context.grant_permissions(["notifications"], origin=server)
    page.evaluate(SHELL_IS_KEPT)
    told = {"title": "Yanis vous a écrit", "body": "Écran noir", "path": "/inbox", "tag": "7"}
    browser = context.new_cdp_session(page)
    registrations: list[str] = []
    browser.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda event: registrations.extend(one["registrationId"] for one in event["registrations"]),
    )
    browser.send("ServiceWorker.enable")
    page.wait_for_timeout(500)
    browser.send(
        "ServiceWorker.deliverPushMessage",
        {"origin": server, "registrationId": registrations[0], "data": json.dumps(told)},
    )
    shown = page.wait_for_function(
        """async () => {
          const [one] = await (await navigator.serviceWorker.ready).getNotifications()
          return one && { title: one.title, body: one.body, path: one.data.path }
        }"""
    ).json_value()
    assert shown == {"title": "Yanis vous a écrit", "body": "Écran noir", "path": "/inbox"}
    # A press on it, as the worker tells an open page of it.
    page.evaluate(
        """(path) => navigator.serviceWorker.dispatchEvent(
          new MessageEvent('message', { data: { kind: 'open', path } }))""",
        "/inbox",
    )
    expect(page.get_by_role("heading", name="Notifications")).to_be_visible()

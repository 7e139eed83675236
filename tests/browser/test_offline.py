"""The product without the net: opened, read, searched and asked, on phone and desktop."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, CDPSession, Locator, Page, Route, expect

from tests.browser.conftest import ADMIN, GUEST, ask, axe_violations, fits, sign_in
from tests.browser.upgrade import Upgrade, in_front_of

QUESTION = "Comment réinitialiser mon mot de passe ?"
SHELL_IS_KEPT = """async () => {
  await navigator.serviceWorker.ready
  while (!navigator.serviceWorker.controller) await new Promise((go) => setTimeout(go, 50))
}"""
# Each store's rows, as they lie in the browser.
ROWS = """(store) => new Promise((resolve) => {
  const request = indexedDB.open('netz-offline')
  request.onsuccess = () => {
    const rows = request.result.transaction(store).objectStore(store).getAll()
    rows.onsuccess = () => { request.result.close(); resolve(rows.result) }
  }
})"""
# How often the question was asked, over all of the person's conversations.
TIMES_ASKED = """async (question) => {
  const read = async (path) => (await fetch('/api/v2' + path)).json()
  let times = 0
  for (const { id } of (await read('/conversations?limit=100')).items)
    for (const message of (await read('/conversations/' + id)).messages)
      if (message.role === 'user' && message.text === question) times += 1
  return times
}"""


def enter(page: Page) -> None:
    """Signs in, and waits until the page opens without the net."""
    sign_in(page, GUEST)
    page.evaluate(SHELL_IS_KEPT)


def unlike_others(question: str, page: Page) -> str:
    """A question that no other test has asked."""
    return f"{question} ({page.evaluate('crypto.randomUUID()')})"


def write(page: Page, question: str) -> None:
    """Writes a question that cannot leave."""
    page.get_by_label("Votre question").fill(question)
    page.keyboard.press("Enter")
    expect(page.get_by_role("listitem").filter(has_text=question)).to_contain_text(
        "Attend le réseau"
    )


def test_what_was_read_is_there_without_the_net(page: Page, context: BrowserContext) -> None:
    enter(page)
    ask(page, QUESTION)
    page.get_by_role("button", name=re.compile("^Source 1")).first.click()
    expect(page.frame_locator("iframe").locator(".cited").first).to_be_visible()
    address = page.url
    expect_kept(page, "conversation")
    expect_kept(page, "document")
    context.set_offline(True)
    page.goto(address)
    expect(page.get_by_text(re.compile("voici ce qui a été lu"))).to_be_visible()
    expect(page.get_by_text(re.compile("Mot de passe oublié")).first).to_be_visible()
    page.get_by_role("button", name=re.compile("^Source 1")).first.click()
    expect(page.frame_locator("iframe").locator(".cited").first).to_be_visible()
    assert fits(page)


def expect_kept(page: Page, kind: str) -> None:
    """Waits until a copy of the kind lies in the browser."""
    for _ in range(100):
        if any(row["kind"] == kind for row in page.evaluate(ROWS, "copies")):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"no copy of a {kind}")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_search_finds_what_was_read(page: Page, context: BrowserContext, theme: str) -> None:
    page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    enter(page)
    ask(page, QUESTION)
    page.reload()
    page.get_by_role("button", name=re.compile("^Source 1")).first.click()
    expect(page.frame_locator("iframe").locator(".cited").first).to_be_visible()
    expect_kept(page, "conversation")
    expect_kept(page, "document")
    context.set_offline(True)
    page.goto(page.url.split("/conversations")[0] + "/offline")
    field = page.get_by_role("searchbox", name="Chercher dans ce qui a été lu")
    field.fill("REINITIALISER passe")
    main = page.get_by_role("main")
    expect(main.get_by_role("link", name=QUESTION).first).to_be_visible()
    assert axe_violations(page) == []
    field.fill("hippopotame")
    expect(page.get_by_text("Rien de ce qui a été lu ne contient ces mots.")).to_be_visible()
    field.fill("")
    main.get_by_role("region", name="Documents lus").get_by_role("button").first.click()
    expect(page.frame_locator("iframe").locator("body")).not_to_be_empty()
    assert axe_violations(page) == []
    assert fits(page)


def test_questions_written_offline_go_once_when_the_page_was_closed(
    page: Page, context: BrowserContext, server: str
) -> None:
    enter(page)
    ask(page, QUESTION)
    first, second = (unlike_others(words, page) for words in (QUESTION, "Qui appeler ?"))
    context.set_offline(True)
    write(page, first)
    write(page, second)
    assert axe_violations(page) == []
    page.close()
    context.set_offline(False)
    one, two = context.new_page(), context.new_page()
    one.goto(server)
    two.goto(server)
    one.get_by_label("Votre question").wait_for()
    expect_nothing(one, "waiting")
    assert [one.evaluate(TIMES_ASKED, words) for words in (first, second)] == [1, 1]


def test_an_answer_that_was_lost_on_its_way_costs_no_second_question(
    page: Page, context: BrowserContext
) -> None:
    enter(page)
    question = unlike_others(QUESTION, page)

    def lose(route: Route) -> None:
        """The server has it, and the net goes before its answer has come."""
        route.fetch()
        context.set_offline(True)
        route.abort()

    context.route("**/api/v2/answers", lose, times=1)
    page.get_by_label("Votre question").fill(question)
    page.keyboard.press("Enter")
    item = page.get_by_role("listitem").filter(has_text=question)
    expect(item).to_contain_text("vérifi")
    expect(item.get_by_role("button", name="Modifier")).to_have_count(0)
    context.set_offline(False)
    expect(item).to_be_hidden(timeout=40_000)
    expect_nothing(page, "waiting")
    assert page.evaluate(TIMES_ASKED, question) == 1


def test_a_waiting_question_can_be_changed_and_withdrawn(
    page: Page, context: BrowserContext
) -> None:
    enter(page)
    kept, changed, gone = (unlike_others(words, page) for words in ("Un ?", "Deux ?", "Trois ?"))
    context.set_offline(True)
    write(page, kept)
    write(page, gone)
    row = page.get_by_role("listitem").filter(has_text=kept)
    row.get_by_role("button", name="Modifier").click()
    page.get_by_label("Texte en attente").fill(changed)
    page.get_by_role("button", name="Enregistrer").click()
    row = page.get_by_role("listitem").filter(has_text=gone)
    row.get_by_role("button", name="Retirer").click()
    expect(row).to_be_hidden()
    expect(page.get_by_text(changed)).to_be_visible()
    context.set_offline(False)
    expect_nothing(page, "waiting")
    assert [page.evaluate(TIMES_ASKED, words) for words in (kept, changed, gone)] == [0, 1, 0]


def test_a_refused_question_stays_with_its_reason(
    page: Page, context: BrowserContext, server: str
) -> None:
    enter(page)
    ask(page, QUESTION)
    here = page.url.rsplit("/", 1)[1]
    context.set_offline(True)
    question = unlike_others(QUESTION, page)
    write(page, question)
    # Meanwhile, on another device.
    page.request.delete(f"{server}/api/v2/conversations/{here}", headers={"Origin": server})
    context.set_offline(False)
    nothing = page.get_by_role("alert").filter(has_text="N’a pas été accepté")
    expect(nothing).to_be_visible(timeout=30_000)
    expect(page.get_by_role("button", name="Retirer")).to_be_visible()


def said(page: Page, text: str) -> Locator:
    """Where the text stands among what was said, and not among what waits."""
    return page.get_by_role("article").filter(has_text=text)


def test_a_message_to_people_waits_and_goes_once(page: Page, context: BrowserContext) -> None:
    enter(page)
    ask(page, QUESTION)
    page.get_by_role("button", name="Transmettre au support").click()
    page.get_by_role("button", name="Transmettre", exact=True).click()
    field = page.get_by_label("Votre message")
    expect(field).to_be_visible()
    expect_kept(page, "conversation")
    text = unlike_others("Toujours bloqué", page)
    context.set_offline(True)
    field.fill(text)
    page.keyboard.press("Enter")
    row = page.get_by_role("listitem").filter(has_text=text)
    expect(row).to_contain_text("Message aux personnes")
    expect(row).to_contain_text("Attend le réseau")
    expect(field).to_have_value("")
    assert axe_violations(page) == []
    page.reload()
    expect(row).to_be_visible()
    context.set_offline(False)
    expect(said(page, text)).to_be_visible(timeout=30_000)
    expect_nothing(page, "waiting")
    page.reload()
    expect(said(page, text)).to_have_count(1)


def test_signing_out_asks_about_waiting_questions_and_wipes_everything(
    page: Page, context: BrowserContext
) -> None:
    enter(page)
    ask(page, QUESTION)
    expect_kept(page, "list")
    # The server is there for all but questions.
    context.route("**/api/v2/answers", lambda route: route.abort())
    question = unlike_others(QUESTION, page)
    page.get_by_label("Votre question").fill(question)
    page.keyboard.press("Enter")
    expect(page.get_by_role("listitem").filter(has_text=question)).to_be_visible()
    page.get_by_label("Votre question").fill("un brouillon")
    page.reload()
    expect(page.get_by_label("Votre question")).to_have_value("un brouillon")
    if page.get_by_role("button", name="Ouvrir le menu").is_visible():
        page.get_by_role("button", name="Ouvrir le menu").click()
    page.get_by_role("button", name=re.compile("^Votre compte")).click()
    page.get_by_role("menuitem", name="Se déconnecter").click()
    dialog = page.get_by_role("dialog", name="Des envois attendent encore")
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="Effacer et se déconnecter").click()
    page.get_by_label("Adresse e-mail").wait_for()
    assert [page.evaluate(ROWS, store) for store in ("person", "copies", "waiting")] == [[]] * 3
    assert page.evaluate("sessionStorage.getItem('netz-draft')") is None
    context.set_offline(True)
    page.goto(page.url.split("/sign-in")[0])
    expect(page.get_by_text("Mot de passe oublié")).to_have_count(0)
    expect(page.get_by_label("Votre question")).to_have_count(0)


def test_what_one_person_left_is_never_there_for_another(
    page: Page, context: BrowserContext, server: str
) -> None:
    enter(page)
    ask(page, QUESTION)
    expect_kept(page, "conversation")
    context.set_offline(True)
    question = unlike_others(QUESTION, page)
    write(page, question)
    # The session ends elsewhere: what was read goes, what was written waits for its author.
    page.request.delete(f"{server}/_allauth/browser/v1/auth/session", headers={"Origin": server})
    context.set_offline(False)
    page.goto(server)
    page.get_by_label("Adresse e-mail").wait_for()
    expect_nothing(page, "copies")
    assert [row["text"] for row in page.evaluate(ROWS, "waiting")] == [question]
    sign_in(page, ADMIN)
    expect_nothing(page, "waiting")
    expect(page.get_by_text(question)).to_have_count(0)
    assert page.evaluate(TIMES_ASKED, question) == 0


def expect_nothing(page: Page, store: str) -> None:
    """Waits until nothing lies in the store."""
    for _ in range(200):
        if page.evaluate(ROWS, store) == []:
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"still there: {page.evaluate(ROWS, store)}")


def worker_of(page: Page) -> tuple[CDPSession, str]:
    """The page's service worker as the browser's own tools see it, and its registration."""
    tools = page.context.new_cdp_session(page)
    known: list[str] = []
    tools.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda event: known.extend(one["registrationId"] for one in event["registrations"]),
    )
    tools.send("ServiceWorker.enable")
    while not known:
        page.wait_for_timeout(20)
    return tools, known[0]


def test_a_worker_killed_while_it_sends_loses_and_repeats_nothing(
    page: Page, context: BrowserContext, server: str
) -> None:
    enter(page)
    questions = [unlike_others(words, page) for words in (QUESTION, "Qui appeler ?")]
    context.set_offline(True)
    for question in questions:
        write(page, question)
    page.close()
    # A page of the same origin, without the product in it.
    context.set_offline(False)
    bare = context.new_page()
    bare.goto(f"{server}/robots.txt")
    tools, registration = worker_of(bare)
    call = {
        "origin": server,
        "registrationId": registration,
        "tag": "netz-waiting",
        "lastChance": False,
    }
    tools.send("ServiceWorker.stopAllWorkers")
    for _ in range(3):
        tools.send("ServiceWorker.dispatchSyncEvent", call)
        tools.send("ServiceWorker.stopAllWorkers")
    tools.send("ServiceWorker.dispatchSyncEvent", call)
    expect_nothing(bare, "waiting")
    assert [bare.evaluate(TIMES_ASKED, question) for question in questions] == [1, 1]


@pytest.fixture
def upgrade(server: str) -> Iterator[Upgrade]:
    """The product behind an address of its own, where a new version can be put in place."""
    with in_front_of(server) as running:
        yield running


def test_a_new_version_takes_over_and_the_draft_stays(
    context: BrowserContext, upgrade: Upgrade
) -> None:
    page = context.new_page()
    page.goto(upgrade.address)
    enter(page)
    page.get_by_label("Votre question").fill("un brouillon à garder")
    upgrade.put_in_place("v2")
    page.evaluate("async () => (await navigator.serviceWorker.getRegistration()).update()")
    expect(page.get_by_text("Une nouvelle version est prête")).to_be_visible()
    assert axe_violations(page) == []
    with page.expect_navigation():
        page.get_by_role("button", name="Recharger").click()
    expect(page.get_by_label("Votre question")).to_have_value("un brouillon à garder")
    expect(page.get_by_text("Une nouvelle version est prête")).to_be_hidden()
    script = "async () => (await navigator.serviceWorker.getRegistration()).waiting === null"
    assert page.evaluate(script)


def test_what_is_shared_becomes_a_draft(page: Page, server: str) -> None:
    sign_in(page, GUEST)
    page.goto(f"{server}/share?title=Imprimante&text=Erreur+0x61&url=https://exemple.fr/aide")
    field = page.get_by_label("Votre question")
    expect(field).to_have_value("Erreur 0x61\nImprimante\nhttps://exemple.fr/aide")


def test_the_product_can_be_installed(page: Page, server: str) -> None:
    sign_in(page, GUEST)
    found = page.context.new_cdp_session(page).send("Page.getAppManifest")
    assert found["errors"] == []
    assert found["url"] == f"{server}/manifest.webmanifest"
    for icon in ("icon-192", "icon-512", "maskable-192", "maskable-512", "apple-180"):
        assert page.request.get(f"{server}/icons/{icon}.png").headers["content-type"] == "image/png"

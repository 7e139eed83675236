"""Dictating a question: with the microphone that Chromium pretends to have, which beeps."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import GUEST, axe_violations, fits, sign_in
from tests.fakes.speech_server import FakeSpeechServer

SAID = "Comment réinitialiser mon mot de passe ?"
NO_SERVICE = {"transcription": None, "reading": False, "longest_s": 120}
FORGETS_RECOGNITION = """
  delete window.SpeechRecognition
  delete window.webkitSpeechRecognition
"""
RECOGNISES = """
  window.SpeechRecognition = undefined
  window.webkitSpeechRecognition = class extends EventTarget {
    start() {
      setTimeout(() => this.onresult({
        results: [Object.assign([{ transcript: 'Mon imprimante ' }], { isFinal: true }),
                  Object.assign([{ transcript: 'clignote' }], { isFinal: false })],
      }), 100)
    }
    stop() { setTimeout(() => this.onend(), 50) }
    abort() { this.stop() }
  }
"""
HEARS_NOTHING = "AnalyserNode.prototype.getFloatTimeDomainData = (into) => into.fill(0)"
LOUD = """() => [...document.querySelectorAll('[data-testid=levels] > span')]
  .some((bar) => Number(bar.style.getPropertyValue('--level')) > 0.2)"""


@pytest.fixture
def heard(speech: FakeSpeechServer) -> Iterator[FakeSpeechServer]:
    """The speech service, as it is at first."""
    speech.heard.clear()
    yield speech
    speech.mode = "normal"


def start(page: Page, *, allowed: bool = True) -> None:
    """The start page of somebody who has let the product use the microphone."""
    if allowed:
        page.context.grant_permissions(["microphone"])
    sign_in(page, GUEST)


def microphone(page: Page) -> Locator:
    """The button to dictate with."""
    return page.get_by_role("button", name="Dicter (maintenir, ou appuyer puis parler)")


def field(page: Page) -> Locator:
    """Where the question is written."""
    return page.get_by_label("Votre question")


def test_held_while_speaking(page: Page, heard: FakeSpeechServer) -> None:
    start(page)
    microphone(page).hover()
    page.mouse.down()
    expect(page.get_by_text("Parlez, le micro est ouvert.")).to_be_visible()
    expect(page.get_by_text("transcrite par 127.0.0.1 et n’est pas gardée")).to_be_visible()
    page.wait_for_function(LOUD)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert axe_violations(page) == []
    assert fits(page)
    page.mouse.up()
    expect(field(page)).to_have_value(SAID)
    expect(page.get_by_text(f"Dicté, à relire avant d’envoyer : {SAID}")).to_be_attached()
    (request,) = heard.heard
    assert request.fields["language"] == "fr"
    assert request.audio.startswith(b"\x1aE\xdf\xa3")
    # It waits to be read again: nothing was asked.
    expect(page.get_by_role("article")).to_have_count(0)
    field(page).fill(SAID.replace("mon", "le"))


def test_pressed_to_start_and_to_end_or_let_go(
    page: Page, size: str, heard: FakeSpeechServer
) -> None:
    start(page)
    microphone(page).click()
    page.wait_for_function(LOUD)
    page.get_by_role("button", name="Terminer la dictée").click()
    expect(field(page)).to_have_value(SAID)
    if size == "phone":
        # Beside words there is room for sending alone; keyboards of phones dictate too.
        expect(microphone(page)).to_be_hidden()
        return
    microphone(page).click()
    expect(page.get_by_text("0:01")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("region", name="Dictée")).to_have_count(0)
    assert len(heard.heard) == 1
    microphone(page).click()
    page.wait_for_function(LOUD)
    page.get_by_role("button", name="Terminer", exact=True).click()
    expect(field(page)).to_have_value(f"{SAID} {SAID}")
    expect(field(page)).to_be_focused()


def test_with_the_keyboard_alone(page: Page, heard: FakeSpeechServer) -> None:
    start(page)
    microphone(page).focus()
    page.keyboard.down("Space")
    page.wait_for_function(LOUD)
    page.keyboard.up("Space")
    expect(field(page)).to_have_value(SAID)


def test_a_microphone_that_is_refused_is_said_to(page: Page) -> None:
    start(page, allowed=False)
    microphone(page).click()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Le micro n’est pas autorisé")
    assert axe_violations(page) == []
    page.get_by_role("button", name="Fermer").click()
    expect(alert).to_have_count(0)
    expect(microphone(page)).to_be_visible()


def test_what_a_failing_service_did_not_write_down_is_kept(
    page: Page, heard: FakeSpeechServer
) -> None:
    heard.mode = "error_500"
    start(page)
    microphone(page).click()
    page.wait_for_function(LOUD)
    page.get_by_role("button", name="Terminer", exact=True).click()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Le service vocal n’a pas répondu comme attendu")
    expect(alert).to_contain_text("Votre enregistrement est gardé ici jusque-là.")
    heard.mode = "normal"
    page.get_by_role("button", name="Réessayer").click()
    expect(field(page)).to_have_value(SAID)


def test_silence_is_not_sent(page: Page, heard: FakeSpeechServer) -> None:
    page.add_init_script(HEARS_NOTHING)
    page.reload()
    start(page)
    microphone(page).click()
    expect(page.get_by_text("On ne vous entend pas : vérifiez le micro.")).to_be_visible()
    page.get_by_role("button", name="Terminer", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Rien n’a été entendu")
    assert heard.heard == []


def test_a_recording_that_is_too_long_ends_by_itself(page: Page, heard: FakeSpeechServer) -> None:
    short = {**NO_SERVICE, "transcription": "voix.example", "longest_s": 1}
    page.route("**/api/v2/speech", lambda route: route.fulfill(json=short))
    start(page)
    microphone(page).click()
    expect(field(page)).to_have_value(SAID)


def test_the_browsers_vendor_listens_only_if_one_agrees(
    page: Page, heard: FakeSpeechServer
) -> None:
    page.add_init_script(RECOGNISES)
    page.route("**/api/v2/speech", lambda route: route.fulfill(json=NO_SERVICE))
    page.reload()
    start(page)
    microphone(page).click()
    expect(page.get_by_text("Dicter avec le service de votre navigateur ?")).to_be_visible()
    assert axe_violations(page) == []
    page.get_by_role("button", name="Accepter et dicter").click()
    expect(page.get_by_text("Mon imprimante clignote")).to_be_visible()
    page.get_by_role("button", name="Terminer", exact=True).click()
    expect(field(page)).to_have_value("Mon imprimante clignote")
    assert heard.heard == []


def test_where_nothing_listens_there_is_no_button(page: Page) -> None:
    page.add_init_script(FORGETS_RECOGNITION)
    page.route("**/api/v2/speech", lambda route: route.fulfill(json=NO_SERVICE))
    page.reload()
    with page.expect_response("**/api/v2/speech"):
        start(page)
    expect(page.get_by_role("button", name="Envoyer")).to_be_visible()
    expect(microphone(page)).to_have_count(0)

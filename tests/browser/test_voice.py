"""Having an answer read aloud. A test's browser has no voices: one is lent to it."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import GUEST, ask, axe_violations, sign_in
from tests.fakes.speech_server import FakeSpeechServer

QUESTION = "Comment réinitialiser mon mot de passe ?"
LENDS_A_VOICE = """
  window.said = []
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
  speechSynthesis.getVoices = () => [
    { lang: 'fr-FR', localService: true, default: true, name: 'Audrey', voiceURI: 'audrey' },
    { lang: 'fr-FR', localService: false, default: false, name: 'Vendor', voiceURI: 'vendor' },
  ]
  speechSynthesis.speak = (one) => window.said.push(one)
  speechSynthesis.cancel = () => { window.said = [] }
"""
WITHOUT_A_VOICE = LENDS_A_VOICE.replace("localService: true", "localService: false")


def test_an_answer_is_read_aloud_and_stopped(page: Page) -> None:
    page.add_init_script(LENDS_A_VOICE)
    page.reload()
    sign_in(page, GUEST)
    ask(page, QUESTION)
    page.get_by_role("button", name="Écouter la réponse").click()
    stop = page.get_by_role("button", name="Arrêter la lecture")
    expect(stop).to_be_visible()
    said = page.evaluate("said.map(({ text, voice }) => [text, voice.name])")
    assert len(said) > 1
    assert {name for _, name in said} == {"Audrey"}
    assert "Cliquez sur" in " ".join(text for text, _ in said)
    assert axe_violations(page) == []
    stop.click()
    expect(page.get_by_role("button", name="Écouter la réponse")).to_be_visible()
    assert page.evaluate("said") == []


def test_without_a_voice_of_the_device_the_server_reads(
    page: Page, speech: FakeSpeechServer
) -> None:
    page.add_init_script(WITHOUT_A_VOICE)
    page.reload()
    sign_in(page, GUEST)
    ask(page, QUESTION)
    speech.heard.clear()
    page.get_by_role("button", name="Écouter la réponse").click()
    expect(page.get_by_role("button", name="Arrêter la lecture")).to_be_visible()
    # It ends by itself, once the last part was heard.
    expect(page.get_by_role("button", name="Écouter la réponse")).to_be_visible()
    said = " ".join(one.fields["input"] for one in speech.heard)
    assert "Cliquez sur" in said
    speech.mode = "error_500"
    try:
        page.get_by_role("button", name="Écouter la réponse").click()
        told = page.get_by_text("Le service vocal n’a pas répondu comme attendu")
        expect(told).to_be_visible()
        expect(page.get_by_role("button", name="Écouter la réponse")).to_be_visible()
    finally:
        speech.mode = "normal"


def test_without_any_voice_nothing_is_offered(page: Page) -> None:
    page.add_init_script(WITHOUT_A_VOICE)
    none = {"transcription": None, "reading": False, "longest_s": 120}
    page.route("**/api/v2/speech", lambda route: route.fulfill(json=none))
    page.reload()
    sign_in(page, GUEST)
    ask(page, QUESTION)
    expect(page.get_by_role("button", name="Copier la réponse").first).to_be_visible()
    expect(page.get_by_role("button", name="Écouter la réponse")).to_have_count(0)

"""The real product, started as a user starts it, in front of the system's Chromium."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from aiosmtpd.controller import Controller
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.people import Mailbox, new_member
from tests.fakes.speech_server import FakeSpeechServer

if TYPE_CHECKING:
    from tests.sso.names import NameServer

ADMIN = "claire@korvelin.example"
GUEST = "sophie.garnier@ateliers-bressaud.example"
PASSWORD = "demo-netz-2026"
SIZES = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1280, "height": 800}}
AXE = Path(__file__).resolve().parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything below this folder drives a browser."""
    for item in items:
        if Path(__file__).parent in Path(item.path).parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def folder() -> Iterator[str]:
    """Where the product keeps its data."""
    if running := os.environ.get("BROWSER_TEST_DATA"):
        yield running
        return
    made = Path(tempfile.mkdtemp(prefix="netz-browser-"))
    made.chmod(0o755)
    yield str(made)
    shutil.rmtree(made, ignore_errors=True)


@pytest.fixture(scope="session")
def mail_port() -> int:
    """Where the product sends its mail to."""
    return int(os.environ.get("BROWSER_TEST_MAIL", 0)) or _free_port()


@pytest.fixture(scope="session")
def mailbox(mail_port: int) -> Iterator[Mailbox]:
    """What has arrived there."""
    taken = Mailbox()
    server = Controller(taken, hostname="127.0.0.1", port=mail_port)
    server.start()
    yield taken
    server.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def names() -> Iterator["NameServer"]:
    """The name server that the product asks about domains."""
    from tests.sso.names import name_server

    with name_server(int(os.environ.get("BROWSER_TEST_NAMES", 0))) as running:
        yield running


@pytest.fixture(scope="session")
def speech() -> Iterator[FakeSpeechServer]:
    """The installation's speech service: what it was asked, and how it answers next."""
    with FakeSpeechServer(port=int(os.environ.get("BROWSER_TEST_SPEECH", 0))) as running:
        yield running


@pytest.fixture(scope="session")
def server(
    folder: str,
    mail_port: int,
    mailbox: Mailbox,
    names: "NameServer",
    speech: FakeSpeechServer,
) -> Iterator[str]:
    """`netz serve` with the demo workspace, ready and read; its address.

    BROWSER_TEST_SERVER names one that runs already, for working on a test; BROWSER_TEST_DATA,
    BROWSER_TEST_MAIL, BROWSER_TEST_NAMES and BROWSER_TEST_SPEECH are its folder and the ports that
    it sends mail to, asks for names at and has speech done by.
    """
    if running := os.environ.get("BROWSER_TEST_SERVER"):
        yield running
        return
    port = _free_port()
    # Passkeys belong to a name: browsers give them to localhost, not to an address of digits.
    address = f"http://localhost:{port}"
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("NETZ_", "XDG_", "DATABASE"))}
    process = subprocess.Popen(
        [sys.executable, "-m", "netz.cli", "serve"],
        env={
            **kept,
            "PORT": str(port),
            "DATA_DIR": folder,
            "NETZ_LOG_LEVEL": "WARNING",
            "NETZ_PUBLIC_URL": address,
            "NETZ_MAIL_URL": f"smtp://127.0.0.1:{mail_port}",
            "NETZ_DNS_SERVERS": names.address,
            **speech.settings,
        },
    )
    try:
        _wait_for(lambda: _demo_is_read(port))
        yield address
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


def _wait_for(ready: Any, seconds: float = 180) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if ready():
                return
        except OSError:
            pass
        time.sleep(0.5)
    raise TimeoutError("the product did not become ready")


def _demo_is_read(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    body = json.dumps({"email": ADMIN, "password": PASSWORD})
    connection.request(
        "POST", "/_allauth/app/v1/auth/login", body, {"Content-Type": "application/json"}
    )
    answer = json.loads(connection.getresponse().read())
    bearer = {"Authorization": f"Bearer {answer['meta']['access_token']}"}
    for status in ("queued", "extracting", "indexing"):
        connection.request("GET", f"/api/v2/documents?limit=1&status={status}", headers=bearer)
        if json.loads(connection.getresponse().read())["items"]:
            return False
    return True


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, headless."""
    binary = shutil.which("chromium") or shutil.which("chromium-browser")
    assert binary, "the set-up installs Chromium, or leaves these tests out"
    arguments = ["--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    arguments.append("--use-fake-device-for-media-stream")  # a microphone that beeps
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=binary, args=arguments)
        yield running
        running.close()


class Watched:
    """What a page did that it should not: errors, requests elsewhere, policy violations."""

    def __init__(self, page: Page, address: str) -> None:
        self.problems: list[str] = []
        page.on("pageerror", lambda error: self.problems.append(f"error: {error}"))
        page.on("console", lambda message: self._console(message.text))
        page.on("request", lambda request: self._request(request.url, address))

    def _console(self, text: str) -> None:
        if "Content Security Policy" in text or "Content-Security-Policy" in text:
            self.problems.append(text)

    def _request(self, url: str, address: str) -> None:
        if not url.startswith((address, "data:", "blob:")):
            self.problems.append(f"request to another origin: {url}")


@pytest.fixture(params=list(SIZES))
def size(request: pytest.FixtureRequest) -> str:
    """Phone and desktop."""
    return str(request.param)


@pytest.fixture
def context(browser: Browser, size: str) -> Iterator[BrowserContext]:
    """A fresh profile of a French speaker."""
    made = browser.new_context(
        viewport=SIZES[size], locale="fr-FR", has_touch=size == "phone", accept_downloads=True
    )
    made.set_default_timeout(15_000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, server: str) -> Iterator[Page]:
    """A page at the product's address that must not misbehave."""
    opened = context.new_page()
    watched = Watched(opened, server)
    opened.goto(server)
    yield opened
    assert watched.problems == []


def sign_in(page: Page, email: str = ADMIN) -> None:
    """Signs in by the form and waits for the assistant."""
    page.get_by_label("Adresse e-mail").fill(email)
    page.get_by_role("button", name="Continuer", exact=True).click()
    page.get_by_label("Mot de passe", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Se connecter").click()
    page.get_by_label("Votre question").wait_for()


def ask(page: Page, question: str) -> None:
    """Asks and waits until the answer or the refusal is whole."""
    page.get_by_label("Votre question").fill(question)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Transmettre au support").last.wait_for()


# What fades in has no colours to judge yet: two frames without a movement that comes to an end.
STANDS_STILL = """async () => {
  const frame = () => new Promise(requestAnimationFrame)
  const moves = (one) => one.playState === 'running' &&
    one.effect.getComputedTiming().iterations !== Infinity
  const over = performance.now() + 3000
  for (let still = 0; still < 2 && performance.now() < over; ) {
    await frame()
    still = document.getAnimations().some(moves) ? 0 : still + 1
  }
}"""


def axe_violations(page: Page) -> list[str]:
    """What axe finds wrong with the page once it stands still (WCAG 2.2 A and AA)."""
    page.evaluate(STANDS_STILL)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "async () => (await axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa',"
        "'wcag22aa','best-practice']})).violations.map(v => v.id + ': ' + "
        "v.nodes.slice(0,3).map(n => n.html.slice(0,160)).join(' | '))"
    )
    return list(found)


def fits(page: Page) -> bool:
    """Whether nothing makes the page scroll sideways."""
    return bool(
        page.evaluate(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        )
    )


@pytest.fixture(scope="session")
def admin(browser: Browser, server: str) -> Iterator[Page]:
    """The demo workspace's admin, signed in."""
    context = browser.new_context(viewport=SIZES["desktop"], locale="fr-FR")
    opened = context.new_page()
    opened.goto(server)
    sign_in(opened)
    yield opened
    context.close()


@pytest.fixture
def member(admin: Page) -> str:
    """The address of a new member of the workspace."""
    return new_member(admin)


@pytest.fixture
def visitor(browser: Browser, server: str) -> Iterator[Page]:
    """A French speaker at the sign-in, on a computer of their own; nothing may misbehave."""
    context = browser.new_context(viewport=SIZES["desktop"], locale="fr-FR", accept_downloads=True)
    context.set_default_timeout(15_000)
    opened = context.new_page()
    watched = Watched(opened, server)
    opened.goto(f"{server}/sign-in")
    opened.get_by_label("Adresse e-mail").wait_for()
    yield opened
    context.close()
    assert watched.problems == []

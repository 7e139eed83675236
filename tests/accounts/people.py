"""A browser with its cookies, an app with its tokens, and a real mail server to read from."""

import re
import secrets
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from ipaddress import ip_address
from typing import Any

from aiosmtpd.controller import Controller
from django.test import override_settings
from starlette.testclient import TestClient

from netz.core.db import tenant
from netz.workspaces.models import SecurityPolicy
from tests.factories import PASSWORD, World
from tests.jobs import run_jobs

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
SAFARI = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15"
    " (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1"
)
NEW_PASSWORD = "Violette-à-midi-42"


def address(name: str = "p") -> str:
    """An address that nobody has."""
    return f"{name}.{secrets.token_hex(6)}@example.com"


def peer() -> str:
    """An address on the internet that no other test comes from."""
    return str(ip_address(f"2001:db8:{secrets.token_hex(2)}:{secrets.token_hex(2)}::1"))


@dataclass
class Browser:
    """A browser: it keeps cookies and says what it is."""

    client: TestClient
    agent: str = FIREFOX
    peer: str = field(default_factory=peer)
    language: str = "fr"
    cookies: dict[str, str] = field(default_factory=dict)

    def call(self, method: str, place: str, body: Any = None, **headers: str) -> Any:
        """A request to allauth's API for browsers (`place`), or to any address that starts at /."""
        path = place if place.startswith("/") else f"/_allauth/browser/v1/{place}"
        sent = {
            "Origin": "http://testserver",
            "User-Agent": self.agent,
            "X-Test-Peer": self.peer,
            "Accept-Language": self.language,
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        options: dict[str, Any] = {} if body is None else {"json": body}
        response = self.client.request(
            method, path, headers=sent, follow_redirects=False, **options
        )
        for name, value in response.cookies.items():
            self.cookies[name] = value
        return response

    def sign_in(self, email: str, password: str = PASSWORD) -> Any:
        """Signs in by password."""
        return self.call("POST", "auth/login", {"email": email, "password": password})

    @property
    def is_in(self) -> bool:
        """Whether the API takes this browser for somebody."""
        return bool(self.call("GET", "/api/v2/me").status_code == 200)


@dataclass
class Mailbox:
    """What a real SMTP server has taken."""

    messages: list[EmailMessage] = field(default_factory=list)

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        """Takes one message (aiosmtpd's hook)."""
        self.messages.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"

    def of(self, receiver: str) -> list[EmailMessage]:
        """The messages to one person, in the order they were asked for, after all jobs."""
        run_jobs()
        theirs = [one for one in self.messages if receiver in str(one["To"])]
        return sorted(theirs, key=lambda one: int(re.findall(r"netz-(\d+)@", one["Message-ID"])[0]))

    def last(self, receiver: str) -> EmailMessage:
        """The newest message to one person."""
        return self.of(receiver)[-1]

    def code(self, receiver: str) -> str:
        """The code in the newest message to one person."""
        found = re.search(r"^    (\S+)$", text_of(self.last(receiver)), re.MULTILINE)
        assert found, text_of(self.last(receiver))
        return found[1]

    def link(self, receiver: str) -> str:
        """The first address in the newest message to one person."""
        found = re.search(r"https?://\S+", text_of(self.last(receiver)))
        assert found
        return found[0]


def text_of(message: EmailMessage) -> str:
    """The plain text of a message, with the line ends of Python."""
    part = message.get_body(("plain",))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


@contextmanager
def mail_server() -> Iterator[Mailbox]:
    """A mail server on this machine, which the product sends to meanwhile."""
    mailbox = Mailbox()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = Controller(mailbox, hostname="127.0.0.1", port=port)
    server.start()
    try:
        with override_settings(
            EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend",
            EMAIL_HOST="127.0.0.1",
            EMAIL_PORT=port,
            MAIL_IS_SET_UP=True,
        ):
            yield mailbox
    finally:
        server.stop()


def open_to(world: World, registration: str, domains: tuple[str, ...] = ()) -> str:
    """Lets people register in the workspace; returns its slug."""
    with tenant(world.id):
        SecurityPolicy.objects.update_or_create(
            workspace_id=world.id,
            defaults={
                "registration": registration,
                "registration_domains": list(domains),
                "registration_company": world.company,
            },
        )
        slug = SecurityPolicy.objects.select_related("workspace").get(workspace_id=world.id)
        return str(slug.workspace.slug)

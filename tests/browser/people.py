"""People of the browser tests: their mailbox, their keys, and an account of their own."""

import os
import re
import secrets
import subprocess
import sys
import time
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from playwright.sync_api import BrowserContext, Page

PASSPHRASE = "Violette-à-midi-42"


@dataclass
class Mailbox:
    """What a mail server on this machine has taken from the product."""

    messages: list[EmailMessage] = field(default_factory=list)

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        """Takes one message (aiosmtpd's hook)."""
        self.messages.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"

    def next(self, receiver: str, pattern: str) -> str:
        """What the pattern finds in the next mail to somebody; that mail is taken out."""
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            for message in list(self.messages):
                if found := _found(message, receiver, pattern):
                    self.messages.remove(message)
                    return found
            time.sleep(0.2)
        raise TimeoutError(f"no mail for {receiver} with {pattern}")

    def code(self, receiver: str) -> str:
        """The code in the next mail."""
        return self.next(receiver, r"(?m)^    (\S+)$")

    def link(self, receiver: str, path: str) -> str:
        """The address below `path` in the next mail."""
        return self.next(receiver, rf"(https?://[^\s/]+{path}\S+)")


def _found(message: EmailMessage, receiver: str, pattern: str) -> str | None:
    part = message.get_body(("plain",))
    if receiver not in str(message["To"]) or part is None:
        return None
    found = re.search(pattern, str(part.get_content()).replace("\r\n", "\n"))
    return found[1] if found else None


def call(page: Page, method: str, path: str, body: Any = None) -> Any:
    """A call of the page's own person to the API; its JSON."""
    answer = page.evaluate(
        "async ([method, path, body]) => { const r = await fetch('/api/v2' + path, {method,"
        " headers: {'Content-Type': 'application/json'}, body: body && JSON.stringify(body)});"
        " const text = await r.text(); return [r.status, text ? JSON.parse(text) : null] }",
        [method, path, body],
    )
    assert answer[0] < 300, answer
    return answer[1]


def new_member(admin: Page, name: str = "Ambre Lestrel", **place: str) -> str:
    """The address of a new member of the demo workspace, whose password is `PASSPHRASE`.

    An agent, unless `place` says which role, custom role or company.
    """
    email = f"p.{secrets.token_hex(5)}@korvelin.example"
    wanted = {"email": email, "role": "agent", "language": "fr", **place}
    made = call(admin, "POST", "/invitations", wanted)
    token = made["link"].rsplit("/", 1)[1]
    given = {"token": token, "name": name, "password": PASSPHRASE}
    call(admin, "POST", "/invitations/acceptance", given)
    return email


def give_password(page: Page, email: str, password: str = PASSPHRASE) -> None:
    """Address and password on the sign-in page; a second factor may follow."""
    page.get_by_role("textbox", name="Adresse e-mail").fill(email)
    page.get_by_role("button", name="Continuer", exact=True).click()
    page.get_by_label("Mot de passe", exact=True).fill(password)
    page.get_by_role("button", name="Se connecter").click()


def is_in(page: Page) -> None:
    """Waits until the assistant is there."""
    page.get_by_label("Votre question").wait_for()


def sign_out(page: Page) -> None:
    """Through the menu."""
    page.get_by_role("button", name="Votre compte").click()
    page.get_by_role("menuitem", name="Se déconnecter").click()
    page.get_by_role("textbox", name="Adresse e-mail").wait_for()


def with_key(page: Page, *, built_in: bool) -> None:
    """Gives the page's computer a fingerprint reader, or a security key in its USB port."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal" if built_in else "usb",
        "hasResidentKey": built_in,
        "hasUserVerification": built_in,
        "isUserVerified": built_in,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def age_sessions(email: str, folder: str) -> None:
    """Lets an hour pass for a person's proofs of identity, in the product's own session store."""
    script = (
        "from netz.cli.session import open_installation; open_installation()\n"
        "from django.contrib.sessions.models import Session\n"
        "from django.contrib.sessions.backends.db import SessionStore\n"
        "from netz.accounts.models import User\n"
        f"user = str(User.objects.get(email={email!r}).pk)\n"
        "for row in Session.objects.all():\n"
        "    kept = SessionStore(row.session_key)\n"
        "    if kept.get('_auth_user_id') == user:\n"
        "        for proof in kept['account_authentication_methods']: proof['at'] -= 3600\n"
        "        kept.modified = True; kept.save()\n"
    )
    env = {k: v for k, v in os.environ.items() if not k.startswith(("NETZ_", "DATABASE"))}
    subprocess.run(
        [sys.executable, "-c", script], env={**env, "DATA_DIR": folder}, check=True, timeout=120
    )


def new_visitor(context: BrowserContext, server: str) -> Page:
    """A page at the sign-in."""
    page = context.new_page()
    page.goto(f"{server}/sign-in")
    page.get_by_role("textbox", name="Adresse e-mail").wait_for()
    return page

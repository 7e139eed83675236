"""Codes and seeds come from the system's generator and are too long to be guessed."""

import base64
import math
import secrets
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

from tests.accounts.people import Browser, Mailbox, address
from tests.accounts.test_second_factors import RECOVERY, TOTP, add_totp
from tests.factories import Person, make_world

LEAST_BITS = 20


class Drawn:
    """What Python's generator for secrets has given since the test began."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.letters: list[tuple[str, int]] = []
        self.bytes: list[bytes] = []
        self.texts: list[str] = []
        choice, token_bytes, token_hex = secrets.choice, secrets.token_bytes, secrets.token_hex

        def one(letters: Any) -> Any:
            self.letters.append((choice(letters), len(letters)))
            return self.letters[-1][0]

        def some(length: int | None = None) -> bytes:
            self.bytes.append(token_bytes(length))
            return self.bytes[-1]

        def text(length: int | None = None) -> str:
            self.texts.append(token_hex(length))
            return self.texts[-1]

        monkeypatch.setattr(secrets, "choice", one)
        monkeypatch.setattr(secrets, "token_bytes", some)
        monkeypatch.setattr(secrets, "token_hex", text)

    def bits(self, code: str) -> float:
        """How many bits the code has; none if it was not drawn here."""
        plain = code.replace("-", "")
        at = "".join(letter for letter, _ in self.letters).find(plain)
        if at < 0:
            return 0
        return sum(math.log2(size) for _, size in self.letters[at : at + len(plain)])


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Drawn:
    return Drawn(monkeypatch)


@pytest.fixture
def person() -> Person:
    return make_world().agent


def test_a_mailed_code_is_drawn_from_the_system_s_generator_and_long_enough(
    browser: Browser, person: Person, mailbox: Mailbox, drawn: Drawn
) -> None:
    browser.call("POST", "auth/code/request", {"email": person.user.email})
    assert drawn.bits(mailbox.code(person.user.email)) >= LEAST_BITS


def test_the_code_that_proves_an_address_is_too(
    browser: Browser, person: Person, mailbox: Mailbox, drawn: Drawn
) -> None:
    new = address("new")
    browser.sign_in(person.user.email)
    assert browser.call("POST", "account/email", {"email": new}).status_code == 200
    assert drawn.bits(mailbox.code(new)) >= LEAST_BITS


def test_an_authenticator_app_s_secret_is_drawn_there_with_160_bits(
    browser: Browser, person: Person, drawn: Drawn
) -> None:
    browser.sign_in(person.user.email)
    secret = base64.b32decode(browser.call("GET", TOTP).json()["meta"]["secret"])
    assert secret in drawn.bytes
    assert len(secret) * 8 >= 160


def test_recovery_codes_are_drawn_there_and_long_enough(
    browser: Browser, person: Person, drawn: Drawn
) -> None:
    browser.sign_in(person.user.email)
    add_totp(browser)
    shown = browser.call("GET", RECOVERY).json()["data"]["unused_codes"]
    row = Authenticator.objects.get(user=person.user, type=Authenticator.Type.RECOVERY_CODES)
    assert any(seed == opened(row) for seed in drawn.texts)
    assert all(len(code) * math.log2(10) >= LEAST_BITS for code in shown)
    assert len(set(shown)) == len(shown)


def opened(row: Authenticator) -> str:
    """The seed that the codes are made from."""
    from allauth.mfa.utils import decrypt

    return str(decrypt(RecoveryCodes(row).instance.data["seed"]))

"""Whichever way somebody signs in, an account with a second factor asks for it."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.accounts.people import Browser, Mailbox
from tests.accounts.test_codes_and_resets import ask_code
from tests.accounts.test_registration import pending
from tests.accounts.test_second_factors import CODE, RECOVERY, add_totp
from tests.accounts.test_social import Provider, link, provider, sign_in
from tests.factories import PASSWORD, Person, make_world

__all__ = ["provider"]  # the fixture


@pytest.fixture
def person() -> Person:
    return make_world().agent


@pytest.fixture
def code(browser: Browser, person: Person) -> str:
    """A recovery code of the person, who has set a second factor up."""
    browser.sign_in(person.user.email)
    add_totp(browser)
    return str(browser.call("GET", RECOVERY).json()["data"]["unused_codes"][0])


def finishes_with(browser: Browser, answer: Any, code: str) -> None:
    """The sign-in waits for the second factor, lets nobody in before, and takes it."""
    assert pending(answer) == ["mfa_authenticate"]
    assert not browser.is_in
    assert browser.call("POST", CODE, {"code": "00000000"}).status_code == 400
    assert not browser.is_in
    assert browser.call("POST", CODE, {"code": code}).status_code == 200
    assert browser.is_in


def test_a_mailed_code_leads_to_the_second_factor(
    client: TestClient, person: Person, code: str, mailbox: Mailbox
) -> None:
    other = Browser(client)
    ask_code(other, person.user.email)
    mailed = {"code": mailbox.code(person.user.email)}
    finishes_with(other, other.call("POST", "auth/code/confirm", mailed), code)


def test_google_leads_to_the_second_factor(
    client: TestClient, browser: Browser, provider: Provider, person: Person
) -> None:
    browser.sign_in(person.user.email)
    provider.google(person.user.email)
    assert "error" not in link(browser)
    browser.call("POST", "auth/reauthenticate", {"password": PASSWORD})
    add_totp(browser)
    code = browser.call("GET", RECOVERY).json()["data"]["unused_codes"][0]
    other = Browser(client)
    sign_in(other)
    finishes_with(other, other.call("GET", "auth/session"), code)

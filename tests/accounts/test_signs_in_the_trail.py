"""What the trail says of sign-ins, refusals and changes of the means to sign in."""

from typing import Any

import pyotp
import pytest
from starlette.testclient import TestClient

from tests.accounts.people import NEW_PASSWORD, SAFARI, Browser, Mailbox, address
from tests.accounts.trail import actions_of, entries_of
from tests.factories import PASSWORD, Person, make_world
from tests.jobs import run_jobs


@pytest.fixture
def person() -> Person:
    return make_world().agent


def test_a_sign_in_is_told_with_who_how_and_from_where(client: TestClient, person: Person) -> None:
    Browser(client, agent=SAFARI, peer="198.51.100.30").sign_in(person.user.email)
    line = entries_of(person)[-1]
    assert (line.action, line.outcome, line.ip) == ("sign_in", "done", "198.51.100.30")
    assert line.agent == SAFARI
    assert line.request_id
    assert "password" in str(line.after)


def test_a_refused_sign_in_is_told_with_where_it_came_from(
    client: TestClient, person: Person
) -> None:
    Browser(client, peer="198.51.100.31").sign_in(person.user.email, "pas-celui-la-du-tout")
    run_jobs()
    line = entries_of(person)[-1]
    assert (line.action, line.outcome) == ("sign_in.refuse", "refused")
    assert line.ip == "198.51.100.31"
    assert "pas-celui-la" not in str((line.before, line.after))


def test_changes_of_the_means_to_sign_in_are_told(
    browser: Browser, client: TestClient, person: Person, mailbox: Mailbox
) -> None:
    browser.sign_in(person.user.email)
    totp = "account/authenticators/totp"
    app = pyotp.TOTP(browser.call("GET", totp).json()["meta"]["secret"])
    browser.call("POST", totp, {"code": app.now()})
    Browser(client).sign_in(person.user.email)
    browser.call("POST", "account/authenticators/recovery-codes", {})
    browser.call("DELETE", totp)
    new = address("neu")
    browser.call("POST", "account/email", {"email": new})
    browser.call("POST", "auth/email/verify", {"key": mailbox.code(new)})
    change = {"current_password": PASSWORD, "new_password": NEW_PASSWORD}
    browser.call("POST", "account/password/change", change)
    other = Browser(client, agent=SAFARI)
    other.sign_in(new, NEW_PASSWORD)
    rows = browser.call("GET", "auth/sessions").json()["data"]
    ids = [row["id"] for row in rows if not row["is_current"]]
    browser.call("DELETE", "auth/sessions", {"sessions": ids})
    browser.call("DELETE", "auth/session")
    told = [action for action in actions_of(person) if not action.startswith(("member", "work"))]
    for action in (
        "sign_in",
        "factor.add",
        "factor.renew",
        "factor.remove",
        "email.change",
        "password.change",
        "session.end",
        "sign_out",
    ):
        assert action in told, (action, told)


def test_wrong_codes_are_told(browser: Browser, client: TestClient, person: Person) -> None:
    browser.call("POST", "auth/code/request", {"email": person.user.email})
    browser.call("POST", "auth/code/confirm", {"code": "BBBB-BBBB"})
    assert "code.refuse" in actions_of(person)
    browser.sign_in(person.user.email)
    totp = "account/authenticators/totp"
    app = pyotp.TOTP(browser.call("GET", totp).json()["meta"]["secret"])
    browser.call("POST", totp, {"code": app.now()})
    other: Any = Browser(client)
    other.sign_in(person.user.email)
    other.call("POST", "auth/2fa/authenticate", {"code": "000000"})
    assert "factor.refuse" in actions_of(person)


def test_a_reset_and_a_deletion_are_told_and_stay(
    browser: Browser, client: TestClient, person: Person, mailbox: Mailbox
) -> None:
    browser.call("POST", "auth/password/request", {"email": person.user.email})
    key = mailbox.link(person.user.email).rsplit("/", 1)[1]
    browser.call("POST", "auth/password/reset", {"key": key, "password": NEW_PASSWORD})
    browser.sign_in(person.user.email, NEW_PASSWORD)
    assert browser.call("DELETE", "/api/v2/account").status_code == 204
    told = actions_of(person)
    assert {"password.reset", "account.delete"} <= set(told)

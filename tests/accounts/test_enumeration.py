"""Nobody learns from us who has an account: not by words, status, work or mail."""

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from netz.accounts import hashing
from tests.accounts.people import NEW_PASSWORD, Browser, Mailbox, address, open_to, text_of
from tests.accounts.test_registration import register
from tests.factories import make_world


class Work:
    """How many passwords were hashed."""

    hashes = 0


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Work]]:
    encode, verify = hashing.Argon2id.encode, hashing.Argon2id.verify

    def counted(method: Any) -> Any:
        def call(*args: Any) -> Any:
            Work.hashes += 1
            return method(*args)

        return call

    monkeypatch.setattr(hashing.Argon2id, "encode", counted(encode))
    monkeypatch.setattr(hashing.Argon2id, "verify", counted(verify))
    Work.hashes = 0
    return Work  # type: ignore[return-value]  # a fixture


def sign_in(browser: Browser, email: str) -> Any:
    return browser.sign_in(email, "pas-celui-la-du-tout")


def ask_code(browser: Browser, email: str) -> Any:
    return browser.call("POST", "auth/code/request", {"email": email})


def confirm_code(browser: Browser, email: str) -> Any:
    ask_code(browser, email)
    return browser.call("POST", "auth/code/confirm", {"code": "BBBB-BBBB"})


def ask_reset(browser: Browser, email: str) -> Any:
    return browser.call("POST", "auth/password/request", {"email": email})


def sign_up(browser: Browser, email: str) -> Any:
    return register(browser, email, open_to(make_world(), "open"))


def verify(browser: Browser, email: str) -> Any:
    sign_up(browser, email)
    return browser.call("POST", "auth/email/verify", {"key": "BBBB-BBBB"})


def resend(browser: Browser, email: str) -> Any:
    sign_up(browser, email)
    return browser.call("POST", "auth/email/verify/resend")


WAYS = (sign_in, ask_code, confirm_code, ask_reset, sign_up, verify, resend)


def known() -> str:
    return str(make_world().agent.user.email)


def without_password() -> str:
    user = make_world().agent.user
    user.set_unusable_password()
    user.save(update_fields=["password"])
    return str(user.email)


def deactivated() -> str:
    user = make_world().agent.user
    user.is_active = False
    user.save(update_fields=["is_active"])
    return str(user.email)


def told(answer: Any) -> tuple[Any, ...]:
    """All of an answer that could tell one address from another."""
    headers = sorted(set(answer.headers) - {"x-request-id", "date"})
    body = answer.json()
    return answer.status_code, headers, _without_times(body)


def _without_times(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            name: _without_times(item)
            for name, item in value.items()
            if name not in ("request_id", "session_token")
        }
    if isinstance(value, list):
        return [_without_times(item) for item in value]
    return value


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("kind", [known, without_password, deactivated])
def test_known_and_unknown_addresses_get_the_same_answer_for_the_same_work(
    client: TestClient, work: type[Work], way: Any, kind: Any
) -> None:
    addresses, seen = (kind(), address()), []
    for email in addresses:
        Work.hashes = 0
        answer = told(way(Browser(client), email))
        seen.append((answer, Work.hashes))
    assert seen[0] == seen[1]


def test_a_sign_in_hashes_exactly_once_whoever_asks(client: TestClient, work: type[Work]) -> None:
    for email in (known(), without_password(), address()):
        Work.hashes = 0
        sign_in(Browser(client), email)
        assert Work.hashes == 1, email


def test_only_the_address_s_owner_is_told_by_mail(client: TestClient, mailbox: Mailbox) -> None:
    email, nobody = known(), address()
    for one in (email, nobody):
        sign_up(Browser(client), one)
        ask_reset(Browser(client), one)
        ask_code(Browser(client), one)
    mine = [str(one["Subject"]) for one in mailbox.of(email)]
    theirs = [str(one["Subject"]) for one in mailbox.of(nobody)]
    assert len(mine) == len(theirs) == 3, "as many mails either way"
    assert "Vous avez déjà un compte" in mine
    assert not any("déjà un compte" in subject for subject in theirs)


def test_no_mail_to_an_unknown_address_names_anybody_or_holds_a_code(
    client: TestClient, mailbox: Mailbox
) -> None:
    nobody = address()
    ask_reset(Browser(client), nobody)
    ask_code(Browser(client), nobody)
    for message in mailbox.of(nobody):
        assert "Aucun compte" in str(message["Subject"])
        assert "\n    " not in text_of(message)


def test_registering_at_a_known_address_changes_nothing_there(client: TestClient) -> None:
    email = known()
    register(Browser(client), email, open_to(make_world(), "open"), NEW_PASSWORD)
    assert Browser(client).sign_in(email, NEW_PASSWORD).status_code == 400
    assert Browser(client).sign_in(email).status_code == 200

"""Sign-in by a mailed code, and a new password by a mailed link."""

import re
import time
from typing import Any

import pytest
from starlette.testclient import TestClient

from netz.accounts.models import User
from tests.accounts.people import NEW_PASSWORD, Browser, Mailbox, text_of
from tests.accounts.test_registration import pending
from tests.factories import get_tokens, make_world


def ask_code(browser: Browser, email: str) -> Any:
    return browser.call("POST", "auth/code/request", {"email": email})


def ask_reset(browser: Browser, email: str) -> Any:
    return browser.call("POST", "auth/password/request", {"email": email})


def reset(browser: Browser, key: str, password: str = NEW_PASSWORD) -> Any:
    return browser.call("POST", "auth/password/reset", {"key": key, "password": password})


def key_of(link: str) -> str:
    """The key in a link for a new password."""
    return link.rsplit("/", 1)[1]


def test_a_mailed_code_signs_in_once(
    browser: Browser, client: TestClient, mailbox: Mailbox
) -> None:
    email = make_world().agent.user.email
    asked = ask_code(browser, email)
    assert asked.status_code == 401
    assert pending(asked) == ["login_by_code"]
    code = mailbox.code(email)
    assert browser.call("POST", "auth/code/confirm", {"code": code.lower()}).status_code == 200
    assert browser.is_in
    other = Browser(client)
    ask_code(other, email)
    assert other.call("POST", "auth/code/confirm", {"code": code}).status_code == 400


def test_three_wrong_codes_end_the_attempt(browser: Browser, mailbox: Mailbox) -> None:
    email = make_world().agent.user.email
    ask_code(browser, email)
    code = mailbox.code(email)
    wrong = {"code": "BBBB-BBBB"}
    statuses = [browser.call("POST", "auth/code/confirm", wrong).status_code for _ in range(3)]
    assert statuses == [400, 400, 400]
    assert browser.call("POST", "auth/code/confirm", {"code": code}).status_code == 409
    assert not browser.is_in


def test_a_code_is_over_after_ten_minutes(
    browser: Browser, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    email = make_world().agent.user.email
    ask_code(browser, email)
    code = mailbox.code(email)
    later = time.time() + 601
    monkeypatch.setattr(time, "time", lambda: later)
    assert browser.call("POST", "auth/code/confirm", {"code": code}).status_code == 409


def test_a_code_of_another_browser_s_request_opens_nothing(
    browser: Browser, client: TestClient, mailbox: Mailbox
) -> None:
    email = make_world().agent.user.email
    ask_code(browser, email)
    code = mailbox.code(email)
    thief = Browser(client)
    assert thief.call("POST", "auth/code/confirm", {"code": code}).status_code == 409


def test_a_mailed_link_sets_a_new_password_once_and_ends_every_session(
    browser: Browser, client: TestClient, mailbox: Mailbox
) -> None:
    person = make_world().agent
    email = person.user.email
    elsewhere = Browser(client)
    assert elsewhere.sign_in(email).status_code == 200
    tokens = get_tokens(client, person)
    assert ask_reset(browser, email).status_code == 200
    key = key_of(mailbox.link(email))
    checked = browser.call("GET", "auth/password/reset", X_Password_Reset_Key=key)
    assert checked.status_code == 200
    assert reset(browser, key).status_code == 401, "done; sign in now"
    assert User.objects.get(pk=person.user.pk).check_password(NEW_PASSWORD)
    assert not elsewhere.is_in
    refreshed = client.post(
        "/_allauth/app/v1/tokens/refresh", json={"refresh_token": tokens["refresh"]}
    )
    assert refreshed.status_code == 400
    assert reset(browser, key, "Encore-un-autre-84").status_code == 400
    assert browser.sign_in(email, NEW_PASSWORD).status_code == 200
    assert any("réinitialisé" in str(one["Subject"]) for one in mailbox.of(email))


def test_a_link_for_a_new_password_is_over_after_an_hour_whether_or_not_anything_cleans_up(
    browser: Browser, mailbox: Mailbox, settings_of_django: Any
) -> None:
    email = make_world().agent.user.email
    ask_reset(browser, email)
    key = key_of(mailbox.link(email))
    assert settings_of_django.PASSWORD_RESET_TIMEOUT == 3600
    settings_of_django.PASSWORD_RESET_TIMEOUT = -1
    assert browser.call("GET", "auth/password/reset", X_Password_Reset_Key=key).status_code == 400
    assert reset(browser, key).status_code == 400


def test_a_link_for_a_new_password_dies_with_the_next_sign_in_or_change(
    browser: Browser, client: TestClient, mailbox: Mailbox
) -> None:
    email = make_world().agent.user.email
    ask_reset(browser, email)
    ask_reset(browser, email)
    first, second = (
        key_of(re.findall(r"https?://\S+", text_of(one))[0]) for one in mailbox.of(email)[-2:]
    )
    assert reset(browser, second).status_code == 401
    assert reset(browser, first, "Encore-un-autre-84").status_code == 400


def test_a_weak_new_password_is_refused_and_the_link_stays(
    browser: Browser, mailbox: Mailbox
) -> None:
    email = make_world().agent.user.email
    ask_reset(browser, email)
    key = key_of(mailbox.link(email))
    assert reset(browser, key, "P@ssword2024!").status_code == 400
    assert reset(browser, key).status_code == 401


@pytest.mark.parametrize("key", ["", "x", "-", "0-0", "é-é", f"{'a' * 32}-bbb", "0" * 4000])
def test_a_made_up_key_opens_nothing(browser: Browser, key: str) -> None:
    assert reset(browser, key).status_code == 400


def test_a_deactivated_person_gets_neither_code_nor_link(
    browser: Browser, mailbox: Mailbox
) -> None:
    user = make_world().agent.user
    user.is_active = False
    user.save(update_fields=["is_active"])
    ask_code(browser, user.email)
    ask_reset(browser, user.email)
    for message in mailbox.of(user.email):
        assert "Aucun compte" in str(message["Subject"])

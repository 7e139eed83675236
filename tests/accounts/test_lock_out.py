"""Guessing passwords: braked for the account and for the source, without locking its owner out."""

import time
from collections import Counter
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.accounts.people import Browser, Mailbox, address
from tests.factories import Person, make_world
from tests.security.ways_in import in_parallel

WRONG = "pas-celui-la-du-tout"


@pytest.fixture
def person() -> Person:
    return make_world().agent


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    class Clock:
        now = time.time()

    monkeypatch.setattr(time, "time", lambda: Clock.now)
    return Clock


def guess(browser: Browser, person: Person, times: int) -> list[int]:
    return [browser.sign_in(person.user.email, WRONG).status_code for _ in range(times)]


def test_lock_out_race_under_200_parallel_attempts(client: TestClient, person: Person) -> None:
    def attempt() -> int:
        return int(Browser(client).sign_in(person.user.email, WRONG).status_code)

    assert Counter(in_parallel(*[attempt] * 200)) == {400: 5, 429: 195}
    assert Browser(client).sign_in(person.user.email).status_code == 429


def test_sign_ins_at_once_from_the_own_device_all_succeed(
    browser: Browser, client: TestClient, person: Person
) -> None:
    browser.sign_in(person.user.email)
    device = {"netz-device": browser.cookies["netz-device"]}

    def attempt() -> int:
        own = Browser(client, cookies=dict(device))
        return int(own.sign_in(person.user.email).status_code)

    # At most five attempts may be under way before one succeeds and clears the count.
    statuses = Counter(in_parallel(*[attempt] * 4))
    assert statuses == {200: 4}


def test_the_refusal_says_when_to_come_back_and_waits_grow(
    client: TestClient, person: Person, clock: Any
) -> None:
    assert guess(Browser(client), person, 5) == [400] * 5
    waits = []
    for _ in range(7):
        braked = Browser(client).sign_in(person.user.email, WRONG)
        assert braked.status_code == 429
        assert braked.headers["content-type"].startswith("application/problem+json")
        assert braked.json()["code"] == "too_many"
        waits.append(int(braked.headers["Retry-After"]))
        clock.now += waits[-1]
        assert guess(Browser(client), person, 1) == [400]
    assert waits == [30, 60, 120, 240, 480, 900, 900]
    clock.now += 900
    assert Browser(client).sign_in(person.user.email).status_code == 200


def test_an_attacker_does_not_lock_the_owner_out_of_a_known_device(
    browser: Browser, client: TestClient, person: Person
) -> None:
    browser.sign_in(person.user.email)
    browser.call("DELETE", "auth/session")
    guess(Browser(client), person, 6)
    assert Browser(client).sign_in(person.user.email).status_code == 429
    assert browser.sign_in(person.user.email).status_code == 200


def test_the_owner_gets_in_by_a_mailed_code_meanwhile(
    client: TestClient, person: Person, mailbox: Mailbox
) -> None:
    guess(Browser(client), person, 6)
    owner = Browser(client)
    owner.call("POST", "auth/code/request", {"email": person.user.email})
    code = {"code": mailbox.code(person.user.email)}
    assert owner.call("POST", "auth/code/confirm", code).status_code == 200


def test_a_known_device_is_braked_too(browser: Browser, person: Person) -> None:
    browser.sign_in(person.user.email)
    browser.call("DELETE", "auth/session")
    assert guess(browser, person, 6) == [400] * 5 + [429]


def test_a_device_known_to_somebody_else_is_none(client: TestClient, person: Person) -> None:
    stranger = Browser(client)
    stranger.sign_in(make_world().agent.user.email)
    stranger.call("DELETE", "auth/session")
    guess(Browser(client), person, 5)
    assert stranger.sign_in(person.user.email).status_code == 429


def test_guesses_at_many_accounts_from_one_address_are_braked(
    client: TestClient, person: Person
) -> None:
    source = "203.0.113.77"
    for _ in range(30):
        one = Browser(client, peer=source)
        assert one.sign_in(address(), WRONG).status_code == 400
    assert Browser(client, peer=source).sign_in(person.user.email).status_code == 429
    assert Browser(client).sign_in(person.user.email).status_code == 200, "from elsewhere"


def test_sign_ins_that_succeed_do_not_count_against_their_address(
    client: TestClient, person: Person
) -> None:
    source = "203.0.113.78"
    for _ in range(40):
        assert Browser(client, peer=source).sign_in(person.user.email).status_code == 200


def test_an_ipv6_customer_s_addresses_count_as_one(client: TestClient, person: Person) -> None:
    for number in range(30):
        one = Browser(client, peer=f"2001:db8:5:6::{number:x}")
        assert one.sign_in(address(), WRONG).status_code == 400
    braked = Browser(client, peer="2001:db8:5:6:ffff::1").sign_in(person.user.email)
    assert braked.status_code == 429


@pytest.mark.parametrize(
    "place", ["auth/code/request", "auth/password/request"], ids=["code", "reset"]
)
@pytest.mark.parametrize("known", [True, False])
def test_mails_that_anybody_can_ask_for_are_braked_for_each_address(
    client: TestClient, place: str, known: bool, clock: Any
) -> None:
    email = make_world().agent.user.email if known else address()
    statuses = [Browser(client).call("POST", place, {"email": email}).status_code for _ in range(4)]
    assert statuses[3] == 429
    assert 429 not in statuses[:3]
    clock.now += 60
    assert Browser(client).call("POST", place, {"email": email}).status_code != 429


def test_requests_for_mails_from_one_address_are_braked(client: TestClient) -> None:
    source = "203.0.113.79"
    statuses = [
        Browser(client, peer=source)
        .call("POST", "auth/password/request", {"email": address()})
        .status_code
        for _ in range(31)
    ]
    assert statuses == [200] * 30 + [429]


def test_a_forwarded_address_counts_only_behind_a_proxy_that_is_named(
    client: TestClient, settings_of_django: Any
) -> None:
    source = "203.0.113.80"

    def attempt(forwarded: str) -> int:
        body = {"email": address(), "password": WRONG}
        browser = Browser(client, peer=source)
        headers = {"X_Forwarded_For": forwarded}
        return int(browser.call("POST", "auth/login", body, **headers).status_code)

    assert {attempt(f"198.51.100.{number}") for number in range(30)} == {400}
    assert attempt("198.51.100.200") == 429, "whoever sends the header stays the same source"
    settings_of_django.TRUSTED_PROXIES = 1
    assert attempt("198.51.100.201") == 400
    assert attempt("192.0.2.1, 198.51.100.202") == 400

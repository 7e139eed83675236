"""A sign-in from a device that is new is told to the person, a known one is not."""

import pytest
from starlette.testclient import TestClient

from netz.accounts.devices import device_of
from netz.accounts.network import network_of, source_of, tells_apart
from tests.accounts.people import FIREFOX, SAFARI, Browser, Mailbox, text_of
from tests.factories import Person, get_tokens, make_world

NEW = "Connexion depuis un nouvel appareil"


@pytest.fixture
def person() -> Person:
    return make_world().agent


def notices(mailbox: Mailbox, person: Person) -> list[str]:
    return [text_of(one) for one in mailbox.of(person.user.email) if NEW in str(one["Subject"])]


def test_the_first_device_is_no_news_and_the_next_one_is(
    browser: Browser, client: TestClient, person: Person, mailbox: Mailbox
) -> None:
    browser.sign_in(person.user.email)
    assert notices(mailbox, person) == []
    phone = Browser(client, agent=SAFARI, peer="198.51.100.9")
    phone.sign_in(person.user.email)
    (told,) = notices(mailbox, person)
    assert "Mobile Safari 17, iOS" in told
    assert "198.51.100.9" in told
    assert "/password-reset" in told


def test_a_known_browser_is_known_wherever_it_is(
    browser: Browser, person: Person, mailbox: Mailbox
) -> None:
    browser.sign_in(person.user.email)
    browser.call("DELETE", "auth/session")
    browser.peer = "198.51.100.10"
    browser.agent = FIREFOX.replace("128", "140")
    browser.sign_in(person.user.email)
    assert notices(mailbox, person) == []


def test_the_same_kind_of_browser_in_the_same_network_is_no_news(
    client: TestClient, person: Person, mailbox: Mailbox
) -> None:
    for peer in ("203.0.113.20", "203.0.113.21"):
        Browser(client, peer=peer).sign_in(person.user.email)
    assert notices(mailbox, person) == []


def test_an_app_that_keeps_no_cookie_is_known_by_its_kind_and_network(
    client: TestClient, person: Person, mailbox: Mailbox
) -> None:
    for _ in range(2):
        get_tokens(client, person)
    assert notices(mailbox, person) == []


def test_the_device_cookie_is_out_of_scripts_reach_and_opens_nothing(
    browser: Browser, client: TestClient, person: Person
) -> None:
    answer = browser.sign_in(person.user.email)
    cookie = next(
        line for line in answer.headers.get_list("set-cookie") if line.startswith("netz-device=")
    )
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    thief = Browser(client, cookies={"netz-device": browser.cookies["netz-device"]})
    assert not thief.is_in


@pytest.mark.parametrize(
    ("agent", "name", "kind"),
    [
        (FIREFOX, "Firefox 128, Linux", "desktop"),
        (SAFARI, "Mobile Safari 17, iOS", "mobile"),
        (SAFARI.replace("iPhone; CPU iPhone", "iPad; CPU"), "Mobile Safari 17, iOS", "tablet"),
        ("netz-app/1.2", "netz-app", "app"),
        ("", "?", "app"),
        ("x" * 5000, "x" * 40, "app"),
    ],
)
def test_a_device_is_called_what_a_person_would_call_it(agent: str, name: str, kind: str) -> None:
    device = device_of(agent)
    assert (str(device), device.kind) == (name, kind)


def test_addresses_are_told_apart_by_what_one_customer_has() -> None:
    assert source_of("192.0.2.7") != source_of("192.0.2.8")
    assert source_of("2001:db8::1") == source_of("2001:db8::ffff")
    assert network_of("192.0.2.7") == network_of("192.0.2.8")
    assert network_of("2001:db8:0:1::1") == network_of("2001:db8:0:2::1")
    assert not tells_apart("127.0.0.1"), "a proxy that nobody named"
    assert not tells_apart("::1")
    assert not tells_apart("nowhere")
    assert tells_apart("192.0.2.7")
    assert source_of("nowhere") == ""

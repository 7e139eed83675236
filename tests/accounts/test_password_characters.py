"""A password is compared as it was typed, to its last character, and may be long."""

import pytest
from starlette.testclient import TestClient

from netz.accounts.models import User
from tests.accounts.people import Browser, Mailbox, address, open_to
from tests.accounts.test_codes_and_resets import ask_reset, key_of, reset
from tests.accounts.test_registration import register
from tests.factories import Person, make_world
from tests.security.test_invitations import accept, invited

LONG = f"  Une péniche Violette {'à midi, ' * 12}part d’Ornans 42 "


@pytest.fixture
def person() -> Person:
    """Somebody whose password has capitals, accents, spaces at both ends and a long tail."""
    person = make_world().agent
    person.user.set_password(LONG)
    person.user.save(update_fields=["password"])
    return person


@pytest.mark.parametrize(
    "other",
    [
        LONG.lower(),
        LONG.upper(),
        LONG.strip(),
        LONG.rstrip(),
        f"{LONG} ",
        LONG[:72],
        LONG[:-2] + "3 ",
        LONG.replace("é", "e"),
        LONG.replace("’", "'"),
    ],
    ids=["lower", "upper", "bare", "cut", "longer", "bcrypt", "tail", "accent", "apostrophe"],
)
def test_a_password_is_compared_exactly_as_it_was_typed(
    client: TestClient, person: Person, other: str
) -> None:
    assert other != LONG
    assert Browser(client).sign_in(person.user.email, other).status_code == 400
    assert Browser(client).sign_in(person.user.email, LONG).status_code == 200


@pytest.mark.parametrize("length", [64, 128, 1000])
def test_a_long_password_is_set_whole_and_signs_in(
    browser: Browser, client: TestClient, person: Person, length: int
) -> None:
    new = (LONG * 10)[: length - 1] + "x"
    browser.sign_in(person.user.email, LONG)
    body = {"current_password": LONG, "new_password": new}
    changed = browser.call("POST", "account/password/change", body)
    assert changed.status_code == 200, changed.text
    assert User.objects.get(pk=person.user.pk).check_password(new)
    assert Browser(client).sign_in(person.user.email, new[:-1]).status_code == 400
    assert Browser(client).sign_in(person.user.email, new).status_code == 200


def test_a_password_is_kept_as_it_was_typed_by_whichever_way_it_is_set(
    browser: Browser, client: TestClient, mailbox: Mailbox
) -> None:
    email, slug = address("new"), open_to(make_world(), "open")
    assert register(browser, email, slug, password=LONG).status_code == 401
    assert User.objects.get(email=email).check_password(LONG)
    person = make_world().agent
    ask_reset(browser, person.user.email)
    reset(browser, key_of(mailbox.link(person.user.email)), LONG)
    assert User.objects.get(pk=person.user.pk).check_password(LONG)


def test_an_invited_person_s_password_is_kept_as_it_was_typed(client: TestClient) -> None:
    world = make_world()
    _, token = invited(client, world)
    accepted = accept(client, token, LONG)
    assert accepted.status_code == 201, accepted.text
    assert User.objects.get(email=accepted.json()["email"]).check_password(LONG)

"""A session's key: long, random, new at each proof of who somebody is; and the session's end."""

import math
import secrets
from datetime import timedelta
from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.utils import timezone
from starlette.testclient import TestClient

from netz.core.db import tenant
from netz.workspaces.models import SecurityPolicy
from tests.accounts.people import Browser
from tests.factories import PASSWORD, Person, make_world, sign_in

ME = "/api/v2/me"


@pytest.fixture
def person() -> Person:
    return make_world().agent


def key_of(browser: Browser) -> str:
    """The session's key, which is what its cookie holds."""
    return browser.cookies["netz"]


def opens(client: TestClient, key: str) -> bool:
    """Whether a cookie with this key is taken for somebody."""
    return client.get(ME, headers={"Cookie": f"netz={key}"}).status_code == 200


def test_a_session_s_key_is_unique_and_has_128_bits_of_the_system_s_generator(
    client: TestClient, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[tuple[str, int]] = []
    choice = secrets.choice

    def recorded(letters: Any) -> Any:
        drawn.append((choice(letters), len(letters)))
        return drawn[-1][0]

    monkeypatch.setattr(secrets, "choice", recorded)
    keys = set()
    for _ in range(3):
        drawn.clear()
        browser = Browser(client)
        assert browser.sign_in(person.user.email).status_code == 200
        keys.add(key_of(browser))
        assert key_of(browser) in "".join(letter for letter, _ in drawn)
        assert len(key_of(browser)) * math.log2(min(size for _, size in drawn)) >= 128
    assert len(keys) == 3


def test_a_sign_in_gives_a_new_key_and_ends_the_one_before(
    client: TestClient, browser: Browser, person: Person
) -> None:
    browser.call("GET", "auth/webauthn/login")  # what begins a session before anybody is known
    planted = key_of(browser)
    assert browser.sign_in(person.user.email).status_code == 200
    first = key_of(browser)
    assert first != planted
    assert not Session.objects.filter(session_key=planted).exists()
    browser.cookies["netz"] = planted
    assert not browser.is_in


def test_a_confirmation_gives_a_new_key_ends_the_one_before_and_keeps_the_rest(
    client: TestClient, browser: Browser, person: Person
) -> None:
    browser.sign_in(person.user.email)
    before = key_of(browser)
    kept = Session.objects.get(session_key=before).get_decoded()
    began = UserSession.objects.get(session_key=before).created_at
    given = browser.call("POST", "auth/reauthenticate", {"password": PASSWORD})
    assert given.status_code == 200
    after = key_of(browser)
    assert after != before
    assert (opens(client, before), opens(client, after)) == (False, True)
    now = Session.objects.get(session_key=after).get_decoded()
    assert {**now, "account_authentication_methods": None} == {
        **kept,
        "account_authentication_methods": None,
    }
    row = UserSession.objects.get(user=person.user)
    assert (row.session_key, row.created_at) == (after, began), "the same session in the list"


def test_a_refused_confirmation_changes_nothing(browser: Browser, person: Person) -> None:
    browser.sign_in(person.user.email)
    before = key_of(browser)
    wrong = browser.call("POST", "auth/reauthenticate", {"password": "pas-celui-la"})
    assert wrong.status_code == 400
    assert key_of(browser) == before
    assert browser.is_in


def test_a_session_ends_after_14_days_however_it_is_used(
    browser: Browser, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    longest = timedelta(days=14)
    browser.sign_in(person.user.email)
    rows = Session.objects.filter(session_key=key_of(browser))
    ends = rows.get().expire_date
    assert ends <= timezone.now() + longest
    assert longest.total_seconds() == settings.SESSION_COOKIE_AGE
    later = timezone.now() + timedelta(days=5)
    monkeypatch.setattr(timezone, "now", lambda: later)
    given = browser.call("POST", "auth/reauthenticate", {"password": PASSWORD})
    assert given.status_code == 200, given.text
    rows = Session.objects.filter(session_key=key_of(browser))
    assert rows.get().expire_date == ends, "a confirmation makes it last no longer"
    assert browser.is_in
    rows.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert not browser.is_in
    assert browser.call("GET", "auth/session").status_code == 401


def test_a_session_ends_after_the_workspace_s_own_hours(client: TestClient) -> None:
    world = make_world()
    cookie = sign_in(client, world.agent)
    with tenant(world.id):
        SecurityPolicy.objects.update(session_hours=8)
    assert client.get(ME, headers=cookie).status_code == 200
    proved_before(cookie["Cookie"].removeprefix("netz="), hours=9)
    refused = client.get(ME, headers=cookie)
    assert (refused.status_code, refused.json()["code"]) == (401, "access.sign_in_again")
    with tenant(world.id):
        SecurityPolicy.objects.update(session_hours=10)
    assert client.get(ME, headers=cookie).status_code == 200


def proved_before(key: str, *, hours: int) -> None:
    """Moves what the session keeps of its sign-in into the past."""
    session = SessionStore(session_key=key)
    session["account_authentication_methods"] = [
        {**record, "at": record["at"] - hours * 3600}
        for record in session["account_authentication_methods"]
    ]
    session.save()

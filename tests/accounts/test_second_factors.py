"""Second factors: one-time codes, recovery codes, security keys and passkeys."""

import json
import re
import time
from typing import Any

import pyotp
import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from starlette.testclient import TestClient

from tests.accounts.people import NEW_PASSWORD, Browser, Mailbox
from tests.accounts.soft_key import SoftKey
from tests.accounts.test_registration import pending
from tests.factories import PASSWORD, Person, make_world

TOTP = "account/authenticators/totp"
RECOVERY = "account/authenticators/recovery-codes"
WEBAUTHN = "account/authenticators/webauthn"
CODE = "auth/2fa/authenticate"


@pytest.fixture
def person() -> Person:
    return make_world().agent


@pytest.fixture
def signed_in(browser: Browser, person: Person) -> Browser:
    assert browser.sign_in(person.user.email).status_code == 200
    return browser


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A clock that is set by hand; starts in the middle of a code's half minute."""

    class Clock:
        now = time.time() // 30 * 30 + 15

    monkeypatch.setattr(time, "time", lambda: Clock.now)
    return Clock


def add_totp(browser: Browser) -> pyotp.TOTP:
    """Sets an authenticator app up, as a person does."""
    secret = browser.call("GET", TOTP).json()["meta"]["secret"]
    app = pyotp.TOTP(secret)
    added = browser.call("POST", TOTP, {"code": app.at(int(time.time()))})
    assert added.status_code == 200, added.text
    return app


def again(client: TestClient, person: Person) -> Browser:
    """Another browser that has given the password and waits for the second factor."""
    browser = Browser(client)
    answer = browser.sign_in(person.user.email)
    assert answer.status_code == 401
    assert "mfa_authenticate" in pending(answer)
    return browser


def test_an_authenticator_app_is_asked_for_at_the_next_sign_in(
    signed_in: Browser, client: TestClient, person: Person, mailbox: Mailbox, clock: Any
) -> None:
    app = add_totp(signed_in)
    clock.now += 30
    other = again(client, person)
    assert not other.is_in
    assert other.call("POST", CODE, {"code": "000000"}).status_code == 400
    assert other.call("POST", CODE, {"code": app.at(int(clock.now))}).status_code == 200
    assert other.is_in
    subjects = [str(one["Subject"]) for one in mailbox.of(person.user.email)]
    assert "Application d’authentification ajoutée" in subjects


def test_a_one_time_code_is_taken_once_for_as_long_as_it_is_valid(
    signed_in: Browser, client: TestClient, person: Person, clock: Any
) -> None:
    app = add_totp(signed_in)
    clock.now += 60
    code = app.at(int(clock.now))
    assert again(client, person).call("POST", CODE, {"code": code}).status_code == 200
    for _ in range(2):
        assert again(client, person).call("POST", CODE, {"code": code}).status_code == 400
        clock.now += 30
    assert again(client, person).call(
        "POST", CODE, {"code": app.at(int(clock.now))}
    ).status_code == (200)


def test_a_code_of_the_step_before_is_taken_and_an_older_one_is_not(
    signed_in: Browser, client: TestClient, person: Person, clock: Any
) -> None:
    app = add_totp(signed_in)
    clock.now += 300
    before, older = (app.at(int(clock.now) - seconds) for seconds in (30, 60))
    assert again(client, person).call("POST", CODE, {"code": older}).status_code == 400
    assert again(client, person).call("POST", CODE, {"code": before}).status_code == 200


def test_guesses_at_the_second_factor_are_braked_with_growing_waits(
    signed_in: Browser, client: TestClient, person: Person, clock: Any
) -> None:
    app = add_totp(signed_in)
    clock.now += 60
    guesser = again(client, person)
    statuses = [guesser.call("POST", CODE, {"code": "000000"}).status_code for _ in range(6)]
    assert statuses == [400] * 5 + [429]
    braked = again(client, person).call("POST", CODE, {"code": app.at(int(clock.now))})
    assert braked.status_code == 429
    assert braked.json()["code"] == "too_many"
    clock.now += int(braked.headers["Retry-After"])
    late = again(client, person).call("POST", CODE, {"code": app.at(int(clock.now))})
    assert late.status_code == 200, "nobody is locked out for good"


def test_recovery_codes_are_shown_once_and_each_opens_once(
    signed_in: Browser, client: TestClient, person: Person
) -> None:
    add_totp(signed_in)
    shown = signed_in.call("GET", RECOVERY).json()["data"]["unused_codes"]
    assert len(shown) == 10
    assert "unused_codes" not in signed_in.call("GET", RECOVERY).json()["data"]
    assert again(client, person).call("POST", CODE, {"code": shown[0]}).status_code == 200
    assert again(client, person).call("POST", CODE, {"code": shown[0]}).status_code == 400
    renewed = signed_in.call("POST", RECOVERY, {}).json()["data"]["unused_codes"]
    assert not set(renewed) & set(shown)
    assert again(client, person).call("POST", CODE, {"code": shown[1]}).status_code == 400
    assert again(client, person).call("POST", CODE, {"code": renewed[0]}).status_code == 200


def test_secrets_are_sealed_at_rest_also_while_they_are_set_up(
    signed_in: Browser, person: Person
) -> None:
    secret = signed_in.call("GET", TOTP).json()["meta"]["secret"]
    stored = Session.objects.get(session_key=signed_in.cookies["netz"])
    assert secret not in json.dumps(stored.get_decoded().get("x", "")) + stored.session_data
    assert secret.encode() not in _unsigned(stored.session_data)
    signed_in.call("POST", TOTP, {"code": pyotp.TOTP(secret).now()})
    codes = signed_in.call("GET", RECOVERY).json()["data"]["unused_codes"]
    rows = json.dumps([row.data for row in Authenticator.objects.filter(user=person.user)])
    assert secret not in rows
    assert not any(code in rows for code in codes)
    assert re.search(r'"secret": "v1\.', rows)
    assert re.search(r'"seed": "v1\.', rows)


def _unsigned(stored: str) -> bytes:
    """What whoever reads the table can make of a session without the installation's secret."""
    import zlib
    from base64 import urlsafe_b64decode

    payload = stored.lstrip(".").split(":")[0]
    raw = urlsafe_b64decode(payload + "=" * (-len(payload) % 4))
    return zlib.decompress(raw) if stored.startswith(".") else raw


def test_a_second_factor_asks_for_a_fresh_proof(signed_in: Browser, clock: Any) -> None:
    clock.now += 660
    code = pyotp.TOTP(signed_in.call("GET", TOTP).json()["meta"]["secret"]).at(int(clock.now))
    assert signed_in.call("POST", TOTP, {"code": code}).status_code == 401
    assert signed_in.call("GET", f"{WEBAUTHN}?passwordless").status_code == 401


CHANGES: list[tuple[str, str, Any]] = [
    ("POST", "account/email", {"email": "autre@example.com"}),
    (
        "POST",
        "account/password/change",
        {"current_password": PASSWORD, "new_password": NEW_PASSWORD},
    ),
    ("GET", f"{WEBAUTHN}?passwordless", None),
    ("GET", RECOVERY, None),
    ("DELETE", TOTP, None),
]


def test_a_password_alone_changes_no_account_that_has_a_second_factor(
    signed_in: Browser, clock: Any
) -> None:
    app = add_totp(signed_in)
    clock.now += 660
    body = {"password": PASSWORD}
    assert signed_in.call("POST", "auth/reauthenticate", body).status_code == 200
    for method, place, sent in CHANGES:
        refused = signed_in.call(method, place, sent)
        assert refused.status_code == 401, place
        assert "mfa_reauthenticate" in [one["id"] for one in refused.json()["data"]["flows"]]
    code = {"code": app.at(int(clock.now))}
    assert signed_in.call("POST", "auth/2fa/reauthenticate", code).status_code == 200
    for method, place, sent in CHANGES:
        assert signed_in.call(method, place, sent).status_code == 200, place


def test_taking_a_factor_away_is_told_and_opens_by_password_again(
    signed_in: Browser, client: TestClient, person: Person, mailbox: Mailbox
) -> None:
    add_totp(signed_in)
    assert signed_in.call("DELETE", TOTP).status_code == 200
    assert Browser(client).sign_in(person.user.email).status_code == 200
    subjects = [str(one["Subject"]) for one in mailbox.of(person.user.email)]
    assert "Application d’authentification retirée" in subjects
    assert not Authenticator.objects.filter(user=person.user).exists(), "recovery codes go with it"


def add_key(browser: Browser, key: SoftKey, *, passwordless: bool) -> Any:
    """Registers a key, as a browser does."""
    place = f"{WEBAUTHN}?passwordless" if passwordless else WEBAUTHN
    options = browser.call("GET", place).json()["data"]["creation_options"]
    credential = key.create(options["publicKey"])
    body = {"name": "Clé", "credential": credential, "passwordless": passwordless}
    return browser.call("POST", WEBAUTHN, body)


def test_a_passkey_signs_in_without_a_password_and_without_another_factor(
    signed_in: Browser, client: TestClient, person: Person
) -> None:
    key = SoftKey()
    added = add_key(signed_in, key, passwordless=True)
    assert added.status_code == 200, added.text
    assert added.json()["meta"]["recovery_codes_generated"]
    other = Browser(client)
    options = other.call("GET", "auth/webauthn/login").json()["data"]["request_options"]
    answer = key.get(options["publicKey"])
    assert other.call("POST", "auth/webauthn/login", {"credential": answer}).status_code == 200
    assert other.is_in
    replay = Browser(client)
    replay.call("GET", "auth/webauthn/login")
    assert replay.call("POST", "auth/webauthn/login", {"credential": answer}).status_code == 400
    assert not replay.is_in


def test_a_security_key_is_a_second_factor(
    signed_in: Browser, client: TestClient, person: Person
) -> None:
    key = SoftKey()
    assert add_key(signed_in, key, passwordless=False).status_code == 200
    other = again(client, person)
    options = other.call("GET", "auth/webauthn/authenticate").json()["data"]["request_options"]
    strange = SoftKey()
    strange.create(options["publicKey"], user_id=key.user_id)
    wrong = strange.get(options["publicKey"])
    assert (
        other.call("POST", "auth/webauthn/authenticate", {"credential": wrong}).status_code == 400
    )
    options = other.call("GET", "auth/webauthn/authenticate").json()["data"]["request_options"]
    answer = {"credential": key.get(options["publicKey"])}
    assert other.call("POST", "auth/webauthn/authenticate", answer).status_code == 200
    assert other.is_in


def test_a_key_s_answer_for_another_site_is_refused(
    signed_in: Browser, client: TestClient, person: Person
) -> None:
    key = SoftKey()
    add_key(signed_in, key, passwordless=True)
    other = Browser(client)
    options = other.call("GET", "auth/webauthn/login").json()["data"]["request_options"]
    answer = key.get(options["publicKey"], origin="https://testserver.evil.example")
    assert other.call("POST", "auth/webauthn/login", {"credential": answer}).status_code == 400


@pytest.mark.parametrize(
    "credential",
    [None, {}, [], "x", {"id": "a", "response": {}}, 7, {"id": 1, "rawId": 1, "response": []}],
)
def test_a_malformed_answer_of_a_key_is_refused(browser: Browser, credential: Any) -> None:
    browser.call("GET", "auth/webauthn/login")
    answer = browser.call("POST", "auth/webauthn/login", {"credential": credential})
    assert answer.status_code == 400


def test_keys_are_made_for_the_address_that_the_installation_has(
    signed_in: Browser, settings_of_django: Any
) -> None:
    settings_of_django.PUBLIC_HOST = "bureau.example"
    options = signed_in.call("GET", f"{WEBAUTHN}?passwordless").json()["data"]["creation_options"]
    assert options["publicKey"]["rp"]["id"] == "bureau.example"
    key = SoftKey()
    body = {"name": "Clé", "credential": key.create(options["publicKey"]), "passwordless": True}
    assert signed_in.call("POST", WEBAUTHN, body).status_code == 400, "the browser was elsewhere"

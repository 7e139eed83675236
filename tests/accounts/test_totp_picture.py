"""The picture from which an authenticator app reads its secret."""

from tests.accounts.people import Browser
from tests.factories import make_world

TOTP = "account/authenticators/totp"
PICTURE = f"{TOTP}/qr.svg"


def test_the_picture_is_of_the_set_up_that_this_session_has_begun(browser: Browser) -> None:
    person = make_world().agent
    assert browser.call("GET", PICTURE).status_code == 404
    assert browser.sign_in(person.user.email).status_code == 200
    assert browser.call("GET", PICTURE).status_code == 404
    assert browser.call("GET", TOTP).json()["meta"]["secret"]
    first = browser.call("GET", PICTURE)
    assert first.status_code == 200
    assert first.headers["Content-Type"] == "image/svg+xml"
    assert first.headers["Cache-Control"] == "no-store"
    browser.call("GET", TOTP)
    assert browser.call("GET", PICTURE).text != first.text

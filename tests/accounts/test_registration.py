"""People register where a workspace lets them, and prove their address by a code."""

import time
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from starlette.testclient import TestClient

from netz.accounts.models import User
from netz.core.db import tenant
from netz.workspaces.models import SecurityPolicy
from tests.accounts.people import NEW_PASSWORD, Browser, Mailbox, address, open_to, text_of
from tests.factories import make_world
from tests.security.test_invitations import accept, invited


def register(browser: Browser, email: str, slug: str, password: str = NEW_PASSWORD) -> Any:
    body = {"email": email, "password": password, "name": "Noa Petit", "workspace": slug}
    return browser.call("POST", "auth/signup", body)


def pending(response: Any) -> list[str]:
    """The steps that a sign-in still waits for."""
    return [flow["id"] for flow in response.json()["data"]["flows"] if flow.get("is_pending")]


def test_a_person_registers_and_is_in_after_the_code(browser: Browser, mailbox: Mailbox) -> None:
    slug, email = open_to(make_world(), "open"), address()
    answer = register(browser, email, slug)
    assert answer.status_code == 401
    assert pending(answer) == ["verify_email"]
    assert browser.call("GET", "auth/session").status_code == 401
    code = mailbox.code(email)
    verified = browser.call("POST", "auth/email/verify", {"key": code})
    assert verified.status_code == 200, verified.text
    user = verified.json()["data"]["user"]
    assert (user["email"], user["display"]) == (email, "Noa Petit")
    assert EmailAddress.objects.get(email=email).verified


def test_who_has_just_registered_joins_though_the_workspace_limits_how_long_a_sign_in_lasts(
    browser: Browser, mailbox: Mailbox
) -> None:
    world = make_world()
    slug, email = open_to(world, "open"), address()
    with tenant(world.id):
        SecurityPolicy.objects.update(session_hours=1, registration_company_id=world.company.pk)
    register(browser, email, slug)
    browser.call("POST", "auth/email/verify", {"key": mailbox.code(email)})
    joined = browser.call("POST", "/api/v2/memberships", {"workspace": slug})
    assert joined.status_code == 201, joined.text
    assert browser.call("GET", "/api/v2/me").status_code == 200


def test_the_code_that_proves_an_address_is_over_after_ten_minutes(
    browser: Browser, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    email = address()
    register(browser, email, open_to(make_world(), "open"))
    code = mailbox.code(email)
    later = time.time() + 601
    monkeypatch.setattr(time, "time", lambda: later)
    assert browser.call("POST", "auth/email/verify", {"key": code}).status_code != 200
    assert not EmailAddress.objects.get(email=email).verified


@pytest.mark.parametrize(
    ("registration", "domains", "opens"),
    [
        ("invitation", (), False),
        ("domain", ("elsewhere.example",), False),
        ("domain", ("example.com",), True),
        ("open", (), True),
    ],
)
def test_the_workspace_decides_who_registers(
    browser: Browser, registration: str, domains: tuple[str, ...], opens: bool
) -> None:
    slug, email = open_to(make_world(), registration, domains), address()
    assert register(browser, email, slug).status_code == (401 if opens else 403)
    assert User.objects.filter(email=email).exists() is opens


def test_a_workspace_that_does_not_exist_lets_nobody_register(browser: Browser) -> None:
    assert register(browser, address(), "nulle-part").status_code == 403


def test_a_wrong_code_is_refused_and_the_third_one_ends_it(
    browser: Browser, mailbox: Mailbox
) -> None:
    slug, email = open_to(make_world(), "open"), address()
    register(browser, email, slug)
    code = mailbox.code(email)
    statuses = [
        browser.call("POST", "auth/email/verify", {"key": "BBBB-BBBB"}).status_code
        for _ in range(4)
    ]
    assert statuses == [400, 400, 400, 409]
    assert browser.call("POST", "auth/email/verify", {"key": code}).status_code == 409
    assert not EmailAddress.objects.get(email=email).verified


def test_another_code_can_be_asked_for_and_replaces_the_first(
    browser: Browser, mailbox: Mailbox
) -> None:
    slug, email = open_to(make_world(), "open"), address()
    register(browser, email, slug)
    first = mailbox.code(email)
    assert browser.call("POST", "auth/email/verify/resend").status_code == 200
    second = mailbox.code(email)
    assert browser.call("POST", "auth/email/verify", {"key": first}).status_code == 400
    assert browser.call("POST", "auth/email/verify", {"key": second}).status_code == 200


def test_a_weak_password_is_refused_at_registration_in_the_reader_s_language(
    browser: Browser,
) -> None:
    slug, email = open_to(make_world(), "open"), address()
    for language, words in (("fr", "divulgués"), ("en", "leaked")):
        browser.language = language
        answer = register(browser, email, slug, "P@ssword2024!")
        assert answer.status_code == 400
        assert any(words in error["message"] for error in answer.json()["errors"])
    guessed = register(browser, email, slug, f"{slug}-noa")
    assert {error["code"] for error in guessed.json()["errors"]} & {
        "password_too_weak",
        "password_too_similar",
    }
    assert not User.objects.filter(email=email).exists()


def test_who_has_registered_without_proof_can_sign_in_only_with_a_code(
    client: TestClient, mailbox: Mailbox
) -> None:
    slug, email = open_to(make_world(), "open"), address()
    register(Browser(client), email, slug)
    later = Browser(client)
    answer = later.sign_in(email, NEW_PASSWORD)
    assert answer.status_code == 401
    assert pending(answer) == ["verify_email"]
    assert later.call("POST", "auth/email/verify", {"key": mailbox.code(email)}).status_code == 200


def test_a_stranger_who_registers_an_address_first_does_not_keep_it(
    browser: Browser, client: TestClient
) -> None:
    world, email = make_world(), address()
    register(browser, email, open_to(world, "open"), "Grille-pain-du-voleur-7")
    _, token = invited(client, world, email)
    assert accept(client, token).status_code == 201
    owner = User.objects.get(email=email)
    assert owner.name == "Noa"
    assert not owner.check_password("Grille-pain-du-voleur-7")
    assert EmailAddress.objects.get(user=owner).verified


def test_the_mail_with_the_code_is_text_and_html_in_the_reader_s_language(
    browser: Browser, mailbox: Mailbox
) -> None:
    slug = open_to(make_world(), "open")
    for language, words in (
        ("fr", "Confirmez que cette adresse"),
        ("en", "Confirm with this code"),
    ):
        browser.language, email = language, address()
        register(browser, email, slug)
        message = mailbox.last(email)
        code = mailbox.code(email)
        assert words in text_of(message)
        assert code in str(message["Subject"])
        page = message.get_body(("html",))
        assert page is not None
        assert code in page.get_content()
        assert f'<html lang="{language}">' in page.get_content()
        assert message["Auto-Submitted"] == "auto-generated"

"""A signed-in person's own account: password, address, sessions, deletion."""

import time
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone
from starlette.testclient import TestClient

from netz.accounts import sessions
from netz.accounts.models import User
from netz.core.db import tenant
from netz.workspaces.models import Member
from tests.accounts.people import (
    NEW_PASSWORD,
    SAFARI,
    Browser,
    Mailbox,
    address,
    open_to,
    text_of,
)
from tests.accounts.test_registration import register
from tests.factories import PASSWORD, Person, get_tokens, make_world

CHANGE = {"current_password": PASSWORD, "new_password": NEW_PASSWORD}


@pytest.fixture
def person() -> Person:
    return make_world().agent


@pytest.fixture
def signed_in(browser: Browser, person: Person) -> Browser:
    assert browser.sign_in(person.user.email).status_code == 200
    return browser


def test_a_changed_password_ends_the_other_sessions_and_is_told(
    signed_in: Browser, client: TestClient, person: Person, mailbox: Mailbox
) -> None:
    other = Browser(client, agent=SAFARI)
    other.sign_in(person.user.email)
    token = get_tokens(client, person)["access"]
    assert signed_in.call("POST", "account/password/change", CHANGE).status_code == 200
    assert signed_in.is_in
    assert not other.is_in
    bearer = {"Authorization": f"Bearer {token}"}
    assert client.get("/api/v2/me", headers=bearer).status_code == 401
    assert "mot de passe a été changé" in str(mailbox.last(person.user.email)["Subject"])


def test_a_password_changes_with_the_current_one_alone(signed_in: Browser) -> None:
    wrong = {**CHANGE, "current_password": "pas-celui-la-du-tout"}
    assert signed_in.call("POST", "account/password/change", wrong).status_code == 400
    weak = {**CHANGE, "new_password": "iloveyou!!!!"}
    assert signed_in.call("POST", "account/password/change", weak).status_code == 400
    for _ in range(3):
        signed_in.call("POST", "account/password/change", wrong)
    braked = signed_in.call("POST", "account/password/change", CHANGE)
    assert braked.status_code == 429
    assert braked.json()["code"] == "too_many"


def test_a_changed_address_is_proved_by_a_code_and_the_old_one_is_told(
    signed_in: Browser, person: Person, mailbox: Mailbox
) -> None:
    old, new = person.user.email, address("new")
    assert signed_in.call("POST", "account/email", {"email": new}).status_code == 200
    assert User.objects.get(pk=person.user.pk).email == old, "not before it is proved"
    code = mailbox.code(new)
    assert signed_in.call("POST", "auth/email/verify", {"key": code}).status_code == 200
    assert User.objects.get(pk=person.user.pk).email == new
    assert [row.email for row in EmailAddress.objects.filter(user=person.user)] == [new]
    told = mailbox.last(old)
    assert "adresse e-mail a été changée" in str(told["Subject"])
    assert new in text_of(told)


def test_somebody_else_s_address_is_not_taken_over_nor_given_away(
    signed_in: Browser, person: Person, mailbox: Mailbox
) -> None:
    taken = make_world().guest.user.email
    free = address("free")
    answers = [signed_in.call("POST", "account/email", {"email": one}) for one in (taken, free)]
    assert answers[0].status_code == answers[1].status_code == 200
    assert [set(row) for row in answers[0].json()["data"]] == [
        set(row) for row in answers[1].json()["data"]
    ]
    signed_in.call("POST", "account/email", {"email": taken})
    code = mailbox.code(taken)
    refused = signed_in.call("POST", "auth/email/verify", {"key": code})
    assert refused.status_code == 400
    assert User.objects.get(pk=person.user.pk).email == person.user.email


def test_an_address_that_a_stranger_registered_without_proof_can_be_had(
    signed_in: Browser, client: TestClient, person: Person, mailbox: Mailbox
) -> None:
    new = address("mine")
    register(Browser(client), new, open_to(make_world(), "open"))
    signed_in.call("POST", "account/email", {"email": new})
    code = mailbox.code(new)
    assert signed_in.call("POST", "auth/email/verify", {"key": code}).status_code == 200
    assert User.objects.get(email=new).pk == person.user.pk


def test_a_change_of_address_asks_for_a_fresh_proof(
    signed_in: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = time.time() + 601
    monkeypatch.setattr(time, "time", lambda: later)
    asked = signed_in.call("POST", "account/email", {"email": address()})
    assert asked.status_code == 401
    assert [flow["id"] for flow in asked.json()["data"]["flows"]] == ["reauthenticate"]
    wrong = signed_in.call("POST", "auth/reauthenticate", {"password": "pas-celui-la"})
    assert wrong.status_code == 400
    assert signed_in.call("POST", "auth/reauthenticate", {"password": PASSWORD}).status_code == 200
    assert signed_in.call("POST", "account/email", {"email": address()}).status_code == 200


def test_sessions_are_listed_with_device_and_time_and_end_at_once(
    signed_in: Browser, client: TestClient, person: Person
) -> None:
    phone = Browser(client, agent=SAFARI, peer="198.51.100.7")
    phone.sign_in(person.user.email)
    rows = signed_in.call("GET", "auth/sessions").json()["data"]
    by_kind = {row["device"]["kind"]: row for row in rows}
    assert set(by_kind) == {"desktop", "mobile"}
    assert by_kind["desktop"]["device"] == {
        "browser": "Firefox 128",
        "system": "Linux",
        "kind": "desktop",
    }
    assert by_kind["desktop"]["is_current"]
    assert by_kind["mobile"]["ip"] == "198.51.100.7"
    assert by_kind["mobile"]["last_seen_at"] >= by_kind["mobile"]["created_at"]
    ended = signed_in.call("DELETE", "auth/sessions", {"sessions": [by_kind["mobile"]["id"]]})
    assert ended.status_code == 200
    assert not phone.is_in
    assert signed_in.is_in


def test_a_session_s_last_use_is_kept_though_only_the_api_was_asked(
    signed_in: Browser, person: Person
) -> None:
    rows = UserSession.objects.filter(user=person.user)
    rows.update(last_seen_at=timezone.now() - timedelta(hours=3))
    signed_in.peer = "198.51.100.40"
    assert signed_in.is_in
    row = rows.get()
    assert row.last_seen_at > timezone.now() - timedelta(hours=1)
    assert row.ip == "198.51.100.40"


def test_a_session_that_nothing_used_for_a_week_opens_nothing(
    signed_in: Browser, client: TestClient, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone = Browser(client, agent=SAFARI, peer="198.51.100.7")
    phone.sign_in(person.user.email)
    monkeypatch.setattr(sessions, "_kept", {})  # as in a process that has just begun
    idle = UserSession.objects.get(user=person.user, ip="198.51.100.7")
    for days, still in ((6, True), (8, False)):
        sessions._kept.clear()
        left_at = timezone.now() - timedelta(days=days)
        UserSession.objects.filter(pk=idle.pk).update(last_seen_at=left_at)
        assert phone.is_in is still
    assert not phone.is_in, "the refusal itself is no use of it"
    assert signed_in.is_in
    rows = signed_in.call("GET", "auth/sessions").json()["data"]
    assert [row["device"]["kind"] for row in rows] == ["desktop"]


def test_an_app_s_tokens_end_with_its_idle_session(
    client: TestClient, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = get_tokens(client, person)
    bearer = {"Authorization": f"Bearer {app['access']}"}
    assert client.get("/api/v2/me", headers=bearer).status_code == 200
    monkeypatch.setattr(sessions, "_kept", {})
    left_at = timezone.now() - timedelta(days=8)
    UserSession.objects.filter(user=person.user).update(last_seen_at=left_at)
    refused = client.get("/api/v2/me", headers=bearer)
    assert (refused.status_code, refused.json()["code"]) == (401, "access.sign_in_again")


def test_ending_sessions_asks_for_a_fresh_proof(
    signed_in: Browser, client: TestClient, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone = Browser(client, agent=SAFARI, peer="198.51.100.7")
    phone.sign_in(person.user.email)
    rows = signed_in.call("GET", "auth/sessions").json()["data"]
    other = next(row["id"] for row in rows if not row["is_current"])
    later = time.time() + 601
    monkeypatch.setattr(time, "time", lambda: later)
    refused = signed_in.call("DELETE", "auth/sessions", {"sessions": [other]})
    assert (refused.status_code, refused.json()["meta"]["is_authenticated"]) == (401, True)
    assert phone.is_in
    signed_in.call("POST", "auth/reauthenticate", {"password": PASSWORD})
    ended = signed_in.call("DELETE", "auth/sessions", {"sessions": [other]})
    assert ended.status_code == 200
    assert not phone.is_in


def test_signing_out_everywhere_ends_this_session_too(
    signed_in: Browser, client: TestClient, person: Person
) -> None:
    app = get_tokens(client, person)
    ids = [row["id"] for row in signed_in.call("GET", "auth/sessions").json()["data"]]
    assert signed_in.call("DELETE", "auth/sessions", {"sessions": ids}).status_code == 401
    assert not signed_in.is_in
    bearer = {"Authorization": f"Bearer {app['access']}"}
    assert client.get("/api/v2/me", headers=bearer).status_code == 401


def test_nobody_ends_somebody_else_s_session(signed_in: Browser, client: TestClient) -> None:
    other = Browser(client)
    other.sign_in(make_world().agent.user.email)
    theirs = other.call("GET", "auth/sessions").json()["data"][0]["id"]
    assert signed_in.call("DELETE", "auth/sessions", {"sessions": [theirs]}).status_code == 400
    assert other.is_in


def vouched(browser: Browser, workspace: str) -> None:
    """Makes the browser's session one that a workspace's identity provider opened."""
    session = SessionStore(session_key=browser.cookies["netz"])
    session["netz_sso_workspace"] = workspace
    session.save()


def test_a_session_by_single_sign_on_cannot_touch_the_account_s_own_means(
    signed_in: Browser, client: TestClient, person: Person
) -> None:
    own = Browser(client, agent=SAFARI)
    own.sign_in(person.user.email)
    vouched(signed_in, str(person.member.workspace_id))
    for method, place, body in (
        ("POST", "account/password/change", CHANGE),
        ("POST", "account/email", {"email": address()}),
        ("GET", "account/authenticators/totp", None),
        ("GET", "account/authenticators", None),
        ("DELETE", "/api/v2/account", None),
    ):
        refused = signed_in.call(method, place, body)
        assert refused.status_code == 403, place
        assert refused.json()["code"] == "access.sso_account"
        assert refused.headers["content-type"].startswith("application/problem+json")
    shown = signed_in.call("GET", "auth/sessions").json()["data"]
    assert [row["is_current"] for row in shown] == [True], "not the person's other sessions"
    hidden = [
        row["id"]
        for row in own.call("GET", "auth/sessions").json()["data"]
        if row["device"]["kind"] == "mobile"
    ]
    refused = signed_in.call("DELETE", "auth/sessions", {"sessions": hidden})
    assert refused.status_code == 404
    assert own.is_in
    assert own.call("GET", "account/email").status_code == 200


def test_a_deleted_account_is_out_everywhere_and_its_address_is_free(
    signed_in: Browser, client: TestClient, person: Person
) -> None:
    email = person.user.email
    app = get_tokens(client, person)
    assert signed_in.call("DELETE", "/api/v2/account").status_code == 204
    assert not signed_in.is_in
    for credential in (app["access"], person.key):
        bearer = {"Authorization": f"Bearer {credential}"}
        assert client.get("/api/v2/me", headers=bearer).status_code == 401
    assert Browser(client).sign_in(email).status_code == 400
    gone = User.objects.get(pk=person.user.pk)
    assert (gone.name, gone.is_active, email in gone.email) == ("", False, False)
    with tenant(person.member.workspace_id):
        assert not Member.objects.get(pk=person.member.pk).active
    slug = open_to(make_world(), "open")
    assert register(Browser(client), email, slug).status_code == 401
    assert User.objects.get(email=email).pk != person.user.pk


def test_the_last_admin_cannot_delete_the_account(browser: Browser) -> None:
    world = make_world()
    browser.sign_in(world.admin.user.email)
    refused = browser.call("DELETE", "/api/v2/account")
    assert refused.status_code == 409
    assert refused.json()["code"] == "account.last_admin"
    assert "Espace w-" in refused.json()["hint"]
    assert browser.is_in


def test_deleting_the_account_asks_for_a_fresh_proof(signed_in: Browser) -> None:
    session = SessionStore(session_key=signed_in.cookies["netz"])
    records = session["account_authentication_methods"]
    session["account_authentication_methods"] = [
        {**record, "at": record["at"] - 601} for record in records
    ]
    session.save()
    refused = signed_in.call("DELETE", "/api/v2/account")
    assert refused.status_code == 403
    assert refused.json()["code"] == "access.step_up_needed"
    assert signed_in.is_in


def test_an_api_key_deletes_no_account(client: TestClient, person: Person) -> None:
    refused = client.delete("/api/v2/account", headers=person.headers)
    assert refused.status_code in (401, 403)
    assert User.objects.get(pk=person.user.pk).is_active

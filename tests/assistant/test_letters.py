"""The staff hears of a hand-over by mail, where mail is set up."""

from collections.abc import Iterator

import pytest
from django.core import mail
from django.test import override_settings
from starlette.testclient import TestClient

from tests.assistant.test_answers_api import ask, ready_world
from tests.jobs import run_jobs


@pytest.fixture
def mailbox() -> Iterator[list[mail.EmailMessage]]:
    """What would have gone to the mail server."""
    backend = "django.core.mail.backends.locmem.EmailBackend"
    with override_settings(EMAIL_BACKEND=backend, MAIL_IS_SET_UP=True):
        run_jobs()  # letters that other tests left in the queue
        mail.outbox = []
        yield mail.outbox


def test_the_staff_gets_the_question_and_nobody_else_does(
    client: TestClient, mailbox: list[mail.EmailMessage]
) -> None:
    world = ready_world(client)
    answer = ask(client, world.guest, "Comment configurer Salesforce ?")
    asked = client.post(
        f"/api/v2/answers/{answer['id']}/handover",
        json={"note": "C’est\nurgent"},
        headers=world.guest.headers,
    )
    assert asked.status_code == 201
    assert mailbox == [], "mail goes after the commit, from the queue"
    run_jobs()
    staff = {world.admin.user.email, world.agent.user.email}
    assert {letter.to[0] for letter in mailbox} == staff
    assert "Salesforce" in mailbox[0].body
    assert "urgent" in mailbox[0].body
    assert "\n" not in mailbox[0].subject


def test_without_a_mail_server_the_wish_is_only_kept(
    client: TestClient, mailbox: list[mail.EmailMessage]
) -> None:
    world = ready_world(client)
    answer = ask(client, world.guest, "Comment configurer Salesforce ?")
    address = f"/api/v2/answers/{answer['id']}/handover"
    with override_settings(MAIL_IS_SET_UP=False):
        assert client.post(address, json={}, headers=world.guest.headers).status_code == 201
        run_jobs()
    assert mailbox == []

"""Mails: sent by jobs, sealed while they wait, written in the reader's language."""

import json
from pathlib import Path

import pytest
from django.db import connection, transaction

import netz.accounts
from netz.accounts.mail import PURPOSE, Sender, deliver, send, write
from netz.accounts.notices import _WORDS
from netz.core.crypto import seal
from tests.accounts.people import Mailbox, address, text_of

MAILS = Path(netz.accounts.__file__).parent / "templates" / "accounts" / "mail"
VALUES = {
    name: f"«{name}»" for name in ("code", "link", "name", "what", "detail", "when", "device", "ip")
}


@pytest.mark.parametrize("name", sorted({file.name.split(".")[0] for file in MAILS.glob("*.txt")}))
def test_every_mail_is_written_in_both_languages(name: str) -> None:
    french, english = (
        write(f"accounts/mail/{name}", language, VALUES) for language in ("fr", "en")
    )
    assert french.subject != english.subject or name == "notice"
    assert french.text != english.text
    for letter in (french, english):
        assert letter.subject.strip()
        assert "\n" not in letter.subject
        assert "{{" not in letter.text + letter.html


def test_every_notice_has_its_words_in_both_languages() -> None:
    for kind, (french, english) in _WORDS.items():
        assert french != english, kind
        assert all(french), kind
        assert all(english), kind


def test_what_a_person_wrote_does_not_become_a_page_of_a_mail(mailbox: Mailbox) -> None:
    receiver = address()
    name = '<a href="https://evil.example">Cliquez</a>\r\nBcc: all@example.com'
    send(receiver, "accounts/mail/password_reset", "fr", name=name, link="https://x.example/k")
    message = mailbox.last(receiver)
    page = message.get_body(("html",))
    assert page is not None
    assert '<a href="https://evil' not in page.get_content()
    assert message["Bcc"] is None


def test_a_name_with_accents_arrives_as_it_was_written(mailbox: Mailbox) -> None:
    receiver = address()
    send(
        receiver,
        "accounts/mail/password_reset",
        "fr",
        sender=Sender("Hélène & Cie"),
        name="Zoé",
        link="x",
    )
    message = mailbox.last(receiver)
    assert "Zoé" in text_of(message)
    assert str(message["From"]).startswith("Hélène & Cie <") or "Hélène & Cie" in str(
        message["From"]
    )


def test_a_code_that_waits_in_the_queue_is_sealed() -> None:
    receiver = address()
    send(receiver, "accounts/mail/login_code", "fr", code="GEHEIM-1")
    with connection.cursor() as cursor:
        cursor.execute("SELECT args::text FROM procrastinate_jobs ORDER BY id DESC LIMIT 5")
        waiting = " ".join(row[0] for row in cursor.fetchall())
    assert "accounts/mail/login_code" in waiting
    assert "GEHEIM-1" not in waiting
    assert receiver not in waiting


def test_a_mail_is_sent_only_if_its_cause_is_kept(mailbox: Mailbox) -> None:
    receiver = address()
    with transaction.atomic():
        send(receiver, "accounts/mail/login_code", "fr", code="NIE")
        transaction.set_rollback(True)
    assert mailbox.of(receiver) == []


def test_a_subject_stays_on_one_line() -> None:
    letter = write("accounts/mail/notice", "fr", {**VALUES, "what": "a\r\nBcc: b@example.com"})
    assert "\n" not in letter.subject
    assert "\r" not in letter.subject


@pytest.mark.parametrize(
    ("kept", "shown"), [("Korvelin", "Korvelin"), (None, "NETZ AI"), ("", "NETZ AI")]
)
def test_a_mail_that_an_earlier_version_queued_is_sent(
    mailbox: Mailbox, kept: str | None, shown: str
) -> None:
    receiver, template = address(), "accounts/mail/password_reset"
    values = {"name": "Zoé", "link": "https://x.example/k"}
    content = {"to": receiver, "sender": kept, "language": "fr", "values": values}
    deliver(template, seal(json.dumps(content), purpose=PURPOSE, bound_to=template), "netz-1")
    assert shown in str(mailbox.last(receiver)["From"])

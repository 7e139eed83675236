"""Mail to people: written from a template in their language, sent by a job.

A template is a plain text: its first line is the subject. HTML is made from it: a line that is
only an address becomes a link, a line indented by four spaces is shown large (a code).
"""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from email.utils import formataddr, parseaddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template import Context
from django.template.loader import get_template, render_to_string

from netz.core.crypto import seal, unseal

PURPOSE = "mail"


@dataclass(frozen=True, slots=True)
class Sender:
    """As whom a mail is sent: a workspace's name, colour and logo, or the installation's own.

    `name` empty leaves the installation's name as the sender; `title` stands above the words.
    """

    name: str = ""
    title: str = "NETZ AI"
    color: str = "#0b6a6f"
    logo: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail as it is read: subject, plain text and HTML."""

    subject: str
    text: str
    html: str


def send(
    to: str, template: str, language: str, *, sender: Sender | None = None, **values: Any
) -> None:
    """Queues a mail, in the caller's transaction if there is one.

    `template` is a path without language and ending ("accounts/mail/login_code"). `values` are
    JSON; they wait sealed in the queue, since codes and links are among them. `sender` is who
    speaks instead of the installation.
    """
    from netz.accounts.tasks import deliver_mail

    shown = asdict(sender or Sender())
    content = {"to": to, "sender": shown, "language": language, "values": values}
    sealed = seal(json.dumps(content), purpose=PURPOSE, bound_to=template)
    deliver_mail.defer(template=template, sealed=sealed)


def deliver(template: str, sealed: str, message_id: str) -> None:
    """Sends a queued mail. It may be sent twice, with the same id, if this process dies."""
    content = json.loads(unseal(sealed, purpose=PURPOSE, bound_to=template))
    language = "en" if content["language"] == "en" else "fr"
    kept = content["sender"]
    # What was queued before a workspace had looks of its own names the sender alone.
    sender = Sender(**kept) if isinstance(kept, dict) else Sender(name=kept or "")
    letter = write(template, language, content["values"], sender)
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    message = EmailMultiAlternatives(
        subject=letter.subject,
        body=letter.text,
        from_email=formataddr((sender.name or name, address)),
        to=[content["to"]],
        headers={
            "Message-ID": f"<{message_id}@{address.rpartition('@')[2] or 'localhost'}>",
            "Auto-Submitted": "auto-generated",
            "Content-Language": language,
        },
    )
    message.attach_alternative(letter.html, "text/html")
    message.send()


def write(
    template: str, language: str, values: dict[str, Any], sender: Sender | None = None
) -> Letter:
    """The mail's words."""
    context = {**values, "address": settings.PUBLIC_URL}
    # Plain text is not escaped; what becomes HTML is, below.
    words: Any = get_template(f"{template}.{language}.txt")
    written = words.template.render(Context(context, autoescape=False))
    subject, _, body = written.strip().partition("\n")
    body = re.sub(r"\n{3,}", "\n\n", body.strip()) + "\n"
    page = render_to_string(
        "accounts/mail/frame.html",
        {
            "language": language,
            "subject": subject.strip(),
            "blocks": list(_blocks(body)),
            "sender": sender or Sender(),
        },
    )
    return Letter(" ".join(subject.split()), body, page)


def _blocks(body: str) -> Iterator[dict[str, str]]:
    for paragraph in re.split(r"\n\s*\n", body.strip("\n")):
        if paragraph.startswith("    "):
            yield {"kind": "code", "text": paragraph.strip()}
        elif re.fullmatch(r"https?://\S+", paragraph.strip()):
            yield {"kind": "link", "text": paragraph.strip()}
        else:
            lines = (html.escape(line.strip()) for line in paragraph.strip().splitlines())
            yield {"kind": "text", "text": "<br>".join(lines)}

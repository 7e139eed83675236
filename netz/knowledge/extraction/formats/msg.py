"""Outlook messages (.msg) to blocks."""

from collections.abc import Iterator
from email.header import decode_header, make_header
from pathlib import Path
from typing import Any

from oxmsg import Message

from netz.knowledge.extraction.builder import BlockBuilder
from netz.knowledge.extraction.formats.mail import Mail, add_mail
from netz.knowledge.extraction.source import Source


def read(path: Path, builder: BlockBuilder, source: Source) -> None:
    """Adds the message and its attachments."""
    message = Message.load(str(path))
    moment = message.sent_date
    mail = Mail(
        subject=message.subject or "",
        sender=_readable(message.sender or ""),
        date=f"{moment:%Y-%m-%d %H:%M}" if moment else "",
        text=message.body or "",
        html=message.html_body or "",
        attachments=_attachments(message),
    )
    add_mail(mail, builder, source)


def _readable(header: str) -> str:
    try:
        return str(make_header(decode_header(header)))
    except (LookupError, UnicodeError, ValueError):
        return header


def _attachments(message: Any) -> Iterator[tuple[str, bytes]]:
    for attachment in message.attachments:
        if attachment.attached_by_value and attachment.file_bytes:
            yield attachment.file_name or "", attachment.file_bytes

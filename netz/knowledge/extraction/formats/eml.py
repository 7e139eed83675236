"""Internet messages (.eml) to blocks."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from netz.knowledge.extraction.builder import BlockBuilder
from netz.knowledge.extraction.encoding import decode
from netz.knowledge.extraction.formats.mail import Mail, add_mail
from netz.knowledge.extraction.source import Source
from netz.knowledge.extraction.types import ExtractionError

_EXPECTED = ("from", "to", "subject", "date", "received", "message-id", "content-type")


def read(path: Path, builder: BlockBuilder, source: Source) -> None:
    """Adds the message; text that has none of a message's headers is "corrupt"."""
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    if not isinstance(message, EmailMessage) or not any(name in message for name in _EXPECTED):
        raise ExtractionError("corrupt", "no message headers")
    mail = Mail(
        subject=_header(message, "subject"),
        sender=_header(message, "from"),
        date=_date(message),
        text=_body(message, "plain"),
        html=_body(message, "html"),
        attachments=_attachments(message),
    )
    add_mail(mail, builder, source)


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name) or "")
    except (ValueError, IndexError, AttributeError, TypeError):
        # The standard library stumbles over some broken headers; the body is still good.
        return ""


def _date(message: EmailMessage) -> str:
    header = message.get("date")
    moment = getattr(header, "datetime", None)
    return f"{moment:%Y-%m-%d %H:%M}" if moment else str(header or "")


def _body(message: EmailMessage, kind: str) -> str:
    part = message.get_body(preferencelist=(kind,))
    return _text(part) if isinstance(part, EmailMessage) else ""


def _text(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    try:
        return data.decode(charset) if charset else decode(data)
    except (LookupError, UnicodeDecodeError):
        return decode(data)


def _attachments(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    for part in message.iter_attachments():
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload(0)
            if isinstance(inner, EmailMessage):
                yield part.get_filename() or f"{_header(inner, 'subject')}.eml", inner.as_bytes()
        elif part.get_filename():
            payload = part.get_payload(decode=True)
            yield part.get_filename() or "", payload if isinstance(payload, bytes) else b""

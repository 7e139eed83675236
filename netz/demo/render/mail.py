"""Mail files: eml (RFC 5322) and msg (Outlook)."""

import struct
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import parseaddr, parsedate_to_datetime

from netz.demo.render.compound import Storage, compound_file
from netz.demo.source import Mail, parse_mail

_UNICODE = 0x001F
_TIME = 0x0040
_LONG = 0x0003
_READABLE_WRITABLE = 6


def eml(text: str, title: str, language: str) -> bytes:
    """The mail as it travels, in UTF-8."""
    mail = parse_mail(text)
    message = EmailMessage(policy=SMTP)
    for name, value in mail.headers.items():
        message[name] = value
    message["Message-ID"] = f"<{_stamp(mail):.0f}@korvelin.example>"
    message["Content-Language"] = language
    message.set_content(mail.body, cte="quoted-printable")
    return message.as_bytes()


def msg(text: str, title: str, language: str) -> bytes:
    """The mail as Outlook saves it: properties in a compound file, after [MS-OXMSG]."""
    mail = parse_mail(text)
    sender, sender_address = parseaddr(mail.headers["From"])
    receiver, receiver_address = parseaddr(mail.headers["To"])
    root = Storage()
    _add_texts(
        root,
        {
            0x001A: "IPM.Note",
            0x0037: mail.headers["Subject"],
            0x0C1A: sender,
            0x0C1E: "SMTP",
            0x0C1F: sender_address,
            0x5D01: sender_address,
            0x0E04: receiver,
            0x1000: mail.body.replace("\n", "\r\n"),
        },
        header=struct.pack("<8xIIII8x", 1, 0, 1, 0),
        fixed=[_time(0x0039, mail), _time(0x0E06, mail), _long(0x340D, 0x40000)],
    )
    recipient = root.storage("__recip_version1.0_#00000000")
    _add_texts(
        recipient,
        {0x3001: receiver, 0x3002: "SMTP", 0x3003: receiver_address, 0x39FE: receiver_address},
        header=bytes(8),
        fixed=[_long(0x3000, 0), _long(0x0C15, 1)],
    )
    names = root.storage("__nameid_version1.0")
    for stream in ("00020102", "00030102", "00040102"):
        names.streams[f"__substg1.0_{stream}"] = b""
    return compound_file(root)


def _add_texts(
    storage: Storage, texts: dict[int, str], *, header: bytes, fixed: list[bytes]
) -> None:
    """Writes text properties as streams and the property table that lists all of them."""
    entries = list(fixed)
    for tag, value in texts.items():
        data = value.encode("utf-16-le")
        storage.streams[f"__substg1.0_{tag:04X}{_UNICODE:04X}"] = data
        entries.append(struct.pack("<HHIII", _UNICODE, tag, _READABLE_WRITABLE, len(data) + 2, 0))
    storage.streams["__properties_version1.0"] = header + b"".join(entries)


def _time(tag: int, mail: Mail) -> bytes:
    ticks = int((_stamp(mail) + 11_644_473_600) * 10_000_000)  # 100 ns since 1601
    return struct.pack("<HHIQ", _TIME, tag, _READABLE_WRITABLE, ticks)


def _long(tag: int, value: int) -> bytes:
    return struct.pack("<HHIII", _LONG, tag, _READABLE_WRITABLE, value, 0)


def _stamp(mail: Mail) -> float:
    sent: datetime = parsedate_to_datetime(mail.headers["Date"])
    return sent.astimezone(UTC).timestamp()

"""A message to blocks, whatever file it came in: subject, sender and date, body, attachments."""

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from netz.knowledge.extraction.builder import BlockBuilder
from netz.knowledge.extraction.detect import detect
from netz.knowledge.extraction.extractor import read_into
from netz.knowledge.extraction.language import detect_language
from netz.knowledge.extraction.source import Source
from netz.knowledge.extraction.text import one_line, readable_name
from netz.knowledge.extraction.types import ExtractionError

_LABELS = {"fr": ("De : ", "Date : "), "en": ("From: ", "Date: ")}
_MAX_ATTACHMENTS = 200


@dataclass(frozen=True, slots=True)
class Mail:
    """`date` as the reader should see it; `text` is preferred over `html`."""

    subject: str
    sender: str
    date: str
    text: str
    html: str
    attachments: Iterable[tuple[str, bytes]]


def add_mail(mail: Mail, builder: BlockBuilder, source: Source) -> None:
    """Adds the message; an attachment that gives no text is left out, never an error."""
    builder.heading(mail.subject, 1)
    sender, date = _LABELS[detect_language(f"{mail.subject} {mail.text or mail.html}") or "fr"]
    known = ((sender, mail.sender), (date, mail.date))
    builder.paragraph("\n".join(label + one_line(value) for label, value in known if value))
    _add_body(mail, builder)
    source.title = mail.subject
    if source.depth >= source.limits.max_depth:
        return
    for number, (name, data) in enumerate(mail.attachments):
        if number < _MAX_ATTACHMENTS:
            _add_attachment(one_line(name), data, builder, source)


def _add_body(mail: Mail, builder: BlockBuilder) -> None:
    # Only the reader that a message needs is imported.
    if mail.text.strip():
        from netz.knowledge.extraction.formats.plain import read_text

        read_text(mail.text, builder)
    elif mail.html.strip():
        from netz.knowledge.extraction.formats.html import read_markup

        read_markup(mail.html, builder)


def _add_attachment(name: str, data: bytes, builder: BlockBuilder, source: Source) -> None:
    """Its headings go below its name; its pages are no pages of the message."""
    start = len(builder.blocks)
    inner = Source(name, source.limits, depth=source.depth + 1)
    builder.heading(name or readable_name("attachment"), 2)
    builder.heading_offset += 2
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "attachment"
            path.write_bytes(data)
            read_into(path, detect(path, name), builder, inner)
    except ExtractionError as error:
        if error.code == "too_large":
            raise
        del builder.blocks[start:]
    finally:
        builder.heading_offset -= 2
    builder.page = None
    if len(builder.blocks) == start + 1:
        del builder.blocks[start:]
    builder.blocks[start:] = [replace(block, page=None) for block in builder.blocks[start:]]

"""Renders the demo documents from their sources: `python -m netz.demo.build`.

The rendered files are part of the repository, so that only their authors need reportlab.
"""

import io
import re
import sys
import zipfile
from collections.abc import Callable

from netz.demo.manifest import FILES, DemoDocument, read_demo
from netz.demo.render.mail import eml, msg
from netz.demo.render.office import docx, pptx, xlsx
from netz.demo.render.opendocument import ods, odt
from netz.demo.render.pdf import pdf
from netz.demo.render.text import csv_table, html_page, rtf, txt

Renderer = Callable[[str, str, str], bytes]
"""Takes the source text, the title and the language, and gives the bytes of the file."""

_EPOCH = (2026, 11, 2, 9, 0, 0)
_ZIPPED = ("docx", "xlsx", "pptx", "odt", "ods")
_SAVED_AT = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def markdown(text: str, title: str, language: str) -> bytes:
    """The source as it stands."""
    return text.encode()


RENDERERS: dict[str, Renderer] = {
    "csv": csv_table,
    "docx": docx,
    "eml": eml,
    "html": html_page,
    "md": markdown,
    "msg": msg,
    "ods": ods,
    "odt": odt,
    "pdf": pdf,
    "pptx": pptx,
    "rtf": rtf,
    "txt": txt,
    "xlsx": xlsx,
}


def render(document: DemoDocument) -> bytes:
    """The bytes of `document`, the same for the same sources."""
    texts = [source.read_text(encoding="utf-8") for source in document.sources]
    if document.format == "zip":
        members = zip(document.members, texts, strict=True)
        return _archive({name: _rendered(name, text, document) for name, text in members})
    return _rendered(document.path, texts[0], document)


def _rendered(path: str, text: str, document: DemoDocument) -> bytes:
    kind = path.rpartition(".")[2]
    content = RENDERERS[kind](text, document.title, document.language)
    return _settled(content) if kind in _ZIPPED else content


def _archive(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(_entry(name, zipfile.ZIP_DEFLATED), content)
    return out.getvalue()


def _settled(content: bytes) -> bytes:
    """The same package with fixed dates in place of the clock's."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w") as after:
        for info in before.infolist():
            part = before.read(info)
            if info.filename == "docProps/core.xml":
                part = _SAVED_AT.sub(rb"\g<1>2026-11-02T09:00:00Z", part)
            after.writestr(_entry(info.filename, info.compress_type), part)
    return out.getvalue()


def _entry(name: str, compress_type: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, date_time=_EPOCH)
    entry.compress_type = compress_type
    entry.external_attr = 0o644 << 16
    return entry


def main() -> None:
    """Writes every file and says how much was written."""
    total = 0
    documents = read_demo().documents
    for document in documents:
        content = render(document)
        document.file.parent.mkdir(parents=True, exist_ok=True)
        document.file.write_bytes(content)
        total += len(content)
    sys.stdout.write(f"{len(documents)} documents, {total / 1024:.0f} KiB in {FILES.name}/\n")


if __name__ == "__main__":
    main()

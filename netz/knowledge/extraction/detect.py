"""Tells what a file really is, from its first bytes and its name together."""

import zipfile
from pathlib import Path

from netz.knowledge.extraction.types import ExtractionError

_OOXML = "application/vnd.openxmlformats-officedocument."
SUPPORTED: dict[str, str] = {
    ".pdf": "application/pdf",
    ".docx": _OOXML + "wordprocessingml.document",
    ".xlsx": _OOXML + "spreadsheetml.sheet",
    ".pptx": _OOXML + "presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".html": "text/html",
    ".htm": "text/html",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".txt": "text/plain",
    ".csv": "text/csv",
    ".eml": "message/rfc822",
    ".msg": "application/vnd.ms-outlook",
    ".rtf": "application/rtf",
    ".zip": "application/zip",
}
_ALIASES = {".htm": ".html", ".markdown": ".md", ".text": ".txt", ".xhtml": ".html", ".tsv": ".csv"}
_TEXTUAL = frozenset({".html", ".md", ".txt", ".csv", ".eml"})
_OLD_OFFICE = frozenset({".doc", ".xls", ".ppt", ".dot", ".pps"})
_SAVE_ANEW = "old binary Office file: save it as docx, xlsx or pptx"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_SAMPLE = 4096
_BINARY = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"MZ", b"\x7fELF", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!",
    b"OggS", b"ID3", b"\x00\x00\x01\x00", b"II*\x00", b"MM\x00*", b"BZh", b"SQLite format 3",
)  # fmt: skip


def detect(path: Path, filename: str) -> str:
    """The format as an ending of SUPPORTED; raises "empty", "mistyped", "unsupported"."""
    size = path.stat().st_size
    if size == 0:
        raise ExtractionError("empty", "0 bytes")
    with path.open("rb") as file:
        head = file.read(_SAMPLE)
    ending = Path(filename.lower()).suffix
    ending = _ALIASES.get(ending, ending)
    if not head.strip() and size <= _SAMPLE:
        raise ExtractionError("empty", "white space only")
    if ending in _OLD_OFFICE and head.startswith(_OLE):
        raise ExtractionError("unsupported", _SAVE_ANEW)
    real = _by_content(path, head)
    if ending in _OLD_OFFICE and real not in SUPPORTED:
        raise ExtractionError("unsupported", _SAVE_ANEW)
    if real == "text":
        return _text_format(ending, head)
    if ending in SUPPORTED and real != ending:
        raise ExtractionError("mistyped", f"named {ending}, content is {real or 'something else'}")
    if real in SUPPORTED:
        return real
    raise ExtractionError("unsupported", f"{ending or 'no ending'}, content {real or 'unknown'}")


def _text_format(ending: str, head: bytes) -> str:
    if ending in _TEXTUAL:
        return ending
    if ending in SUPPORTED:
        raise ExtractionError("mistyped", f"named {ending}, content is plain text")
    if ending in ("", ".log", ".conf", ".ini", ".rst", ".adoc"):
        start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
        return ".html" if start.startswith((b"<!doctype html", b"<html")) else ".txt"
    raise ExtractionError("unsupported", f"{ending} is not a document format")


def _by_content(path: Path, head: bytes) -> str:
    """What the bytes are: ".pdf", ".docx" …, "text", or another short name."""
    if b"%PDF-" in head[:1024]:
        return ".pdf"
    if head.startswith(b"{\\rtf"):
        return ".rtf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(path)
    if head.startswith(_OLE):
        return _ole_kind(path)
    if head.startswith(_BINARY):
        return "binary"
    return "text" if _is_text(head) else "binary"


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    control = sum(byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1b" for byte in head)
    zeros = head.count(0)
    if zeros > len(head) * 0.3 and control - zeros < len(head) * 0.02:
        return True
    return control <= len(head) * 0.02


def _zip_kind(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            for member, ending in (
                ("word/", ".docx"),
                ("xl/", ".xlsx"),
                ("ppt/", ".pptx"),
            ):
                if "[Content_Types].xml" in names and any(n.startswith(member) for n in names):
                    return ending
            return _odf_kind(archive) if "mimetype" in names else ".zip"
    except Exception as error:
        # Broken directories make the library fail in many ways.
        raise ExtractionError("corrupt", f"zip directory: {error}") from error


def _odf_kind(archive: zipfile.ZipFile) -> str:
    info = archive.getinfo("mimetype")
    kind = archive.read(info).decode("ascii", "replace").strip() if info.file_size < 200 else ""
    for ending in (".odt", ".ods"):
        if kind.removesuffix("-template") == SUPPORTED[ending]:
            return ending
    return kind or "zip"


def _ole_kind(path: Path) -> str:
    import olefile

    try:
        with olefile.OleFileIO(path) as ole:
            if ole.exists("EncryptedPackage"):
                raise ExtractionError("encrypted", "password-protected Office file")
            if ole.exists("__properties_version1.0"):
                return ".msg"
    except ExtractionError:
        raise
    except Exception as error:
        # Broken directories make the library fail in many ways.
        raise ExtractionError("corrupt", f"compound file: {error}") from error
    return "old Office file"

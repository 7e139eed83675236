"""From a file's bytes to conversations, one at a time: never more than one is held as a tree."""

import codecs
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, Any

from netz.assistant.importing import chatgpt, openwebui
from netz.assistant.importing.cutting import Marks, elements
from netz.assistant.importing.errors import ExportTooLarge, ExportUnreadable
from netz.assistant.importing.shapes import Foreign, Reason, Unusable, line

MAX_BYTES = 100 * 1024 * 1024
MAX_CONVERSATIONS = 5_000
MAX_ENTRIES = 20_000

_CHUNK = 1024 * 1024
_WANTED = re.compile(
    r"(?:.*/)?(?:conversations(?:-\d{1,6})?|chat-export[^/]*|all-chats-export[^/]*)\.json"
)
_ENTRY = b"PK\x01\x02"  # each entry of a zip's list begins so
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)


@dataclass(frozen=True, slots=True)
class Broken:
    """A conversation of the file that can't be taken, and why; its title where it is known."""

    title: str
    reason: Reason


def too_large() -> ExportTooLarge:
    """The refusal of what goes beyond these limits, which names them."""
    return ExportTooLarge(count=MAX_CONVERSATIONS, megabytes=MAX_BYTES // 2**20)


def read_export(file: IO[bytes], *, attachment: str) -> Iterator[Foreign | Broken | None]:
    """The conversations, in the order of the file; None for what is none. `attachment` is the word
    for an image or a file that was sent.

    Raises `ExportUnreadable` and `ExportTooLarge`, at any time: what was given before is then not
    to be kept.
    """
    budget = _Budget()
    head = file.read(4)
    file.seek(0)
    if not head.startswith(b"PK"):
        yield from _conversations(file, budget, attachment)
        return
    try:
        for packed in _packed(file):
            with packed as one:
                yield from _conversations(one, budget, attachment)
    except _BROKEN as error:
        raise ExportUnreadable from error


class _Budget:
    """How much may still be read, of all the files together."""

    def __init__(self) -> None:
        self.left = MAX_BYTES
        self.marks = Marks()

    def spend(self, amount: int) -> None:
        self.left -= amount
        if self.left < 0:
            raise too_large()


def _packed(file: IO[bytes]) -> Iterator[IO[bytes]]:
    """The files of the zip that hold conversations, in the order of their numbers."""
    before = b""
    entries = 0
    while chunk := file.read(_CHUNK):
        entries += (before + chunk).count(_ENTRY)
        before = chunk[1 - len(_ENTRY) :]
        if entries > MAX_ENTRIES:  # its list alone would fill the memory
            raise too_large()
    file.seek(0)
    with zipfile.ZipFile(file) as archive:
        wanted = [one for one in archive.infolist() if _WANTED.fullmatch(one.filename)]
        if any(one.flag_bits & 1 for one in wanted):
            raise ExportUnreadable
        for one in sorted(wanted, key=lambda entry: entry.filename):
            if one.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise ExportUnreadable
            yield archive.open(one)


def _limited(file: IO[bytes], budget: _Budget) -> Callable[[], str]:
    """Reads the next stretch of text; the empty string at the end. A byte that is no UTF-8 becomes
    the mark for one."""
    decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")

    def read() -> str:
        while chunk := file.read(_CHUNK):
            budget.spend(len(chunk))
            if text := decoder.decode(chunk):
                return text
        return decoder.decode(b"", final=True)

    return read


def _conversations(
    file: IO[bytes], budget: _Budget, attachment: str
) -> Iterator[Foreign | Broken | None]:
    for element in elements(_limited(file, budget), budget.marks):
        yield Broken("", "too_large") if element is None else _conversation(element, attachment)


def _conversation(element: str, attachment: str) -> Foreign | Broken | None:
    try:
        raw: Any = json.loads(element)
    except ValueError:
        return Broken("", "unreadable")
    if not isinstance(raw, dict):
        return None
    title = line(raw.get("title"))
    try:
        if chatgpt.looks_like(raw):
            return chatgpt.read(raw, attachment)
        if openwebui.looks_like(raw):
            return openwebui.read(raw, attachment)
    except Unusable as refused:
        return Broken(title, refused.reason)
    return None

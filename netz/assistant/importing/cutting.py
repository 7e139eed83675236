"""Cuts a long JSON text into the objects of its list, by counting brackets.

So one that can't be read is left out by itself, and a file of any length needs no more memory than
the longest of them may.
"""

import re
from collections.abc import Callable, Iterator

from netz.assistant.importing.errors import ExportUnreadable

MAX_ONE = 10_000_000  # characters of one conversation as the file has it
MAX_DEPTH = 100
# A real export has some twenty brackets a message; one of nothing else would keep us busy.
MAX_MARKS = 4_000_000

# Possessive: each looks at a character once, whatever a forged text holds.
_INSIDE = re.compile(r"[^\"\\]*+(?:\\.[^\"\\]*+)*+", re.DOTALL)
_OUTSIDE = re.compile(r"(?:[^\"\[\]{}]++|\"[^\"\\]*+(?:\\.[^\"\\]*+)*+\")*+", re.DOTALL)


class Marks:
    """How many brackets and quotes were stopped at, in all the texts of an import together."""

    count = 0


def elements(read: Callable[[], str], marks: Marks) -> Iterator[str | None]:
    """The objects of the list that the text is, or those that it is a sequence of; None in place
    of one that is too long or too deep.

    `read` gives the next stretch, at the end the empty string. Raises `ExportUnreadable` where the
    text is neither, breaks off, or is made of little else than brackets.
    """
    cutter = _Cutter(marks)
    while stretch := read():
        yield from cutter.feed(stretch)
        if cutter.finished:
            return
    if cutter.depth or cutter.quoted or not cutter.outer:
        raise ExportUnreadable


class _Cutter:
    """How far the text has been read."""

    def __init__(self, marks: Marks) -> None:
        self.outer = ""  # the text's first mark: a list's, or that of a first object
        self.depth = 0
        self.quoted = False
        self.finished = False
        self._rest = ""
        self._whole: _Whole | None = None
        self._begun = 0
        self._marks = marks

    def feed(self, stretch: str) -> Iterator[str | None]:
        """The objects that end in this stretch."""
        text, self._rest = self._rest + stretch, ""
        self._open(text)
        place = self._begun = 0
        while not self.finished:
            found = (_INSIDE if self.quoted else _OUTSIDE).match(text, place)
            place = found.end() if found else place
            if place == len(text):
                break
            mark = text[place]
            if mark == "\\":  # the last one; what it belongs to comes with the next stretch
                self._rest, text = mark, text[:place]
                break
            place += 1
            self._marks.count += 1
            if self._marks.count > MAX_MARKS:
                raise ExportUnreadable
            if mark == '"':
                self.quoted = not self.quoted
            elif mark in "[{":
                self._deeper(place - 1)
            else:
                yield from self._shallower(text, place)
        if self._whole is not None:
            self._whole.add(text[self._begun :])

    def _open(self, text: str) -> None:
        if not self.outer and (first := text.lstrip()[:1]):
            if first not in "[{":
                raise ExportUnreadable
            self.outer = first

    @property
    def _base(self) -> int:
        return 1 if self.outer == "[" else 0

    def _deeper(self, place: int) -> None:
        if self.depth == self._base:
            self._whole, self._begun = _Whole(), place
        self.depth += 1
        if self._whole is not None:
            self._whole.deepest = max(self._whole.deepest, self.depth)

    def _shallower(self, text: str, place: int) -> Iterator[str | None]:
        self.depth -= 1
        if self.depth == self._base and self._whole is not None:
            self._whole.add(text[self._begun : place])
            yield self._whole.text()
            self._whole = None
        self.finished = self.depth < self._base


class _Whole:
    """An object's text as it comes in; one that is too long is not kept."""

    def __init__(self) -> None:
        self.deepest = 0
        self._parts: list[str] = []
        self._size = 0

    def add(self, part: str) -> None:
        """The next of it."""
        self._size += len(part)
        if self._size > MAX_ONE:
            self._parts.clear()
        else:
            self._parts.append(part)

    def text(self) -> str | None:
        """All of it; None where that is too much."""
        if self._size > MAX_ONE or self.deepest > MAX_DEPTH:
            return None
        return "".join(self._parts)

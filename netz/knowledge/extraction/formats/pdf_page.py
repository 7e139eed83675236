"""Reads one PDF page: its words with their places, joined to lines, and its ruling lines."""

import ctypes
import math
import re
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

# Where pdfium joined a word that was divided at a line's end.
HYPHEN = "\ufffe"
_MONO = re.compile(r"mono|courier|consol|typewriter|cmtt|lmtt|menlo|[^a-z]code|fixed", re.I)
_BOLD = re.compile(r"bold|black|heavy|demi|[-,]bd\b", re.IGNORECASE)
# Bullets of symbol fonts, which live in the private use area.
_SYMBOLS = {
    **dict.fromkeys([0xF0B7, 0xF0A8, 0xF09F, 0xF06C], "•"),
    **dict.fromkeys([0xF0A7, 0xF06E, 0xF0A1, 0xF071], "▪"),
    **dict.fromkeys([0xF0D8, 0xF0E0, 0xF0E8, 0xF0C4], "➢"),
    0xF0FC: "✓",
    0xF02D: "-",
    0xF0AE: "→",
    0x02: HYPHEN,
}
_MAX_OBJECTS = 20_000
_MAX_SEGMENTS = 4_000
_THIN = 2.5
Edge = tuple[float, float, float]


@dataclass(slots=True)
class Word:
    """Text with its place in points, y growing upwards; `y` is the baseline."""

    text: str
    x0: float
    x1: float
    y: float


@dataclass(slots=True)
class Line:
    """Words on one baseline; `glued` lines end in a divided word."""

    words: list[Word]
    size: float
    bold: bool
    mono: bool
    page: int
    links: list[tuple[str, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def y(self) -> float:
        return self.words[0].y


@dataclass(slots=True)
class Page:
    """`horizontal` edges are (y, x0, x1), `vertical` ones (x, y0, y1)."""

    number: int
    width: float
    height: float
    lines: list[Line]
    horizontal: list[Edge] = field(default_factory=list)
    vertical: list[Edge] = field(default_factory=list)
    images: int = 0

    def compact(self) -> None:
        """Lets go of what only the search for tables needed; thousands of pages are held."""
        self.horizontal.clear()
        self.vertical.clear()
        for line in self.lines:
            if len(line.words) > 2:
                first, *rest = line.words
                text = " ".join(word.text for word in rest)
                line.words = [first, Word(text, rest[0].x0, rest[-1].x1, rest[0].y)]


def read_page(page: Any, number: int) -> Page:
    """The page's lines in the order in which the file draws them, which is how it reads."""
    width, height = page.get_size()
    textpage = page.get_textpage()
    try:
        lines = _Chars(textpage.raw).lines(number)
    finally:
        textpage.close()
    result = Page(number, width, height, lines)
    _read_objects(page.raw, result)
    _read_links(page, result)
    return result


class _Chars:
    """The characters of a text page, asked for one by one."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw
        self._count = max(pdfium.FPDFText_CountChars(raw), 0)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._name = ctypes.create_string_buffer(128)
        self._text = self._characters()

    def _characters(self) -> str:
        codes = [pdfium.FPDFText_GetUnicode(self._raw, at) for at in range(self._count)]
        return "".join(
            _SYMBOLS.get(code) or (chr(code) if 0 < code < 0x110000 else " ") for code in codes
        )

    def lines(self, page: int) -> list[Line]:
        found: list[Line] = []
        for run in re.finditer(r"[^\r\n]+", self._text):
            found += self._run(run.start(), run.group(), page)
        return found

    def _run(self, start: int, text: str, page: int) -> list[Line]:
        """The lines of a run between line breaks; a divided word continues on the next line."""
        lines: list[Line] = []
        for part in re.finditer(rf"[^\s{HYPHEN}]+{HYPHEN}?|{HYPHEN}", text):
            first, last = start + part.start(), start + part.end() - 1
            word = self._word(part.group(), first, last)
            if word is None:
                continue
            before = lines[-1] if lines else None
            if before is not None and self._is_note_mark(word, first, before):
                continue
            size = self._size(first) if before is None else before.size
            if before is None or abs(word.y - before.words[-1].y) > 0.6 * max(size, 1):
                bold, mono = self._look(first)
                lines.append(Line([word], self._size(first), bold, mono, page))
            else:
                if len(before.words) == 1 and not any(map(str.isalpha, before.words[0].text)):
                    # A list marker may be in another size than its item.
                    before.size = self._size(first)
                before.words.append(word)
                if before.bold or before.mono:
                    bold, mono = self._look(first)
                    before.bold &= bold
                    before.mono &= mono
        return lines

    def _word(self, text: str, first: int, last: int) -> Word | None:
        """None for text that runs in another direction, such as a watermark."""
        angle = pdfium.FPDFText_GetCharAngle(self._raw, first)
        if 0.2 < angle < 2 * math.pi - 0.2:
            return None
        if not pdfium.FPDFText_GetCharOrigin(self._raw, first, self._x, self._y):
            return None
        x0, y = self._x.value, self._y.value
        at = last - 1 if text.endswith(HYPHEN) and last > first else last
        pdfium.FPDFText_GetLooseCharBox(self._raw, at, self._box)
        return Word(text, x0, max(float(self._box.right), x0), y)

    def _is_note_mark(self, word: Word, at: int, line: Line) -> bool:
        """A small or raised number that points to a footnote."""
        if len(word.text) > 2 or not word.text.isdecimal():
            return False
        size = self._size(at)
        return size < 0.8 * line.size or (size < 0.95 * line.size and word.y > line.y + 1.5)

    def _size(self, at: int) -> float:
        size = float(pdfium.FPDFText_GetFontSize(self._raw, at))
        if pdfium.FPDFText_GetMatrix(self._raw, at, self._matrix):
            size *= math.hypot(self._matrix.b, self._matrix.d) or 1.0
        return round(size, 1)

    def _look(self, at: int) -> tuple[bool, bool]:
        """(bold, monospaced)."""
        flags = ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(self._raw, at, self._name, 128, flags)
        name = self._name.value.decode("utf-8", "replace")
        weight = pdfium.FPDFText_GetFontWeight(self._raw, at)
        bold = weight >= 600 or _BOLD.search(name) is not None
        return bold, bool(flags.value & 1) or _MONO.search(name) is not None


def _read_objects(raw: Any, page: Page) -> None:
    """Counts images and gathers the straight edges that may frame table cells."""
    count = min(pdfium.FPDFPage_CountObjects(raw), _MAX_OBJECTS)
    bounds = [ctypes.c_float() for _ in range(4)]
    for at in range(count):
        item = pdfium.FPDFPage_GetObject(raw, at)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            page.images += 1
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            page.images += _images_in(item)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and pdfium.FPDFPageObj_GetBounds(item, *bounds):
            _add_edges(item, [value.value for value in bounds], page)


def _images_in(form: Any) -> int:
    count = min(max(pdfium.FPDFFormObj_CountObjects(form), 0), 100)
    inner = (pdfium.FPDFFormObj_GetObject(form, at) for at in range(count))
    return sum(pdfium.FPDFPageObj_GetType(found) == pdfium.FPDF_PAGEOBJ_IMAGE for found in inner)


def _add_edges(item: Any, bounds: list[float], page: Page) -> None:
    left, bottom, right, top = bounds
    if top - bottom <= _THIN and right - left > _THIN:
        page.horizontal.append(((top + bottom) / 2, left, right))
    elif right - left <= _THIN and top - bottom > _THIN:
        page.vertical.append(((left + right) / 2, bottom, top))
    elif right - left > _THIN:
        _add_segments(item, page)


def _add_segments(item: Any, page: Page) -> None:
    """The upright and level lines of a path with an area: a rectangle or a whole grid."""
    count = pdfium.FPDFPath_CountSegments(item)
    matrix = pdfium.FS_MATRIX()
    if not 2 <= count <= _MAX_SEGMENTS or not pdfium.FPDFPageObj_GetMatrix(item, matrix):
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    start: tuple[float, float] | None = None
    at_pen: tuple[float, float] | None = None
    for number in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(item, number)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO and at_pen is not None:
            _add_edge(at_pen, point, page)
        at_pen = point
        if pdfium.FPDFPathSegment_GetClose(segment) and start is not None:
            _add_edge(point, start, page)


def _add_edge(one: tuple[float, float], other: tuple[float, float], page: Page) -> None:
    (x0, y0), (x1, y1) = one, other
    if abs(y0 - y1) < 1 and abs(x0 - x1) > _THIN:
        page.horizontal.append(((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
    elif abs(x0 - x1) < 1 and abs(y0 - y1) > _THIN:
        page.vertical.append(((x0 + x1) / 2, min(y0, y1), max(y0, y1)))


def _read_links(page: Any, result: Page) -> None:
    """Gives each line the web addresses that its words are linked to."""
    at = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    rectangle = pdfium.FS_RECTF()
    while pdfium.FPDFLink_Enumerate(page.raw, at, link):
        action = pdfium.FPDFLink_GetAction(link)
        size = pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, None, 0) if action else 0
        if size <= 1 or not pdfium.FPDFLink_GetAnnotRect(link, rectangle):
            continue
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, buffer, size)
        _attach(result, rectangle, buffer.value.decode("utf-8", "replace"))


def _attach(page: Page, box: Any, url: str) -> None:
    for line in page.lines:
        if not box.bottom <= line.y + 0.3 * line.size <= box.top:
            continue
        inside = [w.text for w in line.words if box.left - 1 <= (w.x0 + w.x1) / 2 <= box.right + 1]
        if inside:
            line.links.append((" ".join(inside).rstrip(".,;:"), url))
            return

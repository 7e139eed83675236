"""The font of PDF files, and what becomes of characters that it can't show.

Liberation Sans holds Latin, Greek and Cyrillic. What it lacks, and scripts that run from right to
left, which would come out in the wrong order, is replaced by a mark and counted: the file says so.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path
from threading import Lock

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR, BOLD = "LiberationSans", "LiberationSans-Bold"
MARK = "[?]"
_FONTS = Path(__file__).parent / "fonts"
# Joiners and the like, which are not seen.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")
_WIDTHS = (*range(0x2000, 0x2007), *range(0x2008, 0x200B), 0x205F, 0x3000, 0x09)
_SPACES = dict.fromkeys(_WIDTHS, " ") | dict.fromkeys((0x202F, 0x2007), "\u00a0")
_ONCE = Lock()
_RIGHT_TO_LEFT = ("R", "AL")


def _shown() -> frozenset[int]:
    # Known a second time, the font would fall apart in files that are being written.
    with _ONCE:
        return _register()


@cache
def _register() -> frozenset[int]:
    """Makes the font known to reportlab; the characters that it shows."""
    regular = TTFont(REGULAR, _FONTS / "LiberationSans-Regular.ttf")
    pdfmetrics.registerFont(regular)
    pdfmetrics.registerFont(TTFont(BOLD, _FONTS / "LiberationSans-Bold.ttf"))
    pdfmetrics.registerFontFamily(
        REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD
    )
    return frozenset(
        code
        for code in regular.face.charToGlyph
        if unicodedata.bidirectional(chr(code)) not in _RIGHT_TO_LEFT
    )


class Glyphs:
    """Makes texts fit for the font, and counts what it had to replace."""

    def __init__(self) -> None:
        self.shown = _shown()
        self.replaced = 0

    def fit(self, text: str) -> str:
        """The text with a mark for each run of characters that can't be shown."""
        text = _UNSEEN.sub("", unicodedata.normalize("NFC", text.translate(_SPACES)))
        if self.shown.issuperset(map(ord, text)):
            return text
        out: list[str] = []
        gap = False
        for letter in text:
            shown = ord(letter) in self.shown
            if shown:
                out.append(letter)
            else:
                self.replaced += 1
                if not gap:
                    out.append(MARK)
            gap = not shown
        return "".join(out)

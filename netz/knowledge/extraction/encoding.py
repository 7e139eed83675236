"""Guesses the encoding of text bytes: byte order mark, declaration, UTF-8, UTF-16, cp1252."""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of `data`; never fails, since cp1252 with replacements stands in at the end."""
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return data.decode(marked, errors="replace")
    wide = _utf16_without_mark(data)
    if wide:
        return data.decode(wide, errors="replace")
    for encoding in ("utf-8", declared, _shift_jis(data)):
        text = _strict(data, encoding) if encoding else None
        if text is not None:
            return text
    if _mostly_utf8(data):
        return data.decode("utf-8", errors="replace")
    return data.decode("cp1252", errors="replace")


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode("cp1252" if encoding.lower() in _AS_CP1252 else encoding)
    except (UnicodeDecodeError, LookupError):
        return None


# What browsers do: pages that say Latin-1 are written in Windows' superset of it.
_AS_CP1252 = frozenset({"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"})


def _utf16_without_mark(data: bytes) -> str | None:
    """Western text in UTF-16 has a zero in every other byte."""
    head = data[:2000]
    if len(head) < 4 or b"\0" not in head:
        return None
    half = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > half * 0.6 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.6 and odd < half * 0.1 else None


def _mostly_utf8(data: bytes) -> bool:
    """True for UTF-8 with a few broken bytes, such as a file cut in the middle."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    good = sum(ord(char) > 127 for char in text) - broken
    return good > 0 and broken * 4 <= good


def _shift_jis(data: bytes) -> str | None:
    """Japanese text sets nearly every lead byte in 0x81-0x9F, which French never does."""
    high = [byte for byte in data[:4000] if byte > 0x7F]
    leads = sum(0x81 <= byte <= 0x9F for byte in high)
    return "cp932" if len(high) > 8 and leads * 3 > len(high) else None

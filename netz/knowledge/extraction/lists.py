"""List markers: making them for automatic lists, recognising them in plain text."""

import re

_BULLET = re.compile(r"([-–—*•‣◦▪●○■□✓✔➢➤❖·])\s+(?=\S)")
_ORDERED = re.compile(r"((?:\d{1,3}|[a-zA-Z])[.)]|\((?:\d{1,3}|[a-z])\)|\d{1,2}°\)?)\s+(?=\S)")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def ordered_marker(number: int, style: str) -> str:
    """The marker shown before an item: "-" for style "", else "3.", "c.", "iii." …"""
    if not style:
        return "-"
    if number > 0 and style in ("a", "A"):
        letters = _letters(number)
        return f"{letters if style == 'a' else letters.upper()}."
    if 0 < number < 40 and style in ("i", "I"):
        roman = _roman(number)
        return f"{roman if style == 'i' else roman.upper()}."
    return f"{number}."


def split_marker(line: str) -> tuple[str, str]:
    """(marker, rest) of a line that begins like a list item, ("", line) otherwise."""
    bullet = _BULLET.match(line)
    if bullet:
        return "-", line[bullet.end() :]
    ordered = _ORDERED.match(line)
    if ordered:
        return ordered.group(1), line[ordered.end() :]
    return "", line


def is_ordered(marker: str) -> bool:
    """True for a numbered or lettered step, False for a bullet."""
    return any(char.isalnum() for char in marker)


def _letters(number: int) -> str:
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        while number >= value:
            text += sign
            number -= value
    return text

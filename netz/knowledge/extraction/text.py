"""Makes text from any source clean enough to be quoted word for word."""

import re
import unicodedata

_INVISIBLE = dict.fromkeys(
    [
        0x00AD,  # soft hyphen
        *range(0x200B, 0x2010),  # zero-width space and joiners, direction marks
        *range(0x202A, 0x202F),  # direction embeddings and overrides
        *range(0x2060, 0x2065),  # word joiner, invisible operators
        *range(0x2066, 0x206A),  # direction isolates
        0xFEFF,
        0xFFFC,
    ]
)
_CONTROL = {
    code: None
    for code in (*range(0x20), *range(0x7F, 0xA0), *range(0xE000, 0xF900))
    if chr(code) not in "\t\n\r\x0b\x0c\x85"
}
# NFC alone keeps these ligatures, which PDF fonts leave in the text.
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_SPACES = dict.fromkeys([0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
_TABLE = _INVISIBLE | _CONTROL | _LIGATURES | _SPACES
_LINE_BREAK = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile(r"[ \t]+")


def clean(raw: str) -> str:
    """Normalised text with its line breaks: NFC, plain spaces, nothing invisible."""
    if raw.isascii() and raw.isprintable():
        return raw
    broken = _LINE_BREAK.sub("\n", raw)
    return unicodedata.normalize("NFC", broken.translate(_TABLE))


def one_line(raw: str) -> str:
    """The text with every run of white space made one space."""
    return " ".join(clean(raw).split())


def lines(raw: str) -> str:
    """The text with its line breaks kept, but no blank lines and no doubled spaces."""
    tidy = (_BLANKS.sub(" ", line).strip() for line in clean(raw).split("\n"))
    return "\n".join(line for line in tidy if line)


def code_lines(raw: str) -> str:
    """Program text: indentation kept, blank lines at both ends and trailing spaces dropped."""
    kept = [line.rstrip().expandtabs(4) for line in clean(raw).split("\n")]
    while kept and not kept[0]:
        kept.pop(0)
    while kept and not kept[-1]:
        kept.pop()
    margin = min((len(line) - len(line.lstrip()) for line in kept if line), default=0)
    return "\n".join(line[margin:] for line in kept)


def word_count(text: str) -> int:
    """Words as a reader counts them: parts between white space that hold a letter or digit."""
    return sum(1 for part in text.split() if any(char.isalnum() for char in part))


def word_set(spaced: str) -> frozenset[str]:
    """The words of a constant, for sets that would be unreadable as literals."""
    return frozenset(spaced.split())


def readable_name(filename: str) -> str:
    """A title made from a file name: no folder, no ending, no underscores."""
    name = clean(filename).replace("\\", "/").rsplit("/", 1)[-1]
    stem = name.rsplit(".", 1)[0] if "." in name.strip(".") else name
    spaced = re.sub(r"[_+]+|%20", " ", stem)
    if " " not in spaced:
        spaced = spaced.replace("-", " ")
    words = " ".join(spaced.split())
    return words[:1].upper() + words[1:] if words else name

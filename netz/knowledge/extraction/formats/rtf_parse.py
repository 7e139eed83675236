"""Reads Rich Text Format into paragraphs and table cells, keeping what tells their role."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from netz.knowledge.extraction.text import word_set

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|[\r\n]+|([^\\{}\r\n]+)",
    re.DOTALL,
)
_SKIPPED = word_set(
    "fonttbl colortbl pict header headerl headerr headerf footer footerl footerr footerf object "
    "themedata datastore latentstyles listtable listoverridetable rsidtbl generator xmlnstbl "
    "filetbl revtbl pgptbl nonshppict bkmkstart bkmkend annotation atnid atnauthor txfieldtext "
    "tc xe fchars lchars mmathPr pntxtb pntxta"
)
_CHARACTERS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ",
}  # fmt: skip
_SYMBOLS = {"~": " ", "_": "-", "-": ""}
_MAX_DEPTH = 500


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`ends` says what closed it: "par", "cell" or "row"; `level` is a heading's, or 0."""

    text: str
    ends: str
    level: int = 0
    marker: str = ""
    depth: int = 0
    in_table: bool = False
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Group:
    """What a brace group inherits from the one around it."""

    target: str = "body"
    fallback: int = 1
    deleted: bool = False


@dataclass(slots=True)
class Rtf:
    """Feed with `paragraphs`; `title` is known afterwards."""

    title: str = ""
    _codec: str = "cp1252"
    _groups: list[_Group] = field(default_factory=lambda: [_Group()])
    _texts: dict[str, list[str]] = field(default_factory=dict)
    _styles: dict[int, str] = field(default_factory=dict)
    _links: list[tuple[str, str]] = field(default_factory=list)
    _style: int = 0
    _outline: int | None = None
    _depth: int = 0
    _in_table: bool = False
    _to_skip: int = 0
    _starred: bool = False

    def paragraphs(self, data: bytes) -> Iterator[Paragraph]:
        """The document's paragraphs in order; raises ValueError where braces don't match."""
        for token in _TOKEN.finditer(data):
            word, number, code, symbol, brace, plain = token.groups()
            if brace:
                self._brace(brace)
            elif word:
                value = int(number) if number else None
                yield from self._word(word.decode("ascii"), value)
            elif code:
                self._characters(bytes([int(code, 16)]))
            elif symbol:
                self._symbol(symbol.decode("latin-1"))
            elif plain:
                self._characters(plain)
        if len(self._groups) != 1:
            raise ValueError("RTF groups are not closed")
        yield from self._end("par")

    def _brace(self, brace: bytes) -> None:
        self._starred = False
        if brace == b"{":
            if len(self._groups) > _MAX_DEPTH:
                raise ValueError("RTF groups are nested too deep")
            self._groups.append(self._groups[-1])
            return
        if len(self._groups) == 1:
            raise ValueError("RTF group closed without being open")
        closed = self._groups.pop()
        if closed.target != self._groups[-1].target:
            self._leave(closed.target)

    def _leave(self, target: str) -> None:
        """A group with a meaning of its own has ended."""
        text = "".join(self._texts.pop(target, []))
        if target == "title":
            self.title = text.strip()
        elif target == "style":
            self._styles[self._style] = text.strip(" ;").lower()
            self._style = 0
        elif target == "marker":
            self._texts["kept marker"] = [text.strip()]
        elif target == "instruction":
            found = re.search(r'HYPERLINK\s+"([^"]+)"', text)
            self._texts["address"] = [found.group(1)] if found else []
        elif target == "result":
            self._texts.setdefault("body", []).append(text)
            address = "".join(self._texts.pop("address", []))
            if address and text.strip():
                self._links.append((text, address))

    def _word(self, word: str, value: int | None) -> Iterator[Paragraph]:
        if word in ("par", "cell", "nestcell", "row", "sect", "page"):
            if self._groups[-1].target in ("body", "result"):
                yield from self._end("par" if word in ("sect", "page") else word)
        elif word in _CHARACTERS:
            self._add(_CHARACTERS[word])
        elif word == "u" and value is not None:
            self._to_skip = 0
            self._add(chr(value % 65536))
            self._to_skip = self._groups[-1].fallback
        elif word == "uc" and value is not None:
            self._change(fallback=value)
        elif word == "ansicpg" and value:
            self._codec = f"cp{value}"
        elif word == "bin":
            raise ValueError("RTF holds binary data")
        elif not self._destination(word):
            self._property(word, value)
        self._starred = False

    def _destination(self, word: str) -> bool:
        """True when the word says that its group isn't plain body text."""
        inner = self._groups[-1].target
        if word in _SKIPPED or inner == "skip":
            self._change(target="skip")
        elif word in ("stylesheet", "info"):
            self._change(target=word)
        elif word == "title" and inner == "info":
            self._change(target="title")
        elif word in ("listtext", "pntext"):
            self._change(target="marker")
        elif word == "fldinst":
            self._change(target="instruction")
        elif word == "fldrslt":
            self._change(target="result")
        elif self._starred and word not in ("shpinst", "shptxt"):
            self._change(target="skip")
        else:
            return False
        return True

    def _property(self, word: str, value: int | None) -> None:
        if word == "pard":
            self._style, self._outline, self._depth, self._in_table = 0, None, 0, False
        elif word == "s" and value is not None:
            self._style = value
            if self._groups[-1].target == "stylesheet":
                self._change(target="style")
        elif word == "outlinelevel":
            self._outline = value
        elif word == "ilvl":
            self._depth = value or 0
        elif word == "intbl":
            self._in_table = True
        elif word == "deleted":
            self._change(deleted=value != 0)

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._starred = True
        elif symbol in "\\{}":
            self._add(symbol)
        elif symbol in _SYMBOLS:
            self._add(_SYMBOLS[symbol])

    def _characters(self, raw: bytes) -> None:
        try:
            text = raw.decode(self._codec, "replace")
        except LookupError:
            text = raw.decode("cp1252", "replace")
        skipped = min(self._to_skip, len(text))
        self._to_skip -= skipped
        self._add(text[skipped:])

    def _add(self, text: str) -> None:
        group = self._groups[-1]
        if text and group.target != "skip" and not group.deleted:
            self._texts.setdefault(group.target, []).append(text)

    def _change(
        self, *, target: str | None = None, fallback: int | None = None,
        deleted: bool | None = None,
    ) -> None:  # fmt: skip
        old = self._groups[-1]
        self._groups[-1] = replace(
            old,
            target=old.target if target is None else target,
            fallback=old.fallback if fallback is None else fallback,
            deleted=old.deleted if deleted is None else deleted,
        )

    def _end(self, ends: str) -> Iterator[Paragraph]:
        parts = [*self._texts.pop("body", []), *self._texts.pop("result", [])]
        marker = "".join(self._texts.pop("kept marker", []))
        links, self._links = tuple(self._links), []
        yield Paragraph(
            # Surrogate pairs come as two \u words.
            "".join(parts).encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
            "cell" if ends == "nestcell" else ends,
            self._level(),
            marker,
            self._depth,
            self._in_table,
            links,
        )

    def _level(self) -> int:
        if self._outline is not None:
            return self._outline + 1 if 0 <= self._outline < 6 else 0
        name = self._styles.get(self._style, "")
        found = re.match(r"(?:heading|titre)\s*(\d)", name)
        return int(found.group(1)) if found else 1 if name in ("title", "titre") else 0

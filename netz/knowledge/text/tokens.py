"""Tokens: text to index terms with their places, for French and English text alike."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from netz.knowledge.text.characters import INVISIBLE, fold
from netz.knowledge.text.stems import stem
from netz.knowledge.text.stopwords import INDEX_STOP, word_set

MAX_WORD = 64  # longer runs of letters are base64, not words; they are cut to this many characters

_HYPHENS = "-\u2010\u2011"
_APOSTROPHES = "'\u2019\u02bc\u02b9\u00b4`\u2032\uff07"
_LETTER = rf"(?:[^\W_]|[\u0300-\u036f{INVISIBLE}])"
_CHUNK = re.compile(
    rf"(?<!\w)[cCfF](?:\+\+|\#)(?!\w)"
    rf"|{_LETTER}+(?:[{_HYPHENS}{_APOSTROPHES}.@_]{_LETTER}+)*"
)
_PIECE = re.compile(rf"[^{_APOSTROPHES}]+")
_CODE = re.compile(r"[\d.@_+#]")
_DIGIT = re.compile(r"\d")
_PART = re.compile(rf"[^{_HYPHENS}.@_+#]+")
_RUN = re.compile(r"\d+|[^\W\d_]+")
_ELIDED = word_set("l d j m t s c n qu jusqu lorsqu puisqu quoiqu quelqu presqu entr")
_CLITIC = re.compile(
    rf"(?:[{_HYPHENS}]t)?[{_HYPHENS}]"
    r"(?:je|tu|ils?|elles?|on|nous|vous|ce|ci|l[aà]|les?|moi|toi|lui|leur|y|en)$",
    re.IGNORECASE,
)
_ABBREVIATIONS = frozenset({"IT", "AI", "US"})
_WHOLE = frozenset({"rendez-vous", "aujourd'hui", "presqu'ile", "prud'homme", "prud'hommes"})


@dataclass(frozen=True, slots=True)
class Token:
    """An index term and the characters [start, end) of the text that it was read from.

    `position` counts words; a compound and its parts share the positions they cover, so the
    whole `wifi` and the part `wi` of "Wi-Fi" have the same one. `whole` tells them apart.
    """

    term: str
    start: int
    end: int
    position: int
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written, before stemming: its text, its place, and its parts when compound."""

    text: str
    start: int
    end: int
    parts: tuple["Word", ...] = ()
    code: bool = False


def words(text: str) -> Iterator[Word]:
    """The words of a text in order, elisions and inverted pronouns taken off."""
    for chunk in _CHUNK.finditer(text):
        yield from _chunk_words(chunk.group(), chunk.start())


def distinct_words(text: str) -> Iterator[Word]:
    """The words of a text, each spelling once, in no order and with no use of their places."""
    for chunk in set(_CHUNK.findall(text)):
        yield from _chunk_words(chunk, 0)


def _chunk_words(chunk: str, offset: int) -> Iterator[Word]:
    if chunk.isalpha():
        yield Word(chunk[:MAX_WORD], offset, offset + len(chunk))
        return
    plain = chunk if chunk.isalnum() else fold(chunk.replace("\u2019", "'"))
    if plain in _WHOLE:
        yield Word(re.sub(r"\W", "", plain), offset, offset + len(chunk))
        return
    pieces = list(_PIECE.finditer(chunk))
    for index, piece in enumerate(pieces):
        last = index == len(pieces) - 1
        folded = fold(piece.group())
        if not last and folded in _ELIDED:
            continue
        if last and index and folded in ("s", "t"):  # "printer's", "don't"
            continue
        yield _piece_word(piece.group(), offset + piece.start())


def _piece_word(piece: str, start: int) -> Word:
    if len(piece) > 3 and (clitic := _CLITIC.search(piece)) and fold(piece) not in _WHOLE:
        piece = piece[: clitic.start()]
    end = start + len(piece)
    parts = tuple(
        Word(part.group()[:MAX_WORD], start + part.start(), start + part.end())
        for part in _PART.finditer(piece)
    )
    code = bool(_CODE.search(piece))
    if len(parts) > 1:
        return Word(piece[: 2 * MAX_WORD], start, end, parts, code)
    if code and not piece.isdigit():
        return Word(piece[:MAX_WORD], start, end, _runs(piece[:MAX_WORD], start), True)
    return Word(piece[:MAX_WORD], start, end, (), code)


def _runs(piece: str, start: int) -> tuple[Word, ...]:
    """The letters and the digits of a code such as KB5034441, where both say something alone."""
    if fold(piece).startswith("0x"):
        return (Word(piece[2:], start + 2, start + len(piece), (), True),) if piece[2:] else ()
    runs = [Word(r.group(), start + r.start(), start + r.end()) for r in _RUN.finditer(piece)]
    return tuple(run for run in runs if len(run.text) > 1) if len(runs) > 1 else ()


def whole_term(word: Word, language: str) -> str:
    """The term of a compound or code taken whole: hyphens go (wifi), dots and the like stay."""
    joined = re.sub(f"[{_HYPHENS}]", "", word.text)
    return stem(joined, language) if joined.isalpha() else fold(joined)


def is_stop(word: Word, stop: frozenset[str]) -> bool:
    """Whether a word is a stop word; some, in capitals, are abbreviations (IT, AI)."""
    return fold(word.text) in stop and word.text not in _ABBREVIATIONS


def analyse(text: str, language: str = "fr") -> list[Token]:
    """The index tokens of a text in `language` ("fr", "en"), in order of their start.

    Stop words are left out but keep their position, so that distances stay true.
    """
    capitals = text.isupper()
    found: list[Token] = []
    position = 0
    for chunk in _CHUNK.finditer(text):
        if chunk.group().isalpha():  # nearly all of them: what follows is for the rest
            if term := _letters_term(chunk.group()[:MAX_WORD], language, capitals):
                found.append(Token(term, chunk.start(), chunk.end(), position))
            position += 1
            continue
        position = _analyse_chunk(found, chunk, language, position, capitals)
    return found


@lru_cache(maxsize=131_072)
def _letters_term(word: str, language: str, capitals: bool) -> str:
    """The term of a word made of letters, empty for a stop word."""
    if fold(word) in INDEX_STOP and (capitals or word not in _ABBREVIATIONS):
        return ""
    return stem(word, language)


def _analyse_chunk(
    found: list[Token], chunk: re.Match[str], language: str, position: int, capitals: bool
) -> int:
    """Adds the tokens of an elided, compound or coded chunk; returns the next position."""
    for word in _chunk_words(chunk.group(), chunk.start()):
        if word.parts:
            found.append(Token(whole_term(word, language), word.start, word.end, position))
            for part in word.parts:
                _add(found, part, language, position, whole=False)
                position += 1
            continue
        stop = fold(word.text) in INDEX_STOP if capitals else is_stop(word, INDEX_STOP)
        if not stop:
            _add(found, word, language, position, whole=True)
        position += 1
    return position


def _add(found: list[Token], word: Word, language: str, position: int, *, whole: bool) -> None:
    if not whole and fold(word.text) in INDEX_STOP:
        return
    term = word_term(word, language)
    if term:
        found.append(Token(term, word.start, word.end, position, whole))


def is_plain(word: Word) -> bool:
    """Whether the word is made of letters alone, so that stemming makes sense."""
    return not word.code and (word.text.isalpha() or not _DIGIT.search(word.text))


def word_term(word: Word, language: str) -> str:
    """The index term of a simple word: its stem, or the folded text where digits are in it."""
    return stem(word.text, language) if is_plain(word) else fold(word.text)

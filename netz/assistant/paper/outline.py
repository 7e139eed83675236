"""A conversation as blocks that any kind of file can be set from, in plain text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Literal
from uuid import UUID

from netz.assistant.branching import versions
from netz.assistant.schemas import (
    AnswerOut,
    CitationOut,
    ConversationDetail,
    MessageOut,
    SentenceOut,
)

_WORDS = {
    "fr": {
        "untitled": "Sans titre",
        "contents": "Sommaire",
        "conversations": "Conversations",
        "exported": "Exporté de l’espace {workspace} par {name}, le {date}",
        "asked_by": "Question posée par {name}",
        "question": "Question, le {date}",
        "question_of": "Question de {name}, le {date}",
        "message_of": "Message de {name}, le {date}",
        "answer": "Réponse, le {date}",
        "answer_version": "Réponse, version {version}, le {date}",
        "attached": "Pièces jointes : {names}",
        "sources": "Sources",
        "page": "page {page}",
        "quoted": "\u00a0: «\u00a0{quote}\u00a0»",
        "unsupported": "non vérifié dans vos documents",
        "number": "Page {number}",
        "date": "{:%d/%m/%Y à %H:%M} UTC",
        "missing": "{count} caractères n’existent pas dans la police de ce fichier et sont"
        " remplacés par {mark}. L’export Word ou Markdown les contient.",
    },
    "en": {
        "untitled": "Untitled",
        "contents": "Contents",
        "conversations": "Conversations",
        "exported": "Exported from the workspace {workspace} by {name} on {date}",
        "asked_by": "Asked by {name}",
        "question": "Question, {date}",
        "question_of": "Question by {name}, {date}",
        "message_of": "Message from {name}, {date}",
        "answer": "Answer, {date}",
        "answer_version": "Answer, version {version}, {date}",
        "attached": "Attachments: {names}",
        "sources": "Sources",
        "page": "page {page}",
        "quoted": ": “{quote}”",
        "unsupported": "not checked against your documents",
        "number": "Page {number}",
        "date": "{:%Y-%m-%d %H:%M} UTC",
        "missing": "{count} characters are not in this file’s font and are replaced by {mark}."
        " The Word or Markdown export holds them.",
    },
}
MOST_COLUMNS = 6
# What XML refuses, and lone halves of characters, which no file can hold.
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# As the screen tells them apart (web/src/features/assistant/groups.ts).
_STEP = re.compile(r"^\s*(?:(\d{1,3})[.)°]|(?:étape|step)\s+(\d{1,3})\s*[:.-])\s+", re.IGNORECASE)
_ITEM = re.compile(r"^\s*(?:[-*•–◦▪]|[a-z][.)])\s+", re.IGNORECASE)
_COLON = re.compile(r"\s?:\s")
# Line ends and runs of spaces; spaces that keep words together stay.
_BREAKS = re.compile("[ \t\r\n\u2028\u2029]+")
_KEPT = re.compile(r" (?=[;:!?»%€])|(?<=«) ")

Kind = Literal["paragraph", "step", "item", "table", "question"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a step with its number, an item of a list, or a table, its head first."""

    kind: Kind
    text: str = ""
    number: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A numbered source: where it is, and the words that the answer rests on, after a colon."""

    number: int
    title: str
    place: str
    quote: str


@dataclass(frozen=True, slots=True)
class Turn:
    """A question, or an answer with its sources."""

    heading: str
    asked: bool
    note: str
    blocks: tuple[Block, ...]
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """One conversation."""

    title: str
    who: str
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """Everything that a file of conversations says, in its reader's language."""

    language: str
    title: str
    exported: str
    author: str
    chapters: tuple[Chapter, ...]
    color: str
    words: dict[str, str]


def paper(
    found: list[ConversationDetail],
    *,
    language: str,
    reader: str,
    workspace: str,
    color: str,
    now: datetime,
) -> Paper:
    """The conversations, told in the reader's language."""
    words = _WORDS["en" if language == "en" else "fr"]
    chapters = tuple(_chapter(one, words, reader) for one in found)
    date = words["date"].format(now)
    return Paper(
        language=language,
        title=chapters[0].title if len(chapters) == 1 else words["conversations"],
        exported=words["exported"].format(
            workspace=_clean(workspace), name=_clean(reader), date=date
        ),
        author=_clean(workspace),
        chapters=chapters,
        color=color,
        words=words,
    )


def _chapter(one: ConversationDetail, words: dict[str, str], reader: str) -> Chapter:
    asker, numbers = one.asker, versions_in(one)
    who = " · ".join(part for part in (asker.name, asker.company) if part) if asker else reader
    return Chapter(
        title=_line(one.title) or words["untitled"],
        who=words["asked_by"].format(name=_line(who)) if who else "",
        turns=tuple(_turn(message, words, numbers) for message in one.messages),
    )


def versions_in(one: ConversationDetail) -> dict[UUID, int]:
    """The answers of turns with several alternatives, each with its number among them."""
    answers = [message.answer for message in one.messages if message.answer]
    return versions({answer.id: answer.follows for answer in answers})


def _turn(message: MessageOut, words: dict[str, str], numbers: Mapping[UUID, int]) -> Turn:
    date, answer = words["date"].format(message.created_at), message.answer
    if answer is None:
        name = _line(message.author.name) if message.author else ""
        if message.role == "person":
            heading = words["message_of"].format(name=name or "—", date=date)
        elif name:
            heading = words["question_of"].format(name=name, date=date)
        else:
            heading = words["question"].format(date=date)
        kind: Kind = "paragraph" if message.role == "person" else "question"
        said = [Block(kind, line) for line in _lines(message.text)]
        if message.attachments:
            names = ", ".join(_line(one.name) for one in message.attachments)
            said.append(Block("paragraph", words["attached"].format(names=names)))
        return Turn(heading, True, "", tuple(said))
    version = numbers.get(answer.id)
    heading = words["answer_version" if version else "answer"]
    return Turn(
        heading=heading.format(date=date, version=version),
        asked=False,
        note=_line(answer.ai_notice),
        blocks=tuple(_said(answer, words)),
        sources=tuple(_source(cited, words) for cited in answer.citations),
    )


def _said(answer: AnswerOut, words: dict[str, str]) -> Iterator[Block]:
    """The answer's structure, each sentence with its sources' numbers behind it."""
    if not answer.sentences:
        yield from (Block("paragraph", line) for line in _lines(answer.text))
        return
    for kind, run in groupby(answer.sentences, key=lambda sentence: sentence.kind):
        if kind == "sentence":
            yield Block("paragraph", " ".join(_told(one, words) for one in run))
        elif kind == "step":
            yield from _steps(run, words)
        elif kind == "row":
            yield from _tables(run, words)
        else:
            yield from (Block("item", _ITEM.sub("", _told(one, words))) for one in run)


def _steps(run: Iterable[SentenceOut], words: dict[str, str]) -> Iterator[Block]:
    """Steps with the numbers that their document gave them, else counted on."""
    last = 0
    for one in run:
        text = f"{one.marker} {_told(one, words)}".strip()
        told = _STEP.match(text)
        last = int(told[1] or told[2]) if told else last + 1
        yield Block("step", _STEP.sub("", text) if told else _ITEM.sub("", text), number=last)


def _tables(run: Iterable[SentenceOut], words: dict[str, str]) -> Iterator[Block]:
    """Rows of the same columns as one table; what isn't written as a row as an item."""
    told = [(_cells(_line(one.text)), one) for one in run]
    for head, rows in groupby(told, key=lambda row: tuple(name for name, _ in row[0])):
        if not 1 < len(head) <= MOST_COLUMNS:
            yield from (Block("item", _told(one, words)) for _, one in rows)
            continue
        body = []
        for cells, one in rows:
            values = [value for _, value in cells]
            body.append((*values[:-1], values[-1] + _behind(one, words)))
        yield Block("table", rows=(head, *body))


def _cells(text: str) -> tuple[tuple[str, str], ...]:
    """The cells of a row, `name: value; name: value`, or none when it is not written so."""
    cells = []
    for part in re.split(r";\s+", text):
        name, *value = _COLON.split(part, maxsplit=1)
        if not name or not value:
            return ()
        cells.append((name.strip(), value[0].strip()))
    return tuple(cells)


def _told(one: SentenceOut, words: dict[str, str]) -> str:
    return _line(one.text) + _behind(one, words)


def _behind(sentence: SentenceOut, words: dict[str, str]) -> str:
    numbers = "".join(f" [{number}]" for number in sentence.citations)
    return numbers if sentence.supported else f"{numbers} ({words['unsupported']})"


def _source(one: CitationOut, words: dict[str, str]) -> Source:
    page = words["page"].format(page=one.page) if one.page else ""
    return Source(
        number=one.index,
        title=_line(one.title),
        place=", ".join(part for part in (_line(one.path), page) if part),
        quote=words["quoted"].format(quote=_line(one.quote)),
    )


def _lines(text: str) -> list[str]:
    return [line for part in _clean(text).splitlines() if (line := _line(part))]


def _line(text: str) -> str:
    """One line, with the spaces that French wants before its punctuation kept from breaking."""
    return _KEPT.sub("\N{NO-BREAK SPACE}", _BREAKS.sub(" ", _clean(text)).strip())


def _clean(text: str) -> str:
    return _REFUSED.sub("", text)

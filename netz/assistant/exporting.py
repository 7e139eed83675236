"""Conversations as a file, for a person (Markdown, PDF, Word), a program (JSON) or a spreadsheet
(CSV).

Each holds what its reader may see today, as the screen does.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Literal
from uuid import UUID

from django.utils import timezone
from django.utils.text import slugify

from netz.assistant import queries
from netz.assistant.answering.catalogue import ORIGINS
from netz.assistant.paper.outline import Paper, paper, versions_in
from netz.assistant.schemas import AnswerOut, CitationOut, ConversationDetail, MessageOut
from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.cells import harmless
from netz.workspaces import queries as workspaces
from netz.workspaces.queries.branding import sender_of

Format = Literal["markdown", "json", "csv", "pdf", "docx"]
MEDIA_TYPES: dict[Format, str] = {
    "markdown": "text/markdown; charset=utf-8",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
ENDINGS: dict[Format, str] = {
    "markdown": "md",
    "json": "json",
    "csv": "csv",
    "pdf": "pdf",
    "docx": "docx",
}
# Set as a whole, in memory.
PAPER: tuple[Format, ...] = ("pdf", "docx")
# The form of the JSON file, for whoever reads it again.
FORM, VERSION = "netz.conversations", 1

_WORDS = {
    "fr": {
        "untitled": "Sans titre",
        "exported": "Export de l’espace {workspace}, le {date}",
        "asked_by": "Question posée par {name}",
        "question": "Question",
        "question_of": "Question de {name}",
        "message_of": "Message de {name}",
        "answer": "Réponse",
        "answer_version": "Réponse, version {version}",
        "attached": "Pièces jointes : {names}",
        "sources": "Sources",
        "page": "page {page}",
        "date": "{:%d/%m/%Y à %H:%M} UTC",
    },
    "en": {
        "untitled": "Untitled",
        "exported": "Exported from the workspace {workspace} on {date}",
        "asked_by": "Asked by {name}",
        "question": "Question",
        "question_of": "Question by {name}",
        "message_of": "Message from {name}",
        "answer": "Answer",
        "answer_version": "Answer, version {version}",
        "attached": "Attachments: {names}",
        "sources": "Sources",
        "page": "page {page}",
        "date": "{:%Y-%m-%d %H:%M} UTC",
    },
}
_HEADS = {
    "fr": (
        "identifiant",
        "titre",
        "personne",
        "entreprise",
        "première question le",
        "dernier message le",
        "questions",
        "réponses",
        "refus",
        "avis favorables",
        "avis défavorables",
        "transmise au support",
        "étiquettes",
        "première question",
        "dernière réponse",
        "sources",
        "importée de",
    ),
    "en": (
        "id",
        "title",
        "person",
        "company",
        "first question at",
        "last message at",
        "questions",
        "answered",
        "refused",
        "rated up",
        "rated down",
        "handed over",
        "tags",
        "first question",
        "last answer",
        "sources",
        "imported from",
    ),
}
# What Markdown would make something of, raw HTML and links included.
_MARKS = re.compile(r"([\\`*_\[\]<>#|~])")


@dataclass(frozen=True, slots=True)
class Exported:
    """A file: its bytes, name and media type."""

    content: bytes
    name: str
    media_type: str


def export(ids: Sequence[UUID], as_format: Format, *, actor: Actor) -> Exported:
    """The conversations as one file, in the order of the ids; the trail tells of it.

    Raises `ConversationNotFound` unless the actor may read them all.
    """
    found = queries.conversation_details(actor, ids)
    workspace = workspaces.current_workspace(actor).name
    if as_format in PAPER:
        content = paper_of(found, as_format, actor, workspace)
    else:
        content = b"".join(pieces([found], as_format, actor, workspace))
    record(actor, "conversation.export", after={"format": as_format, "count": len(found)})
    return Exported(content, f"{_name(found)}.{ENDINGS[as_format]}", MEDIA_TYPES[as_format])


def _name(found: list[ConversationDetail]) -> str:
    if len(found) == 1 and (title := slugify(found[0].title)[:60]):
        return title
    return f"conversations-{timezone.now():%Y-%m-%d}"


def pieces(
    batches: Iterable[list[ConversationDetail]], as_format: Format, actor: Actor, workspace: str
) -> Iterator[bytes]:
    """A file of text, as many conversations at a time as a batch holds."""
    return _PIECES[as_format](batches, actor, workspace)


def _json(
    batches: Iterable[list[ConversationDetail]], actor: Actor, workspace: str
) -> Iterator[bytes]:
    told = {
        "format": FORM,
        "version": VERSION,
        "workspace": workspace,
        "exported_at": timezone.now().isoformat(),
    }
    head = json.dumps(told, ensure_ascii=False, indent=1).removesuffix("\n}")
    yield f'{head},\n "conversations": ['.encode()
    between = "\n"
    for one in chain.from_iterable(batches):
        text = json.dumps(one.model_dump(mode="json"), ensure_ascii=False, indent=1)
        yield f"{between}{text}".encode()
        between = ",\n"
    yield b"\n ]\n}\n"


def _markdown(
    batches: Iterable[list[ConversationDetail]], actor: Actor, workspace: str
) -> Iterator[bytes]:
    words = _WORDS[actor.language]
    between = ""
    for one in chain.from_iterable(batches):
        yield f"{between}{_conversation(one, words)}".encode()
        between = "\n\n---\n\n"
    now = words["date"].format(timezone.now())
    foot = words["exported"].format(workspace=_plain(workspace), date=now)
    yield f"\n\n*{foot}*\n".encode()


def paper_of(
    found: list[ConversationDetail], as_format: Format, actor: Actor, workspace: str
) -> bytes:
    """A file that is set as a whole: PDF or Word."""
    return (_pdf if as_format == "pdf" else _docx)(found, actor, workspace)


def _pdf(found: list[ConversationDetail], actor: Actor, workspace: str) -> bytes:
    # Brings its library and font along, which nothing else needs.
    from netz.assistant.paper.pdf import pdf

    return pdf(_paper(found, actor, workspace))


def _docx(found: list[ConversationDetail], actor: Actor, workspace: str) -> bytes:
    from netz.assistant.paper.word import word

    return word(_paper(found, actor, workspace))


def _paper(found: list[ConversationDetail], actor: Actor, workspace: str) -> Paper:
    return paper(
        found,
        language=actor.language,
        reader=actor.name,
        workspace=workspace,
        color=sender_of(actor.workspace_id).color,
        now=timezone.now(),
    )


def _conversation(one: ConversationDetail, words: dict[str, str]) -> str:
    parts = [f"# {_plain(one.title or words['untitled'])}"]
    if one.asker:
        who = " · ".join(part for part in (one.asker.name, one.asker.company) if part)
        parts.append(words["asked_by"].format(name=_plain(who)))
    numbers = versions_in(one)
    parts += [_turn(message, words, numbers) for message in one.messages]
    return "\n\n".join(parts)


def _turn(message: MessageOut, words: dict[str, str], versions: Mapping[UUID, int]) -> str:
    date = words["date"].format(message.created_at)
    if message.answer is None:
        quoted = "\n".join(f"> {_plain(line)}".rstrip() for line in message.text.splitlines())
        parts = [f"## {_head(message, words)}, {date}", quoted]
        if message.attachments:
            names = ", ".join(_plain(one.name) for one in message.attachments)
            parts.append(words["attached"].format(names=names))
        return "\n\n".join(parts)
    version = versions.get(message.answer.id)
    head = words["answer_version"].format(version=version) if version else words["answer"]
    parts = [f"## {head}, {date}", f"*{_plain(message.answer.ai_notice)}*"]
    parts.append(_said(message.answer))
    if message.answer.citations:
        listed = [_source(one, words) for one in message.answer.citations]
        parts.append("\n".join([f"**{words['sources']}**", "", *listed]))
    return "\n\n".join(parts)


def _head(message: MessageOut, words: dict[str, str]) -> str:
    """Whose turn it is: a question, whoever asked it, or what a person wrote to the others."""
    name = _plain(message.author.name) if message.author else ""
    if message.role == "person":
        return words["message_of"].format(name=name or "—")
    return words["question_of"].format(name=name) if name else words["question"]


def _said(answer: AnswerOut) -> str:
    """The answer with its sources' numbers, as `[1]`, behind each sentence."""
    if not answer.sentences:
        return "\n\n".join(_plain(line) for line in answer.text.splitlines() if line.strip())
    lines: list[str] = []
    before = ""
    for sentence in answer.sentences:
        numbers = "".join(f" \\[{number}\\]" for number in sentence.citations)
        text = _plain(" ".join(sentence.text.split())) + numbers
        listed = sentence.kind != "sentence"
        if before == "sentence" and not listed:
            lines[-1] += f" {text}"
            continue
        if lines and (before != "sentence") != listed:
            lines.append("")
        lines.append(f"{'1.' if sentence.kind == 'step' else '-'} {text}" if listed else text)
        before = sentence.kind
    return "\n".join(lines)


def _source(one: CitationOut, words: dict[str, str]) -> str:
    page = f", {words['page'].format(page=one.page)}" if one.page else ""
    quote = _plain(" ".join(one.quote.split()))
    return f"- \\[{one.index}\\] **{_plain(one.title)}** ({_plain(one.path)}{page}): “{quote}”"


def _plain(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)


def _csv(
    batches: Iterable[list[ConversationDetail]], actor: Actor, workspace: str
) -> Iterator[bytes]:
    # The mark by which spreadsheets know UTF-8.
    yield "\ufeff".encode()
    yield _lines([_HEADS[actor.language]], actor)
    for found in batches:
        yield _lines([[harmless(cell) for cell in _row(one, actor)] for one in found], actor)


def _lines(rows: Iterable[Sequence[str]], actor: Actor) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";" if actor.language == "fr" else ",").writerows(rows)
    return out.getvalue().encode()


def _row(one: ConversationDetail, actor: Actor) -> tuple[str, ...]:
    asked = [message for message in one.messages if message.role == "user"]
    answers = [message.answer for message in one.messages if message.answer is not None]
    ratings = [answer.rating.value for answer in answers if answer.rating]
    sources = {cited.title for answer in answers for cited in answer.citations}
    return (
        str(one.id),
        one.title,
        one.asker.name if one.asker else actor.name,
        one.asker.company if one.asker else "",
        _minute(asked[0].created_at) if asked else "",
        _minute(one.messages[-1].created_at) if one.messages else "",
        str(len(asked)),
        str(sum(answer.status == "answered" for answer in answers)),
        str(sum(answer.status == "refused" for answer in answers)),
        str(ratings.count("up")),
        str(ratings.count("down")),
        str(sum(answer.handover for answer in answers)),
        ", ".join(one.filing.tags) if one.filing else "",
        asked[0].text if asked else "",
        answers[-1].text if answers else "",
        ", ".join(sorted(sources)),
        ORIGINS[one.origin] if one.origin else "",
    )


def _minute(at: datetime) -> str:
    return at.isoformat(timespec="minutes")


_PIECES = {"markdown": _markdown, "json": _json, "csv": _csv}

"""Writing the index: passages in, versions out, audiences changed. Each call is one statement
or a few in the caller's transaction, and never waits for another document's ingestion."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from uuid import UUID

from netz.knowledge.search import sql
from netz.knowledge.search.blocks import DEAD, pack_postings, pack_runs, pack_words, term_number
from netz.knowledge.search.connection import Cursor
from netz.knowledge.text.language import detect
from netz.knowledge.text.spelling import initial, letters, speller_words
from netz.knowledge.text.tokens import Token, analyse
from netz.knowledge.types import IndexRow

FIELD_GAP = 20  # words between two fields, so that none of them seem to stand together


@dataclass(frozen=True, slots=True)
class _Reading:
    length: int
    counts: dict[str, list[int]]  # by term: how often in text, headings, title, path
    words: bytes


def index_passages(cursor: Cursor, workspace_id: UUID, rows: Sequence[IndexRow]) -> None:
    """Adds passages to the workspace's index; they are found once the transaction commits."""
    if not rows:
        return
    readings = [_read(row) for row in rows]
    lengths = [reading.length for reading in readings]
    cursor.execute(
        sql.ADD_PASSAGES,
        [
            workspace_id,
            [row.passage_id for row in rows],
            [row.version_id for row in rows],
            [row.document_id for row in rows],
            lengths,
            [reading.words for reading in readings],
        ],
    )
    numbers = {passage: number for number, passage in cursor.fetchall()}
    ordered = [numbers[row.passage_id] for row in rows]
    cursor.execute(sql.ADD_SEGMENT, [workspace_id, _runs(rows, ordered, lengths)])
    (segment,) = cursor.fetchone() or (0,)
    terms, data = _postings(ordered, lengths, [reading.counts for reading in readings])
    cursor.execute(sql.ADD_POSTINGS, [workspace_id, segment, terms, data])
    _add_words(cursor, workspace_id, rows)


def unindex_version(cursor: Cursor, workspace_id: UUID, version_id: UUID) -> int:
    """Takes a version's passages out of every later search; returns how many there were."""
    cursor.execute(sql.REMOVE_VERSION, [workspace_id, version_id])
    passages = [(number, length) for number, length in cursor.fetchall()]
    if passages:
        cursor.execute(sql.ADD_CHANGE, [workspace_id, pack_runs(passages, DEAD)])
    return len(passages)


def set_audience(cursor: Cursor, workspace_id: UUID, document_id: UUID, audience_id: int) -> None:
    """Gives all passages of a document another audience."""
    cursor.execute(sql.DOCUMENT_PASSAGES, [workspace_id, document_id])
    passages = [(number, length) for number, length in cursor.fetchall()]
    if passages:
        cursor.execute(sql.ADD_CHANGE, [workspace_id, pack_runs(passages, audience_id)])


def _read(row: IndexRow) -> _Reading:
    """The passage's length in words, its terms by field, and its words in order."""
    language = row.language or detect(row.text)
    parts = (row.text, "\n".join(row.headings), row.title, path_text(row.path))
    counts: dict[str, list[int]] = {}
    fields = [analyse(part, language) for part in parts]
    for field, tokens in enumerate(fields):
        for term, count in Counter(token.term for token in tokens).items():
            counts.setdefault(term, [0, 0, 0, 0])[field] = min(count, 255)
    length = min(sum(token.whole for token in fields[0]), 65_535)
    return _Reading(length, counts, pack_words(_in_order(fields)))


def _in_order(fields: Sequence[Sequence[Token]]) -> Iterator[tuple[int, int]]:
    """Title, headings and text as one run of words, the fields set apart by a gap."""
    offset = 0
    for field in (2, 1, 0):
        for token in fields[field]:
            yield offset + token.position, term_number(token.term)
        if fields[field]:
            offset += fields[field][-1].position + FIELD_GAP


def path_text(path: str) -> str:
    """The words of a path: its folders and the file's name without the ending."""
    folders, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0] or name
    return f"{folders.replace('/', ' ')} {stem}".replace("-", " ").replace("_", " ").strip()


def _runs(rows: Sequence[IndexRow], numbers: Sequence[int], lengths: Sequence[int]) -> bytes:
    """Runs that never cross a version or an audience, so that a later change can name them."""
    groups: dict[tuple[UUID, int], list[tuple[int, int]]] = {}
    for row, number, length in zip(rows, numbers, lengths, strict=True):
        groups.setdefault((row.version_id, row.audience_id), []).append((number, length))
    return b"".join(pack_runs(passages, audience) for (_, audience), passages in groups.items())


def _postings(
    numbers: Sequence[int], lengths: Sequence[int], counts: Sequence[dict[str, list[int]]]
) -> tuple[list[int], list[bytes]]:
    by_term: dict[int, list[tuple[int, int, int, int, int, int]]] = {}
    for number, length, fields in zip(numbers, lengths, counts, strict=True):
        for term, (text, headings, title, path) in fields.items():
            records = by_term.setdefault(term_number(term), [])
            records.append((number, length, text, headings, title, path))
    return list(by_term), [pack_postings(records) for records in by_term.values()]


def _add_words(cursor: Cursor, workspace_id: UUID, rows: Sequence[IndexRow]) -> None:
    texts = chain.from_iterable((row.text, row.title, *row.headings) for row in rows)
    found = sorted(speller_words("\n".join(texts)))
    cursor.execute(
        sql.ADD_WORDS,
        [
            workspace_id,
            [initial(word) for word in found],
            [len(word) for word in found],
            [letters(word) for word in found],
            found,
            workspace_id,
        ],
    )

"""A data set in a PostgreSQL of its own, searched through the product's index."""

import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psycopg
from psycopg.types.json import Jsonb

from bench.vectors import Place, embed_stored, question_vector, stored
from netz.ai.embeddings import Embedder
from netz.core.embedded import EmbeddedPostgres
from netz.core.schema_roles import APP_ROLE, OWNER_ROLE
from netz.knowledge.search import index_passages, search, sql
from netz.knowledge.search.query import Searched
from netz.knowledge.types import Hit, IndexRow

_DOCUMENTS = (
    """CREATE TABLE IF NOT EXISTS knowledge_document (workspace_id uuid, id uuid, path text,
        title text, PRIMARY KEY (workspace_id, id))""",
    """CREATE TABLE IF NOT EXISTS knowledge_version (workspace_id uuid, id uuid, language text,
        PRIMARY KEY (workspace_id, id))""",
    """CREATE TABLE IF NOT EXISTS knowledge_passage (workspace_id uuid, id uuid, ordinal int,
        text text, headings jsonb, page int, blocks jsonb, PRIMARY KEY (workspace_id, id))""",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage of a data set: the document's id as its path, with title, headings and text."""

    path: str
    title: str
    text: str
    headings: tuple[str, ...] = ()
    language: str = ""
    ordinal: int = 0
    blocks: tuple[dict[str, Any], ...] = ()


def split(text: str, words: int = 180) -> Iterator[str]:
    """A long text in pieces of about `words` words, for sets that come without passages."""
    parts = text.split()
    for start in range(0, max(len(parts), 1), words):
        yield " ".join(parts[start : start + words])


def read_passages(path: Path, *, words: int | None = None) -> list[Entry]:
    """The entries of a `passages.jsonl` {id, title, text}; cut to `words` a passage if given."""
    entries = []
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            pieces = split(row["text"], words) if words else [row["text"]]
            for ordinal, piece in enumerate(pieces):
                entries.append(Entry(row["id"], row["title"], piece, ordinal=ordinal))
    return entries


class Corpus:
    """One workspace with an index, on a connection of the role that the product runs with."""

    def __init__(self, owner: str, app: str) -> None:
        self.workspace = uuid4()
        self._prepare(owner)
        self.place = Place(self.workspace, self.turn, app)
        self.connection = psycopg.connect(app, autocommit=False)
        self.connection.prepare_threshold = None
        self.enter()

    def _prepare(self, owner: str) -> None:
        with psycopg.connect(owner, autocommit=True) as connection:
            for statement in (*sql.DROP, *_DOCUMENTS, *sql.CREATE, *sql.protection(OWNER_ROLE)):
                connection.execute(statement.encode())
            connection.execute(
                "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "
                f'"{APP_ROLE}"'.encode()
            )

    def enter(self) -> None:
        """Starts a transaction in the workspace."""
        self.connection.execute(
            "SELECT set_config('netz.workspace', %s, true)", [str(self.workspace)]
        )

    def commit(self) -> None:
        """Ends the transaction and starts the next one."""
        self.connection.commit()
        self.enter()

    @contextmanager
    def turn(self) -> Iterator[psycopg.Cursor[Any]]:
        """A cursor; what was done with it is committed in the end."""
        with self.connection.cursor() as cursor:
            yield cursor
        self.commit()

    def add(self, entries: Iterable[Entry], *, audience: int = 0, batch: int = 200) -> None:
        """Indexes entries; those with the same path are one document."""
        documents: dict[str, UUID] = {}
        rows: list[IndexRow] = []
        cursor = self.connection.cursor()
        for entry in entries:
            document = documents.get(entry.path)
            if document is None:
                document = documents[entry.path] = uuid4()
                cursor.execute(
                    "INSERT INTO knowledge_document VALUES (%s,%s,%s,%s)",
                    [self.workspace, document, entry.path, entry.title],
                )
                cursor.execute(
                    "INSERT INTO knowledge_version VALUES (%s,%s,%s)",
                    [self.workspace, document, entry.language],
                )
            rows.append(self._row(cursor, document, entry, audience))
            if len(rows) >= batch:
                index_passages(cursor, self.workspace, rows)
                self.commit()
                rows = []
        index_passages(cursor, self.workspace, rows)
        self.commit()

    def _row(
        self, cursor: psycopg.Cursor[Any], document: UUID, entry: Entry, audience: int
    ) -> IndexRow:
        passage = uuid4()
        cursor.execute(
            "INSERT INTO knowledge_passage VALUES (%s,%s,%s,%s,%s,NULL,%s)",
            [
                self.workspace,
                passage,
                entry.ordinal,
                entry.text.replace("\0", ""),
                Jsonb(list(entry.headings)),
                Jsonb(list(entry.blocks)),
            ],
        )
        return IndexRow(
            passage_id=passage,
            version_id=document,
            document_id=document,
            audience_id=audience,
            text=entry.text,
            title=entry.title,
            path=entry.path,
            headings=entry.headings,
            language=entry.language,
            ordinal=entry.ordinal,
        )

    def embed(self, embedder: Embedder, *, most: int | None = None) -> int:
        """Gives the passages their vectors, at most `most`; returns how many."""
        return embed_stored(self.place, embedder, most)

    def texts(self) -> list[tuple[str, str]]:
        """Path and what a model is shown of each passage that the index holds."""
        return [(path, text) for _, path, text in stored(self.place)]

    def searched(
        self, query: str, *, limit: int = 10, embedder: Embedder | None = None, **options: Any
    ) -> Searched:
        """`netz.knowledge.search.search` in this workspace, by meaning too with an embedder."""
        vector = question_vector(embedder, query) if embedder is not None else None
        with self.connection.cursor() as cursor:
            return search(
                cursor,
                self.workspace,
                query,
                limit=limit,
                vector=vector,
                encode=partial(question_vector, embedder) if embedder is not None else None,
                **options,
            )

    def search(self, query: str, *, limit: int = 10, **options: Any) -> list[Hit]:
        """The hits alone."""
        return self.searched(query, limit=limit, **options).hits

    def paths(self, query: str, *, limit: int = 10, deep: int = 60, **options: Any) -> list[str]:
        """The best documents for a query, by their best passage."""
        hits: Sequence[Hit] = self.search(query, limit=deep, **options)
        return list(dict.fromkeys(hit.path for hit in hits))[:limit]


@contextmanager
def corpus(entries: Iterable[Entry] = ()) -> Iterator[Corpus]:
    """A corpus in a temporary PostgreSQL that goes with the block."""
    with tempfile.TemporaryDirectory(prefix="netz-bench-") as folder:
        server = EmbeddedPostgres(Path(folder))
        try:
            dsns = server.start()
            found = Corpus(dsns.owner, dsns.app)
            found.add(entries)
            yield found
            found.connection.close()
        finally:
            server.stop()

"""Search over 10,000 to 300,000 passages of one workspace, beside bm25s and tantivy; by meaning
too at 100,000, where somebody may feel it.

The passages lie in the product's own tables under row-level security, are indexed by its own
functions and searched as its role, each search in a transaction of its own.
"""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg
import tantivy

from bench import meaning
from bench.corpus import Entry
from bench.machine import load
from bench.passages import PER_DOCUMENT, material
from bench.search import reference as bm25s_ranker
from bench.setting import Setting, Space
from bench.table import Figure, Target, figure
from bench.vectors import Place

SIZES = (10_000, 100_000, 300_000)
MEANING_AT = 100_000
QUESTIONS = 200
LIMIT = 10
BATCH = 2_000
FOLD_EVERY = 20_000
_WARM = 20


def measure(setting: Setting) -> None:
    """One growing corpus, measured at each size right after its references."""
    sizes = [size // 100 for size in SIZES] if setting.small else list(SIZES)
    if not setting.full and not setting.small:
        setting.left_out.append(f"search at {sizes.pop():,} passages: give --full for it")
    source = material(setting.data, sizes[-1], setting.count(QUESTIONS))
    known: list[Entry] = []
    space, seconds = setting.space("scale"), 0.0
    for size in sizes:
        loaded = load()
        started = time.perf_counter()
        while len(known) < size:
            batch = [next(source.entries) for _ in range(min(BATCH, size - len(known)))]
            add_entries(space, batch)
            known += batch
            if len(known) % FOLD_EVERY == 0 or len(known) == size:
                _fold(space)
        seconds += time.perf_counter() - started
        _settle(setting.dsns.owner)
        beside = _references(known, source.questions)
        found = _timed("netz", source.questions, _searcher(space))
        setting.add(
            f"one search over {size:,} passages of a workspace",
            found,
            *beside,
            target=Target(15.0, 40.0) if size == 100_000 else None,
            note=f"{source.source}; indexed {size / seconds:,.0f} passages/s in one process",
            loaded=loaded,
        )
        if size == MEANING_AT // (100 if setting.small else 1):
            by_meaning(setting, space, source.questions)


def by_meaning(setting: Setting, space: Space, questions: Sequence[str]) -> None:
    """Gives all passages vectors, as if the worker had been through; they leave with the lines."""
    from django.db import connection
    from django.utils import timezone

    from netz.ai.sources import installation_source
    from netz.core.db import tenant
    from netz.knowledge.models import VectorIndex
    from netz.knowledge.search.vectors import forget_model
    from netz.knowledge.vectors import question_vector

    model = meaning.local_model(setting.embeddings)
    if model is None:
        setting.left_out.append("search by meaning: this copy was made without a model")
        return
    workspace = space.actor.workspace_id

    @contextmanager
    def enter() -> Iterator[Any]:
        with tenant(workspace), connection.cursor() as cursor:
            yield cursor

    place = Place(workspace, enter, setting.dsns.app)
    filled = meaning.fill(place, model, setting.count(meaning.REAL))
    now = timezone.now()
    with enter():
        index = VectorIndex.objects.create(
            workspace_id=workspace,
            model=model.name,
            kind=installation_source().kind,
            state="ready",
            started_at=now,
            ended_at=now,
        )
        # Without one the product searches by words, and says nothing here.
        if question_vector(workspace, questions[0]) is None:
            raise RuntimeError("the product makes no vector of a question")
    _settle(setting.dsns.owner)
    for one in meaning.findings(place, setting.embeddings, filled, questions, _searcher(space)):
        setting.add(one.title.strip(), one.figure, target=one.target, note=one.note)
    with enter() as cursor:
        forget_model(cursor, workspace, model.name)
        index.delete()


def _timed(name: str, questions: Sequence[str], search: Callable[[str], Any]) -> Figure:
    for text in questions[:_WARM]:
        search(text)
    spent = []
    for text in questions:
        started = time.perf_counter()
        search(text)
        spent.append((time.perf_counter() - started) * 1000)
    return figure(name, "ms", spent)


def _searcher(space: Space) -> Callable[[str], Any]:
    from netz.core.db import tenant
    from netz.knowledge.queries import search

    def one(text: str) -> Any:
        with tenant(space.actor.workspace_id):
            return search(space.actor, text, limit=LIMIT)

    return one


def _references(entries: Sequence[Entry], questions: Sequence[str]) -> list[Figure]:
    found = [_timed("bm25s, in process", questions, bm25s_ranker(entries))]
    found.append(_timed("tantivy, in process", questions, _tantivy(entries)))
    return found


def _tantivy(entries: Sequence[Entry]) -> Callable[[str], list[str]]:
    """Title and text with the French stemmer, in memory; a search brings the texts too."""
    schema = tantivy.SchemaBuilder()
    for name in ("title", "text"):
        schema.add_text_field(name, stored=True, tokenizer_name="fr")
    index = tantivy.Index(schema.build())
    analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    for each in (tantivy.Filter.lowercase(), tantivy.Filter.stemmer("french")):
        analyzer = analyzer.filter(each)
    index.register_tokenizer("fr", analyzer.build())
    writer = index.writer(heap_size=128_000_000, num_threads=1)
    for entry in entries:
        writer.add_document(tantivy.Document(title=[entry.title], text=[entry.text]))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def one(text: str) -> list[str]:
        query = index.parse_query(" ".join(re.findall(r"\w+", text)).lower(), ["title", "text"])
        hits = searcher.search(query, LIMIT).hits
        return [searcher.doc(address)["text"][0] for _, address in hits]

    return one


def add_entries(space: Space, entries: Sequence[Entry]) -> None:
    """Stores the entries as ready documents of `PER_DOCUMENT` passages and indexes them."""
    from django.db import connection

    from netz.core.db import tenant
    from netz.knowledge.audiences import AudienceSpec, ensure_set
    from netz.knowledge.models import Document, Passage, Version
    from netz.knowledge.search.index import index_passages
    from netz.knowledge.types import IndexRow

    actor = space.actor
    workspace = actor.workspace_id
    with tenant(workspace):
        audience = ensure_set(AudienceSpec("public"), actor=actor)
        documents, versions, passages, rows = [], [], [], []
        for start in range(0, len(entries), PER_DOCUMENT):
            part = entries[start : start + PER_DOCUMENT]
            document = Document(
                workspace_id=workspace,
                path=part[0].path,
                title=part[0].title[:500],
                status="ready",
                progress=1,
                audience=audience,
            )
            version = Version(
                workspace_id=workspace,
                document=document,
                number=1,
                filename="corpus.txt",
                media_type="text/plain",
                size=sum(len(entry.text) for entry in part),
                sha256="",
                storage_key="",
                language="fr",
                passage_count=len(part),
            )
            documents.append(document)
            versions.append(version)
            for ordinal, entry in enumerate(part):
                text = entry.text.replace("\0", "")
                passage = Passage(
                    workspace_id=workspace,
                    version=version,
                    document=document,
                    ordinal=ordinal,
                    text=text,
                    first_block=ordinal,
                    last_block=ordinal,
                    blocks=[{"kind": "paragraph", "text": text, "level": 0}],
                )
                passages.append(passage)
                rows.append(
                    IndexRow(
                        passage_id=passage.id,
                        version_id=version.id,
                        document_id=document.id,
                        audience_id=audience.number,
                        text=text,
                        title=document.title,
                        path=document.path,
                        language="fr",
                        ordinal=ordinal,
                    )
                )
        Document.objects.bulk_create(documents)
        Version.objects.bulk_create(versions)
        Passage.objects.bulk_create(passages)
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE knowledge_document AS d SET current_id = v.id, latest_id = v.id"
                " FROM knowledge_version AS v WHERE v.document_id = d.id"
                " AND v.workspace_id = d.workspace_id AND v.id = ANY(%s)",
                [[version.id for version in versions]],
            )
            index_passages(cursor, workspace, rows)


def _fold(space: Space) -> None:
    from django.db import connection

    from netz.core.db import tenant
    from netz.knowledge.search.fold import fold

    with tenant(space.actor.workspace_id), connection.cursor() as cursor:
        fold(cursor, space.actor.workspace_id)


def _settle(owner_dsn: str) -> None:
    """What autovacuum would have done by the time somebody searches."""
    with psycopg.connect(owner_dsn, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")

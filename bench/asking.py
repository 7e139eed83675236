"""Answers over HTTP with an API key: repeated questions from the cache, and new ones."""

import json
import time
from itertools import cycle, islice
from typing import Any

from bench import reference as bare
from bench.client import Client, Reply, request_bytes, timed
from bench.corpus import Entry
from bench.ingest import files_of, upload_all
from bench.machine import load
from bench.search import reference as bm25s_ranker
from bench.setting import Setting, Space
from bench.table import Target, figure

CACHED = 1000
QUESTIONS = 20
_PATH = "/api/v2/answers"


def cached(setting: Setting) -> None:
    """The same few questions again and again."""
    loaded = load()
    texts = _demo_questions()[:QUESTIONS]
    with Client(setting.product.port, setting.demo_key) as client:
        for text in texts:
            client.post(_PATH, {"question": text})
        wanted = _requests(_PATH, texts, setting.demo_key, setting.count(CACHED))
        timed(client, wanted[:100], _is_cached)
        times = timed(client, wanted, _is_cached)
        own = [client.send(request).json()["took_ms"] for request in wanted[:100]]
    with setting.bare_endpoint() as program, Client(program.port, bare.KEY) as client:
        wanted = _requests("/answers", texts, bare.KEY, setting.count(CACHED))
        timed(client, wanted[:100], _is_fine)
        beside = timed(client, wanted, _is_fine)
    setting.add(
        "cached answer, at the HTTP client",
        figure("netz", "ms", times),
        figure("bare ASGI: key, one insert", "ms", beside),
        target=Target(3.0),
        note=f"took_ms says {figure('', '', own).median:.2f} ms at the median; question, answer,"
        " conversation, event and audit row are kept each time",
        loaded=loaded,
    )


def uncached(setting: Setting) -> None:
    """Questions that nobody has asked yet."""
    loaded = load()
    space, texts, what = _it_docs(setting) if setting.data is not None else _demo(setting)
    entries = _entries(space.actor.workspace_id)
    rank = bm25s_ranker(entries)
    beside = []
    for text in texts:
        started = time.perf_counter()
        rank(text)
        beside.append((time.perf_counter() - started) * 1000)
    with Client(setting.product.port, space.key) as client:
        # The process is warm, the questions are new.
        for text in ("Bonjour, comment allez-vous ?", "Où est le bureau ?"):
            client.post(_PATH, {"question": text})
        times = timed(client, _requests(_PATH, texts, space.key, len(texts)), _is_new)
    setting.add(
        f"new extractive answer, {what}",
        figure("netz", "ms", times),
        figure("bm25s ranking alone, in process", "ms", beside),
        target=Target(150.0),
        note=f"{len(entries)} passages, {len(texts)} questions, each asked once",
        loaded=loaded,
    )


def _requests(path: str, texts: list[str], key: str, count: int) -> list[bytes]:
    bodies = [json.dumps({"question": text}).encode() for text in texts]
    return [
        request_bytes("POST", path, key=key, body=body) for body in islice(cycle(bodies), count)
    ]


def _is_fine(reply: Reply) -> None:
    if reply.status != 200:
        raise RuntimeError(f"{reply.status}: {reply.body[:300]!r}")


def _is_cached(reply: Reply) -> None:
    _is_fine(reply)
    if not reply.json()["cached"]:
        raise RuntimeError("an answer did not come from the cache")


def _is_new(reply: Reply) -> None:
    _is_fine(reply)
    if reply.json()["cached"]:
        raise RuntimeError("an answer came from the cache")


def _demo_questions() -> list[str]:
    from netz.demo.manifest import read_questions

    return [question.text for question in read_questions()]


def _demo(setting: Setting) -> tuple[Space, list[str], str]:
    """The demo's documents; its questions once more in other words make enough of them."""
    from netz.core.db import tenant
    from netz.demo.manifest import read_demo
    from netz.workspaces.credentials import system_actor

    actor = _admin_of(read_demo().slug)
    with tenant(actor[0]):
        space = Space(system_actor(*actor), setting.demo_key)
    asked = _demo_questions()
    starts = ("{}", "Bonjour. {}", "Je voudrais savoir : {}", "Petite question : {}")
    return space, [start.format(text) for start in starts[1:] for text in asked], "demo documents"


def _admin_of(slug: str) -> Any:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT id, member_id, user_id FROM netz_workspace_by_slug(%s)", [slug])
        return cursor.fetchone()


def _it_docs(setting: Setting) -> tuple[Space, list[str], str]:
    assert setting.data is not None
    space = setting.space("documents")
    some, rest = files_of(setting)
    upload_all(setting.product.port, space, some if setting.small else [*some, *rest])
    questions = setting.data / "fr-it-docs" / "questions_dev.jsonl"
    texts = [json.loads(line)["text"] for line in questions.read_text("utf-8").splitlines()]
    return space, list(dict.fromkeys(texts))[: setting.count(1000)], "fr-it-docs"


def _entries(workspace_id: Any) -> list[Entry]:
    """The workspace's passages for the reference."""
    from netz.core.db import tenant
    from netz.knowledge.models import Passage

    with tenant(workspace_id):
        rows = Passage.objects.select_related("document").filter(workspace_id=workspace_id)
        return [Entry(str(row.id), row.document.title, row.text) for row in rows]

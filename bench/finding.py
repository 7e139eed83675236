"""Finding what was said, over a million messages of one workspace, beside PostgreSQL's own search.

Conversations of a thousand people of forty companies, in the product's own tables; asked over HTTP
by an admin, who may find those of all companies, and by a guest, who finds the own ones.
"""

import random
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from typing import Any
from unittest.mock import patch
from urllib.parse import quote

import psycopg

from bench.client import Client, Reply, request_bytes, timed
from bench.machine import load
from bench.passages import material
from bench.scale import _settle
from bench.setting import Setting, Space
from bench.table import Figure, Target, figure

MESSAGES = 1_000_000
TEXTS = 20_000  # different questions; a million are made of them with other words beside
PEOPLE = 1_000
COMPANIES = 40
TURNS = 4  # questions a conversation
SEARCHES = 200
_BATCH = 20_000
_WORDS = 40  # of an answer


def measure(setting: Setting) -> None:
    """Words in full, words still being typed, and a guest's own."""
    wanted = setting.count(MESSAGES // 10) if setting.small else MESSAGES
    loaded, space = load(), setting.space("finding")
    source = material(setting.data, TEXTS, SEARCHES)
    texts = [entry.text for entry in islice(source.entries, TEXTS // (100 if setting.small else 1))]
    guest = _fill(space, texts, wanted)
    seconds = _index(space)
    _settle(setting.dsns.owner)
    searches = _searches(texts, setting.count(SEARCHES))
    port = setting.product.port
    beside = _postgresql(setting.dsns.owner, space, searches)
    note = f"{source.source}; indexed {wanted / seconds:,.0f} messages/s in one process"
    for name, key, reference in (("an admin", space.key, [beside]), ("a guest", guest, [])):
        setting.add(
            f"one search over what was said, {wanted:,} messages, by {name}",
            _timed("netz", port, key, searches),
            *reference,
            target=Target(30.0),
            note=note,
            loaded=loaded,
        )


def _searches(texts: Sequence[str], number: int) -> list[str]:
    """One to four words of what was said, every other one not yet typed to its end."""
    chance = random.Random(5)
    found = []
    while len(found) < number:
        words = [word for word in chance.choice(texts).split() if word.isalpha() and len(word) > 3]
        if len(words) > 8:
            start = chance.randrange(len(words) - 4)
            text = " ".join(words[start : start + chance.choice((1, 2, 2, 3, 4))])
            found.append(text[:-2] if len(found) % 2 and len(text) > 6 else text)
    return found


def _timed(name: str, port: int, key: str, searches: Sequence[str]) -> Figure:
    requests = [
        request_bytes("GET", f"/api/v2/conversations/search?q={quote(text)}", key=key)
        for text in searches
    ]
    with Client(port, key) as client:
        timed(client, requests[:20], _is_fine)
        return figure(name, "ms", timed(client, requests, _is_fine))


def _is_fine(reply: Reply) -> None:
    if reply.status != 200:
        raise RuntimeError(f"a search failed: {reply.status} {reply.body[:300]!r}")


def _fill(space: Space, texts: Sequence[str], wanted: int) -> str:
    """Writes the conversations; returns a key of one of their people."""
    from netz.assistant.models import Answer, Conversation, Message
    from netz.core.db import tenant

    members, key = _people(space)
    chance, now = random.Random(7), datetime.now(UTC)
    turn = cycle(_turns(texts, chance))
    made = 0
    while made < wanted:
        conversations, messages, answers = [], [], []
        while len(messages) < min(_BATCH, wanted - made):
            member, company = chance.choice(members)
            row = Conversation(
                workspace_id=space.actor.workspace_id,
                member_id=member,
                company_id=company,
                title=next(turn)[0][:80],
            )
            conversations.append(row)
            for _ in range(TURNS):
                asked, said = next(turn)
                question, reply = (
                    Message(workspace_id=row.workspace_id, conversation=row, role=role, text=text)
                    for role, text in (("user", asked), ("assistant", said))
                )
                messages += [question, reply]
                answers.append(_answer(Answer, row, reply, asked))
        for row in messages:
            row.created_at = now - timedelta(seconds=chance.randrange(60_000_000))
        with tenant(space.actor.workspace_id):
            Conversation.objects.bulk_create(conversations)
            _with_own_moments(messages)
            Answer.objects.bulk_create(answers, batch_size=2_000)
        made += len(messages)
    return key


def _turns(texts: Sequence[str], chance: random.Random) -> list[tuple[str, str]]:
    """Questions of ten words or so, with answers of forty."""
    found = []
    for text in texts:
        words = text.split()
        start = chance.randrange(max(len(words) - 12, 1))
        asked = " ".join(words[start : start + chance.randint(5, 12)])
        found.append((asked or text, " ".join(words[:_WORDS])))
    return found


def _answer(model: Any, row: Any, reply: Any, asked: str) -> Any:
    body = {"text": reply.text, "citations": [], "nearest": [], "sentences": []}
    return model(
        workspace_id=row.workspace_id,
        conversation=row,
        message=reply,
        question=asked,
        status="answered",
        language="fr",
        generator="extractive",
        body=body,
    )


def _with_own_moments(messages: Sequence[Any]) -> None:
    """Inserts the messages with the moments they carry: the model would set the present."""
    from netz.assistant.models import Message

    field = Message._meta.get_field("created_at")
    with patch.object(field, "pre_save", lambda row, add: row.created_at):
        Message.objects.bulk_create(messages, batch_size=2_000)


def _people(space: Space) -> tuple[list[tuple[Any, Any]], str]:
    """Members with their companies, and a key of the first."""
    from netz.accounts.models import User
    from netz.core.db import tenant
    from netz.core.ids import new_id
    from netz.core.permissions import Role
    from netz.workspaces import queries as workspaces
    from netz.workspaces.models import Member
    from netz.workspaces.services import add_company, create_api_key

    users = User.objects.bulk_create(
        User(email=f"guest.{new_id().hex}@example.com", password="!") for _ in range(PEOPLE)
    )
    with tenant(space.actor.workspace_id):
        companies = [add_company(f"Client {one}", actor=space.actor) for one in range(COMPANIES)]
        rows = Member.objects.bulk_create(
            Member(
                workspace_id=space.actor.workspace_id,
                user=user,
                role=Role.GUEST,
                company=companies[at % COMPANIES],
            )
            for at, user in enumerate(users)
        )
        _, key = create_api_key(
            "bench", scopes=None, expires_at=None, actor=workspaces.actor_of(rows[0])
        )
    return [(row.pk, row.company_id) for row in rows], key


def _index(space: Space) -> float:
    """Has the messages be found; the seconds it took. A question that comes again is given the
    vector that it was given before: what a search costs doesn't depend on it."""
    from netz.ai.embeddings import embed_now
    from netz.assistant.finding import index
    from netz.assistant.services.indexing import index_all
    from netz.core.db import tenant

    known: dict[str, Any] = {}

    def embed(embedder: Any, texts: Sequence[str], kind: Any) -> list[Any]:
        new = list(dict.fromkeys(text for text in texts if text not in known))
        if new:
            known.update(zip(new, embed_now(embedder, new, kind), strict=True))
        return [known[text] for text in texts]

    started, left = time.perf_counter(), 1
    with patch.object(index, "embed_now", embed), patch.object(index, "BATCH", _BATCH):
        # The product's own worker is at it too: where it holds the index, this one comes again.
        while left:
            index_all(space.actor.workspace_id)
            with tenant(space.actor.workspace_id):
                left = index.waiting(space.actor.workspace_id, most=1)
    return time.perf_counter() - started


def _postgresql(dsn: str, space: Space, searches: Sequence[str]) -> Figure:
    """The database's own full-text search in a table without policies, the newest first."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(
            "SELECT set_config('netz.workspace', %s, false)", [str(space.actor.workspace_id)]
        )
        connection.execute("DROP TABLE IF EXISTS bench_message")
        connection.execute(
            "CREATE TABLE bench_message AS SELECT id, conversation_id, created_at, text,"
            " to_tsvector('french', text) AS words FROM assistant_message WHERE workspace_id = %s",
            [space.actor.workspace_id],
        )
        connection.execute("CREATE INDEX ON bench_message USING gin (words)")
        connection.execute("ANALYZE bench_message")
        spent = list(_asked(connection, searches))
        connection.execute("DROP TABLE bench_message")
    return figure("PostgreSQL's tsvector on GIN, words in full, nobody's rights", "ms", spent)


def _asked(connection: Any, searches: Sequence[str]) -> Iterator[float]:
    for text in searches:
        started = time.perf_counter()
        connection.execute(
            "SELECT conversation_id, ts_headline('french', text, query) FROM ("
            " SELECT conversation_id, text, query FROM bench_message,"
            " plainto_tsquery('french', %s) AS query WHERE words @@ query"
            " ORDER BY created_at DESC LIMIT 20) AS newest",
            [text],
        ).fetchall()
        yield (time.perf_counter() - started) * 1000

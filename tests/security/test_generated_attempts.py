"""Ten thousand generated attempts at another workspace: no row comes out, and no bit of existence.

Every answer to an id of the other workspace must be the very answer that an id of nothing gets.
"""

import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from uuid import UUID

import pytest
from starlette.testclient import TestClient

from netz.core.ids import new_id
from tests.security.examples import EXAMPLES, FOREIGN_BODIES, Call
from tests.security.scene import Scene, fill, make_scene
from tests.security.test_role_matrix import endpoints
from tests.security.test_tenancy import rows, tables
from tests.security.ways_in import ways_in
from tests.workspaces.oauth.test_machines import make as make_machine
from tests.workspaces.oauth.test_machines import token_of

ATTEMPTS = 10_000
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# What differs between any two answers: when it was given, and how long it took.
_TIMES = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)|(?<=_ms\":)[\d.]+")


@dataclass(frozen=True)
class Attempt:
    """One endpoint and where ids go: into its address, its query or its body."""

    endpoint: str
    call: Call
    places: tuple[str, ...]

    def with_ids(self, ids: dict[str, str]) -> Call:
        """The call with these ids at the places."""
        text = json.dumps([self.call.ids, self.call.query, self.call.body], default=str)
        for place, one in ids.items():
            text = text.replace(place, one)
        address, query, body = json.loads(text)
        return Call(address, body, query, self.call.file)


@dataclass
class World:
    """Whose ids are tried, and who tries."""

    scene: Scene
    pool: dict[str, list[str]]
    callers: dict[str, dict[str, str]]
    attempts: list[Attempt] = field(default_factory=list)

    @property
    def ids(self) -> list[str]:
        """All ids of the other workspace's rows."""
        return [one for kept in self.pool.values() for one in kept]


@pytest.fixture(scope="module")
def world(client: TestClient) -> World:
    victim, other = make_scene(client), make_scene(client)
    fill(victim)
    attempts = list(_attempts(victim))
    pool = {
        table: [str(one) for (one,) in _ids(table, column, victim.world.id)]
        for table, column in tables().items()
    }
    callers = {
        f"{name} {number}": headers
        for name in ("admin", "agent", "guest")
        for number, headers in enumerate(ways_in(client, other.world.people[name]))
    }
    machine = make_machine(client, other.world).json()
    callers["machine"] = {"Authorization": f"Bearer {token_of(client, machine)}"}
    return World(victim, {table: kept for table, kept in pool.items() if kept}, callers, attempts)


def _ids(table: str, column: str, workspace_id: UUID) -> list[tuple[Any, ...]]:
    """Ids of the table's rows; the search index's own have numbers that no address takes."""
    typed = "SELECT 1 FROM information_schema.columns WHERE table_name = %s"
    typed += " AND column_name = 'id' AND data_type = 'uuid'"
    if not rows(typed, [table], using="owner"):
        return []
    sql = f'SELECT id FROM "{table}" WHERE {column} = %s LIMIT 40'
    return rows(sql, [workspace_id], using="owner")


def _attempts(scene: Scene) -> Iterator[Attempt]:
    """Every endpoint that takes an id of something, with ids of the other workspace in it."""
    for endpoint, (_, make) in EXAMPLES.items():
        if endpoints()[endpoint] is None:
            continue
        calls = [make(scene, scene.admin)] if "{" in endpoint else []
        if endpoint in FOREIGN_BODIES:
            calls.append(Call(calls[0].ids if calls else {}, FOREIGN_BODIES[endpoint](scene)))
        if query := _uuid_query(endpoint):
            calls.append(
                Call(calls[0].ids if calls else {}, query={one: str(new_id()) for one in query})
            )
        for call in calls:
            text = json.dumps([call.ids, call.query, call.body], default=str)
            if places := tuple(dict.fromkeys(_UUID.findall(text))):
                yield Attempt(endpoint, call, places)


@lru_cache
def _operations() -> dict[str, Any]:
    from netz.config.asgi import build_api

    return dict(build_api().openapi()["paths"])


def _uuid_query(endpoint: str) -> list[str]:
    method, path = endpoint.split(" ")
    told = _operations()[path][method.lower()].get("parameters", [])
    return [one["name"] for one in told if one["in"] == "query" and '"uuid"' in json.dumps(one)]


def _answer(world: World, attempt: Attempt, caller: str, ids: dict[str, str]) -> tuple[int, str]:
    method, path = attempt.endpoint.split(" ")
    response = attempt.with_ids(ids).send(world.scene, method, path, world.callers[caller])
    text = response.text
    for one in ids.values():
        text = text.replace(one, "<asked>")
    return response.status_code, _TIMES.sub("<when>", text)


@pytest.mark.timeout(1200)
def test_no_row_and_no_bit_of_existence_comes_out_of_another_workspace(
    world: World, record_property: Any
) -> None:
    chance = random.Random(20261123)
    known = set(world.ids)
    nothing: dict[tuple[int, str], tuple[int, str]] = {}
    tried: Counter[str] = Counter()
    while tried.total() < ATTEMPTS:
        number = chance.randrange(len(world.attempts))
        attempt, caller = world.attempts[number], chance.choice(list(world.callers))
        if (number, caller) not in nothing:
            of_nothing = {place: str(new_id()) for place in attempt.places}
            nothing[number, caller] = _answer(world, attempt, caller, of_nothing)
        ids = {place: _foreign(world, place, chance) for place in attempt.places}
        status, text = _answer(world, attempt, caller, ids)
        expected, said = nothing[number, caller]
        where = f"{caller}: {attempt.endpoint} with {ids}"
        assert status == expected, f"{where}: {status} and not {expected}: {text[:300]}"
        assert _without_own(text) == _without_own(said), where
        assert not known & set(_UUID.findall(text)), f"{where} tells of another row"
        assert world.scene.admin.user.email not in text, where
        tried[attempt.endpoint] += 1
    assert len(tried) > 70, "the endpoints that take an id"
    record_property("attempts", f"{tried.total()} at {len(tried)} endpoints, 0 rows, 0 bits")


def _foreign(world: World, place: str, chance: random.Random) -> str:
    """The example's own id, which is of the right kind, or that of any other row."""
    if chance.random() < 0.5:
        return place
    return chance.choice(world.pool[chance.choice(list(world.pool))])


def _without_own(text: str) -> str:
    return _UUID.sub("<id>", text)

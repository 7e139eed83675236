"""`netz audit verify`, as a person types it."""

import json

import pytest

from tests.audit.tampering import WAYS, make_trail, place_of
from tests.cli.test_commands import netz, slug_of


def test_a_trail_in_order_is_said_to_be_so() -> None:
    world, _ = make_trail()
    done = netz("audit", "verify", world=world)
    assert done.exit_code == 0
    assert "all as they were written" in done.stdout


@pytest.mark.parametrize("way", ["another content", "a row taken out", "the last rows taken out"])
def test_a_broken_trail_is_an_exit_code_and_a_row(way: str) -> None:
    world, rows = make_trail()
    place = place_of(rows[2])
    WAYS[way][0](rows)
    done = netz("audit", "verify", world=world)
    assert done.exit_code == 1
    assert f"BROKEN: row {place}" in done.stdout


def test_all_workspaces_are_verified_when_none_is_named() -> None:
    (world, rows), (other, _) = make_trail(), make_trail()
    WAYS["another content"][0](rows)
    done = netz("audit", "verify", "--json")
    assert done.exit_code == 1
    found = {one["workspace"]: one for one in map(json.loads, done.stdout.splitlines())}
    assert found[slug_of(world)]["fault"] == "changed"
    assert found[slug_of(world)]["entry"] == str(rows[2].id)
    assert found[slug_of(other)]["ok"] is True

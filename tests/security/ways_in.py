"""Ways in of a person, and what they open; calls made at the same moment."""

import threading
from collections.abc import Callable
from typing import Any

from starlette.testclient import TestClient

from tests.factories import Person, get_tokens, sign_in

ME = "/api/v2/me"
NEW_PASSWORD = "plein-de-mots-7-longs"


def status(client: TestClient, headers: dict[str, str]) -> int:
    """How the signed-in member's own page answers."""
    return client.get(ME, headers=headers).status_code


def bearer(token: str) -> dict[str, str]:
    """A token or an API key as a header."""
    return {"Authorization": f"Bearer {token}"}


def ways_in(client: TestClient, person: Person) -> list[dict[str, str]]:
    """Session, JWT and API key, all of which work."""
    token = get_tokens(client, person)["access"]
    found = [sign_in(client, person), bearer(token), person.headers]
    assert [status(client, headers) for headers in found] == [200] * 3
    return found


def in_parallel(*calls: Callable[[], Any]) -> list[Any]:
    """Runs the calls at the same moment; their results in order."""
    results: list[Any] = [None] * len(calls)
    barrier = threading.Barrier(len(calls))

    def run(place: int, call: Callable[[], Any]) -> None:
        barrier.wait()
        results[place] = call()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results

"""Whoever holds an invitation's link may not guess an account's password with it."""

import secrets
import time
from functools import partial
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.factories import PASSWORD, make_world
from tests.security.ways_in import NEW_PASSWORD, in_parallel


def invite(client: TestClient, address: str) -> str:
    """The token of an invitation to a workspace of its own."""
    body = {"email": address, "role": "agent"}
    headers = make_world().admin.headers
    made = client.post("/api/v2/invitations", json=body, headers=headers)
    assert made.status_code == 201, made.text
    return str(made.json()["link"].rsplit("/", 1)[1])


def accept(client: TestClient, token: str, password: str) -> Any:
    body = {"token": token, "name": "Noa", "password": password}
    return client.post("/api/v2/invitations/acceptance", json=body)


def test_the_right_password_comes_too_late_after_five_wrong_ones(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, other = (make_world().agent.user.email for _ in range(2))
    token, of_another_workspace = invite(client, address), invite(client, address)
    for number in range(5):
        refused = accept(client, token, f"essai-numero-{number}")
        assert refused.status_code == 422
        assert refused.json()["code"] == "invitation.sign_in"
    for held in (token, of_another_workspace):
        braked = accept(client, held, PASSWORD)
        assert braked.status_code == 429
        assert braked.json()["code"] == "too_many"
        assert 0 < int(braked.headers["retry-after"]) <= 300
    assert accept(client, invite(client, other), PASSWORD).status_code == 201
    later = time.time() + 301
    monkeypatch.setattr(time, "time", lambda: later)
    assert accept(client, token, PASSWORD).status_code == 201


def test_success_forgets_the_failures_before_it(client: TestClient) -> None:
    address = make_world().agent.user.email
    for _ in range(2):
        token = invite(client, address)
        for _ in range(4):
            assert accept(client, token, "essai-tout-faux").status_code == 422
        assert accept(client, token, PASSWORD).status_code == 201


def test_the_brake_tells_nothing_of_whether_an_account_exists(client: TestClient) -> None:
    told = []
    for address in (
        make_world().agent.user.email,
        f"nouvelle.{secrets.token_hex(6)}@example.com",
    ):
        token = invite(client, address)
        for _ in range(5):
            assert accept(client, token, "court").status_code == 422
        braked = accept(client, token, NEW_PASSWORD)
        assert braked.status_code == 429
        told.append({**braked.json(), "request_id": ""})
    assert told[0] == told[1]


def test_guesses_at_the_same_moment_do_not_slip_by(client: TestClient) -> None:
    address = make_world().agent.user.email
    tokens = [invite(client, address) for _ in range(8)]
    guesses = [partial(accept, client, token, "essai-tout-faux") for token in tokens]
    statuses = sorted(response.status_code for response in in_parallel(*guesses))
    assert statuses == [422] * 5 + [429] * 3

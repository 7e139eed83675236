"""What is tried against applications: races, floods, mix-ups, and credentials of yesterday."""

import time
from collections import Counter
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from tests.accounts.people import peer as some_address
from tests.factories import World, make_world, sign_in
from tests.security.ways_in import in_parallel
from tests.workspaces.oauth.peer import Peer, bearer, register

TOKEN = "/identity/o/api/token"  # an address


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def peer(client: TestClient, world: World) -> Peer:
    return Peer(client, register(client, world))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    class Clock:
        now = time.time()

    monkeypatch.setattr(time, "time", lambda: Clock.now)
    return Clock


def status(client: TestClient, token: str) -> int:
    return client.get("/api/v2/documents", headers=bearer(token)).status_code


def test_of_many_who_bring_one_code_at_once_one_wins(world: World, peer: Peer) -> None:
    code = peer.code(world.agent)
    answers = in_parallel(*[lambda: int(peer.exchange(code).status_code)] * 8)
    assert Counter(answers) == {200: 1, 400: 7}


def test_of_many_who_bring_one_refresh_token_at_once_one_wins(world: World, peer: Peer) -> None:
    token = peer.tokens(world.agent)["refresh_token"]
    answers = in_parallel(*[lambda: int(peer.refresh(token).status_code)] * 8)
    assert Counter(answers) == {200: 1, 400: 7}


def test_a_race_for_one_refresh_token_ends_what_the_winner_got(
    client: TestClient, world: World, peer: Peer
) -> None:
    token = peer.tokens(world.agent)["refresh_token"]
    answers = in_parallel(*[lambda: peer.refresh(token)] * 4)
    (winner,) = [one.json() for one in answers if one.status_code == 200]
    assert status(client, winner["access_token"]) == 401
    assert peer.refresh(winner["refresh_token"]).status_code == 400


def rotated(client: TestClient, world: World, peer: Peer) -> Peer:
    """The same application with a new secret."""
    made = client.post(
        f"/api/v2/oauth/applications/{peer.application['id']}/secret",
        headers=sign_in(client, world.admin),
    )
    client.cookies.clear()
    return Peer(client, {**peer.application, **made.json()})


def test_the_old_secret_gets_nothing_after_a_new_one(
    client: TestClient, world: World, peer: Peer
) -> None:
    tokens = peer.tokens(world.agent)
    renewed = rotated(client, world, peer)
    assert peer.refresh(tokens["refresh_token"]).status_code == 401
    assert peer.revoke(tokens["refresh_token"]).status_code == 401
    assert status(client, tokens["access_token"]) == 200
    assert renewed.refresh(tokens["refresh_token"]).status_code == 200


def test_a_revocation_needs_the_right_secret(client: TestClient, world: World, peer: Peer) -> None:
    tokens = peer.tokens(world.agent)
    thief = Peer(client, {**peer.application, "client_secret": "wrong"})
    assert thief.revoke(tokens["access_token"]).status_code == 401
    assert status(client, tokens["access_token"]) == 200
    assert peer.revoke(tokens["access_token"]).status_code == 200
    assert status(client, tokens["access_token"]) == 401


@pytest.mark.parametrize("verifier", ["", "plain-verifier", "w" * 43])
def test_a_code_is_nothing_without_its_verifier(world: World, peer: Peer, verifier: str) -> None:
    refused = peer.exchange(peer.code(world.agent), code_verifier=verifier)
    assert refused.status_code == 400
    assert "access_token" not in refused.json()


def test_the_challenge_itself_is_no_verifier(world: World, peer: Peer) -> None:
    challenge = peer.library.create_code_challenge(peer.verifier, "S256")
    refused = peer.exchange(peer.code(world.agent), code_verifier=challenge)
    assert refused.json()["error"] == "invalid_grant"


def test_a_code_is_exchanged_for_the_address_that_it_was_sent_to(world: World, peer: Peer) -> None:
    other = "https://app.example/elsewhere"
    refused = peer.exchange(peer.code(world.agent), redirect_uri=other)
    assert refused.status_code == 400
    assert "access_token" not in refused.json()


@pytest.mark.parametrize("evil", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_no_address_of_the_request_s_own_sends_a_browser_away(
    client: TestClient, world: World, peer: Peer, evil: str
) -> None:
    answer = client.get(
        "/identity/o/authorize",
        params={"redirect_uri": evil, "next": evil, "client_id": peer.application["client_id"]},
        follow_redirects=False,
    )
    there = urlsplit(answer.headers["location"])
    assert (there.scheme, there.netloc, there.path) == ("", "", "/oauth/consent")
    query = there.query.partition("request=")[2]
    refused = peer.consent(sign_in(client, world.agent), query)
    assert refused.status_code == 400


def test_another_workspace_s_application_gets_nothing_here(
    client: TestClient, world: World, peer: Peer
) -> None:
    neighbour = make_world()
    foreign = Peer(client, register(client, neighbour))
    assert foreign.consent(sign_in(client, world.agent), foreign.query()).status_code == 400
    tokens = peer.tokens(world.agent)
    assert foreign.refresh(tokens["refresh_token"]).status_code == 400
    foreign.revoke(tokens["access_token"])
    assert status(client, tokens["access_token"]) == 200


def test_each_answer_names_who_gives_it(client: TestClient, world: World, peer: Peer) -> None:
    discovered = client.get("/.well-known/openid-configuration").json()
    assert discovered["authorization_response_iss_parameter_supported"] is True
    answers = [
        peer.consent(sign_in(client, world.agent), peer.query()),
        peer.consent(sign_in(client, world.agent), peer.query(), allow=False),
        peer.consent(sign_in(client, world.agent), peer.query(["openid", "roles.manage"])),
        peer.consent(sign_in(client, world.agent), peer.query(code_challenge_method="plain")),
    ]
    for answer in answers:
        query = parse_qs(urlsplit(answer.json()["location"]).query)
        assert query["iss"] == [discovered["issuer"]]
        assert query["state"] == [peer.state]


def braked(answer: Any) -> int:
    """The seconds to wait, of an answer that says so."""
    assert answer.status_code == 429, answer.text
    return int(answer.headers["Retry-After"])


@pytest.mark.parametrize("place", ["token", "revoke", "introspect"])
def test_guesses_of_a_secret_are_braked(
    client: TestClient, world: World, peer: Peer, place: str, clock: Any
) -> None:
    here = {"X-Test-Peer": some_address()}

    def send(secret: str, headers: dict[str, str]) -> Any:
        form = {
            "client_id": peer.application["client_id"],
            "client_secret": secret,
            "grant_type": "refresh_token",
            "refresh_token": "r",
            "token": "t",
        }
        return client.post(f"/identity/o/api/{place}", data=form, headers=here | headers)

    answers = Counter(send("wrong", {}).status_code for _ in range(20))
    assert 429 not in answers
    waits = [braked(send("wrong", {}))]
    right = str(peer.application["client_secret"])
    assert braked(send(right, {})) == waits[0]
    # Who knows only the identifier does not lock the application out.
    assert send(right, {"X-Test-Peer": some_address()}).status_code != 429
    clock.now += waits[0]
    assert send("wrong", {}).status_code != 429
    assert braked(send("wrong", {})) > waits[0]
    clock.now += 600
    assert send(right, {}).status_code != 429


def test_calls_in_order_are_not_braked(client: TestClient, world: World, peer: Peer) -> None:
    token = peer.tokens(world.agent)["refresh_token"]
    for _ in range(25):
        token = peer.refresh(token).json()["refresh_token"]
    assert token


def test_one_address_is_braked_whatever_application_it_names(client: TestClient) -> None:
    here = {"X-Test-Peer": some_address()}
    answers = [
        client.post(TOKEN, data={"client_id": f"c{number}", "client_secret": "x"}, headers=here)
        for number in range(61)
    ]
    assert braked(answers[-1]) > 0
    assert all(one.status_code != 429 for one in answers[:60])


def test_a_flood_of_bad_requests_for_access_is_braked(
    client: TestClient, world: World, peer: Peer, clock: Any
) -> None:
    headers = sign_in(client, world.agent)

    def ask(client_id: str) -> Any:
        params = {"query": peer.query().replace(peer.application["client_id"], client_id)}
        answer = client.get("/api/v2/oauth/authorization", params=params, headers=headers)
        client.cookies.clear()
        return answer

    own = peer.application["client_id"]
    for _ in range(25):
        assert ask(own).status_code == 200
    for number in range(20):
        assert ask(f"nobody{number}").status_code == 400
    wait = braked(ask(own))
    clock.now += wait
    assert ask(own).status_code == 200

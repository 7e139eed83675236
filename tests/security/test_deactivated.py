"""A deactivated member's every credential ends at once: all kinds that there are, together."""

from contextlib import ExitStack

import pytest
from starlette.testclient import TestClient

from netz.core.permissions import Permission
from tests.core.streams import live_stream
from tests.factories import get_tokens, make_world, sign_in
from tests.security.ways_in import bearer, status, ways_in
from tests.workspaces.oauth.peer import Peer, register

SCOPES = ["openid", Permission.PROFILE_READ.value, Permission.STREAM.value]


@pytest.mark.parametrize("who", ["agent", "guest"])
def test_a_deactivated_member_s_sessions_tokens_keys_applications_and_streams_end_at_once(
    client: TestClient, who: str
) -> None:
    world = make_world()
    person = world.people[who]
    peer = Peer(client, register(client, world, scopes=SCOPES))
    lent = peer.tokens(person, SCOPES)
    app = get_tokens(client, person)
    ways = [*ways_in(client, person), bearer(lent["access_token"])]
    assert [status(client, headers) for headers in ways] == [200] * 4
    with ExitStack() as stack:
        streams = [stack.enter_context(live_stream(client, headers)) for headers in ways]
        assert [stream.status for stream in streams] == [200] * 4
        off = client.patch(
            f"/api/v2/members/{person.member.id}",
            json={"active": False},
            headers=world.admin.headers,
        )
        assert off.status_code == 200, off.text
        for stream in streams:
            stream.wait_for_end()
    assert [status(client, headers) for headers in ways] == [401] * 4
    assert peer.refresh(lent["refresh_token"]).status_code in (400, 401)
    renewed = client.post("/_allauth/app/v1/tokens/refresh", json={"refresh_token": app["refresh"]})
    if renewed.status_code == 200:  # the person's own, who may be a member elsewhere
        assert status(client, bearer(renewed.json()["data"]["access_token"])) == 401
    for again in (sign_in(client, person), bearer(get_tokens(client, person)["access"])):
        assert status(client, again) == 401, "nor does a new sign-in open the workspace"

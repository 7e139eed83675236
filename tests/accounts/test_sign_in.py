"""Sign-in as a browser and as an app."""

from starlette.testclient import TestClient

from tests.factories import get_tokens, make_world, sign_in


def test_a_browser_signs_in_reads_itself_and_signs_out(client: TestClient) -> None:
    world = make_world()
    headers = sign_in(client, world.agent)
    me = client.get("/api/v2/me", headers=headers)
    assert me.status_code == 200
    assert me.json()["user"]["email"] == world.agent.user.email
    assert me.json()["credential"] == "session"
    client.delete("/_allauth/browser/v1/auth/session", headers=headers)
    assert client.get("/api/v2/me", headers=headers).status_code == 401


def test_an_app_gets_tokens_refreshes_and_signs_out(client: TestClient) -> None:
    world = make_world()
    tokens = get_tokens(client, world.guest)
    bearer = {"Authorization": f"Bearer {tokens['access']}"}
    assert client.get("/api/v2/me", headers=bearer).json()["credential"] == "jwt"
    refreshed = client.post(
        "/_allauth/app/v1/tokens/refresh", json={"refresh_token": tokens["refresh"]}
    )
    assert refreshed.status_code == 200
    again = client.post(
        "/_allauth/app/v1/tokens/refresh", json={"refresh_token": tokens["refresh"]}
    )
    assert again.status_code == 400, "a rotated refresh token works once"
    newer = {"Authorization": f"Bearer {refreshed.json()['data']['access_token']}"}
    client.delete("/_allauth/app/v1/auth/session", headers=newer)
    assert client.get("/api/v2/me", headers=newer).status_code == 401
    assert client.get("/api/v2/me", headers=bearer).status_code == 401

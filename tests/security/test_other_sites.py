"""Other sites: they write nothing, read nothing and frame nothing of ours."""

import pytest
from django.utils import timezone
from starlette.testclient import TestClient

from netz.core.db import tenant
from netz.workspaces.models import Company
from tests.factories import PASSWORD, make_world, sign_in
from tests.security.scene import make_scene
from tests.security.ways_in import ME, status

FOREIGN = [
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://testserver.evil.example"},
    {"Origin": "http://["},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
    {},
]


@pytest.mark.parametrize("origin", FOREIGN)
def test_another_site_s_writes_are_refused_by_the_api_and_by_sign_in(
    client: TestClient, origin: dict[str, str]
) -> None:
    world = make_world()
    cookie = {"Cookie": sign_in(client, world.admin)["Cookie"]}
    company = client.post("/api/v2/companies", json={"name": "Intrus"}, headers=cookie | origin)
    assert company.status_code == 403
    assert company.json()["code"] == "cross_site"
    signed_out = client.delete("/_allauth/browser/v1/auth/session", headers=cookie | origin)
    assert signed_out.status_code == 403
    assert status(client, cookie) == 200, "still signed in"
    with tenant(world.id):
        assert not Company.objects.filter(name="Intrus").exists()


@pytest.mark.parametrize("origin", FOREIGN[:-1])
def test_another_site_cannot_sign_its_visitor_in_as_somebody_else(
    client: TestClient, origin: dict[str, str]
) -> None:
    world = make_world()
    body = {"email": world.agent.user.email, "password": PASSWORD}
    response = client.post("/_allauth/browser/v1/auth/login", json=body, headers=origin)
    assert response.status_code == 403
    assert "set-cookie" not in response.headers


@pytest.mark.parametrize(
    "origin", [{"Origin": "http://testserver"}, {"Sec-Fetch-Site": "same-origin"}]
)
def test_our_own_pages_writes_are_taken(client: TestClient, origin: dict[str, str]) -> None:
    world = make_world()
    cookie = {"Cookie": sign_in(client, world.admin)["Cookie"]}
    body = {"name": f"Client {timezone.now():%f}"}
    made = client.post("/api/v2/companies", json=body, headers=cookie | origin)
    assert made.status_code == 201


def test_no_other_origin_may_read_what_we_answer(client: TestClient) -> None:
    world = make_world()
    headers = world.agent.headers | {"Origin": "https://evil.example"}
    response = client.get(ME, headers=headers)
    assert not [name for name in response.headers if name.startswith("access-control-")]
    preflight = client.options(
        ME, headers={"Origin": "https://evil.example", "Access-Control-Request-Method": "PATCH"}
    )
    assert not [name for name in preflight.headers if name.startswith("access-control-")]


def test_the_session_cookie_is_out_of_scripts_reach_and_stays_on_our_site(
    client: TestClient,
) -> None:
    body = {"email": make_world().agent.user.email, "password": PASSWORD}
    response = client.post(
        "/_allauth/browser/v1/auth/login", json=body, headers={"Origin": "http://testserver"}
    )
    cookie = next(c for c in response.headers.get_list("set-cookie") if c.startswith("netz="))
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Path=/" in cookie
    assert "Domain" not in cookie


@pytest.mark.parametrize(
    "path",
    ["/", "/documents/x", "/api/v2/me", "/api/v2/docs", "/_allauth/browser/v1/config", "/nix"],
)
def test_every_answer_carries_the_security_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    policy = headers["content-security-policy"]
    for part in (
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ):
        assert part in policy
    assert "unsafe-inline" not in policy
    assert "unsafe-eval" not in policy
    assert "'strict-dynamic'" in policy


def test_a_download_is_an_attachment_in_a_sandbox(client: TestClient) -> None:
    scene = make_scene(client)
    address = f"/api/v2/documents/{scene.document['id']}/original"
    headers = client.get(address, headers=scene.world.guest.headers).headers
    assert headers["content-disposition"].startswith("attachment")
    assert headers["content-type"] == "application/octet-stream"
    assert headers["content-security-policy"].startswith("sandbox")
    assert headers["x-content-type-options"] == "nosniff"

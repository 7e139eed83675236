"""Problems in the reader's language, pages of lists, the client's files, the reference, logs."""

import gzip
import io
import json
import logging
import re
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import structlog
from fastapi import FastAPI
from starlette.testclient import TestClient

from netz.config.client import mount_client
from netz.core.api import problems
from netz.core.api.middleware import RequestContext
from netz.core.api.schema import read_cursor, write_cursor
from netz.core.errors import InvalidInput, Problem
from netz.core.logs import configure_logs
from tests.factories import World, make_world

GONE = "/api/v2/documents/01900000-0000-7000-8000-000000000000"


def every_problem() -> list[type[Problem]]:
    """Each kind of problem that the program has."""
    import netz.config.asgi  # noqa: F401  # imports every domain

    found: list[type[Problem]] = [Problem]
    for kind in found:
        found.extend(kind.__subclasses__())
    return found


# Problems


@pytest.mark.parametrize(
    ("header", "title"),
    [
        ("fr", "Connexion requise"),
        ("en", "Sign-in required"),
        ("en-GB,en;q=0.9", "Sign-in required"),
        ("de,en;q=0.5", "Sign-in required"),
        ("fr-CA,en;q=0.9", "Connexion requise"),
        ("de", "Connexion requise"),
        ("", "Connexion requise"),
    ],
)
def test_a_stranger_reads_the_browser_s_language(
    client: TestClient, header: str, title: str
) -> None:
    body = client.get("/api/v2/me", headers={"Accept-Language": header}).json()
    assert body["title"] == title


def test_a_member_reads_the_own_language_whatever_the_browser_says(client: TestClient) -> None:
    world = make_world()
    headers = world.guest.headers | {"Accept-Language": "en"}
    assert client.get(GONE, headers=headers).json()["title"] == "Document introuvable"
    client.patch("/api/v2/me", json={"language": "en"}, headers=headers)
    headers["Accept-Language"] = "fr"
    assert client.get(GONE, headers=headers).json()["title"] == "Document not found"


def test_a_problem_has_all_of_its_members(client: TestClient) -> None:
    response = client.get(GONE, headers=make_world().guest.headers)
    body = response.json()
    assert response.headers["content-type"] == "application/problem+json"
    assert body["type"] == "urn:netz:problem:document.not_found"
    assert (body["status"], body["code"], body["instance"]) == (404, "document.not_found", GONE)
    assert body["hint"]
    assert body["request_id"] == response.headers["x-request-id"]


def test_bad_fields_are_named_by_their_path(client: TestClient) -> None:
    body = {"groups": [["seul"], ["a", ""]]}
    response = client.put("/api/v2/search/synonyms", json=body, headers=make_world().admin.headers)
    assert response.status_code == 422
    assert {error["field"] for error in response.json()["errors"]} == {"groups.0", "groups.1.1"}


def test_every_problem_has_words_in_both_languages_and_a_code_of_its_own() -> None:
    kinds = every_problem()
    assert len(kinds) > 20
    codes = [kind.code for kind in kinds]
    assert len(set(codes)) == len(codes)
    for kind in kinds:
        assert kind.fr.title != kind.en.title or kind.code == "conflict", kind
        assert kind.fr.title
        assert kind.en.title
        assert 400 <= kind.status < 600


def test_a_failure_of_ours_says_nothing_of_its_inside(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    from netz.workspaces import queries

    def fail(*_: object) -> None:
        raise RuntimeError("password=hunter2 at /srv/netz")

    monkeypatch.setattr(queries, "companies", fail)
    response = client.get("/api/v2/companies", headers=make_world().agent.headers)
    assert response.status_code == 500
    assert response.json()["code"] == "internal"
    assert "hunter2" not in response.text
    assert response.headers["x-request-id"] == response.json()["request_id"]
    assert response.headers["x-content-type-options"] == "nosniff"


# Lists


def all_pages(client: TestClient, world: World, path: str, **query: Any) -> list[str]:
    """Ids of a list, two by two."""
    found: list[str] = []
    cursor = None
    for _ in range(20):
        params = query | {"limit": 2} | ({"cursor": cursor} if cursor else {})
        page = client.get(f"/api/v2/{path}", params=params, headers=world.admin.headers).json()
        assert len(page["items"]) <= 2
        found += [item["id"] for item in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            return found
    raise AssertionError("the list does not end")


def test_pages_hold_every_item_once_in_every_order(client: TestClient) -> None:
    from tests.security.scene import upload

    world = make_world()
    paths = ["b.md", "A.md", "é.md", "c/d.md", "C/e.md"]
    ids = {upload(client, world, f"# {p}\n\nTexte {p}", p)["id"] for p in paths}
    for sort in ("path", "title", "-updated_at"):
        found = all_pages(client, world, "documents", sort=sort)
        assert len(found) == len(ids)
        assert set(found) == ids
    assert len(all_pages(client, world, "members")) == len(world.people)
    latest = all_pages(client, world, "documents", sort="-updated_at")
    client.patch(
        f"/api/v2/documents/{latest[-1]}", json={"title": "Neuf"}, headers=world.agent.headers
    )
    assert all_pages(client, world, "documents", sort="-updated_at")[0] == latest[-1]


def test_a_cursor_keeps_its_values_and_refuses_others() -> None:
    member = uuid4()
    assert read_cursor(write_cursor("é/ü", member), str, type(member)) == ["é/ü", member]
    for wrong in (write_cursor("x"), write_cursor("x", "y"), write_cursor("x", member, 1), "~"):
        with pytest.raises(InvalidInput):
            read_cursor(wrong, str, type(member))


# The client's files


@pytest.fixture
def site(tmp_path: Path) -> TestClient:
    """A small built client behind the product's middleware."""
    dist = tmp_path / "dist"
    (dist / "assets").mkdir(parents=True)
    (dist / "index.html").write_text('<script nonce="__CSP_NONCE__" src="/assets/a.js"></script>')
    (dist / "assets/a.js").write_text("let a = 1")
    (dist / "assets/a.js.gz").write_bytes(gzip.compress(b"let a = 1"))
    (dist / "manifest.webmanifest").write_text("{}")
    (tmp_path / "secrets.json").write_text("hush-hush")
    (dist / "link.json").symlink_to(tmp_path / "secrets.json")
    app = FastAPI(openapi_url=None)
    problems.install(app)
    mount_client(app, dist)
    return TestClient(RequestContext(app, secure=True, upload_limit=1))


def test_each_page_has_a_nonce_of_its_own_that_its_policy_names(site: TestClient) -> None:
    nonces = set()
    for path in ("/", "/documents/x", "/index.html"):
        response = site.get(path)
        found = re.search(r'nonce="([^"]+)"', response.text)
        assert found is not None
        assert f"'nonce-{found[1]}'" in response.headers["content-security-policy"]
        assert "__CSP_NONCE__" not in response.text
        assert response.headers["cache-control"] == "no-cache"
        nonces.add(found[1])
    assert len(nonces) == 3


def test_assets_are_kept_for_ever_and_packed_for_those_who_unpack(site: TestClient) -> None:
    plain = site.get("/assets/a.js", headers={"Accept-Encoding": "identity"})
    packed = site.get("/assets/a.js", headers={"Accept-Encoding": "gzip"})
    assert plain.text == packed.text == "let a = 1"
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["vary"] == "Accept-Encoding"
    for response in (plain, packed):
        assert "immutable" in response.headers["cache-control"]
        assert "javascript" in response.headers["content-type"]
    assert site.get("/assets/gone.js").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/../secrets.json",
        "/%2e%2e/secrets.json",
        "/..%2fsecrets.json",
        "/assets/../../secrets.json",
        "/assets/%2e%2e%2f%2e%2e%2fsecrets.json",
        "/..\\secrets.json",
        "/link.json",
        "/%00",
        "//etc/passwd",
        "/" + "a" * 3000,
        "/" + "a/" * 2000,
    ],
)
def test_nothing_outside_of_the_client_is_served(site: TestClient, path: str) -> None:
    response = site.get(path)
    assert "hush" not in response.text
    assert "root:" not in response.text
    assert response.status_code in (200, 404), response.text
    if response.status_code == 200:
        assert "<script nonce=" in response.text, "the client's page, for its own addresses"


def test_a_secure_site_asks_for_https_from_then_on(site: TestClient) -> None:
    assert "max-age" in site.get("/").headers["strict-transport-security"]


def test_the_api_s_own_addresses_are_never_the_client(client: TestClient) -> None:
    response = client.get("/api/v2/nothing")
    assert response.status_code == 404
    assert response.json()["code"] == "not_found"
    assert client.post("/api/v2/me").status_code == 405


# The reference


def test_the_reference_shows_every_endpoint_with_nothing_from_elsewhere(client: TestClient) -> None:
    page = client.get("/api/v2/docs")
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    described = client.get("/api/v2/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    for path in described["paths"]:
        assert path in page.text
    assert not re.search(r"(src|href)=[\"']?(https?:)?//", page.text)
    for script in re.findall(r"<(?:script|style)[^>]*>", page.text):
        assert "nonce=" in script


# Logs


def test_each_request_is_one_line_with_its_id_and_no_secret(client: TestClient) -> None:
    world = make_world()
    stream = io.StringIO()
    root = logging.getLogger()
    kept, level = root.handlers[:], root.level
    configure_logs("INFO", as_json=True)
    handler = root.handlers[0]
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(stream)
    try:
        path = "/api/v2/invitations/lookup"
        response = client.get(path, params={"token": "jeton-secret"}, headers=world.agent.headers)
        client.get("/healthz")
    finally:
        root.handlers[:] = kept
        root.setLevel(level)
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    ours = [line for line in lines if not line["logger"].startswith("httpx")]  # the test's client
    requests = [line for line in ours if line["event"] == "request"]
    assert [line["path"] for line in requests] == [path]
    assert requests[0]["request_id"] == response.headers["x-request-id"]
    assert requests[0]["status"] == 404
    assert requests[0]["ms"] >= 0
    assert "jeton-secret" not in str(ours)
    assert world.agent.key not in str(ours)
    assert structlog.is_configured()

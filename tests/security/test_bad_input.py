"""Whatever is sent, the answer is a clear refusal or a harmless result: never a failure of ours."""

import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from netz.core.db import tenant
from netz.knowledge.models import Document
from tests.security.refusals import problem
from tests.security.scene import Scene, make_scene

MB = 1024 * 1024


@pytest.fixture(scope="module")
def scene(client: TestClient) -> Scene:
    """A workspace with one public guide."""
    return make_scene(client)


def ask(scene: Scene, question: str) -> Any:
    headers = scene.world.guest.headers | {"Content-Type": "application/json"}
    content = json.dumps({"question": question}).encode()
    return scene.client.post("/api/v2/answers", content=content, headers=headers)


# Questions


@pytest.mark.parametrize(
    "question", ["", "   ", "\n\t", "\u200b\u200b", "a" * MB, "?" * 5000, "😀" * 500, "\0"]
)
def test_a_question_that_asks_nothing_or_too_much_is_refused(scene: Scene, question: str) -> None:
    body = problem(ask(scene, question), 422)
    assert body["title"]


@pytest.mark.parametrize(
    "question",
    [
        "Comment\x01 installer\x07 le\x1b[31m VPN\x7f ?",
        "'; DROP TABLE knowledge_document; --",
        "VPN' OR '1'='1",
        "<script>alert(1)</script> VPN <img src=x onerror=alert(1)>",
        "\u202ePNV el rellatsni tnemmoC\u202c ?",
        "Com\u200bment in\u200bstaller le V\u200bP\u200bN ?",
        "%s %(x)s {0} {name} ${env} \\",
        "{{7*7}} {% debug %}",
        "e" + "\u0301" * 2000,
        "VPN 😀",
        "../../etc/passwd",
        "𝕍ℙℕ ﷽ ﬁ",
        "ﷺ" * 1000,
    ],
)
def test_an_odd_question_is_answered_or_refused_like_any_other(scene: Scene, question: str) -> None:
    response = ask(scene, question)
    assert response.status_code == 200, response.text
    body = response.json()
    assert body["status"] in ("answered", "refused")
    found = scene.client.post(
        "/api/v2/search", json={"query": question[:4000]}, headers=scene.world.guest.headers
    )
    assert found.status_code == 200, found.text
    with tenant(scene.world.id):
        assert Document.objects.count() >= 1


def test_invisible_characters_do_not_hide_what_is_asked(scene: Scene) -> None:
    for question in (
        "Com\u200bment installer le V\u200bPN\x01 ?",
        "comment installer le \u202aVPN",
    ):
        assert ask(scene, question).json()["status"] == "answered"


# Malformed requests


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'"x"',
        b'{"question": "x",}',
        b'{"question": NaN}',
        b"\xff\xfe\x00",
        b'{"question": "\\ud800"}',
        b'{"\\ud800": 1}',
        b'{"question": "x", "question\\u0000": 1}',
        b'{"question": {"$ne": ""}}',
        b'{"question": ' + b"9" * 5000 + b"}",
        b"[" * 100_000,
        b'{"a":' * 400 + b"1" + b"}" * 400,
    ],
)
def test_a_body_that_is_no_question_is_refused(scene: Scene, content: bytes) -> None:
    headers = scene.world.guest.headers | {"Content-Type": "application/json"}
    for path in ("answers", "search"):
        response = scene.client.post(f"/api/v2/{path}", content=content, headers=headers)
        problem(response, 400, 422)


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", "multipart/form-data", "x"])
def test_a_body_of_another_type_is_refused(scene: Scene, kind: str) -> None:
    headers = scene.world.guest.headers | {"Content-Type": kind}
    content = b"<question>x</question>"
    response = scene.client.post("/api/v2/answers", content=content, headers=headers)
    problem(response, 400, 415, 422)


def cursors() -> list[str]:
    """Cursors that we did not write."""
    import base64

    made = [
        "[]",
        "{}",
        '["x"]',
        '["x","y"]',
        '["2026-01-01T00:00:00+00:00","nope"]',
        '["\\u0000","01900000-0000-7000-8000-000000000000"]',
        '["\\ud800","01900000-0000-7000-8000-000000000000"]',
        "[null,null]",
        '[{"a":1},[2]]',
        "[" * 300,
    ]
    return ["x", "é", "=", "a" * 500, "../..", "%00"] + [
        base64.urlsafe_b64encode(text.encode()).decode() for text in made
    ]


@pytest.mark.parametrize("moment", ["2026-01-01", "99999-01-01T00:00:00+00:00", "hier"])
def test_a_cursor_s_moment_is_checked(scene: Scene, moment: str) -> None:
    from netz.core.api.schema import write_cursor

    cursor = write_cursor(moment, scene.document["id"])
    for path in ("documents?sort=-updated_at&", "conversations?"):
        address = f"/api/v2/{path}cursor={cursor}"
        problem(scene.client.get(address, headers=scene.admin.headers), 422)


@pytest.mark.parametrize("cursor", cursors())
def test_a_cursor_that_is_not_ours_is_refused(scene: Scene, cursor: str) -> None:
    for path in (
        "documents",
        "documents?sort=-updated_at",
        "documents?sort=title",
        "members",
        "conversations",
    ):
        mark = "&" if "?" in path else "?"
        address = f"/api/v2/{path}{mark}cursor={cursor}"
        problem(scene.client.get(address, headers=scene.admin.headers), 400, 422)


@pytest.mark.parametrize(
    "path",
    [
        "documents/x",
        "documents/00000000",
        "documents/../../etc/passwd",
        "documents/%2e%2e%2fsecrets.json",
        "documents/%00",
        "documents/" + "a" * 5000,
        "documents/'%20OR%201=1",
        "documents/00000000-0000-7000-8000-000000000000/passages/x",
        "conversations/-1",
        "members/x",
        "ai/models/x",
        "ai/models/%00",
        "nothing",
        "documents?limit=0",
        "documents?limit=1e9",
        "documents?limit=-1",
        "documents?sort=password",
        "documents?status=nope",
        "documents?audience=nope",
        "documents?query=%00",
        "documents?folder=%00",
        "documents?query=" + "a" * 201,
        "invitations/lookup",
        "invitations/lookup?token=%00",
        "invitations/lookup?token=é",
    ],
)
def test_an_address_that_names_nothing_is_a_problem(scene: Scene, path: str) -> None:
    response = scene.client.get(f"/api/v2/{path}", headers=scene.admin.headers)
    problem(response, 400, 404, 405, 422)


@pytest.mark.parametrize(
    "headers",
    [
        {"Accept-Language": "x" * 5000},
        {"Accept-Language": ",,;;q=,fr;q=nope"},
        {"Accept": "\xff\xfe"},
        {"Content-Length": "-1"},
        {"Host": "evil.example"},
        {"Host": ""},
        {"X-Forwarded-For": "' OR 1=1"},
        {"X-Request-Id": "../../x"},
        {"Cookie": "netz=;;;=;\x01"},
        {"Range": "bytes=9999999-"},
        {"Sec-Fetch-Site": "\xff"},
    ],
)
def test_an_odd_header_harms_nothing(scene: Scene, headers: dict[str, str]) -> None:
    sent = {name: value.encode("latin-1") for name, value in headers.items()}
    for path in ("me", "documents", f"documents/{scene.document['id']}/original"):
        response = scene.client.get(f"/api/v2/{path}", headers={**scene.admin.headers, **sent})
        assert response.status_code in (200, 206, 400, 416), response.text
        assert "evil.example" not in response.text


@pytest.mark.parametrize("character", ["\0"])
def test_text_that_cannot_be_stored_is_refused_wherever_text_goes(
    scene: Scene, character: str
) -> None:
    answer = scene.answer(scene.admin)
    calls: list[tuple[str, str, Any]] = [
        ("POST", f"answers/{answer.id}/rating", {"value": "up", "comment": character}),
        ("POST", f"answers/{answer.id}/handover", {"note": f"a{character}"}),
        ("PUT", "search/synonyms", {"groups": [["a", f"b{character}"]]}),
        ("PUT", "folders/audience", {"path": f"a{character}", "audience": {"kind": "public"}}),
        ("POST", "companies", {"name": f"a{character}"}),
        ("PATCH", "me", {"name": f"a{character}"}),
        ("PATCH", f"documents/{scene.document['id']}", {"title": f"a{character}"}),
        ("POST", "search", {"query": f"vpn{character}"}),
        ("POST", "api-keys", {"name": character}),
    ]
    for method, path, body in calls:
        response = scene.client.request(
            method, f"/api/v2/{path}", json=body, headers=scene.admin.headers
        )
        problem(response, 422)

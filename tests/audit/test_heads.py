"""Signed heads: kept outside, they show what even a rewritten chain can't hide."""

import base64
import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.core import mail
from django.db import connections
from django.test import override_settings
from starlette.testclient import TestClient

from netz.audit.models import Entry
from netz.audit.services import record
from netz.audit.tasks import send_heads
from netz.core.db import tenant
from tests.audit.tampering import as_owner, make_trail, place_of
from tests.cli.test_commands import netz
from tests.factories import World, make_world
from tests.jobs import run_jobs


def head_of(client: TestClient, world: World) -> dict[str, Any]:
    """The signed head as it is now."""
    response = client.get("/api/v2/trail/head", headers=world.admin.headers)
    assert response.status_code == 200, response.text
    return dict(response.json())


def choose(client: TestClient, world: World, **fields: Any) -> Any:
    """The admin's choice of where heads go."""
    body = {"retention_days": 365, **fields}
    return client.put("/api/v2/trail/settings", json=body, headers=world.admin.headers)


@contextmanager
def listener(status: int = 200) -> Iterator[tuple[str, list[tuple[Any, bytes]]]]:
    """A webhook's address, and what it was sent."""
    got: list[tuple[Any, bytes]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            got.append((self.headers, self.rfile.read(int(self.headers["content-length"]))))
            self.send_response(status)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Quiet."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/hook", got
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def rewrite(world: World, rows: list[Entry]) -> None:
    """Changes a row and writes the whole chain anew, as only the database's owner could."""
    as_owner("UPDATE audit_entry SET actor_name = 'X' WHERE id = %s", rows[2].id)
    as_owner("DELETE FROM audit_link WHERE workspace_id = %s", world.id)
    as_owner("DELETE FROM audit_chain WHERE workspace_id = %s", world.id)
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT netz_chain_history(%s)", [world.id])


def test_the_signature_holds_for_anybody_who_has_the_public_key(client: TestClient) -> None:
    world, _ = make_trail()
    head = head_of(client, world)
    signature = base64.b64decode(head.pop("signature"))
    text = json.dumps(head, sort_keys=True, separators=(",", ":")).encode()
    shown = client.get("/api/v2/trail/settings", headers=world.admin.headers).json()
    key = Ed25519PublicKey.from_public_bytes(base64.b64decode(shown["public_key"]))
    key.verify(signature, text)


def test_a_kept_head_fits_while_the_trail_goes_on(client: TestClient, tmp_path: Path) -> None:
    world, _ = make_trail()
    file = tmp_path / "head.json"
    file.write_text(json.dumps(head_of(client, world)))
    with tenant(world.id):
        record(world.actor, "test.later")
    done = netz("audit", "verify", "--head", str(file))
    assert (done.exit_code, "is what it was" in done.stdout) == (0, True)


def test_a_rewritten_chain_is_found_by_a_kept_head(client: TestClient, tmp_path: Path) -> None:
    world, rows = make_trail()
    file = tmp_path / "head.json"
    file.write_text(json.dumps(head_of(client, world)))
    rewrite(world, rows)
    assert netz("audit", "verify", world=world).exit_code == 0, "the chain itself is in order"
    done = netz("audit", "verify", "--head", str(file))
    assert done.exit_code == 1
    assert "BROKEN" in done.stdout


def test_a_chain_that_is_shorter_than_a_kept_head_is_found(
    client: TestClient, tmp_path: Path
) -> None:
    world, rows = make_trail()
    file = tmp_path / "head.json"
    file.write_text(json.dumps(head_of(client, world)))
    place = place_of(rows[-1])
    for table in ("audit_entry", "audit_link"):
        as_owner(f"DELETE FROM {table} WHERE id = %s", rows[-1].id)
    as_owner(
        "UPDATE audit_chain c SET seq = l.seq, hash = l.hash FROM audit_link l"
        " WHERE c.workspace_id = l.workspace_id AND l.id = %s",
        rows[-2].id,
    )
    assert netz("audit", "verify", world=world).exit_code == 0
    done = netz("audit", "verify", "--head", str(file), "--json")
    assert done.exit_code == 1
    found = json.loads(done.stdout)
    assert (found["fault"], found["row"]) == ("tail", place)


@pytest.mark.parametrize(
    "change",
    [
        {"seq": 1},
        {"hash": "00"},
        {"at": "2020-01-01"},
        {"signature": base64.b64encode(b"x" * 64).decode()},
        {"signature": "é"},
        {"format": "other"},
        {"workspace": "x"},
    ],
)
def test_a_head_that_was_changed_is_refused(
    client: TestClient, tmp_path: Path, change: dict[str, Any]
) -> None:
    world = make_world()
    file = tmp_path / "head.json"
    file.write_text(json.dumps(head_of(client, world) | change))
    done = netz("audit", "verify", "--head", str(file))
    assert done.exit_code != 0
    assert "BROKEN" not in done.stdout


@override_settings(
    MAIL_IS_SET_UP=True, EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"
)
def test_the_head_is_mailed_each_day_as_a_file_that_verifies(
    client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world, _ = make_trail()
    assert choose(client, world, mail_to=["garde@example.com"]).status_code == 200
    monkeypatch.setattr(mail, "outbox", [], raising=False)
    send_heads(0)
    run_jobs()
    (letter,) = [one for one in mail.outbox if one.to == ["garde@example.com"]]
    name, content, kind = letter.attachments[0]
    assert (name.endswith(".json"), kind) == (True, "application/json")
    file = tmp_path / name
    file.write_text(content)
    assert netz("audit", "verify", "--head", str(file)).exit_code == 0
    shown = client.get("/api/v2/trail/settings", headers=world.admin.headers).json()
    assert shown["sent_at"]
    with tenant(world.id):
        row = Entry.objects.get(action="trail.head")
    assert (row.credential, row.after["ways"]) == ("system", ["mail"])


def test_the_head_is_posted_with_a_signature_that_its_reader_can_check(client: TestClient) -> None:
    world, _ = make_trail()
    with listener() as (url, got):
        secret = choose(client, world, webhook_url=url).json()["webhook_secret"]
        assert choose(client, world, webhook_url=url).json()["webhook_secret"] is None
        address = "/api/v2/trail/head/sending"
        assert client.post(address, headers=world.admin.headers).status_code == 202
        run_jobs()
    ((headers, body),) = got
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{expected}"
    assert json.loads(body)["data"]["workspace"] == str(world.id)


def test_a_webhook_that_refuses_is_tried_again_and_the_failure_is_shown(
    client: TestClient,
) -> None:
    world = make_world()
    with listener(status=500) as (url, got):
        choose(client, world, webhook_url=url)
        client.post("/api/v2/trail/head/sending", headers=world.admin.headers)
        run_jobs()
        shown = client.get("/api/v2/trail/settings", headers=world.admin.headers).json()
        assert (shown["failure"], shown["sent_at"]) == ("webhook: HTTP 500", None)
        run_jobs(later=True)
    assert len(got) == 13
    assert len({headers["webhook-id"] for headers, _ in got}) == 1


def test_nothing_is_sent_where_nothing_is_set_up(client: TestClient) -> None:
    world = make_world()
    refused = client.post("/api/v2/trail/head/sending", headers=world.admin.headers)
    assert (refused.status_code, refused.json()["code"]) == (409, "trail.heads_not_set_up")
    refused = choose(client, world, mail_to=["garde@example.com"])
    assert (refused.status_code, refused.json()["code"]) == (409, "trail.mail_not_set_up")


@pytest.mark.parametrize(
    "address", ["ftp://x.example", "x", "https://", "https://u:p@x.example", "http://[", "\0"]
)
def test_an_address_that_is_none_is_named(client: TestClient, address: str) -> None:
    world = make_world()
    response = choose(client, world, webhook_url=address)
    assert response.status_code == 422, response.text


def test_an_address_inside_is_not_called(client: TestClient) -> None:
    world = make_world()
    choose(client, world, webhook_url="https://10.0.0.1/hook")
    client.post("/api/v2/trail/head/sending", headers=world.admin.headers)
    run_jobs()
    shown = client.get("/api/v2/trail/settings", headers=world.admin.headers).json()
    assert "webhook" in shown["failure"]

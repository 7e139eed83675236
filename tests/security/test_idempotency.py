"""A POST with an `Idempotency-Key` is carried out once."""

import base64

import pytest
from django.utils import timezone
from starlette.testclient import TestClient

from netz.core.db import tenant
from netz.core.models import IdempotencyKey
from tests.factories import make_world
from tests.security.scene import make_scene
from tests.security.ways_in import in_parallel


def company_body() -> dict[str, str]:
    return {"name": f"Client {timezone.now():%H%M%S%f}"}


def test_a_repeated_request_gets_the_first_answer(client: TestClient) -> None:
    world = make_world()
    headers = world.admin.headers | {"Idempotency-Key": "a"}
    body = company_body()
    first = client.post("/api/v2/companies", json=body, headers=headers)
    again = client.post("/api/v2/companies", json=body, headers=headers)
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.json() == first.json()
    assert again.headers["idempotency-replayed"] == "true"
    assert "idempotency-replayed" not in first.headers


def test_a_key_used_for_another_request_is_a_conflict(client: TestClient) -> None:
    world = make_world()
    headers = world.admin.headers | {"Idempotency-Key": "a"}
    assert client.post("/api/v2/companies", json=company_body(), headers=headers).status_code == 201
    for path, body in (("companies", company_body()), ("search", {"query": "x"})):
        response = client.post(f"/api/v2/{path}", json=body, headers=headers)
        assert response.status_code == 409
        assert response.json()["code"] == "idempotency.mismatch"


def test_a_key_belongs_to_its_member(client: TestClient) -> None:
    world, other = make_world(), make_world()
    body = company_body()
    keyed = {"Idempotency-Key": "a"}
    first = client.post("/api/v2/companies", json=body, headers=world.admin.headers | keyed)
    theirs = client.post("/api/v2/companies", json=body, headers=other.admin.headers | keyed)
    assert theirs.status_code == 201
    assert theirs.json()["id"] != first.json()["id"]


def test_a_failed_request_keeps_no_key(client: TestClient) -> None:
    world = make_world()
    headers = world.admin.headers | {"Idempotency-Key": "a"}
    taken = {"name": "Atelier Brun"}
    assert client.post("/api/v2/companies", json=taken, headers=headers).status_code == 409
    assert client.post("/api/v2/companies", json=company_body(), headers=headers).status_code == 201


@pytest.mark.parametrize("key", ["x" * 201, "a\tb", "é" * 10 + "\x01"])
def test_a_key_that_cannot_be_kept_is_an_error(client: TestClient, key: str) -> None:
    headers = {**make_world().admin.headers, "Idempotency-Key": key.encode("latin-1")}
    response = client.post("/api/v2/companies", json=company_body(), headers=headers)
    assert response.status_code == 422


def test_two_requests_with_one_key_at_once_do_the_work_once(client: TestClient) -> None:
    scene = make_scene(client)
    admin = scene.admin.headers | {"Idempotency-Key": "at-once"}
    body = company_body()
    results = in_parallel(*[lambda: client.post("/api/v2/companies", json=body, headers=admin)] * 4)
    assert [r.status_code for r in results] == [201] * 4
    assert len({r.json()["id"] for r in results}) == 1
    guest = scene.world.guest.headers | {"Idempotency-Key": "at-once"}
    question = {"question": "Comment installer le VPN ?"}
    results = in_parallel(
        *[lambda: client.post("/api/v2/answers", json=question, headers=guest)] * 4
    )
    assert len({r.json()["id"] for r in results}) == 1
    headers = scene.world.guest.headers
    assert len(client.get("/api/v2/conversations", headers=headers).json()["items"]) == 1
    with tenant(scene.world.id):
        assert IdempotencyKey.objects.filter(key="at-once").count() == 2


def test_a_secret_in_a_kept_response_cannot_be_read_in_the_database(client: TestClient) -> None:
    world = make_world()
    headers = world.admin.headers | {"Idempotency-Key": "secret"}
    body = {"name": "robot"}
    first = client.post("/api/v2/api-keys", json=body, headers=headers)
    again = client.post("/api/v2/api-keys", json=body, headers=headers)
    assert again.headers["idempotency-replayed"] == "true"
    assert again.json() == first.json()
    secret = first.json()["key"].encode()
    assert secret in first.content
    with tenant(world.id):
        kept = bytes(IdempotencyKey.objects.get(key="secret").body)
    version, _, payload = kept.partition(b".")
    assert version == b"v1"
    assert secret not in kept
    assert secret not in base64.urlsafe_b64decode(payload)


def test_a_kept_response_opens_in_its_own_row_alone(client: TestClient) -> None:
    world = make_world()
    body = company_body()
    headers = world.admin.headers | {"Idempotency-Key": "secret"}
    other = world.admin.headers | {"Idempotency-Key": "other"}
    assert client.post("/api/v2/companies", json=body, headers=headers).status_code == 201
    assert client.post("/api/v2/companies", json=company_body(), headers=other).status_code == 201
    with tenant(world.id):
        IdempotencyKey.objects.filter(key="secret").update(
            body=IdempotencyKey.objects.get(key="other").body
        )
    moved = client.post("/api/v2/companies", json=body, headers=headers)
    assert (moved.status_code, moved.json()["code"]) == (409, "idempotency.mismatch")

"""`Idempotency-Key`: a POST is carried out once; a repeat gets the stored response.

The key's row is inserted before the work, in the same transaction: a second request with the key
waits at the unique index until the first has committed, then replays its response. Responses are
sealed: that of a new API key or invitation holds its secret, which is kept nowhere else.
"""

import hashlib
from base64 import b64decode, b64encode
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django.db import connection
from fastapi import Request, Response, UploadFile

from netz.core.actor import Actor
from netz.core.crypto import SealBrokenError, seal, unseal
from netz.core.errors import FieldError, IdempotencyMismatch, InvalidInput
from netz.core.ids import new_id
from netz.core.models import IdempotencyKey

MAX_KEY = 200
_KEPT_HEADERS = ("content-type", "content-disposition")
# Beside the headers: the body is no text, and kept in base64. No header has such a name.
_BYTES = "(bytes)"
_NO_HEADERS: Mapping[str, str] = MappingProxyType({})


def replayed(request: Request, actor: Actor, key: str, inputs: dict[str, Any]) -> Response | None:
    """Claims the key, or returns the response that it already has.

    Raises `IdempotencyMismatch` when the key was used for another request.
    """
    if len(key) > MAX_KEY or not key.isprintable():
        raise InvalidInput(
            fields=[
                FieldError(
                    "Idempotency-Key",
                    en=f"1-{MAX_KEY} printable characters",
                    fr=f"1 à {MAX_KEY} caractères imprimables",
                )
            ]
        )
    digest = digest_of(request, inputs)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO core_idempotencykey"
            " (id, created_at, workspace_id, member_id, key, request_hash, status, body)"
            " VALUES (%s, now(), %s, %s, %s, %s, 0, '')"
            " ON CONFLICT (workspace_id, member_id, key) DO NOTHING",
            [new_id(), actor.workspace_id, actor.member_id, key, digest],
        )
        if cursor.rowcount:
            return None
    earlier = _replay(actor, key, digest)
    assert earlier is not None, "the row that made the insert give way is there"
    return earlier


def find_replay(
    request: Request, actor: Actor, key: str, inputs: dict[str, Any]
) -> Response | None:
    """The stored response of a finished request, without claiming the key."""
    return _replay(actor, key, digest_of(request, inputs))


def _replay(actor: Actor, key: str, digest: str) -> Response | None:
    known = IdempotencyKey.objects.filter(
        workspace_id=actor.workspace_id, member_id=actor.member_id, key=key
    ).first()
    if known is None:
        return None
    if known.request_hash != digest:
        raise IdempotencyMismatch
    try:
        text = unseal(bytes(known.body).decode(), **_seal_of(actor, key))
    except SealBrokenError as error:  # the installation has another secret since
        raise IdempotencyMismatch from error
    headers = {"content-type": "application/json"} | known.headers
    body = b64decode(text) if headers.pop(_BYTES, "") else text.encode()
    return Response(
        body, status_code=known.status, headers=headers | {"Idempotency-Replayed": "true"}
    )


def stored(
    actor: Actor, key: str, status: int, body: bytes, headers: Mapping[str, str] = _NO_HEADERS
) -> None:
    """Keeps the response under the claimed key; of its headers what says how to read it."""
    kept = {name: headers[name] for name in _KEPT_HEADERS if name in headers}
    try:
        text = body.decode()
    except UnicodeDecodeError:  # a PDF, say
        kept[_BYTES] = "1"
        text = b64encode(body).decode()
    sealed = seal(text, **_seal_of(actor, key)).encode()
    IdempotencyKey.objects.filter(
        workspace_id=actor.workspace_id, member_id=actor.member_id, key=key
    ).update(status=status, body=sealed, headers=kept)


def _seal_of(actor: Actor, key: str) -> dict[str, str]:
    owner = f"{actor.workspace_id}:{actor.member_id}:{key}"
    return {"purpose": "idempotency", "bound_to": owner}


def digest_of(request: Request, inputs: dict[str, Any]) -> str:
    """What makes two requests the same: method, address and inputs."""
    digest = hashlib.sha256(f"{request.method} {request.url.path}\n".encode())
    for name in sorted(inputs):
        value = inputs[name]
        digest.update(f"{name}=".encode())
        if isinstance(value, UploadFile):
            digest.update(hashlib.file_digest(value.file, "sha256").digest())  # type: ignore[arg-type]  # a spooled file is one
            value.file.seek(0)
        elif hasattr(value, "model_dump_json"):
            digest.update(value.model_dump_json().encode())
        elif not isinstance(value, Request):
            digest.update(repr(value).encode())
    return digest.hexdigest()

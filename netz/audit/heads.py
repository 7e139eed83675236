"""The chain's head as a signed statement that is kept elsewhere.

Who holds one can tell later that nothing before it was changed, even by somebody who rewrote the
whole chain in the database: the signature is the installation's, the copy is out of reach.
"""

import base64
import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.db import connection
from django.utils import timezone

from netz.audit import chain
from netz.core.failures import ExpectedFailure
from netz.core.secrets_file import load_secrets

FORMAT = "netz-trail-head/1"


class HeadUnreadable(ExpectedFailure):
    """The file is no signed head."""


@dataclass(frozen=True, slots=True)
class Head:
    """The number of entries and the hash that a workspace's chain had at a moment."""

    workspace_id: UUID
    seq: int
    hash: str
    at: str


def signed_head(workspace_id: UUID) -> dict[str, Any]:
    """The head as it is now, inside the workspace's transaction, signed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq, hash FROM audit_chain WHERE workspace_id = %s", [workspace_id])
        seq, found = cursor.fetchone() or (0, b"")
    statement = {
        "format": FORMAT,
        "workspace": str(workspace_id),
        "seq": seq,
        "hash": bytes(found).hex(),
        "at": timezone.now().isoformat(timespec="seconds"),
    }
    return signed(statement)


def signed(statement: dict[str, Any]) -> dict[str, Any]:
    """The statement with the installation's public key and signature."""
    told = {**statement, "public_key": public_key()}
    return {**told, "signature": _text(_key().sign(_plain(told)))}


def holds(statement: dict[str, Any]) -> bool:
    """Whether a signed statement is this installation's, unchanged."""
    told = dict(statement)
    try:
        signature = base64.b64decode(told.pop("signature"), validate=True)
        _key().public_key().verify(signature, _plain(told))
    except (InvalidSignature, ValueError, TypeError, KeyError):
        return False
    return True


def public_key() -> str:
    """The installation's public key, to be noted where the heads are kept."""
    return _text(_key().public_key().public_bytes_raw())


def read_head(content: str) -> Head:
    """A head that was kept, once its signature holds. Raises `HeadUnreadable`."""
    try:
        given = json.loads(content)
        signature = base64.b64decode(given.pop("signature"), validate=True)
        head = Head(UUID(given["workspace"]), int(given["seq"]), given["hash"], given["at"])
        if given["format"] != FORMAT:
            raise HeadUnreadable("The file is not a trail's head.")
        _key().public_key().verify(signature, _plain(given))
    except InvalidSignature as error:
        raise HeadUnreadable(
            "The head's signature is not this installation's: the file was changed, or it comes"
            " from another installation."
        ) from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise HeadUnreadable("The file is not a trail's head.") from error
    return head


def compare(head: Head) -> chain.Bad | None:
    """What speaks against a kept head, inside its workspace's transaction; None when it fits.

    Raises `HeadUnreadable` when what it covers was pruned since: nothing is left to compare.
    """
    report = chain.verify(head.workspace_id)
    if report.bad is not None:
        return report.bad
    if head.seq < report.pruned_seq:
        raise HeadUnreadable("The head covers entries that were pruned since: compare a newer one.")
    if head.seq > report.seq:
        return chain.Bad("tail", report.seq + 1)
    kept = chain.hash_at(head.workspace_id, head.seq) if head.seq else ""
    return None if kept == head.hash else chain.Bad("changed", head.seq)


def _key() -> Ed25519PrivateKey:
    seed = load_secrets(settings.DATA_DIR)["trail_key"]
    return Ed25519PrivateKey.from_private_bytes(base64.urlsafe_b64decode(seed + "="))


def _plain(statement: dict[str, Any]) -> bytes:
    return json.dumps(statement, sort_keys=True, separators=(",", ":")).encode()


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()

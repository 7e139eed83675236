"""Web Push: messages that only one browser can read (RFC 8291), from a server that its push
service can tell apart (VAPID, RFC 8292)."""

import base64
import json
import os
import time
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings

CURVE = ec.SECP256R1()
# The order of the curve's group (FIPS 186-5, P-256): private keys lie below it.
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
# One record holds the whole message; push services take 4,096 bytes (RFC 8030, section 7.2).
_RECORD_BYTES = 4096
MOST_BYTES = 3900
_VALID_SECONDS = 12 * 3600


class BadKeys(ValueError):  # noqa: N818  # a state of what a browser sent
    """What a browser gave isn't a point of the curve, or a secret of 16 bytes."""


@dataclass(frozen=True, slots=True)
class Keys:
    """A browser's public key, and the secret that it shares with whoever may write to it."""

    public: bytes
    secret: bytes

    @classmethod
    def read(cls, p256dh: str, auth: str) -> "Keys":
        """From the browser's base64url texts. Raises `BadKeys`."""
        try:
            keys = cls(decode(p256dh), decode(auth))
            ec.EllipticCurvePublicKey.from_encoded_point(CURVE, keys.public)
        except ValueError as error:
            raise BadKeys from error
        if len(keys.public) != 65 or len(keys.secret) != 16:
            raise BadKeys
        return keys


def encode(raw: bytes) -> str:
    """Base64url without padding, as all of Web Push writes bytes."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def decode(text: str) -> bytes:
    """The bytes again. Raises `ValueError`."""
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)


def encrypt(
    content: bytes,
    keys: Keys,
    *,
    own: ec.EllipticCurvePrivateKey | None = None,
    salt: bytes | None = None,
) -> bytes:
    """The body of a push message: header and one record of aes128gcm (RFC 8188, RFC 8291).

    `own` and `salt` are made for each message; only the test with the RFC's example gives them.
    """
    own = own or ec.generate_private_key(CURVE)
    salt = salt or os.urandom(16)
    theirs = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, keys.public)
    own_public = _point(own)
    info = b"WebPush: info\0" + keys.public + own_public
    shared = _derive(own.exchange(ec.ECDH(), theirs), keys.secret, info, 32)
    key = _derive(shared, salt, b"Content-Encoding: aes128gcm\0", 16)
    nonce = _derive(shared, salt, b"Content-Encoding: nonce\0", 12)
    record = AESGCM(key).encrypt(nonce, content + b"\x02", None)
    header = salt + _RECORD_BYTES.to_bytes(4, "big") + bytes([len(own_public)]) + own_public
    return header + record


def public_key() -> str:
    """The installation's public key, as a browser wants it (`applicationServerKey`)."""
    return encode(_point(_private_key(settings.SECRET_KEY)))


def headers(endpoint: str, *, urgent: bool, keep_seconds: int, topic: str) -> dict[str, str]:
    """What a message to the push service at `endpoint` is sent with.

    `topic`: an undelivered message of the same topic is replaced. `keep_seconds`: how long it is
    kept for a browser that is away.
    """
    where = urlsplit(endpoint)
    claims = {
        "aud": f"{where.scheme}://{where.netloc}",
        "exp": int(time.time()) + _VALID_SECONDS,
        "sub": _contact(),
    }
    token = jwt.encode(claims, _private_key(settings.SECRET_KEY), algorithm="ES256")
    return {
        "authorization": f"vapid t={token}, k={public_key()}",
        "content-encoding": "aes128gcm",
        "content-type": "application/octet-stream",
        "ttl": str(keep_seconds),
        "urgency": "high" if urgent else "normal",
        "topic": topic,
    }


def content_of(told: dict[str, Any]) -> bytes:
    """What the service worker is told, cut where it would be too long to send."""
    content = json.dumps(told, ensure_ascii=False).encode()
    while len(content) > MOST_BYTES:
        told = {**told, "body": told["body"][: len(told["body"]) // 2].rstrip() + "…"}
        content = json.dumps(told, ensure_ascii=False).encode()
    return content


def _contact() -> str:
    """Whom a push service can reach about this server."""
    if settings.PUBLIC_URL.startswith("https://"):
        return str(settings.PUBLIC_URL)
    return f"mailto:{settings.DEFAULT_FROM_EMAIL.rpartition('<')[2].rstrip('>')}"


@lru_cache(maxsize=4)
def _private_key(installation_secret: str) -> ec.EllipticCurvePrivateKey:
    """Derived from the installation's secret: every process has the same, and none is stored.

    48 bytes reduced modulo the order leave no measurable bias (FIPS 186-5, A.2.1).
    """
    raw = _derive(installation_secret.encode(), None, b"netz.notices.push:vapid", 48)
    return ec.derive_private_key(int.from_bytes(raw, "big") % (_ORDER - 1) + 1, CURVE)


def _derive(secret: bytes, salt: bytes | None, info: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length=length, salt=salt, info=info).derive(secret)


def _point(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

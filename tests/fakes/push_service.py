"""A small push service on 127.0.0.1 that checks what it is sent as RFC 8030, 8291 and 8292 ask,
and opens messages with the browser's own keys, which only the test has."""

import json
import os
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

import jwt
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from netz.notices.push import CURVE, decode, encode


class FakeBrowser:
    """A browser's subscription: the keys that it gives, and the private one that it keeps."""

    def __init__(self) -> None:
        self.private = ec.generate_private_key(CURVE)
        self.secret = os.urandom(16)
        self.public = self.private.public_key().public_bytes(
            Encoding.X962, PublicFormat.UncompressedPoint
        )

    @property
    def keys(self) -> dict[str, str]:
        """As `PushSubscription.toJSON()` has them."""
        return {"p256dh": encode(self.public), "auth": encode(self.secret)}

    def open(self, body: bytes) -> dict[str, Any]:
        """The message, read as RFC 8188 and 8291 say; raises where it isn't for this browser."""
        salt, size, length = body[:16], int.from_bytes(body[16:20], "big"), body[20]
        sender, record = body[21 : 21 + length], body[21 + length :]
        assert len(record) <= size
        theirs = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, sender)
        info = b"WebPush: info\0" + self.public + sender
        shared = _derive(self.private.exchange(ec.ECDH(), theirs), self.secret, info, 32)
        key = _derive(shared, salt, b"Content-Encoding: aes128gcm\0", 16)
        nonce = _derive(shared, salt, b"Content-Encoding: nonce\0", 12)
        plain = AESGCM(key).decrypt(nonce, record, None)
        assert plain[-1:] == b"\x02", "the last record's mark"
        found = json.loads(plain[:-1])
        assert isinstance(found, dict)
        return found


def _derive(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length=length, salt=salt, info=info).derive(secret)


@dataclass
class FakePushService:
    """`status` is what it answers to a message that it finds in order; bad ones get 400 or 403."""

    status: int = 201
    bodies: list[bytes] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)

    def __enter__(self) -> Self:
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                headers = {name.lower(): value for name, value in self.headers.items()}
                answer = service.judge(headers, body)
                service.answers.append(answer)
                self.send_response(answer)
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        """Its origin."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def judge(self, headers: dict[str, str], body: bytes) -> int:
        """What a push service checks before it takes a message."""
        if headers.get("content-encoding") != "aes128gcm" or len(body) > 4096:
            return 400
        if not headers.get("ttl", "").isdigit() or headers.get("urgency") not in ("normal", "high"):
            return 400
        if len(headers.get("topic", "")) > 32:
            return 400
        scheme, _, rest = headers.get("authorization", "").partition(" ")
        parts = dict(one.strip().split("=", 1) for one in rest.split(","))
        key = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, decode(parts["k"]))
        try:
            claims = jwt.decode(parts["t"], key, algorithms=["ES256"], audience=self.url)
        except jwt.InvalidTokenError:
            return 403
        within_a_day = claims["exp"] <= time.time() + 24 * 3600
        contact = claims["sub"].startswith(("mailto:", "https://"))
        if scheme != "vapid" or not within_a_day or not contact:
            return 403
        self.headers.append(headers)
        self.bodies.append(body)
        return self.status

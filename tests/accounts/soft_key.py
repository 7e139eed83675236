"""A security key in software: what a browser's `navigator.credentials` would answer."""

import hashlib
import json
import os
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2 import cbor
from fido2.cose import ES256
from fido2.utils import websafe_encode

ORIGIN = "https://testserver"
_PRESENT, _VERIFIED, _ATTESTED = 0x01, 0x04, 0x40


class SoftKey:
    """One credential on one key, which asks its owner for a PIN each time."""

    def __init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._id = os.urandom(32)
        self._counter = 0
        self.user_id = ""

    def create(self, options: dict[str, Any], user_id: str = "") -> dict[str, Any]:
        """The answer to `credentials.create`."""
        self.user_id = user_id or options["user"]["id"]
        cose = cbor.encode(dict(ES256.from_cryptography_key(self._key.public_key())))
        attested = b"\0" * 16 + len(self._id).to_bytes(2, "big") + self._id + cose
        data = self._data(_PRESENT | _VERIFIED | _ATTESTED) + attested
        attestation = cbor.encode({"fmt": "none", "attStmt": {}, "authData": data})
        return self._answer(
            {
                "clientDataJSON": websafe_encode(_client_data("webauthn.create", options, ORIGIN)),
                "attestationObject": websafe_encode(attestation),
            },
            {"credProps": {"rk": True}},
        )

    def get(self, options: dict[str, Any], origin: str = ORIGIN) -> dict[str, Any]:
        """The answer to `credentials.get`."""
        client_data = _client_data("webauthn.get", options, origin)
        data = self._data(_PRESENT | _VERIFIED)
        signed = data + hashlib.sha256(client_data).digest()
        return self._answer(
            {
                "clientDataJSON": websafe_encode(client_data),
                "authenticatorData": websafe_encode(data),
                "signature": websafe_encode(self._key.sign(signed, ec.ECDSA(hashes.SHA256()))),
                "userHandle": self.user_id,
            },
            {},
        )

    def _data(self, flags: int) -> bytes:
        self._counter += 1
        site = hashlib.sha256(b"testserver").digest()
        return site + bytes([flags]) + self._counter.to_bytes(4, "big")

    def _answer(self, response: dict[str, str], extensions: dict[str, Any]) -> dict[str, Any]:
        return {
            "id": websafe_encode(self._id),
            "rawId": websafe_encode(self._id),
            "type": "public-key",
            "response": response,
            "clientExtensionResults": extensions,
        }


def _client_data(kind: str, options: dict[str, Any], origin: str) -> bytes:
    values = {"type": kind, "challenge": options["challenge"], "origin": origin}
    return json.dumps({**values, "crossOrigin": False}).encode()

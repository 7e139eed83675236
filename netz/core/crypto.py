"""Seals small secrets for storage: AES-256-GCM under a key derived from the installation's secret.

A sealed value is bound to its purpose and its owner (`bound_to`), so that a ciphertext copied to
another row or column does not open.
"""

import base64
import os
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

_VERSION = "v1."
_NONCE_BYTES = 12


class SealBrokenError(ValueError):
    """The value was not sealed here, for this purpose and owner, or the secret has changed."""


def seal(secret: str, *, purpose: str, bound_to: str) -> str:
    """The secret as a token that only `unseal` with the same purpose and owner opens."""
    nonce = os.urandom(_NONCE_BYTES)
    sealed = AESGCM(_key(settings.SECRET_KEY, purpose)).encrypt(
        nonce, secret.encode(), bound_to.encode()
    )
    return _VERSION + base64.urlsafe_b64encode(nonce + sealed).decode()


def unseal(token: str, *, purpose: str, bound_to: str) -> str:
    """The secret again. Earlier installation secrets (`SECRET_KEY_FALLBACKS`) still open it.

    Raises `SealBrokenError`.
    """
    try:
        raw = base64.b64decode(token.removeprefix(_VERSION), altchars=b"-_", validate=True)
    except ValueError as error:
        raise SealBrokenError("not a sealed value") from error
    if not token.startswith(_VERSION) or len(raw) <= _NONCE_BYTES:
        raise SealBrokenError("not a sealed value")
    for installation_secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        try:
            key = AESGCM(_key(installation_secret, purpose))
            return key.decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], bound_to.encode()).decode()
        except InvalidTag:
            continue
    raise SealBrokenError("the seal does not fit")


@lru_cache(maxsize=32)
def _key(installation_secret: str, purpose: str) -> bytes:
    info = f"netz.core.crypto:{purpose}".encode()
    return HKDF(SHA256(), length=32, salt=None, info=info).derive(installation_secret.encode())

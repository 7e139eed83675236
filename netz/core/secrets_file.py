"""Secrets that an installation makes for itself, kept in its data directory."""

import json
import os
import secrets
from collections.abc import Callable
from functools import partial
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa


def _signing_key() -> str:
    """A private RSA key as PEM, of the size that OpenID's RS256 asks for."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    ).decode()


# The trail's key is the seed of an Ed25519 key, whose size is fixed.
_MAKERS: dict[str, Callable[[], str]] = {
    "secret_key": partial(secrets.token_urlsafe, 48),
    "owner_password": partial(secrets.token_urlsafe, 48),
    "app_password": partial(secrets.token_urlsafe, 48),
    "trail_key": partial(secrets.token_urlsafe, 32),
    "openid_key": _signing_key,
}


def load_secrets(data_dir: Path) -> dict[str, str]:
    """Reads `secrets.json`, adding what is missing; only the owner of the file may read it."""
    path = data_dir / "secrets.json"
    known: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
    missing = [name for name in _MAKERS if name not in known]
    if missing:
        known |= {name: _MAKERS[name]() for name in missing}
        descriptor = os.open(path.with_suffix(".tmp"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            json.dump(known, file)
        path.with_suffix(".tmp").replace(path)
    return known

"""Secrets that an installation makes for itself, kept in its data directory."""

import json
import os
import secrets
from pathlib import Path

# Name -> random bytes. The trail's key is the seed of an Ed25519 key, whose size is fixed.
SIZES = {"secret_key": 48, "owner_password": 48, "app_password": 48, "trail_key": 32}


def load_secrets(data_dir: Path) -> dict[str, str]:
    """Reads `secrets.json`, adding what is missing; only the owner of the file may read it."""
    path = data_dir / "secrets.json"
    known: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
    missing = [name for name in SIZES if name not in known]
    if missing:
        known |= {name: secrets.token_urlsafe(SIZES[name]) for name in missing}
        descriptor = os.open(path.with_suffix(".tmp"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            json.dump(known, file)
        path.with_suffix(".tmp").replace(path)
    return known

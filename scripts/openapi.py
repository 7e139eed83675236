"""Writes the API's OpenAPI document to web/openapi.json, from which the client's types are made."""

import json
import os
from pathlib import Path

TARGET = Path(__file__).resolve().parents[1] / "web" / "openapi.json"


def document() -> str:
    """The document, in a stable form; no database is needed for it."""
    os.environ.setdefault("NETZ_APP_DSN", "dbname=none")
    os.environ.setdefault("NETZ_SECRET_KEY", "not-used")
    from netz.config.bootstrap import bootstrap

    bootstrap()
    from netz.config.asgi import build_api

    return json.dumps(build_api().openapi(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


if __name__ == "__main__":
    text = document()
    if not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text:
        TARGET.write_text(text, encoding="utf-8")

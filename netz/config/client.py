"""Serves the built web client: hashed assets for ever, the page with a nonce for each request."""

import mimetypes
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import FileResponse, HTMLResponse, Response

from netz.core.errors import NotFound

DIST = Path(__file__).resolve().parents[2] / "web" / "dist"
NONCE = "__CSP_NONCE__"
# Python 3.11 does not know the endings of the PDF worker and of the manifest.
mimetypes.add_type("text/javascript", ".mjs")
mimetypes.add_type("application/manifest+json", ".webmanifest")
_FOREVER = {"Cache-Control": "public, max-age=31536000, immutable"}
_BRIEFLY = {"Cache-Control": "no-cache"}
_NOT_BUILT = "<!doctype html><title>NETZ AI</title><p>The web client is not built: run make build."


def mount_client(app: FastAPI, dist: Path = DIST) -> None:
    """Answers every address that is not the API's with the client."""
    page = _Page(dist / "index.html")

    @app.get("/{path:path}", include_in_schema=False)
    def client(request: Request, path: str) -> Response:
        if path.startswith(("api/", "_allauth/")):
            raise NotFound
        found = _file(dist, path)
        if found is None:
            if path.startswith("assets/"):
                raise NotFound
            return HTMLResponse(page.read().replace(NONCE, request.state.nonce), headers=_BRIEFLY)
        headers = dict(_FOREVER if path.startswith("assets/") else _BRIEFLY)
        packed = found.with_name(found.name + ".gz")
        response = FileResponse(found, headers=headers)
        if packed.exists() and "gzip" in request.headers.get("accept-encoding", ""):
            headers |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
            response = FileResponse(packed, headers=headers, media_type=response.media_type)
        return response


class _Page:
    """The page's text, read again when the client was built anew."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.built = 0
        self.text = _NOT_BUILT

    def read(self) -> str:
        """The text as it stands on disk."""
        try:
            built = self.path.stat().st_mtime_ns
        except FileNotFoundError:
            return _NOT_BUILT
        if built != self.built:
            self.text, self.built = self.path.read_text(encoding="utf-8"), built
        return self.text


def _file(dist: Path, path: str) -> Path | None:
    if not path or "\0" in path or path == "index.html":
        return None
    try:
        found = (dist / path).resolve()
        return found if found.is_relative_to(dist.resolve()) and found.is_file() else None
    except OSError:  # a name that is too long for the file system
        return None

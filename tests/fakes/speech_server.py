"""A small speech server on 127.0.0.1 that keeps OpenAI's contract for audio and fails on demand.

https://platform.openai.com/docs/api-reference/audio
"""

import json
import math
import struct
import threading
from dataclasses import dataclass, field
from email.parser import BytesParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal, Self

Mode = Literal[
    "normal",
    "html",
    "no_text",
    "error_500",
    "rate_limited",
    "unreadable",
    "silent",
    "redirect",
]
_STARTS = {"webm": b"\x1aE\xdf\xa3", "ogg": b"OggS", "wav": b"RIFF", "flac": b"fLaC"}
_LONGEST_INPUT = 4096


@dataclass
class Heard:
    """One request as it arrived: the fields of the form, or the JSON body."""

    path: str
    fields: dict[str, Any]
    audio: bytes = b""


@dataclass
class FakeSpeechServer:
    """Run as a context manager; `url` is its base address. `says` is what it understands."""

    mode: Mode = "normal"
    says: str = "Comment réinitialiser mon mot de passe ?"
    key: str = "cle-vocale"
    port: int = 0
    heard: list[Heard] = field(default_factory=list)

    def __enter__(self) -> Self:
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                outer.answer(self)

            def log_message(self, *_: object) -> None:
                """Tests have their own words."""

        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        self._server.daemon_threads = True
        self._left = threading.Event()
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._left.set()
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        """The base address, with the version."""
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    @property
    def settings(self) -> dict[str, str]:
        """As the operator would name it for both ways, in the environment."""
        given = {"MODEL": "essai", "BASE_URL": self.url, "API_KEY": self.key}
        ways = ("NETZ_TRANSCRIPTION_", "NETZ_SPEECH_")
        return {way + name: value for way in ways for name, value in given.items()}

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """Reads one request and answers it."""
        raw = request.rfile.read(int(request.headers.get("Content-Length", 0)))
        if request.headers.get("Authorization") != f"Bearer {self.key}":
            return _send(request, 401, {"error": {"message": "Incorrect API key provided"}})
        if self.mode == "silent":
            self._left.wait(30)
            return None
        if self.mode == "redirect":
            place = "http://169.254.169.254/latest/meta-data"
            return _send(request, 307, {}, {"Location": place})
        if self.mode == "html":
            return _send(request, 200, "<html>passerelle</html>")
        if self.mode == "error_500":
            return _send(request, 500, {"error": {"message": "The server had an error"}})
        if self.mode == "rate_limited":
            return _send(request, 429, {"error": {"message": "Rate limit reached"}})
        if request.path == "/v1/audio/transcriptions":
            return self._transcription(request, raw)
        if request.path == "/v1/audio/speech":
            return self._speech(request, raw)
        return _send(request, 404, {"error": {"message": f"no route {request.path}"}})

    def _transcription(self, request: BaseHTTPRequestHandler, raw: bytes) -> None:
        kind = request.headers["Content-Type"].encode()
        parts = BytesParser().parsebytes(b"Content-Type: " + kind + b"\r\n\r\n" + raw)
        fields: dict[str, Any] = {}
        audio, name = b"", ""
        for part in parts.get_payload():
            named = part.get_param("name", header="content-disposition")
            content = part.get_payload(decode=True)
            if named == "file":
                audio, name = content, str(part.get_filename())
            else:
                fields[str(named)] = content.decode()
        self.heard.append(Heard(request.path, fields, audio))
        extension = name.rsplit(".", 1)[-1]
        if self.mode == "unreadable" or not audio.startswith(_STARTS.get(extension, b"")):
            return _send(request, 400, {"error": {"message": "Invalid file format."}})
        if not fields.get("model") or not audio:
            return _send(request, 400, {"error": {"message": "'file' and 'model' are required"}})
        return _send(request, 200, {} if self.mode == "no_text" else {"text": f" {self.says}\n"})

    def _speech(self, request: BaseHTTPRequestHandler, raw: bytes) -> None:
        body = json.loads(raw)
        self.heard.append(Heard(request.path, body))
        if not body.get("model") or not body.get("voice") or not body.get("input"):
            return _send(request, 400, {"error": {"message": "a field is missing"}})
        if len(body["input"]) > _LONGEST_INPUT:
            return _send(request, 400, {"error": {"message": "string too long"}})
        return _send(request, 200, tone())


def tone(seconds: float = 0.4, rate: int = 8000) -> bytes:
    """A WAV file that any browser plays: one note."""
    turn = 2 * math.pi * 440 / rate
    samples = [int(8000 * math.sin(turn * place)) for place in range(int(seconds * rate))]
    data = struct.pack(f"<{len(samples)}h", *samples)
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, rate, rate * 2, 2, 16)
    body = b"WAVE" + form + struct.pack("<4sI", b"data", len(data)) + data
    return struct.pack("<4sI", b"RIFF", len(body)) + body


def _send(
    request: BaseHTTPRequestHandler,
    status: int,
    body: Any,
    headers: dict[str, str] | None = None,
) -> None:
    if isinstance(body, bytes):
        kind, content = "audio/wav", body
    elif isinstance(body, str):
        kind, content = "text/html", body.encode()
    else:
        kind, content = "application/json", json.dumps(body).encode()
    request.send_response(status)
    request.send_header("Content-Type", kind)
    request.send_header("Content-Length", str(len(content)))
    for name, value in (headers or {}).items():
        request.send_header(name, value)
    request.end_headers()
    request.wfile.write(content)

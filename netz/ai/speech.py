"""Speech into text and text into speech, through an OpenAI-compatible service.

Wire formats: OpenAI's `POST /audio/transcriptions` and `POST /audio/speech`, which faster-whisper
servers, LocalAI, vLLM, Groq and others speak as well.
https://platform.openai.com/docs/api-reference/audio
"""

from dataclasses import dataclass, field

import httpx2

from netz.ai.clients import client_for
from netz.ai.errors import FailureCode, ModelError
from netz.ai.specs import host_of
from netz.core.outbound import OutboundPolicy, refusal_in

_MOST_BYTES = 20_000_000
_CODES = {
    400: FailureCode.REJECTED,
    401: FailureCode.AUTH,
    403: FailureCode.AUTH,
    404: FailureCode.NOT_FOUND,
    408: FailureCode.TIMEOUT,
    413: FailureCode.TOO_LONG,
    429: FailureCode.RATE_LIMITED,
}


@dataclass(frozen=True, slots=True)
class SpeechSpec:
    """One service for speech: where it is and what to ask it for.

    `voice`: by the service's name for it; of no meaning to a transcription. `timeout_s`: seconds
    for the whole exchange. `local_hosts`: hosts that may be a private address.
    """

    base_url: str
    model: str
    api_key: str = field(default="", repr=False)
    voice: str = ""
    timeout_s: float = 60.0
    local_hosts: frozenset[str] = frozenset()

    @property
    def host(self) -> str:
        """Whom the words are given to."""
        return host_of(self.base_url)

    @property
    def policy(self) -> OutboundPolicy:
        """What a call may reach: this service and nothing else."""
        return OutboundPolicy(
            only_hosts=frozenset({self.host}),
            local_hosts=self.local_hosts,
            max_bytes=_MOST_BYTES,
            max_seconds=self.timeout_s,
        )


@dataclass(frozen=True, slots=True)
class Recording:
    """What somebody said: the bytes, their media type and a file name that fits it."""

    content: bytes
    media_type: str
    name: str


@dataclass(frozen=True, slots=True)
class Audio:
    """Something to listen to."""

    content: bytes
    media_type: str


async def transcribe(spec: SpeechSpec, recording: Recording, language: str) -> str:
    """What was said, as text; empty when nothing was. `language` is the one to expect.

    Raises `ModelError`; `REJECTED` where the service can't read the recording.
    """
    response = await _post(
        spec,
        "/audio/transcriptions",
        data={"model": spec.model, "language": language, "response_format": "json"},
        files={"file": (recording.name, recording.content, recording.media_type)},
    )
    try:
        text = response.json()["text"]
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(FailureCode.MALFORMED, detail="not a transcription") from error
    if not isinstance(text, str):
        raise ModelError(FailureCode.MALFORMED, detail="a transcription without a text")
    return text.strip()


async def speak(spec: SpeechSpec, text: str) -> Audio:
    """The text, spoken. Raises `ModelError`."""
    response = await _post(
        spec,
        "/audio/speech",
        json={
            "model": spec.model,
            "input": text,
            "voice": spec.voice,
            "response_format": "mp3",
        },
    )
    found = response.headers.get("content-type", "").split(";")[0].strip().lower()
    # Some services name no kind of audio; a page of HTML or JSON is none.
    if not response.content or not (found.startswith("audio/") or found in _UNNAMED):
        raise ModelError(FailureCode.MALFORMED, detail=f"not audio: {found[:40]}")
    return Audio(response.content, "audio/mpeg" if found in _UNNAMED else found)


_UNNAMED = frozenset({"", "application/octet-stream", "binary/octet-stream"})


async def _post(spec: SpeechSpec, path: str, **body: object) -> httpx2.Response:
    headers = {"Authorization": f"Bearer {spec.api_key}"} if spec.api_key else {}
    url = spec.base_url.rstrip("/") + path
    try:
        async with client_for(spec.policy) as client:
            response = await client.post(url, headers=headers, **body)  # type: ignore[arg-type]  # as the callers give it
    except httpx2.TimeoutException as error:
        raise ModelError(FailureCode.TIMEOUT) from error
    except httpx2.ConnectError as error:
        refused = refusal_in(error)
        code = FailureCode.BLOCKED if refused else FailureCode.UNREACHABLE
        raise ModelError(code, detail=str(refused or "")) from error
    except httpx2.HTTPError as error:
        raise ModelError(FailureCode.MALFORMED, detail=type(error).__name__) from error
    if response.status_code == 200:
        return response
    default = FailureCode.UNAVAILABLE if response.status_code >= 500 else FailureCode.REJECTED
    code = _CODES.get(response.status_code, default)
    raise ModelError(code, detail=f"status {response.status_code}")

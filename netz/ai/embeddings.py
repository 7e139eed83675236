"""Turns texts into vectors: the product's own model, another ONNX model in a local folder, or an
OpenAI-compatible endpoint."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol, runtime_checkable
from urllib.parse import urlsplit

import httpx2
import numpy as np
import structlog
from numpy.typing import NDArray

from netz.ai.clients import client_for, close_clients
from netz.ai.errors import FailureCode, ModelError
from netz.ai.redaction import Redactor
from netz.ai.specs import host_of, is_remote
from netz.core.outbound import OutboundPolicy, refusal_in

if TYPE_CHECKING:
    from netz.ai.onnx import OnnxEmbedder

log = structlog.get_logger(__name__)

Vectors = NDArray[np.float32]
Kind = Literal["query", "passage"]
Scale = tuple[float, float]

SENTENCE_MODEL = Path(__file__).parent / "sentence_model"

_BATCH = 64
_QUESTION_SECONDS = 5.0  # somebody waits for the answer, which search by words gives as well
_MAX_REPLY_BYTES = 50_000_000
_CODES = {
    401: FailureCode.AUTH,
    403: FailureCode.AUTH,
    404: FailureCode.NOT_FOUND,
    429: FailureCode.RATE_LIMITED,
}


class Embedder(Protocol):
    """A source of embeddings.

    `name` identifies the vector space: vectors of different names can't be compared. `scale`: its
    cosine of any two texts, and that of a question and its answer, where they were measured.
    """

    name: str
    scale: Scale | None

    async def embed(self, texts: Sequence[str], kind: Kind) -> Vectors:
        """One vector of length 1 per text, in order: shape `(len(texts), dimensions)`.

        Raises `ModelError`.
        """
        ...


@runtime_checkable
class LocalEmbedder(Embedder, Protocol):
    """An embedder that works in this process and needs no event loop."""

    def embed_here(self, texts: Sequence[str], kind: Kind) -> Vectors:
        """`embed` in this thread."""
        ...


class EndpointEmbedder:
    """Embeddings from an OpenAI-compatible `/embeddings` endpoint, in batches.

    `timeout_s` is for one batch; questions wait five seconds at most. `local_hosts`: hosts that
    may be a private address. Personal identifiers are replaced before text leaves the machine,
    unless `redact` says otherwise.
    """

    def __init__(
        self,
        base_url: str,
        model: str,
        api_key: str = "",
        *,
        timeout_s: float = 30.0,
        local_hosts: frozenset[str] = frozenset(),
        redact: bool | None = None,
    ) -> None:
        self._redact = is_remote(base_url) if redact is None else redact
        port = urlsplit(base_url).port
        self.name = f"{host_of(base_url)}{f':{port}' if port else ''}/{model}"
        self.scale: Scale | None = None
        self._url = base_url.rstrip("/") + "/embeddings"
        self._model = model
        self._headers = {"Authorization": f"Bearer {api_key}"} if api_key else {}
        self._policies = {
            kind: OutboundPolicy(
                only_hosts=frozenset({host_of(base_url)}),
                local_hosts=local_hosts,
                max_bytes=_MAX_REPLY_BYTES,
                max_seconds=seconds,
            )
            for kind, seconds in (
                ("passage", timeout_s),
                ("query", min(timeout_s, _QUESTION_SECONDS)),
            )
        }

    async def embed(self, texts: Sequence[str], kind: Kind) -> Vectors:
        """See `Embedder`; these endpoints make no difference between kinds."""
        if self._redact:
            texts = _redacted(texts)
        batches = [texts[start : start + _BATCH] for start in range(0, len(texts), _BATCH)]
        async with client_for(self._policies[kind]) as client:
            parts = [await self._batch(client, batch) for batch in batches]
        return normalised(np.concatenate(parts)) if parts else np.zeros((0, 0), np.float32)

    async def _batch(self, client: httpx2.AsyncClient, texts: Sequence[str]) -> Vectors:
        body = {"model": self._model, "input": list(texts), "encoding_format": "float"}
        try:
            response = await client.post(self._url, json=body, headers=self._headers)
        except httpx2.TimeoutException as error:
            raise ModelError(FailureCode.TIMEOUT) from error
        except httpx2.ConnectError as error:
            refused = refusal_in(error)
            code = FailureCode.BLOCKED if refused else FailureCode.UNREACHABLE
            raise ModelError(code, detail=str(refused or "")) from error
        except httpx2.HTTPError as error:
            raise ModelError(FailureCode.MALFORMED, detail=type(error).__name__) from error
        if response.status_code != 200:
            raise _status_error(response)
        return _vectors_of(response, len(texts))


def normalised(vectors: Vectors) -> Vectors:
    """The vectors scaled to length 1; a zero vector stays zero."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: Vectors = (vectors / np.maximum(lengths, 1e-12)).astype(np.float32)
    return scaled


def embed_now(embedder: Embedder, texts: Sequence[str], kind: Kind) -> Vectors:
    """`embed` for a caller without an event loop, such as a job."""
    if isinstance(embedder, LocalEmbedder):
        return embedder.embed_here(texts, kind)

    async def run() -> Vectors:
        try:
            return await embedder.embed(texts, kind)
        finally:
            await close_clients()

    return asyncio.run(run())


def builtin_embedder() -> "OnnxEmbedder | None":
    """The model that the product brings; None when this copy was made without it."""
    return model_in(SENTENCE_MODEL)


@lru_cache(maxsize=2)
def model_in(folder: Path) -> "OnnxEmbedder | None":
    """The product's model in a folder, made once a process."""
    from netz.ai.onnx import OnnxEmbedder

    try:
        return OnnxEmbedder(folder, source="netz")
    except ModelError:
        return None


def embedder_from(setting: str, model: str = "", api_key: str = "") -> Embedder | None:
    """The embedder that an installation's setting names; None for `off`.

    Empty for the built-in model, `onnx:/folder` for another local one, otherwise an endpoint's
    base URL, which may be a private address. Raises `ModelError`.
    """
    if not setting:
        return builtin_embedder()
    if setting == "off":
        return None
    if setting.startswith("onnx:"):
        from netz.ai.onnx import OnnxEmbedder

        return OnnxEmbedder(setting.removeprefix("onnx:"))
    return EndpointEmbedder(setting, model, api_key, local_hosts=frozenset({host_of(setting)}))


def _redacted(texts: Sequence[str]) -> list[str]:
    """The texts without identifiers; each numbers its own, so none depends on its neighbours."""
    redacted, counts = [], Counter[str]()
    for text in texts:
        redactor = Redactor()
        redacted.append(redactor.redact(text))
        counts.update(redactor.counts)
    if counts:
        log.info("embeddings redacted", texts=len(texts), replaced=dict(counts))
    return redacted


def _status_error(response: httpx2.Response) -> ModelError:
    default = FailureCode.UNAVAILABLE if response.status_code >= 500 else FailureCode.REJECTED
    wait = response.headers.get("retry-after", "")
    return ModelError(
        _CODES.get(response.status_code, default),
        retry_after=float(wait) if wait.isdigit() else None,
        detail=f"status {response.status_code}",
    )


def _vectors_of(response: httpx2.Response, expected: int) -> Vectors:
    try:
        rows = sorted(response.json()["data"], key=lambda row: int(row["index"]))
        vectors = np.array([row["embedding"] for row in rows], dtype=np.float32)
        indexes = [int(row["index"]) for row in rows]
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(FailureCode.MALFORMED, detail="not an embeddings reply") from error
    if indexes != list(range(expected)) or vectors.ndim != 2 or not np.isfinite(vectors).all():
        raise ModelError(FailureCode.MALFORMED, detail=f"{len(rows)} vectors for {expected} texts")
    return vectors

"""Embeddings from an ONNX model in a local folder: `model.onnx` and `tokenizer.json`."""

import asyncio
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np

from netz.ai.embeddings import Kind, Scale, Vectors, normalised
from netz.ai.errors import FailureCode, ModelError

_MAX_TOKENS = 256
_TITLE = 200  # characters
_BATCH_TOKENS = 1024  # padding included: bounds what a run holds in memory
_BATCH_TEXTS = 64
_FILES = ("model.onnx", "tokenizer.json")
_PROMPTS, _USE = "config_sentence_transformers.json", "use.json"


@dataclass(frozen=True, slots=True)
class _Model:
    tokenizer: Any
    session: Any
    inputs: frozenset[str]
    pad: int
    prompts: dict[str, str]


class OnnxEmbedder:
    """Mean-pooled, normalised embeddings of a local sentence-embedding model.

    Prompts such as E5's "query: " are taken from `config_sentence_transformers.json` when the
    folder has one. `use.json`, which the product's own model has, says what a passage's first
    line counts beside the whole (`first_line`), how many `tokens` of a text are read, and the
    `scale` of its cosines. The name comes from the files' content, so that the same model has the
    same name wherever it lies. Raises `ModelError` when the folder holds no model. The model
    itself is loaded by the first text: its threads must not be there yet when a process forks.
    """

    def __init__(self, folder: str | Path, *, source: str = "onnx") -> None:
        self._folder = Path(folder)
        if not all((self._folder / name).is_file() for name in _FILES):
            raise ModelError(FailureCode.NOT_FOUND, detail=f"no model in {self._folder}")
        self.name = f"{source}/{_content_hash(self._folder)}"
        use = _read(self._folder / _USE)
        self.scale: Scale | None = tuple(use["scale"]) if "scale" in use else None
        self._first_line = float(use.get("first_line", 0.0))
        self._loading = Lock()
        self._model: _Model | None = None

    @property
    def size_bytes(self) -> int:
        """How large the model and its tokenizer are."""
        return sum((self._folder / name).stat().st_size for name in _FILES)

    async def embed(self, texts: Sequence[str], kind: Kind) -> Vectors:
        """See `Embedder`. Runs in a thread: the event loop stays free."""
        return await asyncio.to_thread(self.embed_here, texts, kind)

    def embed_here(self, texts: Sequence[str], kind: Kind) -> Vectors:
        """`embed` in this thread."""
        if not texts:
            return np.zeros((0, 0), np.float32)
        if kind == "query" or not self._first_line:
            return self._embed(texts, kind)
        # A title is the shortest form of what a passage answers; in the mean over all words it
        # would hardly be heard.
        lines = list(dict.fromkeys(_title(text) for text in texts))
        titles = dict(zip(lines, self._embed(lines, kind), strict=True))
        above: Vectors = np.array([titles[_title(text)] for text in texts], dtype=np.float32)
        return normalised(self._embed(texts, kind) + np.float32(self._first_line) * above)

    def _embed(self, texts: Sequence[str], kind: Kind) -> Vectors:
        model = self._loaded()
        prompt = model.prompts.get(kind, "")
        tokens = [
            encoding.ids for encoding in model.tokenizer.encode_batch([prompt + t for t in texts])
        ]
        # Texts of a length together: padding is computed like words.
        order = sorted(range(len(tokens)), key=lambda place: len(tokens[place]))
        found = np.concatenate(
            [_run(model, [tokens[place] for place in batch]) for batch in _batches(order, tokens)]
        )
        vectors = np.empty_like(found)
        vectors[order] = found
        return normalised(vectors)

    def _loaded(self) -> _Model:
        with self._loading:
            if self._model is None:
                self._model = _load(self._folder)
            return self._model


def _load(folder: Path) -> _Model:
    # The libraries take most of a second to import; and texts are few: threads of the tokenizer
    # would only be in the way of a later fork.
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    import onnxruntime
    from tokenizers import Tokenizer

    try:
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"),
            _options(onnxruntime.SessionOptions()),
            providers=["CPUExecutionProvider"],
        )
    except Exception as error:  # both libraries raise their own and bare exceptions
        raise ModelError(FailureCode.NOT_FOUND, detail=f"no usable model in {folder}") from error
    pad = (tokenizer.padding or {}).get("pad_id", 0)
    tokenizer.no_padding()
    tokenizer.enable_truncation(int(_read(folder / _USE).get("tokens", _MAX_TOKENS)))
    inputs = frozenset(given.name for given in session.get_inputs())
    prompts = _prompts(folder / _PROMPTS)
    return _Model(tokenizer, session, inputs, pad, prompts)


def _options(options: Any) -> Any:
    options.intra_op_num_threads = max(1, min(4, os.cpu_count() or 2))
    options.inter_op_num_threads = 1
    # Threads wait busily inside a run, which is half as fast again, and sleep once it is over.
    options.add_session_config_entry("session.force_spinning_stop", "1")
    options.log_severity_level = 3
    return options


def _batches(order: Sequence[int], tokens: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The places, given from the shortest to the longest, in batches of a bounded size."""
    batch: list[int] = []
    for place in order:
        if batch and (
            len(batch) >= _BATCH_TEXTS or (len(batch) + 1) * len(tokens[place]) > _BATCH_TOKENS
        ):
            yield batch
            batch = []
        batch.append(place)
    yield batch


def _run(model: _Model, tokens: Sequence[Sequence[int]]) -> Vectors:
    longest = max(1, max(map(len, tokens)))
    ids = np.full((len(tokens), longest), model.pad, dtype=np.int64)
    mask = np.zeros_like(ids)
    for row, each in enumerate(tokens):
        ids[row, : len(each)] = each
        mask[row, : len(each)] = 1
    given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(mask)}
    wanted = {name: value for name, value in given.items() if name in model.inputs}
    try:
        output: Vectors = model.session.run(None, wanted)[0]
    except Exception as error:  # the library's own exceptions share no base
        raise ModelError(FailureCode.MALFORMED, detail=str(error)[:200]) from error
    if output.ndim == 2:  # the model pools by itself
        return output
    weights = mask[:, :, None].astype(np.float32)
    pooled: Vectors = (output * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), 1.0)
    return pooled


def _content_hash(folder: Path) -> str:
    """Twelve hexadecimal digits of what decides about the vectors."""
    found = sha256()
    for name in (*_FILES, _PROMPTS, _USE):
        path = folder / name
        if path.is_file():
            found.update(sha256(path.read_bytes()).digest())
    return found.hexdigest()[:12]


def _title(text: str) -> str:
    """A passage's first line, as far as a title goes."""
    return text.split("\n", 1)[0][:_TITLE]


def _read(path: Path) -> dict[str, Any]:
    """A file of settings; nothing when there is none."""
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found


def _prompts(path: Path) -> dict[str, str]:
    """The prompt of each kind; models name the passage's "passage" or "document"."""
    named = _read(path).get("prompts") or {}
    passage = named.get("passage") or named.get("document") or ""
    return {"query": named.get("query") or "", "passage": passage}

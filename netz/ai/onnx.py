"""Embeddings from an ONNX model in a local folder: `model.onnx` and `tokenizer.json`."""

import asyncio
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from netz.ai.embeddings import Kind, Vectors, normalised
from netz.ai.errors import FailureCode, ModelError

_BATCH = 32
_MAX_TOKENS = 512


class OnnxEmbedder:
    """Mean-pooled, normalised embeddings of a local sentence-embedding model.

    Prompts such as E5's "query: " are taken from `config_sentence_transformers.json` when the
    folder has one. Raises `ModelError` when the folder holds no usable model.
    """

    def __init__(self, folder: str | Path) -> None:
        path = Path(folder)
        try:
            self._tokenizer = Tokenizer.from_file(str(path / "tokenizer.json"))
            self._session = onnxruntime.InferenceSession(
                str(path / "model.onnx"), _options(), providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # both libraries raise their own and bare exceptions
            raise ModelError(FailureCode.NOT_FOUND, detail=f"no model in {path}") from error
        self.name = f"onnx/{path.name}"
        self._tokenizer.enable_truncation(_MAX_TOKENS)
        pad = self._tokenizer.padding or {}
        self._tokenizer.enable_padding(
            pad_id=pad.get("pad_id", 0), pad_token=pad.get("pad_token", "[PAD]")
        )
        self._inputs = {given.name for given in self._session.get_inputs()}
        self._prompts = _prompts(path / "config_sentence_transformers.json")

    async def embed(self, texts: Sequence[str], kind: Kind) -> Vectors:
        """See `Embedder`. Runs in a thread: the event loop stays free."""
        return await asyncio.to_thread(self._embed, texts, kind)

    def _embed(self, texts: Sequence[str], kind: Kind) -> Vectors:
        prompt = self._prompts.get(kind, "")
        prompted = [prompt + text for text in texts]
        parts = [
            self._batch(prompted[start : start + _BATCH])
            for start in range(0, len(prompted), _BATCH)
        ]
        return normalised(np.concatenate(parts)) if parts else np.zeros((0, 0), np.float32)

    def _batch(self, texts: list[str]) -> Vectors:
        encodings = self._tokenizer.encode_batch(texts)
        mask = np.array([encoding.attention_mask for encoding in encodings], dtype=np.int64)
        given = {
            "input_ids": np.array([encoding.ids for encoding in encodings], dtype=np.int64),
            "attention_mask": mask,
            "token_type_ids": np.zeros_like(mask),
        }
        wanted = {name: value for name, value in given.items() if name in self._inputs}
        output: Vectors = self._session.run(None, wanted)[0]
        if output.ndim == 2:  # the model pools by itself
            return output
        weights = mask[:, :, None].astype(np.float32)
        pooled: Vectors = (output * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), 1.0)
        return pooled


def _options() -> Any:
    options = onnxruntime.SessionOptions()
    # Leaves a core to the requests; more threads gain little on short texts.
    options.intra_op_num_threads = max(1, min(4, (os.cpu_count() or 2) - 1))
    options.log_severity_level = 3
    return options


def _prompts(path: Path) -> dict[str, str]:
    """The prompt of each kind; models name the passage's "passage" or "document"."""
    try:
        named = json.loads(path.read_text(encoding="utf-8")).get("prompts") or {}
    except (OSError, ValueError):
        return {}
    passage = named.get("passage") or named.get("document") or ""
    return {"query": named.get("query") or "", "passage": passage}

"""Writes a tiny sentence-embedding model: a lookup table as ONNX, and its word tokenizer.

The ONNX file is a protocol buffer with one node, `Gather(table, input_ids)`; its few fields are
encoded here by hand, so that tests need neither the onnx package nor a downloaded model.
"""

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

_FLOAT, _INT64 = 1, 7


def write_model(
    folder: Path,
    table: dict[str, list[float]],
    prompts: dict[str, str] | None = None,
    *,
    pooled: bool = False,
) -> None:
    """A model whose word vectors are `table`; unknown words have the vector of "[UNK]".

    A `pooled` one gives the first word's vector for the whole text.
    """
    words = ["[PAD]", *table]
    vectors = np.array([np.full(len(table["[UNK]"]), 9.0), *table.values()], dtype=np.float32)
    tokenizer = Tokenizer(WordLevel({w: i for i, w in enumerate(words)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "model.onnx").write_bytes(_model(vectors, pooled))
    if prompts is not None:
        config = folder / "config_sentence_transformers.json"
        config.write_text(json.dumps({"prompts": prompts}))


def _model(table: NDArray[np.float32], pooled: bool) -> bytes:
    words = "words" if pooled else "output"
    nodes = [_gather("table", "input_ids", words)]
    weights = [_tensor("table", _FLOAT, table.shape, table.tobytes())]
    shape: list[str | int] = ["batch", "tokens", table.shape[1]]
    if pooled:
        nodes.append(_gather("words", "first", "output", axis=1))
        weights.append(_tensor("first", _INT64, (), bytes(8)))
        shape.remove("tokens")
    graph = (
        b"".join(_bytes(1, node) for node in nodes)
        + _text(2, "lookup")
        + b"".join(_bytes(5, weight) for weight in weights)
        + _bytes(11, _value("input_ids", _INT64, ["batch", "tokens"]))
        + _bytes(12, _value("output", _FLOAT, shape))
    )
    return _number(1, 8) + _bytes(7, graph) + _bytes(8, _text(1, "") + _number(2, 17))


def _gather(data: str, indices: str, output: str, axis: int = 0) -> bytes:
    attribute = _text(1, "axis") + _number(3, axis) + _number(20, 2)
    names = _text(1, data) + _text(1, indices) + _text(2, output)
    return names + _text(4, "Gather") + _bytes(5, attribute)


def _tensor(name: str, kind: int, shape: tuple[int, ...], data: bytes) -> bytes:
    sizes = b"".join(_number(1, size) for size in shape)
    return sizes + _number(2, kind) + _text(8, name) + _bytes(9, data)


def _value(name: str, kind: int, shape: list[str | int]) -> bytes:
    sizes = b"".join(
        _bytes(1, _text(2, size) if isinstance(size, str) else _number(1, size)) for size in shape
    )
    return _text(1, name) + _bytes(2, _bytes(1, _number(1, kind) + _bytes(2, sizes)))


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _text(field: int, value: str) -> bytes:
    return _bytes(field, value.encode())


def _bytes(field: int, value: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(value)) + value


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])

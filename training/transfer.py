"""Starts the student's word vectors from the teacher's, French words from their translations.

A French piece begins as the mean of the English pieces that it is aligned with (IBM model 1,
Brown et al. 1993), so that the teacher's layers read French word by word from the first step; the
idea of WECHSEL (Minixhofer et al. 2022), with alignments in place of a dictionary.
"""

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from scipy import sparse
from tokenizers import Tokenizer
from torch import Tensor

from training.vocabulary import SPECIAL

Ids = Sequence[Sequence[int]]


def align(french: Ids, english: Ids, sizes: tuple[int, int], rounds: int = 4) -> sparse.csr_matrix:
    """How likely each French piece (row) is to become each English one, by expectation
    maximisation over sentence pairs; order inside the sentence plays no part."""
    f, e, groups = [], [], []
    word = 0
    for left, right in zip(french, english, strict=True):
        source, target = np.array(sorted(set(left))), np.array(sorted(set(right)))
        f.append(np.tile(source, len(target)))
        e.append(np.repeat(target, len(source)))
        groups.append(np.repeat(np.arange(word, word + len(target), dtype=np.int32), len(source)))
        word += len(target)
    rows, columns, group = (np.concatenate(parts) for parts in (f, e, groups))
    cells = rows.astype(np.int64) * sizes[1] + columns
    keys, places = np.unique(cells, return_inverse=True)
    places = places.astype(np.int32)
    owner = (keys // sizes[1]).astype(np.int32)
    chance = np.ones(len(keys), dtype=np.float32)
    for _ in range(rounds):
        given = chance[places]
        given /= np.bincount(group, given, minlength=word).astype(np.float32)[group]
        counts = np.bincount(places, given, minlength=len(keys))
        chance = (counts / np.bincount(owner, counts, minlength=sizes[0])[owner]).astype(np.float32)
    return sparse.csr_matrix((chance, (owner, keys % sizes[1])), shape=sizes)


def begin(
    student: Tokenizer,
    teacher: Tokenizer,
    words: Tensor,
    aligned: sparse.csr_matrix,
    french: NDArray[np.float64],
    english: NDArray[np.float64],
) -> Tensor:
    """The student's first word vectors: `(pieces, size)`.

    `french` and `english` count the student's pieces in each language: a piece of both (such as
    "chat") is a mixture in that proportion.
    """
    own = np.stack([_pieced(piece, teacher, words) for piece in _pieces(student)])
    sharp = aligned.copy()
    sharp.data = np.where(sharp.data >= 0.05, sharp.data, 0) ** 1.5
    total = np.asarray(sharp.sum(axis=1)).ravel()
    translated = np.asarray(sharp @ words.numpy()) / np.maximum(total, 1e-9)[:, None]
    share = np.where(total > 0, french / np.maximum(french + english, 1), 0.0)[:, None]
    mixed = share * translated + (1 - share) * own
    # A mean of several vectors is shorter than they are; the layers expect their length.
    usual = float(np.linalg.norm(words.numpy(), axis=1).mean())
    lengths = np.linalg.norm(mixed, axis=1, keepdims=True)
    mixed *= np.maximum(lengths, 0.8 * usual) / np.maximum(lengths, 1e-6)
    for place, sign in enumerate(SPECIAL):
        mixed[place] = words[teacher.token_to_id(sign)].numpy()
    return torch.from_numpy(mixed.astype(np.float32))


def _pieces(student: Tokenizer) -> list[str]:
    found = student.get_vocab()
    return sorted(found, key=found.__getitem__)


def _pieced(piece: str, teacher: Tokenizer, words: Tensor) -> NDArray[np.float32]:
    """The mean of the teacher's pieces of this one."""
    inside = piece.startswith("##")
    same = teacher.token_to_id(piece)
    if same is not None:
        return words[same].numpy()
    ids = teacher.encode(piece.removeprefix("##"), add_special_tokens=False).ids
    if inside and len(ids) == 1:
        return words[ids[0]].numpy() * np.float32(0.7)
    mean: NDArray[np.float32] = words[ids].numpy().mean(axis=0) if ids else words[100].numpy()
    return mean

"""The kinds of student that are compared, and how each one begins and learns."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import nn

from training import vocabulary
from training.encoder import Bag, Encoder, from_teacher, teacher_folder
from training.prepare import Prepared, first_words


@dataclass(frozen=True, slots=True)
class Candidate:
    """A student: layers of the teacher that it keeps (none: a bag), and its learning rates.

    `own_words`: with the French and English vocabulary, else with the teacher's English one.
    """

    layers: Sequence[int]
    own_words: bool
    words_rate: float
    rate: float
    sentences: int  # of a batch in the first stage
    questions: int  # of a batch in the second


CANDIDATES = {
    # Leaving out the second layer costs nothing that the development questions show; leaving out
    # the last one or two costs half of what the teacher knows.
    "product": Candidate((0, 2, 3, 4, 5), True, 3e-4, 1e-4, 96, 48),
    "tall": Candidate(range(6), True, 3e-4, 1e-4, 96, 48),
    "bag": Candidate((), True, 5e-4, 0.0, 512, 512),
    "teacher": Candidate(range(6), False, 1e-4, 1e-4, 96, 48),
}


def untrained(candidate: Candidate, prepared: Prepared, work: Path) -> Encoder | Bag:
    """The student before its first lesson."""
    if not candidate.own_words:
        return from_teacher(teacher_folder(), candidate.layers)
    words = first_words(prepared, work, outer=not candidate.layers)
    if not candidate.layers:
        bag = Bag(len(words))
        bag.words.weight.data.copy_(words)
        return bag
    model = from_teacher(teacher_folder(), candidate.layers)
    model.words = nn.Embedding.from_pretrained(words, freeze=False, padding_idx=vocabulary.PAD)
    return model


def tokenizer_of(candidate: Candidate, prepared: Prepared) -> Tokenizer:
    """The word pieces that the student reads."""
    if candidate.own_words:
        return prepared.tokenizer
    return vocabulary.load(teacher_folder() / "tokenizer.json")


def trained(model: Encoder | Bag, *states: Path) -> Encoder | Bag:
    """The student as a stage left it; of several (one named twice counts twice) their mean."""
    found = [torch.load(state, weights_only=True)["model"] for state in states]
    mean = {key: sum(each[key] for each in found) / len(found) for key in found[0]}
    model.load_state_dict(mean)
    return model

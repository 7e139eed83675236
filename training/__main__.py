"""`python -m training STEP --data DIR --work DIR`: see README.md.

Steps: `all` runs distil, contrast, settle and export; each keeps what it made under `--work` and
goes on from there, also in the middle of a stage.
"""

from __future__ import annotations

import argparse
import itertools
import random
import resource
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training import contrast, distil, measure
from training.candidates import CANDIDATES, Candidate, tokenizer_of, trained, untrained
from training.data import read_matches
from training.encoder import Bag, Encoder, encode_all
from training.export import export
from training.learning import Budget, learn
from training.prepare import SEED, Prepared, prepare
from training.vocabulary import encode

_SETTLING = 0.6  # of the rates of the first stage
_REPLAY = 4  # every fourth batch of the second stage is one of the first: nothing is unlearnt


@dataclass
class Run:
    """One student's way from the data to the file."""

    options: argparse.Namespace

    @cached_property
    def prepared(self) -> Prepared:
        """See `prepare`."""
        given = self.options
        return prepare(given.data, given.work, given.pieces, given.pairs)

    def distil(self) -> None:
        """The first stage."""
        self._distil("distil", self._begin(), self._budget(0), SEED)

    def settle(self) -> None:
        """The third stage: between what the first two left, and on from there as in the first.

        The second one brings questions and passages together and loses some of what the teacher
        knows; the mean keeps most of both.
        """
        first, second = self._state("distil"), self._state("contrast")
        model = trained(self._begin(), first, first, second)
        self._distil("settle", model, self._budget(2), SEED + 1)

    def _distil(self, stage: str, model: Encoder | Bag, budget: Budget, seed: int) -> None:
        lessons, rng = self._lessons(), random.Random(seed)
        size = self._candidate.sentences

        def losses() -> Iterator[Tensor]:
            return distil.distillation(model, lessons, rng, size)

        learn(self._name(stage), model, losses, budget, self.options.work)

    def contrast(self) -> None:
        """The second stage."""
        model = trained(self._begin(), self._state("distil"))
        rng, tokenizer = random.Random(SEED), self._tokenizer
        chosen = contrast.choose(read_matches(self.options.data), rng)
        given, lessons = contrast.course(chosen, tokenizer), self._lessons()
        print(f"  {len(chosen)} questions with passages", flush=True)
        size = min(self._candidate.questions, len(chosen))

        def losses() -> Iterator[Tensor]:
            main = contrast.contrastive(model, given, tokenizer, rng, size)
            replay = distil.distillation(model, lessons, rng, self._candidate.sentences)
            for step in itertools.count(1):
                yield next(main if step % _REPLAY else replay)

        learn(self._name("contrast"), model, losses, self._budget(1), self.options.work)

    def export(self) -> None:
        """The files that the product reads."""
        path = export(self._model(), self._tokenizer, self.options.out)
        print(f"  {path}: {path.stat().st_size / 1e6:.1f} MB", flush=True)

    def measure(self) -> None:
        """nDCG@10 by meaning alone, of the last state there is."""
        model = self._model()

        def vectors(texts: list[str]) -> measure.Vectors:
            return encode_all(model, encode(self._tokenizer, list(texts), 256), 16).numpy()

        for name, questions in measure.SETS.items():
            found = measure.measure(vectors, self.options.sets / name, questions)
            print(measure.line(name, found), flush=True)

    @property
    def _candidate(self) -> Candidate:
        return CANDIDATES[self.options.model]

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        return tokenizer_of(self._candidate, self.prepared)

    def _lessons(self) -> distil.Lessons:
        return distil.lessons(self._tokenizer, self.prepared.pairs, self.prepared.vectors)

    def _begin(self) -> Encoder | Bag:
        torch.manual_seed(SEED)
        return untrained(self._candidate, self.prepared, self.options.work)

    def _model(self) -> Encoder | Bag:
        """The student as the last stage left it; before the first one as it begins."""
        for stage in ("settle", "contrast", "distil"):
            if self._state(stage).exists():
                return trained(self._begin(), self._state(stage))
        return self._begin()

    def _name(self, stage: str) -> str:
        return f"{self.options.model}-{stage}"

    def _state(self, stage: str) -> Path:
        path: Path = self.options.work / f"{self._name(stage)}.state"
        return path

    def _budget(self, stage: int) -> Budget:
        seconds = 60 * self.options.minutes[stage]
        share = _SETTLING if stage == 2 else 1.0
        return Budget(seconds, share * self._candidate.words_rate, share * self._candidate.rate)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("step", choices=[*_STEPS, "all"])
    parser.add_argument("--data", type=Path, required=True, help="the sentence pairs")
    parser.add_argument("--work", type=Path, default=Path("var/training"))
    parser.add_argument("--out", type=Path, default=Path("var/training/model"))
    parser.add_argument("--sets", type=Path, help="folder of the question sets, for `measure`")
    parser.add_argument("--model", choices=CANDIDATES, default="product")
    parser.add_argument("--minutes", type=float, nargs=3, default=(14, 38, 14), help="by stage")
    parser.add_argument("--pieces", type=int, default=32_000, help="of the vocabulary")
    parser.add_argument("--pairs", type=int, default=200_000, help="sentence pairs at most")
    return parser.parse_args()


_STEPS = ("distil", "contrast", "settle", "export", "measure")


def main() -> None:
    """Runs a step, or all that make the model, and prints what it cost."""
    options = _options()
    run = Run(options)
    for step in _STEPS[:-1] if options.step == "all" else (options.step,):
        started = time.monotonic()
        print(f"{step}:", flush=True)
        getattr(run, step)()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        print(f"  {time.monotonic() - started:.0f} s, at most {peak:.1f} GB in all", flush=True)


if __name__ == "__main__":
    main()

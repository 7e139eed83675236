"""What every stage shares: a time budget, a learning rate that falls with it, and resuming."""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

SAVE_EVERY = 120.0  # seconds
_WARM_UP = 0.03  # of the budget


@dataclass(frozen=True, slots=True)
class Budget:
    """How long a stage trains, and how fast it learns: the pieces' vectors and all the rest."""

    seconds: float
    words_rate: float
    rate: float


def learn(
    name: str, model: nn.Module, losses: Callable[[], Iterator[Tensor]], budget: Budget, work: Path
) -> None:
    """Follows the losses until the budget is spent; goes on where an earlier run stopped.

    The state is kept every two minutes in `work/NAME.state`; what is lost by a stop is less.
    """
    words = [value for key, value in model.named_parameters() if key.startswith("words.")]
    rest = [value for key, value in model.named_parameters() if not key.startswith("words.")]
    groups = [{"params": words, "lr": budget.words_rate, "weight_decay": 0.0}]
    groups += [{"params": rest, "lr": budget.rate, "weight_decay": 0.01}] if rest else []
    optimiser = torch.optim.AdamW(groups, fused=True)
    peaks = [group["lr"] for group in optimiser.param_groups]
    path = work / f"{name}.state"
    spent, step = _resume(path, model, optimiser)
    saved = shown = started = time.monotonic() - spent
    saved = shown = time.monotonic()
    mean = 0.0
    model.train()
    for loss in losses():
        spent = time.monotonic() - started
        if spent >= budget.seconds:
            break
        done = spent / budget.seconds
        for group, peak in zip(optimiser.param_groups, peaks, strict=True):
            group["lr"] = peak * min(done / _WARM_UP, 1.0) * max(1.0 - done, 0.02)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        step += 1
        mean = loss.item() if not mean else 0.98 * mean + 0.02 * loss.item()
        if time.monotonic() - shown > 30:
            shown = time.monotonic()
            print(f"  {name}: {spent:5.0f} s  step {step}  loss {mean:.4f}", flush=True)
        if time.monotonic() - saved > SAVE_EVERY:
            saved = time.monotonic()
            _save(path, model, optimiser, spent, step)
    _save(path, model, optimiser, spent, step)
    model.eval()
    print(f"  {name}: done after {spent:.0f} s and {step} steps, loss {mean:.4f}", flush=True)


def batches(lengths: Sequence[int], size: int, rng: random.Random) -> Iterator[list[int]]:
    """Places of rows of like length, for ever, in a new order each time round."""
    while True:
        order = list(range(len(lengths)))
        rng.shuffle(order)
        step = size * 40
        groups = []
        for start in range(0, len(order), step):
            part = sorted(order[start : start + step], key=lengths.__getitem__)
            groups += [part[at : at + size] for at in range(0, len(part), size)]
        rng.shuffle(groups)
        yield from (group for group in groups if len(group) > 1)


def _resume(path: Path, model: nn.Module, optimiser: torch.optim.Optimizer) -> tuple[float, int]:
    if not path.exists():
        return 0.0, 0
    state = torch.load(path, weights_only=True)
    model.load_state_dict(state["model"])
    optimiser.load_state_dict(state["optimiser"])
    print(f"  going on after {state['spent']:.0f} s", flush=True)
    return float(state["spent"]), int(state["step"])


def _save(
    path: Path, model: nn.Module, optimiser: torch.optim.Optimizer, spent: float, step: int
) -> None:
    state = {
        "model": model.state_dict(),
        "optimiser": optimiser.state_dict(),
        "spent": spent,
        "step": step,
    }
    torch.save(state, path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)

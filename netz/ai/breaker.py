"""Circuit breakers: a model that keeps failing rests for a while, then one call tries it."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Literal

from netz.ai.errors import FailureCode, ModelError
from netz.ai.specs import ChatModelSpec

State = Literal["closed", "open", "half_open"]
Clock = Callable[[], float]

_FAILURES_TO_OPEN = 3
_FIRST_DELAY_S = 5.0
_LONGEST_DELAY_S = 300.0
_MOST_BREAKERS = 2000

# These say something about the question, not about the model's health.
_NOT_COUNTED = frozenset({FailureCode.REFUSED, FailureCode.TOO_LONG, FailureCode.REJECTED})
# Another try a second later cannot help: open at once.
_OPEN_AT_ONCE = frozenset(
    {
        FailureCode.AUTH,
        FailureCode.QUOTA,
        FailureCode.NOT_FOUND,
        FailureCode.BLOCKED,
        FailureCode.RATE_LIMITED,
    }
)


class Breaker:
    """One model's breaker; safe to use from several threads.

    `acquire` asks whether a call may go out; each granted call ends in exactly one of
    `succeeded`, `failed` or `released`.
    """

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._delay = 0.0
        self._open_until: float | None = None
        self._trial = False

    @property
    def state(self) -> State:
        """ "closed": calls go out; "open": none; "half_open": one trial call may or does."""
        with self._lock:
            return self._state()

    @property
    def retry_in_s(self) -> float:
        """Seconds until a trial call is granted; 0 when one is now."""
        with self._lock:
            return max(0.0, (self._open_until or 0.0) - self._clock())

    def acquire(self) -> bool:
        """Whether a call may go out now. When half open, one at a time."""
        with self._lock:
            state = self._state()
            if state == "closed":
                return True
            if state == "open" or self._trial:
                return False
            self._trial = True
            return True

    def succeeded(self) -> None:
        """The call went well: everything is forgotten."""
        with self._lock:
            self._failures, self._delay, self._open_until, self._trial = 0, 0.0, None, False

    def failed(self, failure: ModelError) -> None:
        """The call failed; opens the breaker when that is the third in a row, or final."""
        if failure.code in _NOT_COUNTED:
            self.released()
            return
        with self._lock:
            self._failures += 1
            was_trial, self._trial = self._trial, False
            if was_trial or failure.code in _OPEN_AT_ONCE or self._failures >= _FAILURES_TO_OPEN:
                self._open(failure.retry_after)

    def released(self) -> None:
        """The call was given up by its caller: it says nothing about the model."""
        with self._lock:
            self._trial = False

    def _open(self, retry_after: float | None) -> None:
        self._delay = min(self._delay * 2 or _FIRST_DELAY_S, _LONGEST_DELAY_S)
        # A provider's wish counts, within reason: a day-long one would look like a dead model.
        wait = max(self._delay, min(retry_after or 0.0, 2 * _LONGEST_DELAY_S))
        self._open_until = self._clock() + wait

    def _state(self) -> State:
        if self._open_until is None:
            return "closed"
        return "open" if self._clock() < self._open_until else "half_open"


class Breakers:
    """The breakers of this process, one per workspace and model; the longest unused are dropped."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._by_key: OrderedDict[Hashable, Breaker] = OrderedDict()

    def of(self, spec: ChatModelSpec) -> Breaker:
        """The model's breaker. Changing address, model or key starts a fresh one."""
        key = (spec.workspace_id, spec.id, spec.base_url, spec.model, spec.api_key)
        with self._lock:
            breaker = self._by_key.setdefault(key, Breaker(self._clock))
            self._by_key.move_to_end(key)
            while len(self._by_key) > _MOST_BREAKERS:
                self._by_key.popitem(last=False)
            return breaker


BREAKERS = Breakers()

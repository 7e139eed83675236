"""A breaker opens on real trouble, waits longer each time, and lets one call try."""

import pytest

from netz.ai.breaker import Breaker, Breakers
from netz.ai.errors import FailureCode, ModelError
from netz.ai.specs import ChatModelSpec
from tests.ai.chain import Clock


def failure(code: FailureCode = FailureCode.TIMEOUT, wait: float | None = None) -> ModelError:
    return ModelError(code, retry_after=wait)


def test_three_failures_in_a_row_open_it_and_a_success_between_does_not() -> None:
    breaker = Breaker(Clock())
    for ends_well in (False, False, True, False, False):
        assert breaker.acquire()
        breaker.succeeded() if ends_well else breaker.failed(failure())
    assert breaker.state == "closed"
    breaker.failed(failure())
    assert (breaker.state, breaker.acquire()) == ("open", False)


@pytest.mark.parametrize(
    "code", [FailureCode.AUTH, FailureCode.QUOTA, FailureCode.NOT_FOUND, FailureCode.BLOCKED]
)
def test_what_a_second_try_cannot_mend_opens_it_at_once(code: FailureCode) -> None:
    breaker = Breaker(Clock())
    breaker.failed(failure(code))
    assert breaker.state == "open"


@pytest.mark.parametrize("code", [FailureCode.REFUSED, FailureCode.TOO_LONG, FailureCode.REJECTED])
def test_a_question_that_does_not_suit_the_model_never_opens_it(code: FailureCode) -> None:
    breaker = Breaker(Clock())
    for _ in range(10):
        breaker.failed(failure(code))
    assert breaker.state == "closed"


def test_the_wait_doubles_up_to_five_minutes() -> None:
    clock = Clock()
    breaker = Breaker(clock)
    breaker.failed(failure(FailureCode.AUTH))
    waits = []
    for _ in range(9):
        waits.append(breaker.retry_in_s)
        clock.now += breaker.retry_in_s
        assert breaker.acquire()
        breaker.failed(failure())
    assert waits == [5, 10, 20, 40, 80, 160, 300, 300, 300]


def test_half_open_lets_one_call_through_at_a_time() -> None:
    clock = Clock()
    breaker = Breaker(clock)
    breaker.failed(failure(FailureCode.AUTH))
    clock.now += 5
    assert (breaker.state, breaker.retry_in_s) == ("half_open", 0)
    assert [breaker.acquire() for _ in range(3)] == [True, False, False]
    breaker.released()
    assert breaker.acquire()
    breaker.succeeded()
    assert (breaker.state, breaker.acquire(), breaker.acquire()) == ("closed", True, True)


@pytest.mark.parametrize(("asked", "waited"), [(2.0, 5), (42.0, 42), (86_400.0, 600)])
def test_the_providers_wish_counts_within_reason(asked: float, waited: float) -> None:
    breaker = Breaker(Clock())
    breaker.failed(failure(FailureCode.RATE_LIMITED, asked))
    assert breaker.retry_in_s == waited


def test_the_oldest_breakers_are_dropped() -> None:
    breakers = Breakers(Clock())

    def spec(name: str) -> ChatModelSpec:
        return ChatModelSpec(name, name, "openai", "https://x.example", "m")

    breakers.of(spec("0")).failed(failure(FailureCode.AUTH))
    breakers.of(spec("1")).failed(failure(FailureCode.AUTH))
    for number in range(2, 2001):
        breakers.of(spec(str(number)))
    assert breakers.of(spec("1")).state == "open"
    assert breakers.of(spec("0")).state == "closed"  # forgotten, and fresh again

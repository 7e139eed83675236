"""The brake on guessing: what is free, how waits grow, and that nothing slips by."""

import secrets
import threading
import time

import pytest
from django.db import connection, transaction

from netz.core.brake import Brake, forget_old_attempts
from netz.core.errors import TooMany
from netz.core.models import BrakeCount

BRAKE = Brake("test", attempts=3, seconds=10, longest=60, memory=1000)


class Clock:
    """A clock that is set by hand."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = time.time()
        monkeypatch.setattr(time, "time", lambda: self.now)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def key() -> str:
    return secrets.token_hex(8)


def wait_of(brake: Brake, name: str) -> int:
    """How long the brake asks to wait; 0 when the attempt is taken."""
    try:
        brake.count(name)
    except TooMany as problem:
        return int(problem.headers["Retry-After"])
    return 0


def test_a_free_attempt_does_not_wait_for_one_whose_clock_was_read_later(clock: Clock) -> None:
    name = key()
    waits = []
    for _ in range(3):
        waits.append(wait_of(BRAKE, name))
        clock.now -= 0.01
    assert waits == [0, 0, 0]
    BRAKE.take_back(name)
    clock.now -= 0.01
    assert wait_of(BRAKE, name) == 0
    assert wait_of(BRAKE, name) > 0


def test_waits_grow_up_to_the_longest_one_and_end(clock: Clock) -> None:
    name, waits = key(), []
    for _ in range(3):
        assert wait_of(BRAKE, name) == 0
    for _ in range(5):
        waits.append(wait_of(BRAKE, name))
        clock.now += waits[-1]
        assert wait_of(BRAKE, name) == 0, "after the wait one attempt is taken"
    assert waits == [10, 20, 40, 60, 60]


def test_keys_and_brakes_do_not_share_their_counts(clock: Clock) -> None:
    name = key()
    for _ in range(3):
        BRAKE.count(name)
    assert wait_of(BRAKE, name) == 10
    assert wait_of(BRAKE, key()) == 0
    assert wait_of(Brake("other", attempts=3, seconds=10), name) == 0


def test_a_key_starts_afresh_after_a_quiet_time(clock: Clock) -> None:
    name = key()
    for _ in range(3):
        BRAKE.count(name)
    clock.now += 1000
    assert [wait_of(BRAKE, name) for _ in range(4)] == [0, 0, 0, 10]


def test_success_forgets_one_s_own_attempts_and_takes_one_of_many_back(clock: Clock) -> None:
    own, shared = key(), key()
    for _ in range(3):
        BRAKE.count(own)
        BRAKE.count(shared)
    BRAKE.forget(own)
    BRAKE.take_back(shared)
    assert [wait_of(BRAKE, own) for _ in range(4)] == [0, 0, 0, 10]
    assert [wait_of(BRAKE, shared) for _ in range(2)] == [0, 10]


def test_attempts_at_the_same_moment_do_not_slip_by() -> None:
    name, taken = key(), []
    gate = threading.Barrier(20)

    def attempt() -> None:
        gate.wait()
        try:
            taken.append(wait_of(BRAKE, name) == 0)
        finally:
            connection.close()

    threads = [threading.Thread(target=attempt) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == [False] * 17 + [True] * 3


def test_a_count_inside_a_transaction_is_refused() -> None:
    with transaction.atomic(), pytest.raises(RuntimeError):
        BRAKE.count(key())


def test_what_no_brake_looks_at_is_removed(clock: Clock) -> None:
    BRAKE.count(key())
    kept = BrakeCount.objects.count()
    clock.now += 1001
    forget_old_attempts()
    assert BrakeCount.objects.count() < kept

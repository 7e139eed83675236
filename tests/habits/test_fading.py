"""How habits fade."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from netz.habits.fading import FORGOTTEN_AFTER, HALF_LIFE, faded, used_again

NOW = datetime(2026, 3, 12, tzinfo=UTC)
AGES = st.timedeltas(min_value=timedelta(), max_value=timedelta(days=1000))


def test_a_weight_halves_with_every_half_life() -> None:
    assert faded(8, NOW, NOW + HALF_LIFE) == 4
    assert faded(8, NOW, NOW + 3 * HALF_LIFE) == 1
    assert faded(1, NOW, NOW + FORGOTTEN_AFTER) == 1 / 64


@given(weight=st.floats(0, 1e6), one=AGES, more=AGES)
def test_time_only_takes_away_and_in_steps_as_at_once(
    weight: float, one: timedelta, more: timedelta
) -> None:
    then = faded(weight, NOW, NOW + one)
    assert 0 <= then <= weight
    in_steps = faded(then, NOW + one, NOW + one + more)
    assert abs(in_steps - faded(weight, NOW, NOW + one + more)) <= 1e-6 * (1 + weight)


@given(first=AGES, second=AGES)
def test_the_order_in_which_acts_are_told_makes_no_difference(
    first: timedelta, second: timedelta
) -> None:
    def after(*acts: timedelta) -> float:
        weight, since = 0.0, NOW + acts[0]
        for act in acts:
            weight, since = used_again(weight, since, NOW + act)
        return faded(weight, since, NOW + timedelta(days=1000))

    assert abs(after(first, second) - after(second, first)) < 1e-9

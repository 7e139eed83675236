"""When a notice is due."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from netz.notices.hours import Hours, clock

PARIS = ZoneInfo("Europe/Paris")


def hours(start: str = "", end: str = "", digest: str = "08:00") -> Hours:
    return Hours(PARIS, (clock(start), clock(end)) if start else None, clock(digest))


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-11-23T20:59", "2026-11-23T20:59"),  # 21:59 there: not yet quiet
        ("2026-11-23T21:00", "2026-11-24T06:00"),  # 22:00: until 7 in the morning
        ("2026-11-24T02:30", "2026-11-24T06:00"),
        ("2026-11-24T05:59", "2026-11-24T06:00"),
        ("2026-11-24T06:00", "2026-11-24T06:00"),
    ],
)
def test_a_night_is_quiet_over_midnight(now: str, due: str) -> None:
    assert hours("22:00", "07:00").after_quiet(utc(now)) == utc(due)


@pytest.mark.parametrize(
    ("now", "due"),
    [("2026-11-23T11:30", "2026-11-23T13:00"), ("2026-11-23T13:00", "2026-11-23T13:00")],
)
def test_so_is_a_part_of_the_day(now: str, due: str) -> None:
    assert hours("12:00", "14:00").after_quiet(utc(now)) == utc(due)


def test_nothing_is_quiet_unless_chosen() -> None:
    assert hours().after_quiet(utc("2026-11-24T02:00")) == utc("2026-11-24T02:00")


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-11-23T05:00", "2026-11-23T07:00"),  # in winter 8:00 is 7:00 UTC
        ("2026-11-23T07:00", "2026-11-24T07:00"),
        ("2026-07-23T05:00", "2026-07-23T06:00"),
        ("2027-03-27T12:00", "2027-03-28T06:00"),  # the night of 23 hours
    ],
)
def test_the_letter_of_the_day_comes_when_clocks_there_say_so(now: str, due: str) -> None:
    assert hours().next_digest(utc(now)) == utc(due)

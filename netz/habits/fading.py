"""How a habit fades: each act counts half as much after every half-life."""

from datetime import datetime, timedelta

HALF_LIFE = timedelta(days=30)
# What was done once is worth a sixty-fourth by then.
FORGOTTEN_AFTER = 6 * HALF_LIFE


def faded(weight: float, since: datetime, now: datetime) -> float:
    """What a weight of `since` is worth now; time never runs backwards."""
    passed = max(now - since, timedelta())
    return float(weight * 0.5 ** (passed / HALF_LIFE))


def used_again(weight: float, since: datetime, at: datetime) -> tuple[float, datetime]:
    """The weight after one more act, and of when it is; acts may be told out of order."""
    if at >= since:
        return faded(weight, since, at) + 1, at
    return weight + faded(1, at, since), since

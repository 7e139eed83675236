"""A brake on guessing: a few attempts for each key, then growing waits, whichever process is asked.

Attempts are counted before their outcome is known, each by one statement that locks its row: of
guesses at the same moment no more get through than of guesses in a row.
"""

import hashlib
import math
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import connection

from netz.core.errors import TooMany
from netz.core.models import BrakeCount

# While attempts are free the next one waits for no moment at all: not even for that of another
# one of the same instant, whose clock was read a little later.
_FREE = "'epoch'::timestamptz"
_UNTIL = (
    f"CASE WHEN {{n}} < %(attempts)s THEN {_FREE} ELSE %(now)s + make_interval(secs => least("
    "%(longest)s, %(seconds)s * power(2, least({n} - %(attempts)s, 20)))) END"
)
_NEXT = "(CASE WHEN b.forget_at <= %(now)s THEN 1 ELSE b.attempts + 1 END)"
_COUNT = (
    "INSERT INTO core_brakecount AS b (place, attempts, until, forget_at)"  # noqa: S608  # constants
    f" VALUES (%(place)s, 1, {_UNTIL.format(n='1')}, %(forget_at)s)"
    f" ON CONFLICT (place) DO UPDATE SET attempts = {_NEXT},"
    f" until = {_UNTIL.format(n=_NEXT)}, forget_at = %(forget_at)s"
    " WHERE b.until <= %(now)s OR b.forget_at <= %(now)s"
    # A count may be lost if the machine fails: nobody's request waits for the disk.
    " RETURNING attempts, set_config('synchronous_commit', 'off', true)"
)
_FORGET = (
    "DELETE FROM core_brakecount WHERE place = ANY(%s)"
    " RETURNING set_config('synchronous_commit', 'off', true)"
)
_TAKE_BACK = (
    "UPDATE core_brakecount SET attempts = greatest(attempts - 1, 0),"  # noqa: S608  # constants
    f" until = CASE WHEN attempts <= %(attempts)s THEN {_FREE} ELSE until END"
    " WHERE place = %(place)s"
)

_ADD = (
    "INSERT INTO core_brakecount AS b (place, attempts, until, forget_at)"
    " VALUES (%(place)s, %(number)s, %(now)s, %(forget_at)s)"
    " ON CONFLICT (place) DO UPDATE SET"
    " attempts = CASE WHEN b.forget_at <= %(now)s THEN 0 ELSE b.attempts END + %(number)s,"
    " forget_at = CASE WHEN b.forget_at <= %(now)s THEN %(forget_at)s ELSE b.forget_at END"
    " RETURNING attempts"
)


@dataclass(frozen=True, slots=True)
class Brake:
    """`attempts` without success are free for each key of this `name`; the next one waits
    `seconds`, each further one twice as long, up to `longest` (at first: `seconds`).

    After `memory` without an attempt the key starts afresh, so that nobody is locked out for good.
    """

    name: str
    attempts: int
    seconds: int
    longest: int = 0
    memory: int = 24 * 3600

    def count(self, key: str) -> None:
        """Counts an attempt. Raises `TooMany`, with the time to wait, when it comes too early.

        To be called outside a transaction: the request that fails rolls its own work back, and
        must not take the count with it.
        """
        if connection.in_atomic_block:
            raise RuntimeError("an attempt is counted outside a transaction only")
        place = self.place(key)
        with connection.cursor() as cursor:
            cursor.execute(_COUNT, self._values(place))
            if cursor.fetchone() is not None:
                return
        raise TooMany(headers={"Retry-After": str(self._wait(place))})

    def take_back(self, key: str) -> None:
        """Takes one attempt back, which succeeded, and keeps the others: for keys of many."""
        with connection.cursor() as cursor:
            cursor.execute(_TAKE_BACK, self._values(self.place(key)))

    def forget(self, key: str) -> None:
        """Forgets the key's attempts: the last one succeeded."""
        with connection.cursor() as cursor:
            cursor.execute(_FORGET, [[self.place(key)]])

    def _values(self, place: str) -> dict[str, str | float | datetime]:
        now = _now()
        return {
            "place": place,
            "now": now,
            "forget_at": now + timedelta(seconds=self.memory),
            "attempts": self.attempts,
            "seconds": float(self.seconds),
            "longest": float(max(self.longest, self.seconds)),
        }

    def _wait(self, place: str) -> int:
        until = BrakeCount.objects.filter(place=place).values_list("until", flat=True).first()
        left = (until - _now()).total_seconds() if until else 0
        return max(math.ceil(left), 1)

    def place(self, key: str) -> str:
        """Where the key's attempts are counted."""
        # Hashed: an e-mail address has no business in the table, nor do its odd characters.
        return f"{self.name}:{hashlib.sha256(key.encode()).hexdigest()}"


@dataclass(frozen=True, slots=True)
class Tally:
    """How much of something a key had within `seconds`, whichever process is asked."""

    name: str
    seconds: int

    def add(self, key: str, number: int) -> int:
        """Adds to the key's sum, which starts afresh when its time is over; returns the sum."""
        now = _now()
        values: dict[str, str | int | datetime] = {
            "place": f"{self.name}:{hashlib.sha256(key.encode()).hexdigest()}",
            "number": number,
            "now": now,
            "forget_at": now + timedelta(seconds=self.seconds),
        }
        with connection.cursor() as cursor:
            cursor.execute(_ADD, values)
            row = cursor.fetchone()
        return int(row[0])


def forget_all(places: Iterable[str]) -> None:
    """Forgets the attempts at these places of brakes, in one statement."""
    BrakeCount.objects.filter(place__in=list(places)).delete()


def forget_old_attempts() -> None:
    """Removes what no brake looks at any more."""
    BrakeCount.objects.filter(forget_at__lt=_now()).delete()


def _now() -> datetime:
    return datetime.fromtimestamp(time.time(), UTC)

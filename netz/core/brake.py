"""A brake on guessing: a few attempts for each key, then a wait, whichever process is asked.

Attempts are counted in the cache, which is a table of the database, and in a transaction of their
own: the request that fails rolls its own work back, not the count.
"""

import hashlib
import math
import time
from dataclasses import dataclass

from django.core.cache import cache
from django.db import connection, transaction

from netz.core.errors import TooMany


@dataclass(frozen=True, slots=True)
class Brake:
    """At most `attempts` without success in any `seconds`, for each key of this `name`."""

    name: str
    attempts: int
    seconds: int

    def count(self, key: str) -> None:
        """Counts an attempt before its outcome is known, so that guesses at once don't slip by.

        To be called outside a transaction. Raises `TooMany` when the key has had its attempts.
        """
        place, now = self._place(key), time.time()
        with transaction.atomic(durable=True):
            _take_turns(place)
            recent = [moment for moment in cache.get(place, []) if moment > now - self.seconds]
            if len(recent) >= self.attempts:
                wait = math.ceil(recent[0] + self.seconds - now)
                raise TooMany(headers={"Retry-After": str(max(wait, 1))})
            cache.set(place, [*recent, now], self.seconds)

    def forget(self, key: str) -> None:
        """Forgets the key's attempts: the last one succeeded."""
        cache.delete(self._place(key))

    def _place(self, key: str) -> str:
        # Hashed: an e-mail address has no business in the cache, nor do its odd characters.
        return f"brake:{self.name}:{hashlib.sha256(key.encode()).hexdigest()}"


def _take_turns(place: str) -> None:
    """Makes whoever counts at the same place wait until this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [place])

"""Argon2id at OWASP's parameters, a few at a time."""

import os
import threading
from typing import Any

from django.contrib.auth.hashers import Argon2PasswordHasher

# Hashing releases the interpreter but fills a core: one stays free for everybody else's requests.
AT_ONCE = max(1, (os.cpu_count() or 2) - 1)
_turns = threading.BoundedSemaphore(AT_ONCE)


class Argon2id(Argon2PasswordHasher):
    """m = 19 MiB, t = 2, p = 1; a password hashed otherwise is hashed anew when it is next used."""

    memory_cost = 19 * 1024
    time_cost = 2
    parallelism = 1

    def encode(self, password: str, salt: str) -> str:
        """The hash to store."""
        with _turns:
            return str(super().encode(password, salt))

    def verify(self, password: str, encoded: str) -> bool:
        """Whether the hash is the password's."""
        with _turns:
            return bool(super().verify(password, encoded))


def hash_for_nothing(password: str) -> None:
    """The work of one hash, where an answer must take as long as if there had been one."""
    hasher: Any = Argon2id()
    hasher.encode(password, hasher.salt())

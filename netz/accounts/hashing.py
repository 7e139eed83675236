"""Argon2id at OWASP's parameters, a few at a time and behind everybody else's requests."""

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from typing import Any

from django.contrib.auth.hashers import Argon2PasswordHasher

# Hashing releases the interpreter but fills a core: one stays free for everybody else's requests.
AT_ONCE = max(1, (os.cpu_count() or 2) - 1)
# Whoever signs in waits for this work anyhow; others are not to wait for it.
NICENESS = 10


def _step_back() -> None:
    """Lets the system prefer all other work to the calling thread's (Linux has it by thread)."""
    with suppress(AttributeError, OSError):
        os.setpriority(os.PRIO_PROCESS, 0, NICENESS)


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(AT_ONCE, thread_name_prefix="hashing", initializer=_step_back)


# A process that was forked has none of its parent's threads.
os.register_at_fork(after_in_child=_threads.cache_clear)


class Argon2id(Argon2PasswordHasher):
    """m = 19 MiB, t = 2, p = 1; a password hashed otherwise is hashed anew when it is next used."""

    memory_cost = 19 * 1024
    time_cost = 2
    parallelism = 1

    def encode(self, password: str, salt: str) -> str:
        """The hash to store."""
        return str(_threads().submit(super().encode, password, salt).result())

    def verify(self, password: str, encoded: str) -> bool:
        """Whether the hash is the password's."""
        return bool(_threads().submit(super().verify, password, encoded).result())


def hash_for_nothing(password: str) -> None:
    """The work of one hash, where an answer must take as long as if there had been one."""
    hasher: Any = Argon2id()
    hasher.encode(password, hasher.salt())

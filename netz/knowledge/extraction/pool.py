"""Extraction in child processes that are kept warm, killed when they hang, and replaced."""

import json
import os
import queue
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from netz.knowledge.extraction import codec
from netz.knowledge.extraction.types import DEFAULT_LIMITS, Extracted, ExtractionError, Limits

Progress = Callable[[float], None]
_ROOT = Path(__file__).resolve().parents[3]
_READ = 1 << 20
# More than any allowed document needs; a child that writes more has gone wrong.
_MAX_REPLY = 512 * 1024 * 1024


class ExtractorPool:
    """`size` warm children shared by any number of threads.

    A child is replaced after a crash, a time-out, or `files_per_child` files, which bounds what
    a leak in a parser can hold. Use as a context manager, or call `close`.
    """

    def __init__(self, *, size: int = 1, files_per_child: int = 200) -> None:
        self._files_per_child = files_per_child
        self._slots: queue.LifoQueue[_Child | None] = queue.LifoQueue()
        self._size = size
        for _ in range(size):
            self._slots.put(None)

    def extract(
        self,
        path: Path,
        *,
        filename: str,
        on_progress: Progress | None = None,
        limits: Limits = DEFAULT_LIMITS,
    ) -> Extracted:
        """Like `extract`, but nothing that the file does can harm or stop this process.

        Waits for a free child. Raises ExtractionError: also "corrupt" for a file that crashes
        its parser and "timeout" for one that takes longer than the limits allow.
        """
        child = self._slots.get()
        try:
            if child is None or not child.is_usable(self._files_per_child):
                _stop(child)
                child = None
                child = _Child()
            return child.extract(path, filename, on_progress, limits)
        finally:
            self._slots.put(child)

    def close(self) -> None:
        """Ends the children; waits for files being read."""
        for child in [self._slots.get() for _ in range(self._size)]:
            _stop(child)
            self._slots.put(None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def extract_in_child(
    path: Path,
    *,
    filename: str,
    on_progress: Progress | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Extracted:
    """`extract` in a child process of its own; for many files an ExtractorPool is cheaper."""
    with ExtractorPool() as pool:
        return pool.extract(path, filename=filename, on_progress=on_progress, limits=limits)


def _stop(child: "_Child | None") -> None:
    if child is not None:
        child.stop()


class _Child:
    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "netz.knowledge.extraction.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd="/",
            env=_environment(),
            start_new_session=True,
        )
        self._files = 0
        self._rest = b""

    def is_usable(self, files: int) -> bool:
        return self._files < files and self._process.poll() is None

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def extract(
        self, path: Path, filename: str, on_progress: Progress | None, limits: Limits
    ) -> Extracted:
        self._files += 1
        request = {
            "path": str(path.resolve()),
            "filename": filename,
            "limits": codec.limits_to_json(limits),
        }
        try:
            return self._converse(request, on_progress, time.monotonic() + limits.wall_seconds)
        except ExtractionError:
            raise
        except BaseException:
            # Whatever went wrong here, its answer must not reach the next file.
            self.stop()
            raise

    def _converse(
        self, request: dict[str, Any], on_progress: Progress | None, deadline: float
    ) -> Extracted:
        self._send(codec.line(request))
        while True:
            message = self._receive(deadline)
            if "progress" in message:
                if on_progress is not None:
                    on_progress(float(message["progress"]))
            elif "error" in message:
                raise ExtractionError(message["error"], str(message.get("detail", "")))
            else:
                return codec.load(message["result"])

    def _send(self, line: bytes) -> None:
        try:
            assert self._process.stdin is not None
            self._process.stdin.write(line)
            self._process.stdin.flush()
        except BrokenPipeError:
            raise self._ended() from None

    def _receive(self, deadline: float) -> dict[str, Any]:
        """The next message; raises "timeout" or "corrupt" with the child already gone."""
        assert self._process.stdout is not None
        descriptor = self._process.stdout.fileno()
        parts = [self._rest]
        size = len(self._rest)
        while b"\n" not in parts[-1]:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([descriptor], [], [], left)[0]:
                self.stop()
                raise ExtractionError("timeout", "took too long")
            chunk = os.read(descriptor, _READ)
            size += len(chunk)
            if not chunk or size > _MAX_REPLY:
                raise self._ended()
            parts.append(chunk)
        line, self._rest = b"".join(parts).split(b"\n", 1)
        message: dict[str, Any] = json.loads(line)
        return message

    def _ended(self) -> ExtractionError:
        """What the end of the child means: too much processor time, or a crash."""
        try:
            code = self._process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            code = -1
        self.stop()
        if code == -signal.SIGXCPU:
            return ExtractionError("timeout", "took too much processor time")
        return ExtractionError("corrupt", f"the reader ended with {code}")


def _environment() -> dict[str, str]:
    """Nothing of the parent's secrets: only what an interpreter needs to start."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    return kept | {"PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}

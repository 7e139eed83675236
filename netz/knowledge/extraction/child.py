"""The process that reads untrusted files: one JSON request a line in, messages a line out.

Out come {"progress": share}, then {"result": document} or {"error": code, "detail": text}.
"""

import json
import os
import resource
import sys
from pathlib import Path
from typing import Any, BinaryIO

from netz.knowledge.extraction import codec
from netz.knowledge.extraction.extractor import extract
from netz.knowledge.extraction.types import ExtractionError, Limits

_STEP = 0.01


def main() -> None:
    """Serves requests until standard input ends."""
    out = _private_output()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for request in sys.stdin.buffer:
        out.write(codec.line(_answer(json.loads(request), out)))
        out.flush()


def _private_output() -> BinaryIO:
    """The pipe to the parent, out of reach of libraries that print."""
    kept = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(kept, "wb")


def _answer(request: dict[str, Any], out: BinaryIO) -> dict[str, Any]:
    limits = codec.limits_from_json(request["limits"])
    _restrict(limits)
    told = 0.0

    def progress(share: float) -> None:
        nonlocal told
        if share - told >= _STEP:
            told = share
            out.write(codec.line({"progress": round(share, 3)}))
            out.flush()

    try:
        document = extract(
            Path(request["path"]),
            filename=request["filename"],
            on_progress=progress,
            limits=limits,
        )
        return {"result": codec.dump(document)}
    except ExtractionError as error:
        return {"error": error.code, "detail": error.detail}
    except MemoryError:
        return {"error": "too_large", "detail": "out of memory"}
    except OSError as error:
        return {"error": "corrupt", "detail": str(error)}


def _restrict(limits: Limits) -> None:
    """Memory for the process; processor time for this file, on top of what was used before."""
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, resource.RLIM_INFINITY))
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = int(usage.ru_utime + usage.ru_stime)
    seconds = used + 1 + max(1, limits.cpu_seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main()

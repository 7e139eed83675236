"""A process that answers questions by words, then by meaning too, and says what it holds each time.

Started by the measurements as `python -m bench.footprint`: a JSON object comes in, one goes out.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg

from bench.vectors import Place, question_vector
from netz.ai.embeddings import embedder_from
from netz.knowledge.search import search

QUESTIONS = 50
_KB = 1024


@dataclass(frozen=True, slots=True)
class Footprint:
    """Resident memory in MB after the same questions by words alone, and with the model."""

    words: float
    model: float

    @property
    def extra(self) -> float:
        """What the model adds: its libraries, weights and the signatures of the passages."""
        return self.model - self.words


def of(place: Place, setting: str, questions: Sequence[str]) -> Footprint:
    """What a process of its own holds; `setting` names the model as an installation's does."""
    asked = {
        "dsn": place.dsn,
        "workspace": str(place.workspace),
        "setting": setting,
        "questions": list(questions[:QUESTIONS]),
    }
    command = [sys.executable, "-m", "bench.footprint"]
    done = subprocess.run(command, input=json.dumps(asked).encode(), capture_output=True)
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace")[-2000:])
    return Footprint(**json.loads(done.stdout))


def resident_mb() -> float:
    """Of this process."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / _KB
    raise RuntimeError("/proc/self/status has no VmRSS")


def main() -> None:
    """Reads what to do from standard input."""
    asked: dict[str, Any] = json.load(sys.stdin)
    workspace, embedder = UUID(asked["workspace"]), embedder_from(asked["setting"])
    assert embedder is not None, "asked for with a model alone"
    with psycopg.connect(asked["dsn"]) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT set_config('netz.workspace', %s, true)", [str(workspace)])
        for text in asked["questions"]:
            search(cursor, workspace, text)
        words = resident_mb()
        for text in asked["questions"]:
            search(cursor, workspace, text, vector=question_vector(embedder, text))
        print(json.dumps({"words": words, "model": resident_mb()}))


if __name__ == "__main__":
    main()

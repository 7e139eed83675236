import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from netz.knowledge.extraction import (
    ExtractionError,
    ExtractorPool,
    Limits,
    extract,
    extract_in_child,
)
from tests.knowledge.extraction.fixtures import Write


@pytest.fixture
def pool() -> Iterator[ExtractorPool]:
    with ExtractorPool() as pool:
        yield pool


def child_of(pool: ExtractorPool) -> int:
    """The process id of the pool's one child."""
    child = pool._slots.get()
    pool._slots.put(child)
    assert child is not None
    return child._process.pid


def slow_file(write: Write) -> Path:
    """Text that takes long to read, in any reader: a great deal of it."""
    return write("long.md", "- [a](https://a.example) *mot* `code`\n" * 400_000)


def test_a_child_gives_what_the_same_process_gives(write: Write) -> None:
    path = write("a.md", "# Été\n\n1. un\n\n| a | b |\n|---|---|\n| x | [y](https://a.example) |\n")
    told: list[float] = []
    result = extract_in_child(path, filename="a.md", on_progress=told.append)
    assert result == extract(path, filename="a.md")
    assert told == [1.0]


def test_an_error_keeps_its_code(write: Write, pool: ExtractorPool) -> None:
    with pytest.raises(ExtractionError) as caught:
        pool.extract(write("a.pdf", "texte"), filename="a.pdf")
    assert caught.value.code == "mistyped"
    assert "content" in caught.value.detail


def test_a_missing_file_is_an_error_of_its_own_alone(tmp_path: Path, pool: ExtractorPool) -> None:
    with pytest.raises(ExtractionError):
        pool.extract(tmp_path / "absent.txt", filename="absent.txt")


def test_the_child_stays_warm_until_it_has_read_enough(write: Write) -> None:
    path = write("a.txt", "Bonjour")
    with ExtractorPool(files_per_child=2) as pool:
        children = []
        for _ in range(3):
            pool.extract(path, filename="a.txt")
            children.append(child_of(pool))
    assert children[0] == children[1] != children[2]
    for child in children:
        with pytest.raises(ProcessLookupError):
            os.kill(child, 0)


def test_a_crash_costs_one_file_and_the_next_is_read(write: Write, pool: ExtractorPool) -> None:
    path = write("a.txt", "Bonjour")
    pool.extract(path, filename="a.txt")
    child = child_of(pool)
    threading.Timer(0.5, os.kill, (child, signal.SIGSEGV)).start()
    with pytest.raises(ExtractionError) as caught:
        pool.extract(slow_file(write), filename="long.md")
    assert caught.value.code == "corrupt"
    assert pool.extract(path, filename="a.txt").blocks[0].text == "Bonjour"
    assert child_of(pool) != child


def test_a_child_that_died_unnoticed_is_replaced(write: Write, pool: ExtractorPool) -> None:
    path = write("a.txt", "Bonjour")
    pool.extract(path, filename="a.txt")
    os.kill(child_of(pool), signal.SIGKILL)
    time.sleep(0.2)
    assert pool.extract(path, filename="a.txt").title == "A"


def test_a_file_that_takes_too_long_is_given_up(write: Write, pool: ExtractorPool) -> None:
    path = slow_file(write)
    started = time.monotonic()
    with pytest.raises(ExtractionError) as caught:
        pool.extract(path, filename="long.md", limits=Limits(wall_seconds=0.5))
    assert caught.value.code == "timeout"
    assert time.monotonic() - started < 3
    assert pool.extract(write("a.txt", "Bonjour"), filename="a.txt").title == "A"


def test_too_much_processor_time_is_a_time_out_too(write: Write, pool: ExtractorPool) -> None:
    with pytest.raises(ExtractionError) as caught:
        pool.extract(slow_file(write), filename="long.md", limits=Limits(cpu_seconds=1))
    assert caught.value.code == "timeout"


def test_a_file_that_needs_too_much_memory_is_too_large(write: Write, pool: ExtractorPool) -> None:
    path = write("gros.csv", "a;b;c;d;e\n" * 2_000_000)
    limits = Limits(memory_bytes=300 * 1024 * 1024, max_cells=100_000_000)
    with pytest.raises(ExtractionError) as caught:
        pool.extract(path, filename="gros.csv", limits=limits)
    assert caught.value.code == "too_large"
    assert pool.extract(write("a.txt", "Bonjour"), filename="a.txt").title == "A"


def test_many_threads_share_the_children(write: Write) -> None:
    paths = [write(f"{at}.txt", f"Document {at}") for at in range(24)]
    found: dict[int, str] = {}

    def read(at: int) -> None:
        found[at] = pool.extract(paths[at], filename=f"{at}.txt").blocks[0].text

    with ExtractorPool(size=2) as pool:
        threads = [threading.Thread(target=read, args=(at,)) for at in range(24)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert found == {at: f"Document {at}" for at in range(24)}


def test_an_interrupted_reading_never_answers_the_next_file(
    write: Write, pool: ExtractorPool
) -> None:
    def stop(_share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pool.extract(write("a.txt", "Premier"), filename="a.txt", on_progress=stop)
    assert pool.extract(write("b.txt", "Second"), filename="b.txt").blocks[0].text == "Second"


def test_the_child_knows_nothing_of_the_parents_environment(
    write: Write, pool: ExtractorPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NETZ_SECRET", "secret")
    pool.extract(write("a.txt", "Bonjour"), filename="a.txt")
    environment = Path(f"/proc/{child_of(pool)}/environ").read_bytes()
    assert b"NETZ_SECRET" not in environment


def test_starting_a_child_loads_neither_django_nor_any_parser() -> None:
    heavy = [
        "django",
        "lxml",
        "openpyxl",
        "pypdfium2",
        "numpy",
        "selectolax",
        "markdown_it",
        "oxmsg",
    ]
    code = f"""
import sys
import netz.knowledge.extraction, netz.knowledge.extraction.child
print([name for name in {heavy} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

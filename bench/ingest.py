"""Documents per second from upload to ready, beside the bare extractor on the same files."""

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bench.client import Client
from bench.machine import load
from bench.setting import Setting, Space
from bench.table import Figure
from netz.knowledge.extraction import ExtractionError, ExtractorPool, split

FILES = 200
UPLOADERS = 4
_UNFINISHED = ("queued", "extracting", "indexing")
_WAIT_SECONDS = 900.0

Named = tuple[Path, str]  # a file and its path in the workspace


def files_of(setting: Setting) -> tuple[list[Named], list[Named]]:
    """The files to measure with, evenly chosen, and the rest of the set."""
    if setting.data is not None:
        root = setting.data / "fr-it-docs" / "docs"
        found = [(path, str(path.relative_to(root))) for path in sorted(root.rglob("*.*"))]
    else:
        root = Path(__file__).resolve().parents[1] / "netz" / "demo" / "files"
        once = sorted(path for path in root.rglob("*") if path.is_file())
        rounds = range(-(-FILES // len(once)))
        found = [(path, f"{n}/{path.relative_to(root)}") for n in rounds for path in once]
    wanted = setting.count(FILES)
    chosen = {round(at * len(found) / wanted) for at in range(wanted)}
    some = [found[at] for at in sorted(chosen)]
    return some, [each for at, each in enumerate(found) if at not in chosen]


def upload_all(port: int, space: Space, files: Sequence[Named]) -> float:
    """Uploads everything over HTTP and waits until the worker is done; returns the seconds."""
    started = time.perf_counter()

    def some(part: Sequence[Named]) -> None:
        with Client(port, space.key) as client:
            for path, name in part:
                reply = client.upload(name, path.name, path.read_bytes())
                if reply.status != 202:
                    raise RuntimeError(f"{name}: {reply.status} {reply.body[:300]!r}")

    with ThreadPoolExecutor(UPLOADERS) as pool:
        list(pool.map(some, [files[at::UPLOADERS] for at in range(UPLOADERS)]))
    with Client(port, space.key) as client:
        while _unfinished(client):
            if time.perf_counter() - started > _WAIT_SECONDS:
                raise RuntimeError("the worker did not finish")
            time.sleep(0.1)
    return time.perf_counter() - started


def wait_until_read(port: int, key: str) -> None:
    """Waits until no document is on its way."""
    with Client(port, key) as client:
        while _unfinished(client):
            time.sleep(0.2)


def _unfinished(client: Client) -> bool:
    return any(
        client.get(f"/api/v2/documents?status={status}&limit=1").json()["items"]
        for status in _UNFINISHED
    )


def bare_extraction(files: Sequence[Named]) -> float:
    """Seconds that as many warm extractor children as the worker has take for the files alone."""
    with ExtractorPool(size=2) as pool, ThreadPoolExecutor(2) as threads:

        def one(named: Named) -> None:
            try:
                split(pool.extract(named[0], filename=named[0].name))
            except ExtractionError:
                return

        list(threads.map(one, files[:4]))
        started = time.perf_counter()
        list(threads.map(one, files))
        return time.perf_counter() - started


def measure(setting: Setting) -> None:
    """One batch of documents."""
    loaded = load()
    some, _ = files_of(setting)
    wait_until_read(setting.product.port, setting.demo_key)
    beside = bare_extraction(some)
    space = setting.space("documents")
    # The worker's extractor children start with its first file.
    upload_all(setting.product.port, setting.space("warm-up"), some[:4])
    spent = upload_all(setting.product.port, space, some)
    size = sum(path.stat().st_size for path, _ in some) / 2**20
    setting.add(
        "ingest: upload over HTTP until ready (more is better)",
        Figure("netz", "documents/s", len(some) / spent, count=len(some)),
        Figure("bare extractor, 2 processes", "documents/s", len(some) / beside, count=len(some)),
        note=f"{len(some)} files, {size:.1f} MB, {UPLOADERS} connections",
        loaded=loaded,
    )

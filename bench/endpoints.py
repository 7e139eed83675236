"""Requests per second of two JSON endpoints, beside a bare ASGI + psycopg endpoint."""

from bench import reference as bare
from bench.client import request_bytes, throughput
from bench.machine import load
from bench.setting import Setting
from bench.table import Figure, figure

CONNECTIONS = 8
SECONDS = 5.0
PAIRS = (("/api/v2/me", "/me"), ("/api/v2/documents?limit=20", "/documents"))


def measure(setting: Setting) -> None:
    """Both endpoints, each right after its reference."""
    seconds = SECONDS / 10 if setting.small else SECONDS
    with setting.bare_endpoint() as program:
        for path, beside in PAIRS:
            loaded = load()
            reference = _rate(program.port, beside, bare.KEY, seconds)
            product = _rate(setting.product.port, path, setting.demo_key, seconds)
            setting.add(
                f"GET {path}, {CONNECTIONS} connections (more is better)",
                product[0],
                reference[0],
                note=f"each request takes {product[1].median:.1f} ms (p95"
                f" {product[1].p95:.1f} ms), beside {reference[1].median:.1f} ms",
                loaded=loaded,
            )


def _rate(port: int, path: str, key: str, seconds: float) -> tuple[Figure, Figure]:
    request = request_bytes("GET", path, key=key)
    throughput(port, request, connections=CONNECTIONS, seconds=seconds / 5)
    times = throughput(port, request, connections=CONNECTIONS, seconds=seconds)
    rate = Figure(f"GET {path}", "requests/s", len(times) / seconds, count=len(times))
    return rate, figure(path, "ms", times)

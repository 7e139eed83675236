"""`python -m bench`: the product's speed beside references that run in the same minutes.

Starts the real product in a fresh data directory on a free port, measures it at its HTTP interface
and in its own tables, and stops and removes everything. Two runs on a busy machine differ: each
line says the load that it began with, in the JSON.
"""

import argparse
import json
import resource
import time
from collections.abc import Callable
from pathlib import Path

from bench import asking, endpoints, finding, ingest, live, scale, sign_in, start, streams
from bench.machine import describe
from bench.server import Product, fresh_dir
from bench.setting import Setting
from bench.table import show

RESULTS = Path("var/bench.json")
# In this order: memory comes after the load of the lines before it, and before an index that no
# small company has.
LINES: dict[str, Callable[[Setting], None]] = {
    "cached": asking.cached,
    "endpoints": endpoints.measure,
    "sign-in": sign_in.measure,
    "streams": streams.measure,
    "live": live.measure,
    "ingest": ingest.measure,
    "uncached": asking.uncached,
    "memory": start.memory,
    "search": scale.measure,
    "finding": finding.measure,
}
NAMES = ("start", *LINES)


def run(setting: Setting, names: list[str]) -> None:
    """Measures the lines that were asked for."""
    first = start.first(setting)
    ingest.wait_until_read(setting.product.port, setting.demo_key)
    if "start" in names:
        start.measure(setting, first)
    for name, measure in LINES.items():
        if name in names:
            measure(setting)
    setting.left_out += [f"{name}: not asked for" for name in NAMES if name not in names]


def main() -> None:
    """Command line: see `python -m bench --help`."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--data", type=Path, help="folder of data sets; without it, made-up ones")
    parser.add_argument("--only", nargs="+", choices=NAMES, default=list(NAMES), metavar="NAME")
    parser.add_argument("--json", type=Path, default=RESULTS, help=f"default: {RESULTS}")
    parser.add_argument("--full", action="store_true", help="search at 300,000 passages too")
    parser.add_argument("--model", type=Path, metavar="FOLDER", help="instead of the product's own")
    parser.add_argument("--small", action="store_true", help="a trial of the bench itself")
    options = parser.parse_args()
    data = options.data if options.data and options.data.is_dir() else None
    # A thousand streams need as many open files, here and in the server, which inherits the limit.
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    began = time.monotonic()
    with fresh_dir() as folder:
        embeddings = f"onnx:{options.model.resolve()}" if options.model else ""
        product = Product(folder, embeddings)
        setting = Setting(product, data=data, small=options.small, full=options.full)
        if options.data and data is None:
            setting.left_out.append(f"{options.data} is no folder: measured without data sets")
        machine = describe()
        try:
            run(setting, options.only)
            machine["postgresql"] = setting.postgresql()
        finally:
            setting.product.stop()
    machine["minutes"] = round((time.monotonic() - began) / 60, 1)
    show(setting.lines, machine, setting.left_out)
    options.json.parent.mkdir(parents=True, exist_ok=True)
    found = {
        "machine": machine,
        "data": str(data.name) if data else None,
        "small": options.small,
        "lines": [line.as_json() for line in setting.lines],
        "left_out": setting.left_out,
    }
    options.json.write_text(json.dumps(found, indent=1, ensure_ascii=False), encoding="utf-8")
    print(f"\nWritten to {options.json}")


if __name__ == "__main__":
    main()

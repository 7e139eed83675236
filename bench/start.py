"""How long the product takes to its first answered request, and what it holds of the memory."""

import time

import psutil  # type: ignore[import-untyped]  # brings no types

from bench import reference as bare
from bench.machine import family, load, resident_mb
from bench.server import free_port, reference
from bench.setting import Setting
from bench.table import Figure, Target, figure

STARTS = 5
WEB_ROLES = ("web", "worker")


def first(setting: Setting) -> float:
    """Starts in the empty directory and gets the setting ready; returns the seconds."""
    seconds = setting.product.start("/readyz")
    setting.open()
    setting.demo_key = setting.product.make_key()
    return seconds


def measure(setting: Setting, first_seconds: float) -> None:
    """First start against later ones, beside PostgreSQL with the bare endpoint alone."""
    loaded, product = load(), setting.product
    again, beside, stops = [], [], []
    for _ in range(setting.count(STARTS, 2)):
        stops.append(product.stop())
        program = reference(free_port(), data_dir=product.data_dir)
        beside.append(program.start("/me", bare.KEY))
        program.stop()
        again.append(product.start("/api/v2/me", setting.demo_key))
    name = "PostgreSQL + bare endpoint"
    setting.add(
        "cold start, later: netz serve to first answer",
        figure("netz", "s", again),
        figure(name, "s", beside),
        target=Target(6.0),
        note=f"a clean stop takes {max(stops):.1f} s at most",
        loaded=loaded,
    )
    setting.add(
        "cold start, first: empty DATA_DIR, demo queued",
        Figure("netz", "s", first_seconds),
        figure(name + " (made before)", "s", beside),
        loaded=loaded,
    )


def memory(setting: Setting) -> None:
    """Resident memory of the whole tree, idle after the load of the other lines."""
    product = setting.product
    time.sleep(1 if setting.small else 15)
    postgres = family(product.postmaster())
    parts = {
        "supervisor": [psutil.Process(product.pid)],
        **{role: family(product.role(role).pid) for role in WEB_ROLES},
        "PostgreSQL": postgres,
    }
    with setting.bare_endpoint() as program:
        beside = resident_mb(family(program.pid)) + resident_mb(postgres)
    split = {name: resident_mb(processes) for name, processes in parts.items()}
    setting.add(
        "resident memory of the whole tree, idle after load",
        Figure("netz", "MB", sum(split.values())),
        Figure("bare endpoint + the same PostgreSQL", "MB", beside),
        note="proportional set size: "
        + ", ".join(f"{name} {value:.0f} MB" for name, value in split.items()),
    )

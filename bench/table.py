"""Lines of the bench's table: the product's figure beside references of the same minutes."""

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured of one program: median, 95th percentile where there is one, how often."""

    name: str
    unit: str
    median: float
    p95: float | None = None
    count: int = 1

    def as_json(self) -> dict[str, Any]:
        """For machines."""
        return {
            "name": self.name,
            "unit": self.unit,
            "median": round(self.median, 3),
            "p95": None if self.p95 is None else round(self.p95, 3),
            "count": self.count,
        }


@dataclass(frozen=True, slots=True)
class Target:
    """The most that a figure may be, for rates the least; None where nothing is asked."""

    median: float | None = None
    p95: float | None = None
    least: float | None = None

    def is_met(self, figure: Figure) -> bool | None:
        """Whether the figure keeps to it; None without a target."""
        pairs = [(self.median, figure.median), (self.p95, figure.p95)]
        kept = [value is not None and value <= limit for limit, value in pairs if limit is not None]
        if self.least is not None:
            kept.append(figure.median >= self.least)
        return all(kept) if kept else None

    def __str__(self) -> str:
        parts = []
        if self.median is not None:
            parts.append(f"≤ {self.median:g}")
        if self.p95 is not None:
            parts.append(f"p95 ≤ {self.p95:g}")
        if self.least is not None:
            parts.append(f"≥ {self.least:g}")
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Line:
    """A measured figure, its references, its target, and what a reader must know about it."""

    title: str
    product: Figure
    references: tuple[Figure, ...] = ()
    target: Target = field(default_factory=Target)
    note: str = ""
    load: float = 0.0  # the machine's one-minute load when the line began

    def ratios(self) -> list[float]:
        """The product's median in terms of each reference's."""
        return [
            self.product.median / other.median if other.median else float("nan")
            for other in self.references
        ]

    def as_json(self) -> dict[str, Any]:
        """For machines."""
        references = [
            other.as_json() | {"ratio": round(ratio, 3)}
            for other, ratio in zip(self.references, self.ratios(), strict=True)
        ]
        return {
            "title": self.title,
            "product": self.product.as_json(),
            "references": references,
            "target": asdict(self.target),
            "met": self.target.is_met(self.product),
            "note": self.note,
            "load_at_start": round(self.load, 2),
        }


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` (0 to 1) of the values do not exceed."""
    ordered = sorted(values)
    place = max(0, -int(-share * len(ordered) // 1) - 1)
    return ordered[min(place, len(ordered) - 1)]


def figure(name: str, unit: str, values: Iterable[float]) -> Figure:
    """Median and 95th percentile of several measurements."""
    found = list(values)
    return Figure(name, unit, statistics.median(found), percentile(found, 0.95), len(found))


def show(lines: Sequence[Line], machine: dict[str, Any], left_out: Sequence[str]) -> None:
    """Prints the table with the machine it comes from."""
    console = Console(width=None if Console().is_terminal else 170)
    table = Table(title="NETZ AI beside its references", caption=caption(machine), show_lines=True)
    for name, justify in (
        ("measured", "left"),
        ("median", "right"),
        ("p95", "right"),
        ("target", "left"),
        ("reference", "left"),
        ("median", "right"),
        ("p95", "right"),
        ("ratio", "right"),
    ):
        table.add_column(name, justify=justify)  # type: ignore[arg-type]  # rich's literal
    for line in lines:
        _add(table, line)
    console.print(table)
    for line in lines:
        if line.note:
            console.print(f"[dim]{line.title}: {line.note}[/dim]", highlight=False)
    for text in left_out:
        console.print(f"Left out: {text}", highlight=False)


def caption(machine: dict[str, Any]) -> str:
    """The machine in one paragraph, and what its sharing means."""
    return (
        f"{machine['cores']} cores ({machine['cpu']}), {machine['memory_gb']} GB, Python"
        f" {machine['python']}, PostgreSQL {machine['postgresql']}, {machine['date']}, load"
        f" {machine['load']} before. Client, server and database share the cores: every time is"
        " measured at the client and holds the client's own work."
    )


def _add(table: Table, line: Line) -> None:
    met = line.target.is_met(line.product)
    mark = "" if met is None else ("  ✓" if met else "  ✗")
    ratios = line.ratios()
    table.add_row(
        line.title,
        shown(line.product.median, line.product.unit),
        shown(line.product.p95, line.product.unit),
        f"{line.target}{mark}",
        "\n".join(other.name for other in line.references),
        "\n".join(shown(other.median, other.unit) for other in line.references),
        "\n".join(shown(other.p95, other.unit) for other in line.references),
        "\n".join(f"{ratio:.2f}" for ratio in ratios),
    )


def shown(value: float | None, unit: str) -> str:
    """A value with three significant digits and its unit."""
    if value is None:
        return ""
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{digits}f} {unit}".replace(",", " ")

"""What every form of export is read into, and how its texts and times are made sound."""

import hashlib
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

Origin = Literal["chatgpt", "openwebui"]
Reason = Literal["empty", "unreadable", "too_large", "too_many_messages"]
Role = Literal["user", "assistant"]

MAX_MESSAGES = 2_000
MAX_CHARACTERS = 100_000
MAX_TITLE = 200

CUT = "…"
# A date before any assistant of the kind is a mistake.
_FIRST = datetime(2000, 1, 1, tzinfo=UTC)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_LINE_ENDS = re.compile(r"\r\n?")
# How many of a unit make a second, by the size that a time of our days has in it.
_UNITS = ((1e17, 1e9), (1e14, 1e6), (1e11, 1e3))


class Unusable(Exception):  # noqa: N818  # caught for each conversation
    """One conversation can't be taken; the others can."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


@dataclass(frozen=True, slots=True)
class Said:
    """A turn; `at` is None where the export doesn't say when."""

    role: Role
    text: str
    at: datetime | None = None
    model: str = ""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A conversation from elsewhere. `key` is its name there, the same in each export."""

    origin: Origin
    key: str
    title: str
    turns: tuple[Said, ...]
    started: datetime | None
    archived: bool


def foreign(
    origin: Origin, key: Any, title: Any, turns: list[Said], *, started: Any, archived: Any
) -> Foreign:
    """A conversation with at least one turn. Raises `Unusable`."""
    kept = tuple(turn for turn in turns if turn.text)
    if not kept:
        raise Unusable("empty")
    if len(kept) > MAX_MESSAGES:
        raise Unusable("too_many_messages")
    named = _sound(key) if isinstance(key, str) and key else _fingerprint(kept)
    return Foreign(origin, named, line(title), kept, moment(started), archived is True)


def _fingerprint(turns: tuple[Said, ...]) -> str:
    """What stands for the name of a conversation that has none: what was said in it."""
    told = hashlib.sha256()
    for turn in turns:
        told.update(f"{turn.role}\0{turn.text}\0".encode())
    return told.hexdigest()


def text(value: str) -> str:
    """As PostgreSQL and a screen can take it: no NUL, no half characters, lines ended by LF."""
    sound = _CONTROLS.sub("", _LINE_ENDS.sub("\n", _sound(value))).strip()
    return sound if len(sound) <= MAX_CHARACTERS else sound[:MAX_CHARACTERS] + CUT


def _sound(value: str) -> str:
    return value if value.isascii() else value.encode("utf-8", "replace").decode()


def line(value: Any) -> str:
    """A title: one line, not too long; empty for what is no text."""
    short = " ".join(text(value[: MAX_TITLE * 4]).split()) if isinstance(value, str) else ""
    return short if len(short) <= MAX_TITLE else short[: MAX_TITLE - 1] + CUT


def moment(value: Any) -> datetime | None:
    """A time in seconds, milli-, micro- or nanoseconds, or in ISO 8601; None for any other."""
    if isinstance(value, str):
        return _written(value)
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    try:
        seconds = float(value)
    except OverflowError:
        return None
    if not math.isfinite(seconds):
        return None
    for size, unit in _UNITS:
        if seconds >= size:
            seconds /= unit
            break
    try:
        return _likely(datetime.fromtimestamp(seconds, UTC))
    except (ValueError, OverflowError, OSError):
        return None


def _written(value: str) -> datetime | None:
    try:
        return moment(float(value))
    except ValueError:
        pass
    try:
        at = datetime.fromisoformat(value)
        return _likely(at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        return None


def _likely(at: datetime) -> datetime | None:
    """A clock that is a little ahead is believed to mean now; what is asked next comes after."""
    now = datetime.now(UTC)
    return min(at, now) if _FIRST <= at <= now + timedelta(days=1) else None


def branch(
    nodes: dict[str, Any], tip: Any, *, parent: str, at: Callable[[dict[str, Any]], Any]
) -> Iterator[dict[str, Any]]:
    """The nodes of a tree from its root to `tip`, which was open last; where the export does not
    say which that is, to the newest leaf."""
    known = {key: node for key, node in nodes.items() if isinstance(node, dict)}
    above = {key: node.get(parent) for key, node in known.items()}
    if not any(isinstance(one, str) for one in above.values()):
        yield from known.values()  # a list in a tree's clothes
        return
    place: Any = tip if isinstance(tip, str) and tip in known else _newest_leaf(known, above, at)
    path: list[dict[str, Any]] = []
    seen: set[str] = set()
    while isinstance(place, str) and place in known and place not in seen:
        seen.add(place)
        path.append(known[place])
        place = above[place]
    yield from reversed(path)


def _newest_leaf(
    nodes: dict[str, dict[str, Any]],
    above: dict[str, Any],
    at: Callable[[dict[str, Any]], Any],
) -> str | None:
    parents = {one for one in above.values() if isinstance(one, str)}
    leaves = [key for key in nodes if key not in parents]
    places = {key: number for number, key in enumerate(leaves)}
    return max(
        leaves, key=lambda key: (moment(at(nodes[key])) or _FIRST, places[key]), default=None
    )

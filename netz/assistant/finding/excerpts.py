"""The part of a message that shows why it was found."""

from collections.abc import Callable

from netz.assistant.finding.records import term_key
from netz.knowledge.text import analyse

LENGTH = 240  # characters of an excerpt
_MOST_READ = 20_000

Part = tuple[str, bool]


def excerpt(text: str, stands: Callable[[int], bool]) -> list[Part]:
    """The stretch of the text in which most of the words stand, in parts that are hits or not.

    `stands` says whether a term's key is looked for. Without any hit, the text's beginning.
    """
    text = text[:_MOST_READ]
    hits = _hits(text, stands)
    start = _best_start(hits, len(text))
    end = min(start + LENGTH, len(text))
    start, end = _at_words(text, start, end)
    parts: list[Part] = []
    at = start
    for first, last in hits:
        if first < at or last > end:
            continue
        if first > at:
            parts.append((text[at:first], False))
        parts.append((text[first:last], True))
        at = last
    if at < end:
        parts.append((text[at:end], False))
    if start:
        parts.insert(0, ("… ", False))
    if end < len(text):
        parts.append((" …", False))
    return parts


def has_hit(parts: list[Part]) -> bool:
    """Whether a word that was looked for is in the excerpt."""
    return any(hit for _, hit in parts)


def _hits(text: str, stands: Callable[[int], bool]) -> list[tuple[int, int]]:
    """The places of the words that are looked for, in order; read as French, else as English."""
    found: list[tuple[int, int]] = []
    for language in ("fr", "en"):
        tokens = analyse(text, language)
        found = [(one.start, one.end) for one in tokens if stands(term_key(one.term))]
        if found:
            break
    return sorted(set(found))


def _best_start(hits: list[tuple[int, int]], length: int) -> int:
    if not hits or length <= LENGTH:
        return 0
    margin = LENGTH // 5
    within = [
        (sum(first <= other < first + LENGTH - margin for other, _ in hits), -first)
        for first, _ in hits
    ]
    return max(-max(within)[1] - margin, 0)


def _at_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the torn words at its ends."""
    if start and (space := text.find(" ", start, start + 30)) != -1:
        start = space + 1
    if end < len(text) and (space := text.rfind(" ", end - 30, end)) != -1:
        end = space
    return start, end

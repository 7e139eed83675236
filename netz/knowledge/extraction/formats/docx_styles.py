"""What a Word file says about its paragraphs: heading levels, code styles, list numbering."""

import re
from dataclasses import dataclass, field

from netz.knowledge.extraction.formats.ooxml import (
    Element,
    Package,
    attribute,
    child,
    integer,
    local,
)
from netz.knowledge.extraction.lists import ordered_marker

_HEADING_NAME = re.compile(r"(?:heading|titre|überschrift)\s*(\d)")
_CODE_NAME = re.compile(r"\bcode\b|preformatted|source ?text|préformaté")
_FORMATS = {
    "decimal": "1", "decimalZero": "1", "upperLetter": "A", "lowerLetter": "a",
    "upperRoman": "I", "lowerRoman": "i",
}  # fmt: skip


@dataclass(slots=True)
class Style:
    """A paragraph style with what it inherits already looked up."""

    name: str = ""
    level: int = 0
    number: tuple[str, int] | None = None

    @property
    def is_contents(self) -> bool:
        return self.name.startswith(("toc", "table of", "table des", "tm "))

    @property
    def is_code(self) -> bool:
        return _CODE_NAME.search(self.name) is not None


def read_styles(package: Package, part: str) -> dict[str, Style]:
    """Style id -> Style."""
    root = package.xml(part)
    raw: dict[str, Element] = {}
    for element in root if root is not None else ():
        if local(element) == "style":
            raw[attribute(element, "styleId")] = element
    return {key: _resolve(key, raw, 0) for key in raw}


def _resolve(key: str, raw: dict[str, Element], depth: int) -> Style:
    element = raw.get(key)
    if element is None or depth > 20:
        return Style()
    parent = _resolve(attribute(child(element, "basedOn"), "val"), raw, depth + 1)
    name = attribute(child(element, "name"), "val").lower()
    properties = child(element, "pPr")
    named = _HEADING_NAME.match(name)
    level = int(named.group(1)) if named else parent.level
    if name in ("title", "titre"):
        level = 1
    outline = attribute(child(properties, "outlineLvl"), "val")
    if outline.isdigit():
        level = int(outline) + 1 if int(outline) < 9 else 0
    return Style(name, level, numbering_of(properties) or parent.number)


def numbering_of(properties: Element | None) -> tuple[str, int] | None:
    """(list id, depth from 0) of paragraph properties, None outside lists."""
    number = child(properties, "numPr")
    list_id = attribute(child(number, "numId"), "val")
    if not list_id:
        return None
    return list_id, integer(attribute(child(number, "ilvl"), "val"))


@dataclass(slots=True)
class _Level:
    kind: str = "bullet"
    text: str = ""
    start: int = 1


@dataclass(slots=True)
class Numbering:
    """Counts list items the way Word does, to show the markers that the reader saw."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    abstract: dict[str, str] = field(default_factory=dict)
    counters: dict[tuple[str, int], int] = field(default_factory=dict)
    restarted: set[str] = field(default_factory=set)
    overrides: dict[str, dict[int, int]] = field(default_factory=dict)

    def is_list(self, list_id: str) -> bool:
        return list_id != "0"

    def marker(self, list_id: str, depth: int) -> str:
        """The marker of the next item: "-", "3.", "b)", "2.1." …"""
        group = self.abstract.get(list_id, list_id)
        if list_id not in self.restarted:
            self.restarted.add(list_id)
            for level, start in self.overrides.get(list_id, {}).items():
                self.counters[group, level] = start - 1
        known = self.levels.get(group, {})
        level_of = known.get(depth, _Level())
        self.counters[group, depth] = self.counters.get((group, depth), level_of.start - 1) + 1
        for deeper in [key for key in self.counters if key[0] == group and key[1] > depth]:
            del self.counters[deeper]
        if level_of.kind not in _FORMATS:
            return "-" if level_of.kind != "none" else ""
        return self._shown(group, known, level_of)

    def _shown(self, group: str, known: dict[int, _Level], level: _Level) -> str:
        def number(found: re.Match[str]) -> str:
            at = int(found.group(1)) - 1
            other = known.get(at, _Level("decimal"))
            value = self.counters.get((group, at), other.start)
            return ordered_marker(value, _FORMATS.get(other.kind, "1")).rstrip(".")

        return re.sub(r"%(\d)", number, level.text).strip() or "-"


def read_numbering(package: Package, part: str) -> Numbering:
    numbering = Numbering()
    root = package.xml(part)
    for element in root if root is not None else ():
        if local(element) == "abstractNum":
            levels = _levels(element)
            numbering.levels[attribute(element, "abstractNumId")] = levels
        elif local(element) == "num":
            list_id = attribute(element, "numId")
            numbering.abstract[list_id] = attribute(child(element, "abstractNumId"), "val")
            numbering.overrides[list_id] = {
                integer(attribute(found, "ilvl")): integer(
                    attribute(child(found, "startOverride"), "val"), 1
                )
                for found in element
                if local(found) == "lvlOverride" and child(found, "startOverride") is not None
            }
    return numbering


def _levels(element: Element) -> dict[int, _Level]:
    return {
        integer(attribute(level, "ilvl")): _Level(
            attribute(child(level, "numFmt"), "val"),
            attribute(child(level, "lvlText"), "val"),
            integer(attribute(child(level, "start"), "val"), 1),
        )
        for level in element
        if local(level) == "lvl"
    }

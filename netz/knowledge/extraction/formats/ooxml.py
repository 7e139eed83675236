"""Opens zip-based Office files safely: sizes checked first, XML read without entities."""

import posixpath
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from lxml import etree

from netz.knowledge.extraction.archives import check_sizes
from netz.knowledge.extraction.types import ExtractionError, Limits

# lxml ships no types; the functions below are the only ones that look inside.
Element = Any


class Package:
    """The parts of a docx, xlsx, pptx, odt or ods file by name."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = {name.lower(): name for name in archive.namelist()}

    def xml(self, name: str) -> Element | None:
        """The root of an XML part, None where the part doesn't exist."""
        real = self._names.get(name.lower().lstrip("/"))
        if real is None:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
        root: Element | None = etree.fromstring(self._archive.read(real), parser)
        return root

    def required(self, name: str) -> Element:
        root = self.xml(name)
        if root is None:
            raise ExtractionError("corrupt", f"part {name} is missing")
        return root

    def relations(self, part: str) -> dict[str, str]:
        """Relation id -> target: a part name, or an address for external targets."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", name + ".rels"))
        found: dict[str, str] = {}
        for relation in root if root is not None else ():
            target = relation.get("Target") or ""
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[relation.get("Id") or ""] = target
        return found

    def main_part(self, default: str) -> str:
        """The part that the package names as its main document."""
        root = self.xml("_rels/.rels")
        for relation in root if root is not None else ():
            if (relation.get("Type") or "").endswith("/officeDocument"):
                return (relation.get("Target") or default).lstrip("/")
        return default

    def title(self) -> str:
        """The title in the file's properties, "" when there is none."""
        for name in ("docProps/core.xml", "meta.xml"):
            root = self.xml(name)
            for element in root.iter() if root is not None else ():
                if local(element) == "title" and element.text:
                    return str(element.text)
        return ""


@contextmanager
def open_package(path: Path, limits: Limits) -> Iterator[Package]:
    """The package at `path`; raises "encrypted", "corrupt", or "too_large" for a zip bomb."""
    try:
        with zipfile.ZipFile(path) as archive:
            check_sizes(archive, limits)
            yield Package(archive)
    except zipfile.BadZipFile as error:
        raise ExtractionError("corrupt", str(error)) from error


def local(element: Element) -> str:
    """The element's name without namespace, "" for comments and processing instructions."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def child(element: Element | None, *names: str) -> Element | None:
    """The descendant reached by local names, first of each; None where one is missing."""
    for name in names:
        if element is None:
            return None
        element = next((found for found in element if local(found) == name), None)
    return element


def attribute(element: Element | None, name: str, default: str = "") -> str:
    """An attribute by local name, so that strict and transitional files read alike."""
    if element is None:
        return default
    for key, value in element.attrib.items():
        if str(key).rsplit("}", 1)[-1] == name:
            return str(value)
    return default


def integer(raw: str, default: int = 0) -> int:
    return int(raw) if raw.lstrip("-").isdigit() else default

"""Reads the translated help of desktop programs into French and English training rows.

`python -m training.help_pages DEB_FOLDER OUT_DIR` takes Debian packages that carry Mallard pages or
DocBook books in /usr/share/help, English (`C`) and French (`fr`), and writes:

- help_pairs.jsonl.gz: {"en", "fr", "src", "unit"}, the two sides of a heading, paragraph, sentence;
- help_passages.jsonl.gz: {"query", "passage", "query_en", "passage_en", "src", "kind"}, a title,
  description or heading with the text that stands below it;
- help_sources.json: for each package its version, licences and number of rows, for the model card.

The translations are made from the English files node by node, so the same position in the same
section is the same sentence; whatever differs in structure is left out rather than guessed.
"""

from __future__ import annotations

import gzip
import io
import json
import re
import sys
import tarfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

Guard = Callable[[str], bool]
Row = dict[str, str]

AR_MAGIC = b"!<arch>\n"
AR_HEADER = 60
HELP_FILE = re.compile(r"usr/share/help/(C|fr)/(.+\.(?:page|docbook|xml))$")
COPYRIGHT = re.compile(r"usr/share/doc/[^/]+/copyright$")
LICENCE = re.compile(r"^License:[ \t]*(\S{1,40}(?: (?:or|and) \S{1,40})*)$", re.MULTILINE)
TEXT_LICENCE = re.compile(
    r"(?:licenses/by-sa/|Share\s?-?Alike\s+)(?P<cc>\d\.\d)"
    r"|(?P<gnu>Free\s+Documentation\s+License|GNU FDL)"
)

TEXT_FILES = (".page", ".docbook", ".xml", "copyright")
SECTIONS = {"page", "section", "chapter", "sect1", "sect2", "sect3", "sect4", "appendix", "preface"}
TITLED = {*SECTIONS, "book", "article", "info"}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
BLOCKS = {"p", "para", "simpara", "title", "desc", "subtitle", "term"}
LEFT_OUT = {
    "credit", "revision", "link", "include", "license", "code", "screen", "programlisting", "media",
    "mediaobject", "inlinemediaobject", "bookinfo", "articleinfo", "legalnotice", "revhistory",
    "indexterm", "remark", "footnote", "keywords", "copyright", "years", "email", "synopsis",
    "othercredit", "titleabbrev", "author", "authorgroup", "publisher", "abstract", "holder",
}  # fmt: skip
CHAINS = {"guiseq": " > ", "menuchoice": " > ", "keyseq": "+", "keycombo": "+"}

WORDS = re.compile(r"\w+")
SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀÂÇÉÈÊÎÔÙ«\"])")
PASSAGE_LENGTH = 900
SHORTEST_PASSAGE = 60
PASSAGES_A_SECTION = 2
PARSER = etree.XMLParser(
    resolve_entities="internal", no_network=True, recover=True, remove_comments=True, load_dtd=False
)


@dataclass
class Section:
    """A page, chapter or section: its own blocks, without those of the sections inside."""

    ident: str
    title: str = ""
    desc: str = ""
    blocks: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Package:
    """What one Debian package says in its help, by language and file."""

    name: str
    version: str
    licences: set[str]
    text_licences: set[str]
    files: dict[str, dict[str, list[Section]]]


def nothing_to_avoid(text: str) -> bool:
    """The guard of a run that shares nothing with any test set."""
    return False


def members(deb: Path) -> Iterator[tuple[str, bytes]]:
    """The files inside a .deb: an `ar` archive whose `data.tar.*` holds the tree."""
    content = deb.read_bytes()
    if not content.startswith(AR_MAGIC):
        raise ValueError(f"{deb.name} is not a Debian package")
    position = len(AR_MAGIC)
    while position + AR_HEADER <= len(content):
        header = content[position : position + AR_HEADER]
        name, size = header[:16].decode("ascii").strip().rstrip("/"), int(header[48:58])
        position += AR_HEADER
        if name.startswith("data.tar"):
            with tarfile.open(fileobj=io.BytesIO(content[position : position + size])) as tree:
                for member in tree:
                    opened = tree.extractfile(member) if member.isfile() else None
                    if opened is not None:
                        yield member.name.removeprefix("./"), opened.read()
        position += size + size % 2


def read_package(deb: Path) -> Package:
    """The help pages of a package, in both languages, with the licences it declares."""
    name, _, rest = deb.name.removesuffix(".deb").partition("_")
    version = rest.partition("_")[0]
    package = Package(name, version.replace("%3a", ":"), set(), set(), {"C": {}, "fr": {}})
    for path, content in members(deb):
        text = content.decode("utf-8", "replace") if path.endswith(TEXT_FILES) else ""
        if found := HELP_FILE.match(path):
            package.files[found[1]][found[2]] = sections(content)
            package.text_licences |= {
                "GFDL" if match["gnu"] else f"CC-BY-SA-{match['cc']}"
                for match in TEXT_LICENCE.finditer(text)
            }
        elif COPYRIGHT.match(path):
            package.licences |= set(LICENCE.findall(text))
    return package


def sections(content: bytes) -> list[Section]:
    """The sections of a Mallard page or DocBook book, in reading order."""
    root = etree.fromstring(content, PARSER)
    found = [Section("")]
    if root is not None:
        _walk(root, found[0], found)
    return [section for section in found if section.title or section.blocks]


def _walk(element: Any, section: Section, found: list[Section]) -> None:
    for child in element:
        tag = _tag(child)
        if not tag or tag in LEFT_OUT or (tag == "title" and child.get("type")):
            continue  # a title with a type is for menus and sorting
        if tag in SECTIONS:
            inner = Section(child.get("id") or child.get(XML_ID) or "")
            found.append(inner)
            _walk(child, inner, found)
        elif tag in BLOCKS:
            _add(section, tag, child, heading=_tag(element) in TITLED)
            _walk_inside(child, section, found)
        else:
            _walk(child, section, found)


def _walk_inside(block: Any, section: Section, found: list[Section]) -> None:
    """A DocBook paragraph may hold a list: its items are blocks of their own."""
    for child in block:
        if _tag(child) and child.xpath("boolean(.//*[local-name()='para' or local-name()='p'])"):
            _walk(child, section, found)


def _add(section: Section, tag: str, element: Any, *, heading: bool) -> None:
    text = " ".join("".join(_pieces(element)).split()).replace("’", "'")
    if tag == "title" and heading and not section.title:
        section.title = text
    elif tag == "desc" and not section.desc:
        section.desc = text
    elif text and tag != "desc":
        section.blocks.append((tag, text))


def _pieces(element: Any) -> Iterator[str]:
    between = CHAINS.get(_tag(element))
    if between:
        steps = ["".join(_pieces(child)).strip() for child in element if _tag(child)]
        yield between.join(step for step in steps if step)
        return
    yield element.text or ""
    for child in element:
        tag = _tag(child)
        if tag and tag not in BLOCKS and (tag not in LEFT_OUT or tag in {"link", "email", "code"}):
            yield from _pieces(child)
        yield child.tail or ""


def _tag(element: Any) -> str:
    """The name without its namespace; empty for comments, instructions and unknown entities."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def aligned(package: Package) -> Iterator[tuple[Section, Section, tuple[str, str]]]:
    """Sections that are the same in both languages, block for block, with their page's title."""
    for path, french in package.files["fr"].items():
        english = package.files["C"].get(path, [])
        if len(english) != len(french):
            continue
        if not english:
            continue
        page = english[0].title, french[0].title
        for ours, theirs in zip(english, french, strict=True):
            same_blocks = [tag for tag, _ in ours.blocks] == [tag for tag, _ in theirs.blocks]
            if ours.ident == theirs.ident and same_blocks:
                yield ours, theirs, page


def pairs(package: Package, guard: Guard = nothing_to_avoid) -> Iterator[Row]:
    """Headings, paragraphs and sentences in both languages; untranslated ones are left out."""
    for english, french, _ in aligned(package):
        headings = ((english.title, french.title), (english.desc, french.desc))
        texts = [("head", en, fr) for en, fr in headings]
        for (_, en), (_, fr) in zip(english.blocks, french.blocks, strict=True):
            texts.extend(_units(en, fr))
        for unit, en, fr in texts:
            if _translated(en, fr) and not guard(fr) and not guard(en):
                yield {"en": en, "fr": fr, "src": f"help:{package.name}", "unit": unit}


def _units(english: str, french: str) -> Iterator[tuple[str, str, str]]:
    yield "para", english, french
    ours, theirs = SENTENCE.split(english), SENTENCE.split(french)
    if 1 < len(ours) == len(theirs):
        for one, other in zip(ours, theirs, strict=True):
            yield "sent", one, other


def _translated(english: str, french: str) -> bool:
    """Both sides say something, differ, and are of a comparable length."""
    counts = sorted((len(WORDS.findall(english)), len(WORDS.findall(french))))
    return counts[0] >= 2 and counts[1] <= 3 * counts[0] and english != french


def passages(package: Package, guard: Guard = nothing_to_avoid) -> Iterator[Row]:
    """Titles, descriptions and headings, each with the text it stands for."""
    for english, french, page in aligned(package):
        if not _mostly_translated(english, french):
            continue
        queries = [("title", english.title, french.title), ("desc", english.desc, french.desc)]
        if page[1] and page[1] != french.title:
            both = f"{page[0]} : {english.title}", f"{page[1]} : {french.title}"
            queries = [("heading", english.title, french.title), ("title+heading", *both)]
        for passage_en, passage in _chunks(english, french):
            for kind, query_en, query in queries:
                row = {
                    "query": query,
                    "passage": passage,
                    "query_en": query_en,
                    "passage_en": passage_en,
                }
                if _translated(query_en, query) and not any(map(guard, row.values())):
                    yield {**row, "src": f"help:{package.name}", "kind": kind}


def _mostly_translated(english: Section, french: Section) -> bool:
    texts = [(en, fr) for (_, en), (_, fr) in zip(english.blocks, french.blocks, strict=True)]
    return bool(texts) and sum(en == fr for en, fr in texts) <= len(texts) // 5


def _chunks(english: Section, french: Section) -> list[tuple[str, str]]:
    """The section's text in pieces short enough to be one passage, cut at the same blocks."""
    chunks: list[tuple[list[str], list[str]]] = []
    for (_, en), (_, fr) in zip(english.blocks, french.blocks, strict=True):
        if en == fr and len(WORDS.findall(fr)) > 3:
            continue
        length = sum(map(len, chunks[-1][1])) if chunks else PASSAGE_LENGTH
        if length + len(fr) > PASSAGE_LENGTH:
            chunks.append(([], []))
        chunks[-1][0].append(en)
        chunks[-1][1].append(fr)
    joined = [(" ".join(en), " ".join(fr)) for en, fr in chunks]
    return [chunk for chunk in joined if len(chunk[1]) >= SHORTEST_PASSAGE][:PASSAGES_A_SECTION]


def distinct(rows: Iterable[Row]) -> list[Row]:
    """The rows without repetitions, which menus and legal notes bring in numbers."""
    seen: set[tuple[str, ...]] = set()
    kept = []
    for row in rows:
        key = tuple(value for name, value in row.items() if name not in {"src", "unit", "kind"})
        if key not in seen:
            seen.add(key)
            kept.append(row)
    return kept


def write(folder: Path, out: Path, guard: Guard = nothing_to_avoid) -> list[dict[str, Any]]:
    """Reads every package of the folder, writes the rows, and tells what came from where."""
    packages = [read_package(deb) for deb in sorted(folder.glob("*.deb"))]
    pair_rows = distinct(row for package in packages for row in pairs(package, guard))
    passage_rows = distinct(row for package in packages for row in passages(package, guard))
    out.mkdir(parents=True, exist_ok=True)
    _write_rows(out / "help_pairs.jsonl.gz", pair_rows)
    _write_rows(out / "help_passages.jsonl.gz", passage_rows)
    sources = [
        {
            "package": package.name,
            "version": package.version,
            "licences": sorted(package.licences),
            "text_licences": sorted(package.text_licences),
            "pairs": sum(row["src"] == f"help:{package.name}" for row in pair_rows),
            "passages": sum(row["src"] == f"help:{package.name}" for row in passage_rows),
        }
        for package in packages
    ]
    report = json.dumps(sources, ensure_ascii=False, indent=2)
    (out / "help_sources.json").write_text(report + "\n", encoding="utf-8")
    return sources


def _write_rows(path: Path, rows: list[Row]) -> None:
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def main() -> None:
    """Writes the rows of the packages in one folder to another."""
    folder, out = map(Path, sys.argv[1:3])
    for source in write(folder, out):
        if source["pairs"]:
            print(source)


if __name__ == "__main__":
    main()

"""Reads a passage's blocks into the pieces that an answer can be made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from netz.assistant.answering.sentences import split_sentences
from netz.assistant.answering.shapes import Block, shaped
from netz.assistant.answering.types import PieceKind
from netz.assistant.answering.words import terms_of

if TYPE_CHECKING:
    from netz.knowledge.types import Hit

GroupKind = Literal["prose", "list", "table", "pairs", "grid", "chain"]

_CRUMB = re.compile(
    r"^(?:\W*)(?:voir aussi|voir (?:également|l['’]article|la (?:page|section|fiche))|"
    r"à lire aussi|lire aussi|en savoir plus|pour en savoir plus|pour plus d['’]informations?|"
    r"pour plus de (?:détails|renseignements)|pour (?:obtenir )?(?:plus|davantage) d['’]|"
    r"pour obtenir des informations|pour d['’]autres détails|rubriques? connexes?|"
    r"articles? connexes?|liens? utiles?|retour (?:au|à la)|page (?:suivante|précédente)|"
    r"suivant$|précédent$|sommaire|table des matières|consultez également|vidéo\s?:|"
    r"download the|see also|related (?:topics|articles|links)|for more (?:information|details)|"
    r"for further|learn more|read more|back to|next$|previous$|table of contents|more info)",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r"^(?:pour (?:cela|ce faire)|dans ce(?:tte)? cas|à cet effet|en outre|de plus|par ailleurs|"
    r"toutefois|cependant|néanmoins|ainsi|ensuite|puis|enfin|sinon|donc|alors|mais|or|"
    r"il|elle|ils|elles|cela|ceci|ce|c['’]est|cette|cet|ces|celui|celle|ceux|celles|"
    r"it|this|that|these|those|they|he|she|however|therefore|then|otherwise|moreover|"
    r"in (?:this|that) case|to do (?:this|so)|for this|if so|if not|such)\b",
    re.IGNORECASE,
)
_MARKED = re.compile(r"^\s*(?P<marker>\d{1,3}[.)]|[a-zA-Z][.)]|[-*•–·▪o])\s+(?P<text>\S.*)$")
_NUMBER = re.compile(r"\d+")
_SHORT = 30  # words of a paragraph that may introduce values without a colon


@dataclass(frozen=True, slots=True)
class Unit:
    """One piece of a passage: a sentence, list item, step, table row or block of code.

    `marker` and `level` are those of a list item, `opens` says that a list starts here; a `crumb`
    only points elsewhere, a `dangling` sentence leans on the one before it.
    """

    text: str
    kind: PieceKind
    terms: frozenset[str]
    block: int
    marker: str = ""
    level: int = 0
    opens: bool = False
    crumb: bool = False
    dangling: bool = False
    code: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Pieces that belong together; `lead` introduces them and is read before them."""

    kind: GroupKind
    units: tuple[Unit, ...]
    lead: tuple[Unit, ...] = ()
    heading: str = ""
    heading_terms: frozenset[str] = frozenset()
    ordered: bool = False

    @property
    def terms(self) -> frozenset[str]:
        """Every index term of the group with its lead and heading."""
        return self.heading_terms.union(*(unit.terms for unit in (*self.lead, *self.units)))


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage taken apart; `context` holds the terms of title, headings and file path."""

    groups: tuple[Group, ...]
    terms: frozenset[str]
    context: frozenset[str]
    title: frozenset[str]

    @property
    def units(self) -> list[Unit]:
        """Every piece in document order."""
        return [unit for group in self.groups for unit in (*group.lead, *group.units)]


def read_passage(hit: Hit) -> Passage:
    """Return the structure of `hit`; kept per passage and content, as hits repeat all day."""
    blocks = tuple(_frozen(block) for block in hit.blocks) or _blocks_of_text(hit.text)
    key = (hit.text, hit.title, tuple(hit.headings), hit.path, hit.language or "fr")
    return _read(str(hit.passage_id), key, blocks)


def is_crumb(text: str) -> bool:
    """True for pointers elsewhere ("Voir aussi …"), which answer nothing by themselves."""
    return bool(_CRUMB.match(text))




def _frozen(block: Mapping[str, Any]) -> Block:
    return (
        str(block.get("kind", "paragraph")),
        str(block.get("text", "")),
        int(block.get("level") or 0),
        str(block.get("marker") or ""),
    )


def _blocks_of_text(text: str) -> tuple[Block, ...]:
    found: list[Block] = []
    for line in text.split("\n"):
        if match := _MARKED.match(line):
            found.append(("list_item", match["text"], 0, match["marker"]))
        elif line.strip():
            found.append(("paragraph", line.strip(), 0, ""))
    return tuple(found)


@lru_cache(maxsize=8192)
def _read(
    passage_id: str,
    described: tuple[str, str, tuple[str, ...], str, str],
    blocks: tuple[Block, ...],
) -> Passage:
    text, title, headings, path, language = described
    groups = tuple(_groups(shaped(blocks), language))
    stem = re.sub(r"\.\w{1,5}$", "", path).replace("/", " ").replace("_", " ").replace("-", " ")
    own = terms_of(title, language)
    context = own.union(
        terms_of(stem, language), *(terms_of(heading, language) for heading in headings)
    )
    return Passage(groups=groups, terms=terms_of(text, language), context=context, title=own)


def _groups(blocks: tuple[Block, ...], language: str) -> Iterable[Group]:
    """Walk over the blocks once, opening and closing groups."""
    heading = ""
    position = 0
    while position < len(blocks):
        kind = blocks[position][0]
        if kind == "heading":
            heading = blocks[position][1]
            position += 1
            continue
        end = _end_of_group(blocks, position)
        group = _group(blocks, position, end, heading, language)
        if group.units:
            yield group
        position = end


def _end_of_group(blocks: tuple[Block, ...], start: int) -> int:
    """Return the position after the last block of the group that starts at `start`."""
    end = start
    if blocks[start][0] in {"paragraph", "code"}:
        while end < len(blocks) and blocks[end][0] in {"paragraph", "code"}:
            end += 1
        if end < len(blocks) and _introduces(blocks, end - 1):
            return end - 1 if end - 1 > start else _end_of_body(blocks, end)
        return end
    return _end_of_body(blocks, start)


def _end_of_body(blocks: tuple[Block, ...], start: int) -> int:
    if blocks[start][0] in {"table", "pairs"}:
        return start + 1
    end = start
    while end < len(blocks) and blocks[end][0] == "grid":
        end += 1
    while end < len(blocks):
        kind = blocks[end][0]
        if kind == "list_item" and (end == start or not _restarts(blocks, start, end)):
            end += 1
        elif kind in {"paragraph", "code"} and _resumes(blocks, start, end):
            end += 1
        else:
            break
    return end


def _introduces(blocks: tuple[Block, ...], number: int) -> bool:
    """A paragraph leads the list or table after it by a colon, or by being short before values."""
    if number + 1 >= len(blocks) or blocks[number][0] != "paragraph":
        return False
    text, body = blocks[number][1].rstrip(), blocks[number + 1][0]
    if body in {"pairs", "grid"}:
        return len(text.split()) <= _SHORT and not is_crumb(text)
    return body in {"list_item", "table"} and text.endswith(":")


def _ordinal(marker: str) -> int | None:
    match = _NUMBER.match(marker)
    return int(match.group()) if match else None


def _restarts(blocks: tuple[Block, ...], start: int, end: int) -> bool:
    """A "1." at the same depth after other numbers opens a new procedure."""
    number, level = _ordinal(blocks[end][3]), blocks[end][2]
    if number != 1:
        return False
    seen = [_ordinal(b[3]) for b in blocks[start:end] if b[0] == "list_item" and b[2] == level]
    previous = [n for n in seen if n is not None]
    # Markdown writers number every step "1.": such a run of ones is one procedure.
    return bool(previous) and previous[-1] != 1


def _resumes(blocks: tuple[Block, ...], start: int, end: int) -> bool:
    """A paragraph or code inside a list belongs to its step: it stands deeper, or the count goes on."""
    if blocks[end][2] > 0:
        return True
    last = [_ordinal(b[3]) for b in blocks[start:end] if b[0] == "list_item"]
    following = next((b for b in blocks[end:] if b[0] not in {"paragraph", "code"}), None)
    if following is None or following[0] != "list_item" or not last or last[-1] is None:
        return False
    number = _ordinal(following[3])
    return number is not None and number == last[-1] + 1


def _group(blocks: tuple[Block, ...], start: int, end: int, heading: str, language: str) -> Group:
    body = start
    lead: tuple[Unit, ...] = ()
    kinds = {block[0] for block in blocks[start:end]}
    head = terms_of(heading, language)
    if _introduces(blocks, start) and end > start + 1:
        lead = tuple(_units(blocks[start], start, "sentence", language))
        body = start + 1
    members = list(enumerate(blocks))[body:end]
    for shape in ("table", "pairs", "grid"):
        if shape in kinds:
            rows = [u for n, block in members for u in _units(block, n, "row", language)]
            return Group(shape, tuple(rows), lead, heading, head)
    if "list_item" in kinds:
        ordered = any(_ordinal(block[3]) is not None for _, block in members)
        item: PieceKind = "step" if ordered else "item"
        units = [u for n, b in members for u in _list_units(b, n, item, language, n == body)]
        return Group("list", tuple(units), lead, heading, head, ordered)
    units = [u for n, block in members for u in _units(block, n, "sentence", language)]
    kind: GroupKind = "chain" if any(unit.code for unit in units) else "prose"
    return Group(kind, tuple(units), lead, heading, head)


def _list_units(
    block: Block, number: int, kind: PieceKind, language: str, opens: bool
) -> Iterable[Unit]:
    if block[0] != "list_item":
        yield from _units(block, number, "sentence", language)
        return
    unit = _unit(block[1].strip(), kind, number, language)
    yield replace(unit, marker=block[3], level=block[2], opens=opens)


def _units(block: Block, number: int, kind: PieceKind, language: str) -> Iterable[Unit]:
    if block[0] == "code":
        yield _unit(block[1], "sentence", number, language, code=True)
        return
    if block[0] == "grid":
        yield _unit(" ".join(block[1].split()), kind, number, language)
        return
    lines = block[1].split("\n") if kind == "row" else split_sentences(block[1])
    for line in lines:
        if line.strip():
            yield _unit(line.strip(), kind, number, language)


def _unit(text: str, kind: PieceKind, block: int, language: str, *, code: bool = False) -> Unit:
    return Unit(
        text=text,
        kind=kind,
        terms=terms_of(text, language),
        block=block,
        crumb=not code and is_crumb(text),
        dangling=not code and bool(_DANGLING.match(text)),
        code=code,
    )

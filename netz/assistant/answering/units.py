"""The smallest pieces of a passage: sentences, items, steps, rows and code, and their groups."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from netz.assistant.answering.sentences import split_sentences
from netz.assistant.answering.shapes import Block
from netz.assistant.answering.types import PieceKind
from netz.assistant.answering.words import terms_in_order

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
    r"in (?:this|that) case|to do (?:this|so)|for this|if so|if not|such)\b|"
    r"^[^.]{0,60}(?:à ce moment-là|(?:est|sont) donc\b)",
    re.IGNORECASE,
)


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


def is_crumb(text: str) -> bool:
    """True for pointers elsewhere ("Voir aussi …"), which answer nothing by themselves."""
    return bool(_CRUMB.match(text))


def list_units(
    block: Block, number: int, kind: PieceKind, language: str, opens: bool
) -> Iterable[Unit]:
    if block[0] != "list_item":
        yield from units_of(block, number, "sentence", language)
        return
    unit = _unit(block[1].strip(), kind, number, language)
    yield replace(unit, marker=block[3], level=block[2], opens=opens)


def units_of(block: Block, number: int, kind: PieceKind, language: str) -> Iterable[Unit]:
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
        terms=terms_in_order(text, language),
        block=block,
        crumb=not code and is_crumb(text),
        dangling=not code and bool(_DANGLING.match(text)),
        code=code,
    )

"""Answers from files that were given to the conversation: what of them fits, and what they say.

A file is short beside a workspace's documents, and one that was just attached is probably what is
asked about: all of its passages are looked at, and it is asked before the documents are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from netz.assistant.answering.lexicon import ENGLISH_FUNCTION, FRENCH_FUNCTION
from netz.assistant.answering.meaning import Alike
from netz.assistant.answering.question import read_question
from netz.assistant.answering.structure import read_passage
from netz.assistant.answering.types import Citation, Draft, Hits, Language, Piece, Question
from netz.assistant.answering.units import Unit
from netz.assistant.answering.words import either_terms
from netz.assistant.answering.writer import render
from netz.core.folding import fold

if TYPE_CHECKING:
    from netz.knowledge.text import Synonyms
    from netz.knowledge.types import Hit

_MOST = 12
_SYNONYM = 0.8
_HEADING = 0.5  # what a word that stands in the headings alone counts
_START = 4
_NEUTRAL = 4.0  # the rarity of a word that only the file holds
_OVERVIEW = 8  # places of which it says something
_FEW = 2
_ALONE = 4  # pieces of each, where the places are few

_FILE = (
    r"(?:documents?|fichiers?|pi[èe]ces? jointes?|pdf|textes?|mails?|courriels?|e-?mails?|"
    r"journ(?:al|aux)|logs?|tableaux?|files?|attachments?|sheets?|spreadsheets?|letters?|lettres?)"
)
_THIS = (
    r"(?:c(?:e|et|ette|es)|le|la|les|mon|ma|mes|du|de la|des|this|that|these|the|my|an?)\s+"
    r"(?:attached\s+|joined\s+)?"
)
# "dans ce fichier", "d'après la pièce jointe", "according to the attached document", "ci-joint".
_REFERENCE = re.compile(
    rf"\b(?:(?:dans|d['’]après|selon|sur|de|in|from|of|to|according to)\s+)?{_THIS}{_FILE}"
    r"(?:\s+(?:ci-)?joint(?:e|s|es)?|\s+attached)?\b|\bci-joint(?:e|s|es)?\b|\b(?:the )?attached\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"r[ée]sum\w*|summar\w*|synth[èée]\w*|aperçu|overview|contien\w*|contenu|contain\w*|content|"
    r"dit|dis|disent|parl\w+|raconte|expliqu\w+|explain|sa(?:y|ys|id)|about|tell|"
    r"quoi|what|peux|tu|pouvez|vous|can|could|you|please|stp|svp|s'il|pla[iî]t|moi|me|"
    r"fais|faire|make|give|donne|main|key|points?|principaux|essentiel|cl[ée]s?",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")


def asked_of(question: str) -> str:
    """The question without its words for the file itself, in which they need not stand."""
    return " ".join(_REFERENCE.sub(" ", question).split())


def wants_overview(question: str) -> bool:
    """Whether it asks what a file says as a whole, and about nothing in it."""
    words = _WORD.findall(asked_of(question).lower())
    function = FRENCH_FUNCTION | ENGLISH_FUNCTION
    return any(_WHOLE.fullmatch(word) for word in words) and all(
        word in function or _WHOLE.fullmatch(word) for word in words
    )


def read_of(
    question: str,
    language: Language,
    hits: Hits,
    weights: Mapping[str, float],
    synonyms: Synonyms,
) -> Question:
    """`question` as asked of these passages: a word that stands in them is known."""
    words = asked_of(question) or question
    plain = read_question(words, language)
    terms = {key for term in plain.terms for key in term.keys}
    held = frozenset[str]().union(*(either_terms(_said(hit)) for hit in _likely(plain, hits)))
    own = {key: _NEUTRAL for key in terms & held if key not in weights}
    return read_question(words, language, {**weights, **own}, synonyms)


def ranked(question: Question, hits: Hits, alike: Alike | None = None) -> list[Hit]:
    """The passages that carry most of the question, best first, scored from 0 to 1.

    Whether the best of them answers is the grounder's to say.
    """
    likely = _likely(question, hits) or hits[:_MOST]
    scored = sorted(
        ((_share(question, hit), -place) for place, hit in enumerate(likely)), reverse=True
    )[:_MOST]
    best = [(likely[-place], share) for share, place in scored]
    likeness: Sequence[float | None] = (
        alike([hit.text for hit, _ in best]) if alike and best else [None] * len(best)
    )
    return [
        replace(
            hit,
            score=max(share, like or 0.0),
            lexical=share,
            coverage=share,
            likeness=like,
        )
        for (hit, share), like in zip(best, likeness, strict=True)
    ]


def overview(hits: Hits, language: Language) -> Draft:
    """What the files say as a whole: how they begin, and the first words under each heading.

    Every piece's text occurs word for word in the passage that it cites.
    """
    places = _places(hits)
    each = _ALONE if len(places) <= _FEW else 1
    pieces: list[Piece] = []
    cited: dict[object, Citation] = {}
    for hit, units in places[:_OVERVIEW]:
        for unit in units[:each]:
            source = cited.setdefault(hit.passage_id, _cited(len(cited) + 1, hit, unit.text))
            pieces.append(Piece(unit.text, "item", (source.index,), "-", unit.code))
    return Draft(
        status="answered",
        language=language,
        text=render(tuple(pieces)),
        sentences=tuple(pieces),
        citations=tuple(cited.values()),
        confidence=1.0,
    )


def _places(hits: Hits) -> list[tuple[Hit, list[Unit]]]:
    """What stands under each heading, in order: the passage, and its pieces."""
    found: dict[object, tuple[Hit, list[Unit]]] = {}
    for hit in hits:
        for group in read_passage(hit).groups:
            units = [unit for unit in (*group.lead, *group.units) if not unit.crumb]
            place = (hit.document_id, tuple(hit.headings), group.heading)
            if units:
                found.setdefault(place, (hit, []))[1].extend(units)
    return list(found.values())


def opening(hits: Hits) -> list[Hit]:
    """The passages that a model is shown to say what the files are about: their first ones."""
    return list(hits[:_MOST])


def _cited(index: int, hit: Hit, quote: str) -> Citation:
    return Citation(
        index=index,
        document_id=hit.document_id,
        path=hit.path,
        title=hit.title,
        passage_id=hit.passage_id,
        page=hit.page,
        quote=quote,
        headings=tuple(hit.headings),
        attached=hit.attached,
    )


def _likely(question: Question, hits: Hits) -> list[Hit]:
    """Those in which a word of the question may stand, by how the words begin: to read the words of
    a whole book takes longer than anybody waits."""
    ways = (key for term in question.terms for key in (*term.keys, *term.others))
    starts = {fold(key)[:_START] for key in ways}
    starts |= {fold(term.surface)[:_START] for term in question.terms}
    return [hit for hit in hits if any(start in fold(_said(hit)) for start in starts)]


def _share(question: Question, hit: Hit) -> float:
    """How much of the question the passage carries, by weight: 0 to 1."""
    text, headings = either_terms(hit.text), either_terms(" ".join(hit.headings))
    carried = 0.0
    for term in question.terms:
        if term.within(text):
            carried += term.weight * (1.0 if term.itself(text) else _SYNONYM)
        elif term.within(headings):
            carried += term.weight * _HEADING
    return carried / max(question.weight, 1e-9)


def _said(hit: Hit) -> str:
    return " ".join((*hit.headings, hit.text))


def merged(first: Sequence[Hit], then: Sequence[Hit], most: int) -> list[Hit]:
    """Passages of both, the files' before the documents', half of each where both are many."""
    kept = first[: max(most // 2, most - len(then))]
    return [*kept, *then[: most - len(kept)]]

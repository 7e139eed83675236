"""Proposes next questions from the headings and titles around the answer."""

from __future__ import annotations

import re

from netz.assistant.answering.catalogue import text
from netz.assistant.answering.language import detect_language
from netz.assistant.answering.types import Hits, Language
from netz.assistant.answering.words import content_terms

_LIMIT = 3
_NUMBERING = re.compile(r"^(?:\d+(?:\.\d+)*[.)]?|[IVX]+[.)]|annexe \w+\s*:)\s+", re.IGNORECASE)
_INFINITIVE = re.compile(
    r"^[A-ZÀ-Ýa-zà-ÿ]+(?:er|ir|re|oir)\s+(?:un|une|le|la|les|l['’]|des|du|votre|vos|mon)\b|"
    r"^(?:Se |S['’])?[A-ZÀ-Ý][a-zà-ÿ]+(?:er|ir)\s",
    re.UNICODE,
)
_BARE = re.compile(
    r"^(?:introduction|sommaire|annexes?|overview|notes?|remarques?|exemples?|problèmes?"
    r"|contact|voir aussi|see also|conclusion|faq|description)$",
    re.IGNORECASE,
)


def suggest(question: str, hits: Hits, language: Language, used: int | None) -> tuple[str, ...]:
    """Return up to three next questions in `language`.

    Headings of the document that answered (`used` is its position in `hits`) come first, then the
    titles of the other documents; what the question already asks is left out.
    """
    asked = content_terms(question)
    answered = (
        content_terms(" ".join(hits[used].headings[-1:])) if used is not None else frozenset()
    )
    taken: list[frozenset[str]] = [answered]
    found: list[str] = []
    for heading, near in _headings(hits, used):
        phrase = _phrase(heading, language)
        terms = content_terms(heading)
        shared = len(terms & asked)
        repeats = shared * 3 >= len(terms) * 2 or terms in taken
        related = near or shared > 1 or shared * 3 >= len(terms)
        if phrase is None or repeats or not related:
            continue
        taken.append(terms)
        found.append(phrase)
    return tuple(found[:_LIMIT])


def _headings(hits: Hits, used: int | None) -> list[tuple[str, bool]]:
    """Headings, and whether they stand in the document that answered."""
    own: list[tuple[str, bool]] = []
    others: list[tuple[str, bool]] = []
    for hit in hits:
        if used is not None and hit.document_id == hits[used].document_id:
            own += [(heading, True) for heading in reversed(hit.headings)]
            own += [(str(b["text"]), True) for b in hit.blocks if b["kind"] == "heading"]
        else:
            others.append((hit.title, False))
    return own + others


def _phrase(heading: str, language: Language) -> str | None:
    """Return `heading` as a question, or None where it would not read as one."""
    plain = _NUMBERING.sub("", " ".join(heading.split())).strip(" .:")
    if not 6 <= len(plain) <= 70 or _BARE.match(plain):
        return None
    # Without a sign of English a heading is taken as French: most documents are.
    if detect_language(plain, "fr") != language:
        return None
    if plain.endswith("?"):
        return plain
    if language == "fr" and _INFINITIVE.match(plain):
        return text("suggestion_how", language, heading=plain[0].lower() + plain[1:])
    return text("suggestion_heading", language, heading=plain)

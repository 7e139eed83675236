"""Checks a model's answer against the passages it cites, sentence by sentence."""

from __future__ import annotations

import re

from netz.assistant.answering.sentences import split_sentences
from netz.assistant.answering.structure import read_passage
from netz.assistant.answering.types import CheckedSentence, Hits
from netz.assistant.answering.words import content_terms, either_terms

# Share of a sentence's content words that the cited passages must hold.
SUPPORTED = 0.6

_MARK = re.compile(r"\s*\[(\d{1,2}(?:\s*[,;]\s*\d{1,2})*)\]")
_TRAILING = re.compile(r"([.!?…])((?:\s*\[\d{1,2}(?:\s*[,;]\s*\d{1,2})*\])+)")
_FIGURE = re.compile(
    r"0x[0-9a-f]+|\b[a-z]+\d[\w-]*|(?<![\w.])\d+(?:[.,:\s]\d+)*(?![\w])", re.IGNORECASE
)
_ADDRESS = re.compile(r"\b[\w-]+(?:\.[\w-]+)+(?:/[\w./?=&%-]*)?|[\w.+-]+@[\w-]+\.[\w.]+")
_LIST_NUMBER = re.compile(r"^\s*(?:\d{1,2}[.)]|[-*•])\s+")
_POINTER = re.compile(r"^[^.!?]{0,120}:$")


def verify_citations(text: str, hits: Hits) -> list[CheckedSentence]:
    """Return each sentence of `text` with the passages it cites and whether they support it.

    Citations are marks such as [1] or [1, 3] that count `hits` from 1. A sentence is supported
    when every figure, code and address in it stands in a cited passage and most of its content
    words do; a line that only introduces a list is supported by the sentence after it.
    """
    checked: list[CheckedSentence] = []
    for sentence in _sentences(text):
        marks = [int(n) for match in _MARK.finditer(sentence) for n in re.findall(r"\d+", match[1])]
        plain = _MARK.sub("", sentence).strip()
        if any(c.isalnum() for c in plain):
            checked.append(_check(plain, tuple(dict.fromkeys(marks)), hits))
    return _with_introductions(checked)


def _sentences(text: str) -> list[str]:
    """Sentences with their marks, which may stand before or after the full stop."""
    inside = _TRAILING.sub(r"\2\1", text)
    return [sentence for sentence in split_sentences(inside) if sentence.strip()]


def _check(plain: str, marks: tuple[int, ...], hits: Hits) -> CheckedSentence:
    known = tuple(mark for mark in marks if 1 <= mark <= len(hits))
    if not marks:
        return CheckedSentence(plain, (), False, "uncited")
    if len(known) < len(marks):
        return CheckedSentence(plain, known, False, "unknown_source")
    cited = [hits[mark - 1] for mark in known]
    source = "\n".join(f"{h.title}\n{' '.join(h.headings)}\n{h.text}" for h in cited)
    if not _figures(_LIST_NUMBER.sub("", plain)) <= _figures(source):
        return CheckedSentence(plain, known, False, "numbers")
    words = content_terms(plain)
    held = either_terms(source).union(*(read_passage(hit).context for hit in cited))
    support = len(words & held) / len(words) if words else 1.0
    if support < SUPPORTED:
        return CheckedSentence(plain, known, False, "words", support)
    return CheckedSentence(plain, known, True, "", support)


def _figures(text: str) -> frozenset[str]:
    """Numbers, codes and addresses of `text` in one spelling ("10 000" and "10,000" are one)."""
    plain = text.replace("\u202f", " ").replace("\u00a0", " ")
    found = {re.sub(r"[\s,.:]", "", match).lower() for match in _FIGURE.findall(plain)}
    found |= {match.lower().rstrip("./") for match in _ADDRESS.findall(plain)}
    return frozenset(found - {""})


def _with_introductions(checked: list[CheckedSentence]) -> list[CheckedSentence]:
    """ "Procédez ainsi :" needs no mark of its own when what follows is supported."""
    result: list[CheckedSentence] = []
    for at, sentence in enumerate(checked):
        following = checked[at + 1] if at + 1 < len(checked) else None
        leads = sentence.reason == "uncited" and _POINTER.match(sentence.text)
        if leads and following and following.supported and not _figures(sentence.text):
            sentence = CheckedSentence(sentence.text, following.citations, True)
        result.append(sentence)
    return result

"""The answer in the passages' own words: of the conversation's files first, then the documents."""

from collections.abc import Sequence
from dataclasses import dataclass

from netz.assistant.answering import attached
from netz.assistant.answering.grounder import decide
from netz.assistant.answering.question import read_question
from netz.assistant.answering.types import Draft, Language, Style
from netz.assistant.answering.writer import compose, refuse
from netz.knowledge import queries as knowledge
from netz.knowledge.types import Hit

HITS = 12


@dataclass(frozen=True, slots=True)
class Extract:
    """What was `written`, the refusal that would stand in its place, and the passages for a model
    to write from."""

    written: Draft
    refused: Draft
    hits: Sequence[Hit]


def extracted(
    query: str,
    language: Language,
    found: knowledge.Found,
    style: Style,
    files: Sequence[Hit] = (),
) -> Extract:
    """The answer from what was found, and from `files`: all passages that are attached."""
    documents = _from_documents(query, language, found, style)
    if not files:
        return documents
    if attached.wants_overview(query):
        shown = attached.opening(files)
        return Extract(attached.overview(files, language), documents.refused, shown)
    question = attached.read_of(query, language, files, found.weights, found.synonyms)
    hits = attached.ranked(question, files, found.alike)
    grounding = decide(question, hits, found.alike)
    for_model = attached.merged(hits, found.hits, HITS)
    if grounding.answerable:
        written = compose(question, hits, grounding, language, style.length)
        return Extract(written, documents.refused, for_model)
    return Extract(documents.written, documents.refused, for_model)


def _from_documents(
    query: str, language: Language, found: knowledge.Found, style: Style
) -> Extract:
    question = read_question(query, language, found.weights, found.synonyms)
    grounding = decide(question, found.hits, found.alike)
    refused = refuse(question, found.hits, grounding, language)
    if not grounding.answerable:
        return Extract(refused, refused, found.hits)
    written = compose(question, found.hits, grounding, language, style.length)
    return Extract(written, refused, found.hits)

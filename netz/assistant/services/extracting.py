"""The answer in the passages' own words: of what is asked first, then of all documents."""

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
    first: Sequence[Hit] = (),
) -> Extract:
    """The answer from what was found in the documents. `first` are all passages of what is asked
    before them: files that were attached, the document that the question was asked from."""
    documents = _from_documents(query, language, found, style)
    if not first:
        return documents
    if attached.wants_overview(query):
        shown = attached.opening(first)
        return Extract(attached.overview(first, language), documents.refused, shown)
    question = attached.read_of(query, language, first, found.weights, found.synonyms)
    hits = attached.ranked(question, first, found.alike)
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

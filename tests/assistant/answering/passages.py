"""Hand-made hits: a page written as blocks, as extraction and search would give it."""

from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid4, uuid5

from netz.assistant.answering import (
    Draft,
    Grounding,
    compose,
    decide,
    detect_language,
    read_question,
)
from netz.knowledge.types import Hit


def paragraph(text: str, level: int = 0) -> dict[str, Any]:
    return {"kind": "paragraph", "text": text, "level": level, "marker": ""}


def heading(text: str, level: int = 2) -> dict[str, Any]:
    return {"kind": "heading", "text": text, "level": level, "marker": ""}


def step(number: int, text: str, level: int = 1) -> dict[str, Any]:
    return {"kind": "list_item", "text": text, "level": level, "marker": f"{number}."}


def bullet(text: str, level: int = 1) -> dict[str, Any]:
    return {"kind": "list_item", "text": text, "level": level, "marker": "-"}


def code(text: str) -> dict[str, Any]:
    return {"kind": "code", "text": text, "level": 0, "marker": ""}


def table(*rows: str) -> dict[str, Any]:
    return {"kind": "table", "text": "\n".join(rows), "level": 0, "marker": ""}


def hit(
    title: str,
    *blocks: dict[str, Any],
    path: str = "",
    score: float = 10.0,
    language: str = "fr",
    ordinal: int = 0,
    document: UUID | None = None,
    headings: tuple[str, ...] | None = None,
) -> Hit:
    """A passage of a document called `title`, made of `blocks`."""
    place = path or f"{title.lower().replace(' ', '-')}.md"
    own = document or uuid5(NAMESPACE_URL, place)
    lines = [f"{b['marker']} {b['text']}".strip() for b in blocks]
    return Hit(
        document_id=own,
        version_id=own,
        passage_id=uuid4(),
        path=place,
        title=title,
        page=None,
        headings=(title,) if headings is None else headings,
        text="\n".join(lines),
        language=language,
        score=score,
        lexical=score,
        coverage=1.0,
        ordinal=ordinal,
        blocks=blocks,
    )


def answer(question: str, *hits: Hit) -> Draft:
    """The draft for `question` over `hits`, by the same steps as the product."""
    language = detect_language(question, "fr")
    read = read_question(question, language)
    return compose(read, hits, decide(read, hits), language)


def ground(question: str, *hits: Hit) -> Grounding:
    """The grounder's decision alone."""
    return decide(read_question(question, detect_language(question, "fr")), hits)


def plain(text: str) -> str:
    """`text` with each run of white space as one blank."""
    return " ".join(text.split())


def assert_verbatim(draft: Draft, *hits: Hit) -> None:
    """Every piece stands word for word in the passage it cites, and so does every quote."""
    assert draft.sentences
    texts = {hit.passage_id: plain(hit.text) for hit in hits}
    cited = {citation.index: citation for citation in draft.citations}
    for piece in draft.sentences:
        assert piece.citations
        for index in piece.citations:
            assert plain(piece.text) in texts[cited[index].passage_id]
    for citation in draft.citations:
        assert plain(citation.quote) in texts[citation.passage_id]
        assert citation.quote

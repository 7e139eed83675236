"""An earlier answer, as its reader may see it today.

A document's audience can be narrowed, or the document deleted, after it was answered from. What
rests on it is then withheld wherever the answer is shown again.
"""

from typing import Any
from uuid import UUID

from netz.assistant.models import Answer
from netz.core.actor import Actor
from netz.knowledge import queries as knowledge

WITHHELD = {
    "fr": "Cette réponse s’appuyait sur un document qui ne vous est plus accessible.",
    "en": "This answer rested on a document that is no longer open to you.",
}


def shown_bodies(actor: Actor, answers: list[Answer]) -> dict[UUID, dict[str, Any]]:
    """The answers' bodies by answer id, without what the actor may not read any more."""
    if actor.sees_all_companies:
        return {answer.id: answer.body for answer in answers}
    named = {UUID(one["document_id"]) for answer in answers for one in _sources(answer.body)}
    readable = {str(one) for one in knowledge.readable_ids(actor, named)}
    return {answer.id: _shown(answer.body, readable) for answer in answers}


def _sources(body: dict[str, Any]) -> list[dict[str, Any]]:
    """The documents named in it. An attachment is open to whoever reads the conversation."""
    context = [body["context"]] if body.get("context") else []
    named = (*body["citations"], *body["nearest"], *context)
    return [one for one in named if not one.get("attached")]


def _shown(body: dict[str, Any], readable: set[str]) -> dict[str, Any]:
    hidden = {one["document_id"] for one in _sources(body)} - readable
    if not hidden:
        return body
    # Suggestions are made of the sources' headings.
    shown = body | {"suggestions": []}
    shown["nearest"] = [one for one in body["nearest"] if one["document_id"] not in hidden]
    if (context := body.get("context")) and context["document_id"] in hidden:
        shown["context"] = None
    if any(one["document_id"] in hidden for one in body["citations"]):
        shown |= {"text": WITHHELD[body["language"]], "sentences": [], "citations": []}
    return shown

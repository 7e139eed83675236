"""Endpoints of a workspace's vectors: where they come from, and how far they are."""

from fastapi import Request
from fastapi.concurrency import run_in_threadpool

from netz.ai.choices import Draft, choice, draft_choice, put_in_force, try_source
from netz.ai.problems import EmbeddingsUnusable
from netz.core.actor import Actor
from netz.core.api.context import request_scope
from netz.core.api.router import Router
from netz.core.permissions import Permission
from netz.knowledge import vectors
from netz.knowledge.embeddings_schemas import (
    ChoiceOut,
    EmbeddingsIn,
    EmbeddingsOut,
    EmbeddingsTrial,
)

router = Router(tags=["ai"], prefix="/ai/embeddings")


@router.get("", permission=Permission.MODELS_MANAGE)
def read_embeddings(actor: Actor) -> EmbeddingsOut:
    """Where the workspace's vectors come from, and how far they are."""
    return _shown(actor)


@router.put("", permission=Permission.MODELS_MANAGE, raw=True)
async def choose_embeddings(request: Request, body: EmbeddingsIn) -> EmbeddingsOut:
    """Chooses where vectors come from, once the source has given one; another model's vectors are
    built in the background, and the earlier ones searched until they are complete."""
    # The call to a service can take as long as its time-out: no transaction is held meanwhile.
    draft = await run_in_threadpool(_drafted, request, body)
    trial = await try_source(draft.source)
    if trial.failure is not None and draft.source.workspace is not None:
        raise EmbeddingsUnusable(trial.failure)
    return await run_in_threadpool(_chosen, request, draft, trial.dimensions)


@router.post("/test", permission=Permission.MODELS_MANAGE, raw=True)
async def test_embeddings(request: Request, body: EmbeddingsIn) -> EmbeddingsTrial:
    """Asks a source for one vector. Changes nothing, so that each call asks again."""
    draft = await run_in_threadpool(_drafted, request, body)
    return EmbeddingsTrial.of(await try_source(draft.source))


@router.post("/cancel", permission=Permission.MODELS_MANAGE)
def cancel_build(actor: Actor) -> EmbeddingsOut:
    """Stops the build under way; the vectors made so far are kept for going on later."""
    vectors.cancel(actor)
    return _shown(actor)


@router.post("/rebuild", permission=Permission.MODELS_MANAGE)
def rebuild(actor: Actor) -> EmbeddingsOut:
    """Goes on with a build that was stopped or has failed, else makes all vectors anew."""
    vectors.rebuild(actor)
    return _shown(actor)


def _shown(actor: Actor) -> EmbeddingsOut:
    row = choice(actor)
    shown = ChoiceOut(kind="default")
    if row is not None:
        shown = ChoiceOut.model_validate(
            {
                "kind": row.kind,
                "base_url": row.base_url,
                "model": row.model,
                "key_set": row.has_key,
            }
        )
    return EmbeddingsOut.of(shown, vectors.overview(actor))


def _drafted(request: Request, body: EmbeddingsIn) -> Draft:
    with request_scope(request, Permission.MODELS_MANAGE) as actor:
        return draft_choice(
            body.kind, base_url=body.base_url, model=body.model, api_key=body.key, actor=actor
        )


def _chosen(request: Request, draft: Draft, dimensions: int | None) -> EmbeddingsOut:
    with request_scope(request, Permission.MODELS_MANAGE) as actor:
        vectors.take_turns(actor.workspace_id)
        put_in_force(draft, dimensions=dimensions, actor=actor)
        vectors.choose(actor)
        return _shown(actor)

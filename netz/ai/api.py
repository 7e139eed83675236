"""Endpoints of the model chain."""

from fastapi import Request, Response
from fastapi.concurrency import run_in_threadpool

from netz.ai import queries, services
from netz.ai.chat import probe
from netz.ai.models import AIModel
from netz.ai.problems import KeyNeeded
from netz.ai.schemas import ModelChange, ModelIn, ModelOrder, ModelOut, ModelTest, ModelTrial
from netz.ai.specs import ChatModelSpec
from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.api.context import request_scope
from netz.core.api.router import Router
from netz.core.api.schema import Page
from netz.core.crypto import SealBrokenError
from netz.core.errors import FieldError, InvalidInput
from netz.core.permissions import Permission

router = Router(tags=["ai"], prefix="/ai")


def _page(actor: Actor) -> Page[ModelOut]:
    given = [ModelOut.of_environment(spec, n) for n, spec in enumerate(queries.environment_specs())]
    return Page(items=[*given, *(ModelOut.of(row) for row in queries.models(actor))])


@router.get("/models", permission=Permission.MODELS_MANAGE)
def list_models(actor: Actor) -> Page[ModelOut]:
    """The chain in its order of fall-back: the installation's models, then the workspace's."""
    return _page(actor)


@router.post("/models", permission=Permission.MODELS_MANAGE, status_code=201)
def add_model(actor: Actor, body: ModelIn) -> ModelOut:
    """Adds a model at the end of the chain."""
    return ModelOut.of(services.add_model(_draft(body, actor), actor=actor))


@router.put("/models/order", permission=Permission.MODELS_MANAGE)
def order_models(actor: Actor, body: ModelOrder) -> Page[ModelOut]:
    """Sets the order of fall-back."""
    services.order_models(body.ids, actor=actor)
    return _page(actor)


@router.post("/models/test", permission=Permission.MODELS_MANAGE, raw=True)
async def test_model(request: Request, body: ModelTest) -> ModelTrial:
    """Asks a model for one word: a stored one by `id`, or one that is not saved yet.

    Changes nothing, so that each call asks again: an `Idempotency-Key` is not read here.
    """
    # The call can take as long as the model's time-out: no transaction is held meanwhile.
    spec, language = await run_in_threadpool(_spec_to_test, request, body)
    return ModelTrial.of(await probe(spec), language)


@router.patch("/models/{model_id}", permission=Permission.MODELS_MANAGE)
def change_model(actor: Actor, model_id: str, body: ModelChange) -> ModelOut:
    """Changes a model; its breaker starts afresh when address, model or key change."""
    row = queries.model(actor, model_id)
    return ModelOut.of(services.change_model(row, body.changes, api_key=body.key, actor=actor))


@router.delete("/models/{model_id}", permission=Permission.MODELS_MANAGE, status_code=204)
def remove_model(actor: Actor, model_id: str) -> Response:
    """Removes a model and its key."""
    services.remove_model(queries.model(actor, model_id), actor=actor)
    return Response(status_code=204)


def _draft(body: ModelIn, actor: Actor) -> AIModel:
    return services.draft_model(
        name=body.name,
        provider=body.provider,
        model=body.model,
        base_url=body.base_url,
        api_key=body.key or "",
        enabled=body.enabled,
        timeout_s=body.timeout_s,
        redact=body.redact,
        actor=actor,
    )


def _spec_to_test(request: Request, body: ModelTest) -> tuple[ChatModelSpec, str]:
    """The model to ask, and the asker's language. That it is asked is a row of the trail."""
    with request_scope(request, Permission.MODELS_MANAGE) as actor:
        spec = _spec(body, actor)
        record(actor, "model.test", after={"provider": spec.provider, "model": spec.model})
        return spec, actor.language


def _spec(body: ModelTest, actor: Actor) -> ChatModelSpec:
    for spec in queries.environment_specs():
        if spec.id == body.id:
            return spec
    if body.id is not None:
        row = queries.model(actor, body.id)
        row = services.revise_model(row, body.changes, api_key=body.key)
    else:
        row = _draft(_whole(body), actor)
    try:
        return queries.spec_of(row)
    except SealBrokenError as error:
        unreadable = FieldError("api_key", en="Cannot be read", fr="Illisible")
        raise KeyNeeded(fields=[unreadable]) from error


def _whole(body: ModelTest) -> ModelIn:
    """A new model from a trial's body, where provider and model may not be missing."""
    if body.provider is None or body.model is None:
        missing = [name for name in ("provider", "model") if getattr(body, name) is None]
        raise InvalidInput(
            fields=[
                FieldError(name, en="Required without id", fr="Obligatoire sans « id »")
                for name in missing
            ]
        )
    return ModelIn(
        name=body.name or body.model[:100],
        provider=body.provider,
        model=body.model,
        base_url=body.base_url,
        api_key=body.api_key,
        timeout_s=body.timeout_s or 60,
        redact=body.redact,
    )

"""One streamed request to one model through pydantic-ai, its errors told apart."""

from collections.abc import AsyncGenerator
from importlib import import_module

import httpx2
from pydantic_ai.direct import model_request_stream
from pydantic_ai.messages import (
    ModelRequest,
    ModelResponseStreamEvent,
    PartDeltaEvent,
    PartStartEvent,
    TextPart,
    TextPartDelta,
    UserPromptPart,
)
from pydantic_ai.models import Model, StreamedResponse
from pydantic_ai.settings import ModelSettings

from netz.ai.errors import FailureCode, ModelError, TruncatedError
from netz.ai.providers.failures import error_of
from netz.ai.providers.thoughts import ThoughtFilter
from netz.ai.specs import ChatModelSpec, Usage


async def stream_text(
    spec: ChatModelSpec, system: str, user: str, client: httpx2.AsyncClient, usage: Usage
) -> AsyncGenerator[str, None]:
    """The model's text deltas, none empty; `usage` is filled in at the end.

    Raises `ModelError`, or `TruncatedError` at the end when the model's own limit cut the answer.
    """
    request = ModelRequest(parts=[UserPromptPart(user)], instructions=system or None)
    settings = ModelSettings(
        first_event_timeout=spec.first_token_s,
        request_timeout=spec.timeout_s,
        timeout=spec.timeout_s,
        max_retries=0,  # the next model is the retry
    )
    began = False
    thoughts = ThoughtFilter()
    try:
        model: Model = import_module(f"netz.ai.providers.{spec.provider}").build(spec, client)
        async with model_request_stream(model, [request], model_settings=settings) as stream:
            async for event in stream:
                if text := thoughts.feed(_text_of(event)):
                    began = True
                    yield text
            if text := thoughts.flush():
                began = True
                yield text
            counted = stream.usage
            usage.input_tokens, usage.output_tokens = counted.input_tokens, counted.output_tokens
    except Exception as error:  # SDKs raise what they like on odd input: all of it is a failure
        raise error_of(error) from error
    _check_end(stream, began)


def _check_end(stream: StreamedResponse, began: bool) -> None:
    if stream.finish_reason == "content_filter":
        raise ModelError(FailureCode.REFUSED, detail="content filter")
    if stream.finish_reason is None or stream.finish_reason == "error":
        raise ModelError(FailureCode.MALFORMED, detail="the stream ended without a reason")
    if not began:
        raise ModelError(FailureCode.MALFORMED, detail="no text")
    if stream.finish_reason == "length":
        raise TruncatedError


def _text_of(event: ModelResponseStreamEvent) -> str:
    """The answer's text in an event; thinking and everything else is left out."""
    match event:
        case PartStartEvent(part=TextPart(content=text)):
            return text
        case PartDeltaEvent(delta=TextPartDelta(content_delta=text)):
            return text
    return ""

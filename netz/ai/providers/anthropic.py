"""Anthropic's messages API."""

import httpx2
from pydantic_ai.models import Model
from pydantic_ai.models.anthropic import AnthropicModel
from pydantic_ai.providers.anthropic import AnthropicProvider

from netz.ai.providers.openai import NO_KEY
from netz.ai.specs import ChatModelSpec


def build(spec: ChatModelSpec, client: httpx2.AsyncClient) -> Model:
    """An Anthropic model; the SDK adds `/v1` itself."""
    provider = AnthropicProvider(
        api_key=spec.api_key or NO_KEY,
        base_url=spec.base_url.rstrip("/").removesuffix("/v1"),
        http_client=client,
    )
    return AnthropicModel(spec.model, provider=provider)

"""Mistral's own API."""

import httpx2
from pydantic_ai.models import Model
from pydantic_ai.models.mistral import MistralModel
from pydantic_ai.providers.mistral import MistralProvider
from pydantic_ai.settings import ModelSettings

from netz.ai.providers.openai import NO_KEY
from netz.ai.specs import ChatModelSpec


def build(spec: ChatModelSpec, client: httpx2.AsyncClient) -> Model:
    """A Mistral model; the SDK adds `/v1` itself."""
    provider = MistralProvider(
        api_key=spec.api_key or NO_KEY,
        base_url=spec.base_url.rstrip("/").removesuffix("/v1"),
        http_client=client,
    )
    return MistralModel(spec.model, provider=provider, settings=ModelSettings(temperature=0.0))

"""Ollama, through its OpenAI-compatible endpoint."""

import httpx2
from pydantic_ai.models import Model
from pydantic_ai.models.ollama import OllamaModel
from pydantic_ai.providers.ollama import OllamaProvider
from pydantic_ai.settings import ModelSettings

from netz.ai.providers.openai import NO_KEY, WHOLE_STREAMS
from netz.ai.specs import ChatModelSpec


def build(spec: ChatModelSpec, client: httpx2.AsyncClient) -> Model:
    """A model of an Ollama server; its address may be given with or without `/v1`."""
    base = spec.base_url.rstrip("/")
    base = base if base.endswith("/v1") else f"{base}/v1"
    provider = OllamaProvider(base, spec.api_key or NO_KEY, http_client=client)
    return OllamaModel(
        spec.model,
        provider=provider,
        profile=WHOLE_STREAMS,
        settings=ModelSettings(temperature=0.0),
    )

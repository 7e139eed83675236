"""Mistral's own API."""

import httpx2
from mistralai.client import Mistral
from pydantic_ai.models import Model
from pydantic_ai.models.mistral import MistralModel
from pydantic_ai.providers.mistral import MistralProvider
from pydantic_ai.settings import ModelSettings

from netz.ai.providers.openai import NO_KEY
from netz.ai.specs import ChatModelSpec
from netz.core.outbound import closed_client


def build(spec: ChatModelSpec, client: httpx2.AsyncClient) -> Model:
    """A Mistral model; the SDK adds `/v1` itself."""
    sdk = Mistral(
        api_key=spec.api_key or NO_KEY,
        server_url=spec.base_url.rstrip("/").removesuffix("/v1"),
        async_client=client,
        # Without one, the SDK would open a client of its own, past our guard.
        client=closed_client(),
    )
    provider = MistralProvider(mistral_client=sdk)
    return MistralModel(spec.model, provider=provider, settings=ModelSettings(temperature=0.0))

"""OpenAI, and every server that speaks its chat completions (vLLM, LM Studio, LiteLLM, …)."""

import httpx2
from openai import AsyncOpenAI
from pydantic_ai.models import Model
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.profiles.openai import OpenAIModelProfile
from pydantic_ai.providers import Provider
from pydantic_ai.providers.openai import OpenAIProvider
from pydantic_ai.providers.openai_compatible import OpenAICompatibleProvider
from pydantic_ai.settings import ModelSettings

from netz.ai.specs import ChatModelSpec, host_of

NO_KEY = "none"  # the SDK wants one, local servers do not

# Without it, a stream that simply stops would count as a finished answer.
WHOLE_STREAMS = OpenAIModelProfile(openai_chat_streaming_requires_finish_reason=True)


def build(spec: ChatModelSpec, client: httpx2.AsyncClient) -> Model:
    """A chat-completions model at the spec's address."""
    provider: Provider[AsyncOpenAI]
    settings = None
    key = spec.api_key or NO_KEY
    if host_of(spec.base_url) == "api.openai.com":
        # OpenAI's newer models take no temperature but their own.
        provider = OpenAIProvider(spec.base_url, key, http_client=client)
    else:
        provider = OpenAICompatibleProvider(
            "compatible", base_url=spec.base_url, api_key=key, http_client=client
        )
        settings = ModelSettings(temperature=0.0)
    return OpenAIChatModel(spec.model, provider=provider, profile=WHOLE_STREAMS, settings=settings)

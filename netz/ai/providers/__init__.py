"""One module per provider kind: each turns a spec into a pydantic-ai model over our own client.

Every module has `build(spec, client)`. The key is always given, never left for an SDK to find in
the environment: another model's key would go to this model's address.
"""

from collections.abc import Callable

import httpx2
from pydantic_ai.models import Model

from netz.ai.providers import anthropic, mistral, ollama, openai
from netz.ai.specs import ChatModelSpec, ProviderName

_BUILDERS: dict[ProviderName, Callable[[ChatModelSpec, httpx2.AsyncClient], Model]] = {
    "openai": openai.build,
    "ollama": ollama.build,
    "mistral": mistral.build,
    "anthropic": anthropic.build,
}


def build_model(spec: ChatModelSpec, client: httpx2.AsyncClient) -> Model:
    """The pydantic-ai model for a spec; its requests go through `client`."""
    return _BUILDERS[spec.provider](spec, client)

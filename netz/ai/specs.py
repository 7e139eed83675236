"""What a chat model is: the settings one call needs, whoever stored them."""

import ipaddress
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from netz.core.outbound import OutboundPolicy, clean_host

ProviderName = Literal["openai", "ollama", "mistral", "anthropic"]

DEFAULT_BASE_URLS: dict[ProviderName, str] = {
    "openai": "https://api.openai.com/v1",
    "ollama": "http://localhost:11434/v1",
    "mistral": "https://api.mistral.ai",
    "anthropic": "https://api.anthropic.com",
}

_MAX_ANSWER_BYTES = 8_000_000


@dataclass(frozen=True, slots=True)
class ChatModelSpec:
    """One model of a chain.

    `timeout_s`: seconds for the whole answer. `first_token_timeout_s`: seconds until its first
    words (a third of the whole when not set). `redact`: replace personal identifiers first.
    `workspace_id`: the owner as text, empty for a model of the whole installation; circuit
    breakers are kept apart by it. `local_hosts`: hosts that may be a private address.
    """

    id: str
    name: str
    provider: ProviderName
    base_url: str
    model: str
    api_key: str = field(default="", repr=False)
    timeout_s: float = 60.0
    redact: bool = True
    workspace_id: str = ""
    local_hosts: frozenset[str] = frozenset()
    connect_timeout_s: float = 5.0
    first_token_timeout_s: float | None = None

    @property
    def first_token_s(self) -> float:
        """Seconds to wait for the first words."""
        return min(self.first_token_timeout_s or self.timeout_s / 3, self.timeout_s)

    @property
    def policy(self) -> OutboundPolicy:
        """What this model's client may reach: its own host and nothing else."""
        return OutboundPolicy(
            only_hosts=frozenset({host_of(self.base_url)}),
            local_hosts=self.local_hosts,
            max_bytes=_MAX_ANSWER_BYTES,
            max_seconds=self.timeout_s,
            connect_seconds=min(self.connect_timeout_s, self.timeout_s),
        )


@dataclass(slots=True)
class Usage:
    """What a call took, as the model counts it; zeros where it doesn't say."""

    input_tokens: int = 0
    output_tokens: int = 0


def host_of(url: str) -> str:
    """The host of a URL in its one spelling; empty when there is none."""
    return clean_host(urlsplit(url).hostname or "")


def is_remote(url: str) -> bool:
    """Whether text sent to this URL leaves the machine."""
    host = host_of(url)
    if host == "localhost":
        return False
    try:
        return not ipaddress.ip_address(host).is_loopback
    except ValueError:
        return True

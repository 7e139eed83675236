"""Bodies of the model endpoints."""

from typing import Annotated, Literal

from pydantic import Field, SecretStr, StringConstraints, field_validator

from netz.ai.breaker import BREAKERS, State
from netz.ai.chat import Probe
from netz.ai.models import AIModel
from netz.ai.queries import spec_of
from netz.ai.specs import ChatModelSpec, ProviderName, is_remote
from netz.core.api.schema import Input, Output
from netz.core.crypto import SealBrokenError
from netz.core.errors import RefusedValueError

Line = Annotated[
    str, StringConstraints(min_length=1, max_length=100, pattern=r"^[^\x00-\x1f\x7f]*$")
]
ModelName = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[!-~]+$")]
Address = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=r"^[!-~]+$")]
Seconds = Annotated[int, Field(ge=1, le=600)]


class KeyInput(Input):
    """The key goes in and never comes out; it travels in a header, so plain ASCII."""

    api_key: SecretStr | None = Field(None, max_length=1000)

    @field_validator("api_key")
    @classmethod
    def _plain(cls, key: SecretStr | None) -> SecretStr | None:
        text = key.get_secret_value().strip() if key else ""
        if not all("!" <= character <= "~" for character in text):
            raise RefusedValueError(
                en="only visible ASCII characters", fr="Caractères ASCII visibles uniquement"
            )
        return SecretStr(text) if key is not None else None

    @property
    def key(self) -> str | None:
        """The key in clear; None when it was not given, empty to remove it."""
        return self.api_key.get_secret_value() if self.api_key is not None else None


class ModelIn(KeyInput):
    """A new model. Without `redact`, identifiers are replaced when text leaves the machine."""

    name: Line
    provider: ProviderName
    base_url: Address | None = None
    model: ModelName
    enabled: bool = True
    timeout_s: Seconds = 60
    redact: bool | None = None


class ModelChange(KeyInput):
    """Changes of a model; a field left out stays. An empty `api_key` removes the key."""

    name: Line | None = None
    provider: ProviderName | None = None
    base_url: Address | None = None
    model: ModelName | None = None
    enabled: bool | None = None
    timeout_s: Seconds | None = None
    redact: bool | None = None

    @property
    def changes(self) -> dict[str, object]:
        """The fields that were given, the key left out."""
        given = self.model_dump(exclude_none=True, exclude={"api_key", "id"})
        return dict(given)


class ModelTest(ModelChange):
    """A stored model by `id`, with changes that are not saved yet; or a whole new one."""

    id: str | None = Field(None, max_length=40)


class ModelOrder(Input):
    """All models in their new order."""

    ids: list[Annotated[str, StringConstraints(max_length=40)]] = Field(max_length=50)


class ModelOut(Output):
    """A model of the chain. `state` is its circuit breaker in this process."""

    id: str
    name: str
    provider: ProviderName
    base_url: str
    model: str
    has_key: bool
    enabled: bool
    position: int
    timeout_s: float
    remote: bool
    redact: bool
    state: State
    source: Literal["env", "workspace"]

    @classmethod
    def of(cls, row: AIModel) -> "ModelOut":
        """From a row of the workspace."""
        try:
            state = BREAKERS.of(spec_of(row)).state
        except SealBrokenError:
            state = "open"  # its key cannot be read: no call goes out
        return cls(
            id=str(row.id),
            name=row.name,
            provider=row.provider,
            base_url=row.base_url,
            model=row.model,
            has_key=row.has_key,
            enabled=row.enabled,
            position=row.position,
            timeout_s=row.timeout_s,
            remote=is_remote(row.base_url),
            redact=row.redact,
            state=state,
            source="workspace",
        )

    @classmethod
    def of_environment(cls, spec: ChatModelSpec, position: int) -> "ModelOut":
        """From a model that the operator set."""
        return cls(
            id=spec.id,
            name=spec.name,
            provider=spec.provider,
            base_url=spec.base_url,
            model=spec.model,
            has_key=bool(spec.api_key),
            enabled=True,
            position=position,
            timeout_s=spec.timeout_s,
            remote=is_remote(spec.base_url),
            redact=spec.redact,
            state=BREAKERS.of(spec).state,
            source="env",
        )


class ModelFault(Output):
    """Why a trial call failed, in the reader's language."""

    code: str
    message: str
    hint: str


class ModelTrial(Output):
    """The outcome of a trial call."""

    ok: bool
    latency_ms: float
    reply: str | None = None
    error: ModelFault | None = None

    @classmethod
    def of(cls, probe: Probe, language: str) -> "ModelTrial":
        """From the trial call."""
        latency = round(probe.latency_ms, 1)
        if probe.failure is None:
            return cls(ok=True, latency_ms=latency, reply=probe.reply)
        words = probe.failure.words(language)
        fault = ModelFault(code=probe.failure.code, message=words.title, hint=words.hint)
        return cls(ok=False, latency_ms=latency, error=fault)

"""Streams an answer from the first model of a chain that can give one."""

from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from time import monotonic
from typing import Literal

from netz.ai.breaker import BREAKERS, Breakers
from netz.ai.clients import client_for
from netz.ai.errors import ChainExhaustedError, ModelError, TruncatedError
from netz.ai.providers import loaded
from netz.ai.redaction import Redactor, StreamRestorer
from netz.ai.specs import ChatModelSpec, Usage

__all__ = ["ChatEvent", "ChatModelSpec", "Probe", "probe", "stream_chat"]

_KEEP_PLACEHOLDERS = (
    "Marks such as ⟦EMAIL_1⟧ or ⟦PHONE_2⟧ stand for hidden data: copy them exactly as they are."
)


@dataclass(frozen=True, slots=True)
class ChatEvent:
    """Something a caller may show or log; none of them holds prompts, keys or hidden values.

    `started` a model is asked; `redacted` identifiers were replaced (`counts` per kind);
    `first_token` its first words came; `skipped` it is left out while it recovers
    (`retry_in_s`); `restart` drop the text streamed so far; `failed` it gave no answer
    (`failure`); `finished` the answer is whole (`truncated`: cut by the model's own limit;
    `usage`: the tokens that it counts).
    `ms` counts from the moment this model was asked.
    """

    kind: Literal["started", "redacted", "first_token", "skipped", "restart", "failed", "finished"]
    model: ChatModelSpec
    ms: float = 0.0
    failure: ModelError | None = None
    counts: dict[str, int] = field(default_factory=dict)
    retry_in_s: float = 0.0
    truncated: bool = False
    usage: Usage = field(default_factory=Usage)


OnEvent = Callable[[ChatEvent], None]


@dataclass(frozen=True, slots=True)
class Probe:
    """The outcome of a trial call: `reply` when it went well, else `failure`."""

    latency_ms: float
    reply: str = ""
    failure: ModelError | None = None


def _ignore(event: ChatEvent) -> None:
    """For callers that follow the text alone."""


async def stream_chat(
    chain: Sequence[ChatModelSpec],
    system: str,
    user: str,
    *,
    on_event: OnEvent = _ignore,
    breakers: Breakers = BREAKERS,
) -> AsyncGenerator[str, None]:
    """Text deltas of the first model that answers, in the order of the chain.

    When a model fails after it began, a `restart` event comes before the next model's text.
    Raises `ChainExhaustedError` when no model answered. Close the generator (`aclosing`) when
    leaving early, so that the model's connection is closed as well.
    """
    failures: list[tuple[str, ModelError]] = []
    for spec in chain:
        breaker = breakers.of(spec)
        if not breaker.acquire():
            on_event(ChatEvent("skipped", spec, retry_in_s=breaker.retry_in_s))
            continue
        call = _Call(spec, on_event)
        try:
            async with aclosing(call.deltas(system, user)) as deltas:
                async for delta in deltas:
                    yield delta
        except ModelError as failure:
            breaker.failed(failure)
            failures.append((spec.id, failure))
            call.emit("failed", failure=failure)
            if call.began:
                call.emit("restart")
        except BaseException:
            # The reader left, or the task was cancelled: no word on the model.
            breaker.released()
            raise
        else:
            breaker.succeeded()
            call.emit("finished", truncated=call.truncated)
            return
    raise ChainExhaustedError(failures)


async def probe(spec: ChatModelSpec, *, breakers: Breakers = BREAKERS) -> Probe:
    """Asks one model for one word. A good answer closes its breaker."""
    started = monotonic()
    words: list[str] = []
    try:
        call = _Call(spec, _ignore)
        async with aclosing(call.deltas("Answer with one word.", "Say: OK")) as deltas:
            async for delta in deltas:
                words.append(delta)
    except ModelError as failure:
        return Probe(_ms_since(started), failure=failure)
    breakers.of(spec).succeeded()
    return Probe(_ms_since(started), reply="".join(words).strip()[:200])


class _Call:
    """One request to one model, from its start to its last word."""

    def __init__(self, spec: ChatModelSpec, on_event: OnEvent) -> None:
        self._spec = spec
        self._on_event = on_event
        self._started = monotonic()
        self.began = False
        self.truncated = False
        self._usage = Usage()

    def emit(
        self,
        kind: Literal["started", "redacted", "first_token", "restart", "failed", "finished"],
        *,
        failure: ModelError | None = None,
        counts: dict[str, int] | None = None,
        truncated: bool = False,
    ) -> None:
        ms = _ms_since(self._started)
        self._on_event(
            ChatEvent(
                kind,
                self._spec,
                ms,
                failure=failure,
                counts=counts or {},
                truncated=truncated,
                usage=self._usage,
            )
        )

    async def deltas(self, system: str, user: str) -> AsyncGenerator[str, None]:
        """The model's text, identifiers put back. Raises `ModelError`."""
        self.emit("started")
        redactor = Redactor()
        if self._spec.redact:
            system, user = redactor.redact(system), redactor.redact(user)
            if redactor.mapping:
                system = f"{system}\n\n{_KEEP_PLACEHOLDERS}"
                self.emit("redacted", counts=redactor.counts)
        restorer = StreamRestorer(redactor.mapping)
        async with aclosing(self._raw(system, user)) as raw:
            async for text in raw:
                if not self.began:
                    self.began = True
                    self.emit("first_token")
                if restored := restorer.feed(text):
                    yield restored
        if rest := restorer.flush():
            yield rest

    async def _raw(self, system: str, user: str) -> AsyncGenerator[str, None]:
        stream_text = await loaded(self._spec.provider)
        async with client_for(self._spec.policy) as client:
            try:
                async with aclosing(
                    stream_text(self._spec, system, user, client, self._usage)
                ) as texts:
                    async for text in texts:
                        yield text
            except TruncatedError:
                self.truncated = True


def _ms_since(started: float) -> float:
    return (monotonic() - started) * 1000

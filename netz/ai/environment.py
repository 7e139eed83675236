"""Models and limits that the operator sets through the installation's environment.

`NETZ_MODEL_1_…` to `NETZ_MODEL_5_…` with `PROVIDER`, `BASE_URL`, `MODEL`, `API_KEY`, `TIMEOUT`,
`NAME` and `REDACT`; or the short form `OPENAI_MODEL` with `OPENAI_BASE_URL` and `OPENAI_API_KEY`.
"""

from collections.abc import Mapping
from typing import get_args
from urllib.parse import urlsplit

from netz.ai.specs import DEFAULT_BASE_URLS, ChatModelSpec, ProviderName, host_of, is_remote
from netz.core.local_hosts import allowed_local_hosts, flag

__all__ = ["BadSettingError", "allowed_local_hosts", "models_from"]

_MOST = 5


class BadSettingError(ValueError):
    """A variable of the environment holds what it can't; the text names both."""


def models_from(environ: Mapping[str, str]) -> tuple[list[ChatModelSpec], list[str]]:
    """The environment's models in order, and a sentence for each one that can't be used."""
    specs: list[ChatModelSpec] = []
    problems: list[str] = []
    for number, prefix in enumerate(
        [*(f"NETZ_MODEL_{n}_" for n in range(1, _MOST + 1)), "OPENAI_"]
    ):
        # A key alone is found on many machines and is no wish to send documents anywhere.
        if environ.get(f"{prefix}MODEL", "").strip():
            try:
                specs.append(_spec(environ, prefix, f"env-{number + 1}"))
            except BadSettingError as error:
                problems.append(str(error))
    return specs, problems


def _spec(environ: Mapping[str, str], prefix: str, identity: str) -> ChatModelSpec:
    def given(name: str, default: str = "") -> str:
        return environ.get(prefix + name, "").strip() or default

    provider = _provider(given("PROVIDER", "openai"), prefix)
    base_url = checked_url(given("BASE_URL", DEFAULT_BASE_URLS[provider]), prefix)
    return ChatModelSpec(
        id=identity,
        name=given("NAME", given("MODEL")),
        provider=provider,
        base_url=base_url,
        model=given("MODEL"),
        api_key=given("API_KEY"),
        timeout_s=checked_seconds(given("TIMEOUT", "60"), prefix),
        redact=flag(environ, f"{prefix}REDACT", default=is_remote(base_url)),
        # Whoever runs the installation may point it at a machine of their own network.
        local_hosts=frozenset({host_of(base_url)}),
    )


def _provider(name: str, prefix: str) -> ProviderName:
    for known in get_args(ProviderName):
        if name.lower() == known:
            provider: ProviderName = known
            return provider
    raise BadSettingError(f"{prefix}PROVIDER: {name!r} is none of {', '.join(DEFAULT_BASE_URLS)}")


def checked_url(text: str, prefix: str) -> str:
    """The value of a `BASE_URL`. Raises `BadSettingError`."""
    if urlsplit(text).scheme not in ("http", "https") or not host_of(text):
        raise BadSettingError(f"{prefix}BASE_URL: not an http(s) address")
    return text


def checked_seconds(text: str, prefix: str) -> float:
    """The value of a `TIMEOUT`. Raises `BadSettingError`."""
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 1 <= seconds <= 600:
        raise BadSettingError(f"{prefix}TIMEOUT: {text!r} is not a number of seconds from 1 to 600")
    return seconds

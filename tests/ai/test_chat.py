"""A chain answers whatever one of its models does, against a server that fails on demand."""

import asyncio
from collections.abc import Iterator
from contextlib import aclosing
from time import monotonic

import pytest

from netz.ai.breaker import Breakers
from netz.ai.chat import ChatEvent, probe, stream_chat
from netz.ai.clients import client_for, close_clients
from netz.ai.errors import FailureCode, ModelError
from netz.ai.specs import ChatModelSpec, ProviderName
from netz.core.outbound import OutboundPolicy
from tests.ai.chain import Clock, run, spec_for
from tests.fakes.openai_server import FakeModelServer, Mode

REPLY = "Bonjour à tous, voici la réponse."


@pytest.fixture
def first() -> Iterator[FakeModelServer]:
    with FakeModelServer(reply=REPLY) as server:
        yield server


@pytest.fixture
def second() -> Iterator[FakeModelServer]:
    with FakeModelServer(reply="Réponse de secours.", key="autre-cle") as server:
        yield server


def test_a_model_streams_its_answer(first: FakeModelServer) -> None:
    outcome = run([spec_for(first)], system="Sois bref.", user="Qui es-tu ?")
    assert outcome.text == REPLY
    assert len(outcome.deltas) == 6
    assert outcome.kinds == ["started a", "first_token a", "finished a"]
    (seen,) = first.requests
    assert seen.path == "/v1/chat/completions"
    assert seen.headers["authorization"] == f"Bearer {first.key}"
    assert seen.body["stream"] is True
    roles = [(message["role"], message["content"]) for message in seen.body["messages"]]
    assert roles == [("system", "Sois bref."), ("user", "Qui es-tu ?")]


VENDORS: list[tuple[ProviderName, str, str]] = [
    ("openai", "/v1", "/v1/chat/completions"),
    ("ollama", "", "/v1/chat/completions"),
    ("ollama", "/v1/", "/v1/chat/completions"),
    ("mistral", "", "/v1/chat/completions"),
    ("mistral", "/v1", "/v1/chat/completions"),
    ("anthropic", "", "/v1/messages"),
    ("anthropic", "/v1", "/v1/messages"),
]


@pytest.mark.parametrize(("provider", "path", "asked"), VENDORS)
def test_each_vendor_is_spoken_to_in_its_own_way(
    first: FakeModelServer, provider: ProviderName, path: str, asked: str
) -> None:
    first.model = "mistral-small-latest" if provider == "mistral" else "essai-1"
    outcome = run([spec_for(first, provider=provider, path=path)], system="S", user="U")
    assert (outcome.text, outcome.kinds[-1]) == (REPLY, "finished a")
    assert first.requests[0].path == asked
    assert first.requests[0].body["model"] == first.model


BEFORE: list[tuple[Mode, str]] = [
    ("rate_limited", "model.rate_limited"),
    ("quota", "model.quota"),
    ("error_500", "model.unavailable"),
    ("overloaded", "model.unavailable"),
    ("not_found", "model.not_found"),
    ("too_long", "model.too_long"),
    ("not_json", "model.malformed"),
    ("empty", "model.malformed"),
    ("silent", "model.timeout"),
    ("slow_first_token", "model.timeout"),
    ("refusal", "model.refused"),
    ("redirect", "model.malformed"),
]


@pytest.mark.parametrize(("mode", "code"), BEFORE)
def test_the_next_model_answers_when_one_fails_before_its_first_word(
    first: FakeModelServer, second: FakeModelServer, mode: Mode, code: str
) -> None:
    first.mode, first.pause = mode, 3.0
    chain = [spec_for(first, "a", first_token_timeout_s=0.8), spec_for(second, "b")]
    outcome = run(chain)
    assert outcome.text == "Réponse de secours."
    assert outcome.kinds == ["started a", "failed a", "started b", "first_token b", "finished b"]
    assert outcome.code() == code
    assert len(first.requests) == 1  # never asked twice


MIDWAY: list[tuple[Mode, str]] = [
    ("cut", "model.malformed"),
    ("ends_early", "model.malformed"),
    ("malformed", "model.malformed"),
    ("error_in_stream", "model.unavailable"),
    ("slow_stream", "model.timeout"),
    ("content_filter", "model.refused"),
]


@pytest.mark.parametrize(("mode", "code"), MIDWAY)
def test_the_text_starts_again_when_a_model_fails_midway(
    first: FakeModelServer, second: FakeModelServer, mode: Mode, code: str
) -> None:
    first.mode, first.pause = mode, 3.0
    spec = spec_for(first, "a", timeout_s=0.8, first_token_timeout_s=0.8)
    outcome = run([spec, spec_for(second, "b")])
    assert outcome.deltas[0] == "Bonjour"
    assert outcome.text == "Réponse de secours."
    assert outcome.kinds == [
        "started a",
        "first_token a",
        "failed a",
        "restart a",
        "started b",
        "first_token b",
        "finished b",
    ]
    assert outcome.code() == code


VENDOR_FAILURES: list[tuple[ProviderName, Mode, str]] = [
    (provider, mode, code)
    for provider in ("mistral", "anthropic")
    for mode, code in (
        ("rate_limited", "model.rate_limited"),
        ("error_500", "model.unavailable"),
        ("silent", "model.timeout"),
        ("not_json", "model.malformed"),
        ("cut", "model.malformed"),
        ("ends_early", "model.malformed"),
        ("malformed", "model.malformed"),
        ("slow_stream", "model.timeout"),
    )
] + [
    ("anthropic", "refusal", "model.refused"),
    ("anthropic", "error_in_stream", "model.unavailable"),
]


@pytest.mark.parametrize(("provider", "mode", "code"), VENDOR_FAILURES)
def test_each_vendor_fails_over_to_the_next_model(
    first: FakeModelServer,
    second: FakeModelServer,
    provider: ProviderName,
    mode: Mode,
    code: str,
) -> None:
    first.mode, first.pause = mode, 3.0
    spec = spec_for(
        first, "a", provider=provider, path="", timeout_s=0.8, first_token_timeout_s=0.8
    )
    outcome = run([spec, spec_for(second, "b")])
    assert (outcome.text, outcome.code()) == ("Réponse de secours.", code)
    assert len(first.requests) == 1


@pytest.mark.parametrize("provider", ["openai", "ollama"])
def test_a_models_thinking_is_no_part_of_its_answer(
    first: FakeModelServer, provider: ProviderName
) -> None:
    first.reply = "<think>\nvoyons voir\n</think>\nBonjour à tous."
    assert run([spec_for(first, provider=provider)]).text.strip() == "Bonjour à tous."


def test_openais_own_models_keep_their_own_temperature() -> None:
    async def settings_at(url: str) -> object:
        from netz.ai.providers import openai

        async with client_for(OutboundPolicy()) as client:
            model = openai.build(ChatModelSpec("a", "A", "openai", url, "m", "k"), client)
        await close_clients()
        return model.settings

    assert asyncio.run(settings_at("https://api.openai.com/v1")) is None
    assert asyncio.run(settings_at("https://vllm.example/v1")) == {"temperature": 0.0}


def test_a_wrong_key_is_told_apart(first: FakeModelServer) -> None:
    outcome = run([spec_for(first, api_key="faux")])
    assert outcome.code() == "model.auth"
    assert (
        run([spec_for(first, provider="anthropic", path="", api_key="faux")]).code() == "model.auth"
    )


def test_a_model_without_key_never_borrows_one_from_the_environment(
    first: FakeModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OPENAI_API_KEY", "MISTRAL_API_KEY", "ANTHROPIC_API_KEY", "OLLAMA_API_KEY"):
        monkeypatch.setenv(name, "sk-secret-of-the-installation")
    monkeypatch.setenv("ANTHROPIC_AUTH_TOKEN", "sk-secret-of-the-installation")
    providers: tuple[ProviderName, ...] = ("openai", "ollama", "mistral", "anthropic")
    for provider in providers:
        run([spec_for(first, provider=provider, path="", api_key="")])
    assert len(first.requests) == 4
    assert "sk-secret" not in str([seen.headers for seen in first.requests])


def test_a_server_that_is_down_is_unreachable(first: FakeModelServer) -> None:
    with FakeModelServer() as gone:
        spec = spec_for(gone)
    assert run([spec, spec_for(first, "b")]).code() == "model.unreachable"


def test_an_address_that_is_not_allowed_is_blocked_before_anything_is_sent(
    first: FakeModelServer,
) -> None:
    allowed = spec_for(first)
    spec = ChatModelSpec("a", "A", "openai", allowed.base_url, allowed.model, allowed.api_key)
    assert run([spec]).code() == "model.blocked"
    assert first.requests == []


def test_when_all_fail_every_reason_is_given(
    first: FakeModelServer, second: FakeModelServer
) -> None:
    first.mode, second.mode = "error_500", "cut"
    outcome = run([spec_for(first, "a"), spec_for(second, "b")])
    assert outcome.error is not None
    codes = [(model, failure.code) for model, failure in outcome.error.failures]
    assert codes == [("a", FailureCode.UNAVAILABLE), ("b", FailureCode.MALFORMED)]
    assert outcome.text == ""


def test_a_chain_without_models_says_so() -> None:
    outcome = run([])
    assert outcome.error is not None
    assert outcome.error.failures == ()


def test_an_answer_cut_by_the_models_own_limit_is_marked(first: FakeModelServer) -> None:
    first.mode = "length"
    outcome = run([spec_for(first)])
    assert outcome.text == REPLY
    assert outcome.events[-1].truncated


def test_a_rate_limited_model_rests_as_long_as_its_provider_asks(
    first: FakeModelServer, second: FakeModelServer
) -> None:
    clock = Clock()
    breakers, chain = Breakers(clock), [spec_for(first, "a"), spec_for(second, "b")]
    first.mode, first.retry_after = "rate_limited", "60"
    run(chain, breakers=breakers)
    first.mode = "normal"
    clock.now += 59
    outcome = run(chain, breakers=breakers)
    assert outcome.kinds[0] == "skipped a"
    assert outcome.events[0].retry_in_s == pytest.approx(1)
    assert len(first.requests) == 1
    clock.now += 1
    assert run(chain, breakers=breakers).text == REPLY


def test_a_model_that_keeps_failing_is_left_alone_then_tried_by_one_call(
    first: FakeModelServer, second: FakeModelServer
) -> None:
    clock = Clock()
    breakers, chain = Breakers(clock), [spec_for(first, "a"), spec_for(second, "b")]
    first.mode = "error_500"
    for _ in range(5):
        assert run(chain, breakers=breakers).text == "Réponse de secours."
    assert len(first.requests) == 3
    assert breakers.of(chain[0]).state == "open"
    clock.now += 5
    assert breakers.of(chain[0]).state == "half_open"
    run(chain, breakers=breakers)
    assert (len(first.requests), breakers.of(chain[0]).state) == (4, "open")
    clock.now += 5  # the delay has doubled
    run(chain, breakers=breakers)
    assert len(first.requests) == 4
    clock.now += 5
    first.mode = "normal"
    assert run(chain, breakers=breakers).text == REPLY
    assert breakers.of(chain[0]).state == "closed"


def test_a_refusal_says_nothing_about_the_models_health(first: FakeModelServer) -> None:
    breakers = Breakers(Clock())
    first.mode = "refusal"
    for _ in range(4):
        run([spec_for(first)], breakers=breakers)
    assert len(first.requests) == 4


def test_one_workspaces_failing_model_does_not_rest_anothers(first: FakeModelServer) -> None:
    breakers = Breakers(Clock())
    run([spec_for(first, api_key="faux", workspace_id="w1")], breakers=breakers)
    assert breakers.of(spec_for(first, api_key="faux", workspace_id="w1")).state == "open"
    assert breakers.of(spec_for(first, api_key="faux", workspace_id="w2")).state == "closed"
    assert breakers.of(spec_for(first, workspace_id="w1")).state == "closed"  # a new key


def test_leaving_early_closes_the_connection_and_blames_no_model(first: FakeModelServer) -> None:
    first.mode, first.pause = "slow_stream", 5.0
    breakers, spec = Breakers(Clock()), spec_for(first, timeout_s=30)

    async def leave() -> float:
        started = monotonic()
        async with aclosing(stream_chat([spec], "", "?", breakers=breakers)) as deltas:
            async for _ in deltas:
                break
        await close_clients()
        return monotonic() - started

    assert asyncio.run(leave()) < 2
    assert breakers.of(spec).state == "closed"


def test_a_cancelled_trial_call_leaves_the_trial_to_the_next(first: FakeModelServer) -> None:
    clock = Clock()
    breakers, spec = Breakers(clock), spec_for(first, timeout_s=30)
    first.mode = "quota"
    run([spec], breakers=breakers)
    clock.now += 60
    first.mode = "silent"

    async def cancelled() -> None:
        async with aclosing(stream_chat([spec], "", "?", breakers=breakers)) as deltas:
            await asyncio.wait_for(anext(deltas), 0.2)

    with pytest.raises(TimeoutError):
        asyncio.run(cancelled())
    first.mode = "normal"
    assert run([spec], breakers=breakers).text == REPLY


def test_identifiers_do_not_leave_and_are_back_in_the_answer(first: FakeModelServer) -> None:
    first.reply = "Écrivez à ⟦EMAIL_1⟧ ou appelez le ⟦ phone_1 ⟧."
    outcome = run(
        [spec_for(first, redact=True)],
        system="Passages : support@exemple.fr, 06 12 34 56 78, support@exemple.fr",
        user="Comment joindre support@exemple.fr ?",
    )
    assert outcome.text == "Écrivez à support@exemple.fr ou appelez le 06 12 34 56 78."
    sent = str(first.requests[0].body)
    assert "exemple.fr" not in sent
    assert "06 12" not in sent
    assert sent.count("⟦EMAIL_1⟧") == 4  # question, twice in the passages, and the instruction
    (redacted,) = [event for event in outcome.events if event.kind == "redacted"]
    assert redacted.counts == {"email": 1, "phone": 1}


def test_a_model_on_this_machine_gets_the_text_as_it_is(first: FakeModelServer) -> None:
    run([spec_for(first, redact=False)], user="Joindre support@exemple.fr ?")
    assert "support@exemple.fr" in str(first.requests[0].body)


def test_no_event_holds_prompt_or_key(first: FakeModelServer, second: FakeModelServer) -> None:
    first.mode = "error_500"
    chain = [spec_for(first, "a", redact=True), spec_for(second, "b")]
    outcome = run(chain, user="question très privée de qui@exemple.fr")
    told = repr(outcome.events) + str(outcome.events[2].failure)
    assert "model.unavailable" in told
    for private in ("privée", "exemple.fr", first.key, second.key):
        assert private not in told


def test_a_probe_asks_for_one_word_and_closes_the_breaker(first: FakeModelServer) -> None:
    breakers, spec = Breakers(Clock()), spec_for(first)
    first.mode = "quota"

    async def ask() -> tuple[str, float, FailureCode | None]:
        outcome = await probe(spec, breakers=breakers)
        await close_clients()
        failure = outcome.failure.code if outcome.failure else None
        return outcome.reply, outcome.latency_ms, failure

    run([spec], breakers=breakers)
    assert asyncio.run(ask())[2] == FailureCode.QUOTA
    assert breakers.of(spec).state == "open"
    first.mode, first.reply = "normal", "OK"
    reply, latency, failure = asyncio.run(ask())
    assert (reply, failure) == ("OK", None)
    assert latency > 0
    assert breakers.of(spec).state == "closed"


@pytest.mark.parametrize("code", list(FailureCode))
def test_each_failure_has_words_in_both_languages(code: FailureCode) -> None:
    french, english = ModelError(code).words("fr"), ModelError(code).words("en")
    assert french.title
    assert french.hint
    assert english.title
    assert english.hint
    assert french != english


def test_events_have_a_readable_default() -> None:
    spec = ChatModelSpec("a", "A", "openai", "https://x.example", "m", "clé")
    assert "clé" not in repr(ChatEvent("started", spec))

"""The operator's models come from the environment, in order, and mistakes are named."""

import pytest

from netz.ai.environment import allowed_local_hosts, models_from


def test_models_come_in_the_order_of_their_numbers_then_the_short_form() -> None:
    specs, problems = models_from(
        {
            "OPENAI_MODEL": "gpt-x",
            "OPENAI_API_KEY": "sk-1",
            "NETZ_MODEL_3_MODEL": "mistral-small-latest",
            "NETZ_MODEL_3_PROVIDER": "Mistral",
            "NETZ_MODEL_3_API_KEY": "cle",
            "NETZ_MODEL_3_TIMEOUT": "20",
            "NETZ_MODEL_1_MODEL": "llama3.2",
            "NETZ_MODEL_1_PROVIDER": "ollama",
            "NETZ_MODEL_1_NAME": "Local",
        }
    )
    assert problems == []
    assert [(s.id, s.name, s.provider, s.base_url, s.timeout_s, s.redact) for s in specs] == [
        ("env-1", "Local", "ollama", "http://localhost:11434/v1", 60.0, False),
        ("env-3", "mistral-small-latest", "mistral", "https://api.mistral.ai", 20.0, True),
        ("env-6", "gpt-x", "openai", "https://api.openai.com/v1", 60.0, True),
    ]
    assert [spec.api_key for spec in specs] == ["", "cle", "sk-1"]
    assert {spec.workspace_id for spec in specs} == {""}


def test_a_key_alone_sends_nothing_anywhere() -> None:
    assert models_from({"OPENAI_API_KEY": "sk-1", "OPENAI_BASE_URL": "https://x.example"}) == (
        [],
        [],
    )


def test_the_operators_own_network_is_allowed_and_redacted_unless_told() -> None:
    environ = {"NETZ_MODEL_1_MODEL": "m", "NETZ_MODEL_1_BASE_URL": "http://10.0.0.5:8000/v1"}
    (spec,) = models_from(environ)[0]
    assert (spec.local_hosts, spec.redact) == (frozenset({"10.0.0.5"}), True)
    (spec,) = models_from({**environ, "NETZ_MODEL_1_REDACT": "no"})[0]
    assert not spec.redact


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PROVIDER", "gemini"),
        ("BASE_URL", "ftp://x.example"),
        ("BASE_URL", "https://"),
        ("TIMEOUT", "bientôt"),
        ("TIMEOUT", "0"),
        ("TIMEOUT", "nan"),
    ],
)
def test_a_mistake_leaves_its_model_out_and_is_named(name: str, value: str) -> None:
    environ = {"NETZ_MODEL_1_MODEL": "m", f"NETZ_MODEL_1_{name}": value, "NETZ_MODEL_2_MODEL": "n"}
    specs, problems = models_from(environ)
    assert [spec.id for spec in specs] == ["env-2"]
    assert len(problems) == 1
    assert problems[0].startswith(f"NETZ_MODEL_1_{name}: ")


def test_local_hosts_are_listed_or_none() -> None:
    assert allowed_local_hosts({}) == {"localhost", "127.0.0.1", "::1"}
    assert allowed_local_hosts({"NETZ_LOCAL_MODEL_HOSTS": " Ollama.lan , 10.0.0.5 "}) == {
        "ollama.lan",
        "10.0.0.5",
    }
    assert allowed_local_hosts({"NETZ_ALLOW_LOCAL_MODELS": "false"}) == frozenset()

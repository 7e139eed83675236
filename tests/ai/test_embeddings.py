"""Embeddings keep their order and length 1, from an endpoint and from a local model alike."""

import asyncio
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from netz.ai.clients import close_clients
from netz.ai.embeddings import (
    EndpointEmbedder,
    Vectors,
    embed_now,
    embedder_from,
    model_in,
)
from netz.ai.errors import FailureCode, ModelError
from netz.ai.onnx import OnnxEmbedder
from netz.ai.sources import embedder_of, installation_source
from netz.core.outbound import LOOPBACK_HOSTS
from tests.fakes.onnx_model import write_model
from tests.fakes.openai_server import FakeModelServer, Mode


@pytest.fixture
def server() -> Iterator[FakeModelServer]:
    with FakeModelServer() as running:
        yield running


def endpoint(server: FakeModelServer, **options: object) -> EndpointEmbedder:
    given = {"api_key": server.key, "timeout_s": 1.0, "local_hosts": LOOPBACK_HOSTS, **options}
    return EndpointEmbedder(f"{server.url}/v1", "essai", **given)


def test_texts_are_sent_in_batches_and_come_back_in_order(server: FakeModelServer) -> None:
    texts = [f"texte {number}" for number in range(150)]
    vectors = embed_now(endpoint(server), texts, "passage")
    assert vectors.shape == (150, server.dimensions)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)
    for place in (0, 63, 64, 149):
        wanted = np.array(server.vector(texts[place]))
        assert np.allclose(vectors[place], wanted / np.linalg.norm(wanted), atol=1e-5)
    assert [len(seen.body["input"]) for seen in server.requests] == [64, 64, 22]


def test_identifiers_do_not_leave_for_a_remote_endpoint(server: FakeModelServer) -> None:
    texts = ["Écrire à a@b.fr", "Appeler le 06 12 34 56 78 ou c@d.fr", "Rien"]
    embed_now(endpoint(server, redact=True), texts, "passage")
    assert server.requests[0].body["input"] == [
        "Écrire à ⟦EMAIL_1⟧",
        "Appeler le ⟦PHONE_1⟧ ou ⟦EMAIL_1⟧",
        "Rien",
    ]
    embed_now(endpoint(server), texts, "passage")  # this machine: as it is
    assert server.requests[1].body["input"] == texts


def test_no_text_is_no_request(server: FakeModelServer) -> None:
    assert len(embed_now(endpoint(server), [], "query")) == 0
    assert server.requests == []


FAILURES: list[tuple[Mode, FailureCode]] = [
    ("rate_limited", FailureCode.RATE_LIMITED),
    ("error_500", FailureCode.UNAVAILABLE),
    ("not_found", FailureCode.NOT_FOUND),
    ("too_long", FailureCode.REJECTED),
    ("malformed", FailureCode.MALFORMED),
    ("not_json", FailureCode.MALFORMED),
    ("redirect", FailureCode.REJECTED),
    ("silent", FailureCode.TIMEOUT),
    ("cut", FailureCode.MALFORMED),
]


@pytest.mark.parametrize(("mode", "code"), FAILURES)
def test_each_failure_is_told_apart(server: FakeModelServer, mode: Mode, code: FailureCode) -> None:
    server.mode = mode
    with pytest.raises(ModelError) as caught:
        embed_now(endpoint(server, timeout_s=0.8), ["a", "b"], "query")
    assert caught.value.code == code
    if mode == "rate_limited":
        assert caught.value.retry_after == 7


def test_a_wrong_key_is_told_apart(server: FakeModelServer) -> None:
    with pytest.raises(ModelError) as caught:
        embed_now(endpoint(server, api_key="faux"), ["a"], "query")
    assert caught.value.code == FailureCode.AUTH


def test_a_private_address_that_nobody_allowed_is_blocked(server: FakeModelServer) -> None:
    with pytest.raises(ModelError) as caught:
        embed_now(endpoint(server, local_hosts=frozenset()), ["a"], "query")
    assert caught.value.code == FailureCode.BLOCKED
    assert server.requests == []


def test_a_server_that_is_down_is_unreachable() -> None:
    with FakeModelServer() as gone:
        embedder = endpoint(gone)
    with pytest.raises(ModelError) as caught:
        embed_now(embedder, ["a"], "query")
    assert caught.value.code == FailureCode.UNREACHABLE


WORDS = {
    "[UNK]": [0.0, 0.0, 1.0],
    "vpn": [3.0, 0.0, 0.0],
    "panne": [0.0, 4.0, 0.0],
    "query": [0.0, 0.0, 0.0],
    "passage": [0.0, 0.0, 5.0],
}


def test_a_local_model_pools_the_words_and_leaves_padding_out(tmp_path: Path) -> None:
    write_model(tmp_path, WORDS)
    vectors = embed_now(OnnxEmbedder(tmp_path), ["vpn panne", "vpn", "panne"], "query")
    assert np.allclose(vectors, [[0.6, 0.8, 0.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0]], atol=1e-6)


def test_a_local_model_batches_and_takes_none(tmp_path: Path) -> None:
    write_model(tmp_path, WORDS)
    embedder = OnnxEmbedder(tmp_path)
    assert embed_now(embedder, ["vpn"] * 70, "passage").shape == (70, 3)
    assert len(embed_now(embedder, [], "passage")) == 0


def test_a_model_that_pools_by_itself_is_taken_as_it_is(tmp_path: Path) -> None:
    write_model(tmp_path, WORDS, pooled=True)
    vectors = embed_now(OnnxEmbedder(tmp_path), ["vpn panne", "panne"], "query")
    assert np.allclose(vectors, [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]], atol=1e-6)


def test_prompts_of_the_model_are_put_before_the_text(tmp_path: Path) -> None:
    write_model(tmp_path, WORDS, prompts={"query": "query ", "document": "passage "})
    embedder = OnnxEmbedder(tmp_path)
    assert np.allclose(embed_now(embedder, ["vpn"], "query"), [[1.0, 0.0, 0.0]], atol=1e-6)
    passage = embed_now(embedder, ["vpn"], "passage")
    assert np.allclose(passage, np.array([[3.0, 0.0, 5.0]]) / np.sqrt(34), atol=1e-6)


def test_texts_of_any_length_keep_their_order(tmp_path: Path) -> None:
    write_model(tmp_path, WORDS)
    texts = ["vpn " * 300 if place % 3 else "panne" for place in range(40)]
    vectors = embed_now(OnnxEmbedder(tmp_path), texts, "passage")
    wanted = [[1.0, 0.0, 0.0] if place % 3 else [0.0, 1.0, 0.0] for place in range(40)]
    assert np.allclose(vectors, wanted, atol=1e-6)


def test_a_folder_without_a_model_says_so(tmp_path: Path) -> None:
    with pytest.raises(ModelError) as caught:
        OnnxEmbedder(tmp_path)
    assert caught.value.code == FailureCode.NOT_FOUND
    for name in ("tokenizer.json", "model.onnx"):
        (tmp_path / name).write_text("{}")
    with pytest.raises(ModelError) as caught:
        embed_now(OnnxEmbedder(tmp_path), ["vpn"], "query")
    assert caught.value.code == FailureCode.NOT_FOUND


def test_a_model_is_named_by_its_content_wherever_it_lies(tmp_path: Path) -> None:
    names = []
    for folder, prompts in (("a", None), ("b", None), ("c", {"query": "query "})):
        (tmp_path / folder).mkdir()
        write_model(tmp_path / folder, WORDS, prompts=prompts)
        names.append(OnnxEmbedder(tmp_path / folder).name)
    assert names[0] == names[1] != names[2]
    assert re.fullmatch("onnx/[0-9a-f]{12}", names[0])


def test_the_installations_setting_names_the_source(
    tmp_path: Path, server: FakeModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netz.ai.embeddings.SENTENCE_MODEL", tmp_path)
    model_in.cache_clear()
    assert embedder_from("") is None, "this copy came without a model"
    write_model(tmp_path, WORDS)
    model_in.cache_clear()
    builtin = embedder_from("")
    model_in.cache_clear()
    assert isinstance(builtin, OnnxEmbedder)
    assert builtin.name.startswith("netz/")
    assert embedder_from("off") is None
    assert isinstance(embedder_from(f"onnx:{tmp_path}"), OnnxEmbedder)
    # The operator's own endpoint may be a private address.
    remote = embedder_from(f"{server.url}/v1", "essai", server.key)
    assert remote is not None
    assert remote.name == f"{server.url.removeprefix('http://')}/essai"
    assert embed_now(remote, ["a"], "query").shape == (1, server.dimensions)


def test_the_environment_names_the_source_once(
    server: FakeModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NETZ_EMBEDDINGS", f"{server.url}/v1")
    monkeypatch.setenv("NETZ_EMBEDDINGS_MODEL", "essai")
    monkeypatch.setenv("NETZ_EMBEDDINGS_KEY", server.key)
    embedder = embedder_of(installation_source())
    assert embedder is not None
    assert embed_now(embedder, ["a"], "query").shape == (1, server.dimensions)
    assert embedder_of(installation_source()) is embedder
    monkeypatch.setenv("NETZ_EMBEDDINGS", "onnx:/nowhere")
    assert embedder_of(installation_source()) is None


def test_an_event_loop_stays_free_while_a_local_model_works(tmp_path: Path) -> None:
    write_model(tmp_path, WORDS)
    embedder = OnnxEmbedder(tmp_path)

    async def both() -> tuple[Vectors, str]:
        vectors, tick = await asyncio.gather(
            embedder.embed(["vpn"] * 40, "passage"), asyncio.sleep(0, "tick")
        )
        await close_clients()
        return vectors, tick

    vectors, tick = asyncio.run(both())
    assert (len(vectors), tick) == (40, "tick")

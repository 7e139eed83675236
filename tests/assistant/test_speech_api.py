"""Dictating a question and having an answer read aloud, through the API."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from netz.assistant.saying import PART, parts_to_say
from netz.assistant.services import speech as services
from netz.core.permissions import Role
from tests.assistant.test_answers_api import ask
from tests.factories import Person, World, add_person, make_world
from tests.fakes.speech_server import FakeSpeechServer, tone
from tests.jobs import run_jobs
from tests.security.scene import upload

API = "/api/v2"
GUIDE = "# Borne Vidar\n\nLa borne Vidar se règle avec la clé Omska. Tournez-la **deux fois** [1]."
QUESTION = "Comment se règle la borne Vidar ?"


@pytest.fixture
def world(client: TestClient) -> World:
    """A workspace with a document, and a second guest of the first one's company."""
    found = make_world()
    add_person(found, "colleague", Role.GUEST, company=found.company)
    upload(client, found, GUIDE, "Guides/borne.md")
    run_jobs()
    return found


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeSpeechServer]:
    """A service for both ways, as the operator sets it."""
    with FakeSpeechServer() as running:
        for name, value in running.settings.items():
            monkeypatch.setenv(name, value)
        yield running


def dictate(
    client: TestClient, person: Person, content: bytes = tone(), language: str | None = None
) -> Any:
    return client.post(
        f"{API}/speech/transcriptions",
        files={"file": ("blob", content)},
        data={"language": language} if language else {},
        headers=person.headers,
    )


def read(client: TestClient, person: Person, answer: Any, part: int = 0) -> Any:
    path = f"{API}/answers/{answer['id']}/speech"
    return client.get(path, params={"part": part}, headers=person.headers)


def code(response: Any) -> tuple[int, str]:
    return response.status_code, response.json()["code"]


def test_what_is_possible_is_said(
    client: TestClient, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, headers = f"{API}/speech", world.guest.headers
    none = {"transcription": None, "reading": False, "longest_s": 120}
    assert client.get(path, headers=headers).json() == none
    monkeypatch.setenv("NETZ_TRANSCRIPTION_MODEL", "whisper-1")
    monkeypatch.setenv("NETZ_SPEECH_MODEL", "tts-1")
    both = {"transcription": "api.openai.com", "reading": True, "longest_s": 120}
    assert client.get(path, headers=headers).json() == both


def test_a_dictated_question_is_written_down(
    client: TestClient, world: World, server: FakeSpeechServer
) -> None:
    response = dictate(client, world.guest, language="en")
    assert response.json() == {"text": "Comment réinitialiser mon mot de passe ?"}
    assert server.heard[-1].fields["language"] == "en"
    assert dictate(client, world.guest).status_code == 200
    assert server.heard[-1].fields["language"] == "fr"
    server.says = ""
    assert dictate(client, world.guest).json() == {"text": ""}


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"<html>", b"RIFF\x00\x00\x00\x00AVI "])
def test_what_is_no_recording_goes_nowhere(
    client: TestClient, world: World, server: FakeSpeechServer, content: bytes
) -> None:
    assert code(dictate(client, world.guest, content)) == (422, "speech.recording_refused")
    assert server.heard == []


def test_a_recording_may_not_be_too_large_nor_too_many(
    client: TestClient, world: World, server: FakeSpeechServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = tone() + bytes(services.LIMIT)
    assert code(dictate(client, world.guest, large)) == (422, "speech.recording_refused")
    monkeypatch.setattr(services, "_MOST_SAID", 2)
    statuses = [dictate(client, world.guest).status_code for _ in range(4)]
    assert statuses == [200, 200, 429, 429]
    assert dictate(client, world.people["colleague"]).status_code == 200


def test_a_service_that_fails_is_said_to_and_an_unreadable_recording_too(
    client: TestClient, world: World, server: FakeSpeechServer
) -> None:
    server.mode = "error_500"
    assert code(dictate(client, world.guest)) == (502, "speech.failed")
    answer = ask(client, world.guest, QUESTION)
    assert code(read(client, world.guest, answer)) == (502, "speech.failed")
    server.mode = "unreadable"
    assert code(dictate(client, world.guest)) == (422, "speech.recording_refused")


def test_without_a_service_it_is_said_what_to_do(client: TestClient, world: World) -> None:
    assert code(dictate(client, world.guest)) == (409, "speech.no_transcription")
    answer = ask(client, world.guest, QUESTION)
    assert code(read(client, world.guest, answer)) == (409, "speech.no_voice")


def test_an_answer_is_read_in_parts_by_whoever_may_read_it(
    client: TestClient, world: World, server: FakeSpeechServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netz.assistant.saying.PART", 60)
    answer = ask(client, world.guest, QUESTION)
    first = read(client, world.guest, answer)
    assert (first.status_code, first.headers["content-type"]) == (200, "audio/wav")
    assert first.content == tone()
    parts = int(first.headers["X-Parts"])
    assert parts > 1
    for part in range(1, parts):
        assert read(client, world.guest, answer, part).status_code == 200
    assert code(read(client, world.guest, answer, parts)) == (404, "speech.part_not_found")
    said = " ".join(heard.fields["input"] for heard in server.heard)
    assert "clé Omska" in said
    assert "deux fois" in said
    assert not set("*[]1") & set(said)
    assert code(read(client, world.people["colleague"], answer)) == (404, "answer.not_found")
    assert len(server.heard) == parts


def test_reading_aloud_has_its_bounds(
    client: TestClient, world: World, server: FakeSpeechServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services, "_MOST_READ", 1)
    answer = ask(client, world.guest, QUESTION)
    assert [read(client, world.guest, answer).status_code for _ in range(2)] == [200, 429]


@given(st.text(alphabet="aé .!?\n*[]()1x`#|", max_size=3000) | st.text(max_size=2000))
def test_nothing_that_is_said_is_lost_and_no_part_is_too_long(text: str) -> None:
    parts = parts_to_say(text)
    assert all(0 < len(part) <= PART for part in parts)
    if "`" not in text and "[" not in text and "_" not in text:
        letters = [one for one in text if one.isalpha()]
        assert [one for part in parts for one in part if one.isalpha()] == letters


def test_links_and_code_are_not_spelt() -> None:
    text = "Voir [le portail](https://p.example/a?b=c).\n\n```\nipconfig\n```\n\nPuis **OK** [12]."
    assert parts_to_say(text) == ["Voir le portail. Puis OK."]

"""What an installation's speech service is asked, and what becomes of its failures."""

import asyncio
import os
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from netz.ai.clients import close_clients
from netz.ai.errors import FailureCode, ModelError
from netz.ai.speech import Audio, Recording, SpeechSpec, speak, transcribe
from netz.ai.voices import Voices, voices_from
from netz.core.outbound import LOOPBACK_HOSTS
from tests.fakes.speech_server import FakeSpeechServer, Mode, tone

ESPEAK = Path(__file__).parents[1] / "fakes" / "espeak-ng"
SAID = Recording(tone(), "audio/wav", "said.wav")
TEXT = "Cliquez sur « Mot de passe oublié »."


@pytest.fixture
def server() -> Iterator[FakeSpeechServer]:
    with FakeSpeechServer() as running:
        yield running


def spec(server: FakeSpeechServer, **options: object) -> SpeechSpec:
    given = {
        "api_key": server.key,
        "voice": "alloy",
        "timeout_s": 1.0,
        "local_hosts": LOOPBACK_HOSTS,
        **options,
    }
    return SpeechSpec(server.url, "essai", **given)


def heard(of: SpeechSpec, recording: Recording = SAID) -> str:
    async def run() -> str:
        try:
            return await transcribe(of, recording, "fr")
        finally:
            await close_clients()

    return asyncio.run(run())


def spoken(of: SpeechSpec) -> Audio:
    async def run() -> Audio:
        try:
            return await speak(of, TEXT)
        finally:
            await close_clients()

    return asyncio.run(run())


def test_a_recording_becomes_a_text(server: FakeSpeechServer) -> None:
    assert heard(spec(server)) == "Comment réinitialiser mon mot de passe ?"
    (seen,) = server.heard
    assert seen.fields == {"model": "essai", "language": "fr", "response_format": "json"}
    assert seen.audio == SAID.content


def test_a_text_becomes_sound(server: FakeSpeechServer) -> None:
    assert spoken(spec(server, voice="nova")) == Audio(tone(), "audio/wav")
    wanted = {"model": "essai", "input": TEXT, "voice": "nova", "response_format": "mp3"}
    assert server.heard[0].fields == wanted


FAILURES: list[tuple[Mode, FailureCode]] = [
    ("html", FailureCode.MALFORMED),
    ("error_500", FailureCode.UNAVAILABLE),
    ("rate_limited", FailureCode.RATE_LIMITED),
    ("silent", FailureCode.TIMEOUT),
    ("redirect", FailureCode.REJECTED),
]


@pytest.mark.parametrize(("mode", "code"), FAILURES)
def test_failures_are_told_apart(server: FakeSpeechServer, mode: Mode, code: FailureCode) -> None:
    server.mode = mode
    for call in (heard, spoken):
        with pytest.raises(ModelError) as failed:
            call(spec(server))
        assert failed.value.code == code


@pytest.mark.parametrize(
    ("mode", "code"),
    [("no_text", FailureCode.MALFORMED), ("unreadable", FailureCode.REJECTED)],
)
def test_what_is_no_transcription_is_none(
    server: FakeSpeechServer, mode: Mode, code: FailureCode
) -> None:
    server.mode = mode
    with pytest.raises(ModelError) as failed:
        heard(spec(server))
    assert failed.value.code == code


def test_a_wrong_key_a_closed_port_and_a_private_address_are_told_apart(
    server: FakeSpeechServer,
) -> None:
    with pytest.raises(ModelError) as failed:
        heard(spec(server, api_key="autre"))
    assert failed.value.code == FailureCode.AUTH
    with pytest.raises(ModelError) as failed:
        heard(spec(server, local_hosts=frozenset()))
    assert failed.value.code == FailureCode.BLOCKED
    with FakeSpeechServer() as gone:
        nobody = spec(gone)
    with pytest.raises(ModelError) as failed:
        heard(nobody)
    assert failed.value.code == FailureCode.UNREACHABLE


def test_the_operator_names_one_service_or_two() -> None:
    found = voices_from(
        {
            "NETZ_TRANSCRIPTION_MODEL": "whisper-1",
            "NETZ_TRANSCRIPTION_API_KEY": "sk-1",
            "NETZ_SPEECH_MODEL": "kokoro",
            "NETZ_SPEECH_BASE_URL": "http://10.0.0.5:8880/v1",
            "NETZ_SPEECH_VOICE": "ff_siwis",
            "NETZ_SPEECH_TIMEOUT": "20",
            "NETZ_ESPEAK": "off",
        }
    )
    openai = SpeechSpec("https://api.openai.com/v1", "whisper-1", "sk-1", "alloy")
    assert found.transcription is not None
    assert (found.transcription.host, found.transcription.model) == (openai.host, openai.model)
    assert found.speech == SpeechSpec(
        "http://10.0.0.5:8880/v1", "kokoro", "", "ff_siwis", 20.0, frozenset({"10.0.0.5"})
    )
    assert (found.espeak, found.problems, found.speaks) == ("", [], True)
    assert "sk-1" not in repr(found)


def test_a_key_alone_sends_nothing_anywhere_and_a_bad_setting_is_named() -> None:
    assert voices_from({"NETZ_SPEECH_API_KEY": "sk-1", "NETZ_ESPEAK": "off"}) == Voices()
    found = voices_from(
        {
            "NETZ_TRANSCRIPTION_MODEL": "m",
            "NETZ_TRANSCRIPTION_BASE_URL": "ftp://x.example",
            "NETZ_SPEECH_MODEL": "m",
            "NETZ_SPEECH_TIMEOUT": "soon",
            "NETZ_SPEECH_VIOCE": "nova",
            "NETZ_ESPEAK": "off",
        }
    )
    assert (found.transcription, found.speech) == (None, None)
    misspelt, address, seconds = found.problems
    assert misspelt == "NETZ_SPEECH_VIOCE: no such setting"
    assert ["BASE_URL" in address, "soon" in seconds] == [True, True]


def test_espeak_is_found_on_the_path_or_where_the_operator_says() -> None:
    environ = {"PATH": str(ESPEAK.parent)}
    assert voices_from(environ).espeak == str(ESPEAK)
    assert voices_from({"NETZ_ESPEAK": str(ESPEAK)}).espeak == str(ESPEAK)
    assert voices_from({"PATH": "/nowhere"}).speaks is False
    assert voices_from({**environ, "NETZ_ESPEAK": "off"}).speaks is False


def test_espeak_reads_where_no_service_does() -> None:
    audio = asyncio.run(Voices(espeak=str(ESPEAK)).read(TEXT, "fr"))
    assert audio.media_type == "audio/wav"
    assert len(audio.content) == 44 + 400 * len(TEXT)
    riff, data = (struct.unpack_from("<I", audio.content, place)[0] for place in (4, 40))
    assert (riff, data) == (len(audio.content) - 8, len(audio.content) - 44)


@pytest.mark.parametrize(
    ("program", "language", "code"),
    [
        (str(ESPEAK), "tlh", FailureCode.MALFORMED),
        ("/nowhere/espeak-ng", "fr", FailureCode.UNAVAILABLE),
        (os.devnull, "fr", FailureCode.UNAVAILABLE),
    ],
)
def test_espeak_that_fails_is_said_to(program: str, language: str, code: FailureCode) -> None:
    with pytest.raises(ModelError) as failed:
        asyncio.run(Voices(espeak=program).read(TEXT, language))
    assert failed.value.code == code


def test_espeak_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netz.ai.voices._ESPEAK_SECONDS", 0.2)
    program = tmp_path / "espeak-ng"
    kept = tmp_path / "pid"
    program.write_text(f"#!/bin/sh\necho $$ > {kept}\nexec sleep 60\n")
    program.chmod(0o755)
    with pytest.raises(ModelError) as failed:
        asyncio.run(Voices(espeak=str(program)).read(TEXT, "fr"))
    assert failed.value.code == FailureCode.TIMEOUT
    with pytest.raises(ProcessLookupError):
        os.kill(int(kept.read_text()), 0)

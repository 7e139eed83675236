"""Dictation and reading aloud: nothing of what is said is kept."""

from typing import BinaryIO

import structlog

from netz.ai.errors import FailureCode, ModelError
from netz.ai.speech import Audio, Recording, SpeechSpec, transcribe
from netz.ai.voices import voices
from netz.assistant.saying import parts_to_say
from netz.assistant.speech_errors import (
    NoTranscription,
    NoVoice,
    PartNotFound,
    RecordingNotTaken,
    SpeechFailed,
)
from netz.core.actor import Actor
from netz.core.brake import Tally
from netz.core.errors import TooMany

log = structlog.get_logger(__name__)

LIMIT = 10 * 1024 * 1024
LONGEST_SECONDS = 120

_WINDOW = 600
_SAID = Tally("speech-said", seconds=_WINDOW)
_READ = Tally("speech-read", seconds=_WINDOW)
_MOST_SAID = 60
_MOST_READ = 300

# How a recording begins, and what services know it by: they go by the file's name.
_KINDS = (
    (0, b"\x1aE\xdf\xa3", "audio/webm", "webm"),
    (0, b"OggS", "audio/ogg", "ogg"),
    (4, b"ftyp", "audio/mp4", "mp4"),
    (8, b"WAVE", "audio/wav", "wav"),
    (0, b"fLaC", "audio/flac", "flac"),
    (0, b"ID3", "audio/mpeg", "mp3"),
    (0, b"\xff\xfb", "audio/mpeg", "mp3"),
    (0, b"\xff\xf3", "audio/mpeg", "mp3"),
)


def listener(actor: Actor) -> SpeechSpec:
    """Who writes down what this member says. Raises `NoTranscription` and `TooMany`."""
    found = voices().transcription
    if found is None:
        raise NoTranscription
    _count(_SAID, actor, _MOST_SAID)
    return found


def recording_from(source: BinaryIO) -> Recording:
    """What was uploaded, as the recording that it is by its content. Raises `RecordingNotTaken`."""
    content = source.read(LIMIT + 1)
    if len(content) <= LIMIT:
        for place, start, media_type, extension in _KINDS:
            if content[place : place + len(start)] == start:
                return Recording(content, media_type, f"said.{extension}")
    raise RecordingNotTaken(limit=LIMIT // 2**20)


async def written_down(listener: SpeechSpec, recording: Recording, language: str) -> str:
    """What was said. Raises `RecordingNotTaken` and `SpeechFailed`."""
    try:
        return await transcribe(listener, recording, language)
    except ModelError as error:
        if error.code in (FailureCode.REJECTED, FailureCode.TOO_LONG):
            raise RecordingNotTaken(limit=LIMIT // 2**20) from error
        log.warning("transcription failed", code=error.code, detail=error.detail)
        raise SpeechFailed from error


def part_to_read(text: str, part: int, actor: Actor) -> tuple[str, int]:
    """One part of a text to be read, and how many there are.

    Raises `NoVoice`, `PartNotFound` and `TooMany`.
    """
    if not voices().speaks:
        raise NoVoice
    parts = parts_to_say(text)
    if part >= len(parts):
        raise PartNotFound
    _count(_READ, actor, _MOST_READ)
    return parts[part], len(parts)


async def read_aloud(text: str, language: str) -> Audio:
    """The text, spoken. Raises `SpeechFailed`."""
    try:
        return await voices().read(text, language)
    except ModelError as error:
        log.warning("reading aloud failed", code=error.code, detail=error.detail)
        raise SpeechFailed from error


def _count(tally: Tally, actor: Actor, most: int) -> None:
    if tally.add(f"{actor.workspace_id}:{actor.member_id}", 1) > most:
        raise TooMany(headers={"Retry-After": "60"})

"""Which speech this installation has: what the operator set, and espeak-ng where it is installed.

`NETZ_TRANSCRIPTION_MODEL` and `NETZ_SPEECH_MODEL` with `BASE_URL`, `API_KEY`, `TIMEOUT` and, for
speech, `VOICE` after the same prefix; `NETZ_ESPEAK` with the program's path, or `off`.
"""

import asyncio
import os
import shutil
import struct
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from netz.ai.environment import BadSettingError, checked_seconds, checked_url
from netz.ai.errors import FailureCode, ModelError
from netz.ai.specs import DEFAULT_BASE_URLS, host_of
from netz.ai.speech import Audio, SpeechSpec, speak

_LISTENS = "NETZ_TRANSCRIPTION_"
_SPEAKS = "NETZ_SPEECH_"
_NAMES = ("MODEL", "BASE_URL", "API_KEY", "TIMEOUT")
SETTINGS = frozenset(
    {prefix + name for prefix in (_LISTENS, _SPEAKS) for name in _NAMES}
    | {f"{_SPEAKS}VOICE", "NETZ_ESPEAK"}
)
_VOICE = "alloy"  # the oldest of OpenAI's, which compatible services know by this name too
_ESPEAK_SECONDS = 20.0
_ESPEAK_VOICES = {"fr": "fr", "en": "en-gb"}
_WORDS_A_MINUTE = "165"


@dataclass(frozen=True, slots=True)
class Voices:
    """What can be done with speech here.

    `transcription`: the service that writes down what is said. `speech`: the one that reads
    aloud. `espeak`: the program that does where there is no such service; empty without one.
    `problems`: a sentence for each setting that can't be used.
    """

    transcription: SpeechSpec | None = None
    speech: SpeechSpec | None = None
    espeak: str = ""
    problems: list[str] = field(default_factory=list)

    @property
    def speaks(self) -> bool:
        """Whether a text can be read aloud."""
        return self.speech is not None or bool(self.espeak)

    async def read(self, text: str, language: str) -> Audio:
        """The text, spoken by the best voice that is there.

        Raises `ModelError`, as well where no voice is.
        """
        if self.speech is not None:
            return await speak(self.speech, text)
        return await _speak_here(self.espeak, text, language)


def voices() -> Voices:
    """What the environment of this process says."""
    return voices_from(os.environ)


def voices_from(environ: Mapping[str, str]) -> Voices:
    """What an environment says; settings that can't be used are left out and named."""
    problems = [
        f"{name}: no such setting"
        for name in sorted(environ)
        if name.startswith((_LISTENS, _SPEAKS)) and name not in SETTINGS
    ]
    found: list[SpeechSpec | None] = []
    for prefix in (_LISTENS, _SPEAKS):
        try:
            found.append(_spec(environ, prefix))
        except BadSettingError as error:
            found.append(None)
            problems.append(str(error))
    return Voices(found[0], found[1], _espeak(environ), problems)


def _spec(environ: Mapping[str, str], prefix: str) -> SpeechSpec | None:
    def given(name: str, default: str = "") -> str:
        return environ.get(prefix + name, "").strip() or default

    if not given("MODEL"):
        return None
    base_url = checked_url(given("BASE_URL", DEFAULT_BASE_URLS["openai"]), prefix)
    return SpeechSpec(
        base_url=base_url,
        model=given("MODEL"),
        api_key=given("API_KEY"),
        voice=given("VOICE", _VOICE),
        timeout_s=checked_seconds(given("TIMEOUT", "60"), prefix),
        # Whoever runs the installation may point it at a machine of their own network.
        local_hosts=frozenset({host_of(base_url)}),
    )


def _espeak(environ: Mapping[str, str]) -> str:
    setting = environ.get("NETZ_ESPEAK", "").strip()
    if setting == "off":
        return ""
    return shutil.which(setting or "espeak-ng", path=environ.get("PATH")) or ""


async def _speak_here(program: str, text: str, language: str) -> Audio:
    """espeak-ng's reading of the text, a WAV file.

    Its command line: https://github.com/espeak-ng/espeak-ng/blob/master/src/espeak-ng.1.ronn
    """
    voice = _ESPEAK_VOICES.get(language, language)
    options = ("--stdin", "--stdout", "-b", "1", "-s", _WORDS_A_MINUTE, "-v", voice)
    pipe = asyncio.subprocess.PIPE
    try:
        process = await asyncio.create_subprocess_exec(
            program, *options, stdin=pipe, stdout=pipe, stderr=asyncio.subprocess.DEVNULL
        )
    except OSError as error:
        raise ModelError(FailureCode.UNAVAILABLE, detail=type(error).__name__) from error
    try:
        async with asyncio.timeout(_ESPEAK_SECONDS):
            spoken, _ = await process.communicate(text.encode())
    except TimeoutError as error:
        raise ModelError(FailureCode.TIMEOUT) from error
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
    if process.returncode != 0 or not spoken.startswith(b"RIFF"):
        raise ModelError(FailureCode.MALFORMED, detail=f"espeak-ng ended {process.returncode}")
    return Audio(_sized(spoken), "audio/wav")


def _sized(wave: bytes) -> bytes:
    """The file with its true sizes: a program that writes into a pipe can't know them at first.

    With those that it makes up, players show hours and wait for the end.
    """
    if len(wave) < 44 or wave[36:40] != b"data":
        return wave
    riff, data = struct.pack("<I", len(wave) - 8), struct.pack("<I", len(wave) - 44)
    return wave[:4] + riff + wave[8:40] + data + wave[44:]

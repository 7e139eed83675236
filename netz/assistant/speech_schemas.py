"""Bodies of dictation and reading aloud."""

from netz.core.api.schema import Output


class SpeechOut(Output):
    """What this installation can do with speech.

    `transcription`: the host that recordings are given to; null where there is none. `reading`:
    whether answers can be read aloud. `longest_s`: seconds of one recording.
    """

    transcription: str | None
    reading: bool
    longest_s: int


class TranscriptOut(Output):
    """What was said; empty when nothing was understood."""

    text: str

"""Endpoints of dictation and reading aloud."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import File, Form, Query, Request, Response, UploadFile
from fastapi.concurrency import run_in_threadpool

from netz.ai.speech import Recording, SpeechSpec
from netz.ai.voices import voices
from netz.assistant import queries
from netz.assistant.services import speech as services
from netz.assistant.speech_schemas import SpeechOut, TranscriptOut
from netz.core.actor import Actor
from netz.core.api.context import request_scope
from netz.core.api.router import Router
from netz.core.permissions import Permission

router = Router(tags=["assistant"])

PARTS = "X-Parts"


@router.get("/speech", permission=Permission.ANSWERS_ASK)
def describe_speech(actor: Actor) -> SpeechOut:
    """What can be done with speech here, beside what the reader's own device can."""
    here = voices()
    return SpeechOut(
        transcription=here.transcription.host if here.transcription else None,
        reading=here.speaks,
        longest_s=services.LONGEST_SECONDS,
    )


@router.post("/speech/transcriptions", permission=Permission.ANSWERS_ASK, raw=True)
async def transcribe(
    request: Request,
    file: Annotated[UploadFile, File(description="a recording of 10 MB at most")],
    language: Annotated[Literal["fr", "en"], Form(description="the one to expect")] = "fr",
) -> TranscriptOut:
    """Writes down what was said, by the service that the installation names. Nothing is kept.

    Changes nothing, so that each call asks again: an `Idempotency-Key` is not read here.
    """
    # The call can take as long as the service's time-out: no transaction is held meanwhile.
    listener, recording = await run_in_threadpool(_recorded, request, file)
    return TranscriptOut(text=await services.written_down(listener, recording, language))


@router.get(
    "/answers/{answer_id}/speech",
    permission=Permission.ANSWERS_ASK,
    raw=True,
    response_class=Response,
    responses={200: {"content": {"audio/mpeg": {}, "audio/wav": {}}}},
)
async def read_answer(
    request: Request, answer_id: UUID, part: Annotated[int, Query(ge=0, le=999)] = 0
) -> Response:
    """An answer read aloud in its language, one part after the other; `X-Parts` says how many."""
    text, parts, language = await run_in_threadpool(_to_read, request, answer_id, part)
    audio = await services.read_aloud(text, language)
    return Response(audio.content, media_type=audio.media_type, headers={PARTS: str(parts)})


def _recorded(request: Request, file: UploadFile) -> tuple[SpeechSpec, Recording]:
    with request_scope(request, Permission.ANSWERS_ASK) as actor:
        recording = services.recording_from(file.file)
        return services.listener(actor), recording


def _to_read(request: Request, answer_id: UUID, part: int) -> tuple[str, int, str]:
    with request_scope(request, Permission.ANSWERS_ASK) as actor:
        answer = queries.stored_answer(actor, queries.repeated(actor, answer_id))
        return *services.part_to_read(answer.text, part, actor), answer.language

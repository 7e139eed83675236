"""Bodies of the endpoints of attachments."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from netz.core.api.schema import Output


class AttachmentOut(Output):
    """A file that somebody gave to a conversation. It is `reading` until the assistant has read it,
    then `ready`; one that it can't read has `failed`, with the `problem` and a `hint` what to do,
    and can be sent all the same: people see it. A `picture` is for people alone. Of one that was
    `removed`, its name is left."""

    id: UUID
    name: str
    kind: Literal["document", "picture"]
    media_type: str
    size: int
    state: Literal["reading", "ready", "failed", "removed"]
    problem: str
    hint: str
    pages: int | None
    yours: bool
    created_at: datetime


class AttachedPassageOut(Output):
    """A piece of what was read from a file."""

    id: UUID
    text: str
    headings: list[str]
    page: int | None


class AttachmentText(Output):
    """What was read from a file, in order."""

    attachment: AttachmentOut
    passages: list[AttachedPassageOut]

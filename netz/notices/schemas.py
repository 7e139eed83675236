"""Bodies of notices, of the choices about them, and of devices."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from netz.core.api.schema import Input, Output
from netz.core.errors import RefusedValueError
from netz.notices.kinds import Kind, Mail


class NoticeOut(Output):
    """Something that concerns the member; `words` fill the sentence of its kind."""

    id: UUID
    kind: Kind
    path: str
    words: dict[str, Any]
    created_at: datetime
    read_at: datetime | None


class UnreadOut(Output):
    """How many notices the member has not read."""

    unread: int


class NoticesRead(Input):
    """Which notices were read; null: all of them."""

    ids: list[UUID] | None = Field(None, max_length=200)


def _known_zone(name: str) -> str:
    if name not in available_timezones():
        raise RefusedValueError(
            en="this is no time zone that we know", fr="Ce fuseau horaire n’est pas connu"
        )
    return name


Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Zone = Annotated[str, StringConstraints(max_length=60), AfterValidator(_known_zone)]


class WaysOfKind(Input):
    """How one kind of notice is told beside the inbox."""

    kind: Kind
    push: bool
    mail: Mail


class QuietHours(Input):
    """From when to when nothing rings, over midnight where the end comes first."""

    start: Clock
    end: Clock

    @model_validator(mode="after")
    def _some_time(self) -> "QuietHours":
        if self.start == self.end:
            raise RefusedValueError(
                en="quiet hours need an end other than their start",
                fr="La fin des heures calmes doit différer de leur début",
            )
        return self


class NoticeChoicesIn(Input):
    """How the member wants to be told: kinds that are left out stay as they are."""

    kinds: list[WaysOfKind] = Field(max_length=20)
    zone: Zone
    quiet: QuietHours | None = None
    digest_at: Clock


class WaysOut(Output):
    """How one kind of notice is told beside the inbox."""

    kind: Kind
    push: bool
    mail: Mail


class QuietHoursOut(Output):
    """From when to when nothing rings."""

    start: str
    end: str


class NoticeChoicesOut(Output):
    """How the member is told, of the kinds that can concern them.

    `chosen`: whether they have chosen at all; `mail_is_set_up`: whether letters go out here.
    """

    kinds: list[WaysOut]
    zone: str
    quiet: QuietHoursOut | None
    digest_at: str
    chosen: bool
    mail_is_set_up: bool


_Base64Url = StringConstraints(pattern=r"^[A-Za-z0-9_-]+$")


class PushDeviceIn(Input):
    """A browser's push subscription, as its `toJSON()` has it, and a name to know it by."""

    endpoint: str = Field(min_length=10, max_length=2000)
    p256dh: Annotated[str, _Base64Url] = Field(min_length=80, max_length=100)
    auth: Annotated[str, _Base64Url] = Field(min_length=16, max_length=40)
    name: str = Field(min_length=1, max_length=100)


class PushDeviceOut(Output):
    """A browser that may be woken; by `mark`, its endpoint's SHA-256, it knows itself."""

    id: UUID
    name: str
    mark: str
    created_at: datetime
    used_at: datetime | None


class PushKeyOut(Output):
    """The installation's key (`applicationServerKey`), base64url."""

    key: str

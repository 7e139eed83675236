"""Bodies of the trail's endpoints."""

from datetime import datetime
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, EmailStr, Field

from netz.audit.queries import Filters
from netz.audit.retention import LEGAL_MINIMUM_DAYS, LONGEST_DAYS
from netz.core.api.schema import Input, Output
from netz.core.errors import RefusedValueError

Fault = Literal["changed", "removed", "gap", "unchained", "tail", "pruned"]


class EntryOut(Output):
    """A row of the trail; names and values as they were then."""

    id: UUID
    created_at: datetime
    member_id: UUID | None
    actor_name: str
    credential: str
    action: str
    outcome: Literal["done", "refused"]
    target_kind: str
    target_id: UUID | None
    ip: str
    agent: str
    request_id: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def _no_null(text: str) -> str:
    if "\0" in text:
        raise RefusedValueError(
            en="a null character cannot be stored",
            fr="Un caractère nul ne peut pas être enregistré",
        )
    return text


Plain = Annotated[str, AfterValidator(_no_null)]


class FiltersIn(Input):
    """Which rows are wanted."""

    member_id: UUID | None = None
    action: Plain = Field("", max_length=100, description="an action, or its noun (member)")
    kind: Plain = Field("", max_length=60, description="what it was done to, as target_kind says")
    outcome: Literal["", "done", "refused"] = ""
    ip: Plain = Field("", max_length=45)
    since: AwareDatetime | None = None
    until: AwareDatetime | None = None
    text: Plain = Field("", max_length=200, description="words in names, actions and values")

    def filters(self) -> Filters:
        """As the queries take them."""
        return Filters(**self.model_dump())


class PageIn(FiltersIn):
    """A page of the wanted rows."""

    cursor: str | None = Field(None, max_length=500, description="`next_cursor` of the page before")
    limit: int = Field(50, ge=1, le=200, description="items a page")

    def filters(self) -> Filters:
        """As the queries take them."""
        return Filters(**self.model_dump(exclude={"cursor", "limit"}))


class ExportIn(Input):
    """What to export, and how."""

    format: Literal["csv", "jsonl"]
    filters: FiltersIn = FiltersIn()


class BadOut(Output):
    """The first row that isn't what was written; see `fault`."""

    fault: Fault
    seq: int | None
    entry_id: UUID | None
    created_at: datetime | None
    action: str


class VerificationOut(Output):
    """What a verification of the chain found."""

    ok: bool
    checked: int
    seq: int
    hash: str
    pruned_seq: int
    bad: BadOut | None


def _web_address(text: str) -> str:
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018  # reading it checks it
        good = not text or (parts.scheme in ("https", "http") and bool(parts.hostname))
    except ValueError:
        good = False
    if not good or parts.username or parts.password:
        raise RefusedValueError(
            en="an address that begins with https:// is expected, without a password in it",
            fr="Une adresse en https:// est attendue, sans mot de passe",
        )
    return text


class TrailSettingsIn(Input):
    """How long the trail is kept, and where its head is sent each day."""

    retention_days: int = Field(ge=LEGAL_MINIMUM_DAYS, le=LONGEST_DAYS)
    mail_to: list[EmailStr] = Field(default=[], max_length=5)
    webhook_url: Annotated[Plain, AfterValidator(_web_address)] = Field("", max_length=500)


class TrailSettingsOut(Output):
    """The trail's settings; `webhook_secret` is shown when it is made, this once."""

    retention_days: int
    legal_minimum_days: int = LEGAL_MINIMUM_DAYS
    mail_to: list[str]
    mail_is_set_up: bool
    webhook_url: str
    webhook_secret: str | None = None
    public_key: str
    sent_at: datetime | None
    failure: str


class HeadOut(Output):
    """A signed head of the chain, to be kept outside."""

    format: str
    workspace: UUID
    seq: int
    hash: str
    at: str
    public_key: str
    signature: str

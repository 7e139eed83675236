"""Base of all request and response bodies, and lists in pages."""

import base64
import json
from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any, Generic, TypeVar
from uuid import UUID

from fastapi import Query
from pydantic import BaseModel, ConfigDict, model_validator

from netz.core.errors import FieldError, InvalidInput, RefusedValueError

T = TypeVar("T")


class Input(BaseModel):
    """A request body: unknown fields are an error, strings are stripped and hold no null
    character, which no text column can keep."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    @model_validator(mode="before")
    @classmethod
    def _no_null_character(cls, values: Any) -> Any:
        if _holds_null(values):
            raise RefusedValueError(
                en="a null character cannot be stored",
                fr="Un caractère nul ne peut pas être enregistré",
            )
        return values


def _holds_null(value: Any) -> bool:
    waiting = [value]  # not by recursion: a client chooses the depth
    while waiting:
        one = waiting.pop()
        if isinstance(one, str) and "\0" in one:
            return True
        if isinstance(one, dict):
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)
    return False


class Output(BaseModel):
    """A response body."""

    model_config = ConfigDict(from_attributes=True)


class Page(Output, Generic[T]):
    """One page of a list; `next_cursor` is null on the last one."""

    items: list[T]
    next_cursor: str | None = None


Limit = Annotated[int, Query(ge=1, le=200, description="items a page")]
Cursor = Annotated[
    str | None, Query(max_length=500, description="`next_cursor` of the page before")
]


def write_cursor(*values: Any) -> str:
    """An opaque cursor after a row with these sort values."""
    text = json.dumps([str(value) for value in values], separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def read_cursor(cursor: str, *kinds: type) -> list[Any]:
    """The sort values behind a cursor, each of the kind (str, UUID, int, datetime) sorted by.

    Raises `InvalidInput` for a cursor that we did not write.
    """
    try:
        values = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        return [_READERS[kind](value) for kind, value in zip(kinds, values, strict=True)]
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        unknown = FieldError("cursor", en="Unknown cursor", fr="Curseur inconnu")
        raise InvalidInput(fields=[unknown]) from error


def _plain_text(value: str) -> str:
    value.encode()
    if "\0" in value:
        raise ValueError("no text of ours holds it")
    return value


def _moment(value: str) -> datetime:
    when = datetime.fromisoformat(value)
    if when.tzinfo is None:
        raise ValueError("every time of ours has a zone")
    return when


_READERS: dict[type, Callable[[Any], Any]] = {
    str: _plain_text,
    UUID: UUID,
    int: int,
    datetime: _moment,
}

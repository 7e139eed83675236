"""Base of all request and response bodies, and lists in pages."""

import base64
import binascii
import json
from typing import Annotated, Any, Generic, TypeVar

from fastapi import Query
from pydantic import BaseModel, ConfigDict

from netz.core.errors import FieldError, InvalidInput

T = TypeVar("T")


class Input(BaseModel):
    """A request body: unknown fields are an error, strings are stripped."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


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


def read_cursor(cursor: str, size: int) -> list[str]:
    """The sort values behind a cursor. Raises `InvalidInput` for one that we did not write."""
    try:
        values = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error, UnicodeDecodeError):
        values = None
    if not isinstance(values, list) or len(values) != size:
        raise InvalidInput(fields=[FieldError("cursor", "unknown cursor")])
    return [str(value) for value in values]

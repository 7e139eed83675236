"""Bodies of the filters that a member keeps."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from netz.core.api.schema import Input, Output

FilteredList = Literal["conversations", "members", "invitations"]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
_Key = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,30}$")]
_Value = Annotated[str, StringConstraints(max_length=200)]


class FilterSettings(Input):
    """What is searched, the sort (`-` turns it round), and the filters by name; '' is any."""

    search: str = Field("", max_length=200)
    sort: str = Field("", max_length=40, pattern=r"^-?[a-z_]*$")
    filters: dict[_Key, _Value] = Field(default_factory=dict, max_length=20)


class SavedFilterIn(Input):
    """A filter to keep for a list; one of the same name is replaced."""

    list: FilteredList
    name: Name
    settings: FilterSettings


class SavedFilterOut(Output):
    """A filter that the member keeps."""

    id: UUID
    list: FilteredList
    name: str
    settings: FilterSettings

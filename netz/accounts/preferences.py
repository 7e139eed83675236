"""What a person may prefer, wherever the same sign-in is used.

A row keeps only what was chosen. Layers are laid over each other when read: the product's own
values, then a workspace's for the role, then the person's. A value that is not known (any more)
doesn't count, so that an older row never breaks a newer program.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal, get_args, get_type_hints

from netz.accounts.layout import (
    ARRANGED,
    CompanyColumn,
    ConversationColumn,
    InvitationColumn,
    MemberColumn,
    RequestColumn,
    SidebarEntry,
    Widget,
    known_names,
)

LanguageChoice = Literal["auto", "fr", "en"]
Theme = Literal["auto", "light", "dark"]
Density = Literal["comfortable", "compact"]
TextSize = Literal[100, 125, 150, 200]
StartPage = Literal["assistant", "home", "conversations", "documents", "overview"]
SidebarState = Literal["open", "folded"]
AnswerLength = Literal["short", "normal", "detailed"]
Tone = Literal["neutral", "friendly", "formal"]
Expertise = Literal["beginner", "intermediate", "expert"]


@dataclass(frozen=True, slots=True)
class Preferences:
    """Every preference with the product's own value; of an arrangement (`layout`) that is None.

    `language` auto is the browser's. `start_page` is where the client opens, if the person may go
    there. `answer_length` concerns every answer, `tone` and `expertise` those that a model writes.
    """

    language: LanguageChoice = "auto"
    theme: Theme = "auto"
    density: Density = "comfortable"
    text_size: TextSize = 100
    start_page: StartPage = "assistant"
    sidebar_state: SidebarState = "open"
    answer_length: AnswerLength = "normal"
    tone: Tone = "neutral"
    expertise: Expertise = "intermediate"
    widgets: list[Widget] | None = None
    wide_widgets: list[Widget] | None = None
    sidebar: list[SidebarEntry] | None = None
    columns_members: list[MemberColumn] | None = None
    columns_invitations: list[InvitationColumn] | None = None
    columns_conversations: list[ConversationColumn] | None = None
    columns_requests: list[RequestColumn] | None = None
    columns_companies: list[CompanyColumn] | None = None


CHOICES: Mapping[str, tuple[str | int, ...]] = {
    name: get_args(kind)
    for name, kind in get_type_hints(Preferences).items()
    if name not in ARRANGED
}
FIELDS = tuple(field.name for field in fields(Preferences))


def known(stored: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the stored choices that still are some."""
    kept: dict[str, Any] = {}
    for name in FIELDS:
        value = stored.get(name)
        if name in ARRANGED:
            value = known_names(name, value)
        elif value not in CHOICES[name]:
            value = None
        if value is not None:
            kept[name] = value
    return kept


def preferred(*layers: Mapping[str, Any]) -> Preferences:
    """What holds when each layer goes over the ones before it."""
    chosen: dict[str, Any] = {}
    for layer in layers:
        chosen |= known(layer)
    return Preferences(**chosen)


def changed(stored: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """The stored choices with the changes; None takes a choice back."""
    merged = {**known(stored), **changes}
    return {name: value for name, value in merged.items() if value is not None}
